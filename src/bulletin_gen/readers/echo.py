"""A sheet in; the most typed bulletin that says its lines again out, found by saying them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from bulletin_gen.composing import compose
from bulletin_gen.document import block_lines
from bulletin_gen.errors import BulletinError
from bulletin_gen.readers.draft import draft_as_text, draft_bulletin
from bulletin_gen.readers.lines import SourceLine, fold
from bulletin_gen.readers.outline import Node, grow
from bulletin_gen.readers.sheet import Sheet
from bulletin_gen.spec.model import Bulletin

_ROUNDS = 4


@dataclass(frozen=True)
class Proof:
    """A bulletin, the source line where each of its places is said, and the first line not said; None when all are."""

    bulletin: Bulletin
    places: dict[str, SourceLine] = field(default_factory=dict)
    broken: SourceLine | None = None


def read_sheet(sheet: Sheet) -> Proof:
    """Return the bulletin of a sheet. What does not come back as typed is kept as text: an issue, the body, all."""
    plain: set[int] = set()
    for _ in range(_ROUNDS):
        proof = _attempt(lambda: draft_bulletin(sheet, frozenset(plain)), sheet)
        if proof is not None and proof.broken is None:
            return proof
        owner = _owner(sheet, proof.broken) if proof and proof.broken else None
        if owner is None or owner in plain:
            break
        plain.add(owner)
    return _as_text(sheet)


def _as_text(sheet: Sheet) -> Proof:
    proof = _attempt(lambda: draft_as_text(sheet), sheet)
    if proof is not None and proof.broken is None:
        return proof
    everything = draft_as_text(sheet.all_text())
    return prove(everything, list(sheet.said()))


def _attempt(draft: Callable[[], Bulletin], sheet: Sheet) -> Proof | None:
    """Return the proof of a draft, None where the fields that were read make no bulletin."""
    try:
        return prove(draft(), list(sheet.said()))
    except BulletinError:
        return None


def prove(bulletin: Bulletin, lines: Sequence[SourceLine]) -> Proof:
    """Return the proof that a bulletin says the lines, each in a paragraph of its own.

    Raises BulletinError where it cannot be composed.
    """
    places: dict[str, SourceLine] = {}
    for (path, text), line in zip_longest(_said(bulletin), lines, fillvalue=("", None)):
        if not isinstance(line, SourceLine) or text is None or fold(text) != fold(line.text):
            return Proof(bulletin, places, line if isinstance(line, SourceLine) else lines[-1])
        places.setdefault(path, line)
    return Proof(bulletin, places)


def _said(bulletin: Bulletin) -> Iterator[tuple[str, str | None]]:
    for block in compose(bulletin).blocks:
        for text in block_lines(block):
            yield block.where.path, text


def _owner(sheet: Sheet, broken: SourceLine) -> int | None:
    """Return the line of the innermost labelled line that `broken` belongs to, None where it belongs to none."""
    found = None
    for node in _all(grow(sheet.text).nodes):
        if node.line.number > broken.number:
            break
        found = node.line.number
    return found


def _all(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _all(node.children)
