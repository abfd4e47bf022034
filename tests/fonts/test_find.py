"""Which face is taken for which role."""

from pathlib import Path

import pytest

from bulletin_gen.errors import FontError
from bulletin_gen.files.kept import kept_in
from bulletin_gen.fonts import Choice, FontSet, find, find_fonts, sfnt
from bulletin_gen.fonts.folders import FoundIn
from bulletin_gen.style import GBT9704, FaceRole, Style
from judges import test_fonts
from make_fonts import LATIN_TRUETYPE, NOTO_SERIF, font_bytes, make_collection, make_font


def choice(fonts: FontSet, role: FaceRole) -> Choice:
    return next(choice for choice in fonts.choices if choice.role is role)


def found(*folders: Path) -> FontSet:
    """Return the faces of the given folders and of the packages, whatever this machine has installed."""
    return find_fonts(GBT9704, folders, system=False)


def test_a_bare_install_sets_everything_in_the_packaged_faces() -> None:
    names = {choice.role: choice.name for choice in found().choices}

    assert names.pop(FaceRole.HEITI) == "Noto Sans SC"
    assert set(names.values()) == {"Noto Serif SC"}


def test_the_faces_of_the_standard_are_found_unless_told_otherwise() -> None:
    assert find_fonts().choices == find_fonts(GBT9704).choices


def test_faces_are_looked_for_once_in_a_process_and_again_where_others_are_asked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[tuple[Path, ...]] = []
    monkeypatch.setattr(find, "find_fonts", lambda _style, folders: asked.append(folders))
    monkeypatch.setattr(find, "_LAST", [])

    for folders in ((), (), (tmp_path,)):
        find.find_once(GBT9704, folders)

    assert asked == [(), (tmp_path,)]


def test_what_is_kept_of_files_changes_no_choice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_font(tmp_path / "fonts" / "simfang.ttf", "仿宋_GB2312", licence=0x002)
    make_collection(tmp_path / "fonts" / "a.ttc", font_bytes("SimHei"), font_bytes("KaiTi"))
    without = found(tmp_path / "fonts").choices
    for read in (sfnt._read_stamped, None):
        sfnt._faces_of.cache_clear()
        monkeypatch.setattr(sfnt, "_read_stamped", read)
        with kept_in(tmp_path / "cache"):
            assert found(tmp_path / "fonts").choices == without


def test_the_face_asked_for_is_taken_where_it_is_installed(tmp_path: Path) -> None:
    file = make_font(tmp_path / "simfang.ttf", "仿宋_GB2312")
    taken = choice(found(tmp_path), FaceRole.FANGSONG)

    assert (file, True, FoundIn.GIVEN) == (taken.file, taken.exact, taken.origin)


@pytest.mark.parametrize(
    ("role", "family"),
    [
        (FaceRole.FANGSONG, "FangSong"),
        (FaceRole.FANGSONG, "方正仿宋_GBK"),
        (FaceRole.FANGSONG, "STFangsong"),
        (FaceRole.KAITI, "KaiTi"),
        (FaceRole.HEITI, "SimHei"),
        (FaceRole.SONGTI, "SimSun"),
        (FaceRole.XIAOBIAOSONG, "FZXiaoBiaoSong-B05S"),
        (FaceRole.XIAOBIAOSONG, "方正小标宋_GBK"),
        (FaceRole.LATIN, "Times New Roman"),
    ],
)
def test_other_names_of_the_kind_asked_for_are_no_substitutes(role: FaceRole, family: str, tmp_path: Path) -> None:
    make_font(tmp_path / "a.otf", family)
    taken = choice(found(tmp_path), role)

    assert (family, True) == (taken.name, taken.exact)


def test_zhongsong_is_a_substitute_for_xiaobiaosong(tmp_path: Path) -> None:
    make_font(tmp_path / "a.otf", "华文中宋")
    taken = choice(found(tmp_path), FaceRole.XIAOBIAOSONG)

    assert (taken.name, taken.exact) == ("华文中宋", False)


def test_the_bold_face_of_a_family_is_not_taken_for_its_regular_one(tmp_path: Path) -> None:
    make_font(tmp_path / "bold.otf", "仿宋", style="Bold")

    assert choice(found(tmp_path), FaceRole.FANGSONG).name == "Noto Serif SC"


def test_a_member_of_a_collection_is_taken(tmp_path: Path) -> None:
    make_collection(tmp_path / "a.ttc", font_bytes("Times"), font_bytes("楷体"))

    assert choice(found(tmp_path), FaceRole.KAITI).name == "楷体"


def test_the_first_of_the_given_folders_wins(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        make_font(tmp_path / folder / "a.otf", "仿宋")

    taken = choice(found(tmp_path / "two", tmp_path / "one"), FaceRole.FANGSONG)
    assert tmp_path / "two" / "a.otf" == taken.file


def test_the_styles_own_name_goes_first(tmp_path: Path) -> None:
    make_font(tmp_path / "a.otf", "仿宋_GB2312")
    make_font(tmp_path / "b.otf", "某局仿宋")
    style = Style(face_names={**GBT9704.face_names, FaceRole.FANGSONG: "某局仿宋"})

    taken = choice(find_fonts(style, [tmp_path], system=False), FaceRole.FANGSONG)
    assert (taken.name, taken.exact) == ("某局仿宋", True)


def style_with(role: FaceRole, name: str) -> Style:
    return Style(face_names={**GBT9704.face_names, role: name})


def test_a_house_that_asks_for_another_kind_gets_that_kind_not_the_usual_one(tmp_path: Path) -> None:
    make_font(tmp_path / "a.otf", "FandolFang")
    make_font(tmp_path / "b.otf", "FandolSong")
    style = style_with(FaceRole.FANGSONG, "宋体")

    assert choice(find_fonts(style, [tmp_path], system=False), FaceRole.FANGSONG).name == "FandolSong"


def test_digits_of_the_fangsong_face_are_drawn_by_what_stands_in_for_it() -> None:
    style = style_with(FaceRole.LATIN, "仿宋_GB2312")
    fonts = find_fonts(style, [test_fonts()], system=False, packaged=False)

    assert fonts.face_of(FaceRole.LATIN, "1") == fonts.face_of(FaceRole.FANGSONG, "一")


def test_for_a_face_that_nobody_knows_the_usual_ones_are_substitutes(tmp_path: Path) -> None:
    make_font(tmp_path / "a.otf", "方正小标宋简体")
    taken = choice(
        find_fonts(style_with(FaceRole.XIAOBIAOSONG, "某局标宋"), [tmp_path], system=False), FaceRole.XIAOBIAOSONG
    )

    assert (taken.name, taken.exact) == ("方正小标宋简体", False)


class TestTheSystem:
    """Faces of the author's folders against those of the system."""

    @pytest.fixture
    def system(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        folder = tmp_path / "system"
        monkeypatch.setattr(find, "system_directories", lambda *_: (folder,))
        return folder

    def test_a_face_asked_for_beats_a_given_substitute(self, system: Path, tmp_path: Path) -> None:
        make_font(system / "a.otf", "仿宋")
        make_font(tmp_path / "own" / "b.otf", "FandolFang")

        assert choice(find_fonts(GBT9704, [tmp_path / "own"]), FaceRole.FANGSONG).name == "仿宋"

    def test_a_given_substitute_beats_a_better_one_of_the_system(self, system: Path, tmp_path: Path) -> None:
        make_font(system / "a.otf", "华文中宋")
        make_font(tmp_path / "own" / "b.otf", "FandolSong", style="Bold")

        taken = choice(find_fonts(GBT9704, [tmp_path / "own"]), FaceRole.XIAOBIAOSONG)
        assert taken.name == "FandolSong Bold"

    def test_a_system_substitute_beats_the_packaged_faces(self, system: Path) -> None:
        make_font(system / "a.otf", "FandolFang")
        taken = choice(find_fonts(GBT9704), FaceRole.FANGSONG)

        assert (taken.name, taken.origin) == ("FandolFang", FoundIn.SYSTEM)

    def test_the_system_is_left_out_on_request(self, system: Path) -> None:
        make_font(system / "a.otf", "仿宋")

        assert choice(find_fonts(GBT9704, system=False), FaceRole.FANGSONG).origin is FoundIn.PACKAGED


def test_the_open_test_faces_take_their_roles() -> None:
    fonts = find_fonts(GBT9704, [test_fonts()], system=False, packaged=False)

    assert [(choice.role, choice.key) for choice in fonts.choices] == [
        ("小标宋", "FandolSong-Bold"),
        ("仿宋", "FandolFang-Regular"),
        ("楷体", "FandolKai-Regular"),
        ("黑体", "FandolHei-Regular"),
        ("宋体", "FandolSong-Regular"),
        ("西文", "LiberationSerif"),
    ]


def test_damaged_files_beside_good_ones_are_passed_over(tmp_path: Path) -> None:
    make_font(tmp_path / "good.otf", "仿宋")
    (tmp_path / "broken.otf").write_bytes(NOTO_SERIF.read_bytes()[:5000])
    (tmp_path / "text.ttf").write_text("这不是字体", encoding="utf-8")

    assert choice(found(tmp_path), FaceRole.FANGSONG).name == "仿宋"


def test_a_face_of_the_right_name_without_ordinary_characters_is_passed_over(tmp_path: Path) -> None:
    make_font(tmp_path / "a.otf", "仿宋", "龘靐齉")

    assert choice(found(tmp_path), FaceRole.FANGSONG).name == "Noto Serif SC"


def test_a_face_that_may_not_be_embedded_is_passed_over(tmp_path: Path) -> None:
    make_font(tmp_path / "a.otf", "方正小标宋简体", licence=2)

    assert choice(found(tmp_path), FaceRole.XIAOBIAOSONG).name == "Noto Serif SC"


def test_a_given_folder_must_exist(tmp_path: Path) -> None:
    with pytest.raises(FontError, match="不存在"):
        found(tmp_path / "nowhere")


def test_a_given_folder_without_fonts_is_told(tmp_path: Path) -> None:
    (finding,) = found(tmp_path).findings([])

    assert finding.rule == "fonts/empty-directory"
    assert str(tmp_path) in finding.message


def test_without_any_chinese_face_the_roles_that_lack_one_are_named(tmp_path: Path) -> None:
    make_font(tmp_path / "a.ttf", "Times New Roman", source=LATIN_TRUETYPE)

    with pytest.raises(FontError, match="小标宋、仿宋、楷体、黑体、宋体"):
        find_fonts(GBT9704, [tmp_path], system=False, packaged=False)


def test_a_single_chinese_face_serves_every_role(tmp_path: Path) -> None:
    make_font(tmp_path / "a.otf", "楷体")
    fonts = find_fonts(GBT9704, [tmp_path], system=False, packaged=False)

    assert [choice.role for choice in fonts.choices if choice.exact] == [FaceRole.KAITI]
    assert {choice.name for choice in fonts.choices} == {"楷体"}
