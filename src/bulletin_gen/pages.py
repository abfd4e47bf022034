"""Pages: where each line and each run of glyphs stands.

All lengths in pt; the origin is the top left corner of the page, y grows downwards, `baseline` is the y of the
baseline. Of what a page has dozens of, each is a named tuple: made in half the time of a dataclass.
"""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from bulletin_gen.element import Element
from bulletin_gen.frozen import frozen
from bulletin_gen.spans import Comment
from bulletin_gen.style import FaceRole
from bulletin_gen.where import Where

BLACK = "000000"


class Run(NamedTuple):
    """Glyphs of one face and size with one spacing.

    `x` is the origin of the first glyph; each glyph stands `scale * advance + spacing` after the one before, where
    advance comes from the face, whose glyphs are drawn `scale` times as wide. `face` is the key of the face that
    draws it, as the metrics named it; it differs from the role's own face where a character had to fall back.
    """

    x: float
    text: str
    role: FaceRole
    face: str
    size: float
    spacing: float
    width: float  # from x to the right edge of the last glyph
    colour: str = BLACK  # RRGGBB
    bold: bool = False
    scale: float = 1.0


@frozen
class Origin:
    """What something on a page is, and where it comes from.

    `block` is the index of its block in the Document, None for what the page adds itself: its number, the mark of a
    draft. `cell` is the row and the column of a cell in its table or form, both from 0, the head row being row 0.
    """

    element: Element = Element.OTHER
    block: int | None = None
    where: Where = Where()
    cell: tuple[int, int] | None = None

    def of(self, element: Element) -> "Origin":
        """Return the origin of another element of the same block."""
        return replace(self, element=element)


class Line(NamedTuple):
    """One line. `row` counts from 0 down the page's grid; None for what stands off the grid.

    `stretch` is by how much of its own width a justified line had to be widened: 0.1 for a tenth.
    """

    baseline: float
    runs: tuple[Run, ...]
    row: int | None
    starts_paragraph: bool = False
    origin: Origin = Origin()
    stretch: float = 0.0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@frozen
class Bookmark:
    """A heading, for the outline: `depth` from 0, `y` the top of its line on the page (0-based)."""

    text: str
    depth: int
    page: int
    y: float


class Stroke(NamedTuple):
    """A straight line between two points; `thickness` is shared evenly by both sides of it.

    Its element is that of a rule (分隔线), of the table whose rule it is, or of the text that it marks as changed.
    """

    x1: float
    y1: float
    x2: float
    y2: float
    thickness: float
    colour: str = BLACK
    origin: Origin = Origin()


@frozen
class Highlight:
    """A coloured box under the text."""

    left: float
    top: float
    right: float
    bottom: float
    colour: str


@frozen
class Remark:
    """A reviewer's remark, and the box around what it is about; a remark on several lines has a box on each."""

    left: float
    top: float
    right: float
    bottom: float
    comment: Comment


@frozen
class Watermark:
    """A text under the page's own: `x`, `y` is the middle of its baseline, by which it rises at `angle` degrees.

    Of its runs only the distances count.
    """

    runs: tuple[Run, ...]
    x: float
    y: float
    angle: float


@frozen
class Page:
    """One page. `footer` has no runs where no number is shown; `header` is the mark of a draft.

    A `turned` page is read with the paper's left side up: all but the footer stands on paper of swapped sides,
    the footer where it stands on every other page.
    """

    number: int  # from 1
    lines: tuple[Line, ...]
    footer: Line
    strokes: tuple[Stroke, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    remarks: tuple[Remark, ...] = ()
    header: Line | None = None
    watermark: Watermark | None = None
    turned: bool = False

    def runs(self) -> Iterator[Run]:
        """Yield every run: the draft's mark, the text in reading order, the page number, the watermark."""
        shown = (self.header, *self.lines, self.footer, self.watermark)
        return chain.from_iterable([one.runs for one in shown if one is not None])


class ColophonPlace(StrEnum):
    """Where the 版记 stands: on the text's last page, alone on the next one, or on the one after that, which stays
    blank."""

    SHARED = "shared"
    NEXT = "next"
    AFTER_BLANK = "after blank"


@frozen
class Pages:
    """`width` and `height` are the paper's."""

    width: float
    height: float
    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...]
    colophon: ColophonPlace = ColophonPlace.SHARED

    def runs(self) -> Iterator[Run]:
        """Yield every run in the order of the pages."""
        return chain.from_iterable([page.runs() for page in self.pages])
