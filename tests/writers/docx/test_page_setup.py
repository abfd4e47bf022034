"""Paper, margins, grid and page numbers are the standard's."""

from dataclasses import replace

import pytest

from blocks import Paragraph
from bulletin_gen.document import Document
from bulletin_gen.properties import Properties
from bulletin_gen.style import GBT9704, PageNumberPlace
from bulletin_gen.writers.docx.write import write_docx
from docx_parts import attributes, find, names, part, text, values
from issued import WIDE

EMPTY = write_docx(Document(Properties("", ""), ()), GBT9704)
(SECTION,) = find(part(EMPTY, "word/document.xml"), "//w:sectPr")


def test_the_paper_is_a4() -> None:
    assert attributes(*find(SECTION, "w:pgSz")) == {"w": "11906", "h": "16838"}


def test_the_text_area_is_156_by_225_mm() -> None:
    margins = attributes(*find(SECTION, "w:pgMar"))

    assert margins == {
        "top": "2098",
        "bottom": "1984",
        "left": "1588",
        "right": "1474",
        "header": "850",
        "footer": "1447",
        "gutter": "0",
    }


def test_the_grid_counts_lines_only() -> None:
    assert attributes(*find(SECTION, "w:docGrid")) == {"type": "lines", "linePitch": "579"}


def test_the_grid_fills_the_page_at_any_line_pitch() -> None:
    """LibreOffice would centre a smaller one, and the text with it."""
    grid = replace(GBT9704.grid, line_pitch_twips=600, rows=21)
    house = write_docx(Document(Properties("", ""), ()), replace(GBT9704, grid=grid))
    (found,) = find(part(house, "word/document.xml"), "//w:docGrid")

    assert attributes(found)["linePitch"] == str(12756 // 21)


@pytest.mark.parametrize(("name", "side"), [("odd", "right"), ("even", "left")])
def test_page_numbers_stand_at_the_outer_side_one_character_in(name: str, side: str) -> None:
    footer = part(EMPTY, f"word/footer-{name}.xml")

    assert values(footer, "w:p/w:pPr/w:jc") == [side]
    assert attributes(*find(footer, "w:p/w:pPr/w:ind")) == {side: "280"}
    assert text(footer) == "— 1 —"
    assert values(footer, "w:p/w:pPr/w:pStyle") == ["BulletinPageNumber"]


def test_odd_and_even_pages_differ_and_the_first_page_does_not() -> None:
    settings = part(EMPTY, "word/settings.xml")

    assert len(find(settings, "w:evenAndOddHeaders")) == 1
    assert find(SECTION, "w:titlePg | w:pgNumType") == []
    assert [attributes(item)["type"] for item in find(SECTION, "w:footerReference")] == ["default", "even"]


def test_a_house_may_centre_its_page_numbers_and_leave_out_the_first() -> None:
    numbering = replace(GBT9704.page_number, place=PageNumberPlace.CENTRE, before="", after="页", on_first_page=False)
    house = write_docx(Document(Properties("", ""), ()), replace(GBT9704, page_number=numbering))
    (section,) = find(part(house, "word/document.xml"), "//w:sectPr")

    assert len(find(section, "w:titlePg")) == 1
    for name in ("odd", "even"):
        footer = part(house, f"word/footer-{name}.xml")
        assert values(footer, "w:p/w:pPr/w:jc") == ["center"]
        assert find(footer, "w:p/w:pPr/w:ind") == []
        assert text(footer) == "1页"


def test_a_document_may_have_no_page_numbers() -> None:
    document = Document(Properties("", ""), (Paragraph("正文。"), WIDE, Paragraph("后文。")), has_page_numbers=False)
    plain = write_docx(document, GBT9704)
    footers = [name for name in names(plain) if name.startswith("word/footer")]

    assert [text(part(plain, name)) for name in footers] == ["", ""]
    assert find(part(plain, "word/document.xml"), "//w:titlePg") == []
