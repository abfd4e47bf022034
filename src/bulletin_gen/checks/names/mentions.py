"""Where a name stands in a bulletin."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bulletin_gen.checks.manuscript import Manuscript, Passage


class Mention(NamedTuple):
    """A name that stands somewhere in the text."""

    passage: Passage
    start: int
    end: int
    words: str


def mentions(manuscript: Manuscript, pattern: re.Pattern[str], group: str | int = 0) -> Iterator[Mention]:
    """Yield each place where a pattern finds a name, or where a group of it does."""
    for passage in manuscript.passages:
        for match in pattern.finditer(passage.text):
            yield Mention(passage, *match.span(group), match[group])
