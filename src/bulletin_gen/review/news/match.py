"""Issues of a bulletin and of a ledger in; which are the same out: by their words, and by their numbers."""

from collections.abc import Mapping, Sequence

from bulletin_gen.readers.source import fold
from bulletin_gen.review.align import aligned, likeness
from bulletin_gen.review.news.known import KnownIssue

_ALIKE = 0.5  # so much do two wordings of one problem have in common at least
_ALIKE_AND_NUMBERED = 0.25  # and so much where the numbers are the same
_MOVED = 0.8  # and so much where the order is not
_MOST_COMPARED = 250_000  # pairs


def matched(ours: Sequence[KnownIssue], theirs: Sequence[KnownIssue], numbers: Mapping[str, str]) -> dict[str, str]:
    """Return the path in the bulletin for that in the ledger of each issue that stands in both.

    `numbers` are the 序号 of the ledger by path.
    """

    def alike(one: KnownIssue, other: KnownIssue) -> float:
        like = likeness(fold(one.name), fold(other.name))
        is_numbered = numbers.get(other.path) == one.number
        return like + is_numbered if like >= (_ALIKE_AND_NUMBERED if is_numbered else _ALIKE) else 0

    pairs = aligned(ours, theirs, lambda one: (fold(one.name), one.path.count("sub_issues")), alike)
    found = {theirs[new].path: ours[old].path for old, new in pairs if old is not None and new is not None}
    lone = [ours[old] for old, new in pairs if old is not None and new is None]
    return found | _moved(lone, [theirs[new] for old, new in pairs if old is None and new is not None])


def _moved(ours: Sequence[KnownIssue], theirs: Sequence[KnownIssue]) -> dict[str, str]:
    """Return those that stand in another order, the most alike first."""
    if len(ours) * len(theirs) > _MOST_COMPARED:
        return {}
    likes = [(likeness(fold(one.name), fold(other.name)), one.path, other.path) for one in ours for other in theirs]
    found: dict[str, str] = {}
    for like, old, new in sorted(likes, key=lambda one: -one[0]):
        if like >= _MOVED and new not in found and old not in found.values():
            found[new] = old
    return found
