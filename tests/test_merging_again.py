"""Law: merging again, one after the other, or in another order gives the same."""

from collections.abc import Sequence

import pytest

from bulletin_gen import Opinion
from bulletin_gen.merging import merge
from merge_cases import DRAFT, SENT, WATER, docx_of, merged, returned, spec_of
from word_edits import (
    add_paragraph,
    delete_paragraph,
    delete_words,
    insert_words,
    move_paragraph,
    replace_words,
)

_ADDED = add_paragraph(replace_words(SENT, "120吨", "135吨", WATER), "召开会议8次", "局领导分片包干。")
_MOVED = move_paragraph(move_paragraph(SENT, "水价执行有偏差", "截至目前"), "清退多收水费", "水价执行")
THREE = [
    returned(_ADDED, "甲局.docx"),
    returned(delete_words(SENT, "二是聘请护河员36名，按月考核。"), "乙局.docx"),
    returned(_MOVED, "丙局.docx"),
]


def test_the_order_of_the_files_does_not_matter() -> None:
    assert merged(*THREE) == merged(*reversed(THREE))


def test_merging_again_from_the_draft_gives_the_same() -> None:
    first = merged(*THREE)

    again = merged(*THREE, earlier=first.opinions, accept="")

    assert (again.text, again.opinions) == (first.text, first.opinions)


def test_one_file_after_the_other_gives_the_same_text_as_all_at_once() -> None:
    known: Sequence[Opinion] = ()
    for file in THREE:
        known = merged(file, earlier=known).opinions

    assert merged(earlier=known, accept="").text == merged(*THREE).text


def test_merging_the_old_files_into_the_new_draft_does_nothing_twice() -> None:
    first = merged(*THREE)

    again = merge(spec_of(first.text), THREE, first.opinions, "all")

    assert again.text == first.text
    assert again.opinions == first.opinions
    assert set(again.done) == {one.id for one in first.opinions}
    assert {finding.rule for finding in again.findings} == {"merge/known-file"}


@pytest.mark.parametrize(
    "docx",
    [
        add_paragraph(SENT, "现将巡察整改情况", "县委对整改工作高度重视。"),
        add_paragraph(SENT, "修订管护办法", "以上各项由河湖股逐月报告。"),
        insert_words(SENT, "聘请护河员36名，按月考核。", "三是安装监控28处。"),
        replace_words(SENT, "现将巡察整改情况予以公布", "现将整改情况向社会公布"),
        delete_paragraph(SENT, "截至目前"),
        delete_words(SENT, "二是", hand=None),
        replace_words(SENT, "2025年7月1日", "2025年7月8日"),
    ],
)
def test_whatever_was_adopted_is_known_again_in_the_new_draft(docx: bytes) -> None:
    first = merged(docx)
    assert first.applied

    again = merged(earlier=first.opinions, text=first.text)

    assert (again.text, again.applied) == (first.text, ())


def test_an_opinion_whose_words_are_gone_is_told_and_not_forced() -> None:
    known = merged(replace_words(SENT, "120吨", "135吨")).opinions
    text = DRAFT.replace("清理河道垃圾120吨。", "河道垃圾已全部清理。")

    made = merged(earlier=known, text=text)

    assert made.text == text
    assert "已不在原处" in made.findings[0].message


def test_sentences_that_ran_into_one_another_are_one_opinion_which_is_done_once() -> None:
    text = DRAFT.replace("复核在建项目14个。", "复核在建项目14个。补办手续6项。")
    made = merged(replace_words(docx_of(spec_of(text)), "14个。补办", "14个补办"), text=text)

    assert [(one.old, one.new) for one in made.opinions] == [
        ("复核在建项目14个。补办手续6项。", "复核在建项目14个补办手续6项。")
    ]
    assert merge(spec_of(made.text), (), made.opinions).text == made.text
