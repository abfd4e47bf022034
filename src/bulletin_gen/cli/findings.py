"""Findings for a person at a terminal: by file and severity, each with its sentence and the place marked in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import bulletin_gen
from bulletin_gen.cli.terminal import Colour, display_width, terminal_width, wrap
from bulletin_gen.finding import Finding, Quote, Severity

Parts = list[tuple[str, Colour | None]]

_COLOURS = {
    Severity.ERROR: Colour.RED,
    Severity.WARNING: Colour.YELLOW,
    Severity.ADVICE: Colour.GREEN,
    Severity.NOTE: Colour.GREY,
}
_NO_FILE = "通报"
_INDENT = 4
_NARROWEST = 8  # characters on either side of the words


def told(findings: Sequence[Finding]) -> Iterator[Parts]:
    """Yield the lines that tell the findings: by file in the order given, in each the worst first."""
    by_file = groupby(findings, key=lambda finding: finding.where.file)
    for file, found in by_file:
        yield [(file or _NO_FILE, Colour.BOLD)]
        yield from _told_of_file(list(found))
        yield [("", None)]


def _told_of_file(findings: Sequence[Finding]) -> Iterator[Parts]:
    for severity in Severity:
        for finding in findings:
            if finding.severity is severity:
                yield from _told(finding)


def _told(finding: Finding) -> Iterator[Parts]:
    width = terminal_width()
    place = _place(finding.where)
    yield [
        (f"  {finding.severity}", _COLOURS[finding.severity]),
        (f"  {place}" if place else "", None),
        (f"  {finding.rule}", Colour.GREY),
    ]
    hint = f"；{finding.hint}" if finding.hint else ""
    for line in wrap(f"{' ' * _INDENT}{finding.message}{hint}", width, indent=_INDENT):
        yield [(line, None)]
    if finding.quote is not None:
        yield from _marked(finding.quote, width - 2 * _INDENT, _COLOURS[finding.severity])


def _place(where: bulletin_gen.Where) -> str:
    """Return `12:5 results.heading`, without the file."""
    numbers = ":".join(str(number) for number in (where.line, where.column) if number is not None)
    return " ".join(filter(None, (numbers, where.named)))


def _marked(quote: Quote, width: int, colour: Colour) -> Iterator[Parts]:
    """Yield the sentence on one line, and below it a mark under the words."""
    shown = _fitted(quote, width)
    space = " " * (2 * _INDENT)
    before, after = shown.paragraph[: shown.start], shown.paragraph[shown.end :]
    yield [(f"{space}{before}", None), (shown.words, colour), (after, None)]
    mark = "^" * max(1, display_width(shown.words))
    yield [(f"{space}{' ' * display_width(before)}", None), (mark, colour)]


def _fitted(quote: Quote, width: int) -> Quote:
    """Return the words with as much of their sentence as fits on a line."""
    for most in range(width // 2, _NARROWEST, -2):
        shown = quote.in_sentence(most)
        if display_width(shown.paragraph) <= width:
            return shown
    return quote.in_sentence(_NARROWEST)
