"""Ledgers in the shapes that offices have: every problem and measure is read and said in a bulletin."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import bulletin_gen
from bulletin_gen import Issue, Status
from bulletin_gen.composing.counts import all_issues
from bulletin_gen.composing.ledger import compose_ledger
from bulletin_gen.readers.ledger import LedgerReading, read_ledger
from judges import CHECKOUT
from ledgers import (
    SECTIONS,
    Problem,
    across_ledger,
    csv_ledger,
    merged_ledger,
    problems,
    two_row_ledger,
)

OLD = Path(__file__).parent / "水务站.xls"  # the rows of `old_sheet_rows`, saved in the form of Excel 97
STATUSES = {
    "已完成": Status.DONE,
    "正在推进": Status.ONGOING,
    "长期整改": Status.LONG_TERM,
    "基本完成": Status.MOSTLY_DONE,
    "未完成": Status.OPEN,
}
FORTY = problems()
EXAMPLES = sorted((CHECKOUT / "examples").glob("*.yaml"))
LEDGERS = {
    "merged": (merged_ledger(FORTY), FORTY),
    "xls": (OLD.read_bytes(), problems(12)),
    "gb18030": (csv_ledger(FORTY).encode("gb18030"), FORTY),
    "two rows": (two_row_ledger(FORTY), FORTY),
    "across": (across_ledger(FORTY), FORTY),
}


def issues_of(reading: LedgerReading) -> list[Issue]:
    results = reading.bulletin.results
    assert results is not None
    return all_issues(results)


def as_read(given: Sequence[Problem], *, by_measure: bool = False) -> list[Issue]:
    """The issues that the problems of a made ledger are read as."""
    done = "第{0}项已于{0}月办结。"
    return [
        Issue(
            problem=problem.name,
            text="" if by_measure else problem.situation,
            measures=[
                f"{measure}。{done.format(at)}" if by_measure else measure
                for at, measure in enumerate(problem.measures, start=1)
            ],
            status=STATUSES[problem.status],
            responsible_unit=problem.unit,
            leader=problem.leader,
            deadline=problem.deadline,
        )
        for problem in given
    ]


def without_last_stop(issue: Issue) -> Issue:
    """The issue, but for the full stop that a cell of several measures (一是…；二是…。) has at its end."""
    *measures, last = issue.measures
    return issue.model_copy(update={"measures": [*measures, last.rstrip("。")]})


@pytest.mark.parametrize("name", LEDGERS)
def test_every_problem_is_read_with_all_that_is_said_of_it(name: str) -> None:
    source, given = LEDGERS[name]

    issues = [without_last_stop(issue) for issue in issues_of(read_ledger(source))]
    assert issues == [without_last_stop(issue) for issue in as_read(given, by_measure=name == "across")]


@pytest.mark.parametrize("name", LEDGERS)
def test_what_is_read_is_a_bulletin_that_says_it(name: str) -> None:
    source, given = LEDGERS[name]
    text = bulletin_gen.plain_text(bulletin_gen.compose(read_ledger(source).spec))

    assert [problem.name for problem in given if f"关于“{problem.name}”问题的整改情况" not in text] == []
    assert [measure for problem in given for measure in problem.measures if measure not in text] == []


@pytest.mark.parametrize("name", LEDGERS)
def test_its_yaml_reads_as_the_same_with_comments_and_all(name: str) -> None:
    reading = read_ledger(LEDGERS[name][0])

    assert bulletin_gen.load_spec(bulletin_gen.dump_spec(reading.spec, reading.notes)) == reading.spec


@pytest.mark.parametrize("name", LEDGERS)
def test_written_as_a_ledger_and_read_again_it_is_the_same(name: str) -> None:
    first = read_ledger(LEDGERS[name][0])
    again = read_ledger(bulletin_gen.render_ledger(first.spec).files["xlsx"])

    assert again.bulletin.results == first.bulletin.results
    assert compose_ledger(again.spec) == compose_ledger(first.spec)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_ledger_of_a_bulletin_says_its_issues_and_brings_nothing_new(path: Path) -> None:
    spec = bulletin_gen.read_spec(path)
    reading = read_ledger(bulletin_gen.render_ledger(spec).files["xlsx"])

    assert compose_ledger(reading.spec).sections == compose_ledger(spec).sections
    assert bulletin_gen.update_spec(spec, reading).changes == ()


@pytest.mark.parametrize("name", ["two rows", "across"])
def test_sections_are_read_from_a_column_and_from_rows_across(name: str) -> None:
    results = read_ledger(LEDGERS[name][0]).bulletin.results
    assert results is not None

    assert [section.heading for section in results.sections] == list(SECTIONS)
    assert [len(section.issues) for section in results.sections] == [10, 10, 10, 10]


def test_forty_problems_and_their_measures_are_counted() -> None:
    assert read_ledger(LEDGERS["merged"][0]).counted == "40个问题、120条措施"
    assert read_ledger(LEDGERS["across"][0]).counted == "4个方面、40个问题、120条措施"


def test_rows_above_and_below_are_told_and_kept_as_comments() -> None:
    reading = read_ledger(LEDGERS["merged"][0])

    assert [finding.message for finding in reading.findings] == [
        "表头上面的文字“临江区民政局巡察反馈问题整改台账”记在注释里",
        "表头上面的文字“填报单位：临江区民政局（截至2024年12月20日）”记在注释里",
        "是合计、说明或签字，不是问题，没有导入：合计　40个问题",
        "是合计、说明或签字，不是问题，没有导入：主要负责人（签字）： 填表人：",
    ]
    assert "台账第124行没有导入：合计 40个问题" in reading.notes[""]


def test_the_day_above_the_table_is_that_of_the_progress() -> None:
    results = read_ledger(LEDGERS["merged"][0]).bulletin.results

    assert results is not None
    assert results.as_of == "2024-12-20"


def test_what_has_no_field_stays_beside_its_problem() -> None:
    notes = read_ledger(LEDGERS["across"][0]).notes

    assert notes["results.sections[3].issues[9]"] == "配合单位：监督科"


def test_each_column_is_told() -> None:
    assert read_ledger(LEDGERS["two rows"][0]).taken_for("记在注释里") == [
        "A列“序号” → 序号",
        "B列“方面” → 方面",
        "C列“反馈意见” → 问题",
        "D列“整改措施” → 措施",
        "E列“整改责任·责任领导” → 责任领导",
        "F列“整改责任·责任单位” → 责任单位",
        "G列“整改责任·完成时限” → 完成时限",
        "H列“整改结果·整改成效” → 整改情况",
        "I列“整改结果·整改状态” → 整改状态",
    ]


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", ","), ("utf-8-sig", ","), ("gb18030", "\t"), ("utf-16", "\t"), ("utf-8", ";")],
)
def test_a_text_is_read_in_every_encoding_and_with_every_mark(encoding: str, mark: str) -> None:
    assert issues_of(read_ledger(csv_ledger(FORTY, mark).encode(encoding))) == as_read(FORTY)


def test_a_sheet_whose_merged_cells_were_filled_is_the_same_ledger() -> None:
    """As programs export it: each row says the problem again."""
    lines = csv_ledger(FORTY).split("\r\n")
    filled = [lines[0]]
    for line in lines[1:-1]:
        filled.append(line if not line.startswith('""') else f"{filled[-1].partition(',')[0]}{line[2:]}")

    assert issues_of(read_ledger("\r\n".join(filled).encode())) == as_read(FORTY)


def test_everything_else_of_a_bulletin_is_still_to_be_filled_in() -> None:
    bulletin = read_ledger(LEDGERS["merged"][0]).bulletin
    assert bulletin.inspection is not None

    assert bulletin.issuer.name == "【待补：发文机关】"
    assert bulletin.inspection.team == "【待补：巡察组】"
    assert bulletin.issue_date == "【待补：成文日期】"


def test_progress_is_counted_only_where_every_status_is_known() -> None:
    known = read_ledger(merged_ledger(FORTY)).bulletin.results
    unknown = read_ledger(merged_ledger([replace(FORTY[0], status="部分完成"), *FORTY[1:]])).bulletin.results
    assert known is not None
    assert unknown is not None

    assert known.progress is not None
    assert unknown.progress is None
