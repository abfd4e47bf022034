"""The changes between two versions in; those of a ledger that only say again what changed in the text told with that,
out."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from bulletin_gen.review.redline import Change, Kind
from bulletin_gen.text.labels import leading_label, leading_listed

LEDGER_TOO = "（台账同）"  # behind the place of a change
_CELL = "\t"


def said_once(changes: Sequence[Change], ledgers: Collection[str]) -> tuple[Change, ...]:
    """Return the changes without rows of a ledger of which each line that changed stands in the text and changed there;
    what these repeat is marked as that. `ledgers` are the places of the ledgers."""
    rows = {id(one): set(_in_row(one)) for one in changes if one.place in ledgers and one.kind is Kind.CHANGED}
    texts = [one for one in changes if id(one) not in rows]
    beside = {row: [_saying(line, texts) for line in lines] for row, lines in rows.items()}
    once = {row: found for row, found in beside.items() if found and all(found)}
    repeated = {id(one) for found in once.values() for said in found for one in said}
    return tuple(
        replace(one, place=f"{one.place}{LEDGER_TOO}") if id(one) in repeated else one
        for one in changes
        if id(one) not in once
    )


def _in_row(change: Change) -> Iterator[tuple[str, str]]:
    """Yield the lines that changed in the cells of a row; the whole row where some came or went."""
    ours, theirs = (
        [line for cell in text.split(_CELL) for line in (*cell.split("\n"), _CELL)] for text in (change.old, change.new)
    )
    if len(ours) != len(theirs):
        yield change.old, change.new
        return
    yield from ((_bare(old), _bare(new)) for old, new in zip(ours, theirs, strict=True) if old != new)


def _saying(line: tuple[str, str], texts: Sequence[Change]) -> list[Change]:
    old, new = line
    return [one for one in texts if old in one.old and new in one.new]


def _bare(line: str) -> str:
    marked = leading_label(line) or leading_listed(line)
    return marked.rest if marked and marked.rest else line
