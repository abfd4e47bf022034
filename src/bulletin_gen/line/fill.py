"""Fill lines and set them.

In: a measured paragraph and the room it has. Out: where each line starts and ends; the runs of one line.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from bulletin_gen.frozen import of_fields
from bulletin_gen.line.breaks import LineEnds
from bulletin_gen.line.strip import Strip
from bulletin_gen.pages import BLACK, Run

_SLASH = "/"  # LibreOffice breaks an address after it only where the line has room for one character more


class Slice(NamedTuple):
    """The glyphs start … end - 1 of a strip, spaces at the line's end included."""

    start: int
    end: int


class Measured(Protocol):
    """A paragraph as one endless line, of which it is known how much of it a line takes, and where one may end."""

    @property
    def text(self) -> str: ...

    @property
    def may_end(self) -> LineEnds: ...

    def count_that_fits(self, start: int, measure: float) -> int: ...


def fill(strip: Measured, first: float, rest: float, known: Sequence[Slice] = ()) -> list[Slice]:
    """Return the lines of a paragraph, filled greedily; empty text gives one empty line.

    `first` is the room of the first line in pt, `rest` that of the others. A word wider than a whole line is cut
    at the measure; a line holds at least one glyph. `known` are the lines that it begins with, where those are told.
    """
    lines = list(known)
    start, measure, length = (lines[-1].end, rest, len(strip.text)) if lines else (0, first, len(strip.text))
    while start < length:
        end = _line_end(strip, start, measure, length)
        lines.append(of_fields(Slice, (start, end)))
        start, measure = end, rest
    return lines or [Slice(0, 0)]


def _line_end(strip: Measured, start: int, measure: float, length: int) -> int:
    text = strip.text
    fits = start + (strip.count_that_fits(start, measure) or 1)
    while fits < length and text[fits] == " ":
        fits += 1
    if fits == length:
        return fits
    end, may_end = fits - (text[fits - 1] == _SLASH), strip.may_end
    while end > start and not may_end[end]:
        end -= 1
    return end if end > start else fits


def set_line(strip: Strip, line: Slice, x: float, measure: float | None = None) -> tuple[tuple[Run, ...], float]:
    """Return the runs of one line that starts at `x`, and by how much of its own width it was widened to `measure`.

    The width to spare is spread evenly over the gaps beside wide glyphs and after spaces, never inside a number,
    a Latin word, —— or ……. Spaces at the line's end stay in the text and out of the widths.
    """
    start, line_end = line
    end = strip.visible_end(start, line_end)
    if measure is not None and end > start:
        gaps, width = strip.runs.gives.count(1, start, end - 1), strip.width(start, end)
        spare = measure - width
        if gaps and width and spare > 0:
            return _runs(strip, start, line_end, end, x, spare / gaps), spare / width
    return _runs(strip, start, line_end, end, x, 0.0), 0.0


def _runs(strip: Strip, start: int, line_end: int, end: int, x: float, extra: float) -> tuple[Run, ...]:
    """Return the runs of a line whose last glyph to be seen is that before `end`, each gap that gives `extra` wider."""
    starts, looks, trackings, gives = strip.runs
    text, lefts, widths, size = strip.text, strip.lefts, strip.widths, strip.spacing.size
    origin, given = lefts[start], 0  # how many gaps before a run give
    made: list[Run] = []
    for index in range(bisect_right(starts, start) - 1, bisect_left(starts, line_end)):
        stop = starts[index + 1]
        if stop > line_end:
            stop = line_end
        seen = stop if stop < end else end
        left = x + lefts[start if start < end else end] - origin + extra * given  # spaces at the end take no room
        width = lefts[seen - 1] + widths[seen - 1] - lefts[start] if start < seen else 0.0
        spacing = trackings[index]
        if gives[start]:
            spacing += extra
            if start < seen:
                width += extra * (seen - start - 1)
                given += seen - start - 1
        if seen < end:
            given += gives[seen - 1]
        role, face, bold, scale = looks[index]
        made.append(of_fields(Run, (left, text[start:stop], role, face, size, spacing, width, BLACK, bold, scale)))
        start = stop
    return tuple(made)
