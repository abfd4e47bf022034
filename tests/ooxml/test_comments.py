"""Comments: who said what, when, and about which words."""

from datetime import UTC, datetime

from bulletin_gen.ooxml.word_file import WordFile
from bulletin_gen.ooxml.word_story import Anchor, anchors_of
from small_docx import p, r, small_docx


def start(id_: int) -> str:
    return f'<w:commentRangeStart w:id="{id_}"/>'


def end(id_: int) -> str:
    return f'<w:commentRangeEnd w:id="{id_}"/><w:r><w:commentReference w:id="{id_}"/></w:r>'


def anchors(body: str) -> dict[str, Anchor]:
    return anchors_of(WordFile(small_docx(body)).body.paragraphs)


def test_a_comment_has_an_author_a_date_and_paragraphs() -> None:
    head = 'w:id="7" w:author="王某" w:date="2025-03-01T09:30:00Z"'
    comment = WordFile(small_docx(p("甲"), comments=f"<w:comment {head}>{p('请改')}{p('两处')}</w:comment>")).comments[
        "7"
    ]

    assert (comment.author, comment.date) == ("王某", datetime(2025, 3, 1, 9, 30, tzinfo=UTC))
    assert [paragraph.says for paragraph in comment.story.paragraphs] == ["请改", "两处"]


def test_a_comment_without_author_or_date() -> None:
    comment = WordFile(small_docx(p("甲"), comments='<w:comment w:id="0" w:date="昨天"/>')).comments["0"]

    assert (comment.author, comment.date) == ("", None)


def test_a_comment_hangs_on_words_over_paragraphs() -> None:
    found = anchors(p("甲") + p("乙", start(0), "丙", r("隐", "<w:vanish/>"), r("<w:br/>")) + p("丁", end(0), "戊"))

    assert found == {"0": Anchor("甲乙丙丁戊", 2, 4, paragraph=1)}
    assert (found["0"].text(), found["0"].text(1)) == ("丙丁", "丙")


def test_comments_may_overlap() -> None:
    found = anchors(p(start(1), "甲", start(2), "乙", end(1), "丙", end(2)))

    assert {id_: anchor.text() for id_, anchor in found.items()} == {"1": "甲乙", "2": "乙丙"}


def test_a_comment_without_a_start_hangs_on_a_place() -> None:
    (anchor,) = anchors(p("甲") + p("乙", end(0), "丙")).values()

    assert (anchor.start, anchor.end, anchor.paragraph) == (2, 2, 1)


def test_a_comment_without_an_end_hangs_on_nothing() -> None:
    assert anchors(p(start(0), "甲")) == {}
