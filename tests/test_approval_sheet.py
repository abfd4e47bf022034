"""The approval sheet as files: one page, ruled, the same cells in DOCX and PDF."""

from pathlib import Path

import pdfplumber
import pytest

import judges
from bulletin_gen import GBT9704, find_fonts, load_spec, render_approval
from bulletin_gen.cli import main

SPEC = """\
form: issued
head: {urgency: 加急, document_number: 青党发〔2025〕3号}
issuer: {name: 中共南屏县青溪镇委员会, short_name: 青溪镇党委}
recipients: 各村（社区）党组织
inspection: {deployed_by: 县委}
results: {heading: 整改情况, issues: [{problem: 学习不深, text: 已改进。}]}
attachments: [{title: 整改台账, ledger: 是}, {title: 制度清单, text: 甲。}]
approval: {drafting_unit: 党政办, countersigners: [县财政局, 县水利局], openness: 主动公开}
"""
LABELS = [
    *["签发", "会签", "签发日期", "会签日期", "核稿", "发文字号", "拟稿单位", "拟稿人", "电话"],
    *["密级", "缓急", "公开属性", "标题", "主送", "抄送", "附件", "印数", "打印", "校对"],
]


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    fonts = find_fonts(GBT9704, [judges.test_fonts()])
    return render_approval(load_spec(SPEC, "通报.yaml"), ("docx", "pdf", "txt"), fonts=fonts).files


@pytest.fixture(scope="module")
def pdfs(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Our own PDF, and LibreOffice's of the DOCX."""
    folder = tmp_path_factory.mktemp("sheet")
    ours, docx = folder / "ours.pdf", folder / "sheet.docx"
    ours.write_bytes(files["pdf"])
    docx.write_bytes(files["docx"])
    return [ours, judges.libreoffice_pdf(docx, folder)]


def cells_of(pdf: Path) -> list[tuple[int, int, int, int]]:
    """The ruled cells of the only page, in whole mm."""
    with pdfplumber.open(pdf) as opened:
        (page,) = opened.pages
        found = [cell for table in page.find_tables() for cell in table.cells]
    return sorted(tuple(round(edge / 72 * 25.4) for edge in cell) for cell in found)


def test_both_formats_have_the_same_cells_on_one_page(pdfs: list[Path]) -> None:
    ours, theirs = map(cells_of, pdfs)

    assert len(ours) == len(LABELS)
    assert all(
        abs(a - b) <= 1 for left, right in zip(ours, theirs, strict=True) for a, b in zip(left, right, strict=True)
    )


def test_every_label_stands_on_both(pdfs: list[Path]) -> None:
    for pdf in pdfs:
        text = "".join(judges.pdf_text(pdf).split())

        assert [label for label in LABELS if f"{label}：" not in text] == []


def test_docx_is_valid(files: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "sheet.docx"
    path.write_bytes(files["docx"])

    assert judges.ooxml_errors(path, "Office2010") == judges.ooxml_errors(path, "Microsoft365") == []


def test_pdf_is_clean_and_its_fonts_are_embedded(pdfs: list[Path]) -> None:
    assert judges.qpdf_problems(pdfs[0]) == []
    assert all(font.emb and font.sub and font.uni for font in judges.pdf_fonts(pdfs[0]))


def test_same_spec_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    fonts = find_fonts(GBT9704, [judges.test_fonts()])

    assert render_approval(load_spec(SPEC, "通报.yaml"), ("docx", "pdf", "txt"), fonts=fonts).files == files


def test_command_writes_it_beside_the_bulletin(tmp_path: Path) -> None:
    spec = tmp_path / "通报.yaml"
    spec.write_text(SPEC, encoding="utf-8")

    assert main(["render", str(spec), "--format", "txt", "--with", "approval-sheet"]) == 0
    assert (tmp_path / "通报-发文稿纸.txt").read_text(encoding="utf-8").startswith("青溪镇党委发文稿纸\n")
    assert (tmp_path / "通报.txt").is_file()
