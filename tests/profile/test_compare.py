"""What is told of a house's departures from the standard."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_gen.clause import Strength
from bulletin_gen.engine import LIBREOFFICE, Engine
from bulletin_gen.profile import apply_profile, departure_findings, departures, load_profile
from bulletin_gen.profile.style_paths import clause_at, field_paths, value_at, with_value
from bulletin_gen.style import GBT9704, FaceRole, Style

PATHS = list(field_paths())


def house(*lines: str) -> Style:
    return apply_profile(GBT9704, load_profile("\n".join(("名称: 某局", *lines))))


def told(*lines: str) -> list[str]:
    return [str(finding) for finding in departure_findings(house(*lines))]


def other(value: object) -> object:
    """Return another value of the same kind."""
    if isinstance(value, FaceRole):
        return FaceRole.SONGTI if value is not FaceRole.SONGTI else FaceRole.HEITI
    if isinstance(value, bool):
        return not value
    if isinstance(value, Engine):
        return LIBREOFFICE
    return f"{value}甲" if isinstance(value, str) else value + 1  # type: ignore[operator]


def test_the_standard_does_not_depart_from_itself() -> None:
    assert departures(GBT9704) == ()


@pytest.mark.parametrize("path", PATHS)
def test_no_value_departs_unnoticed(path: str) -> None:
    style = with_value(GBT9704, path, other(value_at(GBT9704, path)))
    (departure,) = departures(style)

    assert (departure.path, departure.name != "") == (path, True)
    assert departure.standard != departure.house
    assert departure.strength in {clause_at(GBT9704, path).strength, Strength.PRACTICE}
    assert len(departure_findings(style)) == 1


@given(st.sets(st.sampled_from(PATHS)))
def test_every_value_that_departs_is_listed_once(paths: set[str]) -> None:
    style = GBT9704
    for path in paths:
        style = with_value(style, path, other(value_at(style, path)))

    assert sorted(paths) == sorted(departure.path for departure in departures(style))


def test_a_departure_has_name_clause_strength_and_both_values() -> None:
    (departure, *_) = [item for item in departures(house("正文: {行距: 30磅}")) if item.aspect == "行距"]

    assert (departure.name, departure.clause, departure.strength) == ("正文行距", "5.2.3", Strength.GENERAL)
    assert (departure.standard, departure.house) == ("28.95磅", "30磅")


def test_a_line_pitch_is_told_with_the_rows_that_follow() -> None:
    assert told("正文: {行距: 30磅}") == [
        "提示：本单位格式与国家标准不同：正文每面行数 22行 → 21行，正文行距 28.95磅 → 30磅（5.2.3，一般）"
    ]


def test_what_the_standard_prescribes_is_a_warning() -> None:
    assert told("页码: {位置: 居中, 首页显示: 否}", "页面: {上白边: 30毫米}") == [
        "警告：本单位格式与国家标准不同：页面上白边 37毫米 → 30毫米（5.2.1，规定）",
        "警告：本单位格式与国家标准不同：页码位置 外侧 → 居中，页码首页显示 是 → 否（7.5，规定）",
    ]


def test_elements_that_change_alike_are_told_together() -> None:
    (finding,) = told("正文: {字体: 宋体}", "主送机关: {字体: 仿宋}", "署名: {字体: 仿宋}", "成文日期: {字体: 仿宋}")

    assert finding == (
        "提示：本单位格式与国家标准不同：公文正文、三级标题、四级标题、五级标题、份号、发文字号、附件说明、附注字体 "
        "仿宋 → 宋体（5.2.2，一般）"
    )


def test_bold_headings_are_told_as_something_of_which_the_standard_says_nothing() -> None:
    assert told("二级标题: {加粗: 是}") == ["提示：本单位格式与国家标准不同：二级标题加粗 否 → 是（国家标准未作规定）"]


def test_another_face_of_the_same_kind_is_not_against_the_standard() -> None:
    assert told("字体: {仿宋: 方正仿宋_GBK, 西文: 仿宋_GB2312}") == [
        "提示：本单位格式与国家标准不同：仿宋所用字体 仿宋_GB2312 → 方正仿宋_GBK，"
        "西文所用字体 Times New Roman → 仿宋_GB2312（国家标准未作规定）"
    ]


def test_a_face_of_another_kind_is() -> None:
    assert told("字体: {小标宋: 华文中宋}") == [
        "提示：本单位格式与国家标准不同：小标宋所用字体 方正小标宋简体 → 华文中宋（7.3.1，一般）"
    ]


def test_two_houses_can_be_compared() -> None:
    first, second = house("正文: {行距: 30磅}"), house("正文: {行距: 30磅}", "标题: {下空行: 2行}")

    assert [item.name for item in departures(second, first)] == ["标题下空行"]
    assert departures(replace(first), first) == ()
