"""What a PDF holds of a face that draws some characters."""

import re
import struct
import zlib
from pathlib import Path

import pytest

from bulletin_gen.errors import WriteError
from bulletin_gen.fonts import Face
from bulletin_gen.fonts.coverage import probe_characters
from bulletin_gen.fonts.face import open_face
from bulletin_gen.fonts.sfnt import read_faces
from bulletin_gen.style import FaceRole
from bulletin_gen.writers import Packing
from bulletin_gen.writers.pdf import drawn
from bulletin_gen.writers.pdf.drawn import DrawnFace, drawn_face
from bulletin_gen.writers.pdf.packing import packer_of
from make_fonts import LATIN_TRUETYPE, NOTO_SERIF, make_named_cff

PORTABLE = packer_of(Packing.PORTABLE)
MANY = set(probe_characters(FaceRole.FANGSONG)[:200])


@pytest.fixture
def face() -> Face:
    (info,) = read_faces(NOTO_SERIF)
    face = open_face(info)
    assert face is not None
    return face


def of(face: Face, chars: str) -> DrawnFace:
    return drawn_face(face, set(chars), PORTABLE)


def meant(made: DrawnFace) -> dict[int, str]:
    """Return the character of each code, by its CMap."""
    meanings: dict[int, str] = {}
    for first, last, start in re.findall(
        rb"^<(\w+)> (?:<(\w+)> )?<(\w+)>$", zlib.decompress(made.meaning), re.MULTILINE
    ):
        char = bytes.fromhex(start.decode()).decode("utf-16-be")
        for code in range(int(first, 16), int(last or first, 16) + 1):
            meanings[code] = char if not last else chr(ord(char) + code - int(first, 16))
    return meanings


def test_a_character_is_shown_by_its_own_code_which_means_it(face: Face) -> None:
    made = of(face, "⼀一，1")

    assert made.codes is None
    assert {char: meant(made)[ord(char)] for char in "⼀一，1"} == {char: char for char in "⼀一，1"}
    assert len(meant(made)) == 4 * 256


def test_beside_a_rare_character_each_has_the_code_of_its_outline(face: Face) -> None:
    made = of(face, "通报𬭎")

    assert made.codes == {ord("报"): "0001", ord("通"): "0002", ord("𬭎"): "0003"}
    assert meant(made) == {1: "报", 2: "通", 3: "𬭎"}
    assert made.second_meanings == set()


def test_where_outlines_have_names_a_code_may_have_a_second_meaning(tmp_path: Path) -> None:
    (info,) = read_faces(make_named_cff(tmp_path / "a.otf", "Times", {"A": "A", " ": " ", "\u00a0": " "}))
    face = open_face(info)
    assert face is not None
    made = of(face, "A\u00a0 ")

    assert made.codes == {ord(" "): "0001", 0xA0: "0001", ord("A"): "0002"}
    assert meant(made) == {1: " ", 2: "A"}
    assert made.second_meanings == {"\u00a0"}


def test_its_meaning_is_the_plain_character_not_the_variant(tmp_path: Path) -> None:
    (info,) = read_faces(make_named_cff(tmp_path / "a.otf", "Times", {"⼀": "A", "一": "A", "丁": "A", "B": "B"}))
    face = open_face(info)
    assert face is not None
    made = of(face, "⼀一B")

    assert meant(made) == {1: "一", 2: "B"}
    assert made.second_meanings == {"⼀"}


def test_only_widths_other_than_an_em_are_said(face: Face) -> None:
    assert of(face, "通报").widths == "[  ]"
    assert of(face, "12通").widths == "[ 49 [ 471 558 ] ]"


def test_the_tag_tells_one_subset_from_another(face: Face) -> None:
    names = [of(face, chars).name for chars in ("通报", "报通", "通知")]

    assert names[0] == names[1] != names[2]
    assert {name.partition("+")[2] for name in names} == {"NotoSerifSC-Regular"}


def test_a_character_that_the_face_lacks_is_named(face: Face) -> None:
    with pytest.raises(WriteError, match="没有“🀀”"):
        of(face, "通🀀🀁")


def test_a_face_of_a_few_characters_is_made_once_and_many_are_not_kept(face: Face) -> None:
    assert of(face, "— 12") is of(face, "21 —")
    assert drawn_face(face, MANY, PORTABLE) is not drawn_face(face, MANY, PORTABLE)
    assert drawn_face(face, MANY, PORTABLE) == drawn_face(face, MANY, PORTABLE)


def test_what_is_kept_has_a_bound(face: Face) -> None:
    for char in MANY:
        of(face, char)

    assert drawn._few_drawn.cache_info().currsize == drawn._MOST_KEPT
    assert len(MANY) > drawn._MOST_KEPT


def test_truetype_outlines_are_told_by_their_length() -> None:
    (info,) = read_faces(LATIN_TRUETYPE)
    face = open_face(info)
    assert face is not None

    made = of(face, "Aé")
    assert len(zlib.decompress(made.outlines)) == made.length


def test_of_truetype_each_code_has_its_glyph() -> None:
    (info,) = read_faces(LATIN_TRUETYPE)
    face = open_face(info)
    assert face is not None

    made = of(face, "A~")
    assert made.glyphs is not None
    glyphs = struct.unpack(f">{0x7E + 1}H", zlib.decompress(made.glyphs))
    assert {code: glyph for code, glyph in enumerate(glyphs) if glyph} == {0x41: 1, 0x7E: 2}
