"""Glyphs: which face draws a character of a role, and how wide.

In: the metrics of the faces at hand. Out: a table of glyphs per role that asks for each character only once.
"""

from typing import NamedTuple, Protocol

from bulletin_gen.style import FaceRole
from bulletin_gen.text.chars import is_latin


class Metrics(Protocol):
    """What the layout must know about faces."""

    def face_of(self, role: FaceRole, char: str) -> str:
        """Return the key of the face that draws `char` in `role`."""

    def advance(self, role: FaceRole, char: str) -> int:
        """Return the advance of `char` in `role`, in 1/1000 em."""


class Glyph(NamedTuple):
    """One character in its face; `advance` in 1/1000 em, `latin` when it is set in the Latin face."""

    char: str
    role: FaceRole
    face: str
    advance: int
    latin: bool


class GlyphTable(dict[str, Glyph]):
    """Character -> glyph for text of one role; Latin letters and digits go to the role `latin`."""

    def __init__(self, metrics: Metrics, han: FaceRole, latin: FaceRole = FaceRole.LATIN) -> None:
        super().__init__()
        self._metrics, self._han, self._latin = metrics, han, latin

    def __missing__(self, char: str) -> Glyph:
        latin = is_latin(char)
        role = self._latin if latin else self._han
        glyph = Glyph(char, role, self._metrics.face_of(role, char), self._metrics.advance(role, char), latin)
        self[char] = glyph
        return glyph
