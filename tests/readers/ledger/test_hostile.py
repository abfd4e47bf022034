"""Sheets that are broken, locked, or far more than a ledger: refused or told in words, before they cost anything."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bulletin_gen.errors import ReadError
from bulletin_gen.readers.ledger import read_ledger
from bulletin_gen.readers.ledger.columns import role_of
from bulletin_gen.readers.ledger.grid import MOST_ROWS
from bulletin_gen.readers.ledger.measures import _MAY_BEGIN, split_measures
from ledgers import merged_ledger, problems, sheet_of, with_parts
from small_docx import p, small_docx
from steps import steps

SHEET = "xl/worksheets/sheet1.xml"
HEAD = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    '<row r="1"><c r="A1" t="str"><v>问题</v></c><c r="B1" t="str"><v>整改措施</v></c></row>'
    '<row r="2"><c r="A2" t="str"><v>学习不够深入</v></c><c r="B2" t="str"><v>修订制度</v></c></row>'
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BASE = merged_ledger(problems(2))
OLD = Path(__file__).parent / "水务站.xls"
START_OF_STREAM, FILEPASS = b"\x09\x08\x10\x00", b"\x2f\x00"  # records of BIFF8: BOF, FILEPASS


def sheet(rows: str = "", after: str = "") -> bytes:
    """A workbook whose sheet has these rows below a header and a problem."""
    return with_parts(BASE, {SHEET: f"{HEAD}{rows}</sheetData>{after}</worksheet>".encode()})


def row(number: int) -> str:
    return f'<row r="{number}"><c r="A{number}" t="str"><v>问题{number}</v></c></row>'


def refusal(source: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_ledger(source, "台账.xlsx")
    return str(caught.value)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: b"", "文件是空的"),
        (lambda: b"PK\x03\x04", "文件已损坏，不是完整的 XLSX"),
        (lambda: OLE + b"\0" * 2_000, "文件已损坏，不是完整的 XLS"),
        (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "文件加了打开密码"),
        (lambda: b"%PDF-1.7", "这是 PDF 文件，不是表格"),
        (lambda: small_docx(p("通报")), "这是 Word 文档，不是 XLSX；请把扩展名改成 .docx 再试"),
        (lambda: b"<html><table></table></html>", "这是网页或 XML 文件，不是表格"),
        (lambda: b"a\0b", "这不是纯文本文件"),
        (lambda: sheet_of(["问题", "整改措施"])[:3_000], "文件已损坏，不是完整的 XLSX"),
        (lambda: with_parts(BASE, {SHEET: b"<a>" + b" " * 30_000_000 + b"</a>"}), "解压后过大，不像一份台账"),
        (lambda: with_parts(BASE, {SHEET: b"<a>" * 1_000}), "嵌套层次太深"),
        (
            lambda: with_parts(BASE, {SHEET: b'<!DOCTYPE x [<!ENTITY a "aa">]>' + HEAD.encode()}),
            "带有 DTD 或实体定义，出于安全不予读取",
        ),
        (
            lambda: sheet("".join(f'<row r="{number}"/>' for number in range(3, 300_003))),
            "文件里标记超过 600000 个，不像一份台账；请把台账下面、右边没有字的行和列删去",
        ),
        (lambda: sheet("".join(map(row, range(3, MOST_ROWS + 3)))), "表格里有字的行超过 3000 个，不像一份台账"),
        (
            lambda: sheet(
                "".join(map(row, range(3, 1_000))),
                "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 1_000 + "</mergeCells>",
            ),
            "表格里合并进去的格子超过 500000 个",
        ),
        (lambda: b"a,b\n" * 2_500_000, "文件超过 8 MB，不像一份台账"),
        (lambda: '问题,措施\n"'.encode() + b"a" * 200_000, "有一格太长，多半是少了一个引号"),
        (lambda: "甲,乙\n丙,丁\n".encode(), "没有找到台账"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_ledger_is_refused_in_words(make: Callable[[], bytes], said: str) -> None:
    assert said in refusal(make())


def test_a_text_in_the_name_of_a_workbook_is_read_as_what_it_is() -> None:
    assert (
        read_ledger("问题\t措施\n学习不够深入\t修订制度\n".encode("gb18030"), "台账.xls").counted == "1个问题、1条措施"
    )


def test_a_workbook_of_excel_97_with_a_password_is_told() -> None:
    content = OLD.read_bytes()
    after_start = content.index(START_OF_STREAM) + len(START_OF_STREAM) + 16

    assert "文件加了打开密码" in refusal(content[:after_start] + FILEPASS + content[after_start + 2 :])


def test_a_day_in_the_strict_form_of_the_standard_is_one() -> None:
    content = (
        f"{HEAD}</sheetData></worksheet>".replace("整改措施", "时限")
        .replace('"B2" t="str"><v>修订制度', '"B2" t="d"><v>2024-06-30T00:00:00')
        .replace("schemas.openxmlformats.org/spreadsheetml/2006/main", "purl.oclc.org/ooxml/spreadsheetml/main")
    )
    results = read_ledger(with_parts(BASE, {SHEET: content.encode()})).bulletin.results
    assert results is not None

    assert results.issues[0].deadline == "2024-06-30"


def test_a_cell_at_the_last_place_of_a_sheet_costs_nothing() -> None:
    reading = read_ledger(sheet('<row r="1048576"><c r="XFD1048576" t="str"><v>远</v></c></row>'))

    assert reading.notes == {"results.issues[0]": "XFD列：远"}


def test_a_merged_range_of_the_whole_sheet_is_never_filled() -> None:
    reading = read_ledger(sheet(after='<mergeCells><mergeCell ref="C1:XFD1048576"/></mergeCells>'))

    assert reading.counted == "1个问题、1条措施"


def test_formulas_are_read_by_their_values_and_told_where_they_have_none() -> None:
    reading = read_ledger(
        sheet(
            '<row r="3"><c r="A3" t="str"><f>A2</f><v>台账不清</v></c><c r="B3"><f>B2</f></c></row>'
            '<row r="4"><c r="A4" t="str"><v>底数不清</v></c><c r="B4" t="e"><v>#REF!</v></c></row>'
        )
    )

    assert reading.counted == "3个问题、1条措施"
    assert [finding.message for finding in reading.findings] == [
        "B3 是公式，文件里没有它的值；请用 Excel 或 WPS 打开，保存后再导入",
        "B4 是错误值#REF!，没有导入；请改正公式",
    ]


@pytest.mark.parametrize("attribute", ['s="{}"', 't="s"', 's="-1"'])
def test_numbers_of_thousands_of_digits_are_none(attribute: str) -> None:
    cell = f'<row r="3"><c r="A3" {attribute.format("9" * 5_000)}><v>{"9" * 5_000}</v></c></row>'

    assert read_ledger(sheet(cell)).counted.startswith(("1个问题", "2个问题"))


def test_of_many_cells_the_same_is_told_once() -> None:
    cells = "".join(f'<row r="{number}"><c r="B{number}"><f>A1</f></c></row>' for number in range(3, 1_003))

    assert [finding.message for finding in read_ledger(sheet(cells)).findings] == [
        "B3、B4、B5、B6、B7、B8、B9、B10、B11、B12等1000处 是公式，文件里没有它的值；"
        "请用 Excel 或 WPS 打开，保存后再导入"
    ]


def test_a_picture_in_a_cell_is_told() -> None:
    reading = read_ledger(sheet('<row r="3"><c r="C3" t="str"><v>=DISPIMG("ID_1",1)</v></c></row>'))

    assert reading.notes == {}
    assert [finding.message for finding in reading.findings] == ["C3 是图片，没有导入"]


def test_control_characters_are_left_out_and_told() -> None:
    reading = read_ledger(sheet('<row r="3"><c r="A3" t="str"><v>台账_x0008_不_x000D_清</v></c></row>'))

    assert "有 1 格里有不可见的控制字符，已略去" in [finding.message for finding in reading.findings]


@pytest.mark.parametrize("text", ["一是甲，", "1.甲。2.乙。", "（1）甲；", "一二三四五六七", "①；"])
def test_measures_are_cut_in_steps_as_many_as_characters(text: str) -> None:
    short, long = steps(_MAY_BEGIN, text * 100), steps(_MAY_BEGIN, text * 1_000)

    assert long < 11 * short


def test_a_cell_of_a_million_characters_is_cut() -> None:
    before, measures = split_measures("一是甲；二是乙；" * 100_000)

    assert (before, len(measures)) == ("", 2)


def test_a_name_as_long_as_a_text_is_none() -> None:
    assert role_of("（" * 500_000 + "问题" * 100_000) is None
