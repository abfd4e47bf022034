"""The house format -> the page of a DOCX: paper, margins, grid, and the page numbers at its foot."""

from collections.abc import Iterator

from docx.section import Section
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from bulletin_gen.style import PageNumberPlace, PageStyle, Style, TextRole
from bulletin_gen.units import mm_to_twips, pt_to_twips
from bulletin_gen.writers.docx.styles import style_id
from bulletin_gen.writers.docx.xml import Element, text_element, w


def fill_section(section: Section, style: Style) -> None:
    """Set the page and its two footers: outside are odd numbers right, even numbers left."""
    _fill_page(section, style.page)
    section.footer_distance = Twips(_footer_twips(style))
    section._sectPr.append(w("docGrid", type="lines", linePitch=style.grid.line_pitch_twips))
    section.different_first_page_header_footer = not style.page_number.on_first_page  # and the first has no footer
    _fill_footer(section.footer.paragraphs[0], "right", style)
    _fill_footer(section.even_page_footer.paragraphs[0], "left", style)


def _fill_page(section: Section, page: PageStyle) -> None:
    section.page_width, section.page_height = Twips(page.width_twips), Twips(page.height_twips)
    section.top_margin, section.bottom_margin = Twips(page.top_twips), Twips(page.bottom_twips)
    section.left_margin, section.right_margin = Twips(page.left_twips), Twips(page.right_twips)


def _footer_twips(style: Style) -> int:
    """Return how far the foot of the page number's line stands from the paper's edge; its dash is half a line up."""
    line = pt_to_twips(style.text[TextRole.PAGE_NUMBER].size_pt)
    return style.page.bottom_twips - mm_to_twips(style.page_number.below_text_mm) - line // 2


def _fill_footer(paragraph: Paragraph, outer: str, style: Style) -> None:
    """Set the page number of the pages whose outer side is `outer`."""
    properties = w("pPr", w("pStyle", val=style_id(TextRole.PAGE_NUMBER)), *_place(outer, style))
    paragraph._p.append(properties)
    paragraph._p.extend(_page_number(style.page_number.before, style.page_number.after))


def _place(outer: str, style: Style) -> list[Element]:
    if style.page_number.place is PageNumberPlace.CENTRE:
        return [w("jc", val="center")]
    side = pt_to_twips(style.page_number.side_cells * style.text[TextRole.PAGE_NUMBER].size_pt)
    return [w("ind", **{outer: side}), w("jc", val=outer)]


def _page_number(before: str, after: str) -> Iterator[Element]:
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
