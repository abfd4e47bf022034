"""Opinions that are on record, and others that come; which of these are new, and which nobody voiced, out."""

from collections.abc import Iterable, Sequence

from bulletin_gen.readers.source import fold
from bulletin_gen.review.home.tree import name_of
from bulletin_gen.review.opinion import Handling, Opinion, OpinionKind

_OPPOSITE = {OpinionKind.ADDED: OpinionKind.DELETED, OpinionKind.DELETED: OpinionKind.ADDED}


class Recorded:
    """Keeps every opinion once, whatever files come and however often."""

    def __init__(self, earlier: Sequence[Opinion]) -> None:
        self._by_id = {opinion.id: opinion for opinion in earlier}
        self._wishes = {_wish(opinion) for opinion in earlier}
        adopted = [opinion for opinion in earlier if opinion.handling is Handling.ADOPTED]
        self._undone = {_undoing(opinion) for opinion in adopted}

    @property
    def opinions(self) -> tuple[Opinion, ...]:
        return tuple(self._by_id.values())

    def add(self, found: Iterable[Opinion]) -> None:
        """Take in what a file says.

        A file that was sent round before an opinion was adopted still says what stood there: that is no wish to have
        it back. What its author asked for before is the same wish, though words beside it have changed since.
        """
        for opinion in found:
            is_old = _wish(opinion) in self._wishes or _essence(opinion) in self._undone
            if opinion.id not in self._by_id and not is_old:
                self._by_id[opinion.id] = opinion


def _wish(opinion: Opinion) -> tuple[str, ...]:
    """Return what tells a wish whatever stands beside it and wherever its field has gone."""
    if opinion.kind is OpinionKind.COMMENT:
        return opinion.kind, opinion.author, fold(opinion.old), opinion.said
    says = opinion.old if opinion.kind in (OpinionKind.DELETED, OpinionKind.MOVED) else opinion.new
    return opinion.kind, opinion.author, name_of(opinion.path), fold(says)


def _essence(opinion: Opinion) -> tuple[str, str, str]:
    kind = OpinionKind.CHANGED if opinion.kind not in (*_OPPOSITE, OpinionKind.MOVED) else opinion.kind
    return kind, _first(opinion.old), _first(opinion.new)


def _undoing(opinion: Opinion) -> tuple[str, str, str]:
    kind = _OPPOSITE.get(opinion.kind, opinion.kind)
    return kind, _first(opinion.new), _first(opinion.old)


def _first(text: str) -> str:
    return fold(text.split("\n")[0])
