"""What the spans of a text look like on a page: a colour, a box behind them, a stroke under or through them.

In: a line that is set, and the stretches of its text that are not just plain. Out: its runs in their colours; its
marks; what these draw.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, islice

from bulletin_gen.layout.rows import Drawing, Mark, Row, join_drawings
from bulletin_gen.line.fill import Slice
from bulletin_gen.line.strip import Strip
from bulletin_gen.pages import Highlight, Origin, Remark, Run, Stroke
from bulletin_gen.spans import Commented, Deleted, Inserted
from bulletin_gen.style import DraftStyle, Style
from bulletin_gen.units import mm_to_pt

# How far a box reaches above and below the baseline.
_ABOVE_EM, _BELOW_EM = 0.88, 0.18
# How far under the baseline an underline is drawn, and how far above it a stroke through Han characters.
_UNDER_EM, _THROUGH_EM = 0.14, 0.35


def coloured(strip: Strip, piece: Slice, runs: Sequence[Run], style: DraftStyle) -> tuple[Run, ...]:
    """Return the runs of a line, those that were inserted or deleted in their colours."""
    starts = accumulate((len(run.text) for run in runs), initial=piece.start)
    placed = zip(runs, starts, strict=False)
    return tuple(run._replace(colour=_colour(strip, start, style) or run.colour) for run, start in placed)


def _colour(strip: Strip, at: int, style: DraftStyle) -> str:
    """Return the colour of the innermost change that glyph `at` lies in, or nothing."""
    around = [stretch.span for stretch in strip.spans_in(at, at + 1)]
    changes = [
        style.inserted_colour if isinstance(span, Inserted) else style.deleted_colour
        for span in around
        if isinstance(span, Inserted | Deleted)
    ]
    return changes[-1] if changes else ""


def marks_of(strip: Strip, piece: Slice, runs: Sequence[Run]) -> Iterator[Mark]:
    """Yield the marks of a line, or of its part of longer ones."""
    edges = list(_glyph_edges(strip, piece, runs))
    for stretch in strip.spans_in(piece.start, piece.end):
        start, end = max(stretch.start, piece.start), min(stretch.end, piece.end)
        yield Mark(edges[start - piece.start][0], edges[end - 1 - piece.start][1], stretch.span)


def _glyph_edges(strip: Strip, piece: Slice, runs: Sequence[Run]) -> Iterator[tuple[float, float]]:
    """Yield left and right of each glyph of a line that is set."""
    widths = iter([strip.width(index, index + 1) for index in range(piece.start, piece.end)])
    for run in runs:
        left = run.x
        for width in islice(widths, len(run.text)):
            yield left, left + width
            left += width + run.spacing


def draw_marks(row: Row, baseline: float, origin: Origin, style: Style) -> Drawing:
    """Return what the marks of a row draw, of which there are some: boxes behind its text, strokes, and a bar beside
    what was changed.
    """
    size = max(run.size for run in row.runs)
    drawings = [_drawn(mark, baseline, size, origin, style.draft) for mark in row.marks]
    if any(isinstance(mark.span, Inserted | Deleted) for mark in row.marks):
        drawings.append(Drawing(strokes=(_bar(baseline, origin, style),)))
    return join_drawings(drawings)


def _drawn(mark: Mark, baseline: float, size: float, origin: Origin, style: DraftStyle) -> Drawing:
    top, bottom = baseline - _ABOVE_EM * size, baseline + _BELOW_EM * size
    box = (mark.left, top, mark.right, bottom)
    match mark.span:
        case Inserted():
            return _stroke(mark, baseline + _UNDER_EM * size, style.inserted_colour, origin, style)
        case Deleted():
            return _stroke(mark, baseline - _THROUGH_EM * size, style.deleted_colour, origin, style)
        case Commented(_, comment):
            return Drawing(highlights=(Highlight(*box, style.remark_colour),), remarks=(Remark(*box, comment),))
        case _:
            return Drawing(highlights=(Highlight(*box, style.highlight),))


def _stroke(mark: Mark, y: float, colour: str, origin: Origin, style: DraftStyle) -> Drawing:
    return Drawing(strokes=(Stroke(mark.left, y, mark.right, y, style.change_stroke_pt, colour, origin),))


def _bar(baseline: float, origin: Origin, style: Style) -> Stroke:
    """Return the bar in the margin, as high as a row of the grid, so that the bars of a paragraph are one."""
    pitch = style.grid.line_pitch_pt
    top = baseline - style.grid.baseline_ratio * pitch
    x = style.page.text_left_pt - mm_to_pt(style.draft.change_bar_mm)
    return Stroke(x, top, x, top + pitch, style.draft.change_stroke_pt, origin=origin)
