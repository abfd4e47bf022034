"""A line of the draft and what it is in a returned file, in; what each field in it became, out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from bulletin_gen.frozen import frozen
from bulletin_gen.readers.source import fold
from bulletin_gen.review.align import likeness
from bulletin_gen.review.home.lines import BaseLine, Piece
from bulletin_gen.review.words import Edit, edits
from bulletin_gen.text.chars import STOPS
from bulletin_gen.text.labels import CIRCLED, HAN, Marked, leading_label, leading_listed
from bulletin_gen.text.numerals import Label, say_label
from bulletin_gen.text.punctuate import punctuate
from bulletin_gen.text.regex import Regex

_MEASURE = Regex(r"\.measures\[\d+\]$")
LONGEST_LABEL = 16  # characters, with one behind it
_LONGEST_WORDS = 20_000  # characters of a paragraph that are compared word by word
_JOINED = Regex(r"\.measures\[\d+\]$|\.text$")  # prose that a measure without its label can be a part of
NUMBER = Regex(rf"{HAN}(?=是)|(?<=第){HAN}(?=[，,])|(?<=（)\d{{1,3}}(?=）)|[⑴-⒇]|{CIRCLED}|\d{{1,3}}(?=[.、）)])")


class Became(NamedTuple):
    """What a piece of a line is now: characters start … end - 1 of the new line."""

    piece: Piece
    new: str
    start: int
    end: int


class Listed(NamedTuple):
    """A measure that stands in the new line behind what was there of `piece`."""

    piece: Piece
    new: str
    start: int
    end: int


class Ours(NamedTuple):
    """Words of our own that were changed, and what they are now."""

    old: slice
    new: slice


@frozen
class Paragraph:
    """What became of a line, both without labels.

    gone: measures that no longer stand in it.
    freed: what stands before the first one that has a label: what is left of one without, or one that was put in.
    listed: measures that were put in.
    ours: words of our own that are others now.
    """

    old: str
    new: str
    pieces: tuple[Became, ...]
    gone: tuple[Piece, ...]
    freed: tuple[Became, ...]
    listed: tuple[Listed, ...]
    ours: tuple[Ours, ...]


def bare(text: str) -> str:
    """Return a line without the label that it begins with, be it of a heading or of a list."""
    marked = leading_label(text) or leading_listed(text)
    return marked.rest if marked and marked.rest else text


def body_of(line: BaseLine, edited: str) -> str:
    """Return what stands in an edited version of a line behind its label, punctuated as we print it."""
    return punctuate(edited[len(label_of(line, edited)) :]).strip()


def label_of(line: BaseLine, edited: str) -> str:
    """Return what became of the label of a line: another one that counts on, or what an edit left of it."""
    label, body = line.text[: line.label], line.text[line.label :]
    if not label or edited.startswith(label):
        return label
    whole = bare(edited)
    if whole != edited and likeness(whole, body) >= likeness(edited, body):
        return edited[: len(edited) - len(whole)]
    return edited[: _Moved(_trimmed(_edits(line.text, edited), line.text, edited)).end(line.label)]


def is_label(label: str, other: str) -> bool:
    """Is what became of a label one, too?"""
    return _same(label, other) or (bool(other) and bare(f"{other}-") == "-")


def lone_measure(line: BaseLine) -> Piece | None:
    """Return the one measure of an issue, which is said without a label; None in any other line."""
    found = next((piece for piece in line.pieces if _is_measure(piece)), None) if line.has_one_measure else None
    return found if found and found.row == 0 and _label_at_end(line.text[: found.start]) is None else None


def beside_others(line: BaseLine, edited: str) -> BaseLine:
    """Return a line whose lone measure bears the label that begins a list in an edited version of it: there it stands
    beside others, or did. As it is where there is none."""
    lone = lone_measure(line)
    body = body_of(line, edited) if lone else ""
    first = (marked.label for at, marked in _labels(body) if marked.number == 1 and not _was_there(line.text, body, at))
    label = next(first, None)
    if lone is None or label is None:
        return line
    printed = say_label(label, 1)
    moved = (_shifted(piece, len(printed) if piece.start >= lone.start else 0) for piece in line.pieces)
    return replace(line, text=f"{line.text[: lone.start]}{printed}{line.text[lone.start :]}", pieces=tuple(moved))


def as_listed(line: BaseLine, edited: str) -> str:
    """Return an edited version of a line of several measures that has no label left, with the first before what stands
    where they stood: who leaves one measure takes its label out, too. As it is where it has one."""
    measures = [piece for piece in line.pieces if _is_measure(piece)]
    at = _label_at_end(line.text[: measures[0].start]) if len(measures) > 1 else None
    if at is None or not edited.startswith(line.text[:at]):
        return edited
    rest, typed = edited[at:], "\n".join(line.text[one.start : one.end] for one in measures)
    if not rest.strip() or any(not _was_there(typed, rest, place) for place, _ in _labels(rest)):
        return edited
    return f"{edited[:at]}{line.text[at : measures[0].start]}{rest}"


def compare_line(line: BaseLine, edited: str) -> Paragraph:
    """Return what became of a line in an edited version of it."""
    old, new = line.text[line.label :], body_of(line, edited)
    pieces = [_shifted(piece, -line.label) for piece in line.pieces]
    found = _Found(old, new, pieces)
    for piece in pieces:
        found.take(piece)
    found.end()
    is_lone = lone_measure(line) is not None
    split = [_split(one, _form(one.piece, pieces, old) or _second(one, is_lone), old) for one in found.became]
    kept = tuple(one for one, _ in split)
    listed = tuple(other for _, others in split for other in others)
    return Paragraph(old, new, kept, tuple(found.gone), tuple(found.freed), listed, tuple(found.ours))


class _Found:
    """Goes through the pieces of a line and finds what became of each, and of our own words between them."""

    def __init__(self, old: str, new: str, pieces: Sequence[Piece]) -> None:
        self._old, self._new, self._pieces = old, new, pieces
        ours, theirs = _unnumbered(old), _unnumbered(new)
        self._to = _Moved(_trimmed(_edits(ours, theirs), ours, theirs))
        self._at_old = self._at_new = 0
        self.became: list[Became] = []
        self.gone: list[Piece] = []
        self.freed: list[Became] = []
        self.ours: list[Ours] = []

    def take(self, piece: Piece) -> None:
        start, end = max(self._to.start(piece.start), self._at_new), max(self._to.end(piece.end), self._at_new)
        between = Ours(slice(self._at_old, piece.start), slice(self._at_new, start))
        now = Became(piece, self._new[start:end], start, end)
        if _same(self._old[between.old], self._new[between.new]) or self._is_measure_apart(now, between):
            self.became.append(now)
        elif piece not in self.gone:
            self.ours.append(between)
            self.became.append(now)
        self._at_old, self._at_new = piece.end, end

    def end(self) -> None:
        between = Ours(slice(self._at_old, len(self._old)), slice(self._at_new, len(self._new)))
        if not _same(self._old[between.old], self._new[between.new]):
            self.ours.append(between)

    def _is_measure_apart(self, now: Became, between: Ours) -> bool:
        """Is it a measure that still has its label? What came before that is free text then; without its label it
        belongs to what stands before it."""
        old, new = self._old[between.old], self._new[between.new]
        label = _label_at_end(old)
        if not _is_measure(now.piece) or label is None or not fold(new).startswith(fold(old[:label])):
            return False
        more, is_first = new[label:], now.piece == next(one for one in self._pieces if _is_measure(one))
        at = _label_at_end(more)
        if at is not None and is_first:
            start = between.new.start + label
            self.freed.append(Became(now.piece, more[:at], start, start + at))
            return True
        if at is None and self.became and _JOINED.search(self.became[-1].piece.path):
            self.gone.append(now.piece)
            last = self.became[-1]
            self.became[-1] = Became(last.piece, self._new[last.start : now.end], last.start, now.end)
        elif at is None and is_first and sum(map(_is_measure, self._pieces)) > 1:
            self.gone.append(now.piece)
            left, start = more + now.new, between.new.start + label
            self.freed += [Became(now.piece, left, start, now.end)] if left.strip() else []
        return False


def _unnumbered(text: str) -> str:
    """Return a text of the same length that says 二是 as it says 三是: who takes out a measure counts the rest anew."""
    return NUMBER.sub(lambda match: "#" * len(match[0]), text)


def _label_at_end(text: str) -> int | None:
    """Return where the label of a measure begins that a text ends with: 一是 of 。一是."""
    found = ((at, leading_listed(f"{text[at:]}-")) for at in range(max(0, len(text) - LONGEST_LABEL), len(text)))
    return next((at for at, label in found if label and label.rest == "-"), None)


def _shifted(piece: Piece, by: int) -> Piece:
    return Piece(piece.start + by, piece.end + by, piece.path, piece.offset, piece.row)


def _is_measure(piece: Piece) -> bool:
    return bool(_MEASURE.search(piece.path))


def _same(old: str, new: str) -> bool:
    """Do words of our own say the same, but for a label that counts on?"""
    return fold(old) == fold(new) or fold(NUMBER.sub("#", old)) == fold(NUMBER.sub("#", new))


def _split(one: Became, form: Label | None, old: str) -> tuple[Became, list[Listed]]:
    """Return what became of a piece, and the measures with a label of that form that were put in behind it."""
    if form is None:
        return one, []
    starts = [
        at for at in _labelled(one.new, form) if not _was_there(old[one.piece.start : one.piece.end], one.new, at)
    ]
    if not starts:
        return one, []
    ends = [*starts[1:], len(one.new)]
    listed = []
    for start, end in zip(starts, ends, strict=True):
        text = bare(one.new[start:end])
        listed.append(Listed(one.piece, text, one.start + end - len(text), one.start + end))
    return Became(one.piece, one.new[: starts[0]], one.start, one.start + starts[0]), listed


def _form(piece: Piece, pieces: Sequence[Piece], old: str) -> Label | None:
    """Return the form of the labels of the measures that a piece stands among, None where there are none."""
    if not (_is_measure(piece) or piece.path.endswith(".text")):
        return None
    before = 0
    for one in pieces:
        between = old[before : one.start]
        at = _label_at_end(between) if _is_measure(one) else None
        if at is not None and (marked := leading_listed(f"{between[at:]}-")):
            return marked.label
        before = one.end
    return None


def _second(one: Became, is_lone: bool) -> Label | None:
    """Return the form of the label that was put in behind a lone measure: 二是, though it has no 一是 itself."""
    is_measure = is_lone and _is_measure(one.piece)
    return next((marked.label for _, marked in _labels(one.new) if marked.number == 2), None) if is_measure else None


def _labelled(text: str, form: Label) -> Iterator[int]:
    """Yield where a label of a form begins a sentence of the text."""
    return (at for at, marked in _labels(text) if marked.label is form)


def _labels(text: str) -> Iterator[tuple[int, Marked]]:
    """Yield each label of a list that begins a sentence of the text, and where."""
    for at in range(len(text)):
        if at == 0 or text[at - 1] in STOPS:
            marked = leading_listed(text[at : at + LONGEST_LABEL])
            if marked and marked.rest:
                yield at, marked


def _was_there(old: str, new: str, at: int) -> bool:
    """Did the sentence that begins there with a label stand in the text before?"""
    sentence = "".join(takewhile(lambda char: char not in STOPS, new[at:]))
    return sentence in old


def _edits(old: str, new: str) -> list[Edit]:
    """Return the edits that make the new text; of one that no bulletin has, a single one."""
    if max(len(old), len(new)) > _LONGEST_WORDS and old != new:
        return [Edit(slice(0, len(old)), slice(0, len(new)), False)]
    return edits(old, new)


def _trimmed(found: Sequence[Edit], old: str, new: str) -> list[Edit]:
    """Return the edits, those that change something without what is the same at both ends of them."""
    return [edit if edit.is_same else _trim(edit, old[edit.old], new[edit.new]) for edit in found]


def _trim(edit: Edit, old: str, new: str) -> Edit:
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    tail = next((at for at in range(most - head) if old[-1 - at] != new[-1 - at]), most - head)
    return Edit(
        slice(edit.old.start + head, edit.old.stop - tail), slice(edit.new.start + head, edit.new.stop - tail), False
    )


class _Moved:
    """Where places between the characters of an old text are in the new one."""

    def __init__(self, found: Sequence[Edit]) -> None:
        self._changed = [edit for edit in found if not edit.is_same]

    def start(self, at: int) -> int:
        """Return where what begins there begins now: with what was put in just there."""
        return self._find(at, is_end=False)

    def end(self, at: int) -> int:
        """Return where what ends there ends now: behind what was put in just there."""
        return self._find(at, is_end=True)

    def _find(self, at: int, *, is_end: bool) -> int:
        shift = 0
        for edit in self._changed:
            first, last, start, stop = edit.old.start, edit.old.stop, int(edit.new.start), int(edit.new.stop)
            if at < first:
                break
            if at == first:
                return stop if is_end and first == last else start
            if at < last:
                return stop
            shift = stop - last
        return at + shift
