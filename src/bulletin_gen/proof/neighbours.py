"""Neighbours that belong together -> one: spans that look alike, pieces of a drawn line, paragraphs of one element."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def joined(items: Iterable[T], join: Callable[[T, T], T | None]) -> Iterator[T]:
    """Yield the items in order, neighbours as what `join` makes of them; None where it leaves them apart."""
    held: T | None = None
    for item in items:
        both = None if held is None else join(held, item)
        if both is None and held is not None:
            yield held
        held = item if both is None else both
    if held is not None:
        yield held
