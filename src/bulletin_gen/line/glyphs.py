"""Glyphs: which face draws a character of a role, and how wide.

In: the metrics of the faces at hand. Out: a table of glyphs per role that asks for each character only once, however
many documents are set with these faces.
"""

from collections.abc import Collection, Iterator, MutableMapping
from enum import Enum
from functools import cached_property
from itertools import chain, filterfalse, groupby
from typing import NamedTuple, Protocol
from weakref import WeakKeyDictionary

from bulletin_gen.style import FaceRole
from bulletin_gen.text.chars import AMBIGUOUS_WIDE, DASHES, LATIN, is_latin
from bulletin_gen.text.regex import Regex


class Metrics(Protocol):
    """What the layout must know about faces."""

    def face_of(self, role: FaceRole, char: str) -> str:
        """Return the key of the face that draws `char` in `role`."""

    def advance(self, role: FaceRole, char: str) -> int:
        """Return the advance of `char` in `role`, in 1/1000 em."""

    def drawn_alike(self, role: FaceRole, chars: Collection[str], advance: int) -> list[str]:
        """Return those of some Han characters and marks that the role's own face draws just as it has them, of that
        advance."""

    def scale(self, role: FaceRole, char: str) -> float:
        """Return how many times as wide as in its face a character is to be drawn."""

    def thickened(self, role: FaceRole, char: str) -> bool:
        """Tell whether a character is to be drawn thicker than its face has it."""


# Marks that a Chinese face draws, as wide as a Han character, and that yet count as Latin; and those without script.
_LATIN_MARKS = frozenset("·×")
_NO_SCRIPT = AMBIGUOUS_WIDE - _LATIN_MARKS

# What does not just go on from the Han character before it: a Latin word, a space, a mark of its own kind; where all is
# in one face, a space is as good as a letter. Marks without script that follow it take after it. Both are groups, so
# that a text is split into them and what goes on between.
_MARKS = "".join(sorted(_LATIN_MARKS | DASHES))
_SCRIPTLESS = "".join(sorted(_NO_SCRIPT - DASHES))
_WORDS_AND_MARKS, _LATIN_AND_MARKS = (
    Regex(f"([ {LATIN}{_MARKS}](?:(?<=[{letters}])[{letters}]+)?)([{_SCRIPTLESS}]*)")
    for letters in (LATIN, f" {LATIN}")
)

# What every face draws that draws Chinese text, or Latin; as what a text is mostly made of.
_HAN_SAMPLE, _LATIN_SAMPLE = "国", "0"


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


class Glyph(NamedTuple):
    """One character in its face; `advance` in 1/1000 em, `latin` when it is set in the Latin face."""

    char: str
    look: Look
    advance: int
    latin: bool
    script: Script


class GlyphTable(dict[str, Glyph]):
    """Character -> glyph for text of one role; Latin letters and digits go to the role `latin`.

    Where both are the same role, all of it is one text, and no letter counts as Latin. `usual` are the metrics of any
    usual face, beside which the odd ones show; None where `metrics` are those.
    """

    def __init__(
        self,
        metrics: Metrics,
        han: FaceRole,
        latin: FaceRole = FaceRole.LATIN,
        *,
        bold: bool = False,
        usual: Metrics | None = None,
    ) -> None:
        super().__init__()
        self._metrics, self._usual, self._han, self._latin, self._bold = metrics, usual or metrics, han, latin, bold
        self._looks: dict[Look, Look] = {}
        self._even: dict[int, None] = {}  # as str.translate takes away characters
        self._seams = _LATIN_AND_MARKS if latin is han else _WORDS_AND_MARKS

    def __missing__(self, char: str) -> Glyph:
        metrics, latin = self._metrics, self._latin is not self._han and is_latin(char)
        role = self._latin if latin else self._han
        bold = self._bold or metrics.thickened(role, char)
        look = Look(role, metrics.face_of(role, char), bold, metrics.scale(role, char))
        look = self._looks.setdefault(look, look)  # one object for all equal ones: they are compared by `is`
        self[char] = glyph = Glyph(char, look, metrics.advance(role, char), latin, _script(char))
        return glyph

    def odd(self, text: str) -> Collection[str]:
        """Return the characters of a text that look otherwise than most of their kind, or are not of the usual width.

        Of a text without any, only Latin characters differ in width. Raises what the metrics raise for a character
        that no face has.
        """
        unknown = text.translate(self._even)
        if not unknown:
            return ()
        new = set(unknown)
        alike = self._metrics.drawn_alike(self._han, list(filterfalse(_is_latin_script, new)), self._em)
        self._even |= dict.fromkeys(map(ord, alike))
        return {char for char in new.difference(alike) if not self._is_even(char)}

    def _is_even(self, char: str) -> bool:
        glyph = self[char]
        sample = self[_LATIN_SAMPLE if glyph.latin else _HAN_SAMPLE]
        wanted = self._usual.advance(glyph.look.role, char) if glyph.script is Script.LATIN else self._em
        if glyph.look is sample.look and glyph.advance == wanted:
            self._even[ord(char)] = None
            return True
        return False

    @cached_property
    def _em(self) -> int:
        """How wide each Han character and mark is in any usual face."""
        return self._usual.advance(self._han, _HAN_SAMPLE)

    def pieces(self, text: str, odd: Collection[str]) -> list[str]:
        """Return the text in pieces, whose glyphs just go on from one another.

        All of a piece are Han and marks, of one width, or Latin; dashes and `odd` ones stand alone.
        """
        first, *others = self._seams.split(text)
        rest = first.lstrip(_SCRIPTLESS)  # those take after the text before, whatever that is
        whole = filter(None, [first.removesuffix(rest), rest, *others])
        return list(chain.from_iterable(_parted(piece, odd) for piece in whole) if odd else whole)


def _parted(piece: str, odd: Collection[str]) -> Iterator[str]:
    """Yield the `odd` characters of a piece, each for itself, and what stands between them."""
    for is_odd, chars in groupby(piece, odd.__contains__):
        standing = "".join(chars)
        yield from standing if is_odd else (standing,)


_Tables = dict[tuple[FaceRole, FaceRole, bool, Metrics], GlyphTable]
_made: MutableMapping[Metrics, _Tables] = WeakKeyDictionary()  # as long as the faces are there


def glyph_table(metrics: Metrics, han: FaceRole, latin: FaceRole, *, bold: bool, usual: Metrics) -> GlyphTable:
    """Return the glyphs of a role in these faces, the same table for each document."""
    tables = _made.setdefault(metrics, {})
    kind = (han, latin, bold, usual)
    if kind not in tables:
        tables[kind] = GlyphTable(metrics, han, latin, bold=bold, usual=usual)
    return tables[kind]


def _script(char: str) -> Script:
    if char in _NO_SCRIPT:
        return Script.NONE
    return Script.LATIN if _is_latin_script(char) else Script.HAN


def _is_latin_script(char: str) -> bool:
    return is_latin(char) or char in _LATIN_MARKS
