"""A table fills in one spec, a bulletin for each row."""

from pathlib import Path

import pytest

from bulletin_gen.batch.task import Outcome, Task
from bulletin_gen.batch.template import field_at, read_rows, task_from
from bulletin_gen.errors import ReadError
from bulletin_gen.spec.load import load_spec

TEMPLATE = """\
# 各单位通用
发文机关:
  全称: 中共某镇委员会
  简称: 某镇党委      # 每个单位不同
开头: 现将整改情况通报如下。
整改情况:
  问题:
    - 问题: 台账不清
      正文: 已补记。
"""
HEAD = "发文机关.全称,issuer.short_name,成文日期,整改情况.问题[0].状态\n"


def table(folder: Path, text: str) -> Path:
    path = folder / "各单位.csv"
    path.write_text(text, encoding="utf-8")
    return path


def tasks(folder: Path, text: str) -> list[Task | Outcome]:
    path = table(folder, text)
    return [task_from(load_spec(TEMPLATE, "样稿.yaml"), row, path, None) for row in read_rows(path)]


def test_each_row_is_the_template_with_its_cells_in_their_fields(tmp_path: Path) -> None:
    first, second = tasks(
        tmp_path, f"{HEAD}中共青溪镇委员会,青溪镇党委,2025-03-01,已完成\n中共柳塘镇委员会,柳塘镇党委,,\n"
    )

    assert isinstance(first, Task)
    assert isinstance(second, Task)
    assert first.content.decode() == (
        TEMPLATE.replace("某镇委员会", "青溪镇委员会")
        .replace("某镇党委", "青溪镇党委")
        .replace("      正文: 已补记。\n", "      正文: 已补记。\n      状态: 已完成\n")
        + "\n成文日期: 2025-03-01\n"
    )
    assert second.content.decode() == TEMPLATE.replace("某镇委员会", "柳塘镇委员会").replace("某镇党委", "柳塘镇党委")


def test_the_output_is_named_by_its_column_else_by_the_body_else_by_the_row(tmp_path: Path) -> None:
    text = "文件名,发文机关.简称\n青溪,青溪镇党委\n,柳塘镇党委\n甲/乙:丙,x\n"

    assert [task.name for task in tasks(tmp_path, text)] == ["青溪", "柳塘镇党委", "甲_乙_丙"]
    assert [task.name for task in tasks(tmp_path, "成文日期\n2025-03-01\n")] == ["第2行"]


def test_a_cell_that_does_not_fit_is_told_with_its_row_and_field(tmp_path: Path) -> None:
    (outcome,) = tasks(tmp_path, f"{HEAD}甲,乙,2025-02-30,已完成\n")

    assert isinstance(outcome, Outcome)
    assert "第2行" in str(outcome.problems[0])
    assert "2月30日" in outcome.problems[0].message


@pytest.mark.parametrize("head", ["发文机关.全名", "发文机关.全称,issuer.name", "发文机关.全称,"])
def test_a_head_that_names_no_field_or_one_twice_is_told(tmp_path: Path, head: str) -> None:
    with pytest.raises(ReadError, match="列"):
        read_rows(table(tmp_path, f"{head}\n甲,乙\n"))


def test_a_table_without_rows_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        read_rows(table(tmp_path, "\n\n"))


def test_fields_are_named_in_either_language() -> None:
    assert field_at("发文机关.全称") == "issuer.name"
    assert field_at("inspection.反馈.date") == "inspection.feedback.date"
    assert field_at("整改情况.问题[0].整改措施[1]") == "results.issues[0].measures[1]"
    assert field_at("发文机关.没有") is None
    assert field_at("") is None
