"""What a font file says about itself, and what damaged ones must not do."""

import os
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_gen.fonts import sfnt
from bulletin_gen.fonts.sfnt import FaceInfo, Obstacle, fold, read_faces
from bulletin_gen.kept import Shelf, kept_on
from make_fonts import LATIN_TRUETYPE, NOTO_SERIF, font_bytes, make_collection, make_font
from strategies import json_values

SMALL = font_bytes("仿宋")


def names_in(file: Path) -> list[str]:
    return [face.name for face in read_faces(file)]


def test_a_real_face_says_its_names_and_may_be_embedded() -> None:
    (face,) = read_faces(NOTO_SERIF)

    assert (face.name, face.postscript, face.index) == ("Noto Serif SC", "NotoSerifSC-Regular", 0)
    assert face.obstacle is None


@pytest.mark.parametrize("asked", ["仿宋_GB2312", "仿宋 GB2312", "仿宋-gb2312"])
def test_names_are_compared_without_case_spaces_and_hyphens(asked: str, tmp_path: Path) -> None:
    (face,) = read_faces(make_font(tmp_path / "a.otf", "仿宋_GB2312"))

    assert fold(asked) in face.names


def test_a_family_name_means_its_regular_face_only(tmp_path: Path) -> None:
    (bold,) = read_faces(make_font(tmp_path / "a.otf", "FandolSong", style="Bold"))

    assert fold("FandolSong Bold") in bold.names
    assert fold("FandolSong") not in bold.names


def test_every_member_of_a_collection_is_found(tmp_path: Path) -> None:
    fonts = [font_bytes("宋体"), font_bytes("Times New Roman", "abc", source=LATIN_TRUETYPE)]
    file = make_collection(tmp_path / "a.ttc", *fonts)

    assert [(face.name, face.index) for face in read_faces(file)] == [("宋体", 0), ("Times New Roman", 1)]


@pytest.mark.parametrize(
    ("licence", "obstacle"),
    [
        (0x000, None),
        (0x002, Obstacle.LICENCE),
        (0x004, None),
        (0x006, None),
        (0x008, None),
        (0x100, Obstacle.LICENCE),
        (0x208, Obstacle.LICENCE),
    ],
    ids=["free", "restricted", "print", "print beats restricted", "edit", "no subsets", "bitmaps only"],
)
def test_the_licence_bits_decide_whether_a_face_may_be_embedded(
    licence: int, obstacle: Obstacle | None, tmp_path: Path
) -> None:
    (face,) = read_faces(make_font(tmp_path / "a.otf", "仿宋", licence=licence))

    assert obstacle == face.obstacle


def test_a_variable_face_is_not_for_us(tmp_path: Path) -> None:
    (face,) = read_faces(make_font(tmp_path / "a.otf", "仿宋", extra={b"fvar": b"\0" * 16}))

    assert face.obstacle is Obstacle.VARIABLE


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0",
        b"not a font at all",
        b"OTTO",
        SMALL[:100],
        SMALL[:-200],
        SMALL[:4] + b"\xff\xff" + SMALL[6:],
        b"ttcf\0\1\0\0\xff\xff\xff\xff",
        b"ttcf\0\1\0\0\0\0\0\1\xff\xff\xff\xff",
    ],
    ids=["empty", "one byte", "text", "tag alone", "cut early", "cut late", "tables", "members", "offset"],
)
def test_a_damaged_file_has_no_faces(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.otf"
    file.write_bytes(content)

    assert read_faces(file) == ()


def test_a_missing_file_and_a_folder_have_no_faces(tmp_path: Path) -> None:
    assert read_faces(tmp_path / "nowhere.otf") == ()
    assert read_faces(tmp_path) == ()


@given(changes=st.lists(st.tuples(st.integers(0, len(SMALL) - 1), st.integers(0, 255)), max_size=40))
def test_no_change_of_bytes_makes_reading_fail(
    changes: list[tuple[int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    content = bytearray(SMALL)
    for position, byte in changes:
        content[position] = byte
    file = tmp_path_factory.mktemp("fonts") / "a.otf"
    file.write_bytes(content)

    assert len(read_faces(file)) <= 1


def test_a_file_that_is_replaced_is_read_again(tmp_path: Path) -> None:
    file = make_font(tmp_path / "a.otf", "仿宋")
    before = names_in(file)
    make_font(file, "楷体", "的一国")

    assert (before, names_in(file)) == (["仿宋"], ["楷体"])


def test_names_in_mac_and_gb_encodings_are_read(tmp_path: Path) -> None:
    mac_roman = _name_record(1, 0, 0, "Times New Roman".encode("mac-roman"))
    mac_chinese = _name_record(1, 25, 33, "仿宋".encode("gb18030"))
    windows_gb = _name_record(3, 3, 0x0804, "楷体".encode("gb18030"))

    for table, name in [(mac_roman, "Times New Roman"), (mac_chinese, "仿宋"), (windows_gb, "楷体")]:
        file = make_font(tmp_path / f"{name}.otf", "x", extra={b"name": table})
        assert [name] == names_in(file)


def _name_record(platform: int, encoding: int, language: int, text: bytes) -> bytes:
    return struct.pack(">9H", 0, 1, 18, platform, encoding, language, 4, len(text), 0) + text


def read_with(shelf: Shelf, file: Path, **changes: object) -> tuple[FaceInfo, ...]:
    """Return what a process reads that starts now."""
    sfnt._faces_of.cache_clear()
    with kept_on(lambda *_: shelf), pytest.MonkeyPatch.context() as patch:
        for name, value in changes.items():
            patch.setattr(sfnt, name, value)
        return read_faces(file)


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    fonts = [
        font_bytes("宋体", licence=0x002),
        font_bytes("Times New Roman", "abc", source=LATIN_TRUETYPE),
        font_bytes("仿宋", extra={b"fvar": b"\0" * 16}),
    ]
    return make_collection(tmp_path / "a.ttc", *fonts)


def test_what_is_kept_of_a_file_is_what_is_read_of_it(collection: Path) -> None:
    kept = Shelf()
    read = read_with(kept, collection)

    assert read == read_faces(collection)
    assert len(read) == 3
    assert read_with(kept, collection, _read_stamped=None) == read


def test_of_a_file_that_is_no_font_it_is_kept_that_it_has_no_faces(tmp_path: Path) -> None:
    kept = Shelf()
    file = tmp_path / "a.otf"
    file.write_bytes(b"no font")

    assert read_with(kept, file) == ()
    assert read_with(kept, file, _read_stamped=None) == ()


def test_a_file_that_changed_is_read_anew(tmp_path: Path) -> None:
    kept = Shelf()
    file = make_font(tmp_path / "a.otf", "仿宋")
    read_with(kept, file)
    make_font(file, "楷体")

    assert [face.name for face in read_with(kept, file)] == ["楷体"]


def test_another_file_of_that_size_and_time_is_read_anew(tmp_path: Path) -> None:
    """As one is that was copied there with its times."""
    kept = Shelf()
    file, other = make_font(tmp_path / "a.otf", "仿宋"), make_font(tmp_path / "b.otf", "楷体")
    os.utime(file, ns=(7, 7))
    os.utime(other, ns=(7, 7))
    read_with(kept, file)
    assert file.stat().st_size == other.stat().st_size
    other.replace(file)

    assert [face.name for face in read_with(kept, file)] == ["楷体"]


def test_a_file_is_known_by_its_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Shelf()
    monkeypatch.chdir(tmp_path)
    make_font(Path("a.otf"), "仿宋")
    read_with(kept, Path("a.otf"))

    assert kept.get(str(tmp_path / "a.otf"))
    (face,) = read_with(kept, Path("a.otf"), _read_stamped=None)
    assert face.file == Path("a.otf")


def test_of_a_file_that_may_not_be_read_nothing_is_kept(tmp_path: Path) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    kept = Shelf()
    file = make_font(tmp_path / "a.otf", "仿宋")

    assert read_with(kept, file, _read_stamped=refuse) == ()
    assert kept.values == {}
    assert len(read_with(kept, file)) == 1


def forged(file: Path, faces: object) -> Shelf:
    kept = Shelf()
    read_with(kept, file)
    kept.put(str(file), [kept.get(str(file))[0], faces])
    return kept


@pytest.mark.parametrize(
    "faces",
    [
        *(None, "仿宋", {}, [None], [[]], [["仿宋"]], [["仿宋", "F", ["仿宋"]]]),
        *([[1, "F", ["仿宋"], None]], [["仿宋", 1, ["仿宋"], None]], [["仿宋", "F", "仿宋", None]]),
        *([["仿宋", "F", [1], None]], [["仿宋", "F", ["仿宋"], "OTHER"]], [["仿宋", "F", ["仿宋"], []]]),
        [["楷体", "K", ["楷体"], None], None],
    ],
)
def test_what_no_face_is_kept_as_is_read_anew(faces: object, tmp_path: Path) -> None:
    file = make_font(tmp_path / "a.otf", "仿宋")

    assert [face.name for face in read_with(forged(file, faces), file)] == ["仿宋"]


@given(json_values())
def test_no_kept_value_makes_reading_fail(value: object) -> None:
    kept = Shelf()
    kept.put(str(NOTO_SERIF), value)
    (face,) = read_with(kept, NOTO_SERIF)

    assert face.name == "Noto Serif SC"
