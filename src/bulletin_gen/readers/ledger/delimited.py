"""The bytes of a CSV in, parted by commas, tabs or semicolons; its one sheet as a grid out."""

import csv
from collections.abc import Iterator
from itertools import islice

from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.readers.ledger.grid import Cell, Gauge, Grid, rows_of
from bulletin_gen.readers.text import LARGEST, decode
from bulletin_gen.where import Where

_MARKS = ",\t;"
_LOOKED_AT = 50  # lines
_SAVE_AS = "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”再试"


def csv_grids(source: bytes, file: str | None = None) -> list[Grid]:
    """Return the sheet. Bytes are UTF-8, UTF-16 with its mark, or GB18030. Raises ReadError for anything else."""
    if len(source) > LARGEST:
        raise ReadError(Problem(f"文件超过 {LARGEST // 1_000_000} MB，不像一份台账", "请确认选对了文件", Where(file)))
    text = decode(source, file).removeprefix("\ufeff")
    try:
        return [Grid("", rows_of(_cells(text), Gauge(file)))]
    except csv.Error as error:
        raise ReadError(Problem(f"表格读不下去：{_reason(error)}", _SAVE_AS, Where(file))) from None


def _cells(text: str) -> Iterator[tuple[int, int, Cell]]:
    lines = text.splitlines(keepends=True)
    for number, row in enumerate(csv.reader(lines, delimiter=_delimiter(lines)), start=1):
        for column, value in enumerate(row, start=1):
            yield number, column, Cell(value)


def _delimiter(lines: list[str]) -> str:
    """Return the mark that parts the most cells of the first lines."""
    head = list(islice(lines, _LOOKED_AT))
    return max(_MARKS, key=lambda mark: sum(map(len, islice(csv.reader(head, delimiter=mark), _LOOKED_AT))))


def _reason(error: csv.Error) -> str:
    return "有一格太长，多半是少了一个引号" if "limit" in str(error) else "引号或换行不对"
