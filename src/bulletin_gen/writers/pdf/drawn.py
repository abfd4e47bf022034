"""What a PDF holds of a face that draws some characters: their outlines, codes, widths and meanings.

In: a face, the characters. Out: all that does not depend on where in the file it will stand.
"""

import unicodedata
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from hashlib import sha256
from itertools import groupby
from struct import pack_into
from typing import NamedTuple

from bulletin_gen.errors import Problem, WriteError
from bulletin_gen.fonts import Face
from bulletin_gen.fonts.face import Subset
from bulletin_gen.frozen import frozen
from bulletin_gen.writers.pdf.objects import array, utf16
from bulletin_gen.writers.pdf.packing import Packer

EM = 1000  # the width of a glyph of which `widths` say nothing
_FEW, _MOST_KEPT = 64, 32  # characters, sets of them: less than 2 MB
_CHECKSUM = 4  # bytes, by RFC 1950
_BLOCK = 100  # entries in one block, by Adobe's CMap specification


@frozen
class DrawnFace:
    """A face as far as it is drawn.

    `name` is told from that of other subsets by a tag; `outlines`, packed, were `length` bytes. `codes` maps the code
    point of a character to the two bytes that show it, in hexadecimal; None where these are the character in UTF-16.
    `glyphs`, packed, maps these codes to glyphs; None where the outlines do. `meaning`, packed, is the CMap from codes
    to characters; `second_meanings` are the characters whose code it gives to another one.
    """

    name: str
    outlines: bytes
    length: int
    widths: str
    glyphs: bytes | None
    codes: Mapping[int, str] | None
    meaning: bytes
    second_meanings: Set[str]


def drawn_face(face: Face, chars: Set[str], packer: Packer) -> DrawnFace:
    """Return what a PDF holds of a face that draws `chars`.

    Where they are few, as those of page numbers, of which the next document has the same, it is kept. Raises WriteError
    for a character that the face lacks, FontError when its file is damaged.
    """
    return _few_drawn(face, frozenset(chars), packer) if len(chars) <= _FEW else _drawn(face, chars, packer)


def _drawn(face: Face, chars: Set[str], packer: Packer) -> DrawnFace:
    subset = face.subset(chars)
    if 0 in subset.glyphs:
        lacking = subset.chars[subset.glyphs.index(0)]
        raise WriteError(Problem(f"{face.name} 没有“{lacking}”", "请用排版时的同一组字体写文件"))
    is_odd = face.has_cff_outlines and not face.outlines_repeat
    outlines = packer.odd_face(subset.data) if is_odd else packer.face(subset.data)
    shown = _as_characters(subset) if subset.codes_are_own else _as_glyphs(subset)
    has_map = subset.codes_are_own and not face.has_cff_outlines
    return DrawnFace(
        name=f"{_tag(face.key, subset.chars, outlines)}+{face.key}",
        outlines=outlines,
        length=len(subset.data),
        widths=_width_array(subset),
        glyphs=packer.text(_glyph_map(subset)) if has_map else None,
        codes=shown.codes,
        meaning=packer.text(shown.meaning),
        second_meanings=shown.second_meanings,
    )


_few_drawn = lru_cache(maxsize=_MOST_KEPT)(_drawn)


class _Shown(NamedTuple):
    """What DrawnFace has under these names, the CMap not packed."""

    codes: Mapping[int, str] | None
    meaning: bytes
    second_meanings: Set[str]


def _as_characters(subset: Subset) -> _Shown:
    """Show characters by their own codes: each row of 256 that has one of them means itself."""
    rows = sorted(set("".join(subset.chars).encode("utf-16-be")[::2]))
    entries = [f"<{row:02X}00> <{row:02X}FF> <{row:02X}00>" for row in rows]
    return _Shown(None, _to_unicode("bfrange", entries), frozenset())


def _as_glyphs(subset: Subset) -> _Shown:
    """Show characters by the numbers of their glyphs: of those that share one, the CMap tells a plain one, so 一."""
    codes = [f"{code:04X}" for code in subset.codes]
    meanings = dict(sorted(zip(codes, subset.chars, strict=True), key=lambda shown: _is_plain(shown[1])))
    entries = [f"<{code}> <{utf16(char)}>" for code, char in sorted(meanings.items())]
    by_char = dict(zip(map(ord, subset.chars), codes, strict=True))
    return _Shown(by_char, _to_unicode("bfchar", entries), set(subset.chars).difference(meanings.values()))


def _is_plain(char: str) -> bool:
    return unicodedata.is_normalized("NFKC", char)


def _to_unicode(kind: str, entries: Sequence[str]) -> bytes:
    """Return a CMap with entries of one kind, bfchar or bfrange."""
    blocks = [entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK)]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        *(line for block in blocks for line in (f"{len(block)} begin{kind}", *block, f"end{kind}")),
        "endcmap CMapName currentdict /CMap defineresource pop end end\n",
    ]
    return "\n".join(lines).encode("ascii")


def _glyph_map(subset: Subset) -> bytes:
    """Return the number of the glyph of each code, from code 0 on: CIDToGIDMap."""
    glyphs = bytearray(2 * (max(subset.codes, default=0) + 1))
    for code, glyph in zip(subset.codes, subset.glyphs, strict=True):
        pack_into(">H", glyphs, 2 * code, glyph)
    return bytes(glyphs)


def _tag(key: str, chars: Sequence[str], packed: bytes) -> str:
    """Return the six letters that tell a subset from others of the face, and from those of other versions of it.

    They come from the characters and from the checksum of the outlines, which ends what is packed.
    """
    digest = sha256(f"{key} {''.join(chars)}".encode())
    digest.update(packed[-_CHECKSUM:])
    return "".join(chr(ord("A") + byte % 26) for byte in digest.digest()[:6])


def _width_array(subset: Subset) -> str:
    """Return the advances that are not one em: first code and advances of each unbroken stretch of codes."""
    odd = {code: width for code, width in sorted(zip(subset.codes, subset.advances, strict=True)) if width != EM}
    stretches = groupby(enumerate(odd.items()), key=lambda item: item[1][0] - item[0])
    items: list[str] = []
    for _, stretch in stretches:
        pairs = [pair for _, pair in stretch]
        items += [str(pairs[0][0]), array(str(width) for _, width in pairs)]
    return array(items)
