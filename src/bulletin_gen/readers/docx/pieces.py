"""The pieces of a story: printed text, and what stands between it without being printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum, auto
from itertools import islice
from typing import TypeAlias


class Kind(StrEnum):
    """Why something of the file is not in the text, or is worth a word."""

    HIDDEN = auto()
    CONTENTS = auto()
    PLACEHOLDER = auto()
    PHONETIC = auto()
    WORD_ART = auto()
    FOOTNOTE = auto()
    ENDNOTE = auto()
    EMPTY_NUMBER = auto()
    FIELD = auto()
    SYMBOL = auto()
    BULLET = auto()
    TABLE = auto()
    TEXT_BOX = auto()
    PICTURE = auto()
    OBJECT = auto()
    EMBEDDED = auto()


@dataclass(frozen=True)
class Remark:
    """Something that is told of where it stands; `text` is what it says, or the id of a note."""

    kind: Kind
    text: str = ""


@dataclass(frozen=True)
class CommentStart:
    id: str


@dataclass(frozen=True)
class CommentEnd:
    """The end of what a comment hangs on; where there was no start, the place itself."""

    id: str


_LONGEST_COMMENTED = 100  # characters

Piece: TypeAlias = str | Remark | CommentStart | CommentEnd


@dataclass(frozen=True)
class Commented:
    """What a comment hangs on: the printed text, cut where it is long, and the line where it begins, from 1."""

    line: int
    text: str = ""


@dataclass
class Printed:
    """A story as printed: its lines without blank ones, and at which of them (from 1) each remark stands."""

    lines: list[str] = field(default_factory=list)
    remarks: list[tuple[int, Remark]] = field(default_factory=list)
    comments: dict[str, Commented] = field(default_factory=dict)


def print_out(paragraphs: Iterable[Iterable[Piece]]) -> Printed:
    """Return the story that the paragraphs make. A line end inside a paragraph begins a new line."""
    printed = Printed()
    pieces = _merged(piece for paragraph in paragraphs for piece in (*paragraph, "\n"))
    begun: dict[str, tuple[int, int]] = {}  # the line and the piece where a comment begins
    line = ""
    for index, piece in enumerate(pieces):
        place = len(printed.lines) + 1
        if isinstance(piece, str):
            *whole, line = f"{line}{piece}".split("\n")
            printed.lines += [text for text in whole if text.strip()]
        elif isinstance(piece, Remark):
            printed.remarks.append((place, piece))
        elif isinstance(piece, CommentStart):
            begun.setdefault(piece.id, (place, index))
        elif piece.id not in printed.comments:
            first, start = begun.get(piece.id, (place, index))
            printed.comments[piece.id] = Commented(first, _said_between(pieces, start, index))
    return printed


def _said_between(pieces: Sequence[Piece], start: int, end: int) -> str:
    text = ""
    for piece in islice(pieces, start, end):
        text += piece.replace("\n", "") if isinstance(piece, str) else ""
        if len(text) > _LONGEST_COMMENTED:
            return f"{text[:_LONGEST_COMMENTED]}……"
    return text


def _merged(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces, with what was set aside in one go as one remark, however many runs it stood in."""
    merged: list[Piece] = []
    open_remarks: dict[Kind, int] = {}
    for piece in pieces:
        if isinstance(piece, str) and piece.strip():
            open_remarks.clear()
        if isinstance(piece, Remark) and piece.kind in (Kind.HIDDEN, Kind.CONTENTS):
            at = open_remarks.setdefault(piece.kind, len(merged))
            before = merged[at] if at < len(merged) else None
            if isinstance(before, Remark):
                merged[at] = Remark(piece.kind, before.text + piece.text)
                continue
        merged.append(piece)
    return merged
