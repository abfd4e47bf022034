"""Embed the faces of a document: one Type 0 font for each, holding just the glyphs used.

In: the faces and the characters that each one draws. Out: objects added to the PDF, and the codes by which page
contents name the glyphs.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence, Set
from hashlib import sha256
from itertools import groupby
from struct import pack
from typing import Any

from reportlab.pdfbase.pdfdoc import BasicFonts

from bulletin_gen.errors import Problem, WriteError
from bulletin_gen.fonts import Face, FontSet
from bulletin_gen.fonts.face import Subset
from bulletin_gen.frozen import frozen
from bulletin_gen.pages import Pages
from bulletin_gen.writers.pdf.objects import add_object, add_stream, array, dictionary
from bulletin_gen.writers.pdf.packing import Packer

_EM = 1000
_BLOCK = 100  # entries in one bfchar block, by Adobe's CMap specification
_FIXED_PITCH, _SERIF, _SYMBOLIC, _ITALIC = 1, 2, 4, 64


@frozen
class EmbeddedFace:
    """A face within one PDF.

    `resource` is its name in page contents (`/F1`); `codes` maps a character's code point to four hexadecimal
    digits; `meaning` is the CMap from glyphs to characters; `second_meanings` are the characters drawn by a glyph
    that the CMap gives to another character.
    """

    resource: str
    codes: Mapping[int, str]
    meaning: bytes
    second_meanings: Set[str]


def embed_faces(document: Any, pages: Pages, fonts: FontSet, packer: Packer) -> dict[str, EmbeddedFace]:
    """Add every face that `pages` use to the document and return them by their keys."""
    drawn: dict[str, list[str]] = defaultdict(list)
    for run in pages.runs():
        drawn[run.face].append(run.text)
    return {
        key: _embed(document, f"F{count}", fonts.face(key), set("".join(texts)), packer)
        for count, (key, texts) in enumerate(drawn.items(), 1)
    }


def _embed(document: Any, resource: str, face: Face, chars: Collection[str], packer: Packer) -> EmbeddedFace:
    subset = face.subset(chars)
    if 0 in subset.codes:
        lacking = min(char for char, code in zip(subset.chars, subset.codes, strict=True) if not code)
        raise WriteError(Problem(f"{face.name} 没有“{lacking}”", "请用排版时的同一组字体写文件"))
    codes = _in_hexadecimal(subset.codes)
    meanings = _meanings(subset.chars, codes)
    embedded = EmbeddedFace(
        resource=f"/{resource}",
        codes=dict(zip(map(ord, subset.chars), codes, strict=True)),
        meaning=_to_unicode(meanings),
        second_meanings=set(subset.chars).difference(meanings.values()) if len(meanings) < len(codes) else frozenset(),
    )
    _add_objects(document, resource, face, subset, embedded.meaning, packer)
    return embedded


def _in_hexadecimal(codes: Sequence[int]) -> list[str]:
    """Return codes with four digits each."""
    return pack(f">{len(codes)}H", *codes).hex(" ", 2).upper().split()


def _meanings(chars: Sequence[str], codes: Sequence[str]) -> dict[str, str]:
    """Return the character that each glyph stands for: the plain one before a variant. Both are in order of glyphs."""
    meanings = dict(zip(codes, chars, strict=True))
    if len(meanings) < len(codes):
        by_preference = sorted(zip(chars, codes, strict=True), key=lambda drawn: (_is_variant(drawn[0]), *drawn))
        meanings |= {code: char for char, code in reversed(by_preference)}
    return meanings


def _is_variant(char: str) -> bool:
    return unicodedata.normalize("NFKC", char) != char


def _to_unicode(meanings: Mapping[str, str]) -> bytes:
    entries = [f"<{code}> <{units}>" for code, units in zip(meanings, _utf16(meanings.values()), strict=True)]
    blocks = [entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK)]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        *(line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")),
        "endcmap CMapName currentdict /CMap defineresource pop end end\n",
    ]
    return "\n".join(lines).encode("ascii")


def _utf16(chars: Collection[str]) -> list[str]:
    """Return each character in UTF-16, in hexadecimal."""
    units = "".join(chars).encode("utf-16-be").hex(" ", 2).upper().split()
    if len(units) == len(chars):
        return units
    return [char.encode("utf-16-be").hex().upper() for char in chars]


def _add_objects(document: Any, resource: str, face: Face, subset: Subset, meaning: bytes, packer: Packer) -> None:
    """Add the Type 0 font, its one descendant, its descriptor, the subset and the CMap."""
    cff = face.has_cff_outlines
    name = f"/{_tag(face.key, subset.data)}+{face.key}"
    descendant = {
        "Type": "/Font",
        "Subtype": "/CIDFontType0" if cff else "/CIDFontType2",
        "BaseFont": name,
        "CIDSystemInfo": dictionary({"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": "0"}),
        "FontDescriptor": add_object(
            document, f"{resource}.shape", _descriptor(document, resource, face, name, subset.data, packer)
        ),
        "DW": str(_EM),
        "W": _width_array(subset),
    }
    if not cff:
        descendant["CIDToGIDMap"] = "/Identity"
    font = {
        "Type": "/Font",
        "Subtype": "/Type0",
        "BaseFont": f"{name}-Identity-H" if cff else name,
        "Encoding": "/Identity-H",
        "DescendantFonts": array([add_object(document, f"{resource}.glyphs", dictionary(descendant))]),
        "ToUnicode": add_stream(document, f"{resource}.meaning", packer.text(meaning)),
    }
    document.idToObject[BasicFonts][resource] = add_object(document, f"{resource}.font", dictionary(font))


def _tag(key: str, data: bytes) -> str:
    """Return the six letters that tell one subset of a face from another."""
    digest = sha256(key.encode("ascii"))
    digest.update(data)
    return "".join(chr(ord("A") + byte % 26) for byte in digest.digest()[:6])


def _descriptor(document: Any, resource: str, face: Face, name: str, data: bytes, packer: Packer) -> str:
    shape = face.shape
    entries = {
        "Type": "/FontDescriptor",
        "FontName": name,
        "Flags": str(_flags(face)),
        "FontBBox": array(map(str, shape.box)),
        "ItalicAngle": f"{shape.italic_angle:g}",
        "Ascent": str(shape.ascent),
        "Descent": str(shape.descent),
        "CapHeight": str(shape.cap_height),
        "StemV": str(_stem_width(shape.weight)),
    }
    if face.has_cff_outlines:
        packed = packer.face(data) if face.outlines_repeat else packer.odd_face(data)
        entries["FontFile3"] = add_stream(document, f"{resource}.file", packed, "/Subtype /CIDFontType0C")
    else:
        entries["FontFile2"] = add_stream(document, f"{resource}.file", packer.face(data), f"/Length1 {len(data)}")
    return dictionary(entries)


def _flags(face: Face) -> int:
    shape = face.shape
    flags = _SYMBOLIC
    if shape.fixed_pitch:
        flags |= _FIXED_PITCH
    if shape.serif:
        flags |= _SERIF
    if shape.italic_angle:
        flags |= _ITALIC
    return flags


def _stem_width(weight: int) -> int:
    """Return a stem width that goes with a weight of 1 to 1000: no table of a font file holds one."""
    return 50 + round((weight / 65) ** 2)


def _width_array(subset: Subset) -> str:
    """Return the advances that are not one em: first code and advances of each unbroken stretch of codes."""
    widths = dict(zip(subset.codes, subset.advances, strict=True))
    odd = [(code, width) for code, width in widths.items() if width != _EM]
    stretches = groupby(enumerate(odd), key=lambda item: item[1][0] - item[0])
    items: list[str] = []
    for _, stretch in stretches:
        pairs = [pair for _, pair in stretch]
        items += [str(pairs[0][0]), array(str(width) for _, width in pairs)]
    return array(items)
