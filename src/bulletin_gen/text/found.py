"""Where something stands in a text."""

from typing import NamedTuple


class Found(NamedTuple):
    """The characters start … end - 1 of a text, which are `words`."""

    start: int
    end: int
    words: str
