"""Tables -> tables of fixed columns whose head row stands on every page."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from bulletin_gen.document import Table
from bulletin_gen.placing.table import column_widths, is_number
from bulletin_gen.style import Style, TextRole
from bulletin_gen.units import mm_to_twips, pt_to_twips
from bulletin_gen.writers.docx.runs import text_runs
from bulletin_gen.writers.docx.styled import align, border, styled_paragraph
from bulletin_gen.writers.docx.xml import Element, w

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BLACK = "000000"


def table(block: Table, style: Style) -> Element:
    """Return a table with hairlines around all cells."""
    edges = list(accumulate(column_widths(block, style), initial=0.0))
    rules = w("tblBorders", *(border(side, style.table.rule_mm, _BLACK) for side in _SIDES))
    head = _row(block.head, TextRole.TABLE_HEAD, edges, style, w("tblHeader"))
    rows = (_row(cells, TextRole.TABLE_CELL, edges, style) for cells in block.rows)
    return w("tbl", table_properties(edges, rules, _padding(style)), table_grid(edges), head, *rows)


def bare_table(columns: Sequence[Sequence[Element]], edges: Sequence[float], height: float) -> Element:
    """Return a table of one row without rules: columns of paragraphs between these edges, in pt from the left."""
    cells = (_cell(column, left, right) for column, (left, right) in zip(columns, pairwise(edges), strict=True))
    exactly = w("trPr", w("cantSplit"), w("trHeight", val=pt_to_twips(height), hRule="exact"))
    nothing = w("tblCellMar", *(w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right")))
    return w("tbl", table_properties(edges, nothing), table_grid(edges), w("tr", exactly, *cells))


def table_properties(edges: Sequence[float], *details: Element) -> Element:
    *rules, margins = details
    width = w("tblW", w=pt_to_twips(edges[-1]) - pt_to_twips(edges[0]), type="dxa")
    return w("tblPr", width, w("tblInd", w=0, type="dxa"), *rules, w("tblLayout", type="fixed"), margins)


def table_grid(edges: Sequence[float]) -> Element:
    return w("tblGrid", *(w("gridCol", w=pt_to_twips(right) - pt_to_twips(left)) for left, right in pairwise(edges)))


def _padding(style: Style) -> Element:
    """Return the room between rules and text, from whose foot a row's lower rule is taken."""
    sides = pt_to_twips(style.table.padding_pt)
    foot = max(0, sides - mm_to_twips(style.table.rule_mm))
    margins = {"top": sides, "left": sides, "bottom": foot, "right": sides}
    return w("tblCellMar", *(w(side, w=room, type="dxa") for side, room in margins.items()))


def _row(cells: Sequence[str], role: TextRole, edges: Sequence[float], style: Style, *properties: Element) -> Element:
    """Return a row, which no page end parts."""
    made = (
        _cell(_lines(text, role, style), left, right, w("vAlign", val="center"))
        for text, (left, right) in zip(cells, pairwise(edges), strict=True)
    )
    return w("tr", w("trPr", w("cantSplit"), *properties), *made)


def _cell(paragraphs: Sequence[Element], left: float, right: float, *properties: Element) -> Element:
    width = w("tcW", w=pt_to_twips(right) - pt_to_twips(left), type="dxa")
    return w("tc", w("tcPr", width, *properties), *paragraphs)


def _lines(text: str, role: TextRole, style: Style) -> list[Element]:
    """Return a paragraph for each line of a cell; numbers stand in its middle."""
    centred = [align("center")] if role is TextRole.TABLE_CELL and is_number(text) else []
    return [styled_paragraph(role, text_runs(line, style), *centred) for line in text.split("\n")]
