"""What a PDF holds of a face that draws some characters."""

import zlib

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
from make_fonts import LATIN_TRUETYPE, NOTO_SERIF

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


def test_each_character_has_a_code_and_its_code_a_meaning(face: Face) -> None:
    made = of(face, "通报𬭎")

    lines = made.meaning.decode().splitlines()
    meant = {line[1:5]: bytes.fromhex(line[8:-1]).decode("utf-16-be") for line in lines if line.startswith("<")}
    assert meant == {code: chr(char) for char, code in made.codes.items()}
    assert sorted(meant.values()) == sorted("通报𬭎")
    assert zlib.decompress(made.packed_meaning) == made.meaning


def test_the_plain_character_of_a_glyph_goes_before_its_variant(face: Face) -> None:
    made = of(face, "⼀一")

    assert made.codes[ord("⼀")] == made.codes[ord("一")] == "0001"
    assert made.second_meanings == {"⼀"}
    assert b"<0001> <4E00>" in made.meaning


def test_only_widths_other_than_an_em_are_said(face: Face) -> None:
    assert of(face, "通报").widths == "[  ]"
    assert of(face, "12通").widths == "[ 1 [ 471 558 ] ]"


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
