"""There is an end to what one bulletin may hold, and it is told before any work is done on it."""

import re
import sys

import pytest

import bulletin_gen
from bulletin_gen.composing import compose
from bulletin_gen.composing.counts import count
from bulletin_gen.composing.settle import known
from bulletin_gen.spec.names import PLACEHOLDERS

SPEC = """\
issuer: {name: 中共石桥镇委员会}
title: 通报
opening: 甲。
results: {issues: [{problem: 台账不清, text: "已补齐。"}]}
"""


@pytest.mark.parametrize("name", ["_MOST_CHARACTERS", "_MOST_LINES"])
def test_more_text_than_any_bulletin_has_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = bulletin_gen.load_spec(SPEC)
    monkeypatch.setattr(sys.modules["bulletin_gen.composing.settle"], name, 4)

    with pytest.raises(bulletin_gen.SpecError, match=r"^全文有 \d+ 个字符、5 段，最多 .*；请检查是不是贴错了内容"):
        compose(spec)


def test_a_long_mistake_is_quoted_short() -> None:
    spec = bulletin_gen.load_spec(SPEC.replace("已补齐", "{{ " + "a" * 5000 + " }}"))

    with pytest.raises(bulletin_gen.SpecError) as error:
        compose(spec)
    assert len(str(error.value)) < 500


def test_a_text_may_name_the_issuer() -> None:
    issuer = "issuer: {name: 中共石桥镇委员会, short_name: 石桥镇党委}"
    text = SPEC.replace("issuer: {name: 中共石桥镇委员会}", issuer)
    text = text.replace("已补齐。", "{{ issuer.short_name }}已补齐。").replace(
        "title: 通报", 'title: "{{ issuer.name }}通报"'
    )

    lines = bulletin_gen.plain_text(compose(bulletin_gen.load_spec(text))).splitlines()
    assert lines[0] == "中共石桥镇委员会通报"
    assert "石桥镇党委已补齐。" in lines


def test_an_issuer_without_a_short_name_is_named_in_full() -> None:
    text = SPEC.replace("已补齐。", "{{ issuer.short_name }}已补齐。")

    assert "中共石桥镇委员会已补齐。" in bulletin_gen.plain_text(compose(bulletin_gen.load_spec(text)))


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("{{ issuer.shortname }}", "issuer.shortname 不是可用的名称；是不是 issuer.short_name？"),
        ("{{ issuer.name | 汉字 }}", "只有大于0的个数可以写“| 汉字”"),
        ("{{ 发文机关.简成 }}", "发文机关.简成 不是可用的名称；是不是 发文机关.简称？可用：数目.方面、数目.问题、"),
        ("{{ 数目.问题 + 1 }}", "只能写一个名称，不能写算式；可用：数目.方面、"),
        ("{{ 数目.已完成 }}", "“{{ 数目.已完成 }}”无法统计；请先给每个问题填写“状态”"),
        ("{{ counts.done }}", "“{{ counts.done }}”无法统计；请先给每个问题填写“status（状态）”"),
    ],
)
def test_a_name_that_cannot_be_said_is_refused(said: str, message: str) -> None:
    with pytest.raises(bulletin_gen.SpecError, match=re.escape(message)):
        compose(bulletin_gen.load_spec(SPEC.replace("已补齐", said)))


@pytest.mark.parametrize(("chinese", "english"), PLACEHOLDERS.items())
def test_a_name_says_the_same_in_chinese(chinese: str, english: str) -> None:
    text = SPEC.replace("已补齐", "查清{{ NAME }}").replace(
        "problem: 台账不清", "problem: 台账不清, status: 已完成, sub_issues: [{problem: 漏记, status: 正在整改}]"
    )

    in_chinese, in_english = (
        compose(bulletin_gen.load_spec(text.replace("NAME", name))) for name in (chinese, english)
    )
    assert in_chinese == in_english


def test_every_name_has_one_in_chinese() -> None:
    bulletin = bulletin_gen.load_spec(SPEC).bulletin

    assert sorted(PLACEHOLDERS.values()) == sorted(known(bulletin, count(bulletin)))


def test_a_name_cannot_name_itself() -> None:
    text = SPEC.replace("name: 中共石桥镇委员会", 'name: "{{ issuer.name }}"')

    with pytest.raises(bulletin_gen.SpecError, match=r"不能引用：issuer\.name 里自己写有"):
        compose(bulletin_gen.load_spec(text))


def test_each_ledger_counts_the_whole_bulletin_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["bulletin_gen.composing.settle"], "_MOST_LINES", 20)
    one, three = (f"{SPEC}attachments: [{', '.join(['{title: 台账, ledger: 是}'] * n)}]\n" for n in (1, 3))

    assert compose(bulletin_gen.load_spec(one))
    with pytest.raises(bulletin_gen.SpecError, match=r"全文有 \d+ 个字符、32 段，最多 .*、20 段"):
        compose(bulletin_gen.load_spec(three))


@pytest.mark.parametrize("place", ["attachments: [{title: 表, table: %s}]", "next_steps: {text: 甲, table: %s}"])
@pytest.mark.parametrize(("columns", "is_too_much"), [(20, True), (2, False)])
def test_long_cells_in_narrow_columns_are_more_lines_than_they_seem(
    columns: int, is_too_much: bool, place: str
) -> None:
    row = f"[{', '.join(['甲' * 1000] * columns)}]"
    table = f"{{columns: [{', '.join(['{title: 列}'] * columns)}], rows: [{', '.join([row] * (100 // columns))}]}}"
    spec = bulletin_gen.load_spec(f"{SPEC}{place % table}\n")

    if is_too_much:
        with pytest.raises(bulletin_gen.SpecError, match=r"^表格各格排出来约有 71428 行，最多 60000 行"):
            compose(spec)
    else:
        assert compose(spec)


@pytest.mark.parametrize(("text", "is_too_much"), [("中a", True), ("中文文字", False)])
def test_text_that_changes_script_at_every_character_is_refused(text: str, is_too_much: bool) -> None:
    spec = bulletin_gen.load_spec(SPEC.replace("已补齐", text * 45_000))

    if is_too_much:
        with pytest.raises(bulletin_gen.SpecError, match=r"^全文有 9\d{4} 处中文和字母、数字相间，最多 80000 处"):
            compose(spec)
    else:
        assert compose(spec)
