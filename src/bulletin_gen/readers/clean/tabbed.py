"""Lines in; the same with the tables that tabs draw in a plain text read as tables out, and a word on each."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from bulletin_gen.finding import Finding, Severity
from bulletin_gen.readers.source import SourceLine, cells_of
from bulletin_gen.readers.table_rows import TableRows
from bulletin_gen.readers.tables import KEEP_TABLE, begins_attachment, has_rows, table_lines
from bulletin_gen.where import Where


def without_tabs(lines: Sequence[SourceLine], file: str | None) -> tuple[list[SourceLine], list[Finding]]:
    """Return the lines with each table above the attachments read: one of issues as issues, another by its rows, and
    what names no columns cell by cell.

    The rows of an attachment's table are kept: it has a place for them.
    """
    read: list[SourceLine] = []
    findings: list[Finding] = []
    is_attached = False
    for (table, columns), group in groupby(lines, lambda line: (line.table, len(cells_of(line.text)))):
        own = list(group)
        is_attached = is_attached or begins_attachment(own)
        if table or is_attached or not _is_table(own, columns):
            read += own
            continue
        rows = TableRows((), tuple(tuple(_cells(line)) for line in own))
        lines_of_table = table_lines(rows, read, is_attached) if all(rows.rows[0]) else []
        read += lines_of_table or [cell for row in rows.rows for lines_of_cell in row for cell in lines_of_cell]
        if not any(line.table for line in lines_of_table):
            findings.append(_told(own, columns, bool(lines_of_table), file))
    return read, findings


def _is_table(lines: Sequence[SourceLine], columns: int) -> bool:
    """Are lines of so many cells a table? Labels of a contact (联系电话：…) stand side by side, too."""
    if not has_rows(columns, len(lines)):
        return False
    return columns > 2 or not any("：" in line.text or ":" in line.text for line in lines)


def _cells(line: SourceLine) -> Iterator[tuple[SourceLine, ...]]:
    for text in cells_of(line.text):
        yield (replace(line, text=text),) if text else ()


def _told(own: list[SourceLine], columns: int, is_of_issues: bool, file: str | None) -> Finding:
    size = f"从这一行起是{len(own)}行{columns}列的表格"
    how = "逐行读成了问题" if is_of_issues else "已逐格读成段落，行和列没有读出"
    hint = "请核对" if is_of_issues else KEEP_TABLE
    return Finding("import/table", Severity.WARNING, f"{size}，{how}", hint, Where(file, own[0].number))
