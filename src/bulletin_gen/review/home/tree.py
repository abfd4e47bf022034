"""The lines of a draft in; which of them each part of its spec says, and where something new can be put in, out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bulletin_gen.frozen import frozen
from bulletin_gen.review.home.generated import PROGRESS
from bulletin_gen.review.home.lines import BaseLine, Piece
from bulletin_gen.review.home.paragraph import lone_measure
from bulletin_gen.text.labels import leading_label, leading_listed
from bulletin_gen.text.numerals import Label
from bulletin_gen.text.regex import Regex
from bulletin_gen.where import parent_of

_ITEM = Regex(r"^(.*?)\[(\d+)\]$")
_PARTS = frozenset(["organisation", "next_steps", "contact", "recipients", "note"])
_ITEMS = frozenset(["sections", "issues", "sub_issues", "items", "other_parts", "attachments"])
_PROSE = Regex(r"(?:^|\.)(?:text|closing|opening|invitation|wording|status_line)$")


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


@frozen
class Outline:
    """`parts` are the lines of each part that can go as a whole, outer parts before those in them; `labels` the forms
    of the labels that the headings of nodes bear."""

    parts: Mapping[str, Sequence[int]]
    labels: Mapping[str, Label]


def outline_of(lines: Sequence[BaseLine]) -> Outline:
    parts: dict[str, list[int]] = {}
    labels: dict[str, Label] = {}
    for index, line in enumerate(lines):
        if line.is_heading and line.node not in labels and (marked := leading_label(line.text)):
            labels[line.node] = marked.label
        for path in _upwards(line.node):
            if path in _PARTS or ((slot := slot_of(path)) and slot.path.rpartition(".")[2] in _ITEMS):
                parts.setdefault(path, []).append(index)
    return Outline(dict(sorted(parts.items(), key=lambda one: len(one[0]))), labels)


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
    outline: Outline, before: BaseLine | None, behind: tuple[int, BaseLine] | None, heading: str, kind: str = ""
) -> Slot | None:
    """Return where a part with this heading belongs between two lines: beside the nearest of its kind.

    Its kind is told by its label, or by `kind`, the name of its list; None where no part there is of that kind.
    """
    marked = leading_label(heading)
    label = marked.label if marked else None
    for path in _upwards(before.node) if before else ():
        slot = slot_of(path)
        if slot and _is_like(outline, path, label, kind):
            return Slot(slot.path, slot.at + 1)
    for path in reversed(list(_upwards(behind[1].node))) if behind else ():
        slot = slot_of(path)
        begins = behind is not None and outline.parts.get(path, (None,))[0] == behind[0]
        if slot and begins and _is_like(outline, path, label, kind):
            return slot
    return None


def _is_like(outline: Outline, path: str, label: Label | None, kind: str) -> bool:
    name = name_of(path)
    if name not in _ITEMS or name == "attachments":
        return False
    return name == kind if kind else label is not None and outline.labels.get(path) is label


def place_for_paragraph(line: BaseLine, text: str) -> Slot | None:
    """Return where a paragraph belongs that was put in behind a line, None where no field can hold it."""
    last = line.pieces[-1] if line.pieces else None
    if last and ".measures[" in last.path:
        return _behind_measure(line, last, text)
    own = line.generated[-1] if line.generated else None
    if last and is_prose(last.path) and not line.is_cell and not (own and own.end > last.start):
        return Slot(last.path, last.row + 1)
    if own and own.path == "contact.wording":
        return Slot(own.path, own.row + 1)
    if own and own.path == PROGRESS and own.end == len(line.text):
        return Slot(own.path, own.row + 1)
    if line.node == "inspection":
        return Slot("opening", 1)
    if line.part == "status":
        return Slot(f"{line.node}.status_line", own.row + 1 if own else 1)
    if line.is_heading and line.node == "results":
        return Slot(PROGRESS, 0)
    if line.is_heading and not line.node.startswith("attachments"):
        return Slot(f"{line.node}.text", 0)
    return None


def _behind_measure(line: BaseLine, last: Piece, text: str) -> Slot | None:
    slot = slot_of(last.path)
    if slot is None:
        return None
    marked = leading_listed(text)
    counts_on = marked is not None and marked.number == slot.at + 2
    is_run_in = sum(".measures[" in piece.path for piece in line.pieces) > 1 or not _row(last, line)
    if (is_run_in or lone_measure(line)) and not counts_on:
        return Slot(f"{line.node}.closing", 0)
    is_measure = marked is not None or leading_listed(line.text) is None
    return Slot(slot.path, slot.at + 1) if is_measure else Slot(last.path, last.row + 1)
