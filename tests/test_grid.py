"""Pure Han text: 22 lines of 28 characters to the page (5.2.3), in our PDF and in the DOCX as LibreOffice shows it."""

from datetime import date
from itertools import cycle, islice
from pathlib import Path

import pytest

import judges
from blocks import Paragraph
from bulletin_gen.document import Document
from bulletin_gen.fonts import find_fonts
from bulletin_gen.layout import lay_out
from bulletin_gen.properties import Properties
from bulletin_gen.style import GBT9704
from bulletin_gen.writers.docx.write import write_docx
from bulletin_gen.writers.pdf import write_pdf
from measure import Page, read_pages

ROWS, COLUMNS, INDENT = 22, 28, 2
PAGES = 3


@pytest.fixture(scope="module")
def document() -> Document:
    """A paragraph that fills its pages to the last character."""
    text = "".join(islice(cycle("天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏"), PAGES * ROWS * COLUMNS - INDENT))
    return Document(Properties("千字", "某机关", date(2025, 1, 2)), (Paragraph(text),))


def written_by_us(document: Document, folder: Path) -> Path:
    fonts = find_fonts(GBT9704, [judges.test_fonts()], system=False, packaged=False)
    pdf = folder / "ours.pdf"
    pdf.write_bytes(write_pdf(lay_out(document, GBT9704, fonts), document.properties, fonts))
    return pdf


def shown_by_libreoffice(document: Document, folder: Path) -> Path:
    docx = folder / "theirs.docx"
    docx.write_bytes(write_docx(document, GBT9704))
    return judges.libreoffice_pdf(docx, folder)


def grid(page: Page) -> list[int]:
    """Return how many characters each body line of a page holds."""
    return [len(line.glyphs) for line in page.of_size(16)]


@pytest.mark.parametrize("make_pdf", [written_by_us, shown_by_libreoffice])
def test_a_page_is_22_lines_of_28_characters(make_pdf, document: Document, tmp_path: Path) -> None:
    first, *others = read_pages(make_pdf(document, tmp_path))

    assert grid(first) == [COLUMNS - INDENT] + [COLUMNS] * (ROWS - 1)
    assert [grid(page) for page in others] == [[COLUMNS] * ROWS] * (PAGES - 1)
