"""Where the table of a part of the text stands, and what becomes of its cells."""

from typing import Any

import pytest

from bulletin_gen.composing import compose
from bulletin_gen.document import Paragraph, Table, plain_text
from bulletin_gen.spans import flat
from bulletin_gen.spec.model import Bulletin

TABLE = {"columns": [{"title": "村"}, {"title": "吨数"}], "rows": [["沙湾村", "12.50"], ["河口社区", ""]]}
SAID = ["村\t吨数", "沙湾村\t12.50", "河口社区\t"]
ISSUE = {"problem": "台账不全", "measures": ["补齐。", "归档。"]}


def bulletin(**fields: Any) -> Bulletin:
    base = {"title": "无", "opening": "无", "issuer": {"name": "某局党组", "signature": []}}
    return Bulletin.model_validate({**base, **fields})


def said(**fields: Any) -> list[str]:
    return plain_text(compose(bulletin(**fields))).splitlines()


def tables(**fields: Any) -> list[Table]:
    return [block for block in compose(bulletin(**fields)).blocks if isinstance(block, Table)]


def test_in_a_part_it_stands_between_text_and_items() -> None:
    part = {
        "heading": "组织情况",
        "text": "开会3次。",
        "table": TABLE,
        "items": ["学习。", "研讨。"],
        "closing": "以上。",
    }

    assert said(organisation=part) == ["一、组织情况", "开会3次。", *SAID, "一是学习。", "二是研讨。", "以上。"]


def test_an_item_may_have_one() -> None:
    part = {"heading": "组织情况", "items": [{"heading": "清理", "text": "已清理。", "table": TABLE}]}

    assert said(organisation=part) == ["一、组织情况", "（一）清理。已清理。", *SAID]


def test_a_part_may_be_nothing_else() -> None:
    assert said(organisation={"table": TABLE}) == SAID


def test_in_results_and_in_a_section_it_stands_before_what_is_listed() -> None:
    results = {"heading": "整改情况", "text": "如下。", "sections": [{"heading": "党的建设方面", "issues": [ISSUE]}]}

    assert said(results={**results, "table": TABLE})[:5] == ["一、整改情况", "如下。", *SAID]
    results["sections"] = [{"heading": "党的建设方面", "table": TABLE, "issues": [ISSUE]}]
    assert said(results=results)[2:7] == ["（一）党的建设方面", *SAID, "1.关于“台账不全”问题的整改情况"]


@pytest.mark.parametrize("form", ["接排", "另起一段", "分行"])
def test_in_an_issue_it_stands_behind_the_measures_and_before_sub_issues(form: str) -> None:
    sub = {"problem": "账实不符", "text": "清点。"}
    issue = {**ISSUE, "measures_form": form, "table": TABLE, "sub_issues": [sub], "status": "已完成"}
    lines = said(results={"issues": [issue], "issue_style": {"status_label": "整改情况"}})

    at = lines.index(SAID[0])
    assert lines[at - 1].endswith("归档。")
    assert lines[at : at + 3] == SAID
    assert lines[at + 3 :] == ["（一）关于“账实不符”问题。清点。", "整改情况：已完成整改。"]


def test_it_stands_upright_and_knows_its_field() -> None:
    wide = {"columns": [{"title": "甲"}] * 12}
    (table,) = tables(results={"issues": [{**ISSUE, "table": wide}]})

    assert (table.landscape, table.in_text, table.where.path) == (False, True, "results.issues[0].table")


def test_columns_take_the_shares_that_they_ask_for_or_what_they_hold_asks_for() -> None:
    shared = {"columns": [{"title": "村", "share": 3}, {"title": "吨数"}]}

    assert [table.shares for table in tables(organisation={"table": TABLE})] == [()]
    assert [table.shares for table in tables(organisation={"table": shared})] == [(3, 1)]


def test_its_cells_are_settled_as_all_texts_are() -> None:
    counted = {"columns": [{"title": "数"}, {"title": "注"}], "rows": [["{{ counts.issues }}", "齐,全"]]}
    (table,) = tables(results={"issues": [ISSUE], "table": counted})

    assert [flat(cell) for cell in table.rows[0].cells] == ["1", "齐，全"]


@pytest.mark.parametrize(
    ("text", "named"),
    [("开会3次。\n表1 各村情况", [False, True]), ("表1 各村情况\n开会3次。", [False, False]), ("见表1。", [False])],
)
def test_the_last_line_above_it_may_name_it(text: str, named: list[bool]) -> None:
    blocks = compose(bulletin(organisation={"text": text, "table": TABLE})).blocks
    plain = compose(bulletin(organisation=text)).blocks

    assert [block.is_caption for block in blocks if isinstance(block, Paragraph)] == named
    assert not any(block.is_caption for block in plain if isinstance(block, Paragraph))
