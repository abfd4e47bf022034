"""The printed lines of a DOCX and the cells that they stand in, in; the lines as they are read, out.

Tables of issues, of attachments, and those that name their columns are read by rows. Any other is left as it is
printed: cell by cell.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.drawn import WordTable
from bulletin_gen.ooxml.word_story import CellPlace, InlineKind
from bulletin_gen.readers.docx.printed import Printed, PrintedLine, Remark, SetAside
from bulletin_gen.readers.source import SourceLine
from bulletin_gen.readers.table_rows import Cells, TableRows
from bulletin_gen.readers.tables import begins_attachment, table_lines

_MOST_COLUMNS = 20  # as many as a table of the spec may have
_PLACED = tuple[SourceLine, CellPlace | None]


@frozen
class Arranged:
    """The lines as they are read, and the remarks, which say of each table how that is."""

    lines: list[SourceLine]
    remarks: list[Remark]


def arrange(printed: Printed, tables: Sequence[WordTable], by_rows: bool) -> Arranged:
    """Return the lines, numbered from 1, with the tables among them read by rows where that can be done; those of
    attachments only where `by_rows` says so.

    `tables` are those of the story. Remarks keep the numbers of the lines as they were printed.
    """
    read: list[SourceLine] = []
    kinds: dict[int, SetAside | None] = {}
    is_attached = False
    for table, placed in groupby(_placed(printed.lines), lambda pair: pair[1] and pair[1].table):
        group = list(placed)
        own = [line for line, _ in group]
        rows = _rows(group, tables[table].starts) if table is not None else None
        if rows is None:
            is_attached = is_attached or begins_attachment(own)
            read += own
            continue
        rearranged = table_lines(rows, read, is_attached) if by_rows or not is_attached else []
        if rearranged:
            kinds[own[0].number] = _kind(rearranged, is_attached)
        read += rearranged or own
    return Arranged(read, list(_told(printed.remarks, kinds)))


def _kind(lines: Sequence[SourceLine], is_attached: bool) -> SetAside | None:
    """Return what is told of a table that is read by rows; None of one in the text: whether that has a place is seen
    later."""
    if is_attached:
        return SetAside.ROWS
    return None if any(line.table for line in lines) else SetAside.ISSUES


def _placed(lines: Iterable[PrintedLine]) -> Iterator[_PLACED]:
    for number, line in enumerate(lines, start=1):
        yield SourceLine(line.text, number), line.place


def _rows(group: Iterable[_PLACED], starts: Sequence[tuple[int, ...]]) -> TableRows | None:
    """Return the rows of a table, None where its cells stand in no columns that can be told apart."""
    grid: dict[int, dict[int, list[SourceLine]]] = {}
    for line, place in group:
        if place is None or not 0 < place.row <= len(starts) or not 0 < place.column <= len(starts[place.row - 1]):
            return None
        start = starts[place.row - 1][place.column - 1]
        grid.setdefault(place.row, {}).setdefault(start, []).append(replace(line, text=line.text.strip()))
    numbers = sorted(grid)
    head = next((at for at, row in enumerate(numbers) if len(grid[row]) > 1), None)
    if head is None or not _is_head(grid[numbers[head]], starts[numbers[head] - 1]):
        return None
    above, below = numbers[:head], numbers[head:]
    columns = sorted(grid[below[0]])
    title = tuple(line for row in above for cell in grid[row].values() for line in cell)
    return TableRows(title, tuple(_in_columns(grid[row], columns) for row in below))


def _is_head(cells: dict[int, list[SourceLine]], starts: tuple[int, ...]) -> bool:
    """Does a row name each of its columns?"""
    return len(cells) <= _MOST_COLUMNS and set(cells) == set(starts)


def _in_columns(cells: dict[int, list[SourceLine]], columns: Sequence[int]) -> Cells:
    """Return the lines for each column; what begins between two belongs to the one before it."""
    lines: list[list[SourceLine]] = [[] for _ in columns]
    for start in sorted(cells):
        lines[max(0, bisect_right(columns, start) - 1)] += cells[start]
    return tuple(map(tuple, lines))


def _told(remarks: Iterable[Remark], kinds: Mapping[int, SetAside | None]) -> Iterator[Remark]:
    for remark in remarks:
        is_read = remark.kind is InlineKind.TABLE and remark.line in kinds
        kind = kinds[remark.line] if is_read else remark.kind
        if kind is not None:
            yield replace(remark, kind=kind)
