"""The whole file: what is in it, and what others make of it."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest

import judges
import measure
from blocks import Heading, Paragraph, Recipients, Signature, Title
from bulletin_gen.document import Colophon, Document, Table, block_lines, plain_text
from bulletin_gen.properties import Properties
from bulletin_gen.spans import flat
from bulletin_gen.style import GBT9704
from bulletin_gen.writers import Numbering
from bulletin_gen.writers.docx.write import write_docx
from docx_parts import names, pretty
from issued import ISSUED

ISSUER = "中共南屏县青溪镇委员会"
SMALL = Document(
    Properties(f"{ISSUER}关于巡察整改进展情况的通报", ISSUER, date(2024, 8, 9)),
    (
        Title((f"{ISSUER}关于巡察整改进展情况的通报",)),
        Recipients("各党支部："),
        Paragraph("2024年3月5日至5月20日，县委第二巡察组对青溪镇党委开展了常规巡察。现将整改进展情况通报如下："),
        Heading(1, 0, "一、", "整改落实情况"),
        Heading(2, 1, "（一）", "关于“3项制度”落实不到位问题。", "已修订《考勤办法》——完成率98.5%，王𠮷等12人……"),
        Heading(5, 1, "①", "关于New Area建设滞后问题"),
        Paragraph("召开专题会3次；", "一是"),
        Paragraph("联系电话：0571-12345678；电子邮箱：qingxi@example.cn。"),
        Signature((ISSUER,), "2024年8月9日"),
    ),
)
HAN = "各级组织认真对照巡察反馈意见逐项研究逐条整改建立清单明确责任限定时间定期调度全面推进"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(SMALL, tmp_path_factory.mktemp("docx"))


def saved(document: Document, folder: Path) -> Path:
    path = folder / "bulletin.docx"
    path.write_bytes(write_docx(document, GBT9704))
    return path


@pytest.mark.parametrize("name", ["document", "styles", "settings", "footer-odd"])
def test_the_parts_are_as_we_have_read_them(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"docx/{name}.xml", pretty(write_docx(SMALL, GBT9704), f"word/{name}.xml"))


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write_docx(SMALL, GBT9704) == write_docx(SMALL, GBT9704)


def test_no_entry_knows_the_time() -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(SMALL, GBT9704))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_package_holds_what_a_bulletin_needs_and_no_more() -> None:
    assert names(write_docx(SMALL, GBT9704)) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/settings.xml",
        "word/fontTable.xml",
        "word/footer-odd.xml",
        "word/footer-even.xml",
        "docProps/core.xml",
    ]


@pytest.mark.parametrize("office", ["Office2010", "Microsoft365"])
def test_the_open_xml_sdk_finds_nothing_wrong(small: Path, office: str) -> None:
    assert judges.ooxml_errors(small, office) == []


@pytest.mark.parametrize("numbering", Numbering)
@pytest.mark.parametrize("office", ["Office2010", "Microsoft365"])
def test_nor_with_a_file_that_holds_every_element(office: str, numbering: Numbering, tmp_path: Path) -> None:
    path = tmp_path / "issued.docx"
    path.write_bytes(write_docx(ISSUED, GBT9704, numbering))

    assert judges.ooxml_errors(path, office) == []
    assert path.read_bytes() == write_docx(ISSUED, GBT9704, numbering)


@pytest.mark.parametrize("name", ["document", "header-turned-even", "footer-turned-right"])
def test_the_parts_of_that_file_are_as_we_have_read_them(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"docx/issued/{name}.xml", pretty(write_docx(ISSUED, GBT9704), f"word/{name}.xml"))


def test_pandoc_reads_all_of_it_but_the_text_box(tmp_path: Path) -> None:
    read = "".join(judges.docx_text(saved(ISSUED, tmp_path)).split())
    blocks = (block for block in ISSUED.blocks if not isinstance(block, Table | Colophon))
    lines = ["".join(flat(line).split()) for block in blocks for line in block_lines(block)]

    assert [line for line in lines if line not in read] == []


def test_pandoc_reads_the_text_that_was_written(small: Path) -> None:
    assert judges.docx_text(small).replace("\n", "") == plain_text(SMALL).replace("\n", "")


def test_python_docx_reads_the_text_that_was_written(small: Path) -> None:
    read = "".join(paragraph.text for paragraph in docx.Document(str(small)).paragraphs)

    assert read.replace("\n", "") == plain_text(SMALL).replace("\n", "")


def test_full_pages_hold_22_lines_of_28_characters_within_the_margins(tmp_path: Path) -> None:
    document = Document(Properties("", ""), (Paragraph(HAN * 40),))
    first, second, *_ = measure.read_pages(judges.libreoffice_pdf(saved(document, tmp_path), tmp_path))
    lines = second.of_size(16)

    assert len(first.of_size(16)) == len(lines) == 22
    assert {len(line.glyphs) for line in lines} == {28}
    assert measure.in_mm(lines[0].left) == pytest.approx(28, abs=0.6)
    assert measure.in_mm(lines[0].right) == pytest.approx(184, abs=0.6)
    assert measure.in_mm(lines[0].baseline) == pytest.approx(37 + 8.17, abs=0.6)
    assert measure.in_mm(lines[-1].baseline) == pytest.approx(262 - 2.04, abs=0.6)


def test_page_numbers_stand_7_mm_below_the_text_at_the_outer_side(tmp_path: Path) -> None:
    document = Document(Properties("", ""), (Paragraph(HAN * 40),))
    pdf = judges.libreoffice_pdf(saved(document, tmp_path), tmp_path)
    left, right = (28, 263, 60, 290), (150, 263, 184, 290)
    odd, even = measure.ink_box(pdf, 1, right), measure.ink_box(pdf, 2, left)

    assert (odd[1] + odd[3]) / 2 == pytest.approx(269, abs=1)
    assert (even[1] + even[3]) / 2 == pytest.approx(269, abs=1)
    assert odd[2] == pytest.approx(184 - 4.9, abs=1)
    assert even[0] == pytest.approx(28 + 4.9, abs=1)


@pytest.mark.parametrize("rows", [18, 19, 20, 21])
def test_signature_and_date_never_stand_alone_on_a_page(rows: int, tmp_path: Path) -> None:
    body = [Paragraph("文" * 20 + "。")] * rows
    document = Document(Properties("", ""), (*body, Signature((ISSUER,), "2024年8月9日")))
    *_, last = measure.read_pages(judges.libreoffice_pdf(saved(document, tmp_path), tmp_path))
    texts = [line.text for line in last.of_size(16)]

    assert texts[-3].startswith("文")
    assert texts[-2:] == [ISSUER, "2024年8月9日"]
