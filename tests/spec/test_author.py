"""What is added to a file is typed as its author would type it."""

import pytest

from bulletin_gen.spec.author import key_for, typed_by_author
from bulletin_gen.spec.load import load_spec
from bulletin_gen.where import NOWHERE
from bulletin_gen.yamltext.block import Plain

CHINESE = "发文机关: {全称: 青禾县河湾镇}\n开头: 无\n整改情况: {问题: [{问题: 台账不全}]}\n"
ENGLISH = "issuer: {name: 青禾县河湾镇}\nopening: 无\nresults: {issues: [{problem: 台账不全}]}\n"
MIXED = "发文机关: {全称: 青禾县河湾镇}\n开头: 无\nresults: {issues: [{problem: 台账不全, measures: [补记]}]}\n"


@pytest.mark.parametrize(
    ("source", "path", "field", "key"),
    [
        (CHINESE, "results.issues[0]", "status", "状态"),
        (CHINESE, "results.issues[0]", "problem", "问题"),
        (CHINESE, "", "issue_date", "成文日期"),
        (CHINESE.replace("发文机关", "发文单位"), "", "issuer", "发文单位"),
        (ENGLISH, "results.issues[0]", "status", "status"),
        (MIXED, "results.issues[0]", "status", "status"),
        (MIXED, "issuer", "short_name", "简称"),
        (MIXED, "results.issues[1]", "problem", "problem"),
        (MIXED.replace(", measures: [补记]", ""), "results.issues[1]", "problem", "问题"),
    ],
)
def test_a_key_is_in_the_language_of_its_mapping_or_of_the_file(source: str, path: str, field: str, key: str) -> None:
    assert key_for(load_spec(source).places.as_typed, path, field) == key


def test_where_there_is_no_file_a_key_is_the_fields_own_name() -> None:
    assert key_for(NOWHERE.as_typed, "results.issues[0]", "status") == "status"


@pytest.mark.parametrize(
    ("path", "value", "typed"),
    [
        (
            "results.issues[1]",
            {"problem": "会议记录不全", "measures": ["补记"], "status": "已完成", "sub_issues": [{"problem": "甲"}]},
            {"问题": "会议记录不全", "整改措施": ["补记"], "状态": "已完成", "子问题": [{"问题": "甲"}]},
        ),
        ("stage", "draft", "送审稿"),
        ("other_parts", [{"text": "甲", "after": "results"}], [{"正文": "甲", "排在哪部分之后": "整改情况"}]),
        ("contact", {"fields": {"value": "甲"}, "form": "分行"}, {"各项": {"value": "甲"}, "排法": "分行"}),
        ("note", "draft", "draft"),
    ],
)
def test_a_value_is_typed_with_its_keys_and_fixed_values_in_the_authors_language(
    path: str, value: Plain, typed: Plain
) -> None:
    assert typed_by_author(load_spec(CHINESE).places.as_typed, path, value) == typed
    assert typed_by_author(load_spec(ENGLISH).places.as_typed, path, value) == value
