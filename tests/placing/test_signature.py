"""Where 署名 and 成文日期 stand, counted in characters from the edges of the text area."""

import pytest

from blocks import Signature, text, texts
from bulletin_gen.engine import LIBREOFFICE
from bulletin_gen.placing import signature as placing
from bulletin_gen.placing.signature import PlacedLine, PlacedSignature, signature_rows
from bulletin_gen.spans import flat
from bulletin_gen.style import GBT9704, Style
from small_pages import small_style

WIDE = small_style(columns=28, rows=22)
CELL = WIDE.cell_pt


def place_signature(lines: list[str], date: str, style: Style) -> PlacedSignature:
    return placing.place_signature(texts(lines), text(date), style)


def indents(placed: PlacedSignature) -> list[tuple[str, float]]:
    lines = [*placed.lines, *([placed.date] if placed.date else [])]
    return [(flat(line.text), round(line.indent_pt / CELL, 3)) for line in lines]


def test_the_date_begins_two_characters_right_of_the_signature() -> None:
    """7.3.5.2: the signature keeps two characters of the right side blank."""
    placed = place_signature(["中共清河县云岭镇委员会"], "2024年3月5日", WIDE)

    assert indents(placed) == [("中共清河县云岭镇委员会", 15), ("2024年3月5日", 17)]


def test_a_date_wider_than_the_signature_keeps_the_right_blank() -> None:
    """7.3.5.2: the signature gives way, so that the date still begins two characters right of it."""
    placed = place_signature(["清河县委"], "2024年12月15日", WIDE)

    assert indents(placed) == [("清河县委", 17), ("2024年12月15日", 19)]


def test_a_date_as_wide_as_the_signature_ends_at_the_right_side() -> None:
    placed = place_signature(["中共清河县委"], "2024年3月5日", WIDE)

    assert indents(placed) == [("中共清河县委", 20), ("2024年3月5日", 22)]


def test_a_name_on_two_lines_is_centred_on_its_wider_line() -> None:
    placed = place_signature(["中共清河县自然资源局", "党组"], "2024年3月5日", WIDE)

    assert indents(placed) == [("中共清河县自然资源局", 16), ("党组", 20), ("2024年3月5日", 18)]


def test_a_signature_may_stand_without_a_date() -> None:
    assert indents(place_signature(["中共清河县委"], "", WIDE)) == [("中共清河县委", 20)]


def test_a_date_may_stand_without_a_signature() -> None:
    assert indents(place_signature([], "2024年3月5日", WIDE)) == [("2024年3月5日", 20)]


def test_empty_lines_do_not_count() -> None:
    assert place_signature(["", "清河县委"], "", WIDE) == place_signature(["清河县委"], "", WIDE)


def test_a_name_wider_than_the_text_area_is_broken_by_sense() -> None:
    name = "中共云岭高新技术产业开发区清湾科技创新产业园区工作委员会机关委员会"
    placed = place_signature([name], "2024年3月5日", WIDE)

    assert [flat(line.text) for line in placed.lines] == [
        "中共云岭高新技术产业开发区",
        "清湾科技创新产业园区工作委员会机关委员会",
    ]
    assert max(line.indent_pt for line in placed.lines) < placed.date.indent_pt + 7 * CELL  # type: ignore[union-attr]


@pytest.mark.parametrize("lines", [[], ["甲"], ["甲" * 60]])
@pytest.mark.parametrize("date", ["", "2024年3月5日", "某年某月" * 20])
def test_nothing_begins_left_of_the_text_area(lines: list[str], date: str) -> None:
    assert all(indent >= 0 for _, indent in indents(place_signature(lines, date, WIDE)))


def test_gaps_between_scripts_count_so_that_the_date_does_not_stand_out() -> None:
    """2024年12月15日 is seven characters wide, and eight with its five gaps: wider than these seven."""
    style = GBT9704.set_for(LIBREOFFICE)
    placed = place_signature(["清河县司法局委"], "2024年12月15日", style)
    right_blank = GBT9704.page.text_width_pt - placed.lines[0].indent_pt - 7 * GBT9704.cell_pt

    assert right_blank > GBT9704.paragraph.signature_right_cells * GBT9704.cell_pt + 1


def sealed(*lines: str, joint: bool = False, date: str = "2025年1月8日") -> list[list[tuple[str, float]]]:
    """Return the rows with the middle of each text, in characters from the left edge of the text area."""
    rows = signature_rows(Signature(lines, date, joint, sealed=True), WIDE)
    return [[(flat(line.text), middle(line)) for line in row.lines] for row in rows]


def middle(line: PlacedLine) -> float:
    cells = sum(0.5 if char.isascii() else 1 for char in flat(line.text))
    return round(line.indent_pt / CELL + cells / 2, 2)


def test_a_sealed_signature_is_centred_on_a_date_four_characters_in() -> None:
    """7.3.5.1: the date is six characters wide and ends at the 24th; above are two blank rows for the seal."""
    assert sealed("中共清河县委") == [[], [], [("中共清河县委", 21)], [("2025年1月8日", 21)]]


def test_a_long_name_takes_the_date_with_it_to_the_left() -> None:
    name = "中共清河县云岭高新技术产业开发区工作委员会"

    assert sealed(name)[2:] == [[(name, 17.5)], [("2025年1月8日", 17.5)]]


def test_the_lines_of_one_name_stand_below_each_other() -> None:
    assert sealed("中共清河县自然资源局", "党组")[2:4] == [[("中共清河县自然资源局", 21)], [("党组", 21)]]


def test_three_organs_stand_side_by_side_the_last_above_the_date() -> None:
    organs, date = sealed("清河县委", "县政府", "县纪委", joint=True)[2:]

    assert organs == [("清河县委", 4.2), ("县政府", 12.6), ("县纪委", 21)]
    assert date == [("2025年1月8日", 21)]


def test_further_organs_stand_below_with_room_for_their_seals_and_end_above_the_date() -> None:
    rows = sealed("甲", "乙", "丙", "丁", "戊", joint=True)[2:]

    assert rows[0] == [("甲", 4.2), ("乙", 12.6), ("丙", 21)]
    assert rows[1:5] == [[]] * 4
    assert rows[5:] == [[("丁", 12.6), ("戊", 21)], [("2025年1月8日", 21)]]


def test_names_too_wide_for_three_columns_stand_in_two() -> None:
    rows = sealed("中共清河县云岭镇委员会", "清河县云岭镇人民政府", joint=True)[2:]

    assert rows[0] == [("中共清河县云岭镇委员会", 7), ("清河县云岭镇人民政府", 21)]


def test_jointly_issuing_organs_without_seals_stand_below_each_other() -> None:
    """7.3.5.2: the lead organ first."""
    rows = signature_rows(Signature(("清河县委", "县政府"), "2025年1月8日", joint=True), WIDE)

    assert [[flat(line.text) for line in row.lines] for row in rows] == [[], ["清河县委"], ["县政府"], ["2025年1月8日"]]


def test_a_sealed_date_may_stand_alone_and_a_name_too() -> None:
    assert sealed() == [[], [], [("2025年1月8日", 21)]]
    assert sealed("清河县委", date="") == [[], [], [("清河县委", 24)]]


@pytest.mark.parametrize("lines", [(), ("甲",), ("甲" * 60,), ("甲" * 30,) * 4])
@pytest.mark.parametrize("date", ["", "2024年3月5日", "某年某月" * 20])
@pytest.mark.parametrize("joint", [True, False])
def test_no_sealed_line_begins_left_of_the_text_area(lines: tuple[str, ...], date: str, joint: bool) -> None:
    rows = signature_rows(Signature(lines, date, joint, sealed=True), WIDE)

    assert all(line.indent_pt >= 0 for row in rows for line in row.lines)
