"""Columns as wide as what stands in them asks for, counted in characters of the table's size."""

from blocks import Table
from bulletin_gen.placing.table import column_widths
from bulletin_gen.style import GBT9704, TextRole

SIZE = GBT9704.text[TextRole.TABLE_CELL].size_pt
ROOM = 2 * GBT9704.table.padding_pt
HEAD = ("序号", "问题", "整改措施", "责任单位", "完成时限")
ROWS = tuple(
    (str(row), "学习不够深入扎实", "每月组织一次集中学习并交流体会。" * 6, "党政办公室", "2025年10月31日")
    for row in range(1, 9)
)


def cells(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> dict[str, float]:
    """Return the room of each column in characters."""
    widths = column_widths(Table(head, (), rows, landscape=True), GBT9704)
    return {name: (width - ROOM) / SIZE for name, width in zip(head, widths, strict=True)}


def test_dates_and_short_words_stay_on_one_line_and_take_no_more() -> None:
    found = cells(HEAD, ROWS)

    assert 2 <= found["序号"] < 2.2
    assert 7 <= found["完成时限"] < 7.6
    assert 5 <= found["责任单位"] < 5.2


def test_what_makes_the_rows_high_gets_what_is_left() -> None:
    found = cells(HEAD, ROWS)

    assert found["整改措施"] > 25
    assert found["问题"] >= 4


def test_long_names_of_offices_get_room_too() -> None:
    long = tuple((*row[:3], "镇财政所、镇农业农村服务中心、镇综合行政执法队" * 2, row[4]) for row in ROWS)

    assert cells(HEAD, long)["责任单位"] > 8


def test_all_of_the_width_is_taken_however_little_there_is_to_say() -> None:
    for rows in ((), (("1", "", "", "", ""),), ROWS):
        widths = column_widths(Table(HEAD, (), rows, landscape=False), GBT9704)

        assert abs(sum(widths) - GBT9704.page.text_width_pt) < 0.1
