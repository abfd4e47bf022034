"""Texts, each on a line of its own, in; the lines that hold a word, or that a pattern may match in, out.

A word is found by its first and its last two characters. Which of those that are looked for stand in which line is
found out once, in one look at all lines: what stands in none, as most of what is looked for, costs next to nothing.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from itertools import accumulate
from operator import add

from bulletin_gen.text.regex import Regex, needed_pairs


class Sought:
    """Words to be looked for, all at once."""

    def __init__(self, words: Iterable[str]) -> None:
        self.signs: list[str] = []  # the words of one character
        self.short: list[str] = []  # those of two
        self.long: dict[str, list[tuple[str, str]]] = {}  # of each first two characters the last two, and the word
        for word in words:
            if len(word) > 2:
                self.long.setdefault(word[:2], []).append((word[-2:], word))
            else:
                (self.short if len(word) > 1 else self.signs).append(word)

    @property
    def pairs(self) -> set[str]:
        """The first and the last two characters of the words."""
        return {*self.short, *self.long, *(last for words in self.long.values() for last, _ in words)}


class Lines:
    """Texts, in which words and patterns are looked for again and again; lines count from 0.

    `known` are the pairs of all words that will be looked for, those of the package's patterns unless others are given.
    """

    def __init__(self, texts: Sequence[str], known: frozenset[str] | None = None) -> None:
        self.text = "\n".join(texts)
        self._texts = texts
        self._known = known
        self._with_sign: dict[str, Set[int]] = {}

    def holding(self, sought: Sought) -> Set[int]:
        """Return the lines that hold any of the words, which have no pairs but those that are known."""
        places = self._with_pair
        found = _NONE.union(*filter(None, map(places.get, sought.short)), *map(self._with, sought.signs))
        for first in sought.long.keys() & places.keys():
            for last, word in sought.long[first]:
                if last in places:
                    found |= {line for line in places[first] & places[last] if word in self._texts[line]}
        return found

    def for_any_of(self, patterns: Iterable[Regex]) -> list[int]:
        """Return the lines in which any of the patterns may match, in order, as far as the words of each tell.

        One that names no words is asked of all lines at once: it must match no line end, nor see one.
        """
        found = [lines for lines in map(self._for, patterns) if lines]
        return sorted(_NONE.union(*found)) if found else []

    def matched(self, pattern: Regex) -> frozenset[int]:
        """Return the lines that a pattern matches in: it must match no line end, nor see one."""
        return frozenset([self._line_of(match.start()) for match in pattern.finditer(self.text)])

    def _for(self, pattern: Regex) -> Collection[int]:
        sets = _needed(pattern)
        if not sets:
            return self.matched(pattern)
        first, *others = sets
        found: Collection[int] = self.holding(first)
        for sought in others:
            if not found:
                break
            found = self._among(found, sought)
        return found

    def _among(self, lines: Collection[int], sought: Sought) -> Collection[int]:
        """Return those of some lines that may hold any of the words."""
        if not sought.signs:
            found = self.holding(sought)
            return [line for line in lines if line in found]
        words = [*sought.signs, *sought.short, *sought.long]
        return [line for line in lines if any(map(self._texts[line].__contains__, words))]

    @cached_property
    def _with_pair(self) -> Mapping[str, Set[int]]:
        """The lines that hold each of the known pairs."""
        found: dict[str, set[int]] = defaultdict(set)
        known = needed_pairs() if self._known is None else self._known
        for line, text in enumerate(self._texts):
            signs = list(text)
            for pair in known.intersection(map(add, signs, signs[1:])):
                found[pair].add(line)
        return found

    def _with(self, sign: str) -> Set[int]:
        if sign not in self._with_sign:
            each = enumerate(self._texts) if sign in self.text else ()
            self._with_sign[sign] = {line for line, text in each if sign in text}
        return self._with_sign[sign]

    def _line_of(self, at: int) -> int:
        return bisect_right(self._begins, at) - 1

    @cached_property
    def _begins(self) -> list[int]:
        """Where each line begins in the text, and where one more would."""
        return list(accumulate((len(text) + 1 for text in self._texts), initial=0))


_NONE: frozenset[int] = frozenset()


@lru_cache(maxsize=1024)
def _needed(pattern: Regex) -> Sequence[Sought]:
    """Return sets of words, of each of which one stands wherever a pattern matches; those found soonest come first."""
    return sorted(map(Sought, pattern.needed), key=lambda sought: (len(sought.signs), len(sought.short)))
