"""Fill lines and set them.

In: a measured paragraph and the room it has. Out: where each line starts and ends; the runs of one line.
"""

from bisect import bisect_left, bisect_right
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
    fits = start + (strip.count_that_fits(start, measure) or 1)
    while text[fits : fits + 1] == " ":
        fits += 1
    if fits == len(text):
        return fits
    end, may_end = fits - (text[fits - 1] == _SLASH), strip.may_end
    while end > start and not may_end[end]:
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
    spare = max(0.0, measure - width) if gaps and width else 0.0
    return Justified(_runs(strip, line, end, x, spare / gaps if spare else 0.0), spare / width if spare else 0.0)


def _runs(strip: Strip, line: Slice, end: int, x: float, extra: float) -> tuple[Run, ...]:
    """Return the runs of a line whose last glyph to be seen is that before `end`, each gap that gives `extra` wider."""
    starts, looks, trackings, _, rigid = strip.runs
    text, lefts, widths, size = strip.text, strip.lefts, strip.widths, strip.spacing.size
    start, line_end = line
    first, beyond = bisect_right(starts, start) - 1, bisect_left(starts, line_end)
    origin, given = lefts[start], 0  # how many gaps before a run give
    made: list[Run] = []
    for index in range(first, beyond):
        stop = starts[index + 1] if index + 1 < beyond else line_end
        seen = stop if stop < end else end
        left = x + lefts[start if start < end else end] - origin  # spaces at the end take no room
        width = lefts[seen - 1] + widths[seen - 1] - lefts[start] if seen > start else 0.0
        spacing = trackings[index]
        if extra:
            left += extra * given
            if start not in rigid:
                spacing += extra
                if seen > start:
                    width += extra * (seen - start - 1)
                    given += seen - start - 1
            if seen < end and seen - 1 not in rigid:
                given += 1
        role, face, bold, scale = looks[index]
        made.append(Run(left, text[start:stop], role, face, size, spacing, width, BLACK, bold, scale))
        start = stop
    return tuple(made)
