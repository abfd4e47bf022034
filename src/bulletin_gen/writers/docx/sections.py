"""What stands on upright or turned pages -> the sections of a DOCX, with headers and footers."""

from collections.abc import Sequence
from copy import deepcopy

from docx.document import Document as DocxDocument

from bulletin_gen.document import Document, Draft
from bulletin_gen.frozen import frozen
from bulletin_gen.pages import ColophonPlace
from bulletin_gen.placing.table import turned
from bulletin_gen.style import Style, TextRole
from bulletin_gen.writers.docx.base import add_part
from bulletin_gen.writers.docx.drafts import draft_header, header_twips
from bulletin_gen.writers.docx.page_setup import fill_section, number_pages, turned_footer, turned_section
from bulletin_gen.writers.docx.styled import styled_paragraph
from bulletin_gen.writers.docx.xml import Element, qualified, related, w

_OUTER = {"default": "right", "even": "left"}  # of odd and of even pages


@frozen
class TextSection:
    """Paragraphs and tables that stand together on upright or on turned pages; the last is a paragraph.

    `place` tells where they begin: all but the 版记, where that is alone, on the next page.
    """

    turned: bool
    elements: list[Element]
    place: ColophonPlace = ColophonPlace.SHARED


def fill_body(base: DocxDocument, sections: Sequence[TextSection], document: Document, style: Style) -> None:
    """Put the text of a document, section after section, into its file; page numbers run on."""
    upright: Element = base.sections[0]._sectPr
    fill_section(base.sections[0], style)
    if document.has_page_numbers:
        number_pages(base.sections[0], style)
    kinds = {False: upright}
    if any(section.turned for section in sections):
        kinds[True] = turned_section(upright, base.part, turned(style))
        if document.has_page_numbers:
            _number_turned_pages(base, kinds[True], style)
    if document.draft is not None:
        for is_turned, properties in kinds.items():
            _add_headers(base, properties, document.draft, turned(style) if is_turned else style, is_turned)
    body = base.element.body
    body.remove(upright)
    for number, section in enumerate(sections, start=1):
        properties = _of_one_section(kinds[section.turned], is_first=number == 1)
        _place_colophon(base, properties, section.place)
        body.extend(section.elements)
        end = body if number == len(sections) else body[-1][0]
        end.append(properties)


def _number_turned_pages(base: DocxDocument, properties: Element, style: Style) -> None:
    for reference in properties.iterfind(qualified("footerReference")):
        side = _OUTER[reference.get(qualified("type"), "")]
        reference.set(related("id"), add_part(base, f"footer-turned-{side}", turned_footer(side, style)))


def _add_headers(base: DocxDocument, properties: Element, draft: Draft, style: Style, is_turned: bool) -> None:
    """Give the pages of a section the mark of a draft: odd, even, and the first where that is a kind of its own."""
    pages = ["default", "even", *(["first"] if properties.find(qualified("titlePg")) is not None else [])]
    for place, page in enumerate(pages):
        name = f"header-turned-{page}" if is_turned else f"header-{page}"
        relation = add_part(base, name, draft_header(draft, style, number=1 + place + len(pages) * is_turned))
        reference = w("headerReference", type=page)
        reference.set(related("id"), relation)
        properties.insert(place, reference)
    margins = properties.find(qualified("pgMar"))
    assert margins is not None
    margins.set(qualified("header"), str(header_twips(style)))


def _of_one_section(properties: Element, is_first: bool) -> Element:
    """Return a section's properties; only the document's first page can be one without a number."""
    made = deepcopy(properties)
    if not is_first:
        firsts = [made.find(qualified("titlePg")), *made.iterfind(qualified("headerReference"))]
        for element in firsts:
            if element is not None and element.get(qualified("type"), "first") == "first":
                made.remove(element)
    return made


def _place_colophon(base: DocxDocument, properties: Element, place: ColophonPlace) -> None:
    """Let a section begin on an even page; after a blank page it has no number, as that has none (7.5)."""
    size = properties.find(qualified("pgSz"))
    if place is not ColophonPlace.SHARED and size is not None:
        size.addprevious(w("type", val="evenPage"))
    if place is ColophonPlace.AFTER_BLANK:
        blank = add_part(base, "footer-blank", w("ftr", styled_paragraph(TextRole.PAGE_NUMBER, [])))
        for reference in properties.iterfind(qualified("footerReference")):
            reference.set(related("id"), blank)
