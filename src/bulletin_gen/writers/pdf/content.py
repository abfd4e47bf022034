"""The operators that draw one page."""

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from math import cos, radians, sin

from bulletin_gen.pages import BLACK, Highlight, Line, Page, Pages, Run, Stroke
from bulletin_gen.writers.pdf.embed import EmbeddedFace
from bulletin_gen.writers.pdf.objects import utf16

_FILLED = "0 Tr"
_BOLD_EM = 1 / 32  # as thick as other programs make a face that has no bold one


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    """Return a number as PDF has it, to a thousandth of a point."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def page_content(page: Page, pages: Pages, faces: Mapping[str, EmbeddedFace]) -> bytes:
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


def _text(lines: Sequence[Line], height: float, faces: Mapping[str, EmbeddedFace]) -> list[str]:
    return ["0 g BT", *_runs(lines, height, faces), "ET"]


def _runs(lines: Sequence[Line], height: float, faces: Mapping[str, EmbeddedFace]) -> Iterator[str]:
    """Yield the operators of each run; colour, face, size, width, spacing and weight only where they change."""
    # Spacing outlives the text object before this one, so it is always said anew. The others are taken back at the end.
    colour, font, spacing, weight, scale = BLACK, ("", 0.0), "", _FILLED, 1.0
    for line in lines:
        y = number(height - line.baseline)
        for run in line.runs:
            face = faces[run.face]
            if run.colour != colour:
                colour = run.colour
                yield f"{_colour(colour)} rg"
            if (run.face, run.size) != font:
                font = (run.face, run.size)
                yield f"{face.resource} {number(run.size)} Tf"
            if run.scale != scale:
                scale = run.scale
                yield f"{number(100 * scale)} Tz"
            if (wanted := number(run.spacing / scale)) != spacing:  # spaces are scaled, too
                spacing = wanted
                yield f"{spacing} Tc"
            if (wanted := _bold(run) if run.bold else _FILLED) != weight:
                weight = wanted
                yield weight
            yield f"1 0 0 1 {number(run.x)} {y} Tm {_show(run.text, face)}"
    if weight != _FILLED:
        yield _FILLED
    if scale != 1.0:
        yield "100 Tz"


def _bold(run: Run) -> str:
    """Return how bold glyphs are drawn: with a line in their own colour around them."""
    return f"2 Tr {number(run.size * _BOLD_EM)} w {_colour(run.colour)} RG"


def _watermark(page: Page, height: float, faces: Mapping[str, EmbeddedFace]) -> list[str]:
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


def _show(text: str, face: EmbeddedFace) -> str:
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
