"""Texts, each on a line of its own, in; the lines that hold a word, or that a pattern may match in, out.

What stands nowhere, as most of what is looked for in a text, costs next to nothing: a word is known by its characters
side by side, and of all that stand so in the texts a set is made once.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from operator import add

from bulletin_gen.text.regex import Regex


class Sought:
    """Words to be looked for, all at once."""

    def __init__(self, words: Iterable[str]) -> None:
        self._singles: list[str] = []
        self._by_pair: dict[str, list[tuple[str, str]]] = {}
        for word in words:
            if len(word) > 1:
                self._by_pair.setdefault(word[:2], []).append((word, word[-2:]))
            else:
                self._singles.append(word)
        self._pairs = frozenset(self._by_pair)

    def among(self, pairs: frozenset[str]) -> list[str]:
        """Return the words that may stand in a text with these `Lines.pairs`."""
        if self._pairs.isdisjoint(pairs):
            return self._singles
        found = [word for pair in self._pairs & pairs for word, last in self._by_pair[pair] if last in pairs]
        return found + self._singles


class Lines:
    """Texts, in which words and patterns are looked for again and again; lines count from 0."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.text = "\n".join(texts)
        self._texts = texts
        self._holding: dict[str, frozenset[int]] = {}

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Each two characters that stand side by side."""
        return frozenset(map(add, self.text, self.text[1:]))

    def holding(self, word: str) -> frozenset[int]:
        """Return the lines that hold a word."""
        if word not in self._holding:
            each = self._each_with(word) if len(word) > 1 else self._many_with(word)
            self._holding[word] = frozenset(each)
        return self._holding[word]

    def _each_with(self, word: str) -> Iterator[int]:
        at = self.text.find(word)
        while at >= 0:
            line = self._line_of(at)
            yield line
            at = self.text.find(word, self._begins[line + 1])

    def _many_with(self, sign: str) -> Iterable[int]:
        """Return what `_each_with` does, sooner for what stands in many lines, as a single character may."""
        return [line for line, text in enumerate(self._texts) if sign in text] if sign in self.text else ()

    def holding_any(self, words: Iterable[str]) -> frozenset[int]:
        """Return the lines that hold any of the words."""
        return _NONE.union(*map(self.holding, words))

    def for_any_of(self, patterns: Iterable[Regex]) -> list[int]:
        """Return the lines in which any of the patterns may match, in order, as far as the words of each tell.

        One that names no words is asked of all lines at once: it must match no line end, nor see one.
        """
        return sorted(_NONE.union(*map(self._for, patterns)))

    def matched(self, pattern: Regex) -> frozenset[int]:
        """Return the lines that a pattern matches in: it must match no line end, nor see one."""
        return frozenset([self._line_of(match.start()) for match in pattern.finditer(self.text)])

    def _for(self, pattern: Regex) -> Iterable[int]:
        sets: list[list[str]] = []
        for sought in _needed(pattern):
            words = sought.among(self.pairs)
            if not words:
                return _NONE
            sets.append(words)
        if not sets:
            return self.matched(pattern)
        fewest, *others = sorted(sets, key=len)
        found: Iterable[int] = self.holding_any(fewest)
        for words in others:
            found = [line for line in found if any(map(self._texts[line].__contains__, words))]
        return found

    def _line_of(self, at: int) -> int:
        return bisect_right(self._begins, at) - 1

    @cached_property
    def _begins(self) -> list[int]:
        """Where each line begins in the text, and where one more would."""
        return list(accumulate((len(text) + 1 for text in self._texts), initial=0))


_NONE: frozenset[int] = frozenset()


@lru_cache(maxsize=1024)
def _needed(pattern: Regex) -> tuple[Sought, ...]:
    """Return sets of words, of each of which one stands wherever a pattern matches."""
    return tuple(map(Sought, pattern.needed))
