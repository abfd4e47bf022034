"""Glyphs: which face draws a character of a role, and how wide.

In: the metrics of the faces at hand. Out: a table of glyphs per role that asks for each character only once, however
many documents are set with these faces.
"""

from collections.abc import MutableMapping
from enum import Enum
from typing import NamedTuple, Protocol
from weakref import WeakKeyDictionary

from bulletin_gen.frozen import frozen
from bulletin_gen.style import FaceRole
from bulletin_gen.text.chars import AMBIGUOUS_WIDE, DASHES, is_latin


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


class Look(NamedTuple):
    """What the glyphs of a run have in common. `bold`: drawn thicker than the face has them; `scale`: so many times
    as wide.
    """

    role: FaceRole
    face: str
    bold: bool
    scale: float


@frozen
class Glyph:
    """One character in its face; `advance` in 1/1000 em, `latin` when it is set in the Latin face.

    `letter` tells a letter or digit of any script from a mark. `usual` is its look, where it stands from every
    neighbour of that look at the same distance, which may be widened: most Han characters and marks. Else it is None.
    """

    char: str
    look: Look
    advance: int
    latin: bool
    script: Script
    letter: bool
    usual: Look | None


class GlyphTable(dict[str, Glyph]):
    """Character -> glyph for text of one role; Latin letters and digits go to the role `latin`.

    Where both are the same role, all of it is one text, and no letter counts as Latin.
    """

    def __init__(
        self, metrics: Metrics, han: FaceRole, latin: FaceRole = FaceRole.LATIN, *, bold: bool = False
    ) -> None:
        super().__init__()
        self._metrics, self._han, self._latin, self._bold = metrics, han, latin, bold
        self._looks: dict[Look, Look] = {}

    def __missing__(self, char: str) -> Glyph:
        metrics, latin = self._metrics, self._latin is not self._han and is_latin(char)
        role = self._latin if latin else self._han
        bold = self._bold or metrics.thickened(role, char)
        look = Look(role, metrics.face_of(role, char), bold, metrics.scale(role, char))
        look = self._looks.setdefault(look, look)  # one object for all equal ones: neighbours are compared by `is`
        advance, script = metrics.advance(role, char), _script(char)
        is_usual = script is Script.HAN and advance and not latin and char not in DASHES
        self[char] = glyph = Glyph(char, look, advance, latin, script, char.isalnum(), look if is_usual else None)
        return glyph


_Tables = dict[tuple[FaceRole, FaceRole, bool], GlyphTable]
_made: MutableMapping[Metrics, _Tables] = WeakKeyDictionary()  # as long as the faces are there


def glyph_table(metrics: Metrics, han: FaceRole, latin: FaceRole, *, bold: bool) -> GlyphTable:
    """Return the glyphs of a role in these faces, the same table for each document."""
    tables = _made.setdefault(metrics, {})
    kind = (han, latin, bold)
    if kind not in tables:
        tables[kind] = GlyphTable(metrics, han, latin, bold=bold)
    return tables[kind]


def _script(char: str) -> Script:
    if char in _NO_SCRIPT:
        return Script.NONE
    return Script.LATIN if is_latin(char) or char in _LATIN_MARKS else Script.HAN
