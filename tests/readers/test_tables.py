"""Tables of a Markdown draft and of a web page are read by rows, as those of a DOCX are."""

from bulletin_gen.composing import compose
from bulletin_gen.readers import Reading, read_text
from bulletin_gen.readers.web_page import page_text
from bulletin_gen.spec.model import Status

TITLE = "某县望河镇党委关于巡察整改情况的通报"
MARKDOWN = f"""\
{TITLE}

一、整改情况

| 序号 | 问题 | 整改措施 | 整改状态 |
|---|:--|---|---|
| 1 | 值班不严 | **重排值班表。** | 已完成 |
| 2 | 账目不清 | 补记台账 | 正在整改 |
"""
PAGE = """\
<html><body><p>{title}</p><p>一、整改情况</p><table><tr><th>序号</th><th>问题</th><th>整改措施</th></tr>
<tr><td>1</td><td>值班不严</td><td><p>重排值班表。</p><p>每周抽查。</p></td></tr></table></body></html>"""


def issues(reading: Reading) -> list[tuple[str, str, Status | None]]:
    assert reading.bulletin.results is not None
    assert reading.complete
    return [(issue.problem, issue.text, issue.status) for issue in reading.bulletin.results.issues]


def test_a_table_of_issues_in_markdown_is_typed() -> None:
    assert issues(read_text(MARKDOWN)) == [
        ("值班不严", "整改措施：重排值班表。", Status.DONE),
        ("账目不清", "整改措施：补记台账。", Status.ONGOING),
    ]


def test_a_table_of_issues_on_a_page_is_typed() -> None:
    reading = read_text(PAGE.replace("{title}", TITLE))

    assert issues(reading) == [("值班不严", "整改措施：重排值班表。\n每周抽查。", None)]
    assert "表格" not in reading.findings[0].message


def test_another_table_is_left_and_told_of() -> None:
    reading = read_text(PAGE.replace("{title}", TITLE).replace("整改措施", "户数").replace("问题", "村"))

    assert reading.complete
    assert reading.findings[0].message.endswith("没有读出划去的文字和 1 个表格的行列")
    lines = MARKDOWN.replace("整改措施", "户数").replace("问题", "村").replace("整改状态", "备注")
    assert "|" in str(compose(read_text(lines).bulletin))


def test_the_lines_of_a_page_are_numbered_as_shown() -> None:
    page = page_text(PAGE.replace("{title}", TITLE) + "<p>丙</p>")

    assert [(line.number, line.text) for line in page.lines] == [
        (1, TITLE),
        (2, "一、整改情况"),
        (7, "（一）问题：值班不严"),
        (8, "整改措施：重排值班表。"),
        (9, "每周抽查。"),
        (10, "丙"),
    ]
