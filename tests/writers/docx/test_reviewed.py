"""A draft whose every element was changed and remarked on: what others make of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest

import judges
from blocks import AttachmentHead, AttachmentNote, Heading, Note, Paragraph, Recipients, Signature, Title
from bulletin_gen.document import Document, accept, plain_text, reject
from bulletin_gen.properties import Properties
from bulletin_gen.spans import Text, flat
from bulletin_gen.style import GBT9704
from bulletin_gen.writers import Numbering
from bulletin_gen.writers.docx.write import write_docx
from docx_parts import Element, attributes, find, names, part, text
from issued import COLOPHON, JOINT, NARROW, WIDE
from reviewed import REVIEWED, gone, ins, said, whole

ENDS: list[tuple[Literal["Accept", "Reject"], Callable[[Document], Document]]] = [
    ("Accept", accept),
    ("Reject", reject),
]
BLOCKS = (
    Title(["中共南屏县青溪镇委员会关于县委第二巡察组巡察整改进展情况的通报"]),
    Recipients("各支部："),
    Heading(1, 0, "一、", "整改情况"),
    Heading(2, 1, "（一）", "压实责任。", "召开会议。"),
    Paragraph("制定三项制度。", "一是"),
    AttachmentNote(["台账", "清单"]),
    Signature(["中共青溪县委员会", "青溪县人民政府", "政协青溪县委员会"], "2025年1月9日", joint=True, sealed=True),
    Note("（公开）"),
)
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def saved(document: Document, folder: Path, numbering: Numbering = Numbering.LITERAL) -> Path:
    path = folder / "reviewed.docx"
    path.write_bytes(write_docx(document, GBT9704, numbering))
    return path


def story(docx: bytes) -> Element:
    """Return the text of a DOCX, without what stands in it twice for older programs."""
    root = part(docx, "word/document.xml")
    for fallback in list(root.iter(FALLBACK)):
        parent = fallback.getparent()
        assert parent is not None
        parent.remove(fallback)
    return root


def lines(docx: bytes) -> list[str]:
    """Return the paragraphs of a DOCX, the empty ones too."""
    return [text(paragraph) for paragraph in find(story(docx), "//w:body/w:p")]


def dense(said: str) -> str:
    return "".join(said.split())


@pytest.mark.parametrize("numbering", Numbering)
@pytest.mark.parametrize("office", ["Office2010", "Microsoft365"])
def test_the_open_xml_sdk_finds_nothing_wrong(office: str, numbering: Numbering, tmp_path: Path) -> None:
    assert judges.ooxml_errors(saved(REVIEWED, tmp_path, numbering), office) == []


@pytest.mark.parametrize("change", [ins, gone])
@pytest.mark.parametrize("office", ["Office2010", "Microsoft365"])
def test_nor_with_blocks_that_are_changed_as_a_whole(
    office: str, change: Callable[[Text], Text], tmp_path: Path
) -> None:
    blocks = (JOINT, *BLOCKS, AttachmentHead("附件1", "台账"), WIDE, AttachmentHead("附件2", "清单"), NARROW, COLOPHON)
    changed = tuple(whole(block, change) for block in blocks)

    assert judges.ooxml_errors(saved(Document(Properties("", ""), changed), tmp_path), office) == []


def test_no_two_changes_or_comments_have_the_same_number() -> None:
    docx = write_docx(REVIEWED, GBT9704)
    parts = [part(docx, name) for name in names(docx) if name.startswith(("word/document", "word/header"))]
    numbers = [
        attributes(item)["id"] for root in parts for item in find(root, "//w:ins | //w:del | //w:commentRangeStart")
    ]

    assert len(numbers) == len(set(numbers)) > 100


@pytest.mark.parametrize(("settle", "settled"), ENDS)
def test_libreoffice_settles_the_changes_as_the_document_does(
    settle: Literal["Accept", "Reject"], settled: Callable[[Document], Document], tmp_path: Path
) -> None:
    expected = settled(REVIEWED)
    docx = judges.libreoffice_settled(saved(REVIEWED, tmp_path), tmp_path, settle).read_bytes()
    headers = {text(part(docx, name)) for name in names(docx) if name.startswith("word/header")}

    assert dense(text(story(docx))) == dense(plain_text(expected))
    assert expected.draft is not None
    assert headers == {flat(expected.draft.text)}


@pytest.mark.parametrize(("settle", "settled"), ENDS)
def test_no_empty_line_is_left_where_something_stood(
    settle: Literal["Accept", "Reject"], settled: Callable[[Document], Document], tmp_path: Path
) -> None:
    changes = (ins, gone) if settle == "Accept" else (gone, ins)
    stays, goes = changes
    document = Document(
        Properties("", ""),
        (
            *(whole(block, goes) for block in BLOCKS),
            Paragraph("一段。"),
            *(whole(block, stays) for block in BLOCKS),
            *(whole(block, goes) for block in BLOCKS),
            Paragraph("末段。"),
        ),
    )
    docx = judges.libreoffice_settled(saved(document, tmp_path), tmp_path, settle).read_bytes()

    assert lines(docx) == lines(write_docx(settled(document), GBT9704))


@pytest.mark.parametrize(("settle", "settled"), ENDS)
def test_labels_that_word_counts_are_right_whatever_becomes_of_the_changes(
    settle: Literal["Accept", "Reject"], settled: Callable[[Document], Document], tmp_path: Path
) -> None:
    document = Document(
        Properties("", ""),
        (
            Heading(1, 0, "一、", "整改情况"),
            Paragraph("甲事。", "一是"),
            Paragraph(ins("乙事。"), ins("二是")),
            Paragraph("丙事。", said(gone("二是"), ins("三是"))),
            Heading(1, 0, gone("二、"), gone("主要做法")),
            Heading(1, 0, said(gone("三、"), ins("二、")), "下一步打算"),
            Paragraph("丁事。", "一是"),
            Heading(1, 0, "四、", "附则"),
        ),
    )
    docx = judges.libreoffice_settled(saved(document, tmp_path, Numbering.LIVE), tmp_path, settle)
    (tmp_path / "text").mkdir()

    assert dense(judges.libreoffice_text(docx, tmp_path / "text")) == dense(plain_text(settled(document)))
