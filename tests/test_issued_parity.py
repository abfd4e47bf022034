"""Every shape of the issued form: the DOCX as LibreOffice shows it has each line where our PDF has it.

No signature here: for its sake LibreOffice moves a whole paragraph to the next page, of which we move the last line.
"""

from dataclasses import replace
from pathlib import Path

import pytest

import judges
import measure
from blocks import (
    AttachmentHead,
    AttachmentNote,
    Colophon,
    Draft,
    Head,
    Note,
    Paragraph,
    Signature,
    Table,
    Title,
    text,
    texts,
)
from bulletin_gen import document
from bulletin_gen.document import Block, Document
from bulletin_gen.fonts import find_fonts
from bulletin_gen.layout import lay_out
from bulletin_gen.properties import Properties
from bulletin_gen.style import GBT9704
from bulletin_gen.writers import Numbering
from bulletin_gen.writers.docx.write import write_docx
from bulletin_gen.writers.pdf import write_pdf
from damage import words
from issued import COLOPHON, HEAD, ISSUED, JOINT, WIDE

TOLERANCE_MM = 1.0  # 5.2.1

TITLE = Title(("中共青溪县委员会关于巡察整改情况的通报",))
TEXT = Paragraph("各级组织认真对照巡察反馈意见逐项研究，逐条整改，建立清单，明确责任，限定时间。")
LEDGER = Table(
    ("序号", "问题", "整改措施", "进展"),
    (1, 3, 6, 2),
    tuple(
        (str(row), "学习不深不透" * (1 + row % 2), f"1.每月学习{row}次。\n2.每季考核。", "已完成")
        for row in range(1, 41)
    ),
)
MANY_TITLES = AttachmentNote(tuple("关于专项整治工作开展情况的说明" * (1 + number % 2) for number in range(11)))
FIVE = ("青溪县委", "青溪县人民政府", "青溪县人大常委会", "政协青溪县委员会", "青溪县纪委监委")


def signed(head: document.Head, *signers: str) -> document.Head:
    return replace(head, signer_label=text("签发人："), signers=texts(signers))


def of_rows(rows: int, *blocks: Block) -> tuple[Block, ...]:
    return (*(Paragraph(f"第{row}段。") for row in range(rows)), *blocks)


CASES: dict[str, tuple[Block, ...]] = {
    "all of a head": (HEAD, TITLE, TEXT),
    "a bare head": (Head("", "", "", ("青溪县教育局",), "文件", ""), TITLE, TEXT),
    "one signer": (signed(HEAD, "张三"), TITLE, TEXT),
    "a joint issue": (JOINT, TITLE, TEXT),
    "five organs and five signers": (
        signed(replace(JOINT, organs=texts(FIVE)), "张三", "李四", "王五", "赵六七", "钱八"),
        TITLE,
    ),
    "a joint mark without a suffix": (replace(JOINT, suffix=()), TITLE, TEXT),
    "a preprinted head": (replace(HEAD, preprinted=True), TITLE, TEXT),
    "many attachments": (TEXT, MANY_TITLES, Note("（此件公开发布）")),
    "a table over pages": (TEXT, AttachmentHead("附件", "整改台账"), LEDGER),
    "a table across": (TEXT, AttachmentHead("附件1", "整改台账"), replace(LEDGER, landscape=True), COLOPHON),
    "a table across and text": (AttachmentHead("附件1", "台账"), WIDE, AttachmentHead("附件2", "清单"), TEXT),
    "a signature": of_rows(3, Signature(("中共青溪县委员会",), "2025年1月8日"), Note("（此件公开发布）")),
    "a signature of two lines": of_rows(3, Signature(("中共青溪县委员会", "办公室"), "2025年11月18日")),
    "a short signature": of_rows(3, Signature(("青溪县委",), "2025年11月18日")),
    "a seal": of_rows(3, Signature(("中共青溪县云岭高新技术产业开发区工作委员会",), "2025年1月8日", sealed=True)),
    "joint seals": of_rows(3, Signature(FIVE, "2025年1月8日", joint=True, sealed=True)),
    "a colophon with just enough room": of_rows(20, COLOPHON),
    "a colophon without room": of_rows(21, COLOPHON),
    "a colophon below a full page": of_rows(22, COLOPHON),
    "a long colophon": of_rows(1, Colophon("各乡镇党委。", "县纪委监委，" * 12, "青溪县委办公室", "2025年1月9日印发")),
}


def in_ours(document: Document, folder: Path) -> Path:
    fonts = find_fonts(GBT9704, [judges.test_fonts()], system=False, packaged=False)
    pdf = folder / "ours.pdf"
    pdf.write_bytes(write_pdf(lay_out(document, GBT9704, fonts), document.properties, fonts))
    return pdf


def in_libreoffice(document: Document, folder: Path, numbering: Numbering = Numbering.LITERAL) -> Path:
    docx = folder / f"{numbering}.docx"
    docx.write_bytes(write_docx(document, GBT9704, numbering))
    return judges.libreoffice_pdf(docx, folder)


def texts(pages: list[measure.Page]) -> list[list[str]]:
    return [sorted(line.text for line in page.lines) for page in pages]


def places(pages: list[measure.Page]) -> list[tuple[int, str, float, float]]:
    """Return each line's page, text, left edge and baseline in mm; lines of one text in the order that they stand."""
    return sorted(
        (page.number, line.text, round(measure.in_mm(line.left), 2), round(measure.in_mm(line.baseline), 2))
        for page in pages
        for line in page.lines
        if line.text not in "—0123456789"  # what is left of a turned page number
    )


@pytest.mark.parametrize("name", CASES)
def test_every_line_stands_where_our_pdf_has_it(name: str, tmp_path: Path) -> None:
    document = Document(Properties("", ""), CASES[name])
    ours, theirs = (measure.read_pages(make(document, tmp_path)) for make in (in_ours, in_libreoffice))
    astray = [
        (mine, other)
        for mine, other in zip(places(ours), places(theirs), strict=True)
        if any(abs(here - there) > TOLERANCE_MM for here, there in zip(mine[2:], other[2:], strict=True))
    ]

    assert texts(theirs) == texts(ours)
    assert astray == []


def test_a_draft_s_mark_stands_where_our_pdf_has_it(tmp_path: Path) -> None:
    document = Document(Properties("", ""), (TEXT, AttachmentHead("附件", "台账"), WIDE), Draft("送审稿\u3000第2稿"))
    ours, theirs = (measure.read_pages(make(document, tmp_path)) for make in (in_ours, in_libreoffice))

    for mine, other in zip(places(ours), places(theirs), strict=True):
        assert other[:2] == mine[:2]
        assert other[2:] == pytest.approx(mine[2:], abs=TOLERANCE_MM)


def test_labels_that_word_counts_change_nothing(tmp_path: Path) -> None:
    literal, live = (measure.read_pages(in_libreoffice(ISSUED, tmp_path, numbering)) for numbering in Numbering)

    assert texts(live) == texts(literal)


def centre(pages: list[measure.Page], name: str) -> float:
    """Return where a name has its middle, in mm."""
    (line,) = (line for page in pages for line in page.lines if name in line.text)
    start = line.text.index(name)
    return measure.in_mm((line.glyphs[start].left + line.glyphs[start + len(name) - 1].right) / 2)


def test_names_side_by_side_have_their_middles_where_our_pdf_has_them_and_longer_ones_keep_them(tmp_path: Path) -> None:
    """What a clerk types into the DOCX stays above the place of its seal."""
    names = ("青溪县委", "县政府", "县纪委")
    document = Document(Properties("", ""), of_rows(3, Signature(names, "2025年1月8日", joint=True, sealed=True)))
    longer = {"青溪县委": "中共青溪县委", "县政府": "县人民政府", "县纪委": "县纪委监委"}
    ours, theirs = (measure.read_pages(make(document, tmp_path)) for make in (in_ours, in_libreoffice))
    docx = write_docx(document, GBT9704)
    for name, typed in longer.items():
        docx = words(name, typed)(docx)
    edited = tmp_path / "edited.docx"
    edited.write_bytes(docx)
    after = measure.read_pages(judges.libreoffice_pdf(edited, tmp_path))

    for name in names:
        assert centre(theirs, name) == pytest.approx(centre(ours, name), abs=TOLERANCE_MM / 2)
        assert centre(after, longer[name]) == pytest.approx(centre(ours, name), abs=TOLERANCE_MM / 2)
    assert judges.ooxml_errors(edited, "Office2010") == []
