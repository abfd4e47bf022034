"""`bulletin-gen opinions`: what it writes and says, and how it ends."""

from dataclasses import replace
from pathlib import Path

import pytest

from bulletin_gen.cli import main
from bulletin_gen.review.opinion import Handling, Opinion, OpinionKind
from bulletin_gen.review.opinion_file import dump_opinions

CHANGED = Opinion(OpinionKind.CHANGED, "返回稿.docx", "县财政局", None, "", "title", "8次", "18次")
DELETED = Opinion(OpinionKind.DELETED, "返回稿.docx", "Administrator", None, "", "title", "9次", "")
OPINIONS = [replace(CHANGED, handling=Handling.ADOPTED), replace(DELETED, handling=Handling.DECLINED)]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "意见.yaml"
    path.write_text(dump_opinions(OPINIONS), encoding="utf-8")
    return path


def test_the_table_stands_beside_the_file_and_what_is_open_is_told(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["opinions", str(source)]) == 1

    told = capsys.readouterr()
    assert "共收到2条意见，采纳1条，部分采纳0条，未采纳1条。" in told.out
    assert "第2条（Administrator）不采纳，没有写理由；请填写理由" in told.err
    assert {path.name for path in source.parent.glob("意见采纳*")} == {"意见采纳情况表.docx", "意见采纳情况表.xlsx"}


def test_all_decided_ends_well_in_the_folder_asked_for(source: Path, tmp_path: Path) -> None:
    decided = source.read_text(encoding="utf-8").replace("不采纳\n    理由:", "不采纳\n    理由: 以台账为准")
    source.write_text(decided, encoding="utf-8")

    assert main(["opinions", str(source), "-o", str(tmp_path / "印"), "--format", "html"]) == 0
    assert (tmp_path / "印" / "意见采纳情况表.html").is_file()


def test_authors_are_called_by_their_offices(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["opinions", str(source), "--format", "html", "--unit", "Administrator=县水务局"])

    assert "县水务局1条（未采纳1条）" in capsys.readouterr().out
    page = (source.parent / "意见采纳情况表.html").read_text(encoding="utf-8")
    assert "<td>县水务局</td>" in page
    assert "Administrator" not in page


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--unit", "县财政局"], "“县财政局”应写成 作者=单位"),
        (["--unit", "王五=县财政局"], "没有“王五”提的意见，什么都没有写；提了意见的有：县财政局、Administrator"),
        (["--format", "odt"], "没有“odt”这种格式"),
    ],
)
def test_what_cannot_be_read_of_the_command_is_told(
    source: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["opinions", str(source), *arguments]) == 2
    assert message in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "坏.yaml").write_text("意见: 甲\n", encoding="utf-8")

    assert main(["opinions", str(tmp_path / "坏.yaml")]) == 2
    assert main(["opinions", str(tmp_path / "没有.yaml")]) == 2
    told = capsys.readouterr().err
    assert "坏.yaml:1:5 意见：这里要写列表" in told
    assert "请给出意见文件（.yaml）的路径" in told
