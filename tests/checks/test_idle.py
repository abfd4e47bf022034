"""Fields that have no effect beside another are told of; those that have one are not."""

from pathlib import Path
from typing import Any

import pytest

from bulletin_gen.checks.table import check_spec
from bulletin_gen.composing import compose
from bulletin_gen.document import plain_text
from bulletin_gen.files.yaml_files import read_spec
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.spec import Spec
from judges import CHECKOUT

Fields = dict[str, Any]
EXAMPLES = [*sorted((CHECKOUT / "examples").glob("*.yaml")), *sorted((CHECKOUT / "examples" / "issued").glob("*.yaml"))]
ISSUER: Fields = {"name": "中共柳塘县沙湾镇委员会", "short_name": "沙湾镇党委"}
INSPECTION: Fields = {
    "deployed_by": "县委",
    "team": "县委第三巡察组",
    "period": {"start": "2025-03-03", "end": "2025-04-30"},
}
FEEDBACK: Fields = {"date": "2025-05-28"}
WORDED = "2025年春，县委第三巡察组对沙湾镇党委开展了巡察。"
JOINED = {**FEEDBACK, "form": "并入上句"}
ISSUE: Fields = {"problem": "台账不全", "text": "已补齐。", "status": "已完成"}
LEDGER = [{"title": "台账", "ledger": True}]


def bulletin(fields: Fields) -> Bulletin:
    return Bulletin.model_validate(
        {"issuer": ISSUER, "inspection": INSPECTION, "results": {"issues": [ISSUE]}, **fields}
    )


def inspected(**fields: Any) -> Fields:
    return {"inspection": {**INSPECTION, **fields}}


def with_issue(results: Fields | None = None, **fields: Any) -> Fields:
    return {"results": {"issues": [{**ISSUE, **fields}], **(results or {})}}


def told(fields: Fields) -> list[str]:
    return [finding.where.path for finding in check_spec(Spec(bulletin(fields))) if finding.rule == "spec/idle-field"]


def without(fields: Fields, path: str) -> Fields:
    """The same fields without one."""
    step, _, rest = path.partition(".")
    if rest.startswith("issues[0]."):
        (issue,) = fields["results"]["issues"]
        return {**fields, "results": {**fields["results"], "issues": [without(issue, rest.removeprefix("issues[0]."))]}}
    if rest:
        return {**fields, step: without(fields[step], rest)}
    return {name: value for name, value in fields.items() if name != step}


IDLE: list[tuple[Fields, list[str]]] = [
    (inspected(wording=WORDED), ["inspection.deployed_by", "inspection.team", "inspection.period"]),
    (inspected(wording=WORDED, feedback=FEEDBACK), ["inspection.deployed_by"]),
    (
        inspected(wording=WORDED, feedback=FEEDBACK, type="常规", look_back=True, order="组名在前", end="，"),
        ["inspection.type", "inspection.look_back", "inspection.order", "inspection.end", "inspection.deployed_by"],
    ),
    (inspected(deployment="按照县委安排"), ["inspection.deployed_by"]),
    (
        inspected(feedback={**FEEDBACK, "wording": "组织反馈。", "by": "巡察组", "action": "提出了意见"}),
        ["inspection.feedback.date", "inspection.feedback.by", "inspection.feedback.action"],
    ),
    (
        inspected(feedback={**JOINED, "by": "巡察组", "own_paragraph": True}, team_short="巡察组", end="，"),
        ["inspection.team_short", "inspection.end", "inspection.feedback.by", "inspection.feedback.own_paragraph"],
    ),
    (
        inspected(inspected="沙湾镇") | {"issuer": {**ISSUER, "introduce_short_name": True}},
        ["issuer.introduce_short_name"],
    ),
    ({"title": "整改通报"} | inspected(round="九届县委第六轮"), ["inspection.round"]),
    (
        {"opening": "现通报如下。", "publication": {"grounds": "", "subject": "整改情况"}},
        ["inspection.team", "inspection.period", "publication.grounds"],
    ),
    (
        {"opening": "现通报如下。"} | inspected(feedback=FEEDBACK, type="常规", deployment="按照县委安排"),
        [f"inspection.{name}" for name in ("deployed_by", "deployment", "type", "team", "period", "feedback")],
    ),
    ({"publication": {"wording": "现予公布。", "verb": "通报如下"}}, ["publication.verb"]),
    (with_issue({"as_of": "2025-11-20"}), ["results.as_of"]),
    (
        with_issue({"as_of": "2025-11-20", "progress": {"wording": "均已完成。", "rate": True}}),
        ["results.as_of", "results.progress.rate"],
    ),
    ({"contact": {"wording": "电话见网站。", "fields": {"电话": "1234"}}}, ["contact.fields"]),
    (with_issue(heading="台账管理"), ["results.issues[0].problem"]),
    (with_issue(status_line="已经完成。"), ["results.issues[0].status"]),
    (
        with_issue({"issue_style": {"status_label": "整改情况", "status_alone": True, "status_brackets": "【】"}}),
        ["results.issue_style.status_alone", "results.issue_style.status_brackets"],
    ),
    (with_issue(measures=[], measures_label="①"), ["results.issues[0].measures_label"]),
    (with_issue(measures=["补齐。"], measures_label="无"), ["results.issues[0].measures_label"]),
    (
        with_issue({"issue_style": {"measures_label": "①"}}, measures=["补齐。"]),
        ["results.issue_style.measures_label"],
    ),
    (
        with_issue(
            {"issue_style": {"measures_label": "①"}, "sub_issue_style": {"measures_label": "①"}},
            measures=["补齐。", "归档。"],
            sub_issues=[{"problem": "账实不符", "measures": ["清点。"]}],
        ),
        ["results.sub_issue_style.measures_label"],
    ),
]
HAS_EFFECT: list[Fields] = [
    inspected(feedback=FEEDBACK, team_short="巡察组", type="常规", order="组名在前", inspected="沙湾镇"),
    inspected(feedback={**JOINED, "to": "沙湾镇", "end": "；"}),
    inspected(wording=WORDED, deployed_by="", feedback=FEEDBACK, inspected="沙湾镇", round="第六轮"),
    {"title": "无"} | inspected(round="九届县委第六轮"),
    {"title": "整改通报", "publication": {"subject": "整改情况"}},
    {"publication": {"wording": "现予公布。", "subject": "整改情况", "own_paragraph": True}},
    with_issue({"as_of": "2025-11-20", "progress": {}}, status_line="已经完成。"),
    with_issue(heading="台账管理") | {"attachments": LEDGER},
    with_issue(status_line="已经完成。") | {"attachments": LEDGER},
    with_issue({"text": "已完成{{ counts.done }}个。"}, status_line="已经完成。"),
    {"contact": {"wording": "电话见网站。", "after_signature": True}},
    with_issue({"issue_style": {"status_in_heading": True, "status_brackets": "【】"}}),
    with_issue({"issue_style": {"status_alone": True}}),
    with_issue(measures=["补齐。"], measures_label="①"),
    with_issue({"issue_style": {"measures_label": "①"}}, measures=["补齐。", "归档。"]),
    with_issue(
        {"sub_issue_style": {"measures_label": "无"}},
        sub_issues=[{"problem": "账实不符", "measures": ["清点。", "归档。"]}],
    ),
]


@pytest.mark.parametrize(("fields", "paths"), IDLE)
def test_what_has_no_effect_beside_another_is_told(fields: Fields, paths: list[str]) -> None:
    assert sorted(told(fields)) == sorted(paths)


@pytest.mark.parametrize(("fields", "paths"), IDLE)
def test_what_is_told_has_no_effect(fields: Fields, paths: list[str]) -> None:
    said = plain_text(compose(bulletin(fields)))
    whole = {"inspection": INSPECTION, **fields}
    optional = [path for path in paths if path != "inspection.deployed_by" or "deployment" in whole["inspection"]]

    assert [path for path in optional if plain_text(compose(bulletin(without(whole, path)))) != said] == []


@pytest.mark.parametrize("fields", HAS_EFFECT)
def test_what_has_an_effect_is_not_told(fields: Fields) -> None:
    assert told(fields) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_are_silent(example: Path) -> None:
    assert check_spec(read_spec(example)) == []


def test_which_wins_and_the_way_out_are_told() -> None:
    (finding,) = check_spec(Spec(bulletin(with_issue(heading="台账管理"))))

    assert str(finding) == (
        "警告：results.issues[0].problem：写了“heading（自拟标题）”，“problem（问题）”不起作用；请删去“problem（问题）”；要用它，就删去“heading（自拟标题）”"
    )
