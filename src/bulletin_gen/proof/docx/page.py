"""The sections of a DOCX -> sheets; their footers -> page numbers."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bulletin_gen.ooxml.names import Element, child_switch, w, whole_number
from bulletin_gen.proof.docx.effective import Formats, ParagraphFormat
from bulletin_gen.proof.docx.spans import spans_of
from bulletin_gen.proof.docx.story import RawParagraph
from bulletin_gen.proof.measured import Align, Frame, PageNumber, PageNumbering, Side, Span
from bulletin_gen.units import twips_to_pt

_TWIPS_PER_MM = 1440 / 25.4
_MM_PER_PT = 25.4 / 72
_LINE_GRIDS = ("lines", "linesAndChars", "snapToChars")
_CHARACTER_GRIDS = ("linesAndChars", "snapToChars")
_GRID_UNIT = 4096  # `w:charSpace` counts in 1/4096 pt
_REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WORD_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML_ALIGN = re.compile("mso-position-horizontal: *([a-z]+)")
_USUAL_LINE_EM = 1.3  # the height of a single line of 宋体 in Word
_KINDS = {"default": "单页", "even": "双页", "first": "首页"}
_SIDES = {
    "left": Side.LEFT,
    "right": Side.RIGHT,
    "center": Side.CENTRE,
    "outside": Side.OUTSIDE,
}


def sheets_of(sections: list[Element], tables: set[int]) -> tuple[Frame, ...]:
    """Return each section as a sheet; `tables` are the indices of those that hold a table."""
    return tuple(_sheet(index, section, index in tables) for index, section in enumerate(sections))


def _sheet(index: int, section: Element, has_table: bool) -> Frame:
    size, margin, grid = (section.find(w(name)) for name in ("pgSz", "pgMar", "docGrid"))
    width, height = _mm(size, "w", 12240), _mm(size, "h", 15840)
    kind = None if grid is None else grid.get(w("type"))
    pitch = whole_number(grid.get(w("linePitch"))) if grid is not None and kind in _LINE_GRIDS else None
    extra = whole_number(grid.get(w("charSpace"))) if grid is not None and kind in _CHARACTER_GRIDS else None
    return Frame(
        f"第{index + 1}节",
        width,
        height,
        top_mm=abs(_mm(margin, "top", 1440)),
        left_mm=_mm(margin, "left", 1800) + _mm(margin, "gutter", 0),
        right_mm=width - _mm(margin, "right", 1800),
        bottom_mm=height - abs(_mm(margin, "bottom", 1440)),
        footer_mm=_mm(margin, "footer", 708),
        grid_pitch_pt=None if pitch is None else twips_to_pt(pitch),
        grid_extra_pt=(extra or 0) / _GRID_UNIT,
        has_table=has_table,
    )


def _mm(element: Element | None, name: str, default: int) -> float:
    twips = whole_number(element.get(w(name))) if element is not None else None
    return (default if twips is None else twips) / _TWIPS_PER_MM


@dataclass(frozen=True)
class Footers:
    """What is needed to read page numbers: the paragraphs of a footer by its id, and whether even pages differ."""

    paragraphs: Callable[[str], list[RawParagraph]]
    formats: Formats
    has_even: bool


def page_numbers_of(
    sections: list[Element], sheets: tuple[Frame, ...], footers: Footers
) -> tuple[tuple[PageNumber, ...], PageNumbering]:
    """Return the page numbers of each kind of page, section by section, and what is odd about their counting."""
    found: list[PageNumber] = []
    missing, restarts, without_first = [], [], []
    inherited: Mapping[str, str] = {}
    for index, section in enumerate(sections):
        inherited = {**inherited, **_references(section)}
        has_first = bool(child_switch(section, "titlePg"))
        for kind in ("default", *(["even"] if footers.has_even else []), *(["first"] if has_first else [])):
            number = _number(kind, inherited.get(kind), sheets[index], index, footers)
            if number is not None:
                found.append(number)
            elif kind == "first":
                without_first.append(f"{sheets[index].place}首页")
            else:
                missing.append(f"{sheets[index].place}{_KINDS[kind]}")
        if index and _restarts(section):
            restarts.append(sheets[index].place)
    return tuple(found), PageNumbering(tuple(missing), tuple(restarts), tuple(without_first))


def _references(section: Element) -> dict[str, str]:
    found = section.findall(w("footerReference"))
    return {reference.get(w("type"), "default"): reference.get(_REFERENCE, "") for reference in found}


def _restarts(section: Element) -> bool:
    counting = section.find(w("pgNumType"))
    return counting is not None and counting.get(w("start")) is not None


def _number(kind: str, footer: str | None, sheet: Frame, index: int, footers: Footers) -> PageNumber | None:
    paragraphs = footers.paragraphs(footer) if footer else []
    raw = next((paragraph for paragraph in paragraphs if paragraph.has_page_field), None)
    if raw is None:
        return None
    spans = spans_of(raw.pieces)
    looks = footers.formats.paragraph(raw.properties)
    side, inset = _stands(raw, looks, _size(spans))
    dash, off = _dash(sheet, looks, _size(spans)) if _is_alone(raw, paragraphs) else (None, 0.0)
    return PageNumber(
        _KINDS[kind],
        raw.text.strip(),
        spans,
        is_even=kind == "even" if footers.has_even else None,
        side=side,
        inset_mm=inset,
        dash_mm=dash,
        dash_off_mm=off,
        frame=index,
    )


def _size(spans: tuple[Span, ...]) -> float:
    return max((span.size_pt or 0.0 for span in spans), default=0.0)


def _is_alone(raw: RawParagraph, paragraphs: list[RawParagraph]) -> bool:
    """Does the number's line alone decide how high it stands?"""
    return len(paragraphs) == 1 and raw.box is None and _frame(raw) is None


def _dash(sheet: Frame, looks: ParagraphFormat, size: float) -> tuple[float, float]:
    """Return the height of the dashes, which are drawn at half their line's height, and how uncertain that is."""
    foot = sheet.height_mm - sheet.footer_mm
    pitch = looks.pitch(sheet.grid_pitch_pt).pt
    if pitch is not None:
        return foot - pitch / 2 * _MM_PER_PT, 0.0
    line = _USUAL_LINE_EM * size * _MM_PER_PT
    return foot - line / 2, line / 3


def _stands(raw: RawParagraph, looks: ParagraphFormat, size: float) -> tuple[Side | None, float | None]:
    """Return on which side a page number stands and how far from the text area's edge; None where that is unknown."""
    if raw.box is not None:
        return _SIDES.get(_anchored(raw.box)), None
    frame = _frame(raw)
    if frame is not None:
        return _SIDES.get(frame.get(w("xAlign"), "left")), None
    cell = size * _MM_PER_PT
    text = raw.text.strip("\n\t")
    if looks.align is Align.CENTRE:
        return Side.CENTRE, None
    if looks.align is Align.RIGHT:
        return Side.RIGHT, looks.right_mm + _blanks(text[::-1]) * cell
    return Side.LEFT, looks.first_mm + _blanks(text) * cell


def _blanks(text: str) -> float:
    """Return the width of the blanks that a text begins with, in characters."""
    blanks = text[: len(text) - len(text.lstrip(" \u3000"))]
    return sum(1.0 if blank == "\u3000" else 0.5 for blank in blanks)


def _frame(raw: RawParagraph) -> Element | None:
    return None if raw.properties is None else raw.properties.find(w("framePr"))


def _anchored(box: Element) -> str:
    """Return how a drawing stands across the page (`center`, `outside`…), nothing where it does not say."""
    align = next(box.iter(f"{_WORD_DRAWING}positionH"), None)
    if align is not None:
        return "".join(str(part) for part in align.itertext()).strip()
    styles = (shape.get("style", "") for shape in box.iter() if isinstance(shape.tag, str))
    found = (match for style in styles if (match := _VML_ALIGN.search(style)))
    return next((match[1] for match in found), "")
