"""What a PDF holds of a face that draws some characters: their outlines, codes, widths and meanings.

In: a face, the characters. Out: all that does not depend on where in the file it will stand.
"""

import unicodedata
from collections.abc import Collection, Mapping, Sequence, Set
from functools import lru_cache
from hashlib import sha256
from itertools import groupby
from struct import pack

from bulletin_gen.errors import Problem, WriteError
from bulletin_gen.fonts import Face
from bulletin_gen.fonts.face import Subset
from bulletin_gen.frozen import frozen
from bulletin_gen.writers.pdf.objects import array
from bulletin_gen.writers.pdf.packing import Packer

EM = 1000  # the width of a glyph of which `widths` say nothing
_FEW, _MOST_KEPT = 64, 32  # characters, sets of them: less than 2 MB
_BLOCK = 100  # entries in one bfchar block, by Adobe's CMap specification


@frozen
class DrawnFace:
    """A face as far as it is drawn.

    `name` is told from that of other subsets by a tag; `outlines`, packed, were `length` bytes. `codes` maps a
    character's code point to four hexadecimal digits; `meaning` is the CMap from glyphs to characters, which
    `packed_meaning` holds; `second_meanings` are the characters drawn by a glyph that the CMap gives to another
    character.
    """

    name: str
    outlines: bytes
    length: int
    widths: str
    codes: Mapping[int, str]
    meaning: bytes
    packed_meaning: bytes
    second_meanings: Set[str]


def drawn_face(face: Face, chars: Set[str], packer: Packer) -> DrawnFace:
    """Return what a PDF holds of a face that draws `chars`.

    Where they are few, as those of page numbers, of which the next document has the same, it is kept. Raises WriteError
    for a character that the face lacks, FontError when its file is damaged.
    """
    return _few_drawn(face, frozenset(chars), packer) if len(chars) <= _FEW else _drawn(face, chars, packer)


def _drawn(face: Face, chars: Set[str], packer: Packer) -> DrawnFace:
    subset = face.subset(chars)
    if 0 in subset.codes:
        lacking = min(char for char, code in zip(subset.chars, subset.codes, strict=True) if not code)
        raise WriteError(Problem(f"{face.name} 没有“{lacking}”", "请用排版时的同一组字体写文件"))
    codes = _in_hexadecimal(subset.codes)
    meanings = _meanings(subset.chars, codes)
    meaning = _to_unicode(meanings)
    is_odd = face.has_cff_outlines and not face.outlines_repeat
    return DrawnFace(
        name=f"{_tag(face.key, subset.data)}+{face.key}",
        outlines=packer.odd_face(subset.data) if is_odd else packer.face(subset.data),
        length=len(subset.data),
        widths=_width_array(subset),
        codes=dict(zip(map(ord, subset.chars), codes, strict=True)),
        meaning=meaning,
        packed_meaning=packer.text(meaning),
        second_meanings=set(subset.chars).difference(meanings.values()) if len(meanings) < len(codes) else frozenset(),
    )


_few_drawn = lru_cache(maxsize=_MOST_KEPT)(_drawn)


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


def _tag(key: str, data: bytes) -> str:
    """Return the six letters that tell one subset of a face from another."""
    digest = sha256(key.encode("ascii"))
    digest.update(data)
    return "".join(chr(ord("A") + byte % 26) for byte in digest.digest()[:6])


def _width_array(subset: Subset) -> str:
    """Return the advances that are not one em: first code and advances of each unbroken stretch of codes."""
    odd = {code: width for code, width in zip(subset.codes, subset.advances, strict=True) if width != EM}
    stretches = groupby(enumerate(odd.items()), key=lambda item: item[1][0] - item[0])
    items: list[str] = []
    for _, stretch in stretches:
        pairs = [pair for _, pair in stretch]
        items += [str(pairs[0][0]), array(str(width) for _, width in pairs)]
    return array(items)
