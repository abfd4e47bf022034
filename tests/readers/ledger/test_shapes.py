"""Odd shapes of ledgers: what is read of each, and what is told."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from bulletin_gen import Issue, Status
from bulletin_gen.errors import ReadError
from bulletin_gen.readers.ledger import LedgerReading, read_ledger
from ledgers import Value, saved, sheet_of


def read(*rows: Sequence[Value], merged: Sequence[str] = ()) -> LedgerReading:
    return read_ledger(sheet_of(*rows, merged=merged))


def issues(reading: LedgerReading) -> list[Issue]:
    results = reading.bulletin.results
    assert results is not None
    return results.issues


def sections(reading: LedgerReading) -> dict[str, list[str]]:
    results = reading.bulletin.results
    assert results is not None
    return {section.heading: [issue.problem for issue in section.issues] for section in results.sections}


def messages(reading: LedgerReading) -> list[str]:
    return [finding.message for finding in reading.findings]


def test_a_status_may_be_a_mark_in_a_column_of_its_own() -> None:
    reading = read(
        ["序号", "问题", "整改状态", None, None],
        [None, None, "已完成", "正在推进", "未完成"],
        [1, "学习不够深入", "√", None, None],
        [2, "台账不清", None, "√", None],
        merged=["A1:A2", "B1:B2", "C1:E1"],
    )

    assert [issue.status for issue in issues(reading)] == [Status.DONE, Status.ONGOING]


def test_what_is_merged_beside_several_problems_is_said_of_each() -> None:
    reading = read(
        ["问题", "措施", "责任领导"],
        ["学习不够深入", "修订制度", "副局长"],
        ["台账不清", "清理旧账", None],
        ["底数不清", "排查", None],
        merged=["C2:C3"],
    )

    assert [issue.leader for issue in issues(reading)] == ["副局长", "副局长", ""]


def test_a_table_may_begin_in_another_column_below_titles() -> None:
    reading = read(
        [None, "附件2"],
        [None, "某县某局整改台账"],
        [None, "填报单位：某局", None, "填报日期：2024年12月1日"],
        [None, "序号", "反馈问题", "整改措施", "责任人"],
        [None, "1", "2", "3", "4"],
        [None, "01", "1.学习不够深入。", "补学", "张某\n（党组书记）"],
        [None, "备注：本表一式两份"],
    )

    assert issues(reading) == [Issue(problem="学习不够深入", measures=["补学"], leader="张某（党组书记）")]
    assert messages(reading)[3:] == [
        "是各列的编号，没有导入：1　2　3　4",
        "是合计、说明或签字，不是问题，没有导入：备注：本表一式两份",
    ]


def test_a_chinese_number_beside_a_heading_begins_a_section() -> None:
    reading = read(
        ["序号", "反馈问题", "整改措施"],
        ["一", "党的领导方面", None],
        [1, "学习不够深入", "修订制度"],
        ["二", "党的建设方面", None],
        [1, "换届不规范", "按期换届"],
    )

    assert sections(reading) == {"党的领导方面": ["学习不够深入"], "党的建设方面": ["换届不规范"]}
    assert reading.findings == ()


def test_headings_one_above_another_are_told() -> None:
    reading = read(
        ["序号", "反馈问题", "整改措施"],
        ["一、党的领导弱化方面"],
        ["（一）理论学习方面"],
        [1, "学习不够深入", "修订制度"],
        merged=["A2:C2", "A3:C3"],
    )

    assert sections(reading) == {"理论学习方面": ["学习不够深入"]}
    assert reading.notes == {"results.sections[0]": "上一级标题：一、党的领导弱化方面"}


def test_a_heading_that_nothing_follows_is_told() -> None:
    reading = read(["序号", "问题", "措施"], [1, "学习不够深入", "补学"], ["二、其他方面"], merged=["A3:C3"])

    assert messages(reading) == ["下面没有问题，没有导入：二、其他方面"]


def test_details_of_a_problem_are_problems_below_it() -> None:
    reading = read(
        ["问题", "具体表现", "整改措施", "责任单位"],
        ["学习不够深入", "次数不足", "补学", "办公室"],
        [None, "研讨流于形式", "规范研讨", None],
        merged=["A2:A3", "D2:D3"],
    )
    below = [
        Issue(problem="次数不足", measures=["补学"]),
        Issue(problem="研讨流于形式", measures=["规范研讨"]),
    ]

    assert issues(reading) == [Issue(problem="学习不够深入", sub_issues=below, responsible_unit="办公室")]


def test_one_detail_a_problem_only_tells_it_more_fully() -> None:
    reading = read(["问题", "具体表现", "整改措施"], ["学习不够深入", "次数不足", "补学"])

    assert issues(reading) == [Issue(problem="学习不够深入", measures=["补学"])]
    assert reading.notes == {"results.issues[0]": "具体表现：次数不足"}


def test_a_problem_numbered_below_another_is_below_it() -> None:
    reading = read(
        ["序号", "问题", "措施"],
        ["1", "学习不够深入", None],
        ["1.1", "次数不足", "补学"],
        ["1.2", "研讨流于形式", "规范研讨"],
        ["2", "台账不清", "清理旧账"],
    )

    assert [[sub.problem for sub in issue.sub_issues] for issue in issues(reading)] == [
        ["次数不足", "研讨流于形式"],
        [],
    ]


def test_numbers_that_do_not_go_on_are_told() -> None:
    reading = read(["序号", "问题", "措施"], [1, "学习不够深入", "补学"], [3, "台账不清", "清理旧账"])

    assert messages(reading) == ["序号从 1 到 3，不连续"]


def test_a_number_without_a_problem_is_told() -> None:
    reading = read(["序号", "问题", "措施"], [1, "学习不够深入", "补学"], [2, None, "清理旧账"])

    assert issues(reading) == [Issue(problem="学习不够深入", measures=["补学", "清理旧账"])]
    assert messages(reading) == ["有序号而没有问题，当作上一个问题的内容"]


@pytest.mark.parametrize("merged", [["A2:A3", "B2:B3"], []])
def test_a_measure_that_begins_like_a_signature_is_a_measure(merged: list[str]) -> None:
    reading = read(
        ["序号", "问题", "措施"], [1, "学习不够深入", "补学"], [None, None, "落实责任人：每月检查"], merged=merged
    )

    assert issues(reading)[0].measures == ["补学", "落实责任人：每月检查"]


@pytest.mark.parametrize("row", [["合计", "1个问题"], ["审核人：", "填表人："], [None, "填表日期：2024年12月1日"]])
def test_sums_and_signatures_below_are_no_problems(row: list[Value]) -> None:
    reading = read(["序号", "问题", "措施"], [1, "学习不够深入", "补学"], row)

    assert issues(reading) == [Issue(problem="学习不够深入", measures=["补学"])]
    assert messages(reading)[0].startswith("是合计、说明或签字，不是问题，没有导入：")


def test_a_header_said_again_on_the_next_page_is_no_problem() -> None:
    head = ["序号", "问题", "措施"]
    reading = read(head, [1, "学习不够深入", "补学"], head, [2, "台账不清", "清理旧账"])

    assert len(issues(reading)) == 2
    assert messages(reading) == ["是重复的表头，没有导入：序号　问题　措施"]


def test_measures_with_days_units_and_statuses_of_their_own() -> None:
    """The model has one of each for a problem: units together, the last day, what the statuses agree on."""
    reading = read(
        ["问题", "措施", "责任单位", "完成时限", "状态"],
        ["学习不够深入", "补学", "办公室", date(2024, 6, 30), "完成"],
        [None, "规范研讨", "组织科", date(2024, 9, 30), "推进中"],
    )

    assert issues(reading) == [
        Issue(
            problem="学习不够深入",
            measures=["补学", "规范研讨"],
            responsible_unit="办公室、组织科",
            deadline="2024-09-30",
            status=Status.ONGOING,
        )
    ]
    assert messages(reading) == [
        "各项措施的状态不同（已完成、正在整改），这个问题按“正在整改”",
        "各项措施的责任单位不同，这个问题合写为“办公室、组织科”",
        "各项措施的完成时限不同，这个问题按最晚的 2024-09-30",
    ]
    assert "台账第2行的完成时限：2024年6月30日" in reading.notes["results.issues[0]"]


@pytest.mark.parametrize(
    ("said", "deadline"),
    [
        (date(2024, 6, 30), "2024-06-30"),
        ("2024年6月30日", "2024-06-30"),
        ("2024.6.30", "2024-06-30"),
        ("2024/6/30 0:00:00", "2024-06-30"),
        ("20240630", "2024-06-30"),
        (20240630, "2024-06-30"),
        ("２０２４年６月", "２０２４年６月"),
        ("2024年6月底前", "2024年6月底前"),
        ("立行立改", "立行立改"),
        ("长期坚持。", "长期坚持"),
    ],
)
def test_a_deadline_is_a_day_or_the_words_that_a_bulletin_may_say(said: Value, deadline: str) -> None:
    assert issues(read(["问题", "完成时限"], ["学习不够深入", said]))[0].deadline == deadline


@pytest.mark.parametrize("said", ["巡察组离开前", "2024年6月31日", "6.30", "待定"])
def test_another_deadline_is_told_and_kept_as_a_comment(said: str) -> None:
    reading = read(["问题", "完成时限"], ["学习不够深入", said])

    assert issues(reading)[0].deadline is None
    assert messages(reading) == [f"完成时限“{said}”读不出日期，没有填"]
    assert reading.notes == {"results.issues[0]": f"台账第2行的完成时限：{said}"}


@pytest.mark.parametrize(("number", "day"), [(45473, "2024-06-30"), (36526, "2000-01-01"), (73050, "2099-12-31")])
def test_a_number_that_lost_its_date_format_is_told_with_the_day_it_may_be(number: int, day: str) -> None:
    reading = read(["问题", "完成时限"], ["学习不够深入", number])

    assert issues(reading)[0].deadline is None
    assert messages(reading) == [f"完成时限“{number}”读不出日期，没有填"]
    assert f"在 Excel 里是 {day}；" in reading.findings[0].hint


@pytest.mark.parametrize("number", [4547, 36525, 73051, 454730])
def test_another_number_is_no_day(number: int) -> None:
    assert "Excel" not in read(["问题", "完成时限"], ["学习不够深入", number]).findings[0].hint


@pytest.mark.parametrize(
    ("situation", "issue"),
    [
        (
            "1.已修订3项；\n2.已查出5处。",
            Issue(problem="甲", measures=["修订制度。已修订3项", "开展排查。已查出5处。"]),
        ),
        (
            "一是已修订3项；二是已查出5处。",
            Issue(problem="甲", measures=["修订制度。已修订3项", "开展排查。已查出5处。"]),
        ),
        (
            "已修订3项。\n已查出5处。",
            Issue(problem="甲", text="已修订3项。\n已查出5处。", measures=["修订制度", "开展排查"]),
        ),
        ("1.已修订", Issue(problem="甲", text="1.已修订", measures=["修订制度", "开展排查"])),
    ],
)
def test_what_was_done_counted_as_the_measures_are_is_said_of_each(situation: str, issue: Issue) -> None:
    reading = read(["问题", "整改措施", "整改情况"], ["甲", "1.修订制度；\n2.开展排查；", situation])

    assert issues(reading) == [issue]


def test_without_measures_what_was_done_is_the_measures_where_it_is_a_list() -> None:
    reading = read(["问题", "整改情况"], ["学习不够深入", "一是修订制度；二是补学"], ["台账不清", "已清理。\n已建账。"])

    assert issues(reading) == [
        Issue(problem="学习不够深入", measures=["修订制度", "补学"]),
        Issue(problem="台账不清", text="已清理。\n已建账。"),
    ]


def test_a_column_of_statuses_alone_is_that_of_the_status_whatever_it_is_called() -> None:
    reading = read(
        ["问题", "整改情况", "完成情况"], ["学习不够深入", "已补学3次", "已完成"], ["台账不清", "已清理", "推进中"]
    )

    assert [(issue.text, issue.status) for issue in issues(reading)] == [
        ("已补学3次", Status.DONE),
        ("已清理", Status.ONGOING),
    ]


def test_what_was_done_about_each_detail_is_said_of_it_and_not_of_its_measure() -> None:
    reading = read(
        ["问题", "具体表现", "整改措施", "整改情况"],
        ["学习不够深入", "次数不足", "补学", "已补学4次"],
        [None, "研讨流于形式", "规范研讨", "已研讨3次"],
        merged=["A2:A3"],
    )

    assert [(sub.text, sub.measures) for sub in issues(reading)[0].sub_issues] == [
        ("已补学4次", ["补学"]),
        ("已研讨3次", ["规范研讨"]),
    ]


@pytest.mark.parametrize("problem", ["。", "1.", "、、"])
def test_a_problem_of_marks_alone_is_read_as_it_stands(problem: str) -> None:
    assert issues(read(["问题", "措施"], [problem, "补学"]))[0].problem == problem


def test_what_looks_like_a_placeholder_is_text() -> None:
    reading = read(["问题", "措施"], ["写作{{甲}}不规范", "修订counts.甲"])

    assert issues(reading)[0].problem == '写作{{ "{{" }}甲{{ "}}" }}不规范'


def test_hidden_rows_columns_and_remarks_are_told() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["问题", "措施"], ["学习不够深入", "补学"], ["台账不清", "清理旧账"]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    sheet["A2"].comment = Comment("请核实", "某人")
    reading = read_ledger(saved(book))

    assert len(issues(reading)) == 2
    assert reading.notes == {"": "台账A2的批注：请核实"}
    assert messages(reading) == [
        "B列是隐藏的，也读了",
        "A2 有批注，没有归入字段",
        "有 1 行是隐藏的（第3行），也读了",
    ]


def test_words_that_are_struck_through_are_told() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["问题", "措施"], ["学习不够深入", "补学"]):
        sheet.append(row)
    sheet["B2"].font = Font(strike=True)
    sheet["A2"] = CellRichText("学习", TextBlock(InlineFont(strike=True), "不够"), "不深入")
    reading = read_ledger(saved(book))

    assert messages(reading) == ["A2、B2 有划去的字，也读了"]
    assert issues(reading) == [Issue(problem="学习不够不深入", measures=["补学"])]


def workbook_of_three() -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, count in (("旧", 1), ("新", 2), ("底稿", 3)):
        sheet = book.create_sheet(name)
        sheet.append(["问题", "措施"])
        for number in range(count):
            sheet.append([f"{name}台账不清{number}", "清理"])
    book["底稿"].sheet_state = "hidden"
    book.create_sheet("说明").append(["填表说明"])
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def test_of_several_sheets_that_with_the_most_problems_is_taken_and_the_others_told() -> None:
    reading = read_ledger(workbook_of_three())

    assert reading.sheet == "新"
    assert messages(reading) == [
        "工作表“旧”也像台账，没有读",
        "工作表“底稿”是隐藏的，没有读；要读时加 --sheet 底稿",
        "工作表“说明”不是台账，没有读",
    ]


def test_a_sheet_can_be_named() -> None:
    assert read_ledger(workbook_of_three(), sheet="底稿").counted == "3个问题、3条措施"


def test_a_column_named_by_hand_need_not_be_in_the_other_sheets() -> None:
    assert read_ledger(workbook_of_three(), columns={"措施": "B"}).sheet == "新"


def test_a_text_has_no_sheets() -> None:
    with pytest.raises(ReadError, match="这种文件里没有工作表之分；请去掉 --sheet"):
        read_ledger("问题,措施\n学习不够深入,补学\n".encode(), sheet="台账")


def test_a_sheet_without_a_ledger_is_refused_with_the_way_out() -> None:
    with pytest.raises(ReadError, match=r"没有找到台账.*第2行写的是：A列“姓名”、B列“电话”；.*--columns 问题=C,措施=D"):
        read(["名册"], ["姓名", "电话"], ["甲", "123"])


def test_a_column_by_a_name_that_nobody_knows_is_told_and_kept_beside_the_problems() -> None:
    reading = read(["问题", "措施", "谁来盯"], ["学习不够深入", "补学", "王某"])

    assert messages(reading) == ["C列“谁来盯”没有认出是什么，没有归入字段"]
    assert reading.notes == {"results.issues[0]": "谁来盯：王某"}
