"""What the ledger of a bulletin says, and what the table of the attachment makes of it."""

from datetime import date

import pytest

from bulletin_gen.composing.ledger import compose_ledger, ledger_sheet, ledger_table
from bulletin_gen.errors import SpecError
from bulletin_gen.ledger import Ledger, LedgerColumn
from bulletin_gen.properties import Properties
from bulletin_gen.sheet import SheetBand, SheetRow
from bulletin_gen.spans import flat
from bulletin_gen.spec.load import load_spec
from bulletin_gen.spec.rectification import Status
from bulletin_gen.where import Where

BULLETIN = """\
issuer: {name: 中共青禾县林业局党组}
inspection: {deployed_by: 县委}
results:
  as_of: 2024-12-20
  sections:
    - heading: 落实责任方面
      issues:
        - problem: 护林巡查不到位
          measures: [重排路线, "抽查{{ counts.issues }}次"]
          responsible_unit: 资源股
          leader: 李某
          deadline: 2024-10-31
          status: 已完成
          sub_issues:
            - {problem: 夜间无人值守, text: 已安排夜班。, closing: 已通报。, deadline: 2024年8月下旬}
    - heading: 管理监督方面
      issues:
        - {heading: 关于账目的整改情况, measures: ["补记,核对"]}
"""


def ledger(text: str = BULLETIN) -> Ledger:
    return compose_ledger(load_spec(text, "通报.yaml"))


def test_it_is_named_after_the_office_and_the_inspection() -> None:
    made = ledger()

    assert made.properties == Properties("中共青禾县林业局党组关于巡察反馈问题整改台账", "中共青禾县林业局党组")
    assert made.as_of == "2024年12月20日"
    assert made.statuses[0] == "已完成"


def test_issues_are_numbered_through_all_sections_and_those_below_them_after_them() -> None:
    said = [(section.heading, [issue.number for issue in section.issues]) for section in ledger().sections]

    assert said == [("一、落实责任方面", ["1", "1.1"]), ("二、管理监督方面", ["2"])]


def test_each_issue_says_what_was_typed_its_texts_settled() -> None:
    first, below, last = ledger().issues

    assert first.measures == ("重排路线", "抽查2次")
    assert (first.unit, first.leader, first.status) == ("资源股", "李某", "已完成")
    assert (first.deadline, first.day) == ("2024年10月31日", date(2024, 10, 31))
    assert (below.deadline, below.day) == ("2024年8月下旬", None)
    assert below.situation == "已安排夜班。\n已通报。"
    assert (last.problem, last.measures) == ("关于账目的整改情况", ("补记，核对",))
    assert below.where.path == "results.sections[0].issues[0].sub_issues[0]"


def test_a_column_that_is_empty_throughout_is_left_out_where_another_tells_what_was_done() -> None:
    told = "issuer: {name: 某局}\nopening: 无\nresults: {issues: [{problem: 甲, text: 乙。}]}"

    assert set(LedgerColumn) - set(ledger(told).columns) == {LedgerColumn.MEASURE}
    assert set(LedgerColumn) - set(ledger(told.replace("text: 乙。", "measures: [乙]")).columns) == {
        LedgerColumn.SITUATION
    }
    assert ledger().columns == tuple(LedgerColumn)


def test_the_table_of_the_attachment_has_a_row_across_for_each_section() -> None:
    table = ledger_table(ledger(), None, Where())
    rows = [tuple(map(flat, row.cells)) for row in table.rows]

    assert rows[0] == ("一、落实责任方面",)
    assert rows[1][:3] == ("1", "护林巡查不到位", "1.重排路线\n2.抽查2次")
    assert [table.goes_across(row) for row in table.rows] == [True, False, False, True, False]
    assert [len(column) for column in table.columns] == [3] * len(LedgerColumn)


def test_a_measure_that_stands_alone_has_no_number_in_it() -> None:
    table = ledger_table(ledger(), None, Where())

    assert flat(table.rows[-1].cells[2]) == "补记，核对"


def test_without_results_there_is_none() -> None:
    with pytest.raises(SpecError, match="没有 results，无法生成整改台账"):
        ledger("issuer: {name: 某局}\nopening: 无\norganisation: {text: 甲。}\n")


def test_the_sheet_has_a_row_for_each_measure_beside_the_other_cells_of_its_issue() -> None:
    made = ledger_sheet(ledger())
    band, first, *_ = made.lines

    assert band == SheetBand("一、落实责任方面")
    assert isinstance(first, SheetRow)
    assert [[cell.text for cell in cells] for cells in first.cells[:3]] == [
        ["1"],
        ["护林巡查不到位"],
        ["重排路线", "抽查2次"],
    ]
    assert (first.cells[0][0].value, first.cells[5][0].value) == (1, date(2024, 10, 31))
    assert (made.left, made.right) == ("填报单位：中共青禾县林业局党组", "截至2024年12月20日")


def test_the_number_of_a_sub_issue_is_a_text_and_a_status_is_chosen() -> None:
    made = ledger_sheet(ledger())
    (_, _, below, *_) = made.lines

    assert isinstance(below, SheetRow)
    assert (below.cells[0][0].text, below.cells[0][0].value) == ("1.1", None)
    assert {column.title: column.choices for column in made.columns if column.choices} == {"整改状态": tuple(Status)}
