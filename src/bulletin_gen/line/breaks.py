"""Where a line may end.

In: the text of a paragraph. Out: of any position whether a line may be broken there.
Source: GB/T 15834-2011 §5.1; W3C CLREQ, prohibition rules for line start and line end, GB level.

Some engines (LibreOffice) keep more pairs together: a closing mark and the number or Latin word after it, a number or
Latin word and the opening quote after it. Where an engine breaks and the standard or good sense forbids it, we do not
follow: before — and ～ between numbers, and after the / of codes. Within an address a line may end after / and ?, where
they all break it.
"""

from functools import lru_cache
from unicodedata import combining

from bulletin_gen.engine import Engine
from bulletin_gen.text.addresses import address_breaks
from bulletin_gen.text.chars import AMBIGUOUS_WIDE, CLOSING, DASHES, NOT_AT_END, NOT_AT_START, OPENING, is_latin
from bulletin_gen.text.regex import Regex

_DASH = "—"
_HYPHEN = Regex("(?<=[0-9A-Za-z])-(?=[0-9A-Za-z])")  # 0643-6190327; not －5, -5
_KEPT_BEFORE_LATIN = CLOSING | frozenset("。．，、") | (AMBIGUOUS_WIDE - OPENING - DASHES)
_KEPT_AFTER_LATIN = frozenset("“‘…×")


class LineEnds:
    """Tells for each position 0 … len(text) whether a line may end before the character there.

    False at 0, True at the end. Latin words, numbers, —— and …… stay whole, addresses between their marks. Of most
    positions nobody asks: only of those near which a line is full.
    """

    def __init__(self, text: str, engine: Engine) -> None:
        self._text, self._parts_marks = text, engine.parts_marks
        self._settled = dict.fromkeys(_single_dashes(text), False)
        if engine.parts_hyphens:
            self._settled.update((hyphen.end(), True) for hyphen in _HYPHEN.finditer(text))
        self._settled.update(dict.fromkeys(address_breaks(text), True))
        self._settled[0], self._settled[len(text)] = False, True

    def __getitem__(self, position: int) -> bool:
        settled = self._settled.get(position)
        if settled is not None:
            return settled
        return _may_part(self._text[position - 1], self._text[position], self._parts_marks)


@lru_cache(maxsize=2**16)
def _may_part(left: str, right: str, parts_marks: bool) -> bool:
    if left in NOT_AT_END or right in NOT_AT_START or right == " " or combining(right):
        return False
    if left == right and left in DASHES:
        return False
    if is_latin(left):
        return left == " " or not (is_latin(right) or (not parts_marks and right in _KEPT_AFTER_LATIN))
    return parts_marks or not (is_latin(right) and right.isalnum() and left in _KEPT_BEFORE_LATIN)


def _single_dashes(text: str) -> list[int]:
    """Return where a single — stands: it connects (连接号) and may not begin a line, as —— may."""
    found, position = [], text.find(_DASH)
    while position >= 0:
        end = position
        while text.startswith(_DASH, end):
            end += 1
        if end - position == 1:
            found.append(position)
        position = text.find(_DASH, end)
    return found
