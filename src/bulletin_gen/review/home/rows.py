"""The paragraphs of a prose field: where each stands, and what puts in more."""

from collections.abc import Iterator, Sequence

from bulletin_gen.review.home.deed import Deed, Insert, Own, Retype, escaped
from bulletin_gen.review.home.lines import BaseLine
from bulletin_gen.review.home.tree import Slot
from bulletin_gen.review.home.typed import TypedText
from bulletin_gen.spec.values import ListForm


def rows_in(typed: str) -> list[tuple[int, int]]:
    """Return where each paragraph of a field begins and ends."""
    found: list[tuple[int, int]] = []
    at = 0
    for row in typed.split("\n"):
        found.append((at, at + len(row)))
        at += len(row) + 1
    return found


def new_row(text: TypedText | None, slot: Slot, new: str) -> Deed:
    """Return what puts a paragraph into a field; `text` is that field, None where nothing was typed there."""
    if text is None:
        return Insert(slot, new)
    bounds = rows_in(text.typed)
    if slot.at < len(bounds):
        return Retype(slot.path, bounds[slot.at][0], bounds[slot.at][0], f"{new}\n")
    return Retype(slot.path, len(text.typed), len(text.typed), f"\n{new}")


def new_rows(text: TypedText | None, slot: Slot, new: Sequence[str]) -> tuple[Deed, ...]:
    """Return what puts in paragraphs as they are printed."""
    if not new:
        return ()
    rows = "\n".join(new)
    return (new_row(text, slot, escaped(rows) if text else rows),)


def parted(slot: Slot, lines: Sequence[BaseLine]) -> Iterator[Deed]:
    """Yield what parts a first paragraph from the measures that would be run in behind it."""
    node, _, name = slot.path.rpartition(".")
    of = [line for line in lines if line.node == node and not line.is_heading]
    measures = [sum(".measures[" in piece.path for piece in line.pieces) for line in of]
    if name == "text" and (sum(measures) == 1 or any(number > 1 for number in measures)):
        yield Own(f"{node}.measures_form", ListForm.OWN_PARAGRAPH)
