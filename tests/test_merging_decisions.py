"""What is decided on opinions is done, what clashes waits, and what was done is known again in any order."""

import pytest

import bulletin_gen
from bulletin_gen import Handling, Spec
from bulletin_gen.merging import merge
from merge_cases import DRAFT, MONEY, SENT, WATER, changed_lines, decided, docx_of, merged, returned, spec_of
from word_edits import (
    add_paragraph,
    delete_paragraph,
    insert_words,
    replace_words,
)


def test_nothing_is_done_before_it_is_decided() -> None:
    made = merged(replace_words(SENT, "120吨", "135吨"), accept="")

    assert made.text == DRAFT
    assert [one.handling for one in made.opinions] == [Handling.PENDING]


def test_only_what_was_adopted_is_done() -> None:
    files = [
        returned(replace_words(SENT, "120吨", "135吨"), "甲局.docx"),
        returned(replace_words(SENT, "36名", "63名"), "乙局.docx"),
    ]
    known = decided(merged(*files, accept=""), 甲局=Handling.ADOPTED, 乙局=Handling.DECLINED)

    made = merged(*files, accept="", earlier=known)

    assert "135吨" in made.text
    assert "36名" in made.text
    assert len(made.opinions) == 2


def test_two_that_change_the_same_words_wait_until_one_is_chosen() -> None:
    files = [
        returned(replace_words(SENT, "120吨", "135吨"), "甲局.docx"),
        returned(replace_words(SENT, "120吨", "150吨"), "乙局.docx"),
    ]

    made = merged(*files)

    assert made.text == DRAFT
    assert {one.handling for one in made.opinions} == {Handling.PENDING}
    first, second = made.opinions
    assert (first.conflicts, second.conflicts) == ((second.id,), (first.id,))
    chosen = merged(earlier=decided(made, 甲局=Handling.ADOPTED, 乙局=Handling.DECLINED), accept="")
    assert "135吨" in chosen.text


def test_two_of_the_same_words_that_were_both_adopted_are_an_error() -> None:
    files = [
        returned(replace_words(SENT, "120吨", "135吨"), "甲局.docx"),
        returned(replace_words(SENT, "120吨", "150吨"), "乙局.docx"),
    ]
    known = decided(merged(*files, accept=""), 甲局=Handling.ADOPTED, 乙局=Handling.ADOPTED)

    made = merged(earlier=known, accept="")

    assert made.text == DRAFT
    assert {finding.rule for finding in made.findings} == {"merge/conflict"}


def test_two_that_want_the_same_agree() -> None:
    docx = replace_words(SENT, "120吨", "135吨")

    made = merged(returned(docx, "甲局.docx"), returned(docx, "乙局.docx"))

    assert changed_lines(made.text) == ["-- 清理河道垃圾120吨。  # 数字待核", "- 清理河道垃圾135吨。  # 数字待核"]
    assert not any(one.conflicts for one in made.opinions)


def test_two_that_change_other_words_of_a_sentence_are_both_done() -> None:
    files = [
        returned(replace_words(SENT, "36名", "63名"), "甲局.docx"),
        returned(replace_words(SENT, "按月考核", "按季考核"), "乙局.docx"),
    ]

    assert "聘请护河员63名，按季考核。" in merged(*files).text


def test_an_issue_that_one_deletes_and_another_edits_is_a_conflict() -> None:
    gone = delete_paragraph(delete_paragraph(SENT, "工程管理不规范"), "复核在建项目14个")
    files = [returned(gone, "甲局.docx"), returned(replace_words(SENT, "14个", "17个"), "乙局.docx")]

    made = merged(*files)

    assert made.text == DRAFT
    assert all(one.conflicts for one in made.opinions)


def test_one_author_can_be_adopted_alone() -> None:
    files = [
        returned(replace_words(SENT, "120吨", "135吨"), "甲局.docx"),
        returned(replace_words(SENT, "120吨", "150吨"), "乙局.docx"),
    ]

    assert "150吨" in merged(*files, accept="乙局").text


def test_none_declines_all_and_is_remembered() -> None:
    made = merged(replace_words(SENT, "120吨", "135吨"), accept="none")

    assert made.text == DRAFT
    assert [one.handling for one in merged(earlier=made.opinions).opinions] == [Handling.DECLINED]


def test_what_was_adopted_in_part_is_left_to_the_clerk() -> None:
    known = decided(merged(replace_words(SENT, "120吨", "135吨"), accept=""), 县财政局=Handling.PARTLY)

    made = merged(earlier=known)

    assert made.text == DRAFT
    assert [finding.rule for finding in made.findings] == ["merge/partly"]


def test_a_bulletin_that_was_made_in_python_has_no_file_to_change() -> None:
    with pytest.raises(bulletin_gen.SpecError, match="不是从文件里读出来的"):
        merge(Spec(spec_of().bulletin), [returned(SENT)])


def test_what_somebody_edited_together_with_others_waits_and_is_told() -> None:
    docx = insert_words(replace_words(SENT, "120吨", "135吨", WATER), "135", "万", MONEY)

    made = merged(docx, accept=WATER.author)

    assert made.text == DRAFT
    (finding,) = made.findings
    assert finding.rule == "merge/shared"
    (opinion,) = made.opinions
    assert f"--accept {opinion.author}" in finding.hint
    assert "135万吨" in merged(docx, accept=opinion.author).text


def test_what_two_edited_in_one_sentence_without_touching_is_an_opinion_of_each() -> None:
    docx = replace_words(SENT, "120吨", "135吨", WATER)
    docx = replace_words(docx, "河道垃圾", "河道两岸垃圾", MONEY)

    made = merged(docx)

    assert {(one.author, one.new) for one in made.opinions} == {
        (WATER.author, "清理河道垃圾135吨。"),
        (MONEY.author, "清理河道两岸垃圾120吨。"),
    }
    assert "清理河道两岸垃圾135吨。" in made.text
    assert "清理河道垃圾135吨。" in merged(docx, accept=WATER.author).text
    assert not made.findings


def test_a_paragraph_before_our_opening_and_other_words_in_that_are_a_conflict() -> None:
    draft = f"{DRAFT}recipients: 各科室\n"
    sent = docx_of(spec_of(draft))
    files = [
        returned(add_paragraph(sent, "各科室：", "请对照检查。"), "甲局.docx"),
        returned(replace_words(sent, "县委第二巡察组", "县委第三巡察组"), "乙局.docx"),
    ]

    made = merged(*files, text=draft)

    assert made.text == draft
    assert all(one.conflicts for one in made.opinions)
    assert "请对照检查。" in merged(files[0], text=draft).text
