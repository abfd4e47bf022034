"""The named styles carry the house format, and only the house format."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

import judges
from blocks import Heading, Paragraph
from bulletin_gen.document import Document
from bulletin_gen.engine import LIBREOFFICE, WORD, Engine
from bulletin_gen.properties import Properties
from bulletin_gen.style import GBT9704, Style, TextRole, TextStyle, heading_role
from bulletin_gen.writers.docx.write import write_docx
from docx_parts import Element, attributes, find, part, values

# What every program calls a heading; Word shows 一级标题 beside it.
HEADINGS = {heading_role(level): f"heading {level}" for level in range(1, 6)}


def styles(style: Style = GBT9704) -> Element:
    return part(write_docx(Document(Properties("", ""), ()), style), "word/styles.xml")


def named(name: str, style: Style = GBT9704) -> Element:
    (found,) = find(styles(style), f"w:style[w:name/@w:val='{name}']")
    return found


@pytest.mark.parametrize("role", TextRole)
def test_each_element_of_the_text_has_a_style_of_its_name(role: TextRole) -> None:
    style = named(HEADINGS.get(role, role))

    assert values(style, "w:aliases") == ([role] if role in HEADINGS else [])
    assert values(style, "w:basedOn") == ["Normal"]
    assert values(style, "w:rPr/w:sz") == [str(round(2 * GBT9704.text[role].size_pt))]


@pytest.mark.parametrize("role", TextRole)
def test_one_face_fills_every_slot_and_no_theme_interferes(role: TextRole) -> None:
    (faces,) = find(named(HEADINGS.get(role, role)), "w:rPr/w:rFonts")
    face = GBT9704.face_names[GBT9704.text[role].face]

    expected = {"hint": "eastAsia", "ascii": face, "hAnsi": face, "eastAsia": face, "cs": face}
    assert attributes(faces) == expected


def test_normal_holds_22_lines_of_28_characters() -> None:
    normal = named("Normal")

    assert attributes(*find(normal, "w:pPr/w:spacing"))["line"] == "579"
    assert attributes(*find(normal, "w:pPr/w:spacing"))["lineRule"] == "exact"
    assert values(normal, "w:rPr/w:spacing") == ["-5"]


@pytest.mark.parametrize(("engine", "hangs", "gaps"), [(WORD, "0", "0"), (LIBREOFFICE, "1", "1")])
def test_no_program_follows_its_own_habits_of_lines(engine: Engine, hangs: str, gaps: str) -> None:
    style = GBT9704.set_for(engine)
    said = {
        etree.QName(switch).localname: attributes(switch)["val"]
        for switch in find(named("Normal", style), "w:pPr/*[@w:val]")
    }

    assert said == {
        "widowControl": "0",
        "kinsoku": "1",
        "wordWrap": "1",
        "overflowPunct": hangs,
        "topLinePunct": "0",
        "autoSpaceDE": gaps,
        "autoSpaceDN": gaps,
        "adjustRightInd": "0",
        "snapToGrid": "0",
        "jc": "both",
    }


def test_the_first_line_is_indented_by_two_cells_not_by_two_font_sizes() -> None:
    assert attributes(*find(named("公文正文"), "w:pPr/w:ind")) == {"firstLine": "630"}


@pytest.mark.parametrize("level", range(1, 6))
def test_a_heading_stays_with_its_text_shows_in_the_outline_and_has_a_character_style(level: int) -> None:
    heading = named(f"heading {level}")
    character = named(f"{heading_role(level)}字符")

    assert len(find(heading, "w:pPr/w:keepNext")) == len(find(heading, "w:pPr/w:keepLines")) == 1
    assert values(heading, "w:pPr/w:outlineLvl") == [str(level - 1)]
    assert values(heading, "w:link") == [attributes(character)["styleId"]]
    assert values(character, "w:link") == [attributes(heading)["styleId"]]


def test_text_of_another_size_than_the_body_is_not_tightened() -> None:
    assert values(named("公文标题"), "w:rPr/w:spacing") == ["0"]
    assert values(named("页码"), "w:rPr/w:spacing") == ["0"]
    assert values(named("heading 1"), "w:rPr/w:spacing") == []


def test_nothing_is_bold_slanted_underlined_or_coloured() -> None:
    assert find(styles(), ".//w:b | .//w:i | .//w:u | .//w:color") == []


def test_another_house_format_gives_other_styles() -> None:
    body = replace(GBT9704.text[TextRole.BODY], size_pt=15)
    text: dict[TextRole, TextStyle] = {**GBT9704.text, TextRole.BODY: body}

    assert values(named("公文正文", replace(GBT9704, text=text)), "w:rPr/w:sz") == ["30"]


def test_every_face_of_the_standard_style_has_its_other_names_in_the_font_table() -> None:
    fonts = part(write_docx(Document(Properties("", ""), ()), GBT9704), "word/fontTable.xml")

    assert {attributes(font)["name"] for font in find(fonts, "w:font")} == set(GBT9704.face_names.values())


def test_pandoc_finds_the_headings_and_libreoffice_knows_them_for_its_own(tmp_path: Path) -> None:
    blocks = (Heading(1, 0, "一、", "整改情况"), Heading(2, 1, "（一）", "思想建设"), Paragraph("三项制度。"))
    path = tmp_path / "headings.docx"
    path.write_bytes(write_docx(Document(Properties("", ""), blocks), GBT9704))
    saved = part(judges.libreoffice_docx(path, tmp_path / "saved").read_bytes(), "word/document.xml")

    assert [line for line in judges.docx_markdown(path).splitlines() if line] == [
        "# 一、整改情况",
        "## （一）思想建设",
        "三项制度。",
    ]
    assert values(saved, "//w:pStyle")[:2] == ["Heading1", "Heading2"]


def test_a_house_may_have_bold_headings_whether_they_run_in_or_not() -> None:
    text = {**GBT9704.text, TextRole.HEADING_2: replace(GBT9704.text[TextRole.HEADING_2], bold=True)}
    house = replace(GBT9704, text=text)

    for name in ("heading 2", "二级标题字符"):
        assert len(find(named(name, house), "w:rPr/w:b | w:rPr/w:bCs")) == 2
    assert find(named("heading 1", house), "w:rPr/w:b") == []


def test_styles_that_are_kept_are_those_of_their_own_style_alone() -> None:
    wide = replace(GBT9704, grid=replace(GBT9704.grid, tracking_twips=7))

    first, other, again = (etree.tostring(styles(style)) for style in (GBT9704, wide, GBT9704))

    assert first == again != other
