"""Fill lines and set them.

In: a measured paragraph and the room it has. Out: where each line starts and ends; the runs of one line.
"""

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import NamedTuple

from bulletin_gen.line.strip import Strip
from bulletin_gen.pages import BLACK, Run

_SLASH = "/"  # LibreOffice breaks an address after it only where the line has room for one character more


class Slice(NamedTuple):
    """The glyphs start … end - 1 of a strip, spaces at the line's end included."""

    start: int
    end: int


def fill(strip: Strip, first: float, rest: float) -> list[Slice]:
    """Return the lines of a paragraph, filled greedily; empty text gives one empty line.

    `first` is the room of the first line in pt, `rest` that of the others. A word wider than a whole line is cut
    at the measure; a line holds at least one glyph.
    """
    lines: list[Slice] = []
    start, measure = 0, first
    while start < len(strip.text):
        end = _line_end(strip, start, measure)
        lines.append(Slice(start, end))
        start, measure = end, rest
    return lines or [Slice(0, 0)]


def _line_end(strip: Strip, start: int, measure: float) -> int:
    text = strip.text
    fits = start + max(1, strip.count_that_fits(start, measure))
    while fits < len(text) and text[fits] == " ":
        fits += 1
    if fits == len(text):
        return fits
    end = fits - 1 if text[fits - 1] == _SLASH else fits
    while end > start and not strip.may_end[end]:
        end -= 1
    return end if end > start else fits


def set_line(strip: Strip, line: Slice, x: float) -> tuple[Run, ...]:
    """Return the runs of one line that starts at `x`. Spaces at its end stay in the text and out of the widths."""
    return _runs(strip, line, strip.visible_end(line.start, line.end), x, 0.0)


class Justified(NamedTuple):
    """A line that reaches from edge to edge: its runs, and by how much of its own width it was widened for it."""

    runs: tuple[Run, ...]
    stretch: float


def justify_line(strip: Strip, line: Slice, x: float, measure: float) -> Justified:
    """Return one line that starts at `x`, widened to `measure`.

    The width to spare is spread evenly over the gaps beside wide glyphs and after spaces, never inside a number,
    a Latin word, —— or ……. Spaces at the line's end are set like those of any other line.
    """
    end = strip.visible_end(line.start, line.end)
    gaps, width = strip.runs.count_that_give(line.start, end - 1), strip.width(line.start, end)
    spare = max(0.0, measure - width) if gaps else 0.0
    return Justified(_runs(strip, line, end, x, spare / gaps if spare else 0.0), spare / width if spare else 0.0)


def _runs(strip: Strip, line: Slice, end: int, x: float, extra: float) -> tuple[Run, ...]:
    """Return the runs of a line whose last glyph to be seen is that before `end`, each gap that gives `extra` wider."""
    firsts, starts, _, rigid = strip.runs
    text, lefts, size = strip.text, strip.lefts, strip.spacing.size
    if line.start == line.end:
        return ()
    index, beyond = bisect_right(starts, line.start) - 1, bisect_left(starts, line.end)
    made: list[Run] = []
    given = 0  # how many gaps before a run give
    edges = pairwise((line.start, *starts[index + 1 : beyond], line.end))
    for segment, (start, stop) in zip(firsts[index:beyond], edges, strict=True):
        left = x + lefts[min(start, end)] - lefts[line.start]  # spaces at the end take no room
        width, spacing = strip.width(start, min(stop, end)), segment.tracking
        if extra:
            left += extra * given
            gives, last = start not in rigid, min(stop, end - 1) - 1
            if gives:
                spacing += extra
                width += extra * max(0, min(stop, end) - start - 1)
            if last >= start:
                given += gives * (last - start) + (last not in rigid)
        role, face, bold, scale = segment.first.look
        made.append(Run(left, text[start:stop], role, face, size, spacing, width, BLACK, bold, scale))
    return tuple(made)
