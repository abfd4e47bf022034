"""What blocks are set as: rows of the grid, and drawings that stand off it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from bulletin_gen.frozen import frozen
from bulletin_gen.pages import Highlight, Line, Origin, Remark, Run, Stroke
from bulletin_gen.spans import Holder, Pending


class Drawing(NamedTuple):
    """What stands on a page; y counts from the top of the row that the drawing belongs to."""

    lines: tuple[Line, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def moved(self, down: float) -> "Drawing":
        """Return the drawing further down by that many pt."""
        return Drawing(
            tuple(line._replace(baseline=line.baseline + down) for line in self.lines),
            tuple(stroke._replace(y1=stroke.y1 + down, y2=stroke.y2 + down) for stroke in self.strokes),
            tuple(replace(box, top=box.top + down, bottom=box.bottom + down) for box in self.highlights),
            tuple(replace(box, top=box.top + down, bottom=box.bottom + down) for box in self.remarks),
        )


@frozen
class Mark:
    """The part of a line that lies in a span that is not just plain: its left and right edge."""

    left: float
    right: float
    span: Pending | Holder


class Row(NamedTuple):
    """One row of the grid; without runs it is blank. `keep`: it may not be the last of its page.

    `origin` None is that of the row's block. `heading` is the text and depth of the heading that starts here.
    `drawing` is what else hangs on the row.
    """

    runs: tuple[Run, ...] = ()
    keep: bool = False
    starts_paragraph: bool = False
    origin: Origin | None = None
    heading: tuple[str, int] | None = None
    marks: tuple[Mark, ...] = ()
    drawing: Drawing | None = None
    stretch: float = 0.0


def beside(rows: Sequence[Row]) -> Row:
    """Return one row on which all of them stand, from left to right."""
    runs = tuple(run for row in rows for run in row.runs)
    return rows[0]._replace(runs=runs, marks=tuple(mark for row in rows for mark in row.marks))


def join_drawings(drawings: Sequence[Drawing]) -> Drawing:
    """Return one drawing that holds what all of them hold, in their order."""
    if len(drawings) == 1:
        return drawings[0]
    return Drawing(
        tuple(chain.from_iterable([drawing.lines for drawing in drawings])),
        tuple(chain.from_iterable([drawing.strokes for drawing in drawings])),
        tuple(chain.from_iterable([drawing.highlights for drawing in drawings])),
        tuple(chain.from_iterable([drawing.remarks for drawing in drawings])),
    )


def begun(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a paragraph, the first marked as its beginning."""
    first, *others = rows
    return [first._replace(starts_paragraph=True), *others]


def kept(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, none of which may be the last of its page."""
    return [row._replace(keep=True) for row in rows]
