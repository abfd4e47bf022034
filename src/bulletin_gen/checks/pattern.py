"""Rules that a pattern decides: it finds the words, and a function says what is wrong with them, if anything."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.rule import Hit

# A message and a hint; None where the words are right after all.
Said: TypeAlias = tuple[str, str] | None


@dataclass(frozen=True)
class EachMatch:
    """Looks at every match in every paragraph, or at the first alone (`once`): taste is told once.

    The words quoted are those of the group `it`, where the pattern has one.
    """

    pattern: re.Pattern[str]
    say: Callable[[re.Match[str]], Said]
    once: bool = False

    def __call__(self, manuscript: Manuscript) -> Iterator[Hit]:
        for passage in manuscript.passages:
            for hit in self._hits(passage):
                yield hit
                if self.once:
                    return

    def _hits(self, passage: Passage) -> Iterator[Hit]:
        quoted = "it" if "it" in self.pattern.groupindex else 0
        for match in self.pattern.finditer(passage.text):
            said = self.say(match)
            if said:
                yield Hit(passage, *said, *match.span(quoted))


def each_match(pattern: str, *, once: bool = False) -> Callable[[Callable[[re.Match[str]], Said]], EachMatch]:
    """Make a function that says what is wrong with a match look at a manuscript."""

    def made(say: Callable[[re.Match[str]], Said]) -> EachMatch:
        return EachMatch(re.compile(pattern), say, once)

    return made
