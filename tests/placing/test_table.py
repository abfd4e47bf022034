"""How a table fills its page."""

import pytest

from blocks import AttachmentHead, Paragraph, Table
from bulletin_gen.placing.table import (
    column_widths,
    is_landscape,
    is_number,
    least_heights,
    stands_across,
    stays_whole,
    turned,
)
from bulletin_gen.style import GBT9704


def table(columns: int, landscape: bool | None = None, shares: tuple[float, ...] = ()) -> Table:
    return Table(("甲",) * columns, shares or (1,) * columns, (), landscape)


@pytest.mark.parametrize(
    ("columns", "wish", "across"), [(6, None, False), (7, None, True), (6, True, True), (7, False, False)]
)
def test_a_table_of_many_columns_is_set_across_unless_its_author_says_otherwise(
    columns: int, wish: bool | None, across: bool
) -> None:
    assert is_landscape(table(columns, wish), GBT9704) is across


def test_the_head_of_an_attachment_turns_with_the_table_that_it_begins_with() -> None:
    head, wide = AttachmentHead("附件", "台账"), table(7)

    assert stands_across(head, wide, GBT9704)
    assert stands_across(wide, None, GBT9704)
    assert not stands_across(head, Paragraph("文"), GBT9704)
    assert not stands_across(head, table(3), GBT9704)


@pytest.mark.parametrize(("columns", "width_mm"), [(5, 156), (8, 225)])
def test_the_columns_share_the_width_of_the_page(columns: int, width_mm: float) -> None:
    widths = column_widths(table(columns, shares=tuple(range(1, columns + 1))), GBT9704)

    assert sum(widths) == pytest.approx(width_mm / 25.4 * 72, abs=0.1)
    assert list(widths) == sorted(widths)


def test_the_widths_are_whole_twips_as_word_has_them() -> None:
    assert all((20 * width).is_integer() for width in column_widths(table(7), GBT9704))


def test_a_column_holds_at_least_one_character() -> None:
    widths = column_widths(table(3, shares=(1, 100, 100)), GBT9704)

    assert widths[0] > 12 + 2 * GBT9704.table.padding_pt
    assert widths[1] == pytest.approx(widths[2], abs=0.06)


def test_twenty_columns_still_share_the_width() -> None:
    widths = column_widths(table(20, landscape=False), GBT9704)

    assert sum(widths) == pytest.approx(GBT9704.page.text_width_pt, abs=0.1)


def in_text(*rows: tuple[str, str]) -> Table:
    return Table(("序号", "说明"), (), rows, landscape=False, in_text=True)


@pytest.mark.parametrize("rows", [1, 2, 3, 5, 8])
def test_a_table_in_the_text_takes_whole_rows_of_the_grid(rows: int) -> None:
    heights = least_heights(in_text(*[("1", "补建台账")] * rows), GBT9704)
    least = GBT9704.table.line_pitch_pt + 2 * GBT9704.table.padding_pt

    assert len(heights) == rows + 1
    assert min(heights) >= least
    assert sum(heights) % GBT9704.grid.line_pitch_pt == pytest.approx(0) or sum(
        heights
    ) % GBT9704.grid.line_pitch_pt == pytest.approx(GBT9704.grid.line_pitch_pt)
    assert sum(heights) - least * (rows + 1) < GBT9704.grid.line_pitch_pt


def test_a_row_of_several_lines_is_higher() -> None:
    _, one, several = least_heights(in_text(("1", "补建台账"), ("2", "补建台账，逐项核对。" * 12)), GBT9704)

    assert several - one == pytest.approx(GBT9704.table.line_pitch_pt * round((several - one) / 18))
    assert several > one


def test_that_of_an_attachment_and_one_with_a_row_of_half_a_page_ask_for_nothing() -> None:
    assert set(least_heights(table(3), GBT9704)) == {0}
    assert set(least_heights(in_text(("1", "补建台账，逐项核对。" * 80)), GBT9704)) == {0}


def test_a_page_end_parts_no_table_in_the_text_of_less_than_half_a_page() -> None:
    assert stays_whole(in_text(*[("1", "补建台账")] * 8), GBT9704)
    assert not stays_whole(in_text(*[("1", "补建台账")] * 20), GBT9704)
    assert not stays_whole(in_text(("1", "补建台账，逐项核对。" * 80)), GBT9704)
    assert not stays_whole(table(3), GBT9704)


@pytest.mark.parametrize(("cell", "number"), [("1", True), ("1.2", True), ("98.5%", True), ("3月", False), ("", False)])
def test_numbers_stand_in_the_middle(cell: str, number: bool) -> None:
    assert is_number(cell) is number


def test_the_text_area_of_a_turned_page_is_the_same_part_of_the_paper() -> None:
    upright, across = GBT9704.page, turned(GBT9704).page

    assert (across.width_mm, across.height_mm) == (upright.height_mm, upright.width_mm)
    assert (across.text_width_mm, across.text_height_mm) == (upright.text_height_mm, upright.text_width_mm)
    assert across.top_mm == upright.left_mm
    assert across.left_mm == upright.height_mm - upright.bottom_edge_mm
    assert across.width_mm - across.right_edge_mm == upright.top_mm


def test_a_turned_page_has_whole_rows_only() -> None:
    across = turned(GBT9704)

    assert (across.grid.rows, across.grid.columns) == (15, 40)
    assert across.grid.rows * across.grid.line_pitch_pt <= across.page.text_height_pt
