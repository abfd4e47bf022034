"""An approval sheet in the house format -> a DOCX file."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from bulletin_gen.approval import ApprovalSheet, Cell, SheetRow
from bulletin_gen.placing.table import shared_widths
from bulletin_gen.placing.title import break_title
from bulletin_gen.properties import Properties
from bulletin_gen.style import Style, TextRole
from bulletin_gen.units import pt_to_twips
from bulletin_gen.writers.docx.runs import text_runs
from bulletin_gen.writers.docx.styled import blank_rows, border, smallest_paragraph, styled_paragraph
from bulletin_gen.writers.docx.styles import character_style_id
from bulletin_gen.writers.docx.tables import table_grid, table_properties
from bulletin_gen.writers.docx.xml import Element, w

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BLACK = "000000"


def write_approval_docx(sheet: ApprovalSheet, properties: Properties, style: Style) -> bytes:
    """Return the DOCX file of an approval sheet; its cells grow with what is typed into them."""
    from bulletin_gen.writers.docx.base import open_base, save
    from bulletin_gen.writers.docx.properties import fill_properties
    from bulletin_gen.writers.docx.section import fill_page
    from bulletin_gen.writers.docx.settings import fill_settings
    from bulletin_gen.writers.docx.styles import fill_styles

    base = open_base()
    fill_settings(base.settings.element)
    fill_styles(base.styles, style)
    fill_properties(base.core_properties, properties)
    fill_page(base.sections[0], style.page)
    section_end, below = base.element.body[-1], style.paragraph.rows_below_title
    for element in (_title(sheet.title, style), *blank_rows(below), _table(sheet, style), smallest_paragraph()):
        section_end.addprevious(element)
    return save(base)


def _title(text: str, style: Style) -> Element:
    first, *others = break_title(text, style.paragraph.title_cells)
    runs = text_runs(first, style)
    for line in others:
        runs += [w("r", w("br")), *text_runs(line, style)]
    return styled_paragraph(TextRole.TITLE, runs)


def _table(sheet: ApprovalSheet, style: Style) -> Element:
    """Return the table. Rows have edges of their own, so the grid has every edge and cells span what is theirs."""
    rows = [(row, _edges(row, style)) for row in sheet.rows]
    grid = sorted({edge for _, edges in rows for edge in edges})
    rules = w("tblBorders", *(border(side, style.approval.rule_mm, _BLACK) for side in _SIDES))
    padding = pt_to_twips(style.approval.padding_pt)
    margins = w("tblCellMar", *(w(side, w=padding, type="dxa") for side in ("top", "left", "bottom", "right")))
    made = (_row(row, edges, grid, style) for row, edges in rows)
    return w("tbl", table_properties(grid, rules, margins), table_grid(grid), *made)


def _edges(row: SheetRow, style: Style) -> list[float]:
    shares = [cell.share for cell in row.cells]
    return list(accumulate(shared_widths(shares, style.page.text_width_pt, style), initial=0.0))


def _row(row: SheetRow, edges: Sequence[float], grid: Sequence[float], style: Style) -> Element:
    height = pt_to_twips(row.height * style.grid.line_pitch_pt)
    properties = w("trPr", w("cantSplit"), w("trHeight", val=height, hRule="atLeast"))
    cells = (
        _cell(cell, left, right, grid, style) for cell, (left, right) in zip(row.cells, pairwise(edges), strict=True)
    )
    return w("tr", properties, *cells)


def _cell(cell: Cell, left: float, right: float, grid: Sequence[float], style: Style) -> Element:
    width = w("tcW", w=pt_to_twips(right) - pt_to_twips(left), type="dxa")
    span = w("gridSpan", val=grid.index(right) - grid.index(left))
    return w("tc", w("tcPr", width, span), *_lines(cell, style))


def _lines(cell: Cell, style: Style) -> Iterator[Element]:
    """Yield a paragraph for each line of the text; the label stands before the first."""
    first, *others = cell.text.split("\n")
    label = text_runs(f"{cell.label}：", style, character_style_id(TextRole.APPROVAL_LABEL))
    yield styled_paragraph(TextRole.APPROVAL_TEXT, [*label, *text_runs(first, style)])
    for line in others:
        yield styled_paragraph(TextRole.APPROVAL_TEXT, text_runs(line, style))
