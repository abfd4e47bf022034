"""Whose a change or a comment in a returned file is, and when."""

import pytest

from bulletin_gen import Handling, Numbering, OpinionKind
from merge_cases import MONEY, SENT, WATER, docx_of, merged, returned, spec_of
from word_comments import comment_on
from word_edits import (
    delete_paragraph,
    move_paragraph,
    replace_words,
)


def test_a_tracked_change_is_its_authors_and_a_plain_one_the_files() -> None:
    docx = replace_words(SENT, "120吨", "135吨", WATER)
    docx = replace_words(docx, "36名", "63名")

    found = {one.new: (one.author, one.when and one.when.day) for one in merged(docx).opinions}

    assert found == {"清理河道垃圾135吨。": ("县生态环境分局", 2), "聘请护河员63名，按月考核。": ("县财政局", None)}


@pytest.mark.parametrize("numbering", list(Numbering))
def test_whoever_took_out_an_issue_or_moved_one_in_tracked_changes_is_named(numbering: Numbering) -> None:
    sent = docx_of(spec_of(), numbering)
    gone = delete_paragraph(delete_paragraph(sent, "工程管理不规范", WATER), "复核在建项目14个", WATER)
    moved = move_paragraph(move_paragraph(sent, "水价执行有偏差", "截至目前", MONEY), "清退多收水费", "水价执行", MONEY)

    found = [(one.author, one.path) for file in (gone, moved) for one in merged(file).opinions]

    assert found == [("县生态环境分局", "results.issues[1]"), ("县财政局", "results.issues[2] → results.issues[0]")]


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("通报-县财政局.docx", "县财政局"),
        ("通报-征求意见稿-县财政局(1).docx", "县财政局"),
        ("县财政局修改意见 县财政局.docx", "县财政局"),
        ("通报.docx", "通报"),
    ],
)
def test_a_file_is_named_after_its_office(file: str, name: str) -> None:
    made = merged(returned(replace_words(SENT, "120吨", "135吨"), file))

    assert made.opinions[0].author == name


def test_a_comment_comes_with_its_place_its_answers_and_whether_it_is_settled() -> None:
    docx = comment_on(SENT, "护河员36名", "名册在哪里？", MONEY, [("在河湖股。", WATER)], resolved=True)

    (said,) = merged(docx).opinions

    assert (said.kind, said.said, said.old, said.author) == (
        OpinionKind.COMMENT,
        "名册在哪里？",
        "护河员36名",
        "县财政局",
    )
    assert (said.path, said.resolved, said.handling) == ("results.issues[0].measures[1]", True, Handling.PENDING)
    assert [(reply.author, reply.text) for reply in said.replies] == [("县生态环境分局", "在河湖股。")]
