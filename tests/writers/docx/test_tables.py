"""Tables and forms fill the text area with fixed columns; a head row is repeated and no row is parted."""

from dataclasses import replace
from pathlib import Path

import pytest

from blocks import Paragraph, Table
from bulletin_gen.document import Document, Form, FormCell, FormRow
from bulletin_gen.placing.table import column_widths
from bulletin_gen.properties import Properties
from bulletin_gen.spans import spanned
from bulletin_gen.style import GBT9704
from bulletin_gen.writers.docx.write import write_docx
from docx_parts import attributes, find, texts_of, values
from issued import NARROW, WIDE, made
from judges import ooxml_errors

(TABLE, _) = made(NARROW)
(FORM, _) = made(
    Form(
        (
            FormRow(2, (FormCell(spanned("签发："), share=2), FormCell(spanned("核稿：")))),
            FormRow(
                3, (FormCell(spanned("标题：")), FormCell(spanned("会签："), spanned("县财政局\n县水务局"), share=2))
            ),
        )
    )
)


def test_columns_are_as_wide_as_the_layout_has_them() -> None:
    widths = [int(attributes(column)["w"]) for column in find(TABLE, "w:tblGrid/w:gridCol")]

    assert widths == [round(20 * width) for width in column_widths(NARROW, GBT9704)]
    assert sum(widths) == GBT9704.page.text_width_twips
    assert attributes(*find(TABLE, "w:tblPr/w:tblLayout")) == {"type": "fixed"}


def test_the_head_row_is_repeated_and_no_row_is_parted() -> None:
    rows = find(TABLE, "w:tr")

    assert [len(find(row, "w:trPr/w:tblHeader")) for row in rows] == [1, 0, 0]
    assert [len(find(row, "w:trPr/w:cantSplit")) for row in rows] == [1, 1, 1]


def test_each_line_of_a_cell_is_a_paragraph() -> None:
    assert [texts_of(cell) for cell in find(TABLE, "w:tr/w:tc")] == [
        ["序号"],
        ["单位"],
        ["1"],
        ["县教育局"],
        ["2"],
        ["县水务局", "县林业局"],
    ]


def test_numbers_stand_in_the_middle_of_their_cell() -> None:
    assert [values(cell, ".//w:jc") for cell in find(TABLE, "w:tr[2]/w:tc")] == [["center"], []]


def test_hairlines_stand_around_all_cells() -> None:
    rules = find(TABLE, "w:tblPr/w:tblBorders/*")

    assert len(rules) == 6
    assert {attributes(rule)["sz"] for rule in rules} == {"4"}


def test_a_table_across_is_as_wide_as_the_text_area_is_high() -> None:
    (table, _) = made(WIDE)

    assert attributes(*find(table, "w:tblPr/w:tblW"))["w"] == str(round(20 * GBT9704.page.text_height_pt))


def test_rows_of_a_form_have_edges_of_their_own() -> None:
    spans = [values(row, "w:tc/w:tcPr/w:gridSpan") for row in find(FORM, "w:tr")]
    widths = [[int(attributes(width)["w"]) for width in find(row, "w:tc/w:tcPr/w:tcW")] for row in find(FORM, "w:tr")]

    assert len(find(FORM, "w:tblGrid/w:gridCol")) == 3
    assert spans == [["2"], ["2"]]
    assert [sum(row) for row in widths] == [GBT9704.page.text_width_twips] * 2


def test_rows_of_a_form_grow_with_their_text() -> None:
    heights = [attributes(height) for height in find(FORM, "w:tr/w:trPr/w:trHeight")]

    assert heights == [{"val": str(rows * GBT9704.grid.line_pitch_twips), "hRule": "atLeast"} for rows in (2, 3)]
    assert find(FORM, "w:tr/w:trPr/w:tblHeader") == []


def test_the_label_of_a_form_stands_before_its_text_in_its_own_face() -> None:
    (cell,) = [cell for cell in find(FORM, "w:tr/w:tc") if "会签" in texts_of(cell)[0]]

    assert texts_of(cell) == ["会签：县财政局", "县水务局"]
    assert values(cell, ".//w:rStyle") == ["BulletinApprovalLabelChar"]


def test_a_row_of_one_text_spans_all_columns() -> None:
    (table, _) = made(Table(("序号", "单位"), (1, 3), (("一、县直单位",), ("1", "县教育局"))))
    rows = find(table, "w:tr")

    assert [len(find(row, "w:tc")) for row in rows] == [2, 1, 2]
    assert [attributes(span) for span in find(rows[1], "w:tc/w:tcPr/w:gridSpan")] == [{"val": "2"}]


IN_TEXT = Table(("序号", "单位"), (1, 3), (("1", "县教育局"), ("2", "县水务局")), landscape=False, in_text=True)


def test_a_small_table_in_the_text_stays_whole_and_fills_rows_of_the_grid() -> None:
    (table, _) = made(IN_TEXT)
    rows = find(table, "w:tr")
    heights = [int(attributes(height)["val"]) for height in find(table, "w:tr/w:trPr/w:trHeight")]

    assert [len(find(row, ".//w:keepNext")) for row in rows] == [2, 2, 0]
    assert len(heights) == len(rows)
    assert 0 < 3 * GBT9704.grid.line_pitch_twips - sum(heights) < 40
    assert find(TABLE, "w:tr/w:trPr/w:trHeight") == []


def test_the_name_of_a_table_stands_in_the_middle_and_stays_with_it() -> None:
    caption, *_ = made(replace(Paragraph("表1甲乙"), is_caption=True), IN_TEXT)

    assert values(caption, "w:pPr/w:jc") == ["center"]
    assert attributes(*find(caption, "w:pPr/w:ind")) == {"firstLine": "0"}
    assert len(find(caption, "w:pPr/w:keepNext")) == 1


def test_two_tables_that_touch_are_two() -> None:
    assert [element.tag.rpartition("}")[2] for element in made(IN_TEXT, IN_TEXT)] == ["tbl", "p", "tbl", "p"]


@pytest.mark.parametrize("office", ["Office2007", "Microsoft365"])
def test_a_text_with_tables_is_a_valid_docx(office: str, tmp_path: Path) -> None:
    path = tmp_path / "通报.docx"
    blocks = (replace(Paragraph("表1甲"), is_caption=True), IN_TEXT, IN_TEXT, Paragraph("乙。"))
    path.write_bytes(write_docx(Document(Properties("", ""), blocks), GBT9704))

    assert ooxml_errors(path, office) == []
