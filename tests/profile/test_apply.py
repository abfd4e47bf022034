"""A profile put upon the standard: what it sets, and what follows from it."""

from dataclasses import replace

import pytest

from bulletin_gen.profile import Profile, apply_profile, load_profile
from bulletin_gen.style import GBT9704, FaceRole, Style, TextRole


def house(*lines: str) -> Style:
    return apply_profile(GBT9704, load_profile("\n".join(("名称: 某局", *lines))))


def test_a_profile_without_values_changes_nothing() -> None:
    assert apply_profile(GBT9704, Profile("某局")) == GBT9704


def test_the_standards_own_values_change_nothing() -> None:
    style = house(
        "页面: {上白边: 3.7厘米, 下白边: 3.5厘米, 左白边: 2.8厘米, 右白边: 2.6厘米}",
        "正文: {字号: 三号, 每面行数: 22行, 每行字数: 28字}",
        "标题: {字号: 二号}",
        "页码: {样式: — 1 —, 位置: 外侧}",
    )

    assert style == GBT9704


@pytest.mark.parametrize(("pitch", "rows"), [("30磅", 21), ("28.95磅", 22), ("29磅", 21), ("28磅", 22), ("26磅", 24)])
def test_a_line_pitch_gives_the_rows_that_fit(pitch: str, rows: int) -> None:
    assert house(f"正文: {{行距: {pitch}}}").grid.rows == rows


@pytest.mark.parametrize(("rows", "pitch_pt"), [(22, 28.95), (21, 30.35), (20, 31.85)])
def test_a_number_of_rows_gives_the_largest_pitch_that_fits_them(rows: int, pitch_pt: float) -> None:
    grid = house(f"正文: {{每面行数: {rows}行}}").grid

    assert (grid.rows, grid.line_pitch_pt) == (rows, pitch_pt)


def test_pitch_and_rows_may_stand_together_where_they_agree() -> None:
    assert house("正文: {行距: 28磅, 每面行数: 22行}").grid.line_pitch_pt == 28


@pytest.mark.parametrize("columns", [25, 27, 28, 29])
def test_a_number_of_characters_gives_the_tracking_that_fills_the_line(columns: int) -> None:
    """One twip more between the characters, and the last would not fit."""
    style = house(f"正文: {{每行字数: {columns}字}}")
    width = columns * 320 + (columns - 1) * style.grid.tracking_twips

    assert style.grid.columns == columns
    assert width <= style.page.text_width_twips < width + columns - 1


def test_the_size_of_the_text_is_that_of_all_elements_in_the_size_of_the_text() -> None:
    style = house("正文: {字号: 小三}")

    assert {style.text[role].size_pt for role in TextRole if GBT9704.text[role].size_pt == 16} == {15}
    assert style.text[TextRole.TITLE].size_pt == 22
    assert style.grid.columns == 29


def test_the_face_of_the_text_is_that_of_all_elements_in_it_but_those_named_themselves() -> None:
    style = house("正文: {字体: 宋体}", "三级标题: {字体: 楷体}")
    faces = {role: style.text[role].face for role in (TextRole.RECIPIENTS, TextRole.HEADING_1, TextRole.HEADING_3)}

    assert list(faces.values()) == [FaceRole.SONGTI, FaceRole.HEITI, FaceRole.KAITI]


def test_the_title_breaks_at_what_its_size_lets_a_line_hold() -> None:
    assert house("标题: {字号: 小二}").paragraph.title_cells == 24


def test_a_top_white_moves_the_text_area_and_a_bottom_one_shortens_it() -> None:
    moved, shortened = house("页面: {上白边: 30毫米}"), house("页面: {下白边: 45毫米}")

    assert (moved.page.text_height_mm, moved.grid.rows) == (225, 22)
    assert (shortened.page.text_height_mm, shortened.grid.rows) == (215, 21)


def test_a_profile_goes_upon_any_style() -> None:
    base = replace(GBT9704, paragraph=replace(GBT9704.paragraph, rows_below_title=2))

    assert apply_profile(base, load_profile("名称: 某局\n正文: {行距: 30磅}")).paragraph.rows_below_title == 2
