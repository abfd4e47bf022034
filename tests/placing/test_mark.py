"""The red mark and what follows it, in pt from the top left corner of the text area."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from blocks import Head, text, texts
from bulletin_gen.placing import mark as placing
from bulletin_gen.placing.mark import MarkLine, PlacedHead, place_head
from bulletin_gen.spans import flat
from bulletin_gen.style import GBT9704, Style
from bulletin_gen.units import mm_to_pt

WIDTH, PITCH = GBT9704.page.text_width_pt, GBT9704.grid.line_pitch_pt
THREE = ("中共清河县纪律检查委员会", "清河县监察委员会", "清河县委组织部")


def place_mark(organs: Sequence[str], suffix: str, style: Style) -> tuple[MarkLine, ...]:
    return placing.place_mark(texts(organs), text(suffix), style)


def head(
    organs: tuple[str, ...] = ("清河县委",), signers: tuple[str, ...] = (), number: str = "清委〔2025〕3号"
) -> Head:
    return Head("", "", "", organs, "文件", number, signers)


def ink_top(line: MarkLine) -> float:
    return line.baseline_pt - GBT9704.head.mark_ink_top_em * line.size_pt


def placed(**parts: tuple[str, ...]) -> PlacedHead:
    return place_head(head(**parts), GBT9704)


def test_a_short_name_is_set_in_the_largest_size() -> None:
    (line,) = place_mark(("县委",), "文件", GBT9704)

    assert (flat(line.text), line.size_pt, line.spacing_pt) == ("县委文件", 56, 0)


def test_a_long_name_shrinks_until_it_fits_and_is_centred() -> None:
    (line,) = place_mark(("中共清河县云岭镇委员会",), "文件", GBT9704)
    width = len(flat(line.text)) * line.size_pt

    assert WIDTH - 2 * GBT9704.cell_pt - len(flat(line.text)) / 2 < width <= WIDTH - 2 * GBT9704.cell_pt
    assert line.indent_pt == pytest.approx((WIDTH - width) / 2)


def test_the_ink_begins_35_mm_below_the_top_whatever_the_size() -> None:
    tops = [ink_top(place_mark((name,), "文件", GBT9704)[0]) for name in ("县委", "清河县" * 9)]

    assert tops == pytest.approx([mm_to_pt(35)] * 2)


def test_organs_that_issue_jointly_are_of_one_width_the_suffix_at_half_their_height() -> None:
    *organs, suffix = place_mark(THREE, "文件", GBT9704)
    ends = [len(flat(line.text)) * line.size_pt + (len(flat(line.text)) - 1) * line.spacing_pt for line in organs]

    assert [flat(line.text) for line in organs] == list(THREE)
    assert ends == pytest.approx([ends[0]] * 3)
    assert len({line.indent_pt for line in organs}) == 1
    assert suffix.baseline_pt == pytest.approx(organs[1].baseline_pt)
    assert suffix.indent_pt > organs[0].indent_pt + ends[0]


def test_a_name_of_one_character_stands_in_the_middle_of_the_others_width() -> None:
    one, other, _ = place_mark(("甲", "乙丙丁"), "文件", GBT9704)

    assert one.indent_pt == pytest.approx(other.indent_pt + other.size_pt)


def test_many_organs_leave_room_for_the_text() -> None:
    *_, last, _ = place_mark(THREE * 4, "文件", GBT9704)

    assert last.baseline_pt < mm_to_pt(35) + GBT9704.head.mark_most_rows * PITCH


def test_nothing_to_mark_gives_no_mark() -> None:
    assert place_mark((), "", GBT9704) == ()


@pytest.mark.parametrize("organs", [(), ("清河县委",), ("清河县云岭镇" * 4,), THREE, THREE * 3])
@pytest.mark.parametrize("signers", [(), ("王小明",), ("王小明", "李大海", "赵一平")])
def test_both_gaps_are_two_lines_give_or_take_a_quarter(organs: tuple[str, ...], signers: tuple[str, ...]) -> None:
    """7.2.5, 7.3.1: and the title begins on a row of the grid."""
    found = placed(organs=organs, signers=signers)
    foot = max(line.baseline_pt + GBT9704.head.ink_foot_em * line.size_pt for line in found.mark)
    above_names = found.number_top_pt - (len(signers) > 2) * PITCH

    assert (above_names - foot) / PITCH == pytest.approx(2, abs=0.26)
    assert found.rows - found.rule_pt / PITCH == pytest.approx(2, abs=0.28)


def test_the_room_for_a_number_is_kept_before_there_is_one() -> None:
    assert place_head(head(number=""), GBT9704) == placed()


def test_a_further_row_of_signers_moves_the_number_down() -> None:
    one, two = placed(signers=("王小明",)), placed(signers=("王小明", "李大海", "赵一平"))

    assert (two.number_top_pt - one.number_top_pt) / PITCH == pytest.approx(1)
    assert two.rows == one.rows + 1


def test_the_rule_stands_4_mm_below_the_ink_of_the_number() -> None:
    found = placed()
    ink_foot = found.number_top_pt + 0.8 * PITCH + GBT9704.head.ink_foot_em * 16

    assert found.rule_pt - mm_to_pt(0.25) - ink_foot == pytest.approx(mm_to_pt(4))


def test_another_style_moves_it() -> None:
    deeper = replace(GBT9704, head=replace(GBT9704.head, mark_below_text_top_mm=45.0))

    assert place_head(head(), deeper).rows > placed().rows
