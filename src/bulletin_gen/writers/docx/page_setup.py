"""The house format -> the page of a DOCX: paper, margins, grid, and the page numbers at its foot."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.parts.document import DocumentPart
from docx.section import Section
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from bulletin_gen.style import PageNumberPlace, PageStyle, Style, TextRole
from bulletin_gen.units import mm_to_pt, mm_to_twips, pt_to_twips
from bulletin_gen.writers.docx.drawing import TextBox, text_box
from bulletin_gen.writers.docx.styled import styled_paragraph
from bulletin_gen.writers.docx.xml import Element, Markup, as_element, qualified, root, text_element, w

_TURNED_NUMBER = 10  # drawings must be told apart: these of the footers from the others


def fill_section(section: Section, style: Style) -> None:
    """Set the page and its grid."""
    fill_page(section, style.page)
    section._sectPr.append(as_element(w("docGrid", type="lines", linePitch=_grid_pitch(style))))


def number_pages(section: Section, style: Style) -> None:
    """Fill the two footers: outside are odd numbers right, even numbers left."""
    section.footer_distance = Twips(_footer_twips(style))
    section.different_first_page_header_footer = not style.page_number.on_first_page  # and the first has no footer
    for footer, outer in ((section.footer, "right"), (section.even_page_footer, "left")):
        _fill_footer(footer.paragraphs[0], outer, style)


def turned_section(upright: Element, document: DocumentPart, style: Style) -> Element:
    """Return the properties of a section of turned pages; `style` is theirs. It still has the upright footers."""
    made: Any = deepcopy(upright)
    section = Section(made, document)
    fill_page(section, style.page)
    section.footer_distance = Twips(style.page.bottom_twips // 2)
    for grid in made.iterfind(qualified("docGrid")):
        made.remove(grid)  # LibreOffice would part what the grid leaves over between head and foot
    return made  # type: ignore[no-any-return]


def turned_footer(outer: str, style: Style) -> Markup:
    """Return the root of a footer of turned pages: its number stands where those of upright pages do.

    Turned pages are read with the paper's left side up, so there the line of the number runs downwards.
    """
    page, line = style.page, style.text[TextRole.PAGE_NUMBER].size_pt
    dash = mm_to_pt(page.height_mm - page.bottom_edge_mm - style.page_number.below_text_mm)
    number = 1 + _TURNED_NUMBER + (outer == "right")
    place = (dash - line / 2, page.text_left_pt)
    box = TextBox(number, f"页码{number}", "横排页的页码", line, page.text_width_pt, *place, flow="vert")
    number_runs = _page_number(style.page_number.before, style.page_number.after)
    paragraph = styled_paragraph(TextRole.PAGE_NUMBER, number_runs, *_place(outer, style))
    return root("ftr", styled_paragraph(TextRole.PAGE_NUMBER, [text_box(box, [paragraph])]))


def fill_page(section: Section, page: PageStyle) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if page.width_mm > page.height_mm else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Twips(page.width_twips), Twips(page.height_twips)
    section.top_margin, section.bottom_margin = Twips(page.top_twips), Twips(page.bottom_twips)
    section.left_margin, section.right_margin = Twips(page.left_twips), Twips(page.right_twips)


def _footer_twips(style: Style) -> int:
    """Return how far the foot of the page number's line stands from the paper's edge; its dash is half a line up."""
    line = pt_to_twips(style.text[TextRole.PAGE_NUMBER].size_pt)
    return style.page.bottom_twips - mm_to_twips(style.page_number.below_text_mm) - line // 2


def _grid_pitch(style: Style) -> int:
    """Return what gives the page its number of lines and fills it. LibreOffice centres a smaller grid on the page."""
    return pt_to_twips(style.page.text_height_pt) // style.grid.rows


def _fill_footer(paragraph: Paragraph, outer: str, style: Style) -> None:
    """Set the page number of the pages whose outer side is `outer`."""
    number = _page_number(style.page_number.before, style.page_number.after)
    paragraph._p.extend(as_element(styled_paragraph(TextRole.PAGE_NUMBER, number, *_place(outer, style))))


def _place(outer: str, style: Style) -> list[Markup]:
    if style.page_number.place is PageNumberPlace.CENTRE:
        return [w("jc", val="center")]
    side = pt_to_twips(style.page_number.side_cells * style.text[TextRole.PAGE_NUMBER].size_pt)
    return [w("ind", **{outer: side}), w("jc", val=outer)]


def _page_number(before: str, after: str) -> Iterator[Markup]:
    """Yield the runs of `— 1 —`, whose number Word keeps up to date."""
    if before:
        yield w("r", text_element("t", before))
    yield w("r", w("fldChar", fldCharType="begin"))
    yield w("r", text_element("instrText", r" PAGE \* MERGEFORMAT "))
    yield w("r", w("fldChar", fldCharType="separate"))
    yield w("r", text_element("t", "1"))
    yield w("r", w("fldChar", fldCharType="end"))
    if after:
        yield w("r", text_element("t", after))
