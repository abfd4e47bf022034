"""Where what stands on the pages of an official document stands: the words in which tests say it.

In: a PDF, whoever made it. Out: places in mm. Words count from the top left corner of the page as it is read, ink from
that of the paper as it is bound, which on turned pages is another one. Rows of the grid count from 0.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import pdfplumber
from PIL import Image, ImageChops

from measure import Line, Page, in_mm, read_pages

TOP, RIGHT, BOTTOM, LEFT = 37, 184, 262, 28  # the edges of the text area: 5.2.1
PAPER_WIDTH, PAPER_HEIGHT = 210, 297
PITCH = in_mm(28.95)  # of the lines: 5.2.3
CELL = 156 / 28  # 一字
_BASELINE = 0.8  # of a row's height, from its top
_FINE, _COARSE = 300, 200  # dots per inch
_NUMBER_FROM = BOTTOM + 2
_DASH = 1.5  # this much of the page number's ink is its first dash


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Words:
    """A stretch of one line."""

    text: str
    left: float
    right: float
    row: float
    size: float  # pt

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2

    @property
    def top(self) -> float:
        """The top of the row, not of the ink."""
        return TOP + self.row * PITCH

    @property
    def bottom(self) -> float:
        return self.top + PITCH


@dataclass(frozen=True)
class Printed:
    """A printed document; pages count from 1."""

    pdf: Path

    @property
    def pages(self) -> list[Page]:
        return _pages(self.pdf)

    def is_turned(self, page: int) -> bool:
        return self.pages[page - 1].width > self.pages[page - 1].height

    def lines(self, page: int) -> list[Words]:
        return [self._words(line, page) for line in self.pages[page - 1].lines]

    def find(self, text: str, page: int | None = None) -> Words:
        """Return where the text stands first, on that page or anywhere."""
        for number in [page] if page else range(1, len(self.pages) + 1):
            for line in self.pages[number - 1].lines:
                if text in line.text:
                    start = line.text.index(text)
                    return self._words(Line(line.glyphs[start : start + len(text)]), number)
        raise AssertionError(f"“{text}” stands nowhere")

    def page_of(self, text: str) -> int:
        """Return the first page that has the text on one line."""
        return next(page.number for page in self.pages if any(text in line.text for line in page.lines))

    def red(self, page: int) -> list[Box]:
        """Return the red ink, a box for each stretch of rows that has some, from top to bottom."""
        return list(_red(self.pdf, page).bands(least=1))

    def rules(self, page: int) -> list[Box]:
        """Return the dark lines that reach from edge to edge of the text area."""
        scan = _dark(self.pdf, page, _FINE)
        return list(scan.bands(least=round(0.98 * scan.dots(RIGHT - LEFT))))

    def has_ink(self, page: int, colour: tuple[int, int, int]) -> bool:
        """Is there a dot of exactly that colour?"""
        picture = _paper(self.pdf, page, _COARSE)
        return ImageChops.difference(picture, Image.new("RGB", picture.size, colour)).convert("L").getextrema()[0] == 0

    def page_number(self, page: int) -> Box:
        """Return the ink of the page number."""
        return _dark(self.pdf, page, _COARSE).ink(Box(LEFT, _NUMBER_FROM, RIGHT, PAPER_HEIGHT))

    def page_number_dash(self, page: int) -> Box:
        """Return the ink of its first dash."""
        number = self.page_number(page)
        first = Box(number.left, number.top, number.left + _DASH, number.bottom)
        return _dark(self.pdf, page, _COARSE).ink(first)

    def _words(self, line: Line, page: int) -> Words:
        top = LEFT if self.is_turned(page) else TOP
        row = (in_mm(line.baseline) - top) / PITCH - _BASELINE
        return Words(line.text, in_mm(line.left), in_mm(line.right), row, line.size)


@dataclass(frozen=True)
class _Scan:
    """The dots of a paper that have one kind of colour, as a mask."""

    mask: Image.Image
    dpi: int

    def bands(self, least: int) -> Iterator[Box]:
        """Yield a box around each stretch of rows of dots in which at least so many are set."""
        data, width = self.mask.tobytes(), self.mask.width
        rows = ((y, data.count(255, y * width, (y + 1) * width) >= least) for y in range(self.mask.height))
        for is_set, stretch in groupby(rows, key=itemgetter(1)):
            if is_set:
                ys = [y for y, _ in stretch]
                yield self.ink(Box(0, self.mm(ys[0]), PAPER_WIDTH, self.mm(ys[-1] + 1)))

    def ink(self, region: Box) -> Box:
        left, top = self.dots(region.left), self.dots(region.top)
        found = self.mask.crop((left, top, self.dots(region.right), self.dots(region.bottom))).getbbox()
        assert found, f"no ink in {region}"
        return Box(*(self.mm(edge + start) for edge, start in zip(found, (left, top, left, top), strict=True)))

    def dots(self, mm: float) -> int:
        return round(mm * self.dpi / 25.4)

    def mm(self, dots: int) -> float:
        return dots * 25.4 / self.dpi


@cache
def _pages(pdf: Path) -> list[Page]:
    return read_pages(pdf)


@cache
def _paper(pdf: Path, page: int, dpi: int) -> Image.Image:
    """Return a picture of the paper as it is bound: what is read with the left side up is turned back."""
    with pdfplumber.open(pdf, pages=[page]) as opened:
        picture = opened.pages[0].to_image(resolution=dpi).original.convert("RGB")
    return picture.rotate(90, expand=True) if picture.width > picture.height else picture


@cache
def _red(pdf: Path, page: int) -> _Scan:
    red, green, blue = _paper(pdf, page, _FINE).split()
    others = ImageChops.lighter(green, blue).point(lambda value: 255 * (value < 128))
    return _Scan(ImageChops.multiply(red.point(lambda value: 255 * (value > 128)), others), _FINE)


@cache
def _dark(pdf: Path, page: int, dpi: int) -> _Scan:
    red, green, blue = _paper(pdf, page, dpi).split()
    lightest = ImageChops.lighter(red, ImageChops.lighter(green, blue))
    return _Scan(lightest.point(lambda value: 255 * (value < 128)), dpi)
