"""Sheets as Excel reads them, and as LibreOffice prints them."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from bulletin_gen.errors import WriteError
from bulletin_gen.properties import Properties
from bulletin_gen.sheet import Sheet, SheetBand, SheetCell, SheetColumn, SheetLine, SheetRow
from bulletin_gen.style import GBT9704
from bulletin_gen.writers.xlsx.write import write_xlsx
from printed_sheets import printed_sheet

COLUMNS = (
    SheetColumn("序号", centred=True),
    SheetColumn("问题"),
    SheetColumn("措施"),
    SheetColumn("时限", centred=True),
    SheetColumn("状态", centred=True, choices=("已完成", "正在整改")),
)
ISSUE = SheetRow(
    (
        (SheetCell("1", 1),),
        (SheetCell("护林巡查不到位"),),
        (SheetCell("重排路线。"), SheetCell("每周抽查4次。")),
        (SheetCell("2024年10月31日", date(2024, 10, 31)),),
        (SheetCell("已完成"),),
    )
)


def sheet(*lines: SheetLine, right: str = "截至2024年12月20日", issued: date | None = None) -> Sheet:
    properties = Properties("某局整改台账", "青禾县某局", issued)
    return Sheet("整改台账", properties, "填报单位：青禾县某局", right, COLUMNS, lines)


def row(text: str, *, measures: tuple[str, ...] = ("甲",)) -> SheetRow:
    return SheetRow(
        ((SheetCell("1", 1),), (SheetCell(text),), tuple(map(SheetCell, measures)), (SheetCell(""),), (SheetCell(""),))
    )


def read(content: bytes) -> Any:
    page = load_workbook(BytesIO(content)).active
    assert isinstance(page, Worksheet)
    return page


def written(*lines: SheetLine, **settings: Any) -> Any:
    return read(write_xlsx(sheet(*lines, **settings), GBT9704))


def test_title_notes_and_head_stand_above_the_rows() -> None:
    page = written(ISSUE)

    assert (page.title, page["A1"].value) == ("整改台账", "某局整改台账")
    assert [cell.value for cell in page[2] if cell.value] == ["填报单位：青禾县某局", "截至2024年12月20日"]
    assert [cell.value for cell in page[3]] == ["序号", "问题", "措施", "时限", "状态"]


def test_cells_beside_several_are_merged() -> None:
    page = written(SheetBand("一、落实责任"), ISSUE)

    assert [cell.value for cell in page[5]] == [1, "护林巡查不到位", "重排路线。", page["D5"].value, "已完成"]
    assert page["C6"].value == "每周抽查4次。"
    assert {str(merged) for merged in page.merged_cells.ranges} >= {"A4:E4", "A5:A6", "B5:B6", "D5:D6", "E5:E6"}


def test_a_day_is_a_date_and_a_number_a_number() -> None:
    page = written(ISSUE)

    assert page["D4"].is_date
    assert page["D4"].value.date() == date(2024, 10, 31)
    assert page["D4"].number_format == 'yyyy"年"m"月"d"日"'
    assert page["A4"].data_type == "n"


def test_a_day_before_excel_counts_them_stays_a_text() -> None:
    early = SheetRow((*ISSUE.cells[:3], (SheetCell("1899年1月1日", date(1899, 1, 1)),), ISSUE.cells[4]))

    assert written(early)["D4"].value == "1899年1月1日"


@pytest.mark.parametrize("text", ["=1+1", "+2", "-3", "@SUM(A1)", "#N/A", "1.10", "{=1}", "=cmd|' /C calc'!A0"])
def test_a_text_stays_one_whatever_it_looks_like(text: str) -> None:
    cell = written(row(text))["B4"]

    assert (cell.data_type, cell.value) == ("s", text)
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@"))


def test_control_characters_do_not_spoil_the_file() -> None:
    assert written(row("甲\x0b乙\x1b"))["B4"].value == "甲\ufffd乙\ufffd"


def test_what_excel_would_take_for_a_number_of_a_character_is_shown_as_it_is() -> None:
    with ZipFile(BytesIO(write_xlsx(sheet(row("_x4E00_")), GBT9704))) as package:
        assert b"_x005F_x4E00_" in package.read("xl/worksheets/sheet1.xml")


def test_a_text_that_no_cell_holds_is_refused() -> None:
    assert written(row("甲" * 32_767))["B4"].value == "甲" * 32_767
    with pytest.raises(WriteError, match="“整改台账”第2行“问题”有 32768 个字符；Excel 的一格最多 32767 个"):
        written(ISSUE, row("甲" * 32_768))


def test_a_status_is_chosen_from_a_list() -> None:
    (choice,) = written(ISSUE).data_validations.dataValidation

    assert (choice.type, choice.formula1, str(choice.sqref)) == ("list", '"已完成,正在整改"', "E4:E5")


def test_it_is_printed_across_a4_as_wide_as_the_page_with_its_head_on_each() -> None:
    page = written(ISSUE)

    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert (page.sheet_properties.pageSetUpPr.fitToPage, page.page_setup.fitToHeight) == (True, 0)
    assert page.print_title_rows == "$3:$3"
    assert page.freeze_panes == "A4"
    assert page.oddFooter.center.text == "第&P页 共&N页"


def test_faces_are_asked_for_by_name() -> None:
    page = written(ISSUE)

    assert [page[cell].font.name for cell in ("A1", "A3", "A4")] == ["方正小标宋简体", "黑体", "仿宋_GB2312"]


def test_the_same_sheet_gives_the_same_bytes_without_a_clock() -> None:
    content = write_xlsx(sheet(ISSUE), GBT9704)

    assert content == write_xlsx(sheet(ISSUE), GBT9704)
    with ZipFile(BytesIO(content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"1980-01-01" in package.read("docProps/core.xml")
    with ZipFile(BytesIO(write_xlsx(sheet(ISSUE, issued=date(2025, 1, 3)), GBT9704))) as package:
        assert package.read("docProps/core.xml").count(b"2025-01-03") == 2


def test_every_text_is_printed_whole(tmp_path: Path) -> None:
    """Long texts beside several short ones, and texts higher than a row of Excel may be."""
    long = "自2019年以来共立项23个，其中4个尚未验收，已逐一列出清单、明确责任人和完成时限。" * 6
    lines = [ISSUE, row(long, measures=("短。", "也短。")), row("短", measures=(long, "短。", long))]

    printed = printed_sheet(write_xlsx(sheet(SheetBand("一、落实责任"), *lines), GBT9704), tmp_path)

    assert printed.cut == []
    assert (round(printed.width), round(printed.height)) == (842, 595)
    assert sum(page.count(long) for page in printed.pages) == 3
    assert all({column.title for column in COLUMNS} <= set(page) for page in printed.pages)
    assert printed.folios == [f"第{number}页共{len(printed.pages)}页" for number in range(1, len(printed.pages) + 1)]


def test_a_text_higher_than_a_row_may_be_takes_several() -> None:
    page = written(row("甲" * 3_000, measures=("乙" * 20_000,)))
    heights = [dimension.height for number, dimension in page.row_dimensions.items() if number > 3]

    assert len(heights) > 1
    assert max(heights) <= 409
    assert "C4:C" in " ".join(str(merged) for merged in page.merged_cells.ranges)
