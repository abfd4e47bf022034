"""Regular expressions that cost nothing before a text is met that they could match: most texts need few of them.

What a text must hold for a pattern to match in it stands in `needed.json`: sets of words, one of each. The tests read
them off the patterns and write it, with every pattern that the package names, and with all first and last two
characters of these words.

One without such words is soonest passed over when it begins with characters: `re` skips to where one of them stands.
So some patterns say after their first character what may not stand before it: `1(?<![\\d.].)` is a 1 behind no digit.

Where things are kept (`kept.py`) a pattern of this table is compiled once, and its code kept. One that is made of a
bulletin's own words stands in no table, and is never kept.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from operator import add
from pathlib import Path
from sys import maxsize
from typing import Any
from zlib import crc32

from bulletin_gen.kept import shelf
from bulletin_gen.text import codes

NEEDED = Path(__file__).with_name("needed.json")
APART = "¦"  # stands between the words of a set, and in none
_BECOME_ITS_OWN = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class Regex:
    """What `re.compile` makes of a pattern, made when it is first used on a text that could match.

    A mistake in the pattern shows then. Of one with flags no words are known. Who asks from `pos` on goes through a
    text step by step: it is not looked through for words anew at each.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def needed(self) -> Sequence[Sequence[str]]:
        """Sets of words, of each of which one stands in every text that the pattern matches in."""
        return () if self.flags else [said.split(APART) for said in _table().words.get(self.pattern, ())]

    def search(self, text: str, pos: int = 0, endpos: int = maxsize) -> re.Match[str] | None:
        return self._compiled.search(text, pos, endpos) if pos or self._may_match_in(text) else None

    def match(self, text: str, pos: int = 0, endpos: int = maxsize) -> re.Match[str] | None:
        return self._compiled.match(text, pos, endpos) if pos or self._may_match_in(text) else None

    def fullmatch(self, text: str, pos: int = 0, endpos: int = maxsize) -> re.Match[str] | None:
        return self._compiled.fullmatch(text, pos, endpos) if pos or self._may_match_in(text) else None

    def finditer(self, text: str, pos: int = 0, endpos: int = maxsize) -> Iterator[re.Match[str]]:
        return self._compiled.finditer(text, pos, endpos) if pos or self._may_match_in(text) else iter(())

    def findall(self, text: str, pos: int = 0, endpos: int = maxsize) -> list[Any]:
        return self._compiled.findall(text, pos, endpos) if self._may_match_in(text) else []

    def split(self, text: str, maxsplit: int = 0) -> list[str | Any]:
        return self._compiled.split(text, maxsplit) if self._may_match_in(text) else [text]

    def sub(self, instead: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        return self._compiled.sub(instead, text, count) if self._may_match_in(text) else text

    def subn(self, instead: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> tuple[str, int]:
        return self._compiled.subn(instead, text, count) if self._may_match_in(text) else (text, 0)

    def _may_match_in(self, text: str) -> bool:
        for words in self.needed:
            for word in words:
                if word in text:
                    break
            else:
                return False
        return True

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        compiled = _compiled(self.pattern, self.flags)
        for name in _BECOME_ITS_OWN:
            setattr(self, name, getattr(compiled, name))
        return compiled

    def __repr__(self) -> str:
        return f"Regex({self.pattern!r})"


def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    """Return what `re.compile` returns, of a code where one is kept."""
    may_be_kept = codes.MADE and not flags and pattern in _table().words
    kept = shelf("patterns", _true_for) if may_be_kept else None
    if kept is None:
        return re.compile(pattern, flags)
    found = codes.pattern_of(pattern, kept.get(pattern))
    if found is None:
        code = codes.code_of(pattern)
        kept.put(pattern, code)
        found = codes.pattern_of(pattern, code)
    return found or re.compile(pattern)


def needed_pairs() -> frozenset[str]:
    """Return the first and the last two characters of all words that the patterns of the package need."""
    return _table().pairs


class _Table:
    """`needed.json`: the pairs one behind the other, and for each pattern its sets of words, each set as one text."""

    def __init__(self, pairs: str, words: Mapping[str, Sequence[str]]) -> None:
        self.pairs = frozenset(map(add, pairs[::2], pairs[1::2]))
        self.words = words


@cache
def _table() -> _Table:
    return _Table(**json.loads(NEEDED.read_bytes()))


@cache
def _true_for() -> str:
    """Codes of patterns that the package does not name any more go with the table that named them."""
    return f"{codes.true_for()} {crc32(NEEDED.read_bytes()):08x}"
