"""Each line and each rule on a page says what it is, which block it is of, and where that was typed."""

import pytest

from blocks import (
    AttachmentHead,
    AttachmentNote,
    Colophon,
    Draft,
    Head,
    Heading,
    Note,
    Paragraph,
    Recipients,
    Signature,
    Table,
    Title,
)
from bulletin_gen import document
from bulletin_gen.document import Block, Document
from bulletin_gen.element import Element
from bulletin_gen.layout import lay_out
from bulletin_gen.line.nominal import NominalMetrics
from bulletin_gen.pages import Pages
from bulletin_gen.properties import Properties
from bulletin_gen.spans import spanned
from bulletin_gen.where import Where
from small_pages import set_small, small_style


def elements(*blocks: Block) -> list[tuple[Element, int | None]]:
    """Return the elements of the lines in reading order, each with the block it is of."""
    pages = set_small(blocks, 28, 22).pages
    return [(line.origin.element, line.origin.block) for page in pages for line in page.lines]


def test_the_text_from_title_to_date() -> None:
    blocks = [
        Title(["通报"]),
        Recipients("各村："),
        Heading(1, 0, "一、", "整改"),
        Heading(2, 1, "（一）", "学。", "会。"),
    ]

    assert elements(*blocks, Paragraph("文。"), Signature(["某局"], "1月8日")) == [
        (Element.TITLE, 0),
        (Element.RECIPIENTS, 1),
        (Element.HEADING_1, 2),
        (Element.HEADING_2, 3),
        (Element.BODY, 4),
        (Element.SIGNATURE, 5),
        (Element.ISSUE_DATE, 5),
    ]


def test_the_head() -> None:
    head = Head("000012", "机密★1年", "特急", ["甲局", "乙局"], "文件", "某发〔2025〕3号", ["张三", "李四", "王五"])

    assert [element for element, _ in elements(head, Title(["通报"]))] == [
        Element.COPY_NUMBER,
        Element.SECRECY,
        Element.URGENCY,
        *[Element.ORGAN_MARK] * 3,
        Element.SIGNER,
        Element.DOCUMENT_NUMBER,
        Element.TITLE,
    ]


def test_what_stands_below_the_text() -> None:
    blocks = [AttachmentNote(["台账", "清单"]), Signature(["某局"], ""), Note("（公开）")]
    colophon = Colophon("各村。", "县委办。", "镇党办", "1月9日印发")

    assert [element for element, _ in elements(*blocks, colophon)] == [
        *[Element.ATTACHMENT_NOTE] * 2,
        Element.SIGNATURE,
        Element.NOTE,
        *[Element.COPIES_TO] * 2,
        Element.PRINTING,
    ]


def test_an_attachment_is_no_body_text_and_its_cells_know_their_row_and_column() -> None:
    table = Table(["序号", "制度"], [1, 1], [["1", "学习\n考核"]])
    (page,) = set_small([AttachmentHead("附件", "台账"), Paragraph("如下。"), table], 28, 22).pages

    assert [line.origin.element for line in page.lines][:3] == [
        Element.ATTACHMENT_LABEL,
        Element.ATTACHMENT_TITLE,
        Element.ATTACHMENT,
    ]
    assert [(line.text, line.origin.cell) for line in page.lines if line.origin.element is Element.TABLE] == [
        ("序号", (0, 0)),
        ("制度", (0, 1)),
        ("1", (1, 0)),
        ("学习", (1, 1)),
        ("考核", (1, 1)),
    ]


def test_a_form_knows_its_cells_too() -> None:
    row = document.FormRow(2, (document.FormCell(spanned("签发：")), document.FormCell(spanned("会签："))))
    (page,) = set_small([document.Form((row,))], 28, 22).pages

    assert [(line.origin.element, line.origin.cell) for line in page.lines] == [
        (Element.FORM, (0, 0)),
        (Element.FORM, (0, 1)),
    ]


def strokes(pages: Pages) -> set[Element]:
    return {stroke.origin.element for page in pages.pages for stroke in page.strokes}


@pytest.mark.parametrize(
    ("block", "element"),
    [
        (Head("", "", "", ["某局"], "文件", "某发〔2025〕3号"), Element.HEAD_RULE),
        (Colophon("", "县委办。", "", ""), Element.COLOPHON_RULE),
        (Table(["甲"], [1], [["乙"]]), Element.TABLE),
    ],
)
def test_rules_say_whose_they_are(block: Block, element: Element) -> None:
    assert strokes(set_small([block], 28, 22)) == {element}


def test_the_page_number_and_the_mark_of_a_draft_are_of_no_block() -> None:
    said = Document(Properties("", ""), (Paragraph("甲"),), Draft("送审稿"))
    (page,) = lay_out(said, small_style(12, 4), NominalMetrics()).pages

    assert page.header is not None
    assert [(line.origin.element, line.origin.block) for line in (page.header, page.footer)] == [
        (Element.DRAFT_MARK, None),
        (Element.PAGE_NUMBER, None),
    ]


def test_every_line_knows_where_it_was_typed() -> None:
    where = Where("通报.yaml", 3, 1, "opening")
    lines = set_small([Paragraph("甲乙丙丁戊", where=where)], 6, 4).pages[0].lines

    assert [line.origin.where for line in lines] == [where, where]
