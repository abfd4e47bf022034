"""Which tables of a DOCX are read by rows: those of issues, and those of attachments."""

from bulletin_gen.composing import compose
from bulletin_gen.document import block_lines
from bulletin_gen.readers.docx import docx_lines, read_docx
from bulletin_gen.spans import flat
from bulletin_gen.spec.model import Status
from bulletin_gen.spec.sign_off import Attachment
from small_docx import p, small_docx

OPENING = (
    "根据县委统一部署，2024年4月8日至6月12日，县委第一巡察组对白鹭镇党委开展了巡察。7月3日，县委第一巡察组向白鹭镇党委"
    "反馈了巡察意见。按照巡察工作有关要求，现将巡察整改情况予以公布。"
)
HEAD = p("中共青禾县白鹭镇委员会关于巡察整改情况的通报") + p(OPENING)
END = p("中共青禾县白鹭镇委员会") + p("2024年12月18日")


def row(*cells: str | list[str], span: int = 1) -> str:
    properties = f'<w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>' if span > 1 else ""
    inside = ["".join(map(p, [cell] if isinstance(cell, str) else cell)) for cell in cells]
    return f"<w:tr>{''.join(f'<w:tc>{properties}{text}</w:tc>' for text in inside)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def lines(body: str) -> list[str]:
    return [line.text for line in docx_lines(small_docx(body)).lines]


def attachment(body: str) -> Attachment:
    note = p("附件：整改台账")
    found = read_docx(small_docx(HEAD + p("一、整改情况") + p("镇党委抓好整改。") + note + END + p("附件") + body))
    assert found.complete
    return found.bulletin.attachments[0]


# ---- issues ------------------------------------------------------------------------------------------------------


def test_a_table_of_issues_is_typed_as_issues_with_their_statuses() -> None:
    issues = table(
        row("序号", "反馈问题", "整改措施", "完成情况"),
        row("1", "学习不深入", "制定计划；集中学习4次", "已完成"),
        row("2", "账目不规范", "清理往来款12笔。", "持续推进"),
    )
    reading = read_docx(small_docx(HEAD + p("一、巡察反馈问题整改情况") + issues + END))
    results = reading.bulletin.results

    assert results is not None
    assert reading.complete
    assert [(issue.problem, issue.text, issue.status) for issue in results.issues] == [
        ("学习不深入", "整改措施：制定计划；集中学习4次。", Status.DONE),
        ("账目不规范", "整改措施：清理往来款12笔。", Status.CONTINUING),
    ]
    assert [str(finding) for finding in reading.findings] == [
        "警告：4：有 1 个问题表，每行读成一个问题，各格前面写上列名，序号改成正文的序号；请核对"
    ]


def test_each_cell_is_said_behind_the_name_of_its_column_and_the_state_last() -> None:
    issues = table(
        row("序号", "存在问题", "整改措施", "完成情况", "责任单位"),
        row("1", "值班不到位", ["1.排班", "2.抽查"], "已完成", "镇党政办"),
    )

    assert lines(p("二、整改情况") + issues) == [
        "二、整改情况",
        "（一）存在问题：值班不到位",
        "整改措施：1.排班",
        "2.抽查。",
        "责任单位：镇党政办。",
        "完成情况：已完成。",
    ]


def test_a_row_of_one_cell_heads_the_issues_below_it() -> None:
    issues = table(
        row("序号", "问题", "整改情况"),
        row("一、党的建设方面", span=3),
        row("1", "甲", "乙。"),
        row("（二）作风方面", span=3),
        row("2", "丙", "丁。"),
    )

    assert lines(p("二、整改情况") + issues)[1:] == [
        "（一）党的建设方面",
        "1.问题：甲",
        "整改情况：乙。",
        "（二）作风方面",
        "1.问题：丙",
        "整改情况：丁。",
    ]


def test_a_row_without_a_problem_goes_on_with_the_issue_above() -> None:
    """So do the rows of a cell that is merged downwards, whose other cells are empty in the file."""
    issues = table(row("问题", "整改措施"), row("甲", "排查。"), row("", "约谈。"), row("乙", "公开。"))

    assert lines(p("一、整改情况") + issues)[1:] == [
        "（一）问题：甲",
        "整改措施：排查。",
        "整改措施：约谈。",
        "（二）问题：乙",
        "整改措施：公开。",
    ]


def test_another_table_of_the_text_is_read_by_rows() -> None:
    """One that has words where its numbers should be, or that tells no issues."""
    no_number = table(row("序号", "问题", "整改措施"), row("甲组", "乙", "丙"))
    figures = table(row("村名", "户数"), row("东湾村", "12"), row("西湾村", ["8", "（新增2户）"]))

    assert lines(no_number) == ["序号\t问题\t整改措施", "甲组\t乙\t丙"]
    assert lines(figures) == ["村名\t户数", "东湾村\t12", "西湾村\t8\u2028（新增2户）"]
    assert docx_lines(small_docx(figures)).findings == []


def test_one_that_arranges_text_is_left_cell_by_cell_and_told_of() -> None:
    """One of two rows and columns, one whose first row names nothing, one with a long text, one within another."""
    no_answer = table(row("序号", "问题"), row("1", "甲"))
    no_names = table(row("电话：", "0641-1", "传真："), row("甲组", "乙", "丙"))
    long = table(row("甲", "乙", "丙"), row("一" * 201, "二", "三"))
    nested = f"<w:tbl><w:tr><w:tc>{table(row('问题', '整改措施'), row('甲', '乙'))}{p()}</w:tc></w:tr></w:tbl>"

    assert lines(no_answer) == ["序号", "问题", "1", "甲"]
    assert lines(no_names) == ["电话：", "0641-1", "传真：", "甲组", "乙", "丙"]
    assert lines(long) == ["甲", "乙", "丙", "一" * 201, "二", "三"]
    assert lines(nested) == ["问题", "整改措施", "甲", "乙"]
    assert [finding.rule for finding in docx_lines(small_docx(no_names)).findings] == ["import/table"]


# ---- attachments -------------------------------------------------------------------------------------------------


def test_a_table_of_an_attachment_keeps_its_columns_and_rows() -> None:
    ledger = table(
        row("序号", "反馈问题", "整改措施"),
        row("1", "学习不深入", ["制定计划。", "集中学习4次。"]),
        row("2", "", "清理往来款12笔。"),
    )
    found = attachment(p("整改台账") + ledger)

    assert found.table is not None
    assert [column.title for column in found.table.columns] == ["序号", "反馈问题", "整改措施"]
    assert found.table.rows == [["1", "学习不深入", "制定计划。\n集中学习4次。"], ["2", "", "清理往来款12笔。"]]


def test_a_cell_across_columns_fills_the_first_of_them() -> None:
    ledger = table(row("序号", "问题", "进展"), row("一、党的建设方面", span=3), row("1", "甲", "已完成"))
    found = attachment(p("整改台账") + ledger)

    assert found.table is not None
    assert found.table.rows == [["一、党的建设方面", "", ""], ["1", "甲", "已完成"]]


def test_a_title_in_the_table_itself_is_text_above_it() -> None:
    ledger = table(row("截至2024年12月", span=2), row("问题", "进展"), row("甲", "已完成"))
    found = attachment(p("整改台账") + ledger)

    assert (found.text, found.table and found.table.rows) == ("截至2024年12月", [["甲", "已完成"]])


def test_text_below_a_table_is_kept_and_the_lost_columns_are_told_of() -> None:
    body = p("附件") + p("整改台账") + table(row("问题", "进展"), row("甲", "已完成")) + p("注：进展按月更新。")
    text = HEAD + p("一、整改情况") + p("镇党委抓好整改。") + p("附件：整改台账") + END
    reading = read_docx(small_docx(text + body))

    assert reading.complete
    assert reading.bulletin.attachments[0].table is None
    said = [flat(line) for block in compose(reading.bulletin).blocks for line in block_lines(block)]
    assert said[-3:] == ["甲", "已完成", "注：进展按月更新。"]
    assert "import/table" in {finding.rule for finding in reading.findings}
