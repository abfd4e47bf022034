"""The rows of a problem in; the issue out, with all that it says and what no field of an issue holds."""

from collections.abc import Iterable, Iterator, Sequence

from bulletin_gen.frozen import frozen
from bulletin_gen.readers.ledger.blocks import Block
from bulletin_gen.readers.ledger.cells import deadline_of, distinct, lines_of_cell, names_of, problem_of
from bulletin_gen.readers.ledger.columns import Column, Role
from bulletin_gen.readers.ledger.grid import Cell, Grid
from bulletin_gen.readers.ledger.header import Header
from bulletin_gen.readers.ledger.measures import numbered, split_measures
from bulletin_gen.readers.ledger.number_formats import unformatted_day
from bulletin_gen.readers.ledger.status import is_status, status_of, together
from bulletin_gen.readers.ledger.told import Told
from bulletin_gen.spec.model import Issue, Status
from bulletin_gen.spec.names import chinese_name
from bulletin_gen.text.dates import read_date
from bulletin_gen.text.shown import shown

_ENDS = "。；;，,、.． "


@frozen
class _Done:
    """What was done: before the measures, and each of them."""

    text: tuple[str, ...]
    measures: tuple[str, ...]


class IssueMaker:
    """Makes the issues of one ledger, telling what it cannot place.

    `is_by_measure`: does the sheet say of each measure apart, in rows of their own, what was done? Then it is said
    behind the measure, as a bulletin has it (要点。叙述), and so it is where a cell numbers as many as there are
    measures beside it; what is said of a whole problem stands before its measures.
    """

    def __init__(self, grid: Grid, header: Header, is_by_measure: bool, told: Told) -> None:
        self._grid, self._header, self._told = grid, header, told
        self._is_by_measure = is_by_measure

    def issue(self, block: Block, path: str) -> Issue:
        """Return the issue of a block, which stands at `path`."""
        below = [self.issue(inner, f"{path}.sub_issues[{index}]") for index, inner in enumerate(block.below)]
        column = self._header.of(block.named_by)
        cell = self._grid.own(block.row, column.at) if column else None
        done, statuses = self._done(block, path)
        self._remark(block, path)
        return Issue(
            problem=problem_of(cell.text if cell else block.problem),
            text="\n".join(done.text),
            measures=list(done.measures),
            sub_issues=below,
            status=self._status(block, path, statuses),
            responsible_unit=self._names(block, path, Role.UNIT),
            leader=self._names(block, path, Role.LEADER),
            deadline=self._deadline(block, path),
        )

    def _cells(self, block: Block, role: Role) -> list[tuple[int, Cell]]:
        """Return what the rows of a problem hold in a column, each with its row."""
        column = self._header.of(role)
        return list(self._in_column(block, column)) if column else []

    def _in_column(self, block: Block, column: Column) -> Iterator[tuple[int, Cell]]:
        """Yield what is said of a problem alone: not of one below it, nor of the one that it is below."""
        details = [inner for inner in block.below if inner.named_by is Role.DETAIL]
        shared = self._shared(block, column)
        if shared:
            yield shared
        for row in block.rows:
            cell, span = self._grid.own(row, column.at), self._grid.merged_at(row, column.at)
            last = span.bottom if span else row
            inner = next((one for one in details if row in one.rows), None)
            is_above = block.named_by is Role.DETAIL and last > block.rows[-1]
            if cell and not is_above and (inner is None or last > inner.rows[-1]):
                yield row, cell

    def _shared(self, block: Block, column: Column) -> tuple[int, Cell] | None:
        """Return what is merged from a problem above into this one, as one leader beside several problems is."""
        row, at = self._grid.anchor(block.row, column.at)
        cell = self._grid.own(row, at) if at == column.at and row < block.row else None
        return (block.row, cell) if cell and block.named_by is Role.PROBLEM and row > self._header.last else None

    def _done(self, block: Block, path: str) -> tuple[_Done, list[Status]]:
        """Return what was done, and the statuses that stand where it should be said."""
        measured = dict(self._cells(block, Role.MEASURES))
        situations = dict(self._cells(block, Role.SITUATION))
        statuses = [status for cell in situations.values() if (status := status_of(cell.text))]
        said = {row: cell.text for row, cell in situations.items() if not is_status(cell.text)}
        if not measured:
            return _by_situation(said.values()), statuses
        text: list[str] = []
        measures: list[str] = []
        for row in block.rows:
            before, here = split_measures(measured[row].text, len(measured) > 1) if row in measured else ("", [])
            text += lines_of_cell(before)
            situation = said.get(row, "")
            each = [situation] if self._is_by_measure and len(here) == 1 else numbered(situation)
            if situation and len(each) == len(here):
                here = list(map(_joined, here, each))
            else:
                text += lines_of_cell(situation)
            measures += here
        return _Done(tuple(distinct(text)), tuple(measures)), statuses

    def _status(self, block: Block, path: str, told_elsewhere: Sequence[Status]) -> Status | None:
        found = [*told_elsewhere, *self._ticked(block)]
        cells = self._cells(block, Role.STATUS)
        for row, cell in cells:
            status = status_of(cell.text)
            if status is None:
                self._keep(path, row, Role.STATUS, cell.text)
                message = f"状态“{shown(cell.text)}”不能确定是哪一种，没有填"
                self._told.doubt("status", row, message, f"{_to_fill('status')}，可用：{'、'.join(Status)}")
            else:
                found.append(status)
        if any(status_of(cell.text) is None for _, cell in cells):
            return None
        status = together(found)
        if len(set(found)) > 1:
            each = "、".join(distinct(found))
            if status is None:
                self._told.doubt("status", block.row, f"各项措施的状态不同（{each}），没有填这个问题的状态")
            else:
                self._told.note("status", block.row, f"各项措施的状态不同（{each}），这个问题按“{status}”")
            self._keep_each(path, cells, Role.STATUS)
        return status

    def _ticked(self, block: Block) -> list[Status]:
        """Return the statuses whose columns have a mark."""
        columns = [column for column in self._header.all_of(Role.TICK) if any(self._in_column(block, column))]
        return [status for column in columns if (status := status_of(column.own_name))]

    def _names(self, block: Block, path: str, role: Role) -> str:
        """Return who answers for a problem; several are named together."""
        cells = self._cells(block, role)
        names = distinct(names_of(cell.text) for _, cell in cells)
        if len(names) > 1:
            self._told.note("names", block.row, f"各项措施的{role}不同，这个问题合写为“{shown('、'.join(names))}”")
            self._keep_each(path, cells, role)
        return "、".join(distinct(name for said in names for name in said.split("、")))

    def _deadline(self, block: Block, path: str) -> str | None:
        """Return by when all is to be done: the last of several days."""
        cells = self._cells(block, Role.DEADLINE)
        deadlines = []
        for row, cell in cells:
            deadline = deadline_of(cell.text, cell.date)
            if deadline is None:
                self._keep(path, row, Role.DEADLINE, cell.text)
                self._told.doubt("deadline", row, *_unread_deadline(cell.text))
            else:
                deadlines.append(deadline)
        several = distinct(deadlines)
        if len(several) < 2:
            return several[0] if several else None
        self._keep_each(path, cells, Role.DEADLINE)
        days = {day: said for said in several if (day := read_date(said).day)}
        if not days:
            self._told.doubt("deadline", block.row, f"各项措施的完成时限不同（{'、'.join(several)}），没有填这个问题的")
            return None
        last = days[max(days)]
        self._told.note("deadline", block.row, f"各项措施的完成时限不同，这个问题按最晚的 {last}")
        return last

    def _remark(self, block: Block, path: str) -> None:
        """Keep what stands in columns that are nothing of an issue."""
        for column in self._header.all_of(Role.REMARK, None):
            for _, cell in self._in_column(block, column):
                self._told.comment(path, f"{column.name or column.place}：{cell.text}")

    def _keep(self, path: str, row: int, role: Role, text: str) -> None:
        self._told.comment(path, f"台账第{row}行的{role}：{text}")

    def _keep_each(self, path: str, cells: Sequence[tuple[int, Cell]], role: Role) -> None:
        for row, cell in cells:
            self._keep(path, row, role, cell.text)


def _to_fill(field: str) -> str:
    return f"请在 YAML 里填“{chinese_name(Issue, field)}”（{field}）"


def _unread_deadline(text: str) -> tuple[str, str]:
    """Return what is told of a deadline that is no date, and how to mend it."""
    message, to_fill = f"完成时限“{shown(text)}”读不出日期，没有填", _to_fill("deadline")
    day = unformatted_day(text)
    if day is None:
        return message, f"{to_fill}，如 2024-06-30、2024年6月底、立行立改"
    return message, f"单元格没有日期格式，这个数在 Excel 里是 {day}；是日期的，{to_fill}，或把单元格设为日期再读"


def is_by_measure(grid: Grid, header: Header, blocks: Iterable[Block]) -> bool:
    """Does a sheet say of each measure apart what was done: in several rows of some problem, words and not a status?

    Problems below others count for themselves.
    """
    measures, situation = header.of(Role.MEASURES), header.of(Role.SITUATION)
    if measures is None or situation is None:
        return False
    return any(len(_rows_with_words(grid, block, situation)) > 1 for block in blocks if not block.below)


def _rows_with_words(grid: Grid, block: Block, column: Column) -> list[int]:
    cells = ((row, grid.own(row, column.at)) for row in block.rows)
    return [row for row, cell in cells if cell and not is_status(cell.text)]


def _by_situation(texts: Iterable[str]) -> _Done:
    """Return what was done where the sheet has no measures: the list in it, or its paragraphs."""
    text: list[str] = []
    measures: list[str] = []
    for said in texts:
        before, here = split_measures(said)
        if len(here) > 1 and before + "".join(here) != said.replace("\n", ""):
            text += lines_of_cell(before)
            measures += here
        else:
            text += lines_of_cell(said)
    return _Done(tuple(text), tuple(measures))


def _joined(measure: str, situation: str) -> str:
    """Return a measure with what was done behind it: 健全制度。已修订3项。"""
    return f"{measure.rstrip(_ENDS)}。{''.join(lines_of_cell(situation))}"
