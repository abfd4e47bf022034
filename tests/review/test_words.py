"""Where the changes of a sentence fall."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_gen.review.words import changed_facts, changed_sentences, edits

TEXTS = st.text(alphabet="甲乙丙丁一二是3 8年月日个。，《》a", max_size=40)


def shown(old: str, new: str) -> str:
    """Return both texts as one, what went in [-…-] and what came in [+…+]."""
    return "".join(
        old[edit.old]
        if edit.is_same
        else "".join(f"[{sign}{words}{sign}]" for sign, words in (("-", old[edit.old]), ("+", new[edit.new])) if words)
        for edit in edits(old, new)
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("共召开会议8次。", "共召开会议18次。", "共召开会议[-8次-][+18次+]。"),
        ("追回资金3.5万元。", "追回资金13.5万元。", "追回资金[-3.5万元-][+13.5万元+]。"),
        ("完成率为66.7%，已通报。", "完成率为83.3%，已通报。", "完成率为[-66.7%-][+83.3%+]，已通报。"),
        ("截至2025年3月4日已完成。", "截至2025年3月14日已完成。", "截至[-2025年3月4日-][+2025年3月14日+]已完成。"),
        ("建立台账十二个，逐项销号。", "建立台账二十个，逐项销号。", "建立台账[-十二-][+二十+]个，逐项销号。"),
        (
            "修订《采购管理办法》并组织培训。",
            "修订《采购管理暂行办法》并组织培训。",
            "修订[-《采购管理办法》-][+《采购管理暂行办法》+]并组织培训。",
        ),
        ("甲已补齐台账。", "甲已补齐台账。乙随后核查。", "甲已补齐台账。[+乙随后核查。+]"),
        ("甲已补齐台账。乙随后核查。", "乙随后核查。", "[-甲已补齐台账。-]乙随后核查。"),
    ],
)
def test_numbers_dates_titles_and_sentences_are_marked_whole(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


def test_a_sentence_that_is_mostly_changed_is_shown_whole() -> None:
    assert shown("已开展专项检查。", "已印发整治方案。") == "[-已开展专项检查。-][+已印发整治方案。+]"


def test_a_sign_between_two_changes_is_changed_with_them() -> None:
    old, new = "由党委办公室逐月汇总台账并报送甲乙丙三个部门。", "由党委办公室逐月汇总台账并报送丁乙戊三个部门。"

    assert shown(old, new) == "由党委办公室逐月汇总台账并报送[-甲乙丙-][+丁乙戊+]三个部门。"


@given(TEXTS, TEXTS)
def test_the_edits_hold_all_of_both_texts_in_order(old: str, new: str) -> None:
    found = edits(old, new)

    assert "".join(old[edit.old] for edit in found) == old
    assert "".join(new[edit.new] for edit in found) == new
    assert all(old[edit.old] == new[edit.new] for edit in found if edit.is_same)


def test_a_label_that_counts_on_is_no_changed_sentence() -> None:
    assert changed_sentences("一是抓学习。", "一是建制度。二是抓学习。") == [("", "一是建制度。")]


def test_facts_are_told_with_what_they_became() -> None:
    old = "截至3月4日，完成8个，占66.7%，修订《采购办法》。"
    new = "截至6月4日，完成10个，占83.3%，修订《采购办法》。"

    assert changed_facts(old, new) == [("3月4日", "6月4日"), ("8个", "10个"), ("66.7%", "83.3%")]
