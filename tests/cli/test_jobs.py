"""What is made never takes the place of what is read, nor of another thing that is made."""

from pathlib import Path

import pytest

import bulletin_gen
from bulletin_gen.cli import main
from bulletin_gen.cli.jobs import APPROVAL_SHEET, plan_jobs
from small_docx import p, small_docx

LINES = ("石桥镇党委关于巡察整改情况的通报", "一、整改情况", "（一）关于“台账不清”问题的整改情况", "已补齐台账。")


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("下").mkdir()
    Path("链").symlink_to(".", target_is_directory=True)


@pytest.fixture
def word() -> bytes:
    """The bytes of an office's own 旧稿.docx."""
    content = small_docx("".join(map(p, LINES)))
    Path("旧稿.docx").write_bytes(content)
    return content


@pytest.mark.parametrize(
    "arguments",
    [
        ["render", "旧稿.docx"],
        ["render", "下/../旧稿.docx"],
        ["render", "链/旧稿.docx"],
        ["render", "旧稿.docx", "-o", "链"],
        ["render", "链/旧稿.docx", "-o", "下/.."],
        ["import", "旧稿.docx", "-o", "旧稿.docx"],
        ["import", "链/旧稿.docx", "-o", "旧稿.docx"],
        ["proof", "旧稿.docx", "-o", "下/../旧稿.docx"],
        ["proof", "旧稿.docx", "--json", "-o", "链/旧稿.docx"],
    ],
)
def test_what_is_read_is_never_written_over(
    arguments: list[str], word: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--force"]) == 2

    assert "本身，不能" in capsys.readouterr().err
    assert Path("旧稿.docx").read_bytes() == word


@pytest.mark.parametrize(
    "sources",
    [
        ["甲.yaml", "甲-发文稿纸.yaml"],
        ["甲-发文稿纸.yaml", "甲.yaml"],
        ["a.yaml", "A-发文稿纸.yaml"],
        ["链/甲.yaml", "甲-发文稿纸.yaml"],
    ],
)
def test_a_bulletin_and_a_sheet_of_one_name_are_refused(sources: list[str]) -> None:
    with pytest.raises(bulletin_gen.WriteError) as error:
        plan_jobs([*map(Path, sources)], None, ["docx"], [APPROVAL_SHEET])

    assert all(name in str(error.value) for name in sources)
    assert "-发文稿纸）；请改名" in str(error.value)
    assert len(plan_jobs([*map(Path, sources)], None, ["docx"])) == 2


@pytest.mark.parametrize("sources", [["b.yaml", "B.yaml"], ["é.yaml", "e\u0301.yaml"], ["甲.yaml", "链/甲.yaml"]])
def test_two_names_of_one_file_are_refused(sources: list[str]) -> None:
    with pytest.raises(bulletin_gen.WriteError, match="生成的文件同名"):
        plan_jobs([*map(Path, sources)], None, ["docx"])


def test_a_draft_that_a_sheet_would_be_written_over_is_spared(word: bytes) -> None:
    Path("旧稿.docx").rename("甲-发文稿纸.docx")
    sources = [Path("下/甲.yaml"), Path("甲-发文稿纸.docx")]

    with pytest.raises(bulletin_gen.WriteError, match=r"同名|本身"):
        plan_jobs(sources, Path("链"), ["docx"], [APPROVAL_SHEET])


@pytest.mark.parametrize("name", ["", ".", "/"])
def test_what_names_no_file_is_told(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", name]) == 2

    assert "是一个文件夹，不是通报文件" in capsys.readouterr().err
