"""Tables and forms -> tables of fixed columns."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from bulletin_gen.document import Form, FormCell, FormRow, Table, TableRow
from bulletin_gen.frozen import frozen
from bulletin_gen.placing.figures import Blanks, figure_blanks
from bulletin_gen.placing.table import column_widths, is_number, least_heights, shared_widths, stays_whole
from bulletin_gen.spans import Text, flat, lines_of
from bulletin_gen.style import Style, TextRole
from bulletin_gen.units import mm_to_pt, mm_to_twips, pt_to_twips
from bulletin_gen.writers.docx.named_styles import character_style_id
from bulletin_gen.writers.docx.runs import Look, text_runs
from bulletin_gen.writers.docx.styled import align, border, indent_right, kept_with_next, styled_paragraph
from bulletin_gen.writers.docx.xml import Markup, w

_RULES = ("top", "left", "bottom", "right", "insideH", "insideV")
_SIDES = ("top", "left", "bottom", "right")
_BLACK = "000000"


@frozen
class _Row:
    """A row, which no page end parts: its cells' paragraphs, and their edges in pt from the left of the text area.

    `details` are further properties of the row; `anchor` is where the text stands in its cells.
    """

    cells: Sequence[Sequence[Markup]]
    edges: Sequence[float]
    details: Sequence[Markup] = ()
    anchor: str = "top"


def table(block: Table, style: Style) -> Markup:
    """Return a table with hairlines around all cells, whose head row stands on every page."""
    edges = list(accumulate(column_widths(block, style), initial=0.0))
    outer = (edges[0], edges[-1])
    rule = mm_to_pt(style.table.rule_mm)
    least, *heights = (_at_least(height - rule) for height in least_heights(block, style))
    head = _Row(_cells(block.head, TextRole.TABLE_HEAD, style), edges, [*least, w("tblHeader")], "center")
    cells = (
        _cells(row, TextRole.TABLE_CELL, style, blanks)
        for row, blanks in zip(block.rows, figure_blanks(block, style), strict=True)
    )
    rows = [
        _Row(made, outer if block.goes_across(row) else edges, height, "center")
        for made, row, height in zip(cells, block.rows, heights, strict=True)
    ]
    if stays_whole(block, style):
        head, *rows = [*map(_kept, (head, *rows[:-1])), *rows[-1:]]
    # The lower rule of a row is taken from the room at its foot.
    sides = pt_to_twips(style.table.padding_pt)
    foot = max(0, sides - mm_to_twips(style.table.rule_mm))
    return _table([head, *rows], (sides, sides, foot, sides), style.table.rule_mm)


def form(block: Form, style: Style) -> Markup:
    """Return a form with rules around all cells, which grow with what is typed into them."""
    padding = pt_to_twips(style.approval.padding_pt)
    return _table([_form_row(row, style) for row in block.rows], (padding,) * len(_SIDES), style.approval.rule_mm)


def is_table(made: Markup) -> bool:
    return made.startswith("<w:tbl>")


def bare_table(columns: Sequence[Sequence[Markup]], edges: Sequence[float], height: float) -> Markup:
    """Return a table of one row without rules: columns of paragraphs between these edges, in pt from the left."""
    return _table([_Row(columns, edges, [_height(height, "exact")])], (0,) * len(_SIDES))


def _table(rows: Sequence[_Row], padding: Sequence[int], rule_mm: float = 0.0) -> Markup:
    """Return a table. Its rows may have edges of their own: the grid has all of them, and cells span what is theirs.

    `padding` is that of a cell's sides, in twips.
    """
    grid = sorted({edge for row in rows for edge in row.edges})
    rules = [w("tblBorders", *(border(side, rule_mm, _BLACK) for side in _RULES))] if rule_mm else []
    properties = w(
        "tblPr",
        _width("tblW", grid[0], grid[-1]),
        w("tblInd", w=0, type="dxa"),
        *rules,
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=room, type="dxa") for side, room in zip(_SIDES, padding, strict=True))),
    )
    columns = w("tblGrid", *(w("gridCol", w=pt_to_twips(right) - pt_to_twips(left)) for left, right in pairwise(grid)))
    return w("tbl", properties, columns, *(_row(row, grid) for row in rows))


def _row(row: _Row, grid: Sequence[float]) -> Markup:
    anchor = [] if row.anchor == "top" else [row.anchor]
    cells = (
        _cell(paragraphs, left, right, grid.index(right) - grid.index(left), anchor)
        for paragraphs, (left, right) in zip(row.cells, pairwise(row.edges), strict=True)
    )
    return w("tr", w("trPr", w("cantSplit"), *row.details), *cells)


def _cell(paragraphs: Iterable[Markup], left: float, right: float, columns: int, anchor: Iterable[str]) -> Markup:
    span = [w("gridSpan", val=columns)] if columns > 1 else []
    properties = w("tcPr", _width("tcW", left, right), *span, *(w("vAlign", val=where) for where in anchor))
    return w("tc", properties, *paragraphs)


def _width(tag: str, left: float, right: float) -> Markup:
    return w(tag, w=pt_to_twips(right) - pt_to_twips(left), type="dxa")


def _at_least(height: float) -> list[Markup]:
    """Return what makes a row so high, nothing where it need not be."""
    return [_height(height, "atLeast")] if height > 0 else []


def _height(height: float, rule: str) -> Markup:
    return w("trHeight", val=pt_to_twips(height), hRule=rule)


def _cells(row: TableRow, role: TextRole, style: Style, blanks: Blanks = ()) -> list[list[Markup]]:
    return [
        _lines(cell, role, style, blank)
        for cell, blank in zip(row.cells, blanks or (None,) * len(row.cells), strict=True)
    ]


def _lines(
    text: Text, role: TextRole, style: Style, blank: float | None = None, label: Sequence[Markup] = ()
) -> list[Markup]:
    """Return a paragraph for each line of a cell, the first with the runs of a label before it; numbers stand in its
    middle, or leave `blank` pt at their right."""
    placing = [align("center")] if role is TextRole.TABLE_CELL and is_number(flat(text)) else []
    if blank is not None:
        placing = [indent_right(blank), align("right")]
    first, *others = (text_runs(line, style) for line in lines_of(text))
    return [styled_paragraph(role, runs, *placing) for runs in ([*label, *first], *others)]


def _kept(row: _Row) -> _Row:
    """Return a row that no page end parts from the next one."""
    return replace(row, cells=[list(map(kept_with_next, paragraphs)) for paragraphs in row.cells])


def _form_row(row: FormRow, style: Style) -> _Row:
    widths = shared_widths([cell.share for cell in row.cells], style.page.text_width_pt, style)
    cells = [_form_lines(cell, style) for cell in row.cells]
    least = _at_least(row.height * style.grid.line_pitch_pt)
    return _Row(cells, list(accumulate(widths, initial=0.0)), least)


def _form_lines(cell: FormCell, style: Style) -> list[Markup]:
    """Return a paragraph for each line of the text; the label stands before the first."""
    label = text_runs(cell.label, style, Look(character_style_id(TextRole.APPROVAL_LABEL)))
    return _lines(cell.text, TextRole.APPROVAL_TEXT, style, label=label)
