"""What stands on upright or turned pages -> the sections of a DOCX, with headers and footers."""

from collections.abc import Sequence
from copy import deepcopy

from bulletin_gen.document import Document, Draft
from bulletin_gen.frozen import frozen
from bulletin_gen.pages import ColophonPlace
from bulletin_gen.placing.table import turned
from bulletin_gen.style import Style, TextRole
from bulletin_gen.writers.docx.drafts import draft_header, header_twips
from bulletin_gen.writers.docx.package import Package
from bulletin_gen.writers.docx.page_setup import turned_footer
from bulletin_gen.writers.docx.styled import styled_paragraph
from bulletin_gen.writers.docx.xml import RELATED, Element, Markup, as_element, as_text, qualified, root, w

_ID = f"{{{RELATED}}}id"  # by which a section refers to another part
_OUTER = {"default": "right", "even": "left"}  # of odd and of even pages


@frozen
class TextSection:
    """Paragraphs and tables that stand together on upright or on turned pages; the last is a paragraph.

    `place` tells where they begin: all but the 版记, where that is alone, on the next page.
    """

    turned: bool
    elements: list[Markup]
    place: ColophonPlace = ColophonPlace.SHARED


def main_part(package: Package, sections: Sequence[TextSection], document: Document, style: Style) -> Markup:
    """Return the root of the main part: the text of a document, section after section; page numbers run on."""
    kinds = {False: deepcopy(package.base.upright)}
    if any(section.turned for section in sections):
        kinds[True] = deepcopy(package.base.turned)
        if document.has_page_numbers:
            _number_turned_pages(package, kinds[True], style)
    if document.draft is not None:
        for is_turned, properties in kinds.items():
            _add_headers(package, properties, document.draft, turned(style) if is_turned else style, is_turned)
    body: list[Markup] = []
    for number, section in enumerate(sections, start=1):
        properties = _of_one_section(kinds[section.turned], is_first=number == 1)
        _place_colophon(package, properties, section.place)
        body += section.elements
        if number < len(sections):
            body[-1] = _ending(body[-1], as_text(properties))
        else:
            body.append(as_text(properties))
    return root("document", w("body", *body))


def _ending(paragraph: Markup, properties: Markup) -> Markup:
    """Return the last paragraph of a section."""
    own, end, runs = paragraph.partition("</w:pPr>")
    return f"{own}{properties}{end}{runs}"


def _number_turned_pages(package: Package, properties: Element, style: Style) -> None:
    for reference in properties.iterfind(qualified("footerReference")):
        side = _OUTER[reference.get(qualified("type"), "")]
        reference.set(_ID, package.add(f"footer-turned-{side}", turned_footer(side, style)))


def _add_headers(package: Package, properties: Element, draft: Draft, style: Style, is_turned: bool) -> None:
    """Give the pages of a section the mark of a draft: odd, even, and the first where that is a kind of its own."""
    pages = ["default", "even", *(["first"] if properties.find(qualified("titlePg")) is not None else [])]
    for place, page in enumerate(pages):
        name = f"header-turned-{page}" if is_turned else f"header-{page}"
        relation = package.add(name, draft_header(draft, style, number=1 + place + len(pages) * is_turned))
        reference = as_element(w("headerReference", type=page))
        reference.set(_ID, relation)
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


def _place_colophon(package: Package, properties: Element, place: ColophonPlace) -> None:
    """Let a section begin on an even page; after a blank page it has no number, as that has none (7.5)."""
    size = properties.find(qualified("pgSz"))
    if place is not ColophonPlace.SHARED and size is not None:
        size.addprevious(as_element(w("type", val="evenPage")))
    if place is ColophonPlace.AFTER_BLANK:
        blank = package.add("footer-blank", root("ftr", styled_paragraph(TextRole.PAGE_NUMBER, [])))
        for reference in properties.iterfind(qualified("footerReference")):
            reference.set(_ID, blank)
