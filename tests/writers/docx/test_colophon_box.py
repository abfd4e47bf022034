"""The 版记 is a text box on the foot of the text area; nothing of it depends on what stands above."""

import pytest

from blocks import Colophon, Paragraph
from bulletin_gen.document import Block, Document
from bulletin_gen.pages import ColophonPlace
from bulletin_gen.properties import Properties
from bulletin_gen.style import GBT9704
from bulletin_gen.writers.docx.write import write_docx
from docx_parts import Element, attributes, find, names, part, text, texts_of, values
from issued import COLOPHON, made

EMU_PER_MM = 36_000
MOVED = Colophon("各乡镇党委。", "县委巡察办。", "青溪县委办公室", "2025年1月9日印发")


def box(colophon: Block) -> Element:
    (holder,) = made(colophon)
    (content,) = find(holder, ".//wps:txbx/w:txbxContent")
    return content


def drawing(colophon: Block, name: str) -> Element:
    (holder,) = made(colophon)
    return next(holder.iter(f"{{*}}{name}"))


def test_the_box_lies_at_the_foot_of_the_margins_and_is_as_wide_as_the_text() -> None:
    vertical = drawing(COLOPHON, "positionV")

    assert vertical.get("relativeFrom") == "margin"
    assert vertical[0].text == "bottom"
    assert int(drawing(COLOPHON, "extent").get("cx", "")) / EMU_PER_MM == pytest.approx(156, abs=0.1)
    assert drawing(COLOPHON, "wrapTopAndBottom") is not None


def test_rows_stand_between_rules_thick_thin_and_thick() -> None:
    assert list(filter(None, texts_of(box(COLOPHON)))) == [
        "抄送：县委巡察办，县纪委监委。",
        "青溪县委办公室2025年1月9日印发",
    ]
    assert [attributes(rule)["sz"] for rule in find(box(COLOPHON), ".//w:pBdr/*")] == ["8", "6", "8"]


def test_between_recipients_and_copies_there_is_no_rule() -> None:
    assert len(find(box(MOVED), ".//w:pBdr/*")) == 3


def test_further_lines_stand_under_the_first_character_after_the_label() -> None:
    copies = next(paragraph for paragraph in find(box(COLOPHON), "w:p") if "抄送" in text(paragraph))

    assert attributes(*find(copies, ".//w:ind")) == {"left": "1120", "right": "280", "hanging": "840"}


def test_the_date_ends_one_character_before_the_edge() -> None:
    (stop,) = find(box(COLOPHON), ".//w:tabs/w:tab")

    assert attributes(stop) == {"val": "right", "pos": str(GBT9704.page.text_width_twips - 280)}


def test_an_empty_colophon_leaves_nothing() -> None:
    assert made(Colophon("", "", "", "")) == []


@pytest.mark.parametrize(
    ("place", "types", "has_blank"),
    [
        (ColophonPlace.SHARED, [], False),
        (ColophonPlace.NEXT, ["evenPage"], False),
        (ColophonPlace.AFTER_BLANK, ["evenPage"], True),
    ],
)
def test_alone_it_begins_an_even_page_without_a_number_after_a_blank_one(
    place: ColophonPlace, types: list[str], has_blank: bool
) -> None:
    document = Document(Properties("", ""), (Paragraph("正文。"), COLOPHON))
    docx = write_docx(document, GBT9704, colophon_place=place)

    assert values(part(docx, "word/document.xml"), "//w:sectPr/w:type") == types
    assert ("word/footer-blank.xml" in names(docx)) is has_blank


def test_who_reads_no_drawings_finds_the_same_rows_in_an_older_shape_at_the_same_place() -> None:
    (holder,) = made(COLOPHON)
    (drawn,), (older,) = find(holder, ".//wps:txbx/w:txbxContent"), find(holder, ".//v:textbox/w:txbxContent")
    (shape,) = find(holder, ".//v:rect")

    assert texts_of(older) == texts_of(drawn)
    assert "mso-position-vertical:bottom" in attributes(shape)["style"]
    assert attributes(shape)["alt"] == "版记：抄送机关、印发机关和印发日期"
