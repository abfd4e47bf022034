"""Fill lines and set them.

In: a measured paragraph and the room it has. Out: where each line starts and ends; the runs of one line.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from bulletin_gen.line.strip import Strip
from bulletin_gen.pages import Run

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
    while start < len(strip.glyphs):
        end = _line_end(strip, start, measure)
        lines.append(Slice(start, end))
        start, measure = end, rest
    return lines or [Slice(0, 0)]


def _line_end(strip: Strip, start: int, measure: float) -> int:
    fits = start + max(1, strip.count_that_fits(start, measure))
    while fits < len(strip.text) and strip.text[fits] == " ":
        fits += 1
    ends_at_slash = fits < len(strip.text) and strip.text[fits - 1] == _SLASH
    return next((end for end in range(fits - ends_at_slash, start, -1) if strip.may_end[end]), fits)


def set_line(strip: Strip, line: Slice, x: float, measure: float | None = None) -> tuple[Run, ...]:
    """Return the runs of one line that starts at `x`; `measure` asks for justifying to that width.

    The width to spare is spread evenly over the gaps beside wide glyphs and after spaces, never inside a number,
    a Latin word, —— or ……. Spaces at the line's end stay in the text and out of the widths.
    """
    end = strip.visible_end(line.start, line.end)
    extra = 0.0 if measure is None else _extra(strip, line.start, end, measure)
    runs: list[Run] = []
    for start, stop in _run_slices(strip, line):
        left = x + strip.lefts[min(start, end)] - strip.lefts[line.start]  # spaces at the end take no room
        if extra:
            left += extra * strip.stretches[line.start : min(start, end - 1)].count(True)
        runs.append(_run(strip, start, stop, min(stop, end), left, extra))
    return tuple(runs)


def stretch_of(strip: Strip, line: Slice, measure: float) -> float:
    """Return by how much of its own width a line is widened when it is justified to `measure`."""
    end = strip.visible_end(line.start, line.end)
    width = strip.width(line.start, end)
    return max(0.0, measure - width) / width if width and _extra(strip, line.start, end, measure) else 0.0


def _extra(strip: Strip, start: int, end: int, measure: float) -> float:
    """Return how much wider each gap that may stretch becomes."""
    gaps = strip.stretches[start : end - 1].count(True)
    return max(0.0, measure - strip.width(start, end)) / gaps if gaps else 0.0


def _run_slices(strip: Strip, line: Slice) -> Iterator[tuple[int, int]]:
    """Yield start and end of each run of the line: glyphs of one face, evenly set."""
    if line.start == line.end:
        return
    first = bisect_right(strip.run_starts, line.start)
    last = bisect_left(strip.run_starts, line.end)
    yield from pairwise((line.start, *strip.run_starts[first:last], line.end))


def _run(strip: Strip, start: int, stop: int, visible: int, left: float, extra: float) -> Run:
    role, face, bold, scale = strip.glyphs[start].look
    stretch = extra if extra and start < len(strip.stretches) and strip.stretches[start] else 0.0
    width = strip.width(start, visible) + stretch * max(0, visible - start - 1)
    spacing = strip.trackings[start] + stretch
    text, size = strip.text[start:stop], strip.spacing.size
    return Run(left, text, role, face, size, spacing, width, bold=bold, scale=scale)
