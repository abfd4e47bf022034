"""意见.yaml: what it says of each opinion, that nothing a clerk typed in it is lost, and what is told of slips."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bulletin_gen
from bulletin_gen.errors import SpecError
from bulletin_gen.review.opinion import Handling, Opinion, OpinionKind, Reply
from bulletin_gen.review.opinion_file import dump_opinions, load_opinions, read_opinions

CHANGE = Opinion(
    OpinionKind.CHANGED,
    "返回稿-财政局.docx",
    "县财政局",
    datetime(2025, 3, 4, 9, 30, tzinfo=UTC),
    "二（一）3 整改措施二",
    "results.issues[0].measures[1]",
    "已整改8次。",
    "已整改18次。",
)
REMARK = Opinion(
    OpinionKind.COMMENT,
    "返回稿-审计局.docx",
    "县审计局",
    datetime(2025, 3, 5, 16, 2, 21),
    "二（一）3",
    "",
    "账目",
    "",
    said="此处请核: 数字\n另附说明",
    replies=(Reply("已核", "王某"), Reply("好", "县审计局", datetime(2025, 3, 6))),
    resolved=True,
    conflicts=(CHANGE.id,),
)
ADDED = Opinion(OpinionKind.ADDED, "返回稿.docx", "县水务局", None, "", "", "", "增加一项。")

_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cn"], max_codepoint=0xFFFD), max_size=12)
_OPINIONS = st.builds(
    Opinion,
    st.sampled_from(OpinionKind),
    _TEXT,
    _TEXT.filter(bool),
    st.none() | st.datetimes(timezones=st.none() | st.just(UTC)),
    *(_TEXT for _ in range(5)),
    replies=st.lists(st.builds(Reply, _TEXT.filter(bool), _TEXT.filter(bool)), max_size=2).map(tuple),
    resolved=st.booleans(),
    handling=st.sampled_from(Handling),
    reason=_TEXT,
)


def complaints(text: str | bytes) -> list[str]:
    with pytest.raises(SpecError) as caught:
        load_opinions(text, "意见.yaml")
    return str(caught.value).splitlines()


def test_an_entry_says_all_of_an_opinion_in_chinese() -> None:
    written = dump_opinions([CHANGE, REMARK])

    assert (
        f"""\
意见:
  - 编号: {CHANGE.id}
    单位（人）: 县财政局
    时间: 2025-03-04 09:30+00:00
    来自: 返回稿-财政局.docx
    位置: 二（一）3 整改措施二
    字段: results.issues[0].measures[1]
    类型: 修改
    原文: 已整改8次。
    改为: 已整改18次。
    处理: 待定
    理由:

"""
        in written
    )
    assert '意见: "此处请核: 数字\\n另附说明"\n    答复:\n      - 单位（人）: 王某\n        意见: 已核\n' in written
    assert f"已解决: 是\n    与这些编号冲突: [{CHANGE.id}]\n" in written
    assert load_opinions(written) == (CHANGE, REMARK)


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("results.issues[0].measures[1]", "整改情况.问题[0].整改措施[1]"),
        ("results.issues[2] → results.issues[0]", "整改情况.问题[2] → 整改情况.问题[0]"),
        ("", ""),
    ],
)
def test_a_field_is_called_what_the_author_of_the_spec_calls_it_and_either_name_is_read(path: str, named: str) -> None:
    spec = bulletin_gen.load_spec(
        "发文机关: {全称: 县水务局}\n开头: 无\n整改情况: {问题: [{自拟标题: 甲, 状态: 已完成}]}"
    )
    opinion = replace(CHANGE, path=path)

    text = dump_opinions([opinion], None, spec.places.as_typed)

    assert (f"字段: {named}\n" in text) == bool(named)
    assert load_opinions(text) == load_opinions(dump_opinions([opinion])) == (opinion,)


def test_its_head_says_what_may_be_filled_in() -> None:
    first, second, *_ = dump_opinions([]).splitlines()

    assert first.startswith("# 请逐条填写“处理”（采纳、部分采纳、不采纳、待定）和“理由”")
    assert second.startswith("# ")
    assert load_opinions(dump_opinions([])) == ()


@settings(deadline=None, max_examples=50)
@given(st.lists(_OPINIONS, max_size=3, unique_by=lambda opinion: opinion.id))
def test_what_is_written_is_read_as_it_was(opinions: list[Opinion]) -> None:
    assert load_opinions(dump_opinions(opinions)) == tuple(opinions)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_the_clerk_typed_stays_and_what_is_new_is_below_it(line_end: str) -> None:
    earlier = dump_opinions([CHANGE]).replace(
        "处理: 待定\n    理由:", '处理:   "不采纳"   # 问过\n    理由: 以台账为准'
    )
    earlier = earlier.replace("\n", line_end)

    written = dump_opinions([REMARK, CHANGE, REMARK], earlier)

    assert written.encode().startswith(earlier.encode())
    assert [(opinion.id, opinion.handling, opinion.reason) for opinion in load_opinions(written)] == [
        (CHANGE.id, Handling.DECLINED, "以台账为准"),
        (REMARK.id, Handling.PENDING, ""),
    ]
    assert written.count("\n") == written.count(line_end)
    assert dump_opinions([CHANGE, REMARK], written) == written


def test_an_opinion_that_does_not_come_again_is_kept() -> None:
    earlier = dump_opinions([CHANGE, REMARK])

    assert dump_opinions([], earlier) == earlier
    assert load_opinions(dump_opinions([ADDED], earlier)) == (CHANGE, REMARK, ADDED)


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text.replace("\n  ", "\n"),
        lambda text: text.rstrip("\n"),
        lambda text: f"\ufeff{text}# 待与县审计局商量\n",
        lambda text: text.replace("\n  ", "\n      "),
    ],
    ids=["left edge", "no line end", "mark and comment", "further in"],
)
def test_it_may_be_laid_out_otherwise(edit: object) -> None:
    assert callable(edit)
    earlier = edit(dump_opinions([CHANGE]))

    written = dump_opinions([ADDED], earlier)

    assert written.startswith(earlier)
    assert load_opinions(written) == (CHANGE, ADDED)


@pytest.mark.parametrize("tail", ["...\n", "---\n"])
def test_where_nothing_can_be_appended_that_is_told(tail: str) -> None:
    with pytest.raises(SpecError):
        dump_opinions([ADDED], dump_opinions([CHANGE]) + tail)
    with pytest.raises(SpecError, match="新的意见接不到文件末尾"):
        dump_opinions([ADDED], "意见: []\n")


def test_every_slip_is_told_at_its_place() -> None:
    text = dump_opinions([CHANGE, REMARK]).replace("类型", "类形", 1).replace("处理: 待定", "处理: 采用")

    misspelt, *choices = complaints(text)

    assert misspelt.startswith("意见.yaml:10:5 意见[0].类形：没有这个字段；是不是 类型？可用：编号、单位（人）")
    assert choices == [
        "意见.yaml:13:9 意见[0].处理：“采用” 不能用在这里；可用：采纳、部分采纳、不采纳、待定",
        "意见.yaml:32:9 意见[1].处理：“采用” 不能用在这里；可用：采纳、部分采纳、不采纳、待定",
    ]


def test_an_entry_whose_content_was_changed_is_told() -> None:
    (told,) = complaints(dump_opinions([CHANGE]).replace("18次", "19次"))

    assert told.startswith(f"意见.yaml:4:9 意见[0].编号：编号 {CHANGE.id} 与这一条的内容对不上，内容改动过")


def test_an_entry_that_stands_twice_is_told() -> None:
    text = dump_opinions([CHANGE])

    (told,) = complaints(text + text.partition("意见:\n")[2])

    assert told == f"意见.yaml:15:9 意见[1].编号：第 4 行已有编号 {CHANGE.id}；请只留一条"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "文件是空的"),
        ("标题: 甲\n", "意见.yaml:1:1：缺少 意见；这不像一份意见文件"),
        ("意见: []\n标题: 甲\n", "没有这个字段；可用：意见"),
        ("意见: 甲\n", "意见：这里要写列表"),
        ("意见: [甲]\n", "意见[0]：这里要写“字段: 内容”"),
        ("意见:\n  - 编号: 甲\n", "意见[0].单位（人）：缺少 单位（人）"),
        ("意见: &a\n  - *a\n", "不能用 & 作记号"),
        (f"意见: {'[' * 60}{']' * 60}\n", "层次太深"),
        ("意见:\n  - {时间: 昨天, 已解决: 对, 答复: 甲, 原文: [乙]}\n", "“昨天” 不能用在这里；可用：2025-03-04 09:30"),
        ("意见:\n  - 处理：采纳\n", "“处理”后面是全角冒号"),
        (b"\xd2\xe2\xbc\xfb: []", "不是 UTF-8 编码的文字"),
    ],
)
def test_what_is_no_such_file_is_refused(text: str | bytes, message: str) -> None:
    assert message in "\n".join(complaints(text))


def test_where_an_entry_stands_is_known() -> None:
    file = read_opinions(dump_opinions([CHANGE, REMARK]), "意见.yaml")

    assert str(file.where(0)) == "意见.yaml:13:9 意见[0].处理"
    assert str(file.where(1, "理由")) == "意见.yaml:33:5 意见[1].理由"
