"""A rule: what it asks and why, what breaks it and what only looks as if it did, and the function that looks.

`wrong` and `right` are texts that a clerk can read: they stand on the rule's page, and the tests try each of them.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, Protocol, TypeAlias, TypeVar

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.office import ANY_OFFICE, Office
from bulletin_gen.finding import Finding, Quote, Severity
from bulletin_gen.frozen import frozen
from bulletin_gen.text.regex import Regex
from bulletin_gen.where import Where

_T = TypeVar("_T")


@frozen
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


@frozen
class Rule(Generic[_T]):
    """`name` is like `marks/unpaired`; `source` is the standard, dictionary or official usage that it rests on.

    `why` says what readers or editors take offence at; each text of `wrong` breaks the rule and none of `right` does,
    in an office that says `office` of itself. `on_final` is the severity on a final text (`stage: final`), None where
    it is the same there.
    """

    name: str
    severity: Severity
    title: str
    why: str
    source: str
    wrong: tuple[str, ...]
    right: tuple[str, ...]
    look: Callable[[_T], Iterator[Hit]]
    on_final: Severity | None = None
    office: Office = ANY_OFFICE

    @property
    def group(self) -> str:
        return self.name.partition("/")[0]

    def findings(self, given: _T, *, is_final: bool = False) -> Iterator[Finding]:
        """Yield what the rule finds in what it looks at."""
        severity = self.on_final if is_final and self.on_final else self.severity
        return (self._finding(hit, severity) for hit in self.look(given))

    def _finding(self, hit: Hit, severity: Severity) -> Finding:
        where, quote = hit.place, None
        if isinstance(hit.place, Passage):
            where, quote = hit.place.where, Quote(hit.place.raw, hit.start, hit.end)
        assert isinstance(where, Where)
        return Finding(self.name, severity, hit.message, hit.hint, where, self.source, quote, hit.instead)


def found_by(rules: Iterable[Rule[_T]], given: _T, is_final: bool = False) -> Iterator[Finding]:
    """Yield what rules find in what they look at, rule by rule."""
    return (finding for rule in rules for finding in rule.findings(given, is_final=is_final))


def on(
    name: str,
    severity: Severity,
    *,
    title: str,
    why: str,
    source: str,
    wrong: tuple[str, ...],
    right: tuple[str, ...],
    on_final: Severity | None = None,
    office: Office = ANY_OFFICE,
) -> Callable[[Callable[[_T], Iterator[Hit]]], Rule[_T]]:
    """Make a rule of the function that looks."""

    def made(look: Callable[[_T], Iterator[Hit]]) -> Rule[_T]:
        return Rule(name, severity, title, why, source, wrong, right, look, on_final, office)

    return made


def each_said(look: Callable[[Passage], Iterator[Hit]]) -> Callable[[Manuscript], Iterator[Hit]]:
    """Make a function that looks at one paragraph look at all of the bulletin itself, not at the page around it."""

    def everywhere(manuscript: Manuscript) -> Iterator[Hit]:
        return (hit for passage in manuscript.passages if passage.block is not None for hit in look(passage))

    return everywhere


@frozen
class EachMatching:
    """Looks at one paragraph after the other, and only at those in which one of the patterns may match.

    The patterns are asked of the text, or of the paragraph as it was written (`as_written`); paragraphs of the page
    around the bulletin are looked at where `around` says so.
    """

    look: Callable[[Passage], Iterator[Hit]]
    patterns: tuple[Regex, ...]
    as_written: bool = False
    around: bool = False

    def __call__(self, manuscript: Manuscript) -> Iterator[Hit]:
        found = manuscript.raw_for_any_of if self.as_written else manuscript.for_any_of
        passages = (passage for passage in found(*self.patterns) if self.around or passage.block is not None)
        return (hit for passage in passages for hit in self.look(passage))


_Look: TypeAlias = Callable[[Callable[[Passage], Iterator[Hit]]], EachMatching]


def each_saying(*patterns: Regex) -> _Look:
    """Make a function look, as `each_said` does, at those paragraphs that the patterns it looks for may match in."""
    return lambda look: EachMatching(look, patterns)


def each_written(*patterns: Regex) -> _Look:
    """Make a function that looks for patterns in `raw` do as `each_saying` does."""
    return lambda look: EachMatching(look, patterns, as_written=True)


def each_anywhere(*patterns: Regex) -> _Look:
    """Make a function look, as `each_saying` does, at the page around the bulletin as well."""
    return lambda look: EachMatching(look, patterns, around=True)
