"""Paragraphs that name their style, and what sets single ones apart from it.

The schema wants the properties of a paragraph in this order: keepNext, pageBreakBefore, numPr, pBdr, tabs, spacing,
ind, jc, outlineLvl, sectPr.
"""

from collections.abc import Iterable
from functools import lru_cache

from bulletin_gen.style import TextRole
from bulletin_gen.units import mm_to_pt, pt_to_twips
from bulletin_gen.writers.docx.named_styles import style_id
from bulletin_gen.writers.docx.xml import Markup, w

_EIGHTHS = 8  # of a point, the unit in which Word counts the thickness of borders
_SMALLEST_PT = 1.0
_KEEP = w("keepNext")


def styled_paragraph(role: TextRole, runs: Iterable[Markup], *properties: Markup) -> Markup:
    """Return a paragraph in the style of an element; `properties` are in the schema's order."""
    return paragraph_of(style_id(role), runs, *properties)


def paragraph_of(identity: str, runs: Iterable[Markup], *properties: Markup) -> Markup:
    """Return a paragraph in the style of that id; `properties` are in the schema's order."""
    return f"<w:p>{_properties(identity, properties)}{''.join(runs)}</w:p>"


@lru_cache(maxsize=2**8)
def _properties(identity: str, properties: tuple[Markup, ...]) -> Markup:
    return w("pPr", w("pStyle", val=identity), *properties)


def blank_rows(rows: int) -> list[Markup]:
    """Return blank rows of the page's grid."""
    return [styled_paragraph(TextRole.BODY, []) for _ in range(rows)]


def smallest_paragraph(*runs: Markup) -> Markup:
    """Return a paragraph that takes no room to speak of, where there must be one."""
    return w("p", w("pPr", line_height(_SMALLEST_PT), w("rPr", w("sz", val=2), w("szCs", val=2))), *runs)


def line_height(height_pt: float) -> Markup:
    """Return what gives the lines of a paragraph exactly this height."""
    return w("spacing", line=pt_to_twips(height_pt), lineRule="exact")


def indent(indent_pt: float) -> Markup:
    """Return an indent of the first line, not of the whole paragraph: who converts the file may take that for a
    quotation."""
    return w("ind", firstLine=pt_to_twips(indent_pt))


def indent_right(indent_pt: float) -> Markup:
    return w("ind", right=pt_to_twips(indent_pt))


def indents_around(middle_pt: float, width_pt: float) -> Markup:
    """Return the indents between which `middle_pt` is the middle, as far as a text area of that width reaches."""
    left, right = max(0.0, 2 * middle_pt - width_pt), max(0.0, width_pt - 2 * middle_pt)
    return w("ind", left=pt_to_twips(left), right=pt_to_twips(right))


def hanging(left_pt: float, first_pt: float, right_pt: float = 0.0) -> Markup:
    """Return the indents of a paragraph whose first line begins further left than the others."""
    right = {"right": pt_to_twips(right_pt)} if right_pt else {}
    left = pt_to_twips(left_pt)
    return w("ind", left=left, **right, hanging=left - pt_to_twips(first_pt))


def align(side: str) -> Markup:
    return w("jc", val=side)


def tab_stops(places_pt: Iterable[float], side: str = "left") -> Markup:
    """Return tab stops, in pt from the left edge of the text area."""
    return w("tabs", *(w("tab", val=side, pos=pt_to_twips(place)) for place in places_pt))


def rule(side: str, thickness_mm: float, colour: str, room: int = 0) -> Markup:
    """Return a rule at the `top` or `bottom` of a paragraph, `room` points away from its text."""
    return w("pBdr", border(side, thickness_mm, colour, room))


def border(side: str, thickness_mm: float, colour: str, room: int = 0) -> Markup:
    """Return one side of a border, as paragraphs, cells and tables have them."""
    eighths = round(_EIGHTHS * mm_to_pt(thickness_mm))
    return w(side, val="single", sz=eighths, space=room, color=colour)


def kept_with_next(paragraph: Markup) -> Markup:
    """Return a paragraph whose style comes first in its properties, with no page end between it and the next one.

    Word then moves the last line of the paragraph, as our layout does; LibreOffice moves all of it.
    """
    style, end, others = paragraph.partition("/>")
    return paragraph if others.startswith(_KEEP) else f"{style}{end}{_KEEP}{others}"
