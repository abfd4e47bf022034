"""Dates, figures, words and telephone numbers of a bulletin are found in its PDF by the programs that search PDFs."""

import re
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pypdfium2
import pytest
from pdfminer.high_level import extract_text

import judges
from bulletin_gen import find_fonts, read_spec, render

PUBLISHED = sorted((judges.CHECKOUT / "examples").glob("*.yaml"))
ISSUED = sorted((judges.CHECKOUT / "examples" / "issued").glob("*.yaml"))
# 2025年1月3日, 3月5日, 98.5%, 1,286.37万元, 0643-6190327, Excel
_FIGURE = re.compile(
    r"\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}月\d{1,2}日|[\d,.]*\d%|[\d,.]*\d(?:万|亿)?元|\d{3,4}-\d{7,8}|[A-Za-z]{3,}"
)
_CHINESE = "\u4e00-\u9fff，。、；：“”（）"
_FALSE_SPACE = re.compile(rf"(?<=[{_CHINESE}0-9]) (?=[{_CHINESE}])|(?<=[{_CHINESE}]) (?=[0-9])")


def by_mupdf(pdf: Path) -> str:
    with pymupdf.open(pdf) as opened:
        return "".join(page.get_text() for page in opened)


def by_pdfium(pdf: Path) -> str:
    opened = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in opened)
    opened.close()
    return text


READERS: dict[str, Callable[[Path], str]] = {
    "poppler": judges.pdf_text,
    "MuPDF": by_mupdf,
    "PDFium": by_pdfium,
    "pdfminer": lambda pdf: extract_text(str(pdf)),
}


@pytest.fixture(scope="module", params=[*PUBLISHED, *ISSUED], ids=lambda path: path.stem)
def files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The PDF of an example, and its text."""
    fonts = find_fonts(directories=[judges.test_fonts()], system=False)
    made = render(read_spec(request.param), ("pdf", "txt"), fonts=fonts).files
    pdf = tmp_path_factory.mktemp("found") / "a.pdf"
    pdf.write_bytes(made["pdf"])
    return pdf, made["txt"].decode()


@pytest.mark.parametrize("reader", READERS)
def test_every_date_figure_and_word_is_found(files: tuple[Path, str], reader: str) -> None:
    """Line ends apart, which a search passes over."""
    pdf, text = files
    found = READERS[reader](pdf).replace("\r", "").replace("\n", "").replace("\f", "")

    assert sorted({figure for figure in _FIGURE.findall(text) if figure not in found}) == []


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("files", PUBLISHED, indirect=True, ids=lambda path: path.stem)
def test_no_spaces_stand_between_chinese_text_and_figures(files: tuple[Path, str], reader: str) -> None:
    """Of a copy for publication: what stands side by side in an issued one is rightly parted by a space."""
    pdf, text = files

    assert _FALSE_SPACE.findall(READERS[reader](pdf)) == _FALSE_SPACE.findall(text)
