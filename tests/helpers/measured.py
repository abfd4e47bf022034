"""Measured values made by hand, as sound as the standard asks: what a test spoils is all that it names.

In a DOCX stand `paragraph`s, on the pages of a PDF `printed` ones; lengths in mm unless the name says otherwise.
"""

from dataclasses import replace
from functools import partial

from bulletin_gen.element import HEADINGS, Element
from bulletin_gen.proof.measured import (
    Align,
    Frame,
    Line,
    Measured,
    PageNumber,
    PageNumbering,
    Paragraph,
    Side,
    Source,
    Span,
    Stroke,
)
from bulletin_gen.style import GBT9704, FaceRole, TextRole
from bulletin_gen.text.chars import script_runs
from bulletin_gen.units import pt_to_mm

PAGE = GBT9704.page
CELL = pt_to_mm(GBT9704.cell_pt)
PITCH = pt_to_mm(GBT9704.grid.line_pitch_pt)
RED, BLACK = "FF0000", "000000"

_ROLES = {
    Element.TITLE: TextRole.TITLE,
    Element.ORGAN_MARK: TextRole.ORGAN_MARK,
    Element.SECRECY: TextRole.SECRECY,
    Element.URGENCY: TextRole.SECRECY,
    Element.ATTACHMENT_LABEL: TextRole.ATTACHMENT_LABEL,
    Element.ATTACHMENT_TITLE: TextRole.ATTACHMENT_TITLE,
    Element.HEADING_1: TextRole.HEADING_1,
    Element.HEADING_2: TextRole.HEADING_2,
    Element.COPIES_TO: TextRole.COLOPHON,
    Element.PRINTING: TextRole.COLOPHON,
}
_INDENTED = (Element.BODY, *HEADINGS, Element.ATTACHMENT_NOTE, Element.NOTE, Element.ATTACHMENT)

A4 = Frame("第1节", PAGE.width_mm, PAGE.height_mm, PAGE.top_mm, PAGE.left_mm, PAGE.right_edge_mm, PAGE.bottom_edge_mm)


def spans(element: Element, text: str, **look: object) -> tuple[Span, ...]:
    """Return the text in the face and size of its element, letters and digits in the Latin face."""
    style = GBT9704.text[_ROLES.get(element, TextRole.BODY)]
    sound = {
        "size_pt": float(style.size_pt),
        "tracking_pt": -0.25 if style.size_pt == GBT9704.body_size_pt else 0.0,
        "colour": RED if element is Element.ORGAN_MARK else BLACK,
    }
    faces = {False: GBT9704.face_names[style.face], True: GBT9704.face_names[FaceRole.LATIN]}
    return tuple(Span(run, **{"face": faces[is_latin]} | sound | look) for is_latin, run in script_runs(text))


def paragraph(element: Element, text: str, look: dict[str, object] | None = None, **given: object) -> Paragraph:
    """Return a paragraph of a DOCX; `look` spoils its spans, `given` the paragraph."""
    sound: dict[str, object] = {
        "spans": spans(element, text.replace("\n", ""), **(look or {})),
        "place": "",
        "align": Align.CENTRE if element in (Element.TITLE, Element.ATTACHMENT_TITLE) else Align.BOTH,
        "left_mm": 0.0,
        "right_mm": 0.0,
        "first_mm": 2 * CELL if element in _INDENTED else 0.0,
    }
    return Paragraph(text, **sound | {"element": element} | given)


body = partial(paragraph, Element.BODY)
title = partial(paragraph, Element.TITLE)


def from_right(element: Element, text: str, cells: float, **given: object) -> Paragraph:
    """Return a paragraph of a DOCX that ends so many cells from the right edge."""
    return paragraph(element, text, align=Align.RIGHT, right_mm=cells * CELL, **given)


def docx(*paragraphs: Paragraph, frame: Frame = A4, **given: object) -> Measured:
    """Return a DOCX of one section, its paragraphs numbered."""
    placed = tuple(replace(one, place=f"第{number}段") for number, one in enumerate(paragraphs, start=1))
    sound: dict[str, object] = {"page_numbers": (), "numbering": PageNumbering()}
    return Measured(Source.DOCX, (frame,), placed, **sound | given)


def printed(
    element: Element,
    *texts: str,
    page: int = 1,
    row: float = 1,
    left_mm: float = PAGE.left_mm,
    right_mm: float = PAGE.right_edge_mm,
    step: float = 1.0,
    look: dict[str, object] | None = None,
    **line: object,
) -> Paragraph:
    """Return a paragraph of a page, a line for each text: from row `row` on, `step` rows apart; all but the last end
    at `right_mm`."""
    lines = []
    for index, text in enumerate(texts):
        indent = 2 * CELL if element in _INDENTED and not index else 0.0
        left = left_mm + indent
        right = right_mm if index < len(texts) - 1 else left + len(text) * CELL
        baseline = PAGE.top_mm + (row - 1 + index * step + GBT9704.grid.baseline_ratio) * PITCH
        sound = {"cell_pt": GBT9704.cell_pt, "number": round(row + index)}
        own = spans(element, text, **(look or {}))
        lines.append(Line(page, baseline, left, right, own, **sound | line))
    return paragraph(
        element, "\n".join(texts), look, lines=tuple(lines), frame=page - 1, place=f"第{page}页第{round(row)}行"
    )


def full_lines(count: int, **given: object) -> Paragraph:
    """Return a paragraph of the text, of so many full lines and one more."""
    return printed(Element.BODY, *["坚持把整改作为重大政治任务"] * count, "长期坚持。", **given)


def pdf(*paragraphs: Paragraph, pages: int = 1, frame: Frame = A4, **given: object) -> Measured:
    """Return a PDF of so many pages."""
    frames = tuple(replace(frame, place=f"第{number}页") for number in range(1, pages + 1))
    sound: dict[str, object] = {"page_numbers": (), "lines": tuple(one for each in paragraphs for one in each.lines)}
    return Measured(Source.PDF, frames, paragraphs, **sound | given)


def folio(number: int, text: str = "— {} —", **given: object) -> PageNumber:
    """Return the page number of a page of a PDF."""
    text = text.format(number)
    sound: dict[str, object] = {
        "spans": (Span(text, "宋体", 14.0),),
        "number": number,
        "is_even": number % 2 == 0,
        "side": Side.RIGHT if number % 2 else Side.LEFT,
        "inset_mm": pt_to_mm(14),
        "dash_mm": PAGE.bottom_edge_mm + 7,
        "frame": number - 1,
    }
    return PageNumber(f"第{number}页", text, **sound | given)


def rule(y_mm: float = 0.0, colour: str = BLACK, thickness_mm: float = 0.35, width_mm: float = 156.0) -> Stroke:
    """Return a drawn line, by the first paragraph of a DOCX or on the first page of a PDF."""
    return Stroke("第1页", colour, thickness_mm, width_mm, page=1, left_mm=PAGE.left_mm, y_mm=y_mm, at=0)
