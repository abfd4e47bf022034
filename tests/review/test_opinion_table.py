"""What the table of opinions says of each, and what they come to."""

from dataclasses import replace

import pytest

from bulletin_gen.document import plain_text
from bulletin_gen.review.opinion import Handling, Opinion, OpinionKind, Reply
from bulletin_gen.review.opinion_file import dump_opinions, read_opinions
from bulletin_gen.review.opinion_table import by_office, opinion_rows, opinion_table, summary, undecided

OPINION = Opinion(OpinionKind.CHANGED, "返回稿.docx", "县财政局", None, "二（一）3", "title", "8次", "18次")
REMARK = Opinion(OpinionKind.COMMENT, "返回稿.docx", "县审计局", None, "", "", "账目", "", said="请核。")


def decided(handling: Handling, author: str = "县财政局", reason: str = "") -> Opinion:
    return replace(OPINION, author=author, handling=handling, reason=reason)


def test_the_sentence_counts_what_came_and_what_was_decided() -> None:
    opinions = [decided(Handling.ADOPTED), decided(Handling.ADOPTED), decided(Handling.PARTLY), REMARK]

    assert summary(opinions) == "共收到4条意见，采纳2条，部分采纳1条，未采纳0条；尚有1条待定。"
    assert summary(opinions[:3]) == "共收到3条意见，采纳2条，部分采纳1条，未采纳0条。"
    assert summary([]) == "没有收到意见。"


def test_each_office_is_counted_in_the_order_in_which_it_came() -> None:
    opinions = [REMARK, decided(Handling.DECLINED), decided(Handling.ADOPTED)]

    assert by_office(opinions) == "其中：县审计局1条（待定1条）；县财政局2条（采纳1条，未采纳1条）。"
    assert by_office(opinions[1:]) == ""


@pytest.mark.parametrize(
    ("kind", "old", "new", "wanted"),
    [
        (OpinionKind.CHANGED, "8次", "18次", "改为：18次"),
        (OpinionKind.ADDED, "", "增开一次。", "增加：增开一次。"),
        (OpinionKind.DELETED, "8次", "", "删去"),
        (OpinionKind.MOVED, "8次", "8次", "移动"),
        (OpinionKind.MOVED, "8次", "9次", "移动，改为：9次"),
    ],
)
def test_what_is_wanted_is_said_in_words(kind: OpinionKind, old: str, new: str, wanted: str) -> None:
    (row,) = opinion_rows([replace(OPINION, kind=kind, old=old, new=new)])

    assert row == ("1", "县财政局", "二（一）3", old or "—", wanted, "待定", "—")


def test_a_comment_brings_its_answers_and_names_those_that_it_conflicts_with() -> None:
    remark = replace(REMARK, replies=(Reply("已核。", "王某"),), conflicts=(OPINION.id, "0000000000"))

    assert opinion_rows([OPINION, remark])[1] == (
        "2",
        "县审计局",
        "—",
        "账目",
        "请核。\n王某答复：已核。\n（与第1条冲突）",
        "待定",
        "—",
    )


def test_the_document_says_all_of_it() -> None:
    text = plain_text(opinion_table([OPINION, REMARK]))

    assert text.splitlines()[:4] == [
        "意见采纳情况表",
        "共收到2条意见，采纳0条，部分采纳0条，未采纳0条；尚有2条待定。",
        "其中：县财政局1条（待定1条）；县审计局1条（待定1条）。",
        "序号\t单位（人）\t位置\t原文\t意见\t采纳情况\t理由",
    ]
    assert plain_text(opinion_table([])).splitlines() == ["意见采纳情况表", "没有收到意见。"]


def test_what_is_undecided_and_what_was_declined_without_a_reason_is_told_at_its_line() -> None:
    opinions = [REMARK, decided(Handling.DECLINED), decided(Handling.ADOPTED, "甲")]
    opinions += [decided(Handling.DECLINED, "乙", "以台账为准。")]

    told = [str(finding) for finding in undecided(read_opinions(dump_opinions(opinions), "意见.yaml"))]

    assert told == [
        "警告：意见.yaml:10:9 意见[0].处理：第1条（县审计局）还没有处理；请填写处理：采纳、部分采纳、不采纳",
        "警告：意见.yaml:21:9 意见[1].处理：第2条（县财政局）不采纳，没有写理由；请填写理由",
    ]


@pytest.mark.parametrize(
    ("came", "printed"), [("甲\x0b乙\r\n丙", "甲\n乙\n丙"), ("\x1b[2J甲\u202e", "[2J甲"), ("甲\t乙", "甲 乙")]
)
def test_what_cannot_be_printed_is_left_out(came: str, printed: str) -> None:
    (row,) = opinion_rows([replace(OPINION, old=came, author=came)])

    assert (row[1], row[3]) == (printed, printed)
