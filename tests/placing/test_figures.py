"""Decimals with their points below each other, in the middle of their column."""

import pytest

from blocks import Table
from bulletin_gen.placing.figures import figure_blanks
from bulletin_gen.style import GBT9704, TextRole

SIZE = GBT9704.text[TextRole.TABLE_CELL].size_pt


def blanks(*column: str, head: str = "金额") -> list[float | None]:
    rows = figure_blanks(Table((head, "项目"), (1, 1), tuple((cell, "道路") for cell in column)), GBT9704)
    assert all(other is None for _, other in rows)
    return [blank for blank, _ in rows]


def test_a_number_leaves_room_for_the_digits_that_others_have_after_the_point() -> None:
    longest, shorter, whole = blanks("1,286.37", "12.5", "120")
    assert longest is not None
    assert shorter is not None
    assert whole is not None

    assert shorter - longest == pytest.approx(SIZE / 2)
    assert whole - longest == pytest.approx(SIZE * 1.25)  # two digits and a point, which is half as wide


def test_together_they_stand_in_the_middle() -> None:
    (left,) = set(blanks("0.5", "1.5"))
    column = GBT9704.page.text_width_pt / 2 - 2 * GBT9704.table.padding_pt
    assert left is not None

    assert 2 * left + 1.25 * SIZE == pytest.approx(column, abs=0.1)


def test_what_is_no_number_is_left_alone() -> None:
    assert blanks("12.5", "未统计", "")[1:] == [None, None]


@pytest.mark.parametrize("column", [("1", "20", "300"), ("甲", "乙"), ()])
def test_a_column_without_decimals_is_left_alone(column: tuple[str, ...]) -> None:
    assert blanks(*column) == [None] * len(column)


def test_labels_of_rows_are_no_decimals() -> None:
    assert blanks("1", "1.1", "1.2", head="序号") == [None] * 3


def test_a_row_across_is_no_part_of_the_columns() -> None:
    table = Table(("金额", "项目"), (1, 1), (("0.5", "道路"), ("二、水利",), ("12.5", "渠道")))
    across, rows = figure_blanks(table, GBT9704)[1], figure_blanks(table, GBT9704)[::2]

    assert across == (None,)
    assert rows == figure_blanks(Table(("金额", "项目"), (1, 1), (("0.5", "道路"), ("12.5", "渠道"))), GBT9704)
