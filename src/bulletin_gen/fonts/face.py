"""One face, opened: which glyph draws a character, how wide it is, what a PDF must know about the face.

In: a FaceInfo. Out: a Face, shared by the whole process and never changed by a document.
"""

import struct
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from bulletin_gen.errors import FontError, Problem
from bulletin_gen.fonts.cff import Cff, Outline, Programs, has_subroutines, own_programs, read_cff, write_cff
from bulletin_gen.fonts.sfnt import FaceInfo, map_table
from bulletin_gen.frozen import frozen

_SEMIBOLD = 600
_MOST_GLYPHS = 65534  # of a CFF table, beside glyph 0
_MOST_OUTLINES = 4096  # kept of a face before all are forgotten: 2 MB of a usual one
_GLYF_TABLES = frozenset({"glyf", "loca", "head", "hhea", "hmtx", "maxp", "cvt ", "fpgm", "prep"})


@frozen
class Shape:
    """What a font descriptor says, in 1/1000 em; `italic_angle` in degrees."""

    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    weight: int
    italic_angle: float
    fixed_pitch: bool
    serif: bool


@frozen
class Subset:
    """The glyphs that draw some characters: bare CFF, or a TrueType file.

    Of each of the characters, in their order: the number of the subset's glyph that draws it, 0 where the face has
    none; its code, which is the CID by which a PDF finds the glyph; and its advance in 1/1000 em. Codes are the
    characters' own (`codes_are_own`) wherever UTF-16 has one code for each and the subset can say which glyph is
    whose; else, the numbers of the glyphs, and then characters that share a glyph share a code.
    Source: ISO 32000-1:2008, 9.7.4.2.
    """

    data: bytes
    chars: Sequence[str]
    glyphs: Sequence[int]
    codes: Sequence[int]
    codes_are_own: bool
    advances: Sequence[int]


class _Drawn(NamedTuple):
    """How a face draws a character."""

    glyph: int
    advance: int  # in 1/1000 em


class _Cut(NamedTuple):
    """A subset as HarfBuzz makes it; `places` maps a glyph of the face to the subset's."""

    data: bytes
    places: dict[int, int]


class Face:
    """A face of a font file. `key` names it within a FontSet and in a PDF."""

    def __init__(self, info: FaceInfo, face: Any, font: Any) -> None:
        self.info = info
        self.key = info.postscript
        self.name = info.name
        self._face, self._font = face, font
        self._milli: float = 1000 / face.upem
        self._outlines: dict[int, Outline] = {}
        self._glyphs: dict[str, int] = {}
        self._drawn: dict[str, _Drawn] = {}

    @cached_property
    def is_bold(self) -> bool:
        """Is it a bold face, by its weight or, since some tell that wrongly, by its name?"""
        return self.shape.weight >= _SEMIBOLD or "bold" in self.name.casefold() or "粗体" in self.name

    @cached_property
    def has_cff_outlines(self) -> bool:
        return "CFF " in self._face.table_tags

    @cached_property
    def outlines_repeat(self) -> bool:
        """Do its CFF outlines, as a subset has them, have much in common?"""
        return has_subroutines(map_table(self.info, b"CFF "))

    def glyph(self, char: str) -> int:
        """Return the glyph that draws a character, 0 when there is none."""
        glyph = self._glyphs.get(char)
        if glyph is None:
            glyph = self._glyphs[char] = int(self._font.get_nominal_glyph(ord(char)) or 0)
        return glyph

    def advance(self, char: str) -> int:
        """Return the advance of a character in 1/1000 em."""
        return self._all_drawn(char)[0].advance

    def advances(self, chars: Collection[str]) -> list[int]:
        """Return the advance of each of the characters in 1/1000 em."""
        return [drawn.advance for drawn in self._all_drawn(chars)]

    def _all_drawn(self, chars: Collection[str]) -> list[_Drawn]:
        kept = self._drawn
        for char in set(chars).difference(kept):
            glyph = self.glyph(char)
            kept[char] = _Drawn(glyph, self._scaled(self._font.get_glyph_h_advance(glyph)))
        return list(map(kept.__getitem__, chars))

    def draws(self, chars: Iterable[str]) -> bool:
        return all(self.glyph(char) for char in chars)

    def count(self, chars: Iterable[str]) -> int:
        """Return how many of the characters the face can draw."""
        return sum(1 for char in chars if self.glyph(char))

    def subset(self, chars: Collection[str]) -> Subset:
        """Return the outlines that draw the given characters, and what they are built from; glyph 0 is always there.

        HarfBuzz is asked once for each outline of CID-keyed CFF, whichever documents it stands in, and not at all for
        those that are whole by themselves. Raises FontError when the font file is damaged.
        """
        ordered = sorted(set(chars))
        drawn = self._all_drawn(ordered)
        glyphs, advances = (list(map(itemgetter(column), drawn)) for column in range(2))
        own = _own_codes(ordered)
        data = self._joined(ordered, glyphs, own)
        if data is not None:
            numbers: Sequence[int] = range(1, len(ordered) + 1)
        else:
            data, places = self._cut(ordered)
            numbers = list(map(places.__getitem__, glyphs))
            own = None if self.has_cff_outlines else own
        return Subset(data, ordered, numbers, numbers if own is None else own, own is not None, advances)

    @cached_property
    def _bare(self) -> Cff | None:
        """What every subset of CID-keyed CFF begins with; None for other faces."""
        return read_cff(self._cut("").data) if self.has_cff_outlines else None

    def _joined(self, chars: Sequence[str], glyphs: Sequence[int], codes: Sequence[int] | None) -> bytes | None:
        """Return a subset of outlines that are kept, one for each character, under these codes or their positions.

        None where it cannot be put together from such.
        """
        if self._bare is None or not all(glyphs) or len(glyphs) > _MOST_GLYPHS:
            return None
        if len(self._outlines) > _MOST_OUTLINES:
            self._outlines = {}
        kept, wanted = self._outlines, [0, *glyphs]
        if missing := set(wanted).difference(kept):
            new = self._own(missing, self._bare) or self._read(missing, dict(zip(glyphs, chars, strict=True)))
            if new is None:
                return None
            kept |= new
        return write_cff(self._bare._replace(outlines=list(map(kept.__getitem__, wanted))), codes)

    def _own(self, glyphs: Set[int], bare: Cff) -> dict[int, Outline] | None:
        """Return outlines as they stand in the face, None where they are made of others."""
        programs = self._programs.of(glyphs) if self._programs else None
        if programs is None:
            return None
        return {glyph: Outline(program, bare.outlines[0].font_dict) for glyph, program in programs.items()}

    @cached_property
    def _programs(self) -> Programs | None:
        return own_programs(map_table(self.info, b"CFF "))

    def _read(self, glyphs: Set[int], chars: Mapping[int, str]) -> dict[int, Outline] | None:
        """Return outlines as HarfBuzz makes them, None where that is nothing that we could write."""
        cut = self._cut(chars[glyph] for glyph in glyphs if glyph)
        read = read_cff(cut.data)
        return read and {glyph: read.outlines[place] for glyph, place in cut.places.items()}

    def _cut(self, chars: Iterable[str]) -> _Cut:
        """Return what HarfBuzz makes of the glyphs of some characters, fewer than the face has glyphs."""
        import uharfbuzz as hb

        try:
            plan = hb.SubsetPlan(self._face, self._subset_input(chars))
            made = plan.execute()
        except (RuntimeError, MemoryError) as error:
            raise FontError(_damaged(self.info)) from error
        data = made.reference_table("CFF ").data if self.has_cff_outlines else made.blob.data
        return _Cut(data, dict(plan.old_to_new_glyph_mapping))

    def _subset_input(self, chars: Iterable[str]) -> Any:
        """Return what to ask HarfBuzz for: characters. For glyphs, it would read the whole character map."""
        import uharfbuzz as hb

        flags = hb.SubsetFlags
        wanted = hb.SubsetInput()
        wanted.flags = (
            flags.NO_LAYOUT_CLOSURE | flags.NO_BIDI_CLOSURE | flags.DESUBROUTINIZE | flags.CFF_IDENTITY_CHARSET
        )
        wanted.sets(hb.SubsetInputSets.UNICODE).update(map(ord, chars))
        needed = {"CFF "} if self.has_cff_outlines else _GLYF_TABLES
        dropped = (tag.encode("latin-1") for tag in self._face.table_tags if tag not in needed)
        wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(int.from_bytes(tag, "big") for tag in dropped)
        return wanted

    @cached_property
    def shape(self) -> Shape:
        head, os2, post = self._table("head", 54), self._table("OS/2", 96), self._table("post", 32)
        left, bottom, right, top = map(self._scaled, struct.unpack_from(">4h", head, 36))
        ascent, descent = struct.unpack_from(">2h", os2, 68)
        if not ascent:
            ascent, descent = struct.unpack_from(">2h", self._table("hhea", 36), 4)
        (cap_height,) = struct.unpack_from(">h", os2, 88)
        angle, fixed_pitch = struct.unpack_from(">i4xI", post, 4)
        return Shape(
            box=(left, bottom, right, top),
            ascent=self._scaled(ascent),
            descent=-abs(self._scaled(descent)),
            cap_height=self._scaled(cap_height or ascent),
            weight=struct.unpack_from(">H", os2, 4)[0] or 400,
            italic_angle=round(angle / 65536, 2),
            fixed_pitch=bool(fixed_pitch),
            serif=_is_serif(os2),
        )

    def _table(self, tag: str, length: int) -> bytes:
        """Return a table, padded with zeros to the length that its newest version has."""
        return bytes(self._face.reference_table(tag).data[:length].ljust(length, b"\0"))

    def _scaled(self, units: int) -> int:
        return round(units * self._milli)


def _own_codes(chars: Sequence[str]) -> list[int] | None:
    """Return the code of each character in UTF-16, None where one of them has two, or that of no glyph; in order."""
    has_own = not chars or (chars[0] > "\0" and chars[-1] <= "\uffff")
    return list(map(ord, chars)) if has_own else None


def _is_serif(os2: bytes) -> bool:
    """Has the face serifs, by its PANOSE numbers or else its family class?"""
    family_class, panose_family, panose_serif = os2[30], os2[32], os2[33]
    if panose_family == 2 and panose_serif > 1:
        return panose_serif <= 10
    return family_class in {1, 2, 3, 4, 5, 7}


def _damaged(info: FaceInfo) -> Problem:
    return Problem(f"字体文件 {info.file} 已损坏，无法取出所用的字", "请重新安装该字体")


@lru_cache(maxsize=64)
def open_face(info: FaceInfo) -> Face | None:
    """Return the face, or None when it cannot be opened or has no outlines after all."""
    import uharfbuzz as hb

    try:
        face = hb.Face(hb.Blob.from_file_path(info.file), info.index)
    except (hb.HarfBuzzError, OSError):
        return None
    return Face(info, face, hb.Font(face)) if face.glyph_count and face.upem else None
