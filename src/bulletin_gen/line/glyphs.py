"""Glyphs: which face draws a character of a role, and how wide.

In: the metrics of the faces at hand. Out: a table of glyphs per role that asks for each character only once.
"""

from enum import Enum
from typing import NamedTuple, Protocol

from bulletin_gen.style import FaceRole
from bulletin_gen.text.chars import AMBIGUOUS_WIDE, is_latin


class Metrics(Protocol):
    """What the layout must know about faces."""

    def face_of(self, role: FaceRole, char: str) -> str:
        """Return the key of the face that draws `char` in `role`."""

    def advance(self, role: FaceRole, char: str) -> int:
        """Return the advance of `char` in `role`, in 1/1000 em."""

    def scale(self, role: FaceRole, char: str) -> float:
        """Return how many times as wide as in its face a character is to be drawn."""

    def thickened(self, role: FaceRole, char: str) -> bool:
        """Tell whether a character is to be drawn thicker than its face has it."""


# Marks that a Chinese face draws, as wide as a Han character, and that yet count as Latin; and those without script.
_LATIN_MARKS = frozenset("·×")
_NO_SCRIPT = AMBIGUOUS_WIDE - _LATIN_MARKS


class Script(Enum):
    """What a glyph counts as when LibreOffice sets its distance; NONE takes after what stands before it."""

    HAN = "Han"
    LATIN = "Latin"
    NONE = "none"


class Glyph(NamedTuple):
    """One character in its face; `advance` in 1/1000 em, `latin` when it is set in the Latin face.

    `letter` tells a letter or digit of any script from a mark. `bold`: it is drawn thicker than its face has it;
    `scale`: so many times as wide.
    """

    char: str
    role: FaceRole
    face: str
    advance: int
    latin: bool
    script: Script
    letter: bool
    bold: bool = False
    scale: float = 1.0


class GlyphTable(dict[str, Glyph]):
    """Character -> glyph for text of one role; Latin letters and digits go to the role `latin`.

    Where both are the same role, all of it is one text, and no letter counts as Latin.
    """

    def __init__(
        self, metrics: Metrics, han: FaceRole, latin: FaceRole = FaceRole.LATIN, *, bold: bool = False
    ) -> None:
        super().__init__()
        self._metrics, self._han, self._latin, self._bold = metrics, han, latin, bold

    def __missing__(self, char: str) -> Glyph:
        latin = self._latin is not self._han and is_latin(char)
        role = self._latin if latin else self._han
        face, advance = self._metrics.face_of(role, char), self._metrics.advance(role, char)
        look = (self._bold or self._metrics.thickened(role, char), self._metrics.scale(role, char))
        self[char] = glyph = Glyph(char, role, face, advance, latin, _script(char), char.isalnum(), *look)
        return glyph


def _script(char: str) -> Script:
    if char in _NO_SCRIPT:
        return Script.NONE
    return Script.LATIN if is_latin(char) or char in _LATIN_MARKS else Script.HAN
