"""Rules that a pattern decides: it finds the words, and a function says what is wrong with them, if anything."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.rule import Hit
from bulletin_gen.frozen import frozen
from bulletin_gen.text.regex import Regex

# A message and a hint; None where the words are right after all.
Said: TypeAlias = tuple[str, str] | None
_NEAR = 40


@frozen
class EachMatch:
    """Looks at every match in every paragraph, or at the first alone (`once`): taste is told once.

    The words quoted are those of the group `it`, where the pattern has one.
    """

    pattern: Regex
    say: Callable[[re.Match[str]], Said]
    once: bool = False

    def __call__(self, manuscript: Manuscript) -> Iterator[Hit]:
        passages = manuscript.for_any_of(self.pattern)
        return self._told(passages) if passages else iter(())

    def _told(self, passages: Iterable[Passage]) -> Iterator[Hit]:
        for passage in passages:
            for match in self.pattern.finditer(passage.text):
                if said := self.say(match):
                    yield Hit(passage, *said, *match.span("it" if "it" in match.re.groupindex else 0))
                    if self.once:
                        return


def each_match(pattern: str, *, once: bool = False) -> Callable[[Callable[[re.Match[str]], Said]], EachMatch]:
    """Make a function that says what is wrong with a match look at a manuscript."""
    return lambda say: EachMatch(Regex(pattern), say, once)


def before(match: re.Match[str], group: str | int = 0, count: int = 1) -> str:
    """Return what stands right before a match, or before a group of it: a pattern that looks for it itself is slow."""
    start = match.start(group)
    return match.string[max(start - count, 0) : start]


def after(match: re.Match[str], group: str | int = 0, count: int = 1) -> str:
    """Return what stands right after a match, or after a group of it."""
    return match.string[match.end(group) : match.end(group) + count]


def sentence(match: re.Match[str]) -> str:
    """Return the sentence that a match begins in, or so much of it as stands within forty characters."""
    text, start, end = match.string, match.start(), match.end()
    return text[max(start - _NEAR, 0) : start].rpartition("。")[2] + text[start : end + _NEAR].partition("。")[0]
