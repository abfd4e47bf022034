"""Titles broken by sense: each case shows the lines as a reader would set them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_gen.engine import LIBREOFFICE, WORD
from bulletin_gen.placing.title import break_title as break_text
from bulletin_gen.spans import Deleted, Inserted, Plain, flat, spanned
from bulletin_gen.text.chars import is_latin

CELLS = 20
TITLES = [
    "关于巡察整改进展情况的通报",
    "中共清河县委关于巡察整改情况的通报",
    "中共清河县信访局党组|关于巡察整改情况的通报",
    "中共云岭市应急管理局党组|关于市委巡察整改进展情况的通报",
    "中共清河县云岭镇委员会|关于十三届县委第八轮巡察|整改进展情况的通报",
    "中共清河县退役军人事务局党组|关于十三届县委第八轮巡察|整改进展情况的通报",
    "中共清河县卫生健康局委员会|关于十三届县委第八轮常规巡察|集中整改进展情况的通报",
    "中共清河县财政局党组|关于落实县委第二巡察组巡察反馈意见|整改进展情况的通报",
    "中共清河县委宣传部|关于开展意识形态工作责任制专项巡察|整改进展情况的通报",
    "中共清河县委巡察工作领导小组|关于2024年第一轮巡察整改情况的通报",
    "中共清河县人民法院党组|关于2023年3月至5月巡察整改情况的通报",
    "中共云岭市清河区市场监督管理局党组|关于巡察整改进展情况的通报",
    "中共云岭市住房和城乡建设局党组|关于巡视“回头看”整改进展情况的通报",
    "中共云岭高新技术产业开发区工作委员会|关于市委第三轮巡察集中整改进展情况的通报",
    "中共云岭市委高新技术产业开发区工作委员会|关于巡视整改情况的通报",
    "中共云岭市清河区区委河湾科技园区|清湾园工作委员会关于巡察整改情况的通报",
    "中共清河县青石桥街道工作委员会|关于区委第十一轮巡察整改进展情况的通报",
    "云岭水务集团有限公司党委|关于市委第五巡察组反馈问题整改情况的通报",
    "清河县供销合作社联合社党委|关于县委巡察反馈意见整改落实情况的通报",
    "中共清河县融媒体中心支部委员会|关于县委巡察反馈意见整改情况的通报",
    "中共国家税务总局清河县税务局委员会|关于落实巡察整改情况的通报",
    "中共清河县教育局委员会关于县委第一巡察组|巡察清河县第一中学党总支反馈意见|整改进展情况的通报",
    "中共清河县石桥镇委员会|关于巡察整改情况的通报",
    "中共清河县石桥镇委员会|关于六届市委第二轮巡察整改情况的通报",
    "清河县委关于六届市委第二轮巡察|整改情况的通报",
    "中共云岭市清河区机关事务服务中心党组|关于市委巡察“回头看”反馈问题|整改落实情况的通报",
    "清河县融媒体中心党支部|关于巡察村（社区）党组织反馈问题|整改情况的通报",
    "中共清河县民政局党组、|中共清河县财政局党组关于县委联合巡察|整改情况的通报",
]


def break_title(title: str, room: int) -> tuple[str, ...]:
    return tuple(map(flat, break_text(spanned(title), room, LIBREOFFICE)))


@pytest.mark.parametrize("expected", TITLES)
def test_a_title_is_broken_by_sense(expected: str) -> None:
    lines = expected.split("|")

    assert list(break_title("".join(lines), CELLS)) == lines


def cells(line: str) -> float:
    return sum(0.5 if is_latin(char) else 1 for char in line)


@pytest.mark.parametrize("title", [title for title in TITLES if "|" in title])
def test_its_lines_form_a_trapezium_or_a_rhombus(title: str) -> None:
    """7.3.1: never three of one length, never long-short-long; the last line holds four characters at least."""
    widths = [cells(line) for line in title.split("|")]
    falling = [after < before for before, after in pairwise(widths)]

    assert len(widths) == 2 or any(abs(after - before) >= 1 for before, after in pairwise(widths))
    assert falling == sorted(falling)
    assert widths[-1] >= 4


def test_a_book_title_is_not_parted() -> None:
    lines = break_title("中共清河县云岭镇委员会关于《清河县巡察整改工作办法》落实情况的通报", CELLS)

    assert any("《清河县巡察整改工作办法》" in line for line in lines)


def test_a_name_of_unknown_words_still_finds_its_lines() -> None:
    assert break_title("甲" * 30, CELLS) == ("甲" * 14, "甲" * 16)


def test_what_is_no_title_any_more_is_filled_line_by_line() -> None:
    assert break_title("甲" * 130, CELLS) == ("甲" * 20,) * 6 + ("甲" * 10,)


def test_where_the_sense_allows_two_lines_differ_in_length() -> None:
    assert break_title("甲乙丙丁戊己庚辛和" * 3 + "壬癸子", CELLS) == (
        "甲乙丙丁戊己庚辛和" * 2,
        "甲乙丙丁戊己庚辛和壬癸子",
    )


def test_sense_goes_before_shape() -> None:
    """Long-short-long is better than a name in two lines."""
    organs = "中共云岭市清河区市场监督管理局党组、云岭市水务集团、中共云岭市清河区国有资产监督管理局党组"

    assert [line.rstrip("、") for line in break_title(organs, CELLS)] == organs.split("、")


def test_an_empty_title_is_one_empty_line() -> None:
    assert break_title("", CELLS) == ("",)


@given(st.text("中共关于的通报和与、，。《》“”—第三轮巡察整改2024年AB ", max_size=130), st.integers(2, 26))
def test_no_text_is_lost_and_no_line_is_too_wide(title: str, room: int) -> None:
    lines = break_title(title, room)

    assert "".join(lines) == title
    assert all(cells(line.rstrip(" ")) <= room for line in lines)


def test_what_was_changed_in_a_title_stays_changed_on_both_sides_of_a_break() -> None:
    old, new = Deleted((Plain("委员会"),), "李明"), Inserted((Plain("党组关于"),), "李明")
    first, second = break_text((Plain("中共清河县信访局"), old, new, Plain("巡察整改情况的通报")), CELLS, WORD)

    assert first == (Plain("中共清河县信访局"), old, Inserted((Plain("党组"),), "李明"))
    assert second == (Inserted((Plain("关于"),), "李明"), Plain("巡察整改情况的通报"))
