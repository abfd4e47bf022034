"""The paragraphs of a story in; its lines as an importer reads them out, and what stands between them unprinted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum, auto
from typing import TypeAlias

from bulletin_gen.ooxml.names import Element
from bulletin_gen.ooxml.word_story import CellPlace, Inline, InlineKind, Shown, WordParagraph
from bulletin_gen.readers.docx.pairs import Pairs, pairs_in
from bulletin_gen.readers.docx.raised import on_the_line

_NUMERALS = "一二三四五六七八九十百千零〇"


class SetAside(StrEnum):
    """Text of the file that is not among the lines, or stands there as other characters."""

    HIDDEN = auto()
    STRUCK = auto()
    RAISED = auto()  # printed above the line or below it
    FORMULA = auto()
    PAIRS = auto()  # a table of two columns, each row of which is one line
    ROWS = auto()  # a table of an attachment, each row of which is one line
    ISSUES = auto()  # a table of issues, each of which is a heading and what stands below it
    CONTENTS = auto()
    EMPTY_NUMBER = auto()


@dataclass(frozen=True)
class Remark:
    """Something that is told of at a line (from 1); `text` is what it says, or the id of a note or comment."""

    line: int
    kind: SetAside | InlineKind
    text: str = ""


@dataclass(frozen=True)
class Origin:
    """Characters start … end - 1 of a line, said by an element of the file from its character `at` on."""

    start: int
    end: int
    element: Element
    at: int


@dataclass(frozen=True)
class Printed:
    """A story as printed: its lines without blank ones, where each comes from in the file, what is told of beside them.

    `places` are the cells that the lines stand in, None for a line outside a table, in a table within another, and in
    a list of contact fields.
    """

    lines: list[str]
    origins: list[tuple[Origin, ...]]
    remarks: list[Remark]
    places: list[CellPlace | None]


@dataclass(frozen=True)
class _Aside:
    kind: SetAside | InlineKind
    text: str = ""


@dataclass(frozen=True)
class _Said:
    """What is printed, and the element of the file that says it, where one does."""

    text: str
    element: Element | None = None


_Piece: TypeAlias = _Said | _Aside
_LINE_END = _Said("\n")
_RUNNING_ON = (SetAside.HIDDEN, SetAside.CONTENTS, SetAside.STRUCK)  # told as one, however many runs they stand in
_ASIDE = {Shown.HIDDEN: SetAside.HIDDEN, Shown.CONTENTS: SetAside.CONTENTS}
_AS_READ = str.maketrans("\t\f", " \n")


def in_order(paragraphs: Iterable[WordParagraph]) -> Iterator[WordParagraph]:
    """Yield the paragraphs as they are read: a text box after the one that it hangs on, but at the head of the file,
    where no text is before it, ahead of that."""
    has_text = False
    for paragraph in paragraphs:
        boxes = [inner for box in paragraph.boxes for inner in in_order(box)]
        yield from (paragraph, *boxes) if has_text else (*boxes, paragraph)
        has_text = has_text or bool(paragraph.says.strip())


def print_out(paragraphs: Iterable[WordParagraph]) -> Printed:
    """Return the story that the paragraphs make. A line end inside a paragraph begins a new line."""
    printer = _Printer()
    paragraphs = list(paragraphs)
    pairs = pairs_in(paragraphs)
    for paragraph in paragraphs:
        place = paragraph.cells[0] if len(paragraph.cells) == 1 and not pairs.has(paragraph) else None
        for piece in _in_pair(paragraph, (*_pieces(paragraph), _LINE_END), pairs):
            if isinstance(piece, _Said):
                printer.print(piece, place)
            else:
                printer.set_aside(piece)
    remarks = [Remark(line, kind, "".join(texts)) for line, kind, texts in printer.remarks]
    return Printed(printer.lines, printer.origins, remarks, printer.places)


def _in_pair(paragraph: WordParagraph, pieces: Iterable[_Piece], pairs: Pairs) -> Iterator[_Piece]:
    """Yield the pieces of a paragraph; the label of a pair runs on to what it labels, after a colon."""
    is_pair, is_label = pairs.has(paragraph), pairs.is_label(paragraph)
    for piece in pieces:
        if isinstance(piece, _Aside):
            yield replace(piece, kind=SetAside.PAIRS) if is_pair and piece.kind is InlineKind.TABLE else piece
        elif is_label and piece == _LINE_END:
            yield _Said("" if paragraph.says.rstrip().endswith(("：", ":")) else "：")
        else:
            yield piece


@dataclass
class _Printer:
    lines: list[str] = field(default_factory=list)
    origins: list[tuple[Origin, ...]] = field(default_factory=list)
    places: list[CellPlace | None] = field(default_factory=list)
    remarks: list[tuple[int, SetAside | InlineKind, list[str]]] = field(default_factory=list)
    _line: list[str] = field(default_factory=list)
    _from: list[Origin] = field(default_factory=list)
    _length: int = 0
    _running: dict[SetAside | InlineKind, list[str]] = field(default_factory=dict)

    def print(self, said: _Said, place: CellPlace | None) -> None:
        if said.text.strip():
            self._running.clear()
        at = 0
        for order, part in enumerate(said.text.split("\n")):
            if order:
                self._end_line(place)
            if part and said.element is not None:
                self._from.append(Origin(self._length, self._length + len(part), said.element, at))
            self._line.append(part)
            self._length += len(part)
            at += len(part) + 1

    def _end_line(self, place: CellPlace | None) -> None:
        whole = "".join(self._line)
        if whole.strip():
            self.lines.append(whole)
            self.origins.append(tuple(self._from))
            self.places.append(place)
        self._line, self._from, self._length = [], [], 0

    def set_aside(self, piece: _Aside) -> None:
        if piece.kind in self._running:
            self._running[piece.kind].append(piece.text)
            return
        texts = [piece.text]
        self.remarks.append((len(self.lines) + 1, piece.kind, texts))
        if piece.kind in _RUNNING_ON:
            self._running[piece.kind] = texts


def _pieces(paragraph: WordParagraph) -> list[_Piece]:
    """Return what stands in a paragraph. The line ends of a centred one only shape one title or heading."""
    is_centred = paragraph.format.alignment == "center"
    pieces: list[_Piece] = []
    following = ""  # the sign that comes next
    for inline in reversed(paragraph.inlines):
        piece = _piece(inline, following)
        if isinstance(piece, _Said):
            pieces += filter(None, [_as_other_characters(inline, piece.text)])
            following = piece.text.lstrip()[:1] or following
        if not (is_centred and isinstance(piece, _Said) and piece.text == "\n"):
            pieces.append(piece)
    return pieces[::-1]


def _piece(inline: Inline, following: str) -> _Piece:
    text = inline.text.translate(_AS_READ)
    if not inline.is_text:
        return _Aside(inline.kind, text) if inline.shown is Shown.PRINTED else _Said("")
    if inline.shown is not Shown.PRINTED:
        return _Aside(_ASIDE[inline.shown], text) if inline.shown in _ASIDE else _Said("")
    if text.strip() and inline.format.is_struck:
        return _Aside(SetAside.STRUCK, text)
    if inline.kind is not InlineKind.LABEL or not text:
        return _Said(on_the_line(text, inline.format.raised), inline.element)
    return _Said(text + _gap(text, following)) if following else _Aside(SetAside.EMPTY_NUMBER, text)


def _as_other_characters(inline: Inline, piece: str) -> _Aside | None:
    """Return what is told of a printed piece whose place on the line meant something."""
    if not inline.says:
        return None
    if inline.kind is InlineKind.MATH and piece.strip():
        return _Aside(SetAside.FORMULA, piece)
    changed = inline.kind is not InlineKind.LABEL and piece != inline.text.translate(_AS_READ)
    return _Aside(SetAside.RAISED, f"{inline.text.strip()}”写成“{piece.strip()}") if changed else None


def _gap(label: str, following: str) -> str:
    """Return what parts a label from its text where its last sign would run into it: 1 甲, 1. 2024年."""
    last = label[-1]
    is_open = last.isdecimal() or (last.isascii() and last.isalpha()) or last in _NUMERALS
    return " " if is_open or (last in ".．" and following.isdecimal()) else ""
