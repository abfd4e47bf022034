"""The house profiles that ship as examples, rendered and measured from outside: in our PDF, and in the DOCX as
LibreOffice shows it.

What the profiles ask for is typed here a second time on purpose.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

import judges
from bulletin_gen.composing import compose
from bulletin_gen.document import Document
from bulletin_gen.layout import lay_out
from bulletin_gen.profile import apply_profile, departure_findings, load_profile
from bulletin_gen.spec.load import load_spec
from bulletin_gen.style import GBT9704, Style
from bulletin_gen.writers.docx.write import write_docx
from bulletin_gen.writers.pdf import write_pdf
from measure import Page, in_mm, read_pages
from parity import by_libreoffice, by_us, differences, first_lines, judged_fonts

EXAMPLES = judges.CHECKOUT / "examples"
PROFILES = sorted((EXAMPLES / "profiles").glob("*.yaml"))
STREET, WATER = "浦澜区松岗街道", "临澜市水务局"
BULLETINS = {STREET: "青崖区教育局党委", WATER: "临澜市水务局党组"}
MOST_DIFFERENT = 0.01  # of the lines: LibreOffice parts numbers after - and /
SAME_PLACE, SAME_FOOT = 0.6, 1.5  # pt, of rows and of page numbers
BODY = 16  # pt
NARROW = re.compile("[!-~]")


@dataclass(frozen=True)
class House:
    """A bulletin in a house's format, as pages of our PDF and of the DOCX through LibreOffice."""

    style: Style
    document: Document
    docx: Path
    ours: list[Page]
    theirs: list[Page]


def style_of(name: str) -> Style:
    path = EXAMPLES / "profiles" / f"{name}.yaml"
    return apply_profile(GBT9704, load_profile(path.read_bytes(), path.name))


def rendered(name: str, folder: Path) -> House:
    style = style_of(name)
    spec = EXAMPLES / f"{BULLETINS[name]}.yaml"
    document = compose(load_spec(spec.read_bytes(), spec.name))
    fonts = judged_fonts(style)
    pdf, docx = folder / "ours.pdf", folder / "house.docx"
    pdf.write_bytes(write_pdf(lay_out(document, style, fonts), document.properties, fonts))
    docx.write_bytes(write_docx(document, style))
    return House(style, document, docx, read_pages(pdf), read_pages(judges.libreoffice_pdf(docx, folder)))


@pytest.fixture(scope="module")
def street(tmp_path_factory: pytest.TempPathFactory) -> House:
    return rendered(STREET, tmp_path_factory.mktemp("street"))


@pytest.fixture(scope="module")
def water(tmp_path_factory: pytest.TempPathFactory) -> House:
    return rendered(WATER, tmp_path_factory.mktemp("water"))


@pytest.fixture(params=[STREET, WATER])
def house(request: pytest.FixtureRequest) -> House:
    return request.getfixturevalue({STREET: "street", WATER: "water"}[request.param])


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_every_departure_is_told(path: Path, golden: Callable[[str, str], None]) -> None:
    told = "".join(f"{finding}\n" for finding in departure_findings(style_of(path.stem)))

    golden(f"profiles/{path.stem}.txt", told)


@pytest.mark.parametrize("bulletin", ["松岗街道党工委", "东麓职业技术大学党委"])
@pytest.mark.parametrize("name", [STREET, WATER])
def test_docx_and_pdf_break_alike(name: str, bulletin: str, tmp_path: Path) -> None:
    spec = EXAMPLES / f"{bulletin}.yaml"
    document = compose(load_spec(spec.read_bytes(), spec.name))
    theirs, ours = by_libreoffice(document, tmp_path, style_of(name)), by_us(document, style_of(name))
    different = differences(theirs, ours)

    assert theirs.text == ours.text
    assert len(different) <= MOST_DIFFERENT * len(ours.lines), "\n".join(different)
    assert len(theirs.pages) == len(ours.pages)
    assert first_lines(theirs.pages[:-1]) == first_lines(ours.pages[:-1])


def places(page: Page) -> list[float]:
    return [line.baseline for line in page.lines]


def test_docx_and_pdf_stand_at_the_same_places(house: House) -> None:
    """On the last pages it moves the whole paragraph before the signature, of which we move the last line."""
    for ours, theirs in zip(house.ours[:-2], house.theirs[:-2], strict=True):
        (*rows, foot), (*their_rows, their_foot) = places(ours), places(theirs)
        assert rows == pytest.approx(their_rows, abs=SAME_PLACE)
        assert foot == pytest.approx(their_foot, abs=SAME_FOOT)


@pytest.mark.parametrize("office", ["Office2010", "Microsoft365"])
def test_the_docx_is_valid(house: House, office: str) -> None:
    assert judges.ooxml_errors(house.docx, office) == []


def test_thirty_points_make_21_rows(street: House) -> None:
    for pages in (street.ours, street.theirs):
        rows = [line.baseline for line in pages[2].of_size(BODY)]
        assert len(rows) == 21
        assert [later - earlier for earlier, later in pairwise(rows)] == pytest.approx([30.0] * 20, abs=0.1)


def test_headings_of_the_second_layer_are_in_the_face_of_the_first() -> None:
    face = style_of(STREET).text

    assert {item.face for role, item in face.items() if role in ("一级标题", "二级标题")} == {"黑体"}


def test_the_first_page_has_no_number_and_the_others_have_theirs_in_the_middle(water: House) -> None:
    for pages in (water.ours, water.theirs):
        first, *others = pages
        assert first.of_size(12) == []
        for page in others:
            (number,) = page.of_size(12)
            assert number.text == f"-{page.number}-"
            assert in_mm(number.left + number.right) / 2 == pytest.approx(28 + 156 / 2, abs=0.5)


def test_digits_are_in_the_face_of_the_text(water: House) -> None:
    for pages in (water.ours, water.theirs):
        digits = {glyph.font for page in pages for line in page.lines for glyph in line.glyphs if glyph.text.isdigit()}
        assert digits == {"FandolFang-Regular"}


def test_a_line_of_wide_characters_holds_27(water: House) -> None:
    for pages in (water.ours, water.theirs):
        wide = [line.text for page in pages for line in page.of_size(BODY) if not NARROW.search(line.text)]
        assert max(map(len, wide)) == 27


def test_the_title_is_in_small_second_size(water: House) -> None:
    for pages in (water.ours, water.theirs):
        assert [line.text for line in pages[0].of_size(18)] == [
            "中共临澜市水务局党组",
            "关于九届市委第六轮巡察",
            "集中整改进展情况的通报",
        ]
