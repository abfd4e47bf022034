"""Two sequences in; which items of them belong together out: in order as far as possible, then those that moved."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from bulletin_gen.text.rising import rising

_T = TypeVar("_T")
_MOST_CELLS = 250_000  # of one table of likenesses; beyond, only equal items belong together


class Pair(NamedTuple):
    """Indices of an old and a new item that belong together; None where an item has no partner in the order."""

    old: int | None
    new: int | None


def likeness(first: str, second: str) -> float:
    """Return how much two texts have in common, from 0 to 1: of their pairs of neighbouring characters."""
    if first == second:
        return 1.0
    ours, theirs = _pairs(first), _pairs(second)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(max(len(text) - 1, 1)))


def aligned(
    old: Sequence[_T], new: Sequence[_T], key: Callable[[_T], Hashable], alike: Callable[[_T, _T], float]
) -> list[Pair]:
    """Return pairs in the order of both sequences; each item stands in one.

    Items of the same `key` that stand once in each are partners wherever that keeps the order; between them those
    that are most `alike`, 0 meaning not at all.
    """
    pairs: list[Pair] = []
    before_old, before_new = 0, 0
    for at_old, at_new in [*_anchors(list(map(key, old)), list(map(key, new))), (len(old), len(new))]:
        here, there = range(before_old, at_old), range(before_new, at_new)
        pairs += _between(here, there, lambda one, other: alike(old[one], new[other]))
        if at_old < len(old):
            pairs.append(Pair(at_old, at_new))
        before_old, before_new = at_old + 1, at_new + 1
    return pairs


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return where keys stand that occur once in each sequence: as many as keep the order of both."""
    once_old, once_new = _once(old), _once(new)
    both = sorted((at, once_new[key]) for key, at in once_old.items() if key in once_new)
    return [both[at] for at in rising([second for _, second in both])]


def _once(keys: Sequence[Hashable]) -> dict[Hashable, int]:
    counts = Counter(keys)
    return {key: at for at, key in enumerate(keys) if counts[key] == 1}


def _between(old: range, new: range, alike: Callable[[int, int], float]) -> Iterator[Pair]:
    """Yield the pairs of a stretch without anchors: those that are most alike in all."""
    if not old or not new or len(old) * len(new) > _MOST_CELLS:
        yield from (Pair(at, None) for at in old)
        yield from (Pair(None, at) for at in new)
        return
    likenesses = [[alike(one, other) for other in new] for one in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]  # of the rest from here on
    for row in reversed(range(len(old))):
        for column in reversed(range(len(new))):
            like = likenesses[row][column]
            both = best[row + 1][column + 1] + like if like else 0.0
            best[row][column] = max(both, best[row + 1][column], best[row][column + 1])
    row = column = 0
    while row < len(old) and column < len(new):
        like = likenesses[row][column]
        if like and best[row][column] == best[row + 1][column + 1] + like:
            yield Pair(old[row], new[column])
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            yield Pair(old[row], None)
            row += 1
        else:
            yield Pair(None, new[column])
            column += 1
    yield from (Pair(at, None) for at in old[row:])
    yield from (Pair(None, at) for at in new[column:])
