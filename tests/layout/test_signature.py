"""Where 署名 and 成文日期 stand, counted in characters from the edges of the text area."""

import pytest

from bulletin_gen.layout.signature import PlacedSignature, place_signature
from bulletin_gen.style import GBT9704
from small_pages import small_style

WIDE = small_style(columns=28, rows=22)
CELL = WIDE.cell_pt


def indents(placed: PlacedSignature) -> list[tuple[str, float]]:
    lines = [*placed.lines, *([placed.date] if placed.date else [])]
    return [(line.text, round(line.indent_pt / CELL, 3)) for line in lines]


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

    assert [line.text for line in placed.lines] == [
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
    placed = place_signature(["清河县司法局委"], "2024年12月15日", GBT9704)
    right_blank = GBT9704.page.text_width_pt - placed.lines[0].indent_pt - 7 * GBT9704.cell_pt

    assert right_blank > GBT9704.paragraph.signature_right_cells * GBT9704.cell_pt + 1
