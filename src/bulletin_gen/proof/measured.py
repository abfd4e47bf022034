"""What was measured in a file: plain values that the clauses judge, whatever kind of file they come from.

Lengths in mm from the top left corner of the paper, sizes and pitches in pt. None means that this kind of file
does not tell: a DOCX has no lines, a PDF no margins.
"""

import string
from dataclasses import field
from enum import StrEnum
from functools import cached_property

from bulletin_gen.element import Element
from bulletin_gen.frozen import frozen
from bulletin_gen.text.chars import is_latin

_UNNAMED = "\ufffd\u3000"  # glyphs of which the file does not say what they are; blanks


class Source(StrEnum):
    DOCX = "DOCX"
    PDF = "PDF"
    PAGES = "版面"


class Align(StrEnum):
    LEFT = "左对齐"
    CENTRE = "居中"
    RIGHT = "右对齐"
    BOTH = "两端对齐"


@frozen
class Span:
    """Text that looks alike. `face` is what draws it; `themed` when only the theme names it; `colour` is RRGGBB."""

    text: str
    face: str | None
    size_pt: float | None
    colour: str | None = None
    is_bold: bool | None = None
    is_slanted: bool | None = None
    is_underlined: bool | None = None
    is_highlighted: bool | None = None
    themed: bool = False
    tracking_pt: float | None = None
    effects: tuple[str, ...] = ()  # what else is done to it: 加删除线, 缩放80%

    @property
    def is_latin(self) -> bool:
        """Is it letters and digits, set in the Latin face?"""
        return is_latin(self.text[0])


@frozen
class Line:
    """One line on a page. `cell_pt` is the step from one full character to the next, None on too short a line;
    `narrow` are its quotes and dashes that are drawn half as wide as they should be."""

    page: int
    baseline_mm: float
    left_mm: float
    right_mm: float
    spans: tuple[Span, ...]
    cell_pt: float | None = None
    narrow: str = ""
    number: int = 0  # of the lines of its page, from 1

    @cached_property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    @property
    def size_pt(self) -> float:
        return max((span.size_pt or 0.0 for span in self.spans), default=0.0)

    @property
    def centre_mm(self) -> float:
        return (self.left_mm + self.right_mm) / 2


@frozen
class Pitch:
    """Line spacing: `pt` is None where it follows the face (automatic or "at least")."""

    pt: float | None
    said: str


@frozen
class Paragraph:
    """One paragraph. `text` holds its line ends as line feeds (those that the author made, or the printed ones).

    `left_mm`, `right_mm` are its indents from the text area's edges, `first_mm` where the first line begins from the
    left edge. `blank_before` counts the blank rows above it, None where that cannot be known (top of a page).
    """

    text: str
    spans: tuple[Span, ...]
    place: str
    frame: int = 0  # index of the frame that it stands on
    style_name: str | None = None
    element: Element = Element.OTHER
    lines: tuple[Line, ...] = ()
    align: Align | None = None
    left_mm: float | None = None
    right_mm: float | None = None
    first_mm: float | None = None
    pitch: Pitch | None = None
    extra_space_pt: float | None = None
    blank_before: int | None = None
    keeps_next: bool | None = None
    controls_widows: bool | None = None
    breaks_page: bool = False
    in_table: bool = False
    is_numbered: bool = False  # its label is automatic
    snaps_to_grid: bool = False
    is_boxed: bool = False
    is_shaded: bool = False
    keeps_line_rules: bool = True  # 避头尾
    oddities: tuple[str, ...] = ()  # how it stands otherwise than text does: 竖排, 在图文框里

    @property
    def flat(self) -> str:
        """The text on one line."""
        return self.text.replace("\n", "")

    @property
    def is_parted(self) -> bool:
        """Do several texts stand side by side on it, parted by tabs?"""
        return "\t" in self.flat.strip(" \u3000\t")

    def quoted(self, most: int = 12) -> str:
        """Return its place and beginning, to be shown."""
        flat = self.flat
        return f"{self.place}“{flat[:most]}{'…' if len(flat) > most else ''}”"


@frozen
class Frame:
    """A section of a DOCX, or a page. The edges are those of the text area; on a page, of the text that is there."""

    place: str
    width_mm: float
    height_mm: float
    top_mm: float | None = None
    left_mm: float | None = None
    right_mm: float | None = None
    bottom_mm: float | None = None
    footer_mm: float = 0.0  # how far the footer's foot stands from the paper's lower edge
    grid_pitch_pt: float | None = None  # of a DOCX's grid of lines
    grid_extra_pt: float = 0.0  # what a character grid adds to each character
    has_table: bool = False
    columns: int = 1
    oddities: tuple[str, ...] = ()  # 文字竖排, 有页面边框, 有行号

    @property
    def is_landscape(self) -> bool:
        return self.width_mm > self.height_mm


class Side(StrEnum):
    LEFT = "左"
    RIGHT = "右"
    CENTRE = "中"
    OUTSIDE = "外侧"


@frozen
class PageNumber:
    """A page number. `pages` are those it stands on: 单页, 双页, 首页 in a DOCX, 第N页 elsewhere.

    `number` is None in a DOCX, where it is a field. `inset_mm` is its distance from the text area's edge on its
    side; `dash_mm` the height of its dashes, `dash_off_mm` how uncertain that is.
    """

    pages: str
    text: str
    spans: tuple[Span, ...]
    number: int | None = None
    is_even: bool | None = None
    side: Side | None = None
    inset_mm: float | None = None
    dash_mm: float | None = None
    dash_off_mm: float = 0.0
    frame: int = 0
    line: Line | None = None


@frozen
class PageNumbering:
    """How a DOCX numbers its pages: `missing` are the kinds of page, section by section, that have no number."""

    missing: tuple[str, ...] = ()
    restarts: tuple[str, ...] = ()
    without_first: tuple[str, ...] = ()


@frozen
class Stroke:
    """A horizontal line. In a DOCX its height is not known, but `at`, the index of the paragraph that it is by."""

    place: str
    colour: str
    thickness_mm: float | None
    width_mm: float | None
    page: int | None = None
    left_mm: float | None = None
    y_mm: float | None = None
    at: int | None = None

    @property
    def is_red(self) -> bool:
        return is_red(self.colour)


@frozen
class Font:
    """A font of a PDF."""

    name: str
    is_embedded: bool
    is_type3: bool = False


@frozen
class Measured:
    """All that was measured. `fonts` is None in a file that carries none; `numbering` only in a DOCX."""

    source: Source
    frames: tuple[Frame, ...]
    paragraphs: tuple[Paragraph, ...]
    page_numbers: tuple[PageNumber, ...]
    lines: tuple[Line, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    numbering: PageNumbering | None = None
    fonts: tuple[Font, ...] | None = None
    remarks: tuple[str, ...] = field(default=())  # what of the file could not be read
    unseen: tuple[str, ...] = ()  # what the file holds that was not looked at
    left_in: tuple[str, ...] = ()  # what a final document should no longer hold: tracked changes, hidden text

    @property
    def has_text(self) -> bool:
        """Is there any text that the clauses can judge?"""
        return any(one.text.strip(_UNNAMED + string.whitespace) for one in self.paragraphs)

    @property
    def is_flowing(self) -> bool:
        """Has the file margins and paragraphs, but no lines?"""
        return self.source is Source.DOCX

    def of(self, *elements: Element) -> list[Paragraph]:
        return [paragraph for paragraph in self.paragraphs if paragraph.element in elements]

    def pages(self) -> dict[int, list[Line]]:
        """Return the lines of each page, by its number."""
        pages: dict[int, list[Line]] = {}
        for line in self.lines:
            pages.setdefault(line.page, []).append(line)
        return pages


def is_red(colour: str | None) -> bool:
    """Is a colour (RRGGBB) a red?"""
    if colour is None or len(colour) != 6:
        return False
    red, green, blue = channels(colour)
    return red >= 0x99 and green <= 0x66 and blue <= 0x66


def channels(colour: str) -> bytes:
    """Return red, green and blue of a colour, each from 0 to 255."""
    return bytes.fromhex(colour)
