"""Turned pages are sections of their own; their number stands where it stands on all others."""

import pytest

from blocks import AttachmentHead, Colophon, Paragraph
from bulletin_gen.document import Block, Document
from bulletin_gen.properties import Properties
from bulletin_gen.style import GBT9704
from bulletin_gen.writers.docx.write import write_docx
from docx_parts import Element, attributes, find, part, text, values
from issued import COLOPHON, NARROW, WIDE

MM = 36_000


def written(*blocks: Block) -> bytes:
    return write_docx(Document(Properties("", ""), blocks), GBT9704)


def sections(*blocks: Block) -> list[Element]:
    return find(part(written(*blocks), "word/document.xml"), "//w:sectPr")


def turned(*blocks: Block) -> list[bool]:
    return [attributes(*find(section, "w:pgSz")).get("orient") == "landscape" for section in sections(*blocks)]


def test_a_wide_table_turns_its_pages_and_those_after_it_back() -> None:
    head = AttachmentHead("附件", "台账")

    assert turned(Paragraph("正文。"), head, WIDE, AttachmentHead("附件2", "清单"), NARROW) == [False, True, False]
    assert turned(Paragraph("正文。"), head, WIDE) == [False, True]
    assert turned(Paragraph("正文。"), head, NARROW) == [False]


def test_the_colophon_stands_on_an_upright_page() -> None:
    assert turned(Paragraph("正文。"), AttachmentHead("附件", "台账"), WIDE, COLOPHON) == [False, True, False]


def test_an_attachment_that_begins_a_section_needs_no_page_break() -> None:
    document = part(written(Paragraph("正文。"), AttachmentHead("附件", "台账"), WIDE), "word/document.xml")

    assert find(document, "//w:pageBreakBefore") == []


def test_the_text_area_is_the_same_part_of_the_paper() -> None:
    _, across = sections(Paragraph("正文。"), WIDE)
    margins = attributes(*find(across, "w:pgMar"))

    assert attributes(*find(across, "w:pgSz")) == {"w": "16838", "h": "11906", "orient": "landscape"}
    assert [round(int(margins[side]) * 25.4 / 1440) for side in ("top", "right", "bottom", "left")] == [28, 37, 26, 35]


@pytest.mark.parametrize(("side", "reference"), [("right", "default"), ("left", "even")])
def test_the_number_of_a_turned_page_runs_downwards_at_its_left(side: str, reference: str) -> None:
    footer = part(written(Paragraph("正文。"), WIDE), f"word/footer-turned-{side}.xml")
    offset = [int(found.text or "") / MM for found in footer.iter("{*}posOffset")]
    (extent,) = footer.iter("{*}extent")

    assert next(footer.iter("{*}bodyPr")).get("vert") == "vert"
    assert offset[0] + int(extent.get("cx", "")) / MM / 2 == pytest.approx(297 - 269, abs=0.1)
    assert offset[1] == pytest.approx(28, abs=0.1)
    assert values(footer, ".//wps:txbx/w:txbxContent//w:jc") == [side]
    assert text(footer).startswith("— 1 —")


def test_no_section_counts_its_pages_anew() -> None:
    assert [find(section, "w:pgNumType") for section in sections(Paragraph("正文。"), WIDE, COLOPHON)] == [[]] * 3


def test_nothing_is_no_reason_to_fail() -> None:
    assert len(sections()) == 1
    assert len(sections(Colophon("", "", "", ""))) == 1
