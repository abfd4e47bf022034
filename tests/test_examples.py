"""Every published example, as its readers get it: what it says, how its pages look, what others make of the files."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import judges
from bulletin_gen.composing import compose
from bulletin_gen.document import plain_text
from bulletin_gen.fonts import find_fonts
from bulletin_gen.layout import lay_out
from bulletin_gen.spec.load import load_spec
from bulletin_gen.style import GBT9704
from bulletin_gen.writers.sketch import sketch
from rendered import PUBLISHED, Rendered, render


@pytest.fixture(scope="module", params=PUBLISHED, ids=lambda path: path.stem)
def example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    return render(request.param, tmp_path_factory.mktemp("example"))


def letters(text: str) -> str:
    """Return a text without white space, which readers of PDF and DOCX put where they see gaps."""
    return "".join(text.split())


def without_page_numbers(text: str) -> str:
    pages = text.split("\f")
    assert all(re.search(r"— ?\d+ ?—\s*\Z", page) for page in pages[:-1])
    return "".join(re.sub(r"— ?\d+ ?—\s*\Z", "", page) for page in pages)


def test_there_are_examples() -> None:
    assert PUBLISHED


def test_says_what_it_said(example: Rendered, golden: Callable[[str, str], None]) -> None:
    golden(f"{example.source.stem}.txt", plain_text(example.document))


def test_stands_on_the_page_as_it_stood(example: Rendered, golden: Callable[[str, str], None]) -> None:
    golden(f"{example.source.stem}.pages.txt", sketch(example.pages, GBT9704))


def test_every_format_says_the_same(example: Rendered) -> None:
    """What other programs read in the DOCX and the PDF is the text, no more and no less."""
    said = letters(plain_text(example.document))

    assert letters(example.txt.read_text(encoding="utf-8")) == said
    assert letters(judges.docx_text(example.docx)) == said
    assert letters(without_page_numbers(judges.pdf_text(example.pdf))) == said


@pytest.mark.parametrize("office", ["Office2010", "Microsoft365"])
def test_the_docx_is_valid(example: Rendered, office: str) -> None:
    assert judges.ooxml_errors(example.docx, office) == []


def test_the_pdf_is_sound(example: Rendered) -> None:
    assert judges.qpdf_problems(example.pdf) == []


def test_the_pdf_brings_its_own_faces(example: Rendered) -> None:
    """Every font is embedded, cut down to what is used, and can be copied from."""
    fonts = judges.pdf_fonts(example.pdf)

    assert fonts
    assert [font for font in fonts if not (font.emb and font.sub and font.uni)] == []


def test_rendering_twice_gives_the_same_bytes(example: Rendered, tmp_path: Path) -> None:
    again = render(example.source, tmp_path)

    assert again.docx.read_bytes() == example.docx.read_bytes()
    assert again.pdf.read_bytes() == example.pdf.read_bytes()
    assert again.txt.read_bytes() == example.txt.read_bytes()


def test_a_substitute_breaks_lines_where_the_faces_asked_for_do() -> None:
    """Noto Serif for all: its digits are wider than those of Times New Roman, and are set as wide as those."""
    document = compose(load_spec(PUBLISHED[0].read_bytes(), PUBLISHED[0].name))
    asked_for = find_fonts(GBT9704, [judges.test_fonts()], system=False, packaged=False)
    shown = [lay_out(document, GBT9704, fonts).pages for fonts in (asked_for, find_fonts(GBT9704, system=False))]
    lines, others = ([line.text for page in pages for line in page.lines] for pages in shown)

    assert others == lines
