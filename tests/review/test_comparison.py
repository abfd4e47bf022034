"""What an editor asks of two versions: first the facts that changed, then each change; as a table, a page and JSON."""

import json
from typing import Any

import pytest

from bulletin_gen.comparing import compare
from bulletin_gen.document import block_lines
from bulletin_gen.review.comparison import Comparison
from bulletin_gen.review.report import comparison_html, comparison_json
from bulletin_gen.review.table import comparison_table, renumbering, summary
from bulletin_gen.spans import flat
from bulletin_gen.spec.model import Bulletin

Fields = dict[str, Any]
ISSUES = [
    {"problem": "台账记录不全", "text": "已补记8次。", "status": "已完成"},
    {"problem": "会议制度执行不严", "text": "已修订制度。", "status": "已完成"},
]


def compared(old: Fields, new: Fields) -> Comparison:
    base: Fields = {"issuer": {"name": "中共柳塘县委员会", "short_name": "柳塘县委"}, "opening": "无"}
    return compare(*(Bulletin.model_validate({**base, **fields}) for fields in (old, new)), "核稿")


def with_issues(*issues: Fields) -> Fields:
    return {"results": {"issues": list(issues)}}


def facts(old: Fields, new: Fields) -> list[tuple[str, str, str, str]]:
    return [(fact.kind, fact.place, fact.old, fact.new) for fact in compared(old, new).facts]


def test_a_status_that_is_never_printed_is_a_fact() -> None:
    changed = {**ISSUES[0], "status": "持续推进"}

    assert facts(with_issues(*ISSUES), with_issues(changed, ISSUES[1])) == [
        ("状态", "“台账记录不全”", "已完成", "持续推进")
    ]


def test_so_is_that_of_an_issue_that_moved() -> None:
    changed = {**ISSUES[0], "status": "持续推进"}

    assert ("状态", "“台账记录不全”", "已完成", "持续推进") in facts(
        with_issues(*ISSUES), with_issues(ISSUES[1], changed)
    )


def test_issues_of_one_name_are_told_apart() -> None:
    twins = [{**ISSUES[0], "status": "已完成"}, {**ISSUES[0], "text": "已补记3次。", "status": "持续推进"}]

    assert facts(with_issues(*twins), with_issues(*twins)) == []
    assert facts(with_issues(*twins), with_issues(*twins[::-1])) == []
    assert facts(with_issues(*twins), with_issues(twins[0], {**twins[1], "status": "已完成"})) == [
        ("状态", "“台账记录不全”", "持续推进", "已完成")
    ]
    assert facts(with_issues(twins[0]), with_issues(*twins)) == []


def test_numbers_dates_and_names_are_facts() -> None:
    old = {**with_issues(ISSUES[0]), "issue_date": "2025-05-08"}
    new = {
        **with_issues({**ISSUES[0], "text": "已补记18次。"}),
        "issue_date": "2025-05-18",
        "issuer": {"name": "中共柳塘县沙湾镇委员会", "short_name": "沙湾镇党委"},
    }

    assert facts(old, new) == [
        ("名称", "发文机关", "中共柳塘县委员会", "中共柳塘县沙湾镇委员会"),
        ("名称", "发文机关简称", "柳塘县委", "沙湾镇党委"),
        ("数字", "一 第1段", "8次", "18次"),
        ("日期", "署名和成文日期", "2025年5月8日", "2025年5月18日"),
    ]


def test_what_came_or_went_as_a_whole_is_no_changed_fact() -> None:
    assert facts(with_issues(*ISSUES), with_issues(ISSUES[1])) == []


def test_the_table_has_the_facts_on_top_and_every_change() -> None:
    comparison = compared(with_issues(*ISSUES), with_issues({**ISSUES[0], "text": "已补记18次。"}))

    lines = [
        flat(line) for block in comparison_table(comparison, "旧.yaml", "新.yaml").blocks for line in block_lines(block)
    ]

    assert lines == [
        "修改对照表",
        "“旧.yaml”与“新.yaml”对照：共修改3处（删2处、改1处），其中数字、日期、名称和状态有变化的1处。",
        "一、数字、日期、名称和状态的变化",
        "序号\t类别\t位置\t原为\t现为",
        "1\t数字\t一 第1段\t8次\t18次",
        "二、全部修改",
        "序号\t位置\t原文\t改为\t类型",
        "1\t一 第1段\t已补记8次。\t已补记18次。\t改",
        "2\t二\t关于“会议制度执行不严”问题的整改情况\t—\t删",
        "3\t二 第1段\t已修订制度。\t—\t删",
    ]


def test_versions_that_say_the_same_are_told_so() -> None:
    assert summary(compared(with_issues(*ISSUES), with_issues(*ISSUES))) == "两个版本的文字相同。"


def test_labels_that_changed_with_others_are_said_once() -> None:
    first = {"problem": "培训不够", "text": "已办班。", "status": "已完成"}

    comparison = compared(with_issues(*ISSUES), with_issues(first, *ISSUES))

    assert [change.kind for change in comparison.changes] == ["增", "增"]
    assert renumbering(comparison) == "以下序号随之改变，不计入修改：一→二，二→三。"


def test_the_page_marks_the_words_and_escapes_what_looks_like_html() -> None:
    comparison = compared(with_issues(ISSUES[0]), with_issues({**ISSUES[0], "text": "已补记18次。<b>"}))

    page = comparison_html(comparison, "旧<1>.yaml", "新.yaml")

    assert "<del>8次</del>" in page
    assert "<ins>18次</ins>" in page
    assert "<ins>&lt;b&gt;</ins>" in page
    assert "旧&lt;1&gt;.yaml" in page


@pytest.mark.parametrize("key", ["facts", "changes", "renumbered"])
def test_programs_get_it_as_json(key: str) -> None:
    comparison = compared(with_issues(*ISSUES), with_issues({**ISSUES[1], "text": "已修订制度3项。"}))

    told = json.loads(comparison_json(comparison))

    assert list(told) == ["facts", "changes", "renumbered"]
    assert told[key]


def test_what_a_ledger_says_again_is_told_once_and_what_it_alone_says_by_itself() -> None:
    ledger: Fields = {"attachments": [{"title": "整改台账", "ledger": True}]}
    again = {**ISSUES[0], "text": "已补记18次。"}
    alone = {**ISSUES[1], "responsible_unit": "办公室"}

    made = compared({**with_issues(*ISSUES), **ledger}, {**with_issues(again, ISSUES[1]), **ledger})
    more = compared({**with_issues(*ISSUES), **ledger}, {**with_issues(ISSUES[0], alone), **ledger})

    assert [(change.place, change.new) for change in made.changes] == [("一 第1段（台账同）", "已补记18次。")]
    assert [change.place for change in more.changes] == ["附件"]
