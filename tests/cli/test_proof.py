"""`bulletin-gen proof`: what it says of a DOCX, a PDF and a spec, and how it ends."""

import json
from pathlib import Path

import pytest

import judges
from bulletin_gen.cli import main
from bulletin_gen.style import GBT9704
from bulletin_gen.writers.docx.write import write_docx
from damage import in_paragraph, in_section, sound_document
from rendered import PUBLISHED


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "通报.docx"
    path.write_bytes(write_docx(sound_document(), GBT9704))
    return path


def test_a_sound_file_ends_well(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["proof", str(sound)]) == 0

    assert "不符合 0 条" in capsys.readouterr().out


def test_a_fault_is_told_and_counts(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sound.write_bytes(in_section("pgMar", left=2268)(sound.read_bytes()))

    assert main(["proof", str(sound)]) == 1

    assert "G-03  订口（5.2.1，规定）" in capsys.readouterr().out


def test_only_what_binds_makes_the_run_fail_unless_more_is_asked_for(
    sound: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sound.write_bytes(in_paragraph("通报", "<w:i/>")(sound.read_bytes()))

    assert main(["proof", str(sound)]) == 0
    assert "不符合 1 条（惯例 1）" in capsys.readouterr().out
    assert main(["proof", str(sound), "--fail-on", "推荐"]) == 0
    assert main(["proof", str(sound), "--fail-on", "惯例"]) == 1
    assert main(["proof", str(sound), "--fail-on", "严"]) == 2


def test_json_goes_to_programs(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["proof", str(sound), "--json"]) == 0

    assert json.loads(capsys.readouterr().out)["file"] == "通报.docx"


def test_html_goes_to_a_file_that_is_not_yet_there(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = sound.with_name("核对.html")

    assert main(["proof", str(sound), "--html", "-o", str(page)]) == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert main(["proof", str(sound), "--html", "-o", str(page)]) == 2
    assert main(["proof", str(sound), "--html", "-o", str(page), "--force"]) == 0


def test_a_spec_is_proved_by_its_own_pages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["proof", str(PUBLISHED[0]), "--fonts", str(judges.test_fonts())]) == 0

    shown = capsys.readouterr().out
    assert "通报排出的版面" in shown
    assert "各要素位置" in shown


def test_the_form_may_be_said(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["proof", str(sound), "--form", "issued"]) == 0

    assert "按印发稿" in capsys.readouterr().out


PROFILES = sorted((judges.CHECKOUT / "examples" / "profiles").glob("*.yaml"))


@pytest.mark.parametrize("profile", PROFILES, ids=lambda path: path.stem)
def test_what_an_office_s_own_format_has_otherwise_is_told_apart_and_does_not_fail(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render", str(PUBLISHED[0]), "-o", str(tmp_path), "--profile", str(profile), "--format", "docx"]) == 0
    made = str(tmp_path / f"{PUBLISHED[0].stem}.docx")
    capsys.readouterr()

    assert main(["proof", made, "--fail-on", "惯例"]) == 1
    assert main(["proof", made, "--profile", str(profile), "--fail-on", "惯例"]) == 0
    assert "不符合国家标准，但符合本单位格式“" in capsys.readouterr().out


def test_a_spec_is_set_and_proved_as_the_office_has_it(capsys: pytest.CaptureFixture[str]) -> None:
    fonts = ["--fonts", str(judges.test_fonts())]

    assert main(["proof", str(PUBLISHED[0]), *fonts, "--profile", str(PROFILES[0])]) == 0
    assert "不符合国家标准，但符合本单位格式“" in capsys.readouterr().out


def test_a_wrong_format_of_the_office_is_refused(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    profile = sound.with_name("单位格式.yaml")
    profile.write_text("名称: 青禾县公文格式\n正文: {行距: 很宽}\n", encoding="utf-8")

    assert main(["proof", str(sound), "--profile", str(profile)]) == 2
    assert "正文.行距" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["没有.pdf"], ["图片.png"], ["--form", "草稿", "某.docx"]])
def test_what_cannot_be_proved_is_said(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("图片.png").write_bytes(b"\x89PNG")

    assert main(["proof", *arguments]) == 2

    assert capsys.readouterr().err.startswith("错误：")
