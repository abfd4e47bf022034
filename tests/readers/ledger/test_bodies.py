"""The ledger of a whole round is that of each body in it."""

import pytest

from bulletin_gen.readers.ledger.files import grids_of
from bulletin_gen.readers.ledger.grid import Grid
from bulletin_gen.readers.ledger.reading import LedgerReading, read_bodies
from ledgers import Value, sheet_of

HEAD = ("序号", "被巡察单位", "反馈问题", "整改措施", "责任单位", "整改状态")
ROWS: tuple[tuple[Value, ...], ...] = (
    ("1", "中共青溪县水务局党组", "巡河流于形式", "修订巡河办法", "河湖站", "已完成"),
    ("2", None, "管护不到位", "落实管护员28名", "农水站", "长期坚持"),
    ("1", "中共石桥镇委员会", "记录不规范", "开展培训2场", "党建办", "已完成"),
)


def bodies(*rows: tuple[Value, ...], merged: tuple[str, ...] = ()) -> dict[str, LedgerReading]:
    return read_bodies(grids_of(sheet_of(*rows, merged=merged)), "总台账.xlsx")


def problems(reading: LedgerReading) -> list[str]:
    results = reading.bulletin.results
    assert results is not None
    issues = [*results.issues, *(issue for section in results.sections for issue in section.issues)]
    return [str(issue.problem) for issue in issues]


@pytest.mark.parametrize("merged", [(), ("B2:B3",)], ids=["left empty", "merged"])
def test_each_body_has_its_own_issues_and_is_its_issuer(merged: tuple[str, ...]) -> None:
    found = bodies(HEAD, *ROWS, merged=merged)

    assert {body: problems(reading) for body, reading in found.items()} == {
        "中共青溪县水务局党组": ["巡河流于形式", "管护不到位"],
        "中共石桥镇委员会": ["记录不规范"],
    }
    assert [str(reading.bulletin.issuer.name) for reading in found.values()] == list(found)
    assert [
        finding.message for reading in found.values() for finding in reading.findings if "被巡察" in finding.message
    ] == []


def test_a_body_whose_rows_are_apart_is_one() -> None:
    again = ("2", "中共石桥镇委员会", "台账不清", "补记台账9次", "财政所", "已完成")

    assert problems(bodies(HEAD, *ROWS, ROWS[0], again)["中共石桥镇委员会"]) == ["记录不规范", "台账不清"]


def test_a_heading_across_is_that_of_the_body_below_it() -> None:
    rows = [HEAD, ("一、落实决策部署方面",), *ROWS[:2], ("二、党的建设方面",), ROWS[2]]
    found = bodies(*rows, merged=("A2:F2", "A5:F5"))

    headings = {
        body: [str(one.heading) for one in reading.bulletin.results.sections] for body, reading in found.items()
    }
    assert headings == {"中共青溪县水务局党组": ["落实决策部署方面"], "中共石桥镇委员会": ["党的建设方面"]}


def of_numbers(reading: LedgerReading) -> list[str]:
    return [finding.message for finding in reading.findings if finding.rule == "import/ledger-number"]


def test_numbers_may_go_on_from_body_to_body() -> None:
    there, other = "中共石桥镇委员会", "中共青溪县水务局党组"
    rows = [
        (str(at), body, f"问题{at}", "补记台账", "站所", "已完成") for at, body in enumerate((other, there, other), 1)
    ]
    gap: tuple[Value, ...] = ("5", there, "台账不清", "补记台账9次", "财政所", "已完成")

    assert [of_numbers(reading) for reading in bodies(HEAD, *rows).values()] == [[], []]
    assert [len(of_numbers(reading)) for reading in bodies(HEAD, *rows, gap).values()] == [0, 1]


def test_what_is_told_of_other_sheets_is_told_of_each_body() -> None:
    other = Grid("备份", grids_of(sheet_of(HEAD, *ROWS))[0].rows)
    found = read_bodies([*grids_of(sheet_of(HEAD, *ROWS, ROWS[2])), other], "总台账.xlsx")

    for reading in found.values():
        assert [finding.message for finding in reading.findings if finding.rule == "import/ledger-sheet"]


def test_each_issue_knows_its_row_of_the_sheet() -> None:
    reading = bodies(HEAD, *ROWS)["中共石桥镇委员会"]

    assert reading.spec.where("results.issues[0]").line == 4


def test_a_ledger_without_such_a_column_is_that_of_one_body() -> None:
    without = [row[:1] + row[2:] for row in (HEAD, *ROWS)]

    assert list(bodies(*without)) == [""]


def test_who_is_to_act_is_not_taken_for_a_body() -> None:
    """责任单位, and an empty column, name none."""
    empty = [(*row[:1], row[1] if row is HEAD else None, *row[2:]) for row in (HEAD, *ROWS)]

    assert list(bodies(*empty)) == [""]
