"""Outlines of CID-keyed CFF put together again: each as HarfBuzz makes it, and all under the codes asked for."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

import pytest
import uharfbuzz as hb
from hypothesis import given
from hypothesis import strategies as st

from bulletin_gen.fonts import Face
from bulletin_gen.fonts.cff import _charset, has_subroutines, own_programs, read_cff, write_cff
from bulletin_gen.fonts.face import open_face
from bulletin_gen.fonts.sfnt import read_faces
from judges import test_fonts as folder_of_faces
from make_fonts import NOTO_SANS, NOTO_SERIF

FANDOL = folder_of_faces() / "FandolFang-Regular.otf"
CHARS = [chr(code) for code in (*range(0x4E00, 0x9F00), *range(0x21, 0x7F), *range(0x3001, 0x3012))]


def face_of(file: Path) -> Face:
    """Return a face whose outlines nobody has asked for before."""
    (info,) = read_faces(file)
    open_face.cache_clear()
    face = open_face(info)
    assert face is not None
    return face


def some_chars(count: int, seed: int = 0) -> list[str]:
    return Random(seed).sample(CHARS, count)


def cut_by_harfbuzz(file: Path, glyphs: Iterable[int]) -> bytes:
    wanted = hb.SubsetInput()
    flags = hb.SubsetFlags
    wanted.flags = flags.NO_LAYOUT_CLOSURE | flags.DESUBROUTINIZE | flags.CFF_IDENTITY_CHARSET
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    return bytes(hb.subset(hb.Face(hb.Blob.from_file_path(file)), wanted).reference_table("CFF ").data)


def cut_for(face: Face, chars: Iterable[str]) -> bytes:
    """Return what HarfBuzz makes when it is told the glyphs of some characters."""
    return cut_by_harfbuzz(face.info.file, set(map(face.glyph, chars)) - {0})


def joined_for(face: Face, chars: Iterable[str]) -> bytes:
    """Return that table with its outlines in the order of some characters, one for each, under their codes."""
    ordered = sorted(chars)
    glyphs = list(map(face.glyph, ordered))
    read = read_cff(cut_for(face, ordered))
    assert read is not None
    outlines = dict(zip([0, *sorted(set(glyphs))], read.outlines, strict=True))
    return write_cff(read._replace(outlines=[outlines[glyph] for glyph in (0, *glyphs)]), list(map(ord, ordered)))


A_TABLE = cut_by_harfbuzz(NOTO_SERIF, set(range(1, 6)))
A_WHOLE_TABLE = cut_by_harfbuzz(FANDOL, range(1, 6))


@pytest.mark.parametrize("count", [0, 1, 2, 300, 1200])
@pytest.mark.parametrize("file", [NOTO_SERIF, NOTO_SANS, FANDOL], ids=lambda file: file.stem)
def test_a_subset_of_outlines_asked_for_one_set_after_the_other_has_harfbuzzs_own(file: Path, count: int) -> None:
    face = face_of(file)
    wanted = list(filter(face.draws, some_chars(count)))
    face.subset(some_chars(count, seed=1))
    face.subset(wanted[::2])

    assert face.subset(wanted).data == joined_for(face, wanted)


def test_two_characters_drawn_alike_have_an_outline_each() -> None:
    face = face_of(NOTO_SERIF)

    assert face.glyph("⼀") == face.glyph("一")
    assert face.subset("⼀一甲").data == joined_for(face, "⼀一甲")


@pytest.mark.parametrize(
    ("codes", "charset"),
    [
        ([], "01"),
        ([0x4E00], "00 4E00"),
        ([1, 2], "01 0001 01"),
        ([0x4E00, 0x4E01], "01 4E00 01"),
        (range(1, 301), "02 0001 012B"),
        ([0x20, 0x31, 0x4E00], "00 0020 0031 4E00"),
    ],
    ids=["none", "one", "positions", "neighbours", "many positions", "others"],
)
def test_codes_are_told_by_the_charset(codes: Sequence[int], charset: str) -> None:
    assert _charset(codes) == bytes.fromhex(charset)


def test_what_is_read_is_written_as_it_was() -> None:
    table = cut_for(face_of(NOTO_SERIF), "整改，A1■")
    read = read_cff(table)
    assert read is not None

    assert write_cff(read) == table
    assert {outline.font_dict.name.decode() for outline in read.outlines} == {
        *("NotoSerifSC-Regular-Dingbats", "NotoSerifSC-Regular-Generic"),
        *("NotoSerifSC-Regular-Ideographs", "NotoSerifSC-Regular-Proportional"),
    }


def test_outlines_under_names_are_not_read() -> None:
    name, top, no_strings, no_subroutines = b"\0\1\1\1\2A", b"\0\1\1\1\3\x8b\x11", b"\0\0", b"\0\0"

    assert read_cff(b"\1\0\4\1" + name + top + no_strings + no_subroutines) is None


@given(place=st.integers(0, 10_000), byte=st.integers(0, 255))
def test_a_table_that_would_not_be_the_same_again_is_not_read(place: int, byte: int) -> None:
    table = bytearray(A_TABLE)
    table[place % len(table)] = byte

    read = read_cff(bytes(table))

    assert read is None or write_cff(read) == table


def test_a_face_whose_table_is_not_read_is_cut_by_harfbuzz(monkeypatch: pytest.MonkeyPatch) -> None:
    face, wanted = face_of(NOTO_SERIF), some_chars(30)
    face.subset("")
    monkeypatch.setattr("bulletin_gen.fonts.face.read_cff", lambda _table: None)

    assert face.subset(wanted).data == cut_for(face, wanted)


def test_harfbuzz_is_asked_only_for_outlines_that_no_document_had(monkeypatch: pytest.MonkeyPatch) -> None:
    face, plan, asked = face_of(NOTO_SERIF), hb.SubsetPlan, list[set[str]]()

    def noted(whole: hb.Face, wanted: hb.SubsetInput) -> hb.SubsetPlan:
        asked.append(set(map(chr, wanted.sets(hb.SubsetInputSets.UNICODE))))
        return plan(whole, wanted)

    face.subset("整改落实")
    monkeypatch.setattr(hb, "SubsetPlan", noted)
    for chars in ("整改落实", "通报", "通报落实"):
        face.subset(chars)

    assert asked == [set("通报")]


def test_harfbuzz_is_not_asked_for_outlines_that_are_whole_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    face = face_of(FANDOL)
    expected = joined_for(face, "整改落实")
    face.subset("")
    monkeypatch.setattr(hb, "SubsetPlan", None)

    assert face.subset("整改落实").data == expected


def test_where_one_of_them_has_no_end_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    face = face_of(FANDOL)
    expected = joined_for(face, "整改落实")
    monkeypatch.setattr("bulletin_gen.fonts.cff._END", b"no end")

    assert face.subset("整改落实").data == expected


def test_outlines_are_found_in_the_table_of_a_face() -> None:
    table = cut_for(face_of(FANDOL), "整改，A1")
    read, own = read_cff(table), own_programs(table)
    assert read is not None
    assert own is not None

    assert own.of(range(6)) == {glyph: outline.program for glyph, outline in enumerate(read.outlines)}


def test_outlines_of_several_kinds_or_that_share_pieces_are_not_taken_as_they_stand() -> None:
    face = face_of(NOTO_SERIF)

    assert own_programs(bytes(hb.Face(hb.Blob.from_file_path(NOTO_SERIF)).reference_table("CFF ").data)) is None
    assert own_programs(cut_for(face, "整改，A1■")) is None


@given(place=st.integers(0, 10_000), byte=st.integers(0, 255))
def test_of_a_damaged_table_whole_outlines_are_taken_or_none(place: int, byte: int) -> None:
    table = bytearray(A_WHOLE_TABLE)
    table[place % len(table)] = byte
    own = own_programs(bytes(table))

    programs = own.of(range(5)) if own else None
    assert programs is None or all(program.endswith(b"\x0e") for program in programs.values())


def test_what_is_kept_of_a_face_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    face = face_of(NOTO_SERIF)
    monkeypatch.setattr("bulletin_gen.fonts.face._MOST_OUTLINES", 20)
    texts = [some_chars(15, seed) for seed in range(4)]

    assert [face.subset(chars).data for chars in texts] == [joined_for(face, chars) for chars in texts]
    assert len(face._outlines) <= 20 + 15


@pytest.mark.parametrize(("file", "shared"), [(NOTO_SERIF, True), (FANDOL, False)], ids=["Noto", "Fandol"])
def test_whether_outlines_share_pieces_is_told_by_the_table(file: Path, *, shared: bool) -> None:
    table = bytes(hb.Face(hb.Blob.from_file_path(file)).reference_table("CFF ").data)

    assert has_subroutines(table) is shared


def test_a_subset_has_no_subroutines_and_a_table_that_cannot_be_read_may_have_some() -> None:
    assert not has_subroutines(cut_by_harfbuzz(NOTO_SERIF, {1, 2, 3}))
    assert has_subroutines(b"\1\0\4")
