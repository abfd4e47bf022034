"""Where the glyphs of a PDF stand, read from the file alone: whoever made it, the measure is the same.

In: a PDF. Out: its pages as lines of glyphs, in pt from the top left corner of the page; `in_mm` for the standard.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

import pdfplumber
from PIL import Image, ImageOps

from judges import page_png

_PT_PER_MM = 72 / 25.4
_SAME_LINE_PT = 2.0
_DPI = 300
# How far an ideographic em box reaches above and below its baseline, in em.
_ABOVE, _BELOW = 0.88, 0.12

Box: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True)
class Glyph:
    """`left` is the glyph's origin, `right` where its advance ends; `font` is without the subset tag."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    font: str


@dataclass(frozen=True)
class Line:
    """The glyphs that share a baseline, from left to right; blanks are left out, and so is text that is turned."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def baseline(self) -> float:
        return self.glyphs[0].baseline

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        return self.glyphs[-1].right

    @property
    def size(self) -> float:
        return self.glyphs[0].size

    @property
    def is_all_han(self) -> bool:
        return all("\u4e00" <= glyph.text <= "\u9fff" for glyph in self.glyphs)

    @property
    def pitches(self) -> list[float]:
        """The steps from one glyph's origin to the next."""
        return [later.left - earlier.left for earlier, later in pairwise(self.glyphs)]


@dataclass(frozen=True)
class Page:
    number: int  # from 1
    width: float
    height: float
    lines: tuple[Line, ...]

    def of_size(self, size: float) -> list[Line]:
        return [line for line in self.lines if abs(line.size - size) < 0.1]


def in_mm(pt: float) -> float:
    return pt / _PT_PER_MM


def read_pages(pdf: Path) -> list[Page]:
    """Return the pages of a PDF in order, their lines from top to bottom."""
    with pdfplumber.open(pdf) as opened:
        return [
            Page(number, float(page.width), float(page.height), _lines(page))
            for number, page in enumerate(opened.pages, 1)
        ]


def line_box_edges(lines: Iterable[Line], pitch: float) -> tuple[float, float]:
    """Return the top of the first and the bottom of the last line's box, the em box centred in its pitch."""
    first, *_, last = lines
    above = first.size * _ABOVE + (pitch - first.size) / 2
    below = last.size * _BELOW + (pitch - last.size) / 2
    return first.baseline - above, last.baseline + below


def ink_box(pdf: Path, page: int, region: Box) -> Box:
    """Return the edges of the ink within a region of a page. Both are left, top, right, bottom in mm."""
    picture = Image.open(io.BytesIO(page_png(pdf, page, dpi=_DPI))).convert("L")
    dots = tuple(round(edge * _DPI / 25.4) for edge in region)
    ink = ImageOps.invert(picture).crop(dots).getbbox()
    assert ink, f"no ink in {region} on page {page}"
    left, top, *_ = dots
    shifted = zip(ink, (left, top, left, top), strict=True)
    return tuple((edge + start) * 25.4 / _DPI for edge, start in shifted)


def _lines(page: pdfplumber.page.Page) -> tuple[Line, ...]:
    rows: list[list[Glyph]] = []
    for glyph in sorted(_glyphs(page), key=lambda glyph: glyph.baseline):
        if not rows or glyph.baseline - rows[-1][-1].baseline > _SAME_LINE_PT:
            rows.append([])
        rows[-1].append(glyph)
    return tuple(Line(tuple(sorted(row, key=lambda glyph: glyph.left))) for row in rows)


def _glyphs(page: pdfplumber.page.Page) -> list[Glyph]:
    return [
        Glyph(
            text=char["text"],
            left=char["x0"],
            right=char["x1"],
            baseline=float(page.height) - char["matrix"][5],
            size=round(char["size"], 2),
            font=char["fontname"].partition("+")[2] or char["fontname"],
        )
        for char in page.chars
        if not char["text"].isspace() and char["matrix"][1] == 0
    ]
