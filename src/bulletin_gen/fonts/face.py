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

    Of each of the characters, in the order of `codes`: which glyph of the subset draws it, 0 where the face has none,
    and its advance in 1/1000 em.
    """

    data: bytes
    chars: Sequence[str]
    codes: Sequence[int]
    advances: Sequence[int]


class _Drawn(NamedTuple):
    """How a face draws a character."""

    glyph: int
    char: str
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

    def _all_drawn(self, chars: Collection[str]) -> list[_Drawn]:
        kept = self._drawn
        for char in set(chars).difference(kept):
            glyph = self.glyph(char)
            kept[char] = _Drawn(glyph, char, self._scaled(self._font.get_glyph_h_advance(glyph)))
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
        drawn = sorted(self._all_drawn(chars), key=itemgetter(0))
        glyphs, ordered, advances = (list(map(itemgetter(column), drawn)) for column in range(3))
        of_glyphs = dict(zip(glyphs, ordered, strict=True))
        of_glyphs.pop(0, None)
        data, places = self._joined(of_glyphs) or self._cut(of_glyphs.values())
        return Subset(data, ordered, list(map(places.__getitem__, glyphs)), advances)

    @cached_property
    def _bare(self) -> Cff | None:
        """What every subset of CID-keyed CFF begins with; None for other faces."""
        return read_cff(self._cut("").data) if self.has_cff_outlines else None

    def _joined(self, chars: Mapping[int, str]) -> _Cut | None:
        """Return a subset of outlines that are kept, None where it cannot be put together from such.

        `chars` has one character for each glyph but 0, in their order.
        """
        if self._bare is None:
            return None
        if len(self._outlines) > _MOST_OUTLINES:
            self._outlines = {}
        kept, glyphs = self._outlines, [0, *chars]
        if missing := set(glyphs).difference(kept):
            new = self._own(missing, self._bare) or self._read(missing, chars)
            if new is None:
                return None
            kept |= new
        data = write_cff(self._bare._replace(outlines=list(map(kept.__getitem__, glyphs))))
        return _Cut(data, dict(zip(glyphs, range(len(glyphs)), strict=True)))

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
