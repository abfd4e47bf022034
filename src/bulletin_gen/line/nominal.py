"""Widths without faces, for what every writer must decide alike: a Han character is one em, a Latin one half."""

from functools import cache

from bulletin_gen.line.glyphs import GlyphTable
from bulletin_gen.line.strip import Spacing, Strip, measure_strip
from bulletin_gen.style import FaceRole
from bulletin_gen.text.chars import is_latin


def nominal_advance(char: str) -> int:
    """Return the advance of a character in any usual face, in thousandths of an em."""
    return 500 if is_latin(char) else 1000


class NominalMetrics:
    """The advances of any usual face."""

    def face_of(self, role: FaceRole, char: str) -> str:
        return role.value

    def advance(self, role: FaceRole, char: str) -> int:
        return nominal_advance(char)

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
