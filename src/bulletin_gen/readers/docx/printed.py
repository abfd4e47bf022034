"""The paragraphs of a story in; its lines as an importer reads them out, and what stands between them unprinted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum, auto
from typing import TypeAlias

from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.names import Element
from bulletin_gen.ooxml.revisions import Change
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


@frozen
class Remark:
    """Something that is told of at a line (from 1), before its character `at`; `text` is what it says, or the id of a
    note or comment. `is_gone` where a tracked change took it away."""

    line: int
    kind: SetAside | InlineKind
    text: str = ""
    at: int = 0
    is_gone: bool = False


@frozen
class Origin:
    """Characters start … end - 1 of a line, said by an element of the file from its character `at` on."""

    start: int
    end: int
    element: Element
    at: int


@frozen
class Marked:
    """Characters start … end - 1 of a line, which stand in tracked changes, the outermost first."""

    start: int
    end: int
    changes: tuple[Change, ...]


@frozen
class PrintedLine:
    """A line, and where in the file it comes from.

    `place` is the cell that it stands in, None for a line outside a table, in a table within another, and in a list of
    contact fields. `marked` are the tracked changes in it, `end` those in which its own end stands.
    """

    text: str
    origins: tuple[Origin, ...] = ()
    place: CellPlace | None = None
    marked: tuple[Marked, ...] = ()
    end: tuple[Change, ...] = ()


@frozen
class Printed:
    """A story as printed: its lines without blank ones, and what is told of beside them."""

    lines: list[PrintedLine]
    remarks: list[Remark]

    @property
    def texts(self) -> list[str]:
        return [line.text for line in self.lines]

    def in_order(self, order: Sequence[int]) -> "Printed":
        """Return the story with its lines in another order, given by their indexes."""
        moved = {old + 1: new + 1 for new, old in enumerate(order)}
        remarks = [replace(remark, line=moved.get(remark.line, remark.line)) for remark in self.remarks]
        return Printed([self.lines[index] for index in order], remarks)


@frozen
class _Aside:
    kind: SetAside | InlineKind
    text: str = ""
    is_gone: bool = False


@frozen
class _Said:
    """What is printed, the element of the file that says it, where one does, and the tracked changes it stands in."""

    text: str
    element: Element | None = None
    changes: tuple[Change, ...] = ()


_Piece: TypeAlias = _Said | _Aside
_RUNNING_ON = (SetAside.HIDDEN, SetAside.CONTENTS, SetAside.STRUCK)  # told as one, however many runs they stand in
_ASIDE = {Shown.HIDDEN: SetAside.HIDDEN, Shown.CONTENTS: SetAside.CONTENTS}
_COMMENT_MARKS = (InlineKind.COMMENT_START, InlineKind.COMMENT_END)  # told of also where a change took them away
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
        for piece in _in_pair(paragraph, pairs):
            if isinstance(piece, _Said):
                printer.print(piece, place)
            else:
                printer.set_aside(piece)
    return Printed(printer.lines, [told.remark for told in printer.told])


def _in_pair(paragraph: WordParagraph, pairs: Pairs) -> Iterator[_Piece]:
    """Yield the pieces of a paragraph and its end; the label of a pair runs on to what it labels, after a colon."""
    is_pair = pairs.has(paragraph)
    for piece in _pieces(paragraph):
        if is_pair and isinstance(piece, _Aside) and piece.kind is InlineKind.TABLE:
            yield replace(piece, kind=SetAside.PAIRS)
        else:
            yield piece
    if not pairs.is_label(paragraph):
        yield _Said("\n", changes=paragraph.changes)
    elif not paragraph.says.rstrip().endswith(("：", ":")):
        yield _Said("：", changes=paragraph.changes)


@dataclass
class _Told:
    """A remark under way; `texts` grow while what it tells of runs on."""

    at: Remark
    texts: list[str]

    @property
    def remark(self) -> Remark:
        return replace(self.at, text="".join(self.texts))


@dataclass
class _Printer:
    lines: list[PrintedLine] = field(default_factory=list)
    told: list[_Told] = field(default_factory=list)
    _line: list[str] = field(default_factory=list)
    _from: list[Origin] = field(default_factory=list)
    _marked: list[Marked] = field(default_factory=list)
    _length: int = 0
    _told_before: int = 0  # of `told`, how many stand before this line
    _running: dict[SetAside | InlineKind, list[str]] = field(default_factory=dict)

    def print(self, said: _Said, place: CellPlace | None) -> None:
        if said.text.strip():
            self._running.clear()
        at = 0
        for order, part in enumerate(said.text.split("\n")):
            if order:
                self._end_line(place, said.changes)
            start, self._length = self._length, self._length + len(part)
            if part and said.element is not None:
                self._from.append(Origin(start, self._length, said.element, at))
            if part and said.changes:
                self._marked.append(Marked(start, self._length, said.changes))
            self._line.append(part)
            at += len(part) + 1

    def _end_line(self, place: CellPlace | None, changes: tuple[Change, ...]) -> None:
        whole = "".join(self._line)
        if whole.strip():
            self.lines.append(PrintedLine(whole, tuple(self._from), place, tuple(self._marked), changes))
        else:
            for told in self.told[self._told_before :]:
                told.at = replace(told.at, at=0)
        self._told_before = len(self.told)
        self._line, self._from, self._marked, self._length = [], [], [], 0

    def set_aside(self, piece: _Aside) -> None:
        if piece.kind in self._running:
            self._running[piece.kind].append(piece.text)
            return
        told = _Told(Remark(len(self.lines) + 1, piece.kind, "", self._length, piece.is_gone), [piece.text])
        self.told.append(told)
        if piece.kind in _RUNNING_ON:
            self._running[piece.kind] = told.texts


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
    if inline.kind in _COMMENT_MARKS:
        return _Aside(inline.kind, text, inline.shown is Shown.HIDDEN)
    if not inline.is_text:
        return _Aside(inline.kind, text) if inline.shown is Shown.PRINTED else _Said("")
    if inline.shown is not Shown.PRINTED:
        return _Aside(_ASIDE[inline.shown], text) if inline.shown in _ASIDE else _Said("")
    if text.strip() and inline.format.is_struck:
        return _Aside(SetAside.STRUCK, text)
    if inline.kind is not InlineKind.LABEL or not text:
        return _Said(on_the_line(text, inline.format.raised), inline.element, inline.changes)
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
