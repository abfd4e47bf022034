"""A table of a source in; the lines as which it is read out.

A table of issues becomes what a bulletin says of them. Of any other table each row is one line, its cells parted by
tabs: in an attachment, and in the text, where it is gathered to one line that stands for it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bulletin_gen.readers.issue_tables import issue_lines
from bulletin_gen.readers.source import SourceLine, row_text
from bulletin_gen.readers.table_rows import Cells, TableRows, cell_text
from bulletin_gen.spec.tables import Column, Table
from bulletin_gen.text.regex import Regex

KEEP_TABLE = "请核对；要保留表格，写成所在部分的“表格”（table），或移到附件里"
# Stands for a table among the lines, as a sentence that is no name below the text; a bulletin never says it.
_GATHERED = "〔这里是一个表格，按行和列另行读出。〕"
_FEWEST_ROWS = {2: 3}  # by columns: two cells may be a name and a date; of three and more two rows will do
_LEAST_ROWS = 2
_MOST_COLUMNS = 20  # as many as a table of the spec may have
_LONGEST_NAME = 20  # characters of the name of a column
_LONGEST_CELL = 200  # characters; what is longer is text that a table arranges
_ATTACHMENT = Regex(r"\s*附\s*件\s*\d{0,2}\s*")  # 附件2; not 附件：清单


def begins_attachment(lines: Iterable[SourceLine]) -> bool:
    """Does one of the lines begin an attachment?"""
    return any(_ATTACHMENT.fullmatch(line.text) for line in lines)


def has_rows(columns: int, rows: int) -> bool:
    """Are so many rows of so many columns, the head among them, enough for a table?"""
    return columns > 1 and rows >= _FEWEST_ROWS.get(columns, _LEAST_ROWS)


def table_lines(table: TableRows, before: Sequence[SourceLine], is_attached: bool) -> list[SourceLine]:
    """Return the lines as which a table below the lines `before` is read, none where it is to be left as it is."""
    if is_attached:
        return _row_lines(table)
    issues = issue_lines(table, before)
    return issues or (_row_lines(table, in_text=True) if _has_names(table) else [])


def gathered(lines: Iterable[SourceLine]) -> list[SourceLine]:
    """Return the lines, one in place of the rows of each table in the text."""
    made: list[SourceLine] = []
    for table, group in groupby(lines, lambda line: line.table):
        rows = tuple(group)
        made += [SourceLine(_GATHERED, rows[0].number, table=table, rows=rows)] if table else rows
    return made


def by_cell(line: SourceLine) -> Iterator[SourceLine]:
    """Yield a line for each line of each cell of a gathered table, for which a bulletin has no place."""
    for row in line.rows:
        yield from (SourceLine(text, row.number) for cell in row.cells for text in cell.split("\n") if text)


def read_table(lines: Iterable[SourceLine]) -> Table:
    """Return the rows of a table as a field of the spec."""
    head, *rows = (row.cells for row in lines)
    columns = [Column(title="".join(name.split())) for name in head]
    return Table(columns=columns, rows=[*map(list, rows)])


def table_of(line: SourceLine | None) -> Table | None:
    """Return a gathered table as a field of the spec, None for none."""
    return read_table(line.rows) if line is not None else None


def _has_names(table: TableRows) -> bool:
    """Does a table name each of its columns, and hold no more text in a cell than tables do?"""
    names = [cell_text(cell) for cell in table.rows[0]]
    are_names = all(0 < len(name) <= _LONGEST_NAME and not name.endswith(("：", ":")) for name in names)
    fits = has_rows(len(names), len(table.rows)) and len(names) <= _MOST_COLUMNS
    return fits and are_names and all(len(cell_text(cell)) <= _LONGEST_CELL for row in table.rows for cell in row)


def _row_lines(table: TableRows, in_text: bool = False) -> list[SourceLine]:
    """Return a line for each row, numbered as the first of those that it is made of."""
    rows = [row for row in table.rows if any(row)]
    first = _first_number(rows[0]) if in_text else 0
    lines = (SourceLine(row_text(map(cell_text, row)), _first_number(row), table=first) for row in rows)
    return [*table.above, *lines]


def _first_number(row: Cells) -> int:
    return min(line.number for cell in row for line in cell)
