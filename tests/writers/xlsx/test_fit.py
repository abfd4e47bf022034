"""How wide columns are and how high rows, without a program that shows them."""

import pytest

from bulletin_gen.properties import Properties
from bulletin_gen.sheet import Sheet, SheetCell, SheetColumn, SheetRow
from bulletin_gen.style import GBT9704, TextRole
from bulletin_gen.units import mm_to_pt
from bulletin_gen.writers.xlsx.fit import HIGHEST_PT, Fitted, PageEnds, column_widths, fit_line, page_ends, text_height

PADDING = 2 * GBT9704.table.padding_pt
LINE = GBT9704.sheet.line_pitch_pt
TEN = 10 * 12 + PADDING  # a column of ten characters of 12 pt


def cells(*texts: str) -> tuple[SheetCell, ...]:
    return tuple(map(SheetCell, texts))


def sheet(*columns: SheetColumn) -> Sheet:
    row = SheetRow(tuple(cells("甲" * 40 if column.title == "措施" else "1") for column in columns))
    return Sheet("表", Properties("表", ""), "", "", columns, (row,))


def height(text: str) -> float:
    return text_height(text, TEN, TextRole.TABLE_CELL, GBT9704)


def test_a_cell_is_as_high_as_its_lines() -> None:
    assert height("甲" * 10) == LINE + PADDING
    assert height("甲" * 11) == height("甲\n乙") == 2 * LINE + PADDING
    assert height("") == LINE + PADDING


def test_a_letter_takes_half_the_room() -> None:
    assert height("a" * 20) == LINE + PADDING


def test_columns_fill_the_page_and_the_fullest_is_the_widest() -> None:
    number, measure = column_widths(sheet(SheetColumn("序号"), SheetColumn("措施")), GBT9704)

    assert number + measure == pytest.approx(mm_to_pt(297 - 30), abs=0.1)
    assert measure > 5 * number


def test_columns_may_say_their_shares() -> None:
    first, second = column_widths(sheet(SheetColumn("甲", share=1), SheetColumn("措施", share=3)), GBT9704)

    assert second == pytest.approx(3 * first, abs=0.1)


def test_a_row_grows_with_what_stands_beside_its_cells() -> None:
    fitted = fit_line(SheetRow((cells("甲" * 60), cells("乙", "丙"))), (TEN, TEN), GBT9704)

    assert fitted.spans == (((0, 2),), ((0, 1), (1, 2)))
    assert fitted.height == 6 * LINE + PADDING
    assert fitted.heights[0] == fitted.heights[1]


def test_cells_below_each_other_that_are_high_enough_are_left() -> None:
    fitted = fit_line(SheetRow((cells("甲"), cells("乙" * 20, "丙"))), (TEN, TEN), GBT9704)

    assert fitted.heights == (2 * LINE + PADDING, LINE + PADDING)


def test_no_row_is_higher_than_excel_allows() -> None:
    fitted = fit_line(SheetRow((cells("甲"), cells("乙" * 400, "丙"))), (TEN, TEN), GBT9704)

    assert max(fitted.heights) <= HIGHEST_PT
    assert fitted.spans == (((0, 3),), ((0, 2), (2, 3)))


def ends(*heights: float | tuple[float, ...], headings: tuple[int, ...] = (), beside: float = 0) -> PageEnds:
    """Return where pages of 100 pt end, the first of 80; a line of several heights has so many rows."""
    rows = [height if isinstance(height, tuple) else (height,) for height in heights]
    goes_on = [number in headings for number in range(len(rows))]
    return page_ends([Fitted(row, (), beside) for row in rows], goes_on, first=80, room=100)


@pytest.mark.parametrize(
    ("heights", "starts"),
    [((40, 40, 40), (2,)), ((80,), ()), ((40, 40, 50, 50), (2,)), ((40, 40, 50, 50, 1), (2, 4)), ((), ())],
)
def test_a_line_that_a_page_has_room_for_is_not_parted(heights: tuple[float, ...], starts: tuple[int, ...]) -> None:
    assert ends(*heights) == PageEnds(starts, frozenset())


def test_a_heading_stands_on_the_page_of_what_is_below_it() -> None:
    assert ends(40, 20, 40, headings=(1,)).starts == (1,)
    assert ends(40, 20, headings=(1,)).starts == ()


def test_between_its_cells_a_line_may_be_parted_where_what_stands_beside_them_is_whole() -> None:
    assert ends(40, (30, 30), beside=20) == PageEnds((2,), frozenset({1}))
    assert ends(40, (30, 30), beside=35) == PageEnds((1,), frozenset())
    assert ends(40, (50, 30)) == PageEnds((1,), frozenset())
    assert ends(60, (15, 15)) == PageEnds((1,), frozenset())  # too low to be worth it


def test_what_no_page_holds_begins_a_page_and_goes_on() -> None:
    assert ends(40, (90, 60), 40, beside=130) == PageEnds((1, 2), frozenset({1}))
