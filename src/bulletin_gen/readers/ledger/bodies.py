"""The ledger of a whole round, in which many bodies stand below one another; a grid for each of them out."""

from collections.abc import Mapping
from dataclasses import replace

from bulletin_gen.readers.ledger.grid import Cell, Grid
from bulletin_gen.readers.ledger.header import Header
from bulletin_gen.text.regex import Regex

# Names of the column that says whose bulletin a row belongs to, not who in that body is to act (责任单位).
_BODY = Regex(
    "被?(?:巡察|巡视)(?:单位|党组织|党委|党组|对象|地区)(?:名称)?|(?:被巡|整改)(?:单位|党组织)(?:名称)?|(?:单位|党组织)名称"
)


def part_by_body(grid: Grid, header: Header) -> dict[str, Grid]:
    """Return the rows of each body with what stands above them all, in the order in which the bodies first come.

    The column that names the bodies is left out. Nothing, where there is no such column or nothing stands in it. A row
    in which it is empty belongs to the body above it, a heading across to that below it.
    """
    named = (column.at for column in header.columns if column.role is None and _BODY.fullmatch(column.own_name))
    at = next(named, None)
    if at is None:
        return {}
    below = [row for row in grid.numbers if row > header.last]
    rows_of: dict[str, list[int]] = {}
    for row, body in _bodies(grid, at, below).items():
        rows_of.setdefault(body, []).append(row)
    above = [row for row in grid.numbers if row <= header.last]
    return {body: _only(grid, [*above, *rows], at) for body, rows in rows_of.items()}


def _bodies(grid: Grid, column: int, rows: list[int]) -> dict[int, str]:
    """Return the body of each row; what stands above the first body belongs to that."""
    shown = {row: _said(grid, row, column) for row in rows}
    ahead: dict[int, str] = {}
    body = ""
    for row in reversed(rows):
        body = ahead[row] = shown[row] or body  # at the end that of the first
    found: dict[int, str] = {}
    for row in rows if body else ():
        is_heading = not shown[row] and len(grid.rows[row]) == 1
        body = shown[row] or (is_heading and ahead[row]) or body
        found[row] = body
    return found


def _said(grid: Grid, row: int, column: int) -> str:
    """Return what stands in a column at a row, cells merged below one another counted as one; not what goes across."""
    top, left = grid.anchor(row, column)
    cell = grid.own(top, left) if left == column else None
    return "".join(cell.text.split()) if cell else ""


def _only(grid: Grid, rows: list[int], but: int) -> Grid:
    """Return a grid of some rows, one column left out."""
    kept: Mapping[int, Mapping[int, Cell]] = {
        row: cells for row in rows if (cells := {at: cell for at, cell in grid.rows[row].items() if at != but})
    }
    return replace(
        grid,
        rows=kept,
        hidden_rows=tuple(row for row in grid.hidden_rows if row in kept),
        hidden_columns=tuple(column for column in grid.hidden_columns if column != but),
        told=tuple(one for one in grid.told if one[0] in kept and one[1] != but),
        remarks=tuple(one for one in grid.remarks if one[0] in kept),
    )
