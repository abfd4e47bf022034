"""Small font files for tests, cut from faces that are always installed and given other names and licences.

Use: `from make_fonts import make_font` (this folder is on the path of the tests).
"""

import importlib.util
import struct
from collections.abc import Mapping
from pathlib import Path

import pymupdf
import uharfbuzz as hb

Tables = Mapping[bytes, bytes]

_HEADER, _ROW = 12, 16
_WINDOWS_ENGLISH = (3, 1, 0x0409)


def _package_folder(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


NOTO_SERIF = _package_folder("pylopdf_fonts_zh_cn") / "NotoSerifSC-Regular.otf"
NOTO_SANS = _package_folder("pylopdf_fonts_zh_cn") / "NotoSansSC-Regular.otf"
LATIN_TRUETYPE = _package_folder("reportlab") / "fonts" / "Vera.ttf"
PROSE = "的一国，。关于通报整改情况0123456789Aa"


def make_font(
    path: Path,
    family: str,
    chars: str = PROSE,
    *,
    source: Path = NOTO_SERIF,
    style: str = "Regular",
    licence: int = 0,
    extra: Tables | None = None,
) -> Path:
    """Write a font file that holds `chars` and answers to the name `family`; `licence` is its OS/2 fsType."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(font_bytes(family, chars, source=source, style=style, licence=licence, extra=extra))
    return path


def font_bytes(
    family: str,
    chars: str = PROSE,
    *,
    source: Path = NOTO_SERIF,
    style: str = "Regular",
    licence: int = 0,
    extra: Tables | None = None,
) -> bytes:
    tables = _tables(_cut(source, chars))
    os2 = tables[b"OS/2"]
    tables[b"OS/2"] = os2[:8] + struct.pack(">H", licence) + os2[10:]
    tables[b"name"] = _name_table(family, style)
    version = b"OTTO" if b"CFF " in tables else b"\0\1\0\0"
    return _assemble(version, tables | dict(extra or {}), at=0)


def make_named_cff(path: Path, family: str, drawn: Mapping[str, str]) -> Path:
    """Write a font file whose CFF outlines have names and no CIDs, those of a Times that PyMuPDF has.

    `drawn` says of each character by the glyph of which it is drawn.
    """
    times = pymupdf.Font("tiro")
    pairs = sorted((ord(char), times.has_glyph(ord(glyph))) for char, glyph in drawn.items())
    groups = b"".join(struct.pack(">3I", code, code, glyph) for code, glyph in pairs)
    tables = _tables(font_bytes(family)) | {
        b"CFF ": times.buffer,
        b"cmap": struct.pack(">HHHHIHHIII", 0, 1, 3, 10, 12, 12, 0, 16 + len(groups), 0, len(pairs)) + groups,
        b"hmtx": struct.pack(">Hh", 500, 0) * times.glyph_count,
        b"maxp": struct.pack(">IH", 0x5000, times.glyph_count),
    }
    tables[b"hhea"] = tables[b"hhea"][:-2] + struct.pack(">H", times.glyph_count)
    path.write_bytes(_assemble(b"OTTO", tables, at=0))
    return path


def make_collection(path: Path, *fonts: bytes) -> Path:
    """Write a font collection (TTC) of whole fonts."""
    at = _HEADER + 4 * len(fonts)
    offsets, members = [], []
    for font in fonts:
        offsets.append(at)
        members.append(_assemble(font[:4], _tables(font), at))
        at += len(members[-1])
    head = struct.pack(f">4sHHI{len(fonts)}I", b"ttcf", 1, 0, len(fonts), *offsets)
    path.write_bytes(head + b"".join(members))
    return path


def _cut(source: Path, chars: str) -> bytes:
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(map(ord, chars))
    cut = hb.subset(hb.Face(hb.Blob.from_file_path(source)), wanted)
    return bytes(cut.blob.data)


def _tables(font: bytes) -> dict[bytes, bytes]:
    count = struct.unpack_from(">H", font, 4)[0]
    rows = struct.iter_unpack(">4s4xII", font[_HEADER : _HEADER + _ROW * count])
    return {tag: font[at : at + length] for tag, at, length in rows}


def _assemble(version: bytes, tables: Tables, at: int) -> bytes:
    """Return a font whose first byte will stand at `at` of its file; nobody checks the checksums, left zero."""
    directory, body = b"", b""
    start = at + _HEADER + _ROW * len(tables)
    for tag, data in sorted(tables.items()):
        directory += struct.pack(">4sIII", tag, 0, start + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    return struct.pack(">4sH6x", version, len(tables)) + directory + body


def _name_table(family: str, style: str) -> bytes:
    full = family if style == "Regular" else f"{family} {style}"
    postscript = full.encode("unicode-escape").decode("ascii").replace("\\", "").replace(" ", "-")
    names = {1: family, 2: style, 4: full, 6: postscript}
    rows, strings = b"", b""
    for name_id, name in names.items():
        text = name.encode("utf-16-be")
        rows += struct.pack(">6H", *_WINDOWS_ENGLISH, name_id, len(text), len(strings))
        strings += text
    return struct.pack(">3H", 0, len(names), 6 + len(rows)) + rows + strings
