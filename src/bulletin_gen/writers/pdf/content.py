"""The operators that draw one page."""

from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from math import cos, radians, sin
from typing import NamedTuple

from bulletin_gen.pages import BLACK, Highlight, Line, Page, Pages, Stroke
from bulletin_gen.writers.pdf.drawn import DrawnFace
from bulletin_gen.writers.pdf.embed import UsedFace
from bulletin_gen.writers.pdf.objects import utf16

_BOLD_EM = 1 / 32  # as thick as other programs make a face that has no bold one


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    """Return a number as PDF has it, to a thousandth of a point."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def page_content(page: Page, pages: Pages, faces: Mapping[str, UsedFace]) -> bytes:
    """Return the content stream of a page: what lies under the text, its lines from the top down, its rules, and
    last the page number, which does not turn with the page.
    """
    height = pages.width if page.turned else pages.height
    drawn = [
        *_watermark(page, height, faces),
        *(_box(box, height) for box in page.highlights),
        *_text([*filter(None, [page.header]), *page.lines], height, faces),
        *(_stroke(stroke, height) for stroke in page.strokes),
    ]
    if page.turned:
        # The page is shown turned clockwise; on the paper, the left side is the top of what is drawn here.
        drawn = [f"q 0 1 -1 0 {number(pages.width)} 0 cm", *drawn, "Q"]
    return "\n".join([*drawn, *_text([page.footer], pages.height, faces), ""]).encode("ascii")


def _text(lines: Sequence[Line], height: float, faces: Mapping[str, UsedFace]) -> list[str]:
    """Return the operators of a text object; those of a look only where that changes."""
    drawn, last = ["0 g BT"], _Look("", "")
    for line in lines:
        y = number(height - line.baseline)
        for x, text, _, key, size, spacing, _, colour, bold, scale in line.runs:
            face = faces[key]
            look = _look(face.resource, size, spacing, colour, bold, scale)
            if look is not last:
                drawn += filter(None, (last.after, look.before))
                last = look
            drawn.append(f"1 0 0 1 {number(x)} {y} Tm {_show(text, face.drawn)}")
    return [*drawn, *filter(None, [last.after]), "ET"]


class _Look(NamedTuple):
    """The operators of a face, size, width, spacing, weight and colour, and those that take back what is not usual."""

    before: str
    after: str


@lru_cache(maxsize=4096)
def _look(resource: str, size: float, spacing: float, colour: str, bold: bool, scale: float) -> _Look:
    before = [f"/{resource} {number(size)} Tf {number(spacing / scale)} Tc"]  # spaces are scaled, too
    after = []
    if colour != BLACK:
        before.append(f"{_colour(colour)} rg")
        after.append(f"{_colour(BLACK)} rg")
    if scale != 1:
        before.append(f"{number(100 * scale)} Tz")
        after.append("100 Tz")
    if bold:  # drawn with a line in their own colour around glyphs
        before.append(f"2 Tr {number(size * _BOLD_EM)} w {_colour(colour)} RG")
        after.append("0 Tr")
    return _Look(" ".join(before), " ".join(after))


def _watermark(page: Page, height: float, faces: Mapping[str, UsedFace]) -> list[str]:
    """Return the operators of a text that rises across the page: the axes are moved to its middle and turned."""
    mark = page.watermark
    if mark is None:
        return []
    across, up = cos(radians(mark.angle)), sin(radians(mark.angle))
    axes = " ".join(map(number, (across, up, -up, across, mark.x, height - mark.y)))
    line = Line(0.0, mark.runs, None)
    return ["/Artifact BMC q", f"{axes} cm", *_text([line], 0.0, faces), "Q EMC"]


def _box(box: Highlight, height: float) -> str:
    sides = (box.left, height - box.bottom, box.right - box.left, box.bottom - box.top)
    return f"{_colour(box.colour)} rg {' '.join(map(number, sides))} re f"


def _stroke(stroke: Stroke, height: float) -> str:
    ends = ((stroke.x1, stroke.y1), (stroke.x2, stroke.y2))
    start, end = (f"{number(x)} {number(height - y)}" for x, y in ends)
    return f"{_colour(stroke.colour)} RG {number(stroke.thickness)} w {start} m {end} l S"


def _colour(colour: str) -> str:
    """Return RRGGBB as PDF has it: three parts of one."""
    return " ".join(number(part / 255) for part in bytes.fromhex(colour))


def _show(text: str, face: DrawnFace) -> str:
    """Return the operators that show `text`.

    Where a code stands for another character than it means, the text drawn says so itself.
    """
    if face.codes is None:
        return f"<{utf16(text)}> Tj"
    if face.second_meanings.isdisjoint(text):
        return f"<{text.translate(face.codes)}> Tj"
    return " ".join(_show_char(char, face.codes[ord(char)], face.second_meanings) for char in text)


def _show_char(char: str, code: str, second_meanings: Set[str]) -> str:
    shown = f"<{code}> Tj"
    if char not in second_meanings:
        return shown
    return f"/Span <</ActualText <FEFF{utf16(char)}>>> BDC {shown} EMC"
