"""Sheet and Style -> XLSX, set to be printed across A4. The same sheet gives the same bytes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import cached_property
from io import BytesIO
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from bulletin_gen.errors import Problem, WriteError
from bulletin_gen.ooxml.packing import EARLIEST, zipped
from bulletin_gen.properties import storable
from bulletin_gen.sheet import Sheet, SheetBand, SheetCell, SheetLine, SheetRow
from bulletin_gen.style import Style, TextRole
from bulletin_gen.text.chars import is_control
from bulletin_gen.text.regex import Regex
from bulletin_gen.units import mm_to_inches
from bulletin_gen.writers.xlsx.fit import HIGHEST_PT, Fitted, column_widths, fit_line, page_ends, page_room, text_height

_MOST_CHARACTERS = 32_767  # that a cell of Excel holds
_DAY = 'yyyy"年"m"月"d"日"'
_A4 = 9  # as Excel numbers the sizes of paper
_LOOKS_LIKE_FORMULA = ("=", "+", "-", "@")
_ESCAPE = Regex("_(?=x[0-9A-Fa-f]{4}_)")  # _x000D_, which Excel takes for the character of that number
_FIRST_DAY = date(1900, 3, 1)  # before it Excel counts a day too many
_TITLE_ROW, _NOTE_ROW, _HEAD_ROW = 1, 2, 3
_PX_PER_PT = 96 / 72
_PX_PER_CHARACTER, _PX_BESIDE = 7, 5  # of Calibri 11, in which Excel counts the widths of columns


def write_xlsx(sheet: Sheet, style: Style) -> bytes:
    """Return the sheet as an Excel file. Raises WriteError where a cell cannot hold its text."""
    _refuse_too_long(sheet)
    workbook = Workbook()
    page = workbook.active
    assert isinstance(page, Worksheet)
    _Setter(page, sheet, style).set()
    _tell(workbook, sheet)
    return _saved(workbook)


class _Setter:
    """Puts a sheet on a page of Excel from top to bottom."""

    def __init__(self, page: Worksheet, sheet: Sheet, style: Style) -> None:
        self._page, self._sheet, self._style = page, sheet, style
        self._widths = column_widths(sheet, style)
        self._row = _HEAD_ROW
        self._heights: dict[int, float] = {}

    @cached_property
    def _rule(self) -> Border:
        side = Side("thin")
        return Border(left=side, right=side, top=side, bottom=side)

    def set(self) -> None:
        self._page.title = self._sheet.name
        self._set_columns()
        self._set_top()
        self._set_lines()
        self._set_choices()
        self._set_paper()

    def _set_columns(self) -> None:
        for number, width in enumerate(self._widths, start=1):
            pixels = width * _PX_PER_PT
            self._page.column_dimensions[get_column_letter(number)].width = (pixels - _PX_BESIDE) / _PX_PER_CHARACTER

    def _set_top(self) -> None:
        """Set the title, what stands below it at the left and the right, and the head of the columns."""
        last = len(self._widths)
        self._set_across(_TITLE_ROW, 1, last, self._sheet.title, TextRole.ATTACHMENT_TITLE, "center")
        middle = self._middle
        self._set_across(_NOTE_ROW, 1, middle, self._sheet.left, TextRole.TABLE_CELL, "left")
        if middle < last:
            self._set_across(_NOTE_ROW, middle + 1, last, self._sheet.right, TextRole.TABLE_CELL, "right")
        for number, column in enumerate(self._sheet.columns, start=1):
            self._put(_HEAD_ROW, number, SheetCell(column.title), TextRole.TABLE_HEAD, "center")
            self._frame(_HEAD_ROW, _HEAD_ROW, number, number)
        heights = (
            text_height(column.title, width, TextRole.TABLE_HEAD, self._style)
            for column, width in zip(self._sheet.columns, self._widths, strict=True)
        )
        self._set_height(_HEAD_ROW, max(heights))

    @property
    def _middle(self) -> int:
        """The last column that the note at the left may take."""
        return max(1, len(self._widths) // 2) if self._sheet.right else len(self._widths)

    def _set_across(self, row: int, first: int, last: int, text: str, role: TextRole, side: str) -> None:
        """Put a text in merged cells of one row, which becomes as high as it needs."""
        self._put(row, first, SheetCell(text), role, side)
        self._merge(row, row, first, last)
        height = text_height(text, sum(self._widths[first - 1 : last]), role, self._style)
        self._set_height(row, max(height, self._heights.get(row, 0.0)))

    def _set_height(self, row: int, height: float) -> None:
        self._heights[row] = self._page.row_dimensions[row].height = min(HIGHEST_PT, height)

    def _set_lines(self) -> None:
        lines = self._sheet.lines
        fitted = [fit_line(line, self._widths, self._style) for line in lines]
        top = sum(self._heights[row] for row in (_TITLE_ROW, _NOTE_ROW, _HEAD_ROW))
        room = page_room(self._style)
        goes_on = [isinstance(line, SheetBand) for line in lines]
        ends = page_ends(fitted, goes_on, room - top, room - self._heights[_HEAD_ROW])
        for start in ends.starts:
            self._page.row_breaks.append(Break(id=_HEAD_ROW + start))
        for number, (line, heights) in enumerate(zip(lines, fitted, strict=True)):
            self._set_line(line, heights, "top" if number in ends.parted else "center")

    def _set_line(self, line: SheetLine, fitted: Fitted, vertical: str) -> None:
        first = self._row + 1
        for at, height in enumerate(fitted.heights):
            self._set_height(first + at, height)
        self._row += len(fitted.heights)
        if isinstance(line, SheetBand):
            self._set_across(first, 1, len(self._widths), line.text, TextRole.TABLE_HEAD, "left")
            self._frame(first, first, 1, len(self._widths))
            return
        for number, (cells, spans, column) in enumerate(
            zip(line.cells, fitted.spans, self._sheet.columns, strict=True), start=1
        ):
            for cell, (start, end) in zip(cells, spans, strict=True):
                side = "center" if column.centred else "left"
                self._put(first + start, number, cell, TextRole.TABLE_CELL, side, vertical)
                self._merge(first + start, first + end - 1, number, number)
                self._frame(first + start, first + end - 1, number, number)

    def _put(
        self, row: int, column: int, content: SheetCell, role: TextRole, side: str, vertical: str = "center"
    ) -> None:
        cell = self._page.cell(row, column)
        assert isinstance(cell, Cell)
        _fill(cell, content)
        look = self._style.text[role]
        cell.font = Font(name=self._style.face_names[look.face], size=look.size_pt, bold=look.bold)
        # A number is not broken: where it has no room, Excel prints ####.
        is_text = content.value is None
        cell.alignment = Alignment(horizontal=side, vertical=vertical, wrap_text=is_text, shrink_to_fit=not is_text)

    def _merge(self, top: int, foot: int, first: int, last: int) -> None:
        """Merge cells. Those of a sheet never overlap; openpyxl's own way would compare each with all before it."""
        if (top, first) != (foot, last):
            self._page.merged_cells.ranges.add(CellRange(min_row=top, max_row=foot, min_col=first, max_col=last))

    def _frame(self, top: int, foot: int, first: int, last: int) -> None:
        for row in range(top, foot + 1):
            for column in range(first, last + 1):
                self._page.cell(row, column).border = self._rule

    def _set_choices(self) -> None:
        for number, column in enumerate(self._sheet.columns, start=1):
            listed = ",".join(column.choices)
            if column.choices and self._row > _HEAD_ROW:
                letter = get_column_letter(number)
                choice = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=True)
                choice.errorTitle, choice.error = column.title, f"请选：{'、'.join(column.choices)}"
                choice.add(f"{letter}{_HEAD_ROW + 1}:{letter}{self._row}")
                self._page.add_data_validation(choice)

    def _set_paper(self) -> None:
        page, style = self._page, self._style.sheet
        page.page_setup.orientation, page.page_setup.paperSize = "landscape", _A4
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
        page.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
        page.print_area = f"A1:{get_column_letter(len(self._widths))}{self._row}"
        page.freeze_panes = f"A{_HEAD_ROW + 1}"
        page.print_options.horizontalCentered = True
        margins = page.page_margins
        margins.left = margins.right = mm_to_inches(style.side_mm)
        margins.top, margins.bottom = mm_to_inches(style.top_mm), mm_to_inches(style.foot_mm)
        margins.header = margins.footer = mm_to_inches(style.page_number_mm)
        foot = HeaderFooterItem()
        foot.center.text, foot.center.size = "第&P页 共&N页", style.page_number_size_pt
        page.oddFooter = foot


def _fill(cell: Cell, content: SheetCell) -> None:
    """Put a number, a day or a text in a cell; a text stays one, whatever it begins with."""
    value = content.value
    if isinstance(value, int) or (value is not None and value >= _FIRST_DAY):
        cell.value = value
        cell.number_format = "General" if isinstance(value, int) else _DAY
        return
    cell.value = _storable(content.text) or None
    if cell.value is not None:
        cell.data_type = "s"
        cell.quotePrefix = content.text.startswith(_LOOKS_LIKE_FORMULA)


def _storable(text: str) -> str:
    """Return a text as a cell holds it, U+FFFD in place of what no file may hold."""
    return _ESCAPE.sub("_x005F_", "".join("\ufffd" if is_control(char) else char for char in text))


def _refuse_too_long(sheet: Sheet) -> None:
    problems = [
        Problem(
            f"“{sheet.name}”第{number}行“{column.title}”有 {len(cell.text)} 个字符",
            f"Excel 的一格最多 {_MOST_CHARACTERS} 个；请缩短，或分成几条",
        )
        for number, row in enumerate((line for line in sheet.lines if isinstance(line, SheetRow)), start=1)
        for cells, column in zip(row.cells, sheet.columns, strict=True)
        for cell in cells
        if len(cell.text) > _MOST_CHARACTERS
    ]
    if problems:
        raise WriteError(*problems)


def _tell(workbook: Workbook, sheet: Sheet) -> None:
    """Say what the file is; its times are the issue date, or the first that a ZIP knows."""
    issued = sheet.properties.issued
    when = datetime.combine(issued, time(), UTC) if issued else datetime(*EARLIEST, tzinfo=UTC)
    told = workbook.properties
    told.title, told.creator = storable(sheet.properties.title), storable(sheet.properties.issuer)
    told.created = told.modified = when


def _saved(workbook: Workbook) -> bytes:
    """Return the file, without the moment of writing that openpyxl and ZIP would put in."""
    saved = BytesIO()
    ExcelWriter(workbook, ZipFile(saved, "w")).save()
    with ZipFile(saved) as package:
        return zipped({name: package.read(name) for name in package.namelist()})
