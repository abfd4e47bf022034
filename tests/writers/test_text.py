"""A document as plain text, with its changes and remarks marked."""

from blocks import Paragraph, text
from bulletin_gen.document import Document, plain_text
from bulletin_gen.properties import Properties
from bulletin_gen.spans import Comment, Commented, Deleted, Inserted, Text, spanned
from bulletin_gen.writers.text import write_text


def written(said: Text) -> str:
    return write_text(Document(Properties("", ""), (Paragraph(said),))).decode()


def test_without_changes_it_is_the_plain_text() -> None:
    document = Document(Properties("", ""), (Paragraph("开会【待补】次。", "一是"),))

    assert write_text(document).decode() == plain_text(document) == "一是开会【待补】次。\n"


def test_changes_are_marked() -> None:
    old, new = Deleted(spanned("两"), "李明"), Inserted(spanned("三【待核】"), "李明")

    assert written((*text("制定"), old, new, *text("项"))) == "制定{--两--}{++三【待核】++}项\n"


def test_a_remark_follows_what_it_is_about_on_the_same_line() -> None:
    remark = Commented((*text("制度"), Inserted(spanned("8项"), "李明")), Comment("哪8项？\n请附清单", "王芳"))

    assert written((remark,)) == "{==制度{++8项++}==}{>>王芳：哪8项？ 请附清单<<}\n"
