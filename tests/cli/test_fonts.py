"""`bulletin-gen fonts`: the face of each role, and what is lacking."""

from pathlib import Path

import pytest

from bulletin_gen.cli import main
from bulletin_gen.style import GBT9704, FaceRole
from make_fonts import LATIN_TRUETYPE, NOTO_SERIF, make_font


def all_faces(folder: Path) -> None:
    """Put a face of every name that the style asks for into a folder."""
    for role, name in GBT9704.face_names.items():
        source = LATIN_TRUETYPE if role is FaceRole.LATIN else NOTO_SERIF
        make_font(folder / f"{role.name}.otf", name, source=source)


def test_with_every_face_at_hand_all_is_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    all_faces(tmp_path)

    assert main(["fonts", "--fonts", str(tmp_path)]) == 0

    shown = capsys.readouterr()
    assert shown.out.count("（原字体）") == len(FaceRole)
    assert str(tmp_path / "FANGSONG.otf") in shown.out
    assert shown.err == ""


def test_a_lacking_face_is_a_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    all_faces(tmp_path)
    (tmp_path / "XIAOBIAOSONG.otf").unlink()

    assert main(["fonts", "--fonts", str(tmp_path)]) == 1

    shown = capsys.readouterr()
    assert shown.out.startswith("小标宋  方正小标宋简体 → ")
    assert shown.out.count("（替代字体）") == 1
    assert shown.err.startswith("警告：小标宋：没有找到 方正小标宋简体，改用 ")


def test_a_folder_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    missing = tmp_path / "没有"

    assert main(["fonts", "--fonts", str(missing)]) == 2
    assert capsys.readouterr().err == f"错误：字体文件夹 {missing} 不存在；请检查路径\n"
