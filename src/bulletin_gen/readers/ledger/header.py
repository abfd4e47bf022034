"""A grid in; where the header of a ledger stands in it, and what each column holds, out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.frozen import frozen
from bulletin_gen.readers.ledger.columns import LONGEST_NAME, Column, Role, named, one_each
from bulletin_gen.readers.ledger.grid import Grid, column_of, letter
from bulletin_gen.readers.ledger.status import is_status
from bulletin_gen.where import Where

_SEARCHED = 40  # rows with text, among which the header is
_TALLEST = 2  # rows of a header
_MOST_COLUMNS = 200
_LEAST_KNOWN = 2  # columns, one of them the problems
_ASKED = {role.value: role for role in Role if role not in (Role.REMARK, Role.TICK)} | {
    "反馈问题": Role.PROBLEM,
    "存在问题": Role.PROBLEM,
    "整改措施": Role.MEASURES,
    "整改时限": Role.DEADLINE,
    "时限": Role.DEADLINE,
    "进展情况": Role.SITUATION,
    "状态": Role.STATUS,
}


@frozen
class Header:
    """The rows `first` to `last` of a sheet name its columns."""

    first: int
    last: int
    columns: tuple[Column, ...]

    def of(self, role: Role) -> Column | None:
        return next((column for column in self.columns if column.role is role), None)

    def all_of(self, *roles: Role | None) -> list[Column]:
        return [column for column in self.columns if column.role in roles]


def find_header(grid: Grid, asked: Mapping[str, str], file: str | None = None) -> Header | None:
    """Return the header of a grid; None where it holds no ledger.

    `asked` says by hand which column is what: 问题 -> C, or -> the name above a column. Raises ReadError for what no
    ledger has, and where a column that is asked for is not there.
    """
    roles = _roles(asked, file)
    if not 0 < len(grid.columns) <= _MOST_COLUMNS:
        return None
    candidates = (_header(grid, at, height) for at in range(min(len(grid.numbers), _SEARCHED)) for height in (1, 2))
    found = [header for header in candidates if header is not None]
    best = max(found, key=lambda header: _rank(grid, header), default=None)
    if roles:
        best = _as_asked(grid, found, best, roles, file)
    if best is None or _known(best) < _LEAST_KNOWN:
        return None
    columns = [_by_cells(grid, best, column) for column in best.columns]
    header = replace(best, columns=tuple(one_each(columns)))
    return header if header.of(Role.PROBLEM) else None


def _by_cells(grid: Grid, header: Header, column: Column) -> Column:
    """Return a column that is named for what was done (完成情况) as that of the status where nothing else is in it."""
    cells = [cell for row in grid.numbers if row > header.last and (cell := grid.own(row, column.at))]
    is_status_alone = cells and all(is_status(cell.text) for cell in cells)
    return (
        replace(column, role=Role.STATUS)
        if column.role is Role.SITUATION and column.rank >= 0 and is_status_alone
        else column
    )


def _known(header: Header) -> int:
    """Return how many things the header names; of two of one height the first is the header."""
    return len({column.role for column in header.columns} - {None, Role.REMARK})


def _rank(grid: Grid, header: Header) -> tuple[int, bool, bool]:
    """Return how likely a header it is: by what it names; then one of two rows, if a name stands beside both."""
    spans = (grid.merged_at(header.first, column.at) for column in header.columns)
    is_tall = header.last > header.first
    return _known(header), is_tall and any(span.bottom == header.last for span in spans if span), not is_tall


def _header(grid: Grid, at: int, height: int) -> Header | None:
    """Return the row as a header, with the one below it where `height` is 2; None where it cannot be one."""
    numbers = grid.numbers[at : at + height]
    if len(numbers) < height or (height == _TALLEST and not _goes_on_below(grid, *numbers)):
        return None
    columns = [named(column, _names(grid, numbers, column)) for column in grid.columns]
    longest = max((len(name) for number in numbers for name in _row_names(grid, number)), default=0)
    return Header(numbers[0], numbers[-1], tuple(columns)) if longest <= 3 * LONGEST_NAME else None


def _row_names(grid: Grid, number: int) -> list[str]:
    return ["".join(cell.text.split()) for cell in grid.rows[number].values()]


def _names(grid: Grid, numbers: Sequence[int], column: int) -> list[str]:
    """Return the names above a column; that of a group stands above all of its columns."""
    top = numbers[0]
    names = [cell.text for number in numbers if (cell := grid.shown(number, column))]
    if len(numbers) == _TALLEST and grid.shown(top, column) is None and grid.own(numbers[1], column):
        left = max((at for at in grid.rows[top] if at < column), default=None)
        names.insert(0, grid.rows[top][left].text if left is not None else "")
    return names


def _goes_on_below(grid: Grid, top: int, below: int) -> bool:
    """Is the second row that of the columns in a group: below a name merged across, or below nothing at all?"""
    if (
        below != top + 1
        or len(grid.rows[top]) == 1
        or any(len(name) > LONGEST_NAME for name in _row_names(grid, below))
    ):
        return False
    own = grid.rows[below]
    grouped = [column for column in own if _is_grouped(grid, top, column)]
    return len(grouped) == len(own) and len(own) > 1


def _is_grouped(grid: Grid, top: int, column: int) -> bool:
    span = grid.merged_at(top, column)
    if span is not None:
        return span.right > span.left and span.bottom == top
    following = next((at for at in grid.columns if at > column), None)
    alone = grid.own(top, column) is not None
    return not alone or (following is not None and grid.own(top, following) is None)


def _roles(asked: Mapping[str, str], file: str | None) -> dict[Role, str]:
    unknown = [name for name in asked if name not in _ASKED]
    if unknown:
        message = f"--columns 里的“{unknown[0]}”不是台账里要读的内容"
        raise ReadError(Problem(message, f"可用：{'、'.join(dict.fromkeys(_ASKED.values()))}", Where(file)))
    return {_ASKED[name]: said.strip() for name, said in asked.items()}


def _as_asked(
    grid: Grid, found: Sequence[Header], best: Header | None, roles: Mapping[Role, str], file: str | None
) -> Header:
    """Return the header with what is asked for: where none is known, its first row is that of the names asked for."""
    header = best if best is not None and _known(best) else _first_row(grid, found, roles)
    for role, said in roles.items():
        at = _column_at(grid, header, said, file)
        columns = (_asked_column(column, role, at) for column in header.columns)
        header = replace(header, columns=tuple(columns))
    return header


def _asked_column(column: Column, role: Role, at: int) -> Column:
    if column.at == at:
        return replace(column, role=role, rank=-1)
    return replace(column, role=Role.REMARK, rank=0) if column.role is role else column


def _first_row(grid: Grid, found: Sequence[Header], roles: Mapping[Role, str]) -> Header:
    """Return the first header that has a name asked for, else the first row in which several columns hold text."""
    said = {"".join(name.split()) for name in roles.values()}
    with_names = (header for header in found if any(column.name in said for column in header.columns))
    several = (header for header in found if len(grid.rows[header.first]) > 1)
    return next(with_names, None) or next(several, None) or found[0]


def _column_at(grid: Grid, header: Header, said: str, file: str | None) -> int:
    at = column_of(said)
    if at in grid.columns:
        return at
    bare = "".join(said.split())
    by_name = [column.at for column in header.columns if column.name == bare or column.name.endswith(f"·{bare}")]
    if by_name:
        return by_name[0]
    there = "、".join(column.place for column in islice(header.columns, 30))
    used = f"有字的列是{letter(grid.columns[0])}—{letter(grid.columns[-1])}"
    raise ReadError(Problem(f"--columns 里的“{said}”：表里没有这一列", f"{used}，列名：{there}", Where(file)))
