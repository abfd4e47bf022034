"""A text as spans: what is recognised, what is cut, what becomes of changes."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_gen.spans import (
    Comment,
    Commented,
    Deleted,
    Inserted,
    Pending,
    Plain,
    Stretch,
    Text,
    accepted,
    cut,
    flat,
    joined,
    lines_of,
    pending,
    rejected,
    spanned,
    stretches,
)

NEW = Inserted((Plain("新增"),), "李明", datetime(2025, 1, 3, 9, 30))
OLD = Deleted((Plain("原有"),), "李明")
ASKED = Commented((Plain("制度"), NEW), Comment("哪项制度？", "王芳"))
LEAVES = st.builds(Plain, st.text("甲乙\n", min_size=1)) | st.just(Pending("【待补】"))
CHANGES = st.builds(Inserted, st.lists(LEAVES, min_size=1).map(joined), st.just("李明")) | st.builds(
    Deleted, st.lists(LEAVES, min_size=1).map(joined), st.just("王芳")
)
TEXTS = st.lists(LEAVES | CHANGES | st.just(ASKED), max_size=6).map(joined)


@pytest.mark.parametrize(
    ("typed", "spans"),
    [
        ("", ()),
        ("已完成。", (Plain("已完成。"),)),
        ("开会【待补：次数】次", (Plain("开会"), Pending("【待补：次数】"), Plain("次"))),
        ("【待核】【待补】", (Pending("【待核】"), Pending("【待补】"))),
        ("【附注】和没写完的【待补", (Plain("【附注】和没写完的【待补"),)),
    ],
)
def test_placeholders_are_recognised(typed: str, spans: Text) -> None:
    assert spanned(typed) == spans
    assert flat(spans) == typed


def test_all_that_stands_on_the_page_is_in_the_flat_text() -> None:
    assert flat((Plain("共"), OLD, NEW, ASKED)) == "共原有新增制度新增"


def test_equal_texts_are_equal_however_they_were_joined() -> None:
    assert joined(spanned("甲"), spanned(""), spanned("乙")) == spanned("甲乙")


def test_what_is_still_to_be_filled_in_is_found_in_changes_too() -> None:
    text = joined(spanned("开会【待补：次数】次"), [Inserted(spanned("【待核】"), "李明")])

    assert pending(text) == ["【待补：次数】", "【待核】"]


def test_stretches_tell_outer_spans_before_inner_ones() -> None:
    assert list(stretches((Plain("修订"), ASKED))) == [Stretch(2, 6, ASKED), Stretch(4, 6, NEW)]


def test_a_span_that_is_cut_keeps_its_kind_on_both_sides() -> None:
    text = (Plain("甲"), NEW, Plain("乙"))

    assert cut(text, 0, 2) == (Plain("甲"), Inserted((Plain("新"),), NEW.author, NEW.when))
    assert cut(text, 2, 4) == (Inserted((Plain("增"),), NEW.author, NEW.when), Plain("乙"))


def test_changes_are_made_or_taken_back() -> None:
    text = (Plain("共"), OLD, NEW, Plain("项"))

    assert accepted(text) == (Plain("共新增项"),)
    assert rejected(text) == (Plain("共原有项"),)


def test_remarks_outlive_the_changes_in_them() -> None:
    assert accepted((ASKED,)) == (Commented((Plain("制度新增"),), ASKED.comment),)
    assert rejected((ASKED,)) == (Commented((Plain("制度"),), ASKED.comment),)


@given(TEXTS, st.data())
def test_a_text_cut_in_two_is_whole_again_when_flat(text: Text, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(flat(text))))

    assert flat(cut(text, 0, place)) + flat(cut(text, place, len(flat(text)))) == flat(text)


@given(TEXTS)
def test_lines_are_those_of_the_flat_text(text: Text) -> None:
    assert [flat(line) for line in lines_of(text)] == flat(text).split("\n")


@given(TEXTS)
def test_nothing_changed_is_left_after_settling(text: Text) -> None:
    for settled in (accepted(text), rejected(text)):
        assert not any(isinstance(stretch.span, Inserted | Deleted) for stretch in stretches(settled))
        assert accepted(settled) == rejected(settled) == settled
