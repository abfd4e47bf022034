"""Pages: where each line and each run of glyphs stands.

All lengths in pt; the origin is the top left corner of the page, y grows downwards, `baseline` is the y of the
baseline.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bulletin_gen.style import FaceRole
from bulletin_gen.where import Where


@dataclass(frozen=True)
class Run:
    """Glyphs of one face and size with one spacing.

    `x` is the origin of the first glyph; each glyph stands `advance + spacing` after the one before, where
    advance comes from the face. `face` is the key of the face that draws it, as the metrics named it; it differs
    from the role's own face where a character had to fall back.
    """

    x: float
    text: str
    role: FaceRole
    face: str
    size: float
    spacing: float
    width: float  # from x to the right edge of the last glyph


@dataclass(frozen=True)
class Line:
    """One line. `row` counts from 0 down the page's grid; None for what stands off the grid (the page number)."""

    baseline: float
    runs: tuple[Run, ...]
    row: int | None
    starts_paragraph: bool = False
    where: Where = Where()

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Bookmark:
    """A heading, for the outline: `depth` from 0, `y` the top of its line on the page (0-based)."""

    text: str
    depth: int
    page: int
    y: float


@dataclass(frozen=True)
class Page:
    number: int  # from 1
    lines: tuple[Line, ...]
    footer: Line


@dataclass(frozen=True)
class Pages:
    width: float
    height: float
    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...]

    def runs(self) -> Iterator[Run]:
        """Yield every run in the order of the pages, the page numbers included."""
        for page in self.pages:
            for line in (*page.lines, page.footer):
                yield from line.runs
