"""What an author typed and we say as well is printed once, and told."""

from typing import Any

import pytest

from bulletin_gen.checks.table import check_spec
from bulletin_gen.composing import compose, compose_as_typed
from bulletin_gen.document import plain_text
from bulletin_gen.spec.doubled import Doubled, taken_off
from bulletin_gen.spec.load import load_spec
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.spec import Spec

Fields = dict[str, Any]
INSPECTION: Fields = {"deployed_by": "县委", "team": "县委第三巡察组"}


def bulletin(**fields: Any) -> Bulletin:
    base: Fields = {"issuer": {"name": "中共柳塘县沙湾镇委员会"}, "inspection": INSPECTION, "organisation": "正文。"}
    return Bulletin.model_validate({**base, **fields})


def inspected(**fields: Any) -> Fields:
    return {"inspection": {**INSPECTION, **fields}}


def issues(*given: Fields, **results: Any) -> Fields:
    return {"results": {"issues": list(given), **results}}


@pytest.mark.parametrize(
    ("fields", "path", "kept"),
    [
        (inspected(round="九届县委第六轮巡察"), "inspection.round", "九届县委第六轮"),
        (inspected(type="常规巡察"), "inspection.type", "常规"),
        (inspected(type="巡视", kind="巡视"), "inspection.type", ""),
        (inspected(deployed_by="根据县委的统一部署，"), "inspection.deployed_by", "县委"),
        (inspected(deployment="按照县委安排，"), "inspection.deployment", "按照县委安排"),
        ({"publication": {"grounds": "按照有关要求，"}}, "publication.grounds", "按照有关要求"),
        ({"publication": {"subject": "关于巡察整改情况"}}, "publication.subject", "巡察整改情况"),
        ({"publication": {"verb": "予以公布。"}}, "publication.verb", "予以公布"),
        (issues({"heading": "甲"}, as_of="截至2025年11月底"), "results.as_of", "2025年11月底"),
        (issues({"heading": "甲"}, heading="一、一、整改情况"), "results.heading", "整改情况"),
        (
            issues({"heading": "甲"}, progress={"rest": "，其余限期完成。", "wording": ""}),
            "results.progress.rest",
            "其余限期完成",
        ),
        (issues({"heading": "(二)台账不全"}), "results.issues[0].heading", "台账不全"),
        (issues({"problem": "1.台账不全"}), "results.issues[0].problem", "台账不全"),
        (issues({"problem": "“台账不全”"}), "results.issues[0].problem", "台账不全"),
        (issues({"problem": '"台账不全"'}), "results.issues[0].problem", "台账不全"),
        (issues({"problem": "关于台账不全"}), "results.issues[0].problem", "台账不全"),
        (issues({"problem": "关于台账不全的问题"}), "results.issues[0].problem", "台账不全"),
        (issues({"problem": "关于解决遗留问题"}), "results.issues[0].problem", "解决遗留问题"),
        (issues({"problem": "关于“台账不全”问题的整改情况"}), "results.issues[0].problem", "台账不全"),
        (issues({"problem": "甲", "measures": ["一是补齐。"]}), "results.issues[0].measures[0]", "补齐。"),
        (issues({"problem": "甲", "measures": ["补。", "2.查。"]}), "results.issues[0].measures[1]", "查。"),
        (
            issues({"problem": "甲", "measures": ["一是补。二是查。", "归档。"]}),
            "results.issues[0].measures[0]",
            "补。二是查。",
        ),
        ({"organisation": {"heading": "组织", "items": ["第一，学习。"]}}, "organisation.items[0].text", "学习。"),
        (
            {"organisation": {"heading": "组织", "items": [{"heading": "（一）学习"}]}},
            "organisation.items[0].heading",
            "学习",
        ),
        ({"contact": {"fields": {"监督电话：": "1234"}}}, "contact.fields[0].label", "监督电话"),
        ({"attachments": [{"title": "附件1：台账", "text": "略。"}]}, "attachments[0].title", "台账"),
        ({"form": "issued", "colophon": {"copies_to": "抄送：县纪委"}}, "colophon.copies_to", "县纪委"),
        ({"form": "issued", "head": {"organs": ["沙湾镇党委文件"]}}, "head.organs[0]", "沙湾镇党委"),
    ],
)
def test_it_is_taken_off(fields: Fields, path: str, kept: str) -> None:
    given = bulletin(**fields)

    once, taken = taken_off(given)

    assert [(found.path, found.kept) for found in taken] == [(path, kept)]
    assert taken_off(once) == (once, ())


@pytest.mark.parametrize(
    "fields",
    [
        inspected(type="机动", round="九届县委第六轮", deployed_by="县委巡察工作领导小组"),
        issues({"problem": "解决历史遗留问题不力", "measures": ["一体推进。", "一二级库房并用。"]}),
        issues({"problem": "甲", "measures": ["①核查；②归档。", "1.补录。2.公示。"]}),
        issues({"problem": "甲", "measures": ["一是核查。二是归档。"]}),
        {"organisation": {"heading": "组织", "items": ["一是核查。二是归档。"]}},
        issues({"problem": "“三会”流于形式、“一课”不实", "measures": ["一是"]}),
        issues({"problem": "“台账不全”"}, issue_style={"pattern": "…的整改"}),
        issues({"heading": "一、甲"}, issue_style={"label": "无"}),
        issues({"problem": "甲", "measures": ["一是补齐。"]}, issue_style={"measures_label": "无"}),
        issues({"heading": "一、二级库房不分"}),
        {"organisation": {"heading": "组织", "items": ["一是学习。"], "items_label": "无"}},
        {"organisation": "一是学习。"},
        {"attachments": [{"title": "附件管理办法", "text": "略。"}]},
    ],
)
def test_what_is_said_once_stays(fields: Fields) -> None:
    given = bulletin(**fields)

    assert taken_off(given) == (given, ())


def test_a_problem_that_ends_in_the_word_is_not_followed_by_it() -> None:
    said = plain_text(compose(bulletin(**issues({"problem": "历史遗留问题", "sub_issues": [{"problem": "产权问题"}]}))))

    assert "关于“历史遗留问题”的整改情况\n" in said
    assert "关于“产权问题”\n" in said


def test_it_is_printed_once_and_told_on_its_line() -> None:
    text = """\
issuer: {name: 中共柳塘县沙湾镇委员会}
inspection: {deployed_by: 县委, team: 县委第三巡察组}
results:
  issues:
    - {problem: 甲, measures: [一是补齐台账。, 二是归档。]}
"""
    spec = load_spec(text, "通报.yaml")
    first, second = check_spec(spec)

    assert "一是补齐台账。二是归档。" in plain_text(compose(spec))
    assert "一是一是补齐台账。" in plain_text(compose_as_typed(spec))
    assert str(first.where) == "通报.yaml:5:31 results.issues[0].measures[0]"
    assert first.message == "多写了“一是”（由程序写或不应有），已去掉，印作“补齐台账。”"
    assert second.where.path == "results.issues[0].measures[1]"


def test_what_was_taken_is_named() -> None:
    assert Doubled("", "一是学习", "学习").taken == "一是"
    assert Doubled("", "常规巡察", "常规").taken == "巡察"
    assert Doubled("", "“学习”", "学习").taken == "“学习”"


def test_a_bulletin_made_in_python_is_told_by_its_path() -> None:
    (finding,) = check_spec(Spec(bulletin(**inspected(type="常规巡察"))))

    assert str(finding.where) == "inspection.type"
