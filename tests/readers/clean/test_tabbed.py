"""A table that tabs draw in a plain text is read as a table, and its cells are never run together."""

from bulletin_gen.composing import compose
from bulletin_gen.document import plain_text
from bulletin_gen.readers import Reading, read_text
from bulletin_gen.spec.model import Status

TEXT = """中共青禾县河湾镇委员会关于巡察整改情况的通报
根据县委统一部署，2025年3月3日至4月30日，县委第三巡察组对河湾镇党委开展了巡察。
一、整改情况
{}
中共青禾县河湾镇委员会
2025年12月1日
"""


def read(*rows: str) -> Reading:
    return read_text(TEXT.format("\n".join(rows)))


def told(reading: Reading) -> list[str]:
    return [finding.message for finding in reading.findings if finding.rule == "import/table"]


def test_a_table_of_issues_becomes_issues() -> None:
    reading = read("序号\t问题\t整改措施\t完成情况", "1\t台账不全\t补建台账\t已完成", "2\t学习不深\t学习12次\t正在整改")

    results = reading.bulletin.results
    assert results is not None
    assert [(issue.problem, issue.status) for issue in results.issues] == [
        ("台账不全", Status.DONE),
        ("学习不深", Status.ONGOING),
    ]
    assert told(reading) == ["从这一行起是3行4列的表格，逐行读成了问题"]


def test_any_other_table_of_the_text_is_a_table_and_told() -> None:
    reading = read("村名\t户数\t金额", "东湾村\t12\t3.5", "西湾村\t8\t2.4")

    assert "村名\t户数\t金额\n东湾村\t12\t3.5\n西湾村\t8\t2.4\n" in plain_text(compose(reading.bulletin))
    assert told(reading) == ["从这一行起是3行3列的表格，已按行和列读成“表格”"]


def test_one_that_names_no_columns_is_read_cell_by_cell_and_told() -> None:
    reading = read("村名\t\t金额", "东湾村\t12\t3.5", "西湾村\t8\t2.4")

    assert "村名\n金额\n东湾村\n12\n3.5\n西湾村\n8\n2.4\n" in plain_text(compose(reading.bulletin))
    assert told(reading) == ["从这一行起是3行3列的表格，已逐格读成段落，行和列没有读出"]


def test_so_is_one_for_which_there_is_no_place() -> None:
    """A part has one table, before what stands at its end."""
    rows = ("村名\t户数\t金额", "东湾村\t12\t3.5")
    reading = read(*rows, "又查。", "镇名\t人数\t金额", "河湾镇\t9\t7.5")

    assert reading.complete
    assert "村名\t户数\t金额\n东湾村\t12\t3.5\n又查。\n镇名\n人数\n金额\n河湾镇\n9\n7.5\n" in plain_text(
        compose(reading.bulletin)
    )
    assert told(reading) == [
        "从这一行起是2行3列的表格，已按行和列读成“表格”",
        "从这一行起是2行3列的表格，已逐格读成段落，行和列没有读出",
    ]


def test_a_name_and_a_date_parted_by_a_tab_are_no_table() -> None:
    text = TEXT.format("（一）关于“台账不全”问题的整改情况\n补建台账。").replace(
        "委员会\n2025年12月", "委员会\t2025年12月"
    )
    reading = read_text(text)

    assert told(reading) == []
    assert reading.bulletin.issue_date == "2025-12-01"


def test_two_columns_are_a_table_where_there_are_rows_enough() -> None:
    assert told(read("村名\t户数", "东湾村\t12", "西湾村\t8"))
    assert told(read("联系电话：0641-1\t传真：0641-2", "邮编：386214\t邮箱：a@b.cn", "联系人：甲\t地址：乙")) == []
