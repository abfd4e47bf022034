"""The lines of a draft and those of a returned file, in; which are versions of one another, gone, new or moved out."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import groupby

from bulletin_gen.frozen import frozen
from bulletin_gen.readers.source import fold
from bulletin_gen.review.align import Pair, aligned, likeness
from bulletin_gen.review.home.lines import BaseLine
from bulletin_gen.review.home.paragraph import bare

_LEAST_ALIKE = 0.4  # of two lines that are versions of one another
_LEAST_ALIKE_MOVED = 0.7  # of two that do not stand in the same place
_MOST_PAIRS = 250_000  # of lines that are looked at whether one moved; beyond, all went and came
_SHORTEST_MOVED = 6  # characters of a line that can be known again elsewhere


@frozen
class Matching:
    """`there` tells for each line of the draft that kept its place which new line it is, `moved` for each that did not.

    All others are gone, or new.
    """

    there: dict[int, int]
    moved: dict[int, int]

    def before(self, new: int) -> int | None:
        """Return the line of the draft that kept its place nearest before a new one."""
        at = bisect_left(self._news, new)
        return self._olds[at - 1] if at else None

    def behind(self, new: int) -> int | None:
        """Return the line of the draft that kept its place nearest behind a new one."""
        at = bisect_right(self._news, new)
        return self._olds[at] if at < len(self._olds) else None

    @cached_property
    def _olds(self) -> list[int]:
        return sorted(self.there)

    @cached_property
    def _news(self) -> list[int]:
        return [self.there[old] for old in self._olds]


def match(base: Sequence[BaseLine], edited: Sequence[str]) -> Matching:
    ours, theirs = [_key(line.text) for line in base], [_key(text) for text in edited]
    head = _same_start(ours, theirs)
    tail = _same_start(ours[head:][::-1], theirs[head:][::-1])
    pairs = [Pair(at, at) for at in range(head)]
    pairs += [
        Pair(None if pair.old is None else pair.old + head, None if pair.new is None else pair.new + head)
        for pair in aligned(ours[head : len(ours) - tail], theirs[head : len(theirs) - tail], lambda one: one, _alike)
    ]
    pairs += [Pair(len(ours) - at, len(theirs) - at) for at in range(tail, 0, -1)]
    there: dict[int, int] = {}
    gone: list[int] = []
    come: list[int] = []
    gaps: list[tuple[list[int], list[int]]] = []
    for is_pair, group in groupby(pairs, lambda pair: pair.old is not None and pair.new is not None):
        found = list(group)
        if is_pair:
            there |= {pair.old: pair.new for pair in found if pair.old is not None and pair.new is not None}
        else:
            olds = [pair.old for pair in found if pair.old is not None]
            news = [pair.new for pair in found if pair.new is not None]
            gaps.append((olds, news))
            gone, come = gone + olds, come + news
    moved = _moved(ours, theirs, gone, come)
    for olds, news in gaps:
        left = [old for old in olds if old not in moved]
        there |= _in_place(base, left, [new for new in news if new not in moved.values()])
    return Matching(dict(sorted(_by_beginning(base, edited, there).items())), moved)


def _by_beginning(base: Sequence[BaseLine], edited: Sequence[str], there: dict[int, int]) -> dict[int, int]:
    """Return the same, but where a line was cut in two, or two were joined, by what the first of them begins with."""
    ours, theirs = [fold(line.text) for line in base], [fold(text) for text in edited]
    taken = set(there.values())
    found = dict(there)
    for old, new in there.items():
        if new and new - 1 not in taken and theirs[new - 1] + theirs[new] == ours[old]:
            found[old] = new - 1
        if old and old - 1 not in there and ours[old - 1] + ours[old] == theirs[new]:
            del found[old]
            found[old - 1] = new
    return found


def _key(text: str) -> str:
    return fold(bare(text))


def _same_start(ours: Sequence[str], theirs: Sequence[str]) -> int:
    most = min(len(ours), len(theirs))
    return next((at for at in range(most) if ours[at] != theirs[at]), most)


def _alike(one: str, other: str) -> float:
    found = likeness(one, other)
    return found + 0.01 if found >= _LEAST_ALIKE else 0.0


def _in_place(base: Sequence[BaseLine], olds: Sequence[int], news: Sequence[int]) -> dict[int, int]:
    """Return which lines between two that kept their places are versions of one another, however little alike.

    One for one, and cell for cell.
    """
    if len(olds) != len(news) or not (len(olds) == 1 or all(base[old].is_cell for old in olds)):
        return {}
    return dict(zip(olds, news, strict=True))


def _moved(ours: Sequence[str], theirs: Sequence[str], gone: Sequence[int], come: Sequence[int]) -> dict[int, int]:
    if len(gone) * len(come) > _MOST_PAIRS:
        return {}
    likely = sorted(
        (-likeness(ours[one], theirs[other]), one, other)
        for one in gone
        if len(ours[one]) >= _SHORTEST_MOVED
        for other in come
    )
    moved: dict[int, int] = {}
    for less, one, other in likely:
        if -less >= _LEAST_ALIKE_MOVED and one not in moved and other not in moved.values():
            moved[one] = other
    return moved
