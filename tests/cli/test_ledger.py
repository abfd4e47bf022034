"""`bulletin-gen ledger`: what it writes and says, and how it ends."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from bulletin_gen.cli import main

BULLETIN = """\
issuer: {name: 中共青禾县林业局党组}
opening: 无
results:
  issues:
    - {problem: 护林巡查不到位, measures: [重排路线。, 每周抽查4次。], deadline: 2024-10-31, status: 已完成}
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "通报.yaml"
    path.write_text(BULLETIN, encoding="utf-8")
    return path


def test_the_ledger_stands_beside_the_bulletin(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ledger", str(source)]) == 0

    page = load_workbook(source.with_name("通报-整改台账.xlsx")).active
    assert page is not None
    assert page["A1"].value == "中共青禾县林业局党组关于反馈问题整改台账"
    assert "已生成" in capsys.readouterr().out


def test_it_is_called_as_one_asks_and_one_that_was_worked_on_stays(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "台账.xlsx"

    assert main(["ledger", str(source), "-o", str(target)]) == 0
    assert main(["ledger", str(source), "-o", str(target)]) == 0
    target.write_bytes(b"worked on")
    assert main(["ledger", str(source), "-o", str(target)]) == 2
    assert target.read_bytes() == b"worked on"
    assert "没有覆盖" in capsys.readouterr().err


def test_what_is_still_to_be_filled_in_ends_with_one(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source.write_text(BULLETIN.replace("4次", "【待补：次数】次"), encoding="utf-8")

    assert main(["ledger", str(source)]) == 1
    assert "还有 1 处待补内容：【待补：次数】" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "text", "message"),
    [
        (["-o", "台账.csv"], BULLETIN, "“台账.csv”不是 Excel 文件名；请写成 台账.xlsx 这样的名字"),
        ([], "issuer: {name: 某局}\nopening: 无\norganisation: {text: 甲。}\n", "没有 results，无法生成整改台账"),
    ],
)
def test_what_cannot_be_done_is_told(
    source: Path, arguments: list[str], text: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source.write_text(text, encoding="utf-8")

    assert main(["ledger", str(source), *arguments]) == 2
    assert message in capsys.readouterr().err
