"""Folders, patterns and lists lead to the bulletins of a batch."""

from pathlib import Path

import pytest

from batches import TEXT
from bulletin_gen.batch.render import render_task
from bulletin_gen.batch.sources import find_specs, task_of
from bulletin_gen.batch.task import Task
from bulletin_gen.errors import ReadError
from ledgers import sheet_of

ROUND = (
    ("序号", "被巡察单位", "反馈问题", "整改措施", "经办", "整改状态"),
    ("1", "中共青溪县水务局党组", "巡河流于形式", "修订巡河办法", "", "已完成"),
    ("1", "中共石桥镇/委员会", "记录不规范", "开展培训2场，，补记台账", "档案室", "已完成"),
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("甲.yaml", "第一轮/乙.yml", "第一轮/丙.txt", "第一轮/~$丁.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def names(*given: str) -> list[str]:
    return [one.name for one in find_specs(given)]


def test_a_folder_with_those_below(here: Path) -> None:
    assert names(".") == ["甲", str(Path("第一轮/乙"))]


def test_opinions_on_a_draft_are_no_spec(here: Path) -> None:
    (here / "意见.yaml").touch()

    assert names(".", "*.yaml") == ["甲", str(Path("第一轮/乙"))]


def test_a_pattern(here: Path) -> None:
    assert names("*/*.y*ml") == ["乙"]


def test_a_list_in_whichever_encoding_with_or_without_a_head(here: Path) -> None:
    (here / "清单.csv").write_text("单位,文件\n甲单位,甲.yaml\n乙单位,第一轮/乙.yml\n\n", encoding="gb18030")
    assert names("清单.csv") == ["甲", "乙"]


def test_each_once(here: Path) -> None:
    assert names("甲.yaml", ".", "*.yaml") == ["甲", str(Path("第一轮/乙"))]


@pytest.mark.parametrize("given", ["没有的", "没有/*.yaml", "没有.csv"])
def test_what_leads_nowhere_is_told(here: Path, given: str) -> None:
    with pytest.raises(ReadError):
        find_specs([given])


def test_a_row_without_a_path_is_told_with_its_number(here: Path) -> None:
    (here / "清单.csv").write_text("甲.yaml\n乙单位\n", encoding="utf-8")
    with pytest.raises(ReadError, match="第2行"):
        find_specs(["清单.csv"])


def test_a_list_may_be_a_sheet(here: Path) -> None:
    (here / "清单.xlsx").write_bytes(sheet_of(("单位", "文件"), ("甲单位", "甲.yaml"), ("乙单位", "第一轮/乙.yml")))
    assert names("清单.xlsx") == ["甲", "乙"]


def test_a_sheet_that_lists_no_spec_is_the_ledger_of_each_body_in_it(here: Path) -> None:
    (here / "总台账.xlsx").write_bytes(sheet_of(*ROUND))

    assert names("总台账.xlsx", "总台账.xlsx") == ["中共青溪县水务局党组", "中共石桥镇_委员会"]


def test_a_ledger_of_one_body_is_called_as_its_file(here: Path) -> None:
    (here / "台账.xlsx").write_bytes(sheet_of(*(row[:1] + row[2:] for row in ROUND)))

    assert names("台账.xlsx") == ["台账"]


def test_what_a_ledger_leaves_open_is_told_with_its_row(here: Path) -> None:
    """A column that is not known, and what the text says, each at the sheet's row and not at that of a YAML."""
    (here / "总台账.xlsx").write_bytes(sheet_of(*ROUND))
    task = task_of(find_specs(["总台账.xlsx"])[1], is_checked=True)
    assert isinstance(task, Task)
    made = render_task(task, TEXT)

    assert "中共石桥镇/委员会关于巡察整改情况的通报" in made.files["txt"].decode()
    assert "【待补：成文日期】" in made.files["txt"].decode()
    assert {(str(one.where.file), one.where.line) for one in made.findings if "column" in one.rule} == {
        ("总台账.xlsx", 1)
    }
    assert {one.where.line for one in made.findings if one.where.path.startswith("results.issues")} == {3}


def test_a_sheet_that_is_neither_is_told(here: Path) -> None:
    (here / "通讯录.xlsx").write_bytes(sheet_of(("姓名", "电话"), ("甲", "1"), ("乙", "2")))
    with pytest.raises(ReadError, match="没有找到台账"):
        find_specs(["通讯录.xlsx"])
