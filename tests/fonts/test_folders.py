"""Where fonts are looked for."""

from pathlib import Path

import pytest

from bulletin_gen.errors import FontError
from bulletin_gen.fonts import folders
from bulletin_gen.fonts.folders import font_files, packaged_directories, system_directories
from make_fonts import make_font

HOME = Path("/home/clerk")


def test_windows_has_a_folder_for_everyone_and_one_for_the_user() -> None:
    environ = {"WINDIR": "D:/Windows", "LOCALAPPDATA": "D:/Users/clerk/AppData/Local"}

    expected = (Path("D:/Windows/Fonts"), Path("D:/Users/clerk/AppData/Local/Microsoft/Windows/Fonts"))
    assert expected == system_directories("win32", environ, HOME)


def test_windows_without_its_variables() -> None:
    everyone, own = system_directories("win32", {}, HOME)

    assert everyone == Path("C:\\Windows", "Fonts")
    assert own == HOME / "AppData" / "Local" / "Microsoft" / "Windows" / "Fonts"


def test_macos_has_its_libraries_and_the_fonts_it_downloads() -> None:
    folders = system_directories("darwin", {}, HOME)

    assert [HOME / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")] == list(folders[:3])
    assert Path("/System/Library/AssetsV2/com_apple_MobileAsset_Font7") in folders


def test_linux_has_the_shared_folders_the_users_and_the_tex_trees() -> None:
    folders = system_directories("linux", {}, HOME)

    expected = [HOME / ".local/share/fonts", HOME / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")]
    assert expected == list(folders[:4])
    assert Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol") in folders


def test_linux_follows_the_users_data_folder() -> None:
    assert Path("/data/fonts") == system_directories("linux", {"XDG_DATA_HOME": "/data"}, HOME)[0]


def test_font_files_are_found_below_a_folder_in_a_fixed_order(tmp_path: Path) -> None:
    names = ["b.TTF", "a.otf", "deep/er/c.ttc", "deep/d.otc"]
    for name in [*names, "read.me", "e.pfb"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    expected = [tmp_path / name for name in ("a.otf", "b.TTF", "deep/d.otc", "deep/er/c.ttc")]
    assert expected == list(font_files(tmp_path))


def test_a_folder_that_links_to_itself_is_read_once(tmp_path: Path) -> None:
    make_font(tmp_path / "a.otf", "仿宋")
    (tmp_path / "again").symlink_to(tmp_path)

    assert [tmp_path / "a.otf"] == list(font_files(tmp_path))


def test_a_missing_folder_holds_no_fonts(tmp_path: Path) -> None:
    assert list(font_files(tmp_path / "nowhere")) == []


def test_a_folder_with_far_too_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "_MOST_ENTRIES", 3)
    for number in range(4):
        (tmp_path / f"{number}.txt").touch()

    with pytest.raises(FontError, match="文件太多"):
        list(font_files(tmp_path))


def test_packages_with_chinese_faces_are_found_without_importing_them(tmp_path: Path) -> None:
    for name in ("pylopdf_fonts_zh_cn", "noto_cjk_serif_sc_bold", "pylopdf_fonts_zh_cn-0.1.dist-info", "numpy"):
        (tmp_path / name).mkdir()

    expected = (tmp_path / "noto_cjk_serif_sc_bold", tmp_path / "pylopdf_fonts_zh_cn")
    assert expected == packaged_directories([str(tmp_path), str(tmp_path / "library.zip")])
