"""A draft says so on every page, in its properties, and wherever something is still missing."""

import io
from dataclasses import replace

import docx
import pytest

from blocks import Draft
from bulletin_gen.spans import flat, spanned
from bulletin_gen.style import GBT9704, PageNumberStyle
from bulletin_gen.writers.docx.write import write_docx
from docx_parts import attributes, find, made_runs, names, part, text, values
from issued import DRAFT, ISSUED

WRITTEN = write_docx(ISSUED, GBT9704)
HEADERS = ["header-default", "header-even", "header-turned-default", "header-turned-even"]


@pytest.mark.parametrize("name", HEADERS)
def test_every_kind_of_page_has_the_mark_and_the_watermark(name: str) -> None:
    header = part(WRITTEN, f"word/{name}.xml")
    (watermark,) = [shape for shape in header.iter("{*}textpath") if shape.get("string")]

    assert text(header) == flat(DRAFT.text)
    assert watermark.get("string") == "送审稿"


def test_a_first_page_without_a_number_has_the_mark_as_well() -> None:
    style = replace(GBT9704, page_number=PageNumberStyle(on_first_page=False))
    written = write_docx(ISSUED, style)
    first, *others = find(part(written, "word/document.xml"), "//w:sectPr")

    assert text(part(written, "word/header-first.xml")) == flat(DRAFT.text)
    assert len(find(first, "w:headerReference[@w:type='first'] | w:titlePg")) == 2
    assert [find(section, "w:headerReference[@w:type='first'] | w:titlePg") for section in others] == [[]] * len(others)


def test_the_watermark_is_to_choose() -> None:
    header = part(write_docx(replace(ISSUED, draft=Draft("送审稿")), GBT9704), "word/header-default.xml")

    assert list(header.iter("{*}textpath")) == []


def test_no_two_drawings_have_the_same_number() -> None:
    shapes = [shape for name in HEADERS for shape in part(WRITTEN, f"word/{name}.xml").iter("{*}shape")]

    assert len({shape.get("id") for shape in shapes}) == len(HEADERS)


def test_a_final_text_has_no_headers() -> None:
    assert [name for name in names(write_docx(replace(ISSUED, draft=None), GBT9704)) if "header" in name] == []


def test_stage_and_version_are_told() -> None:
    told = docx.Document(io.BytesIO(WRITTEN)).core_properties

    assert told.content_status == "送审稿"
    assert told.version == "第2稿 2025年1月3日"


def test_placeholders_are_highlighted() -> None:
    runs = made_runs(spanned("会议【待补：次数】次【待补】"))

    assert [(text(run), values(run, ".//w:highlight")) for run in runs] == [
        ("会议", []),
        ("【待补：次数】", ["yellow"]),
        ("次", []),
        ("【待补】", ["yellow"]),
    ]


def test_a_colour_that_no_highlighter_has_is_a_shade() -> None:
    style = replace(GBT9704, draft=replace(GBT9704.draft, highlight="FFEE99"))
    (run,) = made_runs(spanned("【待补】"), style)

    assert attributes(*find(run, "w:rPr/w:shd"))["fill"] == "FFEE99"
