"""A line of the draft and what it is in a returned file, in; its changes, each of one field, out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bulletin_gen.readers.source import fold
from bulletin_gen.review.home.change import Change, Span
from bulletin_gen.review.home.lines import OUTER_QUOTES, BaseLine, Piece
from bulletin_gen.review.home.paragraph import (
    Became,
    Paragraph,
    as_listed,
    beside_others,
    compare_line,
    is_label,
    label_of,
)
from bulletin_gen.review.home.sentences import changed
from bulletin_gen.review.home.tree import is_prose, slot_of
from bulletin_gen.review.home.typed import TypedText
from bulletin_gen.review.opinion import OpinionKind
from bulletin_gen.text.dates import read_date
from bulletin_gen.text.labels import leading_label, leading_listed
from bulletin_gen.text.punctuate import punctuate

_OURS = "这里有程序生成的文字，没有字段可改；请在通报文件里手工改"
_NUMBERED = "序号是自动编的；确要改，请在通报文件里写“编号”（number）或“编号形式”（label）"
_NEEDED = "这一项不能空着，请在通报文件里手工处理"


def line_changes(line: BaseLine, old: int, edited: str, new: int, texts: Mapping[str, TypedText]) -> Iterator[Change]:
    """Yield what changed in line `old` of the draft, which is line `new` of the file."""
    labelled, listed = beside_others(line, edited), as_listed(line, edited)
    first = next((piece.start - line.label for piece in line.pieces if ".measures[" in piece.path), 0)
    more, theirs = len(labelled.text) - len(line.text), len(listed) - len(edited)
    for change in _line_changes(labelled, old, listed, new, texts):
        before = tuple(_without_label(span, first, more) for span in change.before)
        after = tuple(_without_label(span, first - theirs, theirs) for span in change.after)
        yield replace(change, before=before, after=after)


def _without_label(span: Span, first: int, label: int) -> Span:
    """Return where characters stand that were counted with a label of so many characters before the first measure."""
    start, end = (min(at, max(first, at - label)) for at in (span.start, span.end))
    return Span(span.line, start, end)


def _line_changes(line: BaseLine, old: int, edited: str, new: int, texts: Mapping[str, TypedText]) -> Iterator[Change]:
    if fold(line.text) == fold(edited):
        return
    label = label_of(line, edited)
    if is_label(line.text[: line.label], label):
        yield from _formed(line, old, edited, new)
    elif line.is_heading and not line.node.startswith("attachments"):
        head = _new_heading(line, edited)
        spans = (Span(old, 0, line.head - line.label),), (Span(new, 0, len(head)),)
        was = line.text[: line.head]
        yield Change(OpinionKind.CHANGED, f"{line.node}.label", line.place, was, punctuate(head), *spans)
        line, edited = _behind_heading(line), was + edited[len(head) :]
    else:
        spans = (Span(old, 0, 1),), (Span(new, 0, 1),)
        is_gone = not label and not line.node.startswith("attachments")
        path, doubt = (f"{line.node}.label", "") if is_gone else ("", _NUMBERED)
        body = line.text[line.label :] if is_gone else edited
        yield Change(OpinionKind.CHANGED, path, line.place, line.text, body, *spans, doubt)
    found = compare_line(line, edited)
    if end := _heading_unended(line, found):
        spans = (Span(old, 0, end.piece.end),), (Span(new, 0, end.end),)
        was, now = line.text[line.label : line.head], end.new
        yield Change(OpinionKind.CHANGED, f"{line.node}.heading_end", line.place, was, now, *spans)
        line, edited = _behind_heading(line), line.text[: line.head] + found.new[end.end :]
        found = compare_line(line, edited)
    own = _reworded(line, found, texts)
    if own:
        found = compare_line(replace(line, pieces=_with(line.pieces, own)), edited)
    for one in found.pieces:
        yield from _piece_changes(line, found, one, (old, new), texts)
    for piece in found.gone:
        words = found.old[piece.start : piece.end]
        before = (Span(old, piece.start, piece.end),)
        yield Change(OpinionKind.DELETED, piece.path, line.place_of(piece), words, "", before)
    for one in found.freed:
        after = (Span(new, one.start, one.end),)
        listed = leading_listed(one.new)
        path = "" if f"{line.node}.text" in texts else f"{line.node}.text"
        path = f"{line.node}.measures[0]" if listed else path
        words = listed.rest if listed else one.new
        yield Change(OpinionKind.ADDED, path, line.place, "", words, (), after, "" if path else _OURS)
    for put_in in found.listed:
        slot = slot_of(put_in.piece.path)
        path = f"{slot.path}[{slot.at + 1}]" if slot else f"{line.node}.measures[0]"
        after = (Span(new, put_in.start, put_in.end),)
        yield Change(OpinionKind.ADDED, path, f"{line.place_of(put_in.piece)}之后", "", put_in.new, (), after)
    yield from _ours(line, found, (old, new), texts)


def _formed(line: BaseLine, old: int, edited: str, new: int) -> Iterator[Change]:
    """Yield that a heading has a label of another form; one that counts on otherwise is no change."""
    was, now = leading_label(line.text), leading_label(edited) or leading_listed(edited)
    if line.is_heading and line.label and was and now and was.label is not now.label:
        label = edited[: len(edited) - len(now.rest)]
        words = line.text[line.label : line.head]
        spans = (Span(old, 0, len(words)),), (Span(new, 0, len(words)),)
        path = f"{line.node}.label"
        yield Change(OpinionKind.CHANGED, path, line.place, line.text[: line.head], label + words, *spans)


def _new_heading(line: BaseLine, edited: str) -> str:
    """Return what became of a heading that has no label any more, up to what is run in behind it."""
    head, stop, _ = edited.partition("。")
    return head + stop if line.head < len(line.text) else edited


def _behind_heading(line: BaseLine) -> BaseLine:
    """Return a line as if its heading were its label."""
    pieces = tuple(piece for piece in line.pieces if piece.start >= line.head)
    return replace(line, label=line.head, pieces=pieces, generated=())


def _heading_unended(line: BaseLine, found: Paragraph) -> Became | None:
    """Return what became of a heading that has no end any more before the text run in behind it."""
    end = line.head - line.label
    is_lost = any(one.old.start < end <= one.old.stop for one in found.ours)
    if not line.is_heading or line.head >= len(line.text) or not is_lost:
        return None
    own = [piece for piece in line.generated if piece.end == line.head - 1]
    if own:
        found = compare_line(replace(line, pieces=_with(line.pieces, own)), line.text[: line.label] + found.new)
    head = next((one for one in found.pieces if one.piece.end == end - 1), None)
    return head if head and head.new and not head.new.endswith("。") and head.end < len(found.new) else None


def _reworded(line: BaseLine, found: Paragraph, texts: Mapping[str, TypedText]) -> list[Piece]:
    """Return what of our own in a line was changed, or has more in it than its fields can hold."""
    if _continues_progress(line, found, texts):
        return []
    touched = [(one.old.start, one.old.stop) for one in found.ours]
    touched += [(one.piece.start, one.piece.end) for one in found.pieces if not _fits(one, found, texts)]
    return [
        own
        for own in line.generated
        if any(start + line.label <= own.end and own.start <= end + line.label for start, end in touched)
    ]


def _with(pieces: Sequence[Piece], own: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces of a line with what we say in place of the fields that it is made of."""
    rest = (piece for piece in pieces if not any(one.start < piece.end and piece.start < one.end for one in own))
    return tuple(sorted((*own, *rest), key=lambda piece: piece.start))


def _fits(one: Became, found: Paragraph, texts: Mapping[str, TypedText]) -> bool:
    """Can a field hold what became of it: a date one, a phrase no sentence more?"""
    path = one.piece.path
    if texts[path].is_date:
        return _is_dated(one.new)
    if _is_said_again(one, found):
        return False
    is_long = is_prose(path) or ".measures[" in path
    return is_long or one.new.count("。") <= found.old[one.piece.start : one.piece.end].count("。")


def _is_said_again(one: Became, found: Paragraph) -> bool:
    """Do the words of a field stand elsewhere in the line, too, where they were not changed?"""
    words = found.old[one.piece.start : one.piece.end]
    return fold(one.new) != fold(words) and found.old.count(words) > 1 and words in found.new.replace(one.new, "", 1)


def _is_dated(text: str) -> bool:
    try:
        read_date(text.strip())
    except ValueError:
        return False
    return True


def _piece_changes(
    line: BaseLine, found: Paragraph, one: Became, at: tuple[int, int], texts: Mapping[str, TypedText]
) -> Iterator[Change]:
    piece, was = one.piece, found.old[one.piece.start : one.piece.end]
    if fold(was) == fold(one.new):
        return
    place = line.place_of(piece)
    whole = (Span(at[0], piece.start, piece.end),)
    if not one.new.strip():
        is_measure = ".measures[" in piece.path
        path = piece.path if is_measure else f"{piece.path}[{piece.row}]" if is_prose(piece.path) else ""
        yield Change(OpinionKind.DELETED, path, place, was, "", whole, doubt="" if path else _NEEDED)
        return
    text = texts[piece.path]
    if text.is_date:
        yield Change(OpinionKind.CHANGED, piece.path, place, was, one.new, whole, (Span(at[1], one.start, one.end),))
        return
    for sentence in changed(was, one.new, text.printed):
        before, after = _as_typed(was[sentence.old], text), _as_typed(one.new[sentence.new], text)
        yield Change(
            OpinionKind.CHANGED if after else OpinionKind.DELETED,
            piece.path,
            place,
            before,
            after,
            (Span(at[0], piece.start + sentence.old.start, piece.start + sentence.old.stop),),
            (Span(at[1], one.start + sentence.new.start, one.start + sentence.new.stop),),
        )


def _continues_progress(line: BaseLine, found: Paragraph, texts: Mapping[str, TypedText]) -> bool:
    """Was something put in behind the sentence on what is done, where the text of the results would begin?"""
    is_progress = line.node == "results" and not line.is_heading
    return is_progress and "results.text" not in texts and found.new.startswith(found.old)


def _as_typed(words: str, text: TypedText) -> str:
    """Return words of a heading that quotes a problem with the quotes that the problem has by itself."""
    return words.translate(OUTER_QUOTES) if text.path.endswith(".problem") and "‘" not in text.printed else words


def _ours(line: BaseLine, found: Paragraph, at: tuple[int, int], texts: Mapping[str, TypedText]) -> Iterator[Change]:
    """Yield the sentences in which words of our own were changed; no field takes that."""
    if not found.ours:
        return
    if _continues_progress(line, found, texts):
        more = (Span(at[1], len(found.old), len(found.new)),)
        yield Change(OpinionKind.ADDED, "results.text[0]", line.place, "", found.new[len(found.old) :], (), more)
        return
    for sentence in changed(found.old, found.new, found.old):
        if any(one.old.start <= sentence.old.stop and sentence.old.start <= one.old.stop for one in found.ours):
            before, after = found.old[sentence.old], found.new[sentence.new]
            was = (Span(at[0], sentence.old.start, sentence.old.stop),)
            now = (Span(at[1], sentence.new.start, sentence.new.stop),)
            yield Change(OpinionKind.CHANGED, "", line.place, before, after, was, now, _OURS)
