"""A rule: what it asks and why, what breaks it and what only looks as if it did, and the function that looks.

`wrong` and `right` are texts that a clerk can read: they stand on the rule's page, and the tests try each of them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.finding import Finding, Quote, Severity
from bulletin_gen.where import Where

_T = TypeVar("_T")


@dataclass(frozen=True)
class Hit:
    """What a rule found: characters start … end - 1 of a passage, or a place without words of its own (`Where`).

    `instead` is what belongs there where the cure is mechanical: it changes marks and white space, never words.
    """

    place: Passage | Where
    message: str
    hint: str = ""
    start: int = 0
    end: int = 0
    instead: str | None = None


class Found(Protocol):
    """What was read in a text, a figure or a date: characters start … end - 1 of a passage."""

    @property
    def passage(self) -> Passage: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def hit_on(found: Found, message: str, hint: str) -> Hit:
    """Return a hit on what was read in a text."""
    return Hit(found.passage, message, hint, found.start, found.end)


@dataclass(frozen=True)
class Rule(Generic[_T]):
    """`name` is like `marks/unpaired`; `source` is the standard, dictionary or official usage that it rests on.

    `why` says what readers or editors take offence at; each text of `wrong` breaks the rule and none of `right` does.
    """

    name: str
    severity: Severity
    title: str
    why: str
    source: str
    wrong: tuple[str, ...]
    right: tuple[str, ...]
    look: Callable[[_T], Iterator[Hit]]

    @property
    def group(self) -> str:
        return self.name.partition("/")[0]

    def findings(self, given: _T) -> Iterator[Finding]:
        """Yield what the rule finds in what it looks at."""
        return (self._finding(hit) for hit in self.look(given))

    def _finding(self, hit: Hit) -> Finding:
        where, quote = hit.place, None
        if isinstance(hit.place, Passage):
            where, quote = hit.place.where, Quote(hit.place.raw, hit.start, hit.end)
        assert isinstance(where, Where)
        return Finding(self.name, self.severity, hit.message, hit.hint, where, self.source, quote, hit.instead)


def on(
    name: str,
    severity: Severity,
    *,
    title: str,
    why: str,
    source: str,
    wrong: tuple[str, ...],
    right: tuple[str, ...],
) -> Callable[[Callable[[_T], Iterator[Hit]]], Rule[_T]]:
    """Make a rule of the function that looks."""

    def made(look: Callable[[_T], Iterator[Hit]]) -> Rule[_T]:
        return Rule(name, severity, title, why, source, wrong, right, look)

    return made


def each_passage(look: Callable[[Passage], Iterator[Hit]]) -> Callable[[Manuscript], Iterator[Hit]]:
    """Make a function that looks at one paragraph look at all of a manuscript."""

    def everywhere(manuscript: Manuscript) -> Iterator[Hit]:
        return (hit for passage in manuscript.passages for hit in look(passage))

    return everywhere
