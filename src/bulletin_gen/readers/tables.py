"""A table of a source in; the lines as which it is read out.

A table of issues becomes what a bulletin says of them, each row of an attachment's table one line with its cells
parted by tabs.
"""

from collections.abc import Iterable, Sequence

from bulletin_gen.readers.issue_tables import issue_lines
from bulletin_gen.readers.source import SourceLine, row_text
from bulletin_gen.readers.table_rows import Cells, TableRows, cell_text
from bulletin_gen.text.regex import Regex

KEEP_TABLE = "请核对，要保留表格的移到附件里，写成 table"  # the text of a bulletin has no place for one
_ATTACHMENT = Regex(r"\s*附\s*件\s*\d{0,2}\s*")  # 附件2; not 附件：清单


def begins_attachment(lines: Iterable[SourceLine]) -> bool:
    """Does one of the lines begin an attachment?"""
    return any(_ATTACHMENT.fullmatch(line.text) for line in lines)


def table_lines(table: TableRows, before: Sequence[SourceLine], is_attached: bool) -> list[SourceLine]:
    """Return the lines as which a table below the lines `before` is read, none where it is to be left as it is."""
    return _row_lines(table) if is_attached else issue_lines(table, before)


def _row_lines(table: TableRows) -> list[SourceLine]:
    """Return a line for each row, numbered as the first of those that it is made of."""
    return [*table.above, *(SourceLine(row_text(map(cell_text, row)), _first_number(row)) for row in table.rows)]


def _first_number(row: Cells) -> int:
    return min(line.number for cell in row for line in cell)
