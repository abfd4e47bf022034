"""The texts in what a bulletin dumps: nested dicts and lists, in which fixed values are no texts."""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum

from bulletin_gen.spec.model import Bulletin
from bulletin_gen.text.regex import Regex

_BRACES = Regex(r"\{\{|\}\}|｛｛|｝｝|(?:counts|issuer)\.")  # {{甲}}; not {甲}


def without_placeholders(bulletin: Bulletin, source: Iterable[str]) -> Bulletin:
    """Return a bulletin that was read; what looks like a placeholder in its source is none."""
    if not any(map(_BRACES.search, source)):
        return bulletin
    shown = with_texts(bulletin.model_dump(), lambda text: _BRACES.sub(r'{{ "\g<0>" }}', text))
    return Bulletin.model_validate(shown)


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
