"""`bulletin-gen compare`: two files in, what changed told and written, and how it ends."""

import json
from pathlib import Path

import pytest

from bulletin_gen.cli import main
from bulletin_gen.ooxml.word_file import WordFile

OLD = """
issuer: {name: 中共柳塘县委员会}
opening: 无
results:
  issues:
    - {problem: 台账记录不全, text: 已补记8次。, status: 已完成}
"""


@pytest.fixture
def versions(tmp_path: Path) -> tuple[str, str]:
    old, new = tmp_path / "旧稿.yaml", tmp_path / "新稿.yaml"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(OLD.replace("8次", "18次").replace("已完成", "持续推进"), encoding="utf-8")
    return str(old), str(new)


def test_the_facts_are_told_and_the_files_are_named_after_the_new_version(
    versions: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *versions, "--format", "docx,pdf,html,json"]) == 1

    told = capsys.readouterr().out
    assert "数字  一 第1段：8次 → 18次" in told
    assert "状态  “台账记录不全”：已完成 → 持续推进" in told
    assert {path.name for path in tmp_path.iterdir() if "-" in path.name and path.suffix != ".lock"} >= {
        "新稿-花脸稿.docx",
        "新稿-花脸稿.pdf",
        "新稿-修改对照表.docx",
        "新稿-修改对照表.html",
        "新稿-修改对照表.json",
    }


def test_versions_that_say_the_same_end_well(versions: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", versions[0], versions[0], "--format", "json", "--force"]) == 0

    assert "两个版本的文字相同。" in capsys.readouterr().out


def test_changes_are_by_whom_and_when_one_says(versions: tuple[str, str], tmp_path: Path) -> None:
    main(["compare", *versions, "--format", "docx", "--author", "王审", "--date", "2025-03-04T09:30"])

    changes = WordFile((tmp_path / "新稿-花脸稿.docx").read_bytes(), None, None).body.changes
    assert {(change.author, str(change.date)) for change in changes} == {("王审", "2025-03-04 09:30:00+00:00")}


def test_a_text_and_a_spec_can_be_compared(versions: tuple[str, str], tmp_path: Path) -> None:
    main(["render", versions[0], "--format", "txt,docx", "-o", str(tmp_path / "已发")])

    for suffix in ("txt", "docx"):
        assert (
            main(["compare", str(tmp_path / "已发" / f"旧稿.{suffix}"), versions[1], "--format", "json", "--force"])
            == 1
        )
        told = json.loads((tmp_path / "新稿-修改对照表.json").read_text(encoding="utf-8"))
        assert ("已补记8次。", "已补记18次。") in [(change["old"], change["new"]) for change in told["changes"]]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "odt"], "没有“odt”这种格式"),
        (["--date", "昨天"], "“昨天”不是日期"),
    ],
)
def test_what_cannot_be_read_of_the_command_is_told(
    versions: tuple[str, str], arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *versions, *arguments]) == 2

    assert message in capsys.readouterr().err
