"""A reviewer's remark is a comment: on what it is about, once, where Word has comments."""

from dataclasses import replace

import pytest

from blocks import Colophon, Draft, Paragraph, Said, Signature, Table, Title
from bulletin_gen.document import Block, Document
from bulletin_gen.properties import Properties
from bulletin_gen.spans import Comment, Commented
from bulletin_gen.style import GBT9704
from bulletin_gen.writers.docx.write import write_docx
from docx_parts import Element, attributes, find, names, part, text, texts_of
from issued import JOINT
from reviewed import asked, gone, ins, said

MARKS = "//w:commentRangeStart | //w:commentRangeEnd | //w:commentReference"


def written(*blocks: Block, draft: Said = "") -> bytes:
    return write_docx(Document(Properties("", ""), blocks, Draft(draft) if draft else None), GBT9704)


def comments(docx: bytes) -> list[Element]:
    return find(part(docx, "word/comments.xml"), "w:comment")


def marked(docx: bytes) -> list[tuple[str, str]]:
    """Return the marks of comments in their order, each with the number of its comment."""
    return [
        (mark.tag.rpartition("}comment")[2], attributes(mark)["id"])
        for mark in find(part(docx, "word/document.xml"), MARKS)
    ]


def once(number: str) -> list[tuple[str, str]]:
    return [("RangeStart", number), ("RangeEnd", number), ("Reference", number)]


def test_marks_stand_around_what_the_remark_is_about() -> None:
    docx = written(Paragraph(said("制定", asked("三项"), "制度。")))
    (paragraph,) = find(part(docx, "word/document.xml"), "//w:body/w:p")

    assert [item.tag.rpartition("}")[2] for item in paragraph] == [
        *["pPr", "r", "commentRangeStart", "r", "commentRangeEnd", "r", "r"]
    ]
    assert marked(docx) == once("0")


def test_the_comment_tells_who_when_and_what_line_by_line() -> None:
    (comment,) = comments(written(Paragraph(asked("三项制度。", remark="请核实。\n见台账。"))))

    assert attributes(comment) == {"id": "0", "author": "Zhao Yi", "initials": "ZY", "date": "2025-01-06T01:30:00Z"}
    assert texts_of(comment) == ["请核实。", "见台账。"]
    assert len(find(comment, "w:p/w:r/w:annotationRef")) == 1


def test_without_a_known_time_none_is_told() -> None:
    (comment,) = comments(written(Paragraph((Commented(said("三项"), Comment("几项？", "李核稿")),))))

    assert attributes(comment) == {"id": "0", "author": "李核稿", "initials": "李"}


def test_without_remarks_there_is_no_part() -> None:
    assert "word/comments.xml" not in names(written(Paragraph(said("制定", ins("三项"), "制度。"))))


def test_changes_and_comments_are_numbered_in_their_order() -> None:
    first, second = said(ins("甲"), asked("乙", gone("丙"))), said(asked("丁", remark="谁？"), gone("戊"))
    docx = written(Paragraph(first), Paragraph(second))
    numbered = find(part(docx, "word/document.xml"), "//w:ins | //w:del | //w:commentRangeStart")

    assert [attributes(item)["id"] for item in numbered] == ["0", "1", "2", "3", "4"]
    assert [attributes(comment)["id"] for comment in comments(docx)] == ["1", "3"]


def test_remarks_may_hold_remarks() -> None:
    docx = written(Paragraph(asked("制定", asked("三项", remark="几项？"), "制度。")))

    assert marked(docx) == [("RangeStart", "0"), *once("1"), ("RangeEnd", "0"), ("Reference", "0")]
    assert [text(comment) for comment in comments(docx)] == ["请核实。见台账。", "几项？"]


@pytest.mark.parametrize(
    "block",
    [
        Title([asked("中共南屏县青溪镇委员会关于县委第二巡察组巡察整改进展情况的通报")]),
        Table(["位"], [1], [[asked("县教育局\n县水务局")]]),
        Signature([asked("中共南屏县青溪镇委员会办公室和青溪镇人民政府及其巡察整改工作领导小组")], ""),
        replace(JOINT, organs=(asked("青溪县委"), said("青溪县人民政府"))),
    ],
)
def test_a_remark_that_lines_part_is_one(block: Block) -> None:
    docx = written(block)

    assert len(comments(docx)) == 1
    assert marked(docx) == once("0")


def test_equal_remarks_apart_are_two() -> None:
    assert len(comments(written(Paragraph(said(asked("甲"), "和", asked("乙")))))) == 2


def test_a_remark_goes_with_its_text() -> None:
    docx = written(Paragraph(said("前文", asked(ins("新文")))), Paragraph("后文。"))

    assert len(find(part(docx, "word/document.xml"), "//w:ins/w:r/w:commentReference")) == 1


def test_word_has_no_comments_in_text_boxes_so_they_are_about_the_box() -> None:
    docx = written(Paragraph("正文。"), Colophon("", asked("县委巡察办。"), asked("办公室", remark="哪个？"), ""))
    document = part(docx, "word/document.xml")

    assert find(document, "//w:txbxContent//w:commentRangeStart | //w:txbxContent//w:commentReference") == []
    assert marked(docx) == [("RangeStart", "0"), ("RangeStart", "1"), *once("1")[1:], *once("0")[1:]]
    assert [text(comment) for comment in comments(docx)] == ["请核实。见台账。", "哪个？"]


def test_nor_in_headers_so_they_are_about_the_first_paragraph() -> None:
    docx = written(Paragraph("正文。"), Paragraph("后文。"), draft=said("送审稿", asked("第2稿")))
    first, _ = find(part(docx, "word/document.xml"), "//w:body/w:p")

    assert find(part(docx, "word/header-default.xml"), MARKS) == []
    assert len(find(first, "w:commentRangeStart")) == len(comments(docx)) == 1
