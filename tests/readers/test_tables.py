"""Tables of a Markdown draft and of a web page are read by rows, as those of a DOCX are."""

import bulletin_gen
from bulletin_gen.composing import compose
from bulletin_gen.document import plain_text
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


def test_another_table_is_one_of_the_text() -> None:
    page = read_text(PAGE.replace("{title}", TITLE).replace("整改措施", "户数").replace("问题", "村"))
    lines = MARKDOWN.replace("整改措施", "户数").replace("问题", "村").replace("整改状态", "备注")
    markdown = read_text(lines)

    assert rows_of(page) == [["1", "值班不严", "重排值班表。\n每周抽查。"]]
    assert rows_of(markdown) == [["1", "值班不严", "重排值班表。", "已完成"], ["2", "账目不清", "补记台账", "正在整改"]]


def rows_of(reading: Reading) -> list[list[str]]:
    assert reading.complete
    (part,) = reading.bulletin.other_parts
    assert part.table is not None
    return part.table.rows


def test_one_that_names_no_columns_is_left_and_told_of() -> None:
    reading = read_text(PAGE.replace("{title}", TITLE).replace("整改措施", "").replace("问题", "村"))

    assert reading.complete
    assert reading.findings[0].message.endswith("没有读出划去的文字和 1 个表格的行列")
    lines = MARKDOWN.replace("整改措施", "户数：").replace("问题", "村").replace("整改状态", "备注")
    assert "|" in str(compose(read_text(lines).bulletin))


BODY = f"""\
{TITLE}
根据县委统一部署，2025年3月3日至4月30日，县委第三巡察组对望河镇党委开展了巡察。现将整改情况予以公布。
一、组织整改情况
镇党委逐条认领问题。
表1 清理垃圾情况
村名\t吨数\t说明
东湾村\t12.50\t{{{{已归档}}}}
西湾村\t108\t
以上截至2025年11月底。
二、整改情况
（一）落实党中央重大决策部署方面
村名\t户数
东湾村\t12
西湾村\t8
1.关于“台账不全”问题的整改情况
一是补建台账。二是公示。
月份\t本数\t说明
一月\t3\t已归档
（1）关于“账实不符”问题。一是清点。二是核销。
名称\t数量\t说明
桌椅\t9\t已登记
整改落实情况：已完成整改。
2.关于“学习不深入”问题的整改情况
一是制定学习计划。二是开展研讨。
整改落实情况：已完成整改。
三、下一步打算
持续抓好整改。
中共某县望河镇委员会
2025年12月1日
"""


def test_a_table_comes_back_where_it_stood() -> None:
    reading = read_text(BODY)
    said = plain_text(compose(reading.bulletin))

    assert reading.complete
    assert ["".join(line.split(" ")) for line in said.splitlines()] == [
        "".join(line.split(" ")) for line in BODY.splitlines()
    ]
    results = reading.bulletin.results
    assert results is not None
    (section,) = results.sections
    assert section.table is not None
    assert section.table.rows == [["东湾村", "12"], ["西湾村", "8"]]
    first = section.issues[0]
    assert first.table is not None
    assert first.measures == ["补建台账。", "公示。"]


def test_so_does_the_typed_bulletin() -> None:
    bulletin = read_text(BODY).bulletin

    assert bulletin_gen.load_spec(bulletin_gen.dump_spec(bulletin)).bulletin == bulletin


def test_a_status_below_a_table_is_typed() -> None:
    results = read_text(BODY).bulletin.results

    assert results is not None
    sub = results.sections[0].issues[0].sub_issues[0]
    assert sub.table is not None
    assert (sub.status, sub.closing, sub.measures) == (Status.DONE, "", ["清点。", "核销。"])


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
