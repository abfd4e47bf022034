"""Comments: who said what, and when; which answers which."""

from datetime import UTC, datetime

from bulletin_gen.ooxml.word_file import WordFile
from small_docx import p, small_docx


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


def test_a_thread_is_a_comment_with_its_replies() -> None:
    comments = "".join(f'<w:comment w:id="{id_}"><w:p w14:paraId="A{id_}"/></w:comment>' for id_ in range(3))
    extended = '<w15:commentEx w15:paraId="a2" w15:paraIdParent="A0"/><w15:commentEx w15:paraId="A0" w15:done="1"/>'

    opened = WordFile(small_docx(p("甲"), comments=comments, commentsExtended=extended))

    first, second, third = (opened.comments[id_] for id_ in "012")
    assert opened.threads == {"0": (first, third), "1": (second,)}
    assert (first.is_resolved, second.is_resolved) == (True, False)
