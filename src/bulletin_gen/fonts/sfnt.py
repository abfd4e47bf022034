"""Read what a font file says about its faces: names, licence, kind of outlines.

In: a file. Out: a FaceInfo for each face in it, none for a file that is damaged or no font at all. Only the few
tables needed are read, by seeking: hundreds of files take a few hundredths of a second. Where things are kept
(`kept.py`) a file is opened once, until it changes.
"""

import struct
import sys
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from stat import S_ISREG
from typing import Any, BinaryIO, NamedTuple
from zlib import crc32

from bulletin_gen.frozen import frozen
from bulletin_gen.kept import shelf

FONT_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")

_MOST_MEMBERS = 64
_LONGEST_NAME_TABLE = 1 << 20
_SFNT_VERSIONS = frozenset({b"\0\1\0\0", b"OTTO", b"true"})

_FAMILY, _SUBFAMILY, _FULL, _POSTSCRIPT, _LARGE_FAMILY, _LARGE_SUBFAMILY = 1, 2, 4, 6, 16, 17
_NAME_IDS = frozenset({_FAMILY, _SUBFAMILY, _FULL, _POSTSCRIPT, _LARGE_FAMILY, _LARGE_SUBFAMILY})
_REGULAR = frozenset({"", "regular", "normal", "book", "roman", "常规", "标准"})
_NOT_COMPARED = dict.fromkeys(map(ord, " -_\u3000"))
_CHINESE, _ENGLISH = 0x0804, 0x0409


class Obstacle(StrEnum):
    """Why a face cannot be set in a PDF."""

    LICENCE = "字体的授权标记不允许嵌入文件"
    VARIABLE = "是可变字体，本程序只用固定字重的字体"
    OUTLINES = "没有可嵌入的轮廓"


_OBSTACLES: Mapping[str | None, Obstacle | None] = {None: None, **{item.name: item for item in Obstacle}}


@frozen
class FaceInfo:
    """One face of a file. `names` are folded; `stamp` is the file's time and size when it was read."""

    file: Path
    index: int
    stamp: tuple[int, int]
    name: str
    postscript: str
    names: frozenset[str]
    obstacle: Obstacle | None


class NameRecord(NamedTuple):
    id: int
    language: int
    text: str


Tables = Mapping[bytes, tuple[int, int]]


def fold(name: str) -> str:
    """Return a face's name as names are compared: without case, spaces, hyphens and underscores."""
    return name.casefold().translate(_NOT_COMPARED)


def read_faces(file: Path) -> tuple[FaceInfo, ...]:
    """Return the faces of a font file, in their order; none when it cannot be read as a font."""
    try:
        status = file.stat()
        if not S_ISREG(status.st_mode):
            return ()
        stamp = status.st_mtime_ns, status.st_size
        return _faces_of(file, stamp, status.st_ctime_ns)
    except OSError:
        return ()


@lru_cache(maxsize=4096)
def _faces_of(file: Path, stamp: tuple[int, int], changed: int) -> tuple[FaceInfo, ...]:
    """Return the faces of a file that was written at its stamp; at `changed` it was last put there or given rights."""
    kept = shelf("faces", _true_for)
    if kept is None:
        return _read_stamped(file, stamp)
    where, when = str(file.absolute()), [*stamp, changed]
    faces = _taken_from(kept.get(where), when, file, stamp)
    if faces is None:
        faces = _read_stamped(file, stamp)
        kept.put(where, [when, [_kept(face) for face in faces]])
    return faces


def _read_stamped(file: Path, stamp: tuple[int, int]) -> tuple[FaceInfo, ...]:
    with file.open("rb") as stream:
        try:
            return tuple(_face(stream, file, index, stamp, at) for index, at in enumerate(_member_offsets(stream)))
        except (struct.error, _DamagedError):
            return ()


def _kept(face: FaceInfo) -> list[Any]:
    """Return what a face is made of again, and can be kept: all that neither its file nor its place there tells."""
    return [face.name, face.postscript, sorted(face.names), face.obstacle and face.obstacle.name]


def _taken_from(kept: object, when: list[int], file: Path, stamp: tuple[int, int]) -> tuple[FaceInfo, ...] | None:
    """Return the faces that were kept of a file as it is now, None where none were."""
    match kept:
        case [list(then), list(faces)] if then == when:
            taken = tuple(filter(None, (_face_of(face, file, index, stamp) for index, face in enumerate(faces))))
            return taken if len(taken) == len(faces) else None
    return None


def _face_of(kept: object, file: Path, index: int, stamp: tuple[int, int]) -> FaceInfo | None:
    match kept:
        case [str(name), str(postscript), list(names), (str() | None) as obstacle]:
            if all(isinstance(name, str) for name in names) and obstacle in _OBSTACLES:
                return FaceInfo(file, index, stamp, name, postscript, frozenset(names), _OBSTACLES[obstacle])
    return None


@cache
def _true_for() -> str:
    """What is kept of a face is what this module, in this Python, reads of it."""
    return f"{sys.version} {crc32(Path(__file__).read_bytes()):08x}"


def map_table(info: FaceInfo, tag: bytes) -> memoryview:
    """Return a table of a face, of which only what is looked at is read; nothing where it cannot be read."""
    try:
        with info.file.open("rb") as stream:
            member = _member_offsets(stream)[info.index]
            at, length = _table_directory(stream, member, info.stamp[1])[tag]
            return memoryview(mmap(stream.fileno(), 0, access=ACCESS_READ))[at : at + length]
    except (OSError, ValueError, LookupError, struct.error, _DamagedError):
        return memoryview(b"")


class _DamagedError(Exception):
    """The file contradicts itself."""


def _read(stream: BinaryIO, offset: int, length: int) -> bytes:
    stream.seek(offset)
    return stream.read(length)


def _member_offsets(stream: BinaryIO) -> tuple[int, ...]:
    head = _read(stream, 0, 12)
    if head[:4] != b"ttcf":
        return (0,)
    count = min(struct.unpack_from(">I", head, 8)[0], _MOST_MEMBERS)
    return struct.unpack(f">{count}I", _read(stream, 12, 4 * count))


def _face(stream: BinaryIO, file: Path, index: int, stamp: tuple[int, int], offset: int) -> FaceInfo:
    tables = _table_directory(stream, offset, stamp[1])
    at, length = tables.get(b"name", (0, 0))
    records = list(_name_records(_read(stream, at, min(length, _LONGEST_NAME_TABLE))))
    return FaceInfo(
        file=file,
        index=index,
        stamp=stamp,
        name=_display_name(records) or file.stem,
        postscript=_postscript_name(records) or f"Face{index}",
        names=_folded_names(records),
        obstacle=_obstacle(stream, tables),
    )


def _table_directory(stream: BinaryIO, offset: int, size: int) -> Tables:
    """Return tag -> (offset, length) of each table.

    Raises _DamagedError for a tag that is none and for a table that reaches past the file's end.
    """
    version, count = struct.unpack(">4sH6x", _read(stream, offset, 12))
    if version not in _SFNT_VERSIONS:
        raise _DamagedError
    rows = struct.iter_unpack(">4s4xII", _read(stream, offset + 12, 16 * count))
    tables = {tag: (at, length) for tag, at, length in rows}
    inside = all(at + length <= size for at, length in tables.values())
    if not inside or len(tables) < count or not b"".join(tables).isascii():
        raise _DamagedError
    return tables


def _obstacle(stream: BinaryIO, tables: Tables) -> Obstacle | None:
    if b"fvar" in tables:
        return Obstacle.VARIABLE
    if b"CFF " not in tables and not {b"glyf", b"loca"} <= tables.keys():
        return Obstacle.OUTLINES
    at, length = tables.get(b"OS/2", (0, 0))
    permissions = struct.unpack(">H", _read(stream, at + 8, 2))[0] if length >= 10 else 0
    return None if _may_embed_subset(permissions) else Obstacle.LICENCE


def _may_embed_subset(permissions: int) -> bool:
    """Do the bits of OS/2 fsType let us embed a subset of the outlines?

    Restricted (0x2) forbids unless a milder bit (0x4, 0x8) stands beside it; 0x100 forbids subsets, 0x200
    outlines. Source: OpenType 1.9, OS/2.
    """
    restricted = permissions & 0xE == 0x2
    return not restricted and not permissions & 0x300


def _name_records(table: bytes) -> Iterator[NameRecord]:
    """Yield the names of a `name` table that we use, leaving out what cannot be decoded."""
    if len(table) < 6:
        return
    count, strings = struct.unpack_from(">2xHH", table)
    rows = table[6 : 6 + 12 * count]
    for row in struct.iter_unpack(">6H", rows[: len(rows) // 12 * 12]):
        platform, encoding, language, name_id, length, offset = row
        if name_id in _NAME_IDS:
            start = strings + offset
            text = _decode(platform, encoding, table[start : start + length])
            if text:
                yield NameRecord(name_id, language if platform == 3 else _ENGLISH, text)


def _decode(platform: int, encoding: int, text: bytes) -> str:
    """Return a name as text, empty for an encoding that no face we look for uses."""
    match platform, encoding:
        case (0, _) | (3, 0 | 1 | 10):
            codec = "utf-16-be"
        case (3, 3):
            codec, text = "gb18030", text.replace(b"\0", b"")
        case (1, 25):
            codec = "gb18030"
        case (1, 0):
            codec = "mac-roman"
        case _:
            return ""
    return text.decode(codec, "ignore").strip("\0 ")


def _display_name(records: list[NameRecord]) -> str:
    """Return the full name, the Chinese one if there is one."""
    preference = {_CHINESE: 0, _ENGLISH: 1}
    full = [record for record in records if record.id == _FULL]
    return min(full, key=lambda record: preference.get(record.language, 2)).text if full else ""


def _postscript_name(records: list[NameRecord]) -> str:
    """Return the PostScript name, reduced to what a PDF name holds without escapes."""
    name = next((record.text for record in records if record.id == _POSTSCRIPT), "")
    return "".join(char for char in name if "!" <= char <= "~" and char not in "()<>[]{}/%#")


def _folded_names(records: list[NameRecord]) -> frozenset[str]:
    """Return every name that means this very face: family names only stand for a regular face."""
    ids = {_FULL, _POSTSCRIPT}
    if _is_regular(records, _SUBFAMILY):
        ids.add(_FAMILY)
        if _is_regular(records, _LARGE_SUBFAMILY):
            ids.add(_LARGE_FAMILY)
    return frozenset(fold(record.text) for record in records if record.id in ids)


def _is_regular(records: list[NameRecord], subfamily: int) -> bool:
    """Is any language's word for this kind of subfamily one for a regular face, or is there none?"""
    words = {fold(record.text) for record in records if record.id == subfamily}
    return not words or not words.isdisjoint(_REGULAR)
