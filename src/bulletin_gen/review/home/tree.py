"""The lines of a draft in; which of them each part of its spec says, and where something new can be put in, out."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bulletin_gen.review.home.lines import BaseLine, Piece
from bulletin_gen.text.labels import leading_label, leading_listed
from bulletin_gen.where import parent_of

_ITEM = re.compile(r"^(.*?)\[(\d+)\]$")
_PARTS = frozenset(["organisation", "next_steps", "contact", "recipients", "note"])
_ITEMS = frozenset(["sections", "issues", "sub_issues", "items", "other_parts", "attachments"])
_PROSE = re.compile(r"(?:^|\.)(?:text|closing|opening|invitation|wording|status_line)$")


class Slot(NamedTuple):
    """A place in a list, or in a prose field: before what is number `at` in it now, from 0."""

    path: str
    at: int

    def __str__(self) -> str:
        return f"{self.path}[{self.at}]"


def slot_of(path: str) -> Slot | None:
    """Return the list and the index that a path ends with, None where it ends with a field."""
    match = _ITEM.match(path)
    return Slot(match[1], int(match[2])) if match else None


def name_of(path: str) -> str:
    """Return the name of the field or list that a path ends with: measures of results.issues[0].measures[1]."""
    slot = slot_of(path)
    return (slot.path if slot else path).rpartition(".")[2]


def is_prose(path: str) -> bool:
    """Does a field of this name hold paragraphs?"""
    return bool(_PROSE.search(path))


def removable(lines: Sequence[BaseLine]) -> dict[str, list[int]]:
    """Return the lines of each part that can go as a whole, outer parts before those in them."""
    found: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        for path in reversed(list(_upwards(line.node))):
            if path in _PARTS or ((slot := slot_of(path)) and slot.path.rpartition(".")[2] in _ITEMS):
                found.setdefault(path, []).append(index)
    return dict(sorted(found.items(), key=lambda one: len(one[0])))


def _upwards(path: str) -> Iterator[str]:
    """Yield a path and those around it, the innermost first."""
    while path:
        yield path
        path = parent_of(path)


def row_of(line: BaseLine) -> str | None:
    """Return the paragraph or measure that a line is and nothing else, None where it is more, less or another thing."""
    own = [piece for piece in line.pieces if piece.end - piece.start]
    if len(own) != 1 or line.is_cell or line.is_heading:
        return None
    return _row(own[0], line)


def _row(piece: Piece, line: BaseLine) -> str | None:
    if ".measures[" in piece.path:
        marked = leading_listed(line.text)
        is_alone = piece.start <= (len(line.text) - len(marked.rest) if marked else 0)
        return piece.path if is_alone and piece.row == 0 else None
    if is_prose(piece.path) and piece.start <= line.label and piece.end == len(line.text):
        return f"{piece.path}[{piece.row}]"
    return None


def place_for_part(
    lines: Sequence[BaseLine], before: int | None, behind: int | None, heading: str, kind: str | None = None
) -> Slot | None:
    """Return where a part with this heading belongs between two lines: beside the nearest of its kind.

    Its kind is told by its label, or by `kind`, the name of its list; None where no part there is of that kind.
    """
    marked = leading_label(heading)
    for path in _upwards(lines[before].node) if before is not None else ():
        slot = slot_of(path)
        if slot and _is_like(lines, path, marked.label if marked else None, kind):
            return Slot(slot.path, slot.at + 1)
    for path in reversed(list(_upwards(lines[behind].node))) if behind is not None else ():
        slot = slot_of(path)
        if slot and _begins(lines, path, behind) and _is_like(lines, path, marked.label if marked else None, kind):
            return slot
    return None


def _begins(lines: Sequence[BaseLine], path: str, index: int | None) -> bool:
    return next((at for at, line in enumerate(lines) if _is_in(line.node, path)), None) == index


def _is_in(node: str, path: str) -> bool:
    return node == path or node.startswith((f"{path}.", f"{path}["))


def _is_like(lines: Sequence[BaseLine], path: str, label: object, kind: str | None) -> bool:
    name = path.rpartition(".")[2].partition("[")[0]
    if name not in _ITEMS or name == "attachments":
        return False
    if kind is not None:
        return name == kind
    own = next((line for line in lines if line.node == path and line.is_heading), None)
    marked = leading_label(own.text) if own else None
    return marked is not None and marked.label is label


def place_for_paragraph(line: BaseLine, text: str) -> Slot | None:
    """Return where a paragraph belongs that was put in behind a line, None where no field can hold it."""
    last = line.pieces[-1] if line.pieces else None
    if last and ".measures[" in last.path:
        return _behind_measure(line, last, text)
    if last and is_prose(last.path) and not line.is_cell:
        return Slot(last.path, last.row + 1)
    own = line.generated[-1] if line.generated else None
    if own and own.path == "contact.wording":
        return Slot(own.path, own.row + 1)
    if line.node == "inspection":
        return Slot("opening", 1)
    if line.is_heading and not line.node.startswith("attachments") and line.node != "results":
        return Slot(f"{line.node}.text", 0)
    return None


def _behind_measure(line: BaseLine, last: Piece, text: str) -> Slot | None:
    slot = slot_of(last.path)
    if slot is None:
        return None
    if sum(".measures[" in piece.path for piece in line.pieces) > 1 or not _row(last, line):
        return Slot(f"{line.node}.closing", 0)
    is_measure = leading_listed(text) is not None or leading_listed(line.text) is None
    return Slot(slot.path, slot.at + 1) if is_measure else Slot(last.path, last.row + 1)
