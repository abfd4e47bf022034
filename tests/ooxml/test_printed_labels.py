"""Labels of automatic numbering are part of the paragraphs; `tests/readers/docx/test_numbering.py` has more of them."""

import pytest

from bulletin_gen.ooxml.revisions import Revisions
from bulletin_gen.ooxml.word_file import WordFile
from bulletin_gen.ooxml.word_story import InlineKind
from small_docx import p, small_docx

LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="1">{LEVEL.format(0, "chineseCounting", "%1、")}'
    f"{LEVEL.format(1, 'bullet', '·')}{LEVEL.format(2, 'hebrew1', '%3.')}</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


def item(level: int, text: str = "甲", mark: str = "") -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    return p(text, properties=f"{place}<w:rPr>{mark}</w:rPr>")


def labels(body: str, revisions: Revisions | None = Revisions.ACCEPT) -> list[tuple[InlineKind, str]]:
    story = WordFile(small_docx(body, numbering=NUMBERING), revisions=revisions).body
    kinds = (InlineKind.LABEL, InlineKind.BULLET)
    return [(one.kind, one.text) for part in story.paragraphs for one in part.inlines if one.kind in kinds]


def test_a_label_stands_before_the_text_of_its_paragraph() -> None:
    (first, second) = WordFile(small_docx(item(0) + item(0), numbering=NUMBERING)).body.paragraphs

    assert (first.says, second.says) == ("一、甲", "二、甲")


def test_a_bullet_is_no_text() -> None:
    assert labels(item(1)) == [(InlineKind.BULLET, "·")]
    assert WordFile(small_docx(item(1), numbering=NUMBERING)).body.paragraphs[0].says == "甲"


def test_a_form_that_nobody_knows_is_named() -> None:
    story = WordFile(small_docx(item(2), numbering=NUMBERING)).body

    assert (story.paragraphs[0].says, story.unknown_forms) == ("1.甲", {"hebrew1"})


@pytest.mark.parametrize(
    ("revisions", "found"),
    [
        (Revisions.ACCEPT, ["一、", "二、"]),
        (Revisions.REJECT, ["一、", "二、", "三、"]),
        (None, ["一、", "二、", "三、"]),
    ],
)
def test_a_paragraph_that_is_gone_takes_no_number(revisions: Revisions | None, found: list[str]) -> None:
    gone = item(0, '<w:del w:author="李某"><w:r><w:delText>旧</w:delText></w:r></w:del>', '<w:del w:author="李某"/>')

    assert [text for _, text in labels(item(0) + gone + item(0), revisions)] == found


def test_each_story_counts_for_itself() -> None:
    opened = WordFile(small_docx(item(0), numbering=NUMBERING, header=item(0)))

    assert [story.paragraphs[0].says for story in (opened.body, *opened.headers)] == ["一、甲", "一、甲"]
