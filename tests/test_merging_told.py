"""What a returned file says in words of ours, or of another text: what becomes of that, and what a clerk is told."""

from dataclasses import replace

import pytest

import bulletin_gen
from bulletin_gen.merging import merge
from bulletin_gen.readers.returned import ReturnedLine
from merge_cases import DRAFT, SENT, docx_of, merged, returned, spec_of
from word_edits import (
    add_paragraph,
    delete_paragraph,
    move_paragraph,
    replace_words,
    split_paragraph,
)

WITH_CONTACT = f"""{DRAFT}contact:
  fields:
    - {{label: 联系电话, value: 0645-7780031}}
    - {{label: 邮政编码, value: '386500'}}
  form: 分行
"""


def test_the_contact_is_worded_by_its_author_where_its_fields_cannot_hold_it() -> None:
    docx = docx_of(spec_of(WITH_CONTACT))

    made = merged(move_paragraph(docx, "邮政编码", "欢迎广大干部群众"), text=WITH_CONTACT)

    (opinion,) = made.opinions
    assert opinion.path == "contact.wording"
    assert opinion.new.split("\n")[1:] == ["邮政编码：386500", "联系电话：0645-7780031"]
    again = merge(spec_of(made.text), (), made.opinions)
    assert again.text == made.text


def test_a_way_to_reach_the_office_can_go_while_another_is_changed() -> None:
    docx = replace_words(delete_paragraph(docx_of(spec_of(WITH_CONTACT)), "邮政编码"), "7780031", "7780032")

    made = merged(docx, text=WITH_CONTACT)

    assert "0645-7780032" in made.text
    assert "邮政编码" not in made.text
    assert all(one.conflicts == () for one in made.opinions)


def test_the_clerk_is_told_where_a_file_still_says_something_else() -> None:
    made = merged(split_paragraph(SENT, "聘请护河员"))

    (finding,) = [one for one in made.findings if one.rule == "merge/otherwise"][:1]
    assert finding.message.startswith("通报-县财政局.docx 的意见都采纳了，这里也与它不完全相同。二（一）")


def test_of_a_file_that_is_another_text_the_clerk_is_told_how_much_differs() -> None:
    read = returned(SENT)
    above = tuple(ReturnedLine(f"新增的第{number}段文字。") for number in range(300))

    made = merged(replace(read, edited=(*above, *read.edited)))

    assert made.text == DRAFT
    assert any("还有100处与采纳以后的新稿不同" in finding.message for finding in made.findings)


def test_a_file_of_another_bulletin_is_refused_and_one_that_was_half_rewritten_is_not() -> None:
    read = returned(SENT, "通报-县财政局.docx")
    half = [ReturnedLine("改写过的一段。") if index % 2 else line for index, line in enumerate(read.edited)]

    with pytest.raises(bulletin_gen.ReadError, match=r"通报-县财政局.docx 不像是从这份通报发出去的"):
        merged(replace(read, original=tuple(half[1::2]), edited=tuple(half[1::2])))

    assert merged(replace(read, original=tuple(half), edited=tuple(half))).opinions


def test_nor_is_one_whose_every_line_was_changed_in_tracked_changes() -> None:
    read = returned(SENT)

    assert merged(replace(read, edited=tuple(ReturnedLine(f"改写过的第{at}段。") for at in range(9)))).opinions


def test_what_has_no_field_is_told_and_kept() -> None:
    docx = add_paragraph(docx_of(spec_of(WITH_CONTACT)), "2025年7月1日", "联系人：王某某")

    made = merged(docx, text=WITH_CONTACT)

    assert made.text == WITH_CONTACT
    assert [(one.path, one.new) for one in made.opinions] == [("", "联系人：王某某")]
    assert made.findings[0].rule == "merge/no-place"


def test_a_label_that_a_reader_puts_before_a_measure_that_stands_alone_is_told() -> None:
    draft = DRAFT.replace("      text: 清退多收水费3.2万元。\n", "      measures: [退费3.2万元。]\n")

    made = merged(replace_words(docx_of(spec_of(draft)), "退费3.2万元。", "一是退费3.2万元。"), text=draft)

    assert made.text == draft
    assert [finding.rule for finding in made.findings] == ["merge/lone-label"]
    assert "（“一是退费3.2万元。”），只有一条的不编序号，没有印" in made.findings[0].message
