"""A sheet as plain values: which cell says what, and which are merged."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.frozen import frozen
from bulletin_gen.where import Where

MOST_ROWS = 3_000  # with text; a ledger has some hundreds
MOST_CELLS = 100_000
MOST_CHARACTERS = 2_000_000
MOST_MERGED = 20_000
MOST_COVERED = 500_000  # crossings of rows and columns with text that lie in merged cells
_TRIM = "请只留下台账本身（不要的行、列和工作表删去），另存后再试"


@frozen
class Cell:
    """What one cell shows; `date` is the day (2024-06-30) or month (2024-06) of one that holds a true date."""

    text: str
    date: str = ""


@frozen
class Merged:
    """Cells merged into one: the first and last row and column, both counting from 1."""

    top: int
    left: int
    bottom: int
    right: int


@frozen
class Grid:
    """One sheet: the cells with text, by row and column from 1, in order.

    hidden: whether nobody sees it. hidden_rows, hidden_columns: of these, those that hold text.
    told: what was met while it was read, each with its row and column: formulas without a value, errors, pictures.
    remarks: what people wrote beside cells, each with its row and column.
    """

    name: str
    rows: Mapping[int, Mapping[int, Cell]]
    merged: Sequence[Merged] = ()
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    told: tuple[tuple[int, int, str], ...] = ()
    remarks: tuple[tuple[int, int, str], ...] = ()

    @property
    def is_seen(self) -> bool:
        """Does it hold text, and does somebody see it?"""
        return bool(self.rows) and not self.hidden

    @cached_property
    def columns(self) -> list[int]:
        """The columns that hold text, in order."""
        return used_columns(self.rows)

    @cached_property
    def numbers(self) -> list[int]:
        """The rows that hold text, in order."""
        return sorted(self.rows)

    def own(self, row: int, column: int) -> Cell | None:
        """Return what the cell itself holds; None for nothing."""
        return self.rows.get(row, {}).get(column)

    def shown(self, row: int, column: int) -> Cell | None:
        """Return what is seen at a cell: what it holds, or the merged cells that it belongs to."""
        return self.own(*self.anchor(row, column))

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """Return the first of the merged cells that a cell belongs to; the cell itself where it is not merged."""
        span = self._covered.get((row, column))
        return (span.top, span.left) if span else (row, column)

    def merged_at(self, row: int, column: int) -> Merged | None:
        """Return the merged cells that a cell belongs to; None for no such."""
        return self._covered.get((row, column))

    @cached_property
    def _covered(self) -> dict[tuple[int, int], Merged]:
        """The merged cells by each row and column that hold text at all: few, however large the merged ones are."""
        return {
            (row, column): span
            for span in self.merged
            for row in _between(self.numbers, span.top, span.bottom)
            for column in _between(self.columns, span.left, span.right)
        }


def used_columns(rows: Mapping[int, Mapping[int, Cell]]) -> list[int]:
    """Return the columns that hold text, in order."""
    return sorted({column for row in rows.values() for column in row})


def _between(numbers: Sequence[int], first: int, last: int) -> Sequence[int]:
    return numbers[bisect_left(numbers, first) : bisect_right(numbers, last)]


def letter(column: int) -> str:
    """Return what a sheet calls a column: A for 1, AB for 28."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_of(letters: str) -> int:
    """Return the number of a column: 28 for AB; 0 for what is no column."""
    number = 0
    for char in letters.upper():
        if not "A" <= char <= "Z" or number > 10**5:
            return 0
        number = number * 26 + ord(char) - ord("A") + 1
    return number


class Gauge:
    """Counts what a file holds while it is read. Raises ReadError where that is more than a ledger can be."""

    def __init__(self, file: str | None) -> None:
        self._file = file
        self._left = {
            "有字的行": MOST_ROWS,
            "有字的格子": MOST_CELLS,
            "字": MOST_CHARACTERS,
            "合并的格子": MOST_MERGED,
            "合并进去的格子": MOST_COVERED,
        }
        self._most = dict(self._left)

    def row(self) -> None:
        self._take("有字的行", 1)

    def cell(self, text: str) -> None:
        self._take("有字的格子", 1)
        self._take("字", len(text))

    def merged(self, rows: Mapping[int, Mapping[int, Cell]], merged: Iterable[Merged]) -> tuple[Merged, ...]:
        """Return merged cells of a sheet, counted."""
        numbers, columns = sorted(rows), used_columns(rows)
        found: list[Merged] = []
        for span in merged:
            self._take("合并的格子", 1)
            covered = len(_between(numbers, span.top, span.bottom)) * len(_between(columns, span.left, span.right))
            self._take("合并进去的格子", covered)
            found.append(span)
        return tuple(found)

    def _take(self, what: str, count: int) -> None:
        self._left[what] -= count
        if self._left[what] < 0:
            message = f"表格里{what}超过 {self._most[what]} 个，不像一份台账"
            raise ReadError(Problem(message, _TRIM, Where(self._file)))


def rows_of(cells: Iterator[tuple[int, int, Cell]], gauge: Gauge) -> dict[int, dict[int, Cell]]:
    """Return cells with text by row and column, counted."""
    rows: dict[int, dict[int, Cell]] = {}
    for row, column, cell in cells:
        if not cell.text.strip():
            continue
        gauge.cell(cell.text)
        if row not in rows:
            gauge.row()
        rows.setdefault(row, {})[column] = cell
    return rows
