"""Which face draws which character, and what the author is told of it."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bulletin_gen.errors import FontError
from bulletin_gen.fonts import FontSet, find_fonts
from bulletin_gen.style import GBT9704, FaceRole
from make_fonts import PROSE, make_font

UNASSIGNED = "\U0003fffd"


@dataclass(frozen=True)
class Set:
    """Text as it was set."""

    text: str
    role: FaceRole
    face: str


def set_text(fonts: FontSet, role: FaceRole, text: str) -> list[Set]:
    return [Set(char, role, fonts.face_of(role, char)) for char in text]


@pytest.fixture
def fonts(tmp_path: Path) -> FontSet:
    """仿宋 without 玥; 楷体 with it; the packaged faces behind them."""
    make_font(tmp_path / "fang.otf", "仿宋_GB2312")
    make_font(tmp_path / "kai.otf", "楷体_GB2312", PROSE + "玥")
    return find_fonts(GBT9704, [tmp_path], system=False)


@pytest.fixture
def packaged() -> FontSet:
    return find_fonts(GBT9704, system=False)


def name_of(fonts: FontSet, role: FaceRole, char: str) -> str:
    return fonts.face(fonts.face_of(role, char)).name


def test_a_character_is_drawn_by_the_face_of_its_role(fonts: FontSet) -> None:
    assert name_of(fonts, FaceRole.FANGSONG, "国") == "仿宋_GB2312"
    assert name_of(fonts, FaceRole.KAITI, "国") == "楷体_GB2312"
    assert name_of(fonts, FaceRole.LATIN, "A") == "Noto Serif SC"


def test_a_missing_character_is_drawn_by_the_next_candidate_of_the_role(fonts: FontSet) -> None:
    assert name_of(fonts, FaceRole.FANGSONG, "玥") == "Noto Serif SC"


def test_a_face_that_the_author_gave_serves_for_rare_characters(tmp_path: Path) -> None:
    make_font(tmp_path / "own.otf", "我的生僻字", "的\U0002cb4e")
    make_font(tmp_path / "fang.otf", "仿宋")
    fonts = find_fonts(GBT9704, [tmp_path], system=False, packaged=False)

    assert name_of(fonts, FaceRole.FANGSONG, "\U0002cb4e") == "我的生僻字"


def test_characters_beyond_the_basic_plane_are_drawn(packaged: FontSet) -> None:
    assert packaged.advance(FaceRole.FANGSONG, "𬭎") == 1000


def test_advances_are_in_thousandths_of_an_em(packaged: FontSet) -> None:
    advances = [packaged.advance(FaceRole.SONGTI, char) for char in "国，“①"]

    assert advances == [1000, 1000, 1000, 1000]
    assert 400 < packaged.advance(FaceRole.LATIN, "0") < 600


def test_a_character_that_no_face_has_stops_the_run(packaged: FontSet) -> None:
    with pytest.raises(FontError, match=r"U\+3FFFD") as caught:
        packaged.face_of(FaceRole.FANGSONG, UNASSIGNED)

    assert "Noto Serif CJK" in caught.value.problems[0].hint


def test_all_missing_characters_of_a_text_are_named_at_once(packaged: FontSet) -> None:
    with pytest.raises(FontError) as caught:
        packaged.require(f"通报\n{UNASSIGNED}情况🀀情况{UNASSIGNED}")

    assert caught.value.problems[0].message == "没有字体收有 U+3FFFD、🀀（U+1F000）"


def test_a_text_that_can_be_drawn_passes(packaged: FontSet) -> None:
    packaged.require("关于整改情况的通报\n")


def test_a_substitute_is_told_once_for_each_role_that_is_used(fonts: FontSet) -> None:
    used = set_text(fonts, FaceRole.HEITI, "整改情况") + set_text(fonts, FaceRole.FANGSONG, "国")

    (finding,) = fonts.findings(used)
    assert finding.rule == "fonts/substitute"
    assert finding.message == "黑体：没有找到 黑体，改用 Noto Sans SC"
    assert finding.source == "7.3.3"


def test_letters_and_digits_of_a_substitute_are_as_wide_as_those_of_the_face_asked_for(packaged: FontSet) -> None:
    """Else lines would end elsewhere than in a program that has Times New Roman."""
    advances = {char: packaged.advance(FaceRole.LATIN, char) for char in "012.,%aW"}

    assert advances == {"0": 500, "1": 500, "2": 500, ".": 250, ",": 250, "%": 833, "a": 444, "W": 944}


def test_a_glyph_is_drawn_as_wide_as_it_is_set(packaged: FontSet) -> None:
    face = packaged.face(packaged.face_of(FaceRole.LATIN, "0"))
    own = face.advance("0")

    assert own != 500
    assert packaged.scale(FaceRole.LATIN, "0") * own == pytest.approx(500)
    assert packaged.scale(FaceRole.FANGSONG, "国") == 1


def test_what_the_own_face_draws_alike_is_told_of_many_characters_at_once(fonts: FontSet) -> None:
    assert fonts.drawn_alike(FaceRole.FANGSONG, "国玥，一", 1000) == ["国", "，", "一"]
    assert fonts.drawn_alike(FaceRole.KAITI, "国玥", 1000) == ["国", "玥"]
    assert not fonts.drawn_alike(FaceRole.KAITI, "国玥", 990)


def test_a_character_that_a_bold_face_lacks_comes_from_another_bold_one_or_is_thickened(tmp_path: Path) -> None:
    make_font(tmp_path / "bold.otf", "Noto Serif SC", style="Bold")
    make_font(tmp_path / "kai.otf", "楷体_GB2312", PROSE + "玥珺")
    make_font(tmp_path / "other.otf", "FandolSong", PROSE + "玥", style="Bold")
    fonts = find_fonts(GBT9704, [tmp_path], system=False)
    title = FaceRole.XIAOBIAOSONG

    assert [name_of(fonts, title, char) for char in "国玥珺"] == [
        "Noto Serif SC Bold",
        "FandolSong Bold",
        "Noto Serif SC",
    ]
    assert [fonts.thickened(title, char) for char in "国玥珺"] == [False, False, True]
    assert not fonts.thickened(FaceRole.KAITI, "珺")


def test_where_digits_are_asked_for_in_a_chinese_face_they_are_half_an_em() -> None:
    style = replace(GBT9704, face_names={**GBT9704.face_names, FaceRole.LATIN: "仿宋_GB2312"})
    fonts = find_fonts(style, system=False)

    assert {fonts.advance(FaceRole.LATIN, char) for char in "01.W"} == {500}


def test_a_substitute_for_a_face_that_we_do_not_know_may_break_lines_elsewhere_than_word(packaged: FontSet) -> None:
    style = replace(GBT9704, face_names={**GBT9704.face_names, FaceRole.LATIN: "某局专用西文"})

    for fonts, warns in ((packaged, False), (find_fonts(style, system=False), True)):
        (finding,) = fonts.findings(set_text(fonts, FaceRole.LATIN, "2025"))
        assert ("Word" in finding.hint) is warns


def test_a_face_that_may_not_be_embedded_is_named_in_the_finding(tmp_path: Path) -> None:
    make_font(tmp_path / "a.otf", "方正小标宋简体", licence=2)
    fonts = find_fonts(GBT9704, [tmp_path], system=False)

    (finding,) = fonts.findings(set_text(fonts, FaceRole.XIAOBIAOSONG, "通报"))
    assert finding.message == "小标宋：方正小标宋简体 字体的授权标记不允许嵌入文件，改用 Noto Serif SC"
    assert finding.hint == "请换用可以嵌入的 方正小标宋简体"


def test_characters_that_fell_back_are_named_together(fonts: FontSet) -> None:
    (finding,) = fonts.findings(set_text(fonts, FaceRole.FANGSONG, "玥国珺玥"))

    assert finding.rule == "fonts/fallback"
    assert finding.message == "仿宋：仿宋_GB2312 没有 玥（U+73A5）、珺（U+73FA），改用 Noto Serif SC"


def test_a_long_list_of_characters_is_cut(fonts: FontSet) -> None:
    rare = "".join(map(chr, range(0x6C00, 0x6C40)))

    (finding,) = fonts.findings(set_text(fonts, FaceRole.FANGSONG, rare))
    assert "等 64 个字" in finding.message


def test_there_is_nothing_to_tell_when_every_face_is_the_one_asked_for(fonts: FontSet) -> None:
    assert fonts.findings(set_text(fonts, FaceRole.KAITI, "玥国")) == []


def test_the_coverage_of_gb2312_is_counted(packaged: FontSet, fonts: FontSet) -> None:
    covered = {choice.role: (choice.covered, choice.total) for choice in packaged.choices}

    assert covered[FaceRole.FANGSONG] == (6763, 6763)
    assert covered[FaceRole.LATIN] == (94, 94)


def test_a_face_with_few_characters_is_told_as_such(fonts: FontSet) -> None:
    fangsong = next(choice for choice in fonts.choices if choice.role is FaceRole.FANGSONG)

    assert fangsong.covered == len("的一国关于通报整改情况")


def test_a_face_of_another_set_is_not_known(fonts: FontSet) -> None:
    with pytest.raises(FontError, match="FandolFang"):
        fonts.face("FandolFang-Regular")
