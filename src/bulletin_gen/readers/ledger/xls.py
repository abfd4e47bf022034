"""The bytes of an XLS (Excel 97–2003, or the same by WPS) in; its sheets as grids out."""

import struct
from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING

from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.readers.ledger.grid import Cell, Gauge, Grid, Merged, rows_of, used_columns
from bulletin_gen.readers.ledger.number_formats import BUILT_IN, GENERAL, number_cell
from bulletin_gen.where import Where

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet

LARGEST = 10_000_000  # bytes
_SAVE_AS = "请用 Excel 或 WPS 打开它，另存为“Excel 工作簿（*.xlsx）”再试"
# What xlrd raises for a file that is not as it should be, besides errors of its own.
_DAMAGE = (
    struct.error,
    AssertionError,
    AttributeError,
    EOFError,
    IndexError,
    KeyError,
    OverflowError,
    TypeError,
    ValueError,
    ZeroDivisionError,
)


def xls_grids(source: bytes, file: str | None = None) -> list[Grid]:
    """Return the sheets of a workbook. Raises ReadError for what cannot be read, or is more than a ledger can be."""
    import xlrd
    from xlrd.biffh import XLRDError
    from xlrd.compdoc import CompDocError

    if len(source) > LARGEST:
        raise ReadError(Problem(f"文件超过 {LARGEST // 1_000_000} MB，不像一份台账", _SAVE_AS, Where(file)))
    gauge = Gauge(file)
    try:
        book = xlrd.open_workbook(
            file_contents=source, formatting_info=True, on_demand=True, ragged_rows=True, logfile=StringIO()
        )
        return [_grid(book, index, gauge) for index in range(book.nsheets)]
    except (XLRDError, CompDocError, *_DAMAGE) as error:
        raise ReadError(_problem(error, file)) from None


def _problem(error: Exception, file: str | None) -> Problem:
    if "encrypted" in str(error):
        return Problem("文件加了打开密码", f"请先去掉密码；{_SAVE_AS}", Where(file))
    return Problem("文件已损坏，不是完整的 XLS", f"{_SAVE_AS}；打不开时，请重新取得这个文件", Where(file))


def _grid(book: "Book", index: int, gauge: Gauge) -> Grid:
    sheet = book.sheet_by_index(index)
    told: list[tuple[int, int, str]] = []
    rows = rows_of(_cells(book, sheet, told), gauge)
    # The last row and column are those after the end.
    merged = (Merged(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells)
    return Grid(
        name=sheet.name,
        rows=rows,
        merged=gauge.merged(rows, merged),
        hidden=bool(sheet.visibility),
        hidden_rows=tuple(row for row in rows if _is_hidden(sheet.rowinfo_map.get(row - 1))),
        hidden_columns=tuple(at for at in used_columns(rows) if _is_hidden(sheet.colinfo_map.get(at - 1))),
        told=tuple(told),
        remarks=tuple((row + 1, column + 1, note.text) for (row, column), note in sheet.cell_note_map.items()),
    )


def _is_hidden(info: object) -> bool:
    return bool(getattr(info, "hidden", False))


def _cells(book: "Book", sheet: "Sheet", told: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, Cell]]:
    """Yield the cells that hold something: of those with a border alone a sheet may have a million."""
    for row in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(row)):
            if kind == _ERROR:
                told.append((row + 1, column + 1, "是错误值，没有导入；请改正公式"))
            elif kind not in _NOTHING:
                yield row + 1, column + 1, _cell(book, sheet, row, column, kind)


_NOTHING, _TEXT, _NUMBERS, _ERROR = (0, 6), 1, (2, 3), 5  # as xlrd counts the kinds of cells; 4 is true or false


def _cell(book: "Book", sheet: "Sheet", row: int, column: int, kind: int) -> Cell:
    value = sheet.cell_value(row, column)
    if kind == _TEXT:
        return Cell(str(value))
    if kind in _NUMBERS:
        return number_cell(float(value), _form(book, sheet.cell_xf_index(row, column)), bool(book.datemode))
    return Cell(("否", "是")[bool(value)])


def _form(book: "Book", cell_format: int) -> str:
    """Return the format of a number, where the file names one."""
    number = book.xf_list[cell_format].format_key
    own = book.format_map.get(number)
    return BUILT_IN.get(number) or (own.format_str if own is not None else "") or GENERAL
