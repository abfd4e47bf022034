"""Paragraphs that name their style, blank rows, and what ties paragraphs to each other."""

from collections.abc import Sequence

from bulletin_gen.style import TextRole
from bulletin_gen.units import pt_to_twips
from bulletin_gen.writers.docx.styles import style_id
from bulletin_gen.writers.docx.xml import Element, qualified, w


def styled_paragraph(role: TextRole, runs: Sequence[Element], *properties: Element) -> Element:
    """Return a paragraph in the style of an element; `properties` are in the schema's order."""
    return w("p", w("pPr", w("pStyle", val=style_id(role)), *properties), *runs)


def blank_rows(rows: int) -> list[Element]:
    """Return blank rows of the page's grid."""
    return [styled_paragraph(TextRole.BODY, []) for _ in range(rows)]


def line_height(height_pt: float) -> Element:
    """Return what gives the lines of a paragraph exactly this height."""
    return w("spacing", line=pt_to_twips(height_pt), lineRule="exact")


def indent(indent_pt: float) -> Element:
    """Return an indent of the first line, not of the whole paragraph: who converts the file may take that for a
    quotation."""
    return w("ind", firstLine=pt_to_twips(indent_pt))


def keep_with_next(paragraph: Element) -> None:
    """Forbid a page end between a paragraph and the next one.

    Word then moves the last line of the paragraph, as our layout does; LibreOffice moves all of it.
    """
    style_name = paragraph[0][0]
    if style_name.getnext() is None or style_name.getnext().tag != qualified("keepNext"):
        style_name.addnext(w("keepNext"))
