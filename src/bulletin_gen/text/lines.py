"""Texts, each on a line of its own, in; the lines that hold a word, or that a pattern may match in, out.

What stands nowhere, as most of what is looked for in a text, costs next to nothing: words are known by the two
characters that they begin with, and of all that stand side by side in the texts a set is made once.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, chain
from operator import add

from bulletin_gen.text.regex import Regex


class Sought:
    """Words to be looked for, all at once."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_pair: dict[str, list[str]] = {}
        for word in words:
            self._by_pair.setdefault(word[:2], []).append(word)
        self._pairs = frozenset(self._by_pair)

    def among(self, pairs: frozenset[str]) -> list[str]:
        """Return the words that may stand in a text with these `Lines.pairs`."""
        return [word for pair in self._pairs & pairs for word in self._by_pair[pair]]


class Lines:
    """Texts, in which words and patterns are looked for again and again; lines count from 0."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.text = "\n".join(texts)
        self._begins = list(accumulate((len(text) + 1 for text in texts), initial=0))
        self._holding: dict[str, list[int]] = {}

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Each two characters that stand side by side in a line, and each one alone."""
        return frozenset(chain(map(add, self.text, self.text[1:]), self.text))

    def holding(self, word: str) -> list[int]:
        """Return the lines that a word begins in, in order."""
        if word not in self._holding:
            self._holding[word] = self._found(word)
        return self._holding[word]

    def holding_any(self, sought: Sought) -> list[int]:
        """Return the lines that any of the words begins in, in order."""
        return sorted({line for word in sought.among(self.pairs) for line in self.holding(word)})

    def for_any_of(self, patterns: tuple[Regex, ...]) -> list[int]:
        """Return the lines in which any of the patterns may match, in order, as far as the words of each tell.

        One that names no words is asked of all lines at once: it must match no line end, nor see one.
        """
        sought, others = _needed(patterns)
        found = {line for word in sought.among(self.pairs) for line in self.holding(word)}
        found |= {self._line_of(match.start()) for pattern in others for match in pattern.finditer(self.text)}
        return sorted(found)

    def _found(self, word: str) -> list[int]:
        lines = []
        at = self.text.find(word)
        while at >= 0:
            line = self._line_of(at)
            lines.append(line)
            at = self.text.find(word, self._begins[line + 1])
        return lines

    def _line_of(self, at: int) -> int:
        return bisect_right(self._begins, at) - 1


@lru_cache(maxsize=1024)
def _needed(patterns: tuple[Regex, ...]) -> tuple[Sought, tuple[Regex, ...]]:
    """Return the words of which one stands wherever a pattern matches, and the patterns that name none."""
    words = chain.from_iterable(pattern.words for pattern in patterns)
    return Sought(words), tuple(pattern for pattern in patterns if not pattern.words)
