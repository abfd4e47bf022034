"""Where a name stands in a bulletin."""

from collections.abc import Iterator
from typing import NamedTuple

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.text.regex import Regex


class Mention(NamedTuple):
    """A name that stands somewhere in the text."""

    passage: Passage
    start: int
    end: int
    words: str


def mentions(manuscript: Manuscript, pattern: Regex, group: str | int = 0) -> Iterator[Mention]:
    """Yield each place where a pattern finds a name, or where a group of it does."""
    return (Mention(passage, *match.span(group), match[group]) for passage, match in manuscript.finds(pattern))
