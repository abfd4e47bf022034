"""An opened face: glyphs, widths, subsets, and what a font descriptor says."""

from pathlib import Path

import pytest

from bulletin_gen.errors import FontError
from bulletin_gen.fonts import Face
from bulletin_gen.fonts.face import open_face
from bulletin_gen.fonts.sfnt import read_faces
from make_fonts import LATIN_TRUETYPE, NOTO_SERIF, font_bytes, make_font, make_named_cff


def opened(file: Path) -> Face:
    (info,) = read_faces(file)
    face = open_face(info)
    assert face is not None
    return face


def test_a_character_that_the_face_lacks_has_glyph_0(tmp_path: Path) -> None:
    face = opened(make_font(tmp_path / "a.otf", "仿宋", "的"))

    assert face.glyph("的") > 0
    assert face.glyph("国") == 0


def test_advances_do_not_depend_on_the_units_of_the_face() -> None:
    face = opened(LATIN_TRUETYPE)  # 2048 units to the em

    assert face.advance("0") == 636


def test_a_subset_holds_the_glyphs_of_the_characters_asked_for_and_glyph_0() -> None:
    subset = opened(NOTO_SERIF).subset("通报")

    assert subset.chars == sorted("通报")
    assert len(subset.data) < 5000


@pytest.mark.parametrize("file", [NOTO_SERIF, LATIN_TRUETYPE], ids=["CFF", "TrueType"])
def test_the_codes_of_a_subset_are_the_characters_own(file: Path) -> None:
    subset = opened(file).subset("9A(")

    assert subset.codes_are_own
    assert (subset.chars, list(subset.codes)) == (["(", "9", "A"], [0x28, 0x39, 0x41])


@pytest.mark.parametrize("rare", ["𬭎", "\U0010ffff"], ids=["drawn", "lacking"])
def test_where_one_has_no_code_in_two_bytes_the_codes_are_the_glyphs_numbers(rare: str) -> None:
    subset = opened(NOTO_SERIF).subset(f"通报{rare}")

    assert not subset.codes_are_own
    assert subset.codes == subset.glyphs


def test_so_they_are_where_outlines_have_names_in_place_of_codes(tmp_path: Path) -> None:
    drawn = {"A": "A", " ": " ", "\u00a0": " ", "Z": "Z"}
    subset = opened(make_named_cff(tmp_path / "a.otf", "仿宋", drawn)).subset("ZA\u00a0 ")

    assert not subset.codes_are_own
    assert dict(zip(subset.chars, subset.codes, strict=True)) == {" ": 1, "\u00a0": 1, "A": 2, "Z": 3}


def test_characters_of_one_glyph_have_a_code_each() -> None:
    subset = opened(NOTO_SERIF).subset("甲一⼀")

    assert list(zip(subset.chars, subset.codes, strict=True)) == [("⼀", 0x2F00), ("一", 0x4E00), ("甲", 0x7532)]


def test_a_character_that_the_face_lacks_has_glyph_0_in_a_subset() -> None:
    subset = opened(NOTO_SERIF).subset("一\u0378")

    assert dict(zip(subset.chars, subset.glyphs, strict=True)) == {"一": 1, "\u0378": 0}


def test_each_character_of_a_subset_has_its_advance() -> None:
    subset = opened(NOTO_SERIF).subset("国1。")

    assert dict(zip(subset.chars, subset.advances, strict=True)) == {"国": 1000, "1": 471, "。": 1000}


def test_a_subset_of_brackets_that_open_holds_none_that_close() -> None:
    face = opened(LATIN_TRUETYPE)

    assert len(face.subset("(").data) < len(face.subset("()").data)


def test_a_subset_of_a_composite_glyph_holds_its_parts() -> None:
    face = opened(LATIN_TRUETYPE)

    assert len(face.subset("é").data) > len(face.subset("e").data)


def test_a_damaged_face_is_told_by_its_file(tmp_path: Path) -> None:
    content = bytearray(font_bytes("仿宋"))
    outlines = content.index(b"\x01\x00\x04", 200)  # the header of the CFF table
    content[outlines + 4 : outlines + 300] = b"\xff" * 296
    file = tmp_path / "broken.otf"
    file.write_bytes(content)
    face = opened(file)

    with pytest.raises(FontError, match=r"broken\.otf 已损坏"):
        face.subset("的国。")


def test_the_descriptor_comes_from_the_tables() -> None:
    shape = opened(NOTO_SERIF).shape

    assert (shape.ascent, shape.descent, shape.weight) == (880, -120, 400)
    assert shape.serif
    assert not opened(LATIN_TRUETYPE).shape.serif


def test_a_face_is_opened_once() -> None:
    assert opened(NOTO_SERIF) is opened(NOTO_SERIF)
