"""What each paragraph of a document is, however it is written; and what only looks like it."""

from dataclasses import replace

import pytest

from bulletin_gen.element import HEADINGS, Element
from bulletin_gen.proof.elements import is_draft_mark, with_elements
from measured import body, title

TITLE, TEXT = title("关于整改情况的通报"), body("坚持把整改作为重大政治任务，逐条研究。")


def elements(*texts: str) -> list[Element]:
    return [one.element for one in with_elements([replace(body(text), element=Element.OTHER) for text in texts])]


def below_title(*texts: str) -> list[Element]:
    heading = replace(TITLE, element=Element.OTHER)
    return [one.element for one in with_elements([heading, *(replace(body(text)) for text in texts)])][1:]


def above_title(text: str) -> Element:
    return with_elements([body(text), TITLE, TEXT])[0].element


@pytest.mark.parametrize(
    ("text", "element"),
    [
        ("000007", Element.COPY_NUMBER),
        ("机密★1年", Element.SECRECY),
        ("秘密☆长期", Element.SECRECY),
        ("特提", Element.URGENCY),
        ("某水党组〔2025〕8号", Element.DOCUMENT_NUMBER),
        ("某水党组[25]第08号", Element.DOCUMENT_NUMBER),
        ("签发人：甲某", Element.SIGNER),
    ],
)
def test_elements_of_the_head(text: str, element: Element) -> None:
    assert above_title(text) is element


@pytest.mark.parametrize("text", ["秘密工作条例", "急件登记", "12345", "某水党组发2025年8号"])
def test_what_is_none_of_the_head(text: str) -> None:
    assert above_title(text) is Element.BODY


@pytest.mark.parametrize(
    ("text", "element"),
    [
        ("局属各单位，机关各科室：", Element.RECIPIENTS),
        ("各科室:", Element.RECIPIENTS),
        ("一、组织领导：", HEADINGS[0]),
    ],
)
def test_below_the_title(text: str, element: Element) -> None:
    assert below_title(text, TEXT.text)[0] is element


def test_a_sentence_that_leads_on_is_no_recipient() -> None:
    assert below_title("整改工作已经完成。现将情况通报如下：", TEXT.text)[0] is Element.BODY


@pytest.mark.parametrize(
    ("text", "element"),
    [
        ("一、组织领导", Element.HEADING_1),
        ("（一百零三）学习不深", Element.HEADING_2),
        ("1、学习不深", Element.HEADING_3),
        ("3.5万元已经追回", Element.BODY),
        ("表1 各村清理垃圾情况", Element.TABLE),
        ("表1列出了各村清理垃圾情况。", Element.BODY),
        ("一是加强学习", Element.BODY),
        ("附件：1.整改清单", Element.ATTACHMENT_NOTE),
        ("附：整改清单", Element.ATTACHMENT_NOTE),
        ("附件2", Element.ATTACHMENT_LABEL),
        ("附件 二：", Element.ATTACHMENT_LABEL),
        ("附件说明已经附后", Element.BODY),
        ("2025年1月2日", Element.ISSUE_DATE),
        ("二〇二五年一月二日", Element.ISSUE_DATE),
        ("2025.1.2", Element.ISSUE_DATE),
        ("2025年1月2日至3日", Element.BODY),
        ("某某市水务局办公室 2025年1月2日印发", Element.PRINTING),
        ("2025年1月印发", Element.BODY),
        ("送审稿（第2稿）", Element.DRAFT_MARK),
        ("送审稿件", Element.BODY),
    ],
)
def test_elements_of_the_text(text: str, element: Element) -> None:
    assert elements(TEXT.text, text)[1] is element


def test_the_names_above_the_date_are_the_signature() -> None:
    found = elements(TEXT.text, "中共某某市水务局党组", "2025年1月2日", "（此件公开发布）")

    assert found[1:] == [Element.SIGNATURE, Element.ISSUE_DATE, Element.NOTE]


def test_copies_are_sent_below_the_date_alone() -> None:
    assert elements("抄送：某某", "2025年1月2日", "抄送：某某")[::2] == [Element.BODY, Element.COPIES_TO]


def test_the_further_items_of_a_note_belong_to_it() -> None:
    found = elements("附件：1.整改清单", "2.整改台账", TEXT.text, "2.整改台账")

    assert found == [Element.ATTACHMENT_NOTE, Element.ATTACHMENT_NOTE, Element.BODY, Element.HEADING_3]


def test_the_first_paragraph_of_an_attachment_is_its_title() -> None:
    found = elements(TEXT.text, "附件1", "整改清单", "一、概况", "已完成。")

    assert found[2:] == [Element.ATTACHMENT_TITLE, Element.HEADING_1, Element.ATTACHMENT]


@pytest.mark.parametrize(("text", "is_mark"), [("讨论稿", True), ("草稿（三）", True), ("草稿纸", False)])
def test_marks_of_a_draft(text: str, is_mark: bool) -> None:
    assert is_draft_mark(text) is is_mark
