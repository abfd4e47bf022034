"""The texts in what a bulletin dumps: nested dicts and lists, in which fixed values are no texts."""

from collections.abc import Callable, Iterator
from enum import Enum


def texts_in(value: object) -> Iterator[str]:
    """Yield each text."""
    match value:
        case dict():
            for item in value.values():
                yield from texts_in(item)
        case list():
            for item in value:
                yield from texts_in(item)
        case str() if not isinstance(value, Enum):
            yield value


def with_texts(value: object, change: Callable[[str], str]) -> object:
    """Return the same with each text changed."""
    match value:
        case dict():
            return {name: with_texts(item, change) for name, item in value.items()}
        case list():
            return [with_texts(item, change) for item in value]
        case str() if not isinstance(value, Enum):
            return change(value)
    return value
