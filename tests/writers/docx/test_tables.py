"""Tables fill the text area with fixed columns; their head row is repeated and no row is parted."""

from bulletin_gen.placing.table import column_widths
from bulletin_gen.style import GBT9704
from docx_parts import attributes, find, texts_of, values
from issued import NARROW, WIDE, made

(TABLE, _) = made(NARROW)


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
