"""A paragraph in; which of its quotes and brackets are pairs, which stand alone, which stand within their like out."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from bulletin_gen.text.labels import leading_label
from bulletin_gen.text.regex import Regex

_CLOSER = {"“": "”", "‘": "’", "（": "）", "〔": "〕", "《": "》", "〈": "〉", "【": "】"}
_OPENER = {closing: opening for opening, closing in _CLOSER.items()}
_MARK = Regex("[“”‘’（）()〔〕《》〈〉【】]")
_HALF = {"(": "（", ")": "）"}
_FAMILY = {"“": "quote", "‘": "quote", "《": "title", "〈": "title"}
_ENUMERATED = Regex("(?<![0-9a-zA-Z])[0-9a-zA-Z]{1,2}[）)]")  # 1）, a）
_LONGEST_LABEL = 2


class Pair(NamedTuple):
    """`within` is the nearest mark of the same family (quotes, titles) that is open around it, or empty."""

    opening: str
    start: int
    end: int
    within: str


class Lone(NamedTuple):
    """A mark without its other half, by its opening form: “ stands for ” as well."""

    opening: str
    at: int
    is_opening: bool


class Pairing(NamedTuple):
    """What became of the quotes and brackets of a paragraph; `crossed` are pairs of which each begins in the other."""

    pairs: tuple[Pair, ...] = ()
    crossed: tuple[Pair, ...] = ()
    lone: tuple[Lone, ...] = ()


def closing_of(opening: str) -> str:
    return _CLOSER[opening]


def pairing(text: str) -> Pairing:
    """Return how the quotes and brackets of a paragraph pair up. Labels (1）) and apostrophes are none."""
    label = leading_label(text)
    still = _Open()
    pairs: list[Pair] = []
    lone: list[Lone] = []
    for match in _MARK.finditer(text, len(text) - len(label.rest) if label else 0):
        at, char = match.start(), _HALF.get(match[0], match[0])
        if char in _CLOSER:
            still.open(char, at)
        elif still.waits_for(_OPENER[char]):
            *between, (mark, within) = still.close(_OPENER[char])
            lone += [other for other, _ in between]
            pairs.append(Pair(mark.opening, mark.at, at, within))
        elif not _is_no_half(text, at):
            lone.append(Lone(_OPENER[char], at, False))
    lone += still.left()
    return _told_apart(pairs, sorted(lone, key=lambda mark: mark.at))


class _Open:
    """The marks that are still open, the last on top, each with what was open around it of its family."""

    def __init__(self) -> None:
        self._stack: list[tuple[Lone, str]] = []
        self._waiting: dict[str, int] = defaultdict(int)
        self._families: dict[str, list[str]] = defaultdict(list)

    def waits_for(self, opening: str) -> bool:
        return self._waiting[opening] > 0

    def open(self, opening: str, at: int) -> None:
        around = self._families[_FAMILY.get(opening, opening)]
        self._stack.append((Lone(opening, at, True), around[-1] if around else ""))
        self._waiting[opening] += 1
        around.append(opening)

    def close(self, opening: str) -> Iterator[tuple[Lone, str]]:
        """Take marks off until one of the kind that is closed; yield each, that one last."""
        while self.waits_for(opening):
            mark, within = self._stack.pop()
            self._waiting[mark.opening] -= 1
            self._families[_FAMILY.get(mark.opening, mark.opening)].pop()
            yield mark, within
            if mark.opening == opening:
                return

    def left(self) -> list[Lone]:
        return [mark for mark, _ in self._stack]


def _is_no_half(text: str, at: int) -> bool:
    """Is a closing mark that of a label within the text, or an apostrophe (it’s, ’98)?"""
    if text[at] == "’":
        return text[at + 1 : at + 2].isdecimal() or (text[at - 1 : at].isascii() and text[at + 1 : at + 2].isascii())
    start = max(at - _LONGEST_LABEL - 1, 0)
    return any(match.end() == at + 1 for match in _ENUMERATED.finditer(text, start, at + 1))


def _told_apart(pairs: list[Pair], lone: list[Lone]) -> Pairing:
    """Return the lone marks, in order, that follow one another as opening and closing as pairs that cross others."""
    crossed: list[Pair] = []
    left: list[Lone] = []
    opened: dict[str, list[Lone]] = defaultdict(list)
    for mark in lone:
        if mark.is_opening:
            opened[mark.opening].append(mark)
        elif opened[mark.opening]:
            crossed.append(Pair(mark.opening, opened[mark.opening].pop().at, mark.at, ""))
        else:
            left.append(mark)
    left += [mark for marks in opened.values() for mark in marks]
    return Pairing(tuple(pairs), tuple(crossed), tuple(sorted(left, key=lambda mark: mark.at)))
