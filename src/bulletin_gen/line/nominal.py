"""Widths without faces, for what every writer must decide alike: a Han character is one em, a Latin one half."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from functools import cache
from itertools import accumulate

from bulletin_gen.frozen import frozen
from bulletin_gen.line.breaks import LineEnds
from bulletin_gen.line.fill import Measured
from bulletin_gen.line.glyphs import GlyphTable
from bulletin_gen.line.strip import ROUNDING_PT, Spacing, Strip, measure_strip
from bulletin_gen.style import FaceRole
from bulletin_gen.text.chars import LATIN, is_latin
from bulletin_gen.text.regex import Regex

_NARROW = Regex(f"[ {LATIN}]")  # what is not one em wide
_NARROWEST_EM = 0.18  # the straight ' of Times New Roman: no usual glyph is narrower


def nominal_advance(char: str) -> int:
    """Return the advance of a character in any usual face, in thousandths of an em."""
    return 500 if is_latin(char) else 1000


class NominalMetrics:
    """The advances of any usual face."""

    def face_of(self, role: FaceRole, char: str) -> str:
        return role.value

    def advance(self, role: FaceRole, char: str) -> int:
        return nominal_advance(char)

    def drawn_alike(self, role: FaceRole, chars: Collection[str], advance: int) -> list[str]:
        own = role.value
        return [char for char in chars if self.face_of(role, char) == own and self.advance(role, char) == advance]

    def scale(self, role: FaceRole, char: str) -> float:
        return 1.0

    def thickened(self, role: FaceRole, char: str) -> bool:
        return False


class NominalGlyphs(GlyphTable):
    """The glyphs of any usual face: none is odd, so that only the first of those that are alike is asked for."""

    def odd(self, text: str) -> frozenset[str]:
        return frozenset()


def nominal_strip(text: str, spacing: Spacing) -> Strip:
    """Return `text` measured as one line, as wide as it is in any usual face."""
    return measure_strip([(_nominal_glyphs(), text)], spacing)


@cache
def _nominal_glyphs() -> NominalGlyphs:
    """Return the glyphs of any usual face, each made once."""
    return NominalGlyphs(NominalMetrics(), FaceRole.FANGSONG)


def nominal_width(text: str, spacing: Spacing) -> float:
    """Return the width of `text` on one line, in pt."""
    return nominal_strip(text, spacing).full_width


@frozen
class Ruler:
    """A text of usual glyphs whose lines are told without measuring it: nothing stands between its scripts, and all but
    a few of its glyphs are one em wide.

    `pitch` is that of those, `tracking` what follows each glyph. `narrow` are the few, in rising order, and `lefts`
    their left edges, in pt; `saved` is by how much those before each of them are narrower than an em each, and last by
    how much all are.
    """

    text: str
    may_end: LineEnds
    pitch: float
    tracking: float
    narrow: Sequence[int]
    lefts: Sequence[float]
    saved: Sequence[float]

    def count_that_fits(self, start: int, measure: float) -> int:
        """Return how many glyphs from `start` on stand within `measure`."""
        narrow, saved, pitch = self.narrow, self.saved, self.pitch
        left = start * pitch - saved[bisect_left(narrow, start)]
        beyond = left + measure + self.tracking + ROUNDING_PT  # where the glyph after them may begin
        passed = bisect_right(self.lefts, beyond)
        end = int((beyond + saved[passed]) / pitch)
        if passed and end < narrow[passed - 1]:
            end = narrow[passed - 1]
        return max(min(end, len(self.text)) - start, 0)


def ruler(texts: Sequence[tuple[GlyphTable, str]], spacing: Spacing) -> Ruler:
    """Return texts in usual glyphs, one after the other, as an engine sets them that is even.

    The tracking must take less than any glyph is wide.
    """
    size, pitch = spacing.size, spacing.size + spacing.tracking
    text = "".join([said for _, said in texts])
    narrow = [match.start() for match in _NARROW.finditer(text)]
    spare = [size - table[char].advance * size / 1000 for table, said in texts for char in _NARROW.findall(said)]
    saved = list(accumulate(spare, initial=0.0))
    lefts = [index * pitch - before for index, before in zip(narrow, saved, strict=False)]
    return Ruler(text, LineEnds(text, spacing.engine), pitch, spacing.tracking, narrow, lefts, saved)


def fillable(texts: Sequence[tuple[GlyphTable, str]], spacing: Spacing) -> Measured:
    """Return texts in usual glyphs, one after the other, measured as far as it takes to fill lines with them."""
    goes_on = spacing.tracking > -_NARROWEST_EM * spacing.size  # and no glyph stands left of the one before it
    return ruler(texts, spacing) if spacing.engine.is_even and goes_on else measure_strip(texts, spacing)
