"""Texts of a bulletin and those of a ledger in; what brings the news in out. Nothing that stands there goes."""

from collections.abc import Sequence

from bulletin_gen.frozen import frozen
from bulletin_gen.readers.source import fold
from bulletin_gen.review.align import aligned, likeness

_ALIKE = 0.4
_ENDS = ".;,、"  # as `fold` leaves them


@frozen
class Brought:
    """What becomes of a list of texts, each named by its index.

    changed: one of ours and that of theirs which takes its place. added: the place in ours before which one of theirs
    comes. kept: those of ours of which the ledger says nothing.
    """

    changed: tuple[tuple[int, int], ...]
    added: tuple[tuple[int, int], ...]
    kept: tuple[int, ...]


def brought(ours: Sequence[str], theirs: Sequence[str]) -> Brought:
    """Return what brings their texts into ours: one that is like one of ours takes its place, another comes in."""
    changed, added, kept = [], [], []
    at = 0
    for old, new in aligned(ours, theirs, bare, _alike):
        if old is None and new is not None:
            added.append((at, new))
        elif old is not None and new is None:
            kept.append(old)
        elif old is not None and new is not None and not is_same(ours[old], theirs[new]):
            changed.append((old, new))
        at = at if old is None else old + 1
    return Brought(tuple(changed), tuple(added), tuple(kept))


def is_same(one: str, other: str) -> bool:
    """Do two texts say the same, but for white space, the width of marks and the mark at the end?"""
    return bare(one) == bare(other)


def bare(text: str) -> str:
    return fold(text).rstrip(_ENDS)


def _alike(one: str, other: str) -> float:
    """Return how much two texts have in common; one that goes on from the other is the same, told further."""
    ours, theirs = bare(one), bare(other)
    goes_on = bool(ours and theirs) and (theirs.startswith(ours) or ours.startswith(theirs))
    like = max(likeness(ours, theirs), 0.9 if goes_on else 0)
    return like if like >= _ALIKE else 0
