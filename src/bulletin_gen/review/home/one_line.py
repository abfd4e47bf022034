"""A line of the draft and what it is in a returned file, in; its changes, each of one field, out."""

from collections.abc import Iterator, Mapping

from bulletin_gen.readers.source import fold
from bulletin_gen.review.home.change import Change, Span
from bulletin_gen.review.home.lines import BaseLine
from bulletin_gen.review.home.paragraph import Became, Paragraph, compare_line
from bulletin_gen.review.home.sentences import changed
from bulletin_gen.review.home.tree import is_prose, slot_of
from bulletin_gen.review.home.typed import TypedText
from bulletin_gen.review.opinion import OpinionKind

_OURS = "这里有程序生成的文字，没有字段可改；请在通报文件里手工改"
_COUNTED = "完成情况这一句是按各问题的 status 统计的；确要改写，请在 results.progress 的 wording 里自拟"
_NEEDED = "这一项不能空着，请在通报文件里手工处理"


def line_changes(line: BaseLine, old: int, edited: str, new: int, texts: Mapping[str, TypedText]) -> Iterator[Change]:
    """Yield what changed in line `old` of the draft, which is line `new` of the file."""
    if fold(line.text) == fold(edited):
        return
    found = compare_line(line, edited)
    heading = _own_heading(line, found, texts)
    if heading is not None:
        yield Change(OpinionKind.CHANGED, *heading, (Span(old, 0, len(heading[2])),), (Span(new, 0, len(heading[3])),))
    for one in found.pieces:
        if heading is None or not one.piece.path.endswith(".problem"):
            yield from _piece_changes(line, found, one, (old, new), texts)
    for piece in found.gone:
        words = found.old[piece.start : piece.end]
        before = (Span(old, piece.start, piece.end),)
        yield Change(OpinionKind.DELETED, piece.path, line.place_of(piece), words, "", before)
    for listed in found.listed:
        slot = slot_of(listed.piece.path)
        node = line.node
        path = f"{slot.path}[{slot.at + 1}]" if slot else f"{node}.measures[0]"
        after = (Span(new, listed.start, listed.end),)
        yield Change(OpinionKind.ADDED, path, f"{line.place_of(listed.piece)}之后", "", listed.new, (), after)
    if heading is None or len(found.ours) > 1:
        yield from _ours(line, found, (old, new))


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
        before, after = was[sentence.old], one.new[sentence.new]
        yield Change(
            OpinionKind.CHANGED if after else OpinionKind.DELETED,
            piece.path,
            place,
            before,
            after,
            (Span(at[0], piece.start + sentence.old.start, piece.start + sentence.old.stop),),
            (Span(at[1], one.start + sentence.new.start, one.start + sentence.new.stop),),
        )


def _own_heading(line: BaseLine, found: Paragraph, texts: Mapping[str, TypedText]) -> tuple[str, str, str, str] | None:
    """Return the path, the place and both versions of a heading of an issue whose own words were changed: all of it
    becomes the author's. None where that is not so."""
    first = found.pieces[0] if found.pieces else None
    if first is None or not line.is_heading or first.piece.path != f"{line.node}.problem" or not found.ours:
        return None
    behind = found.pieces[1] if len(found.pieces) > 1 else None
    end = behind.piece.start if behind else len(found.old)
    if found.ours[0].old.start >= end:
        return None
    old, new = found.old[:end], found.new[: behind.start if behind else len(found.new)]
    if behind:
        old, new = old.removesuffix("。"), new.removesuffix("。")
    return (f"{line.node}.heading", line.place, old, new) if new.strip() else None


def _ours(line: BaseLine, found: Paragraph, at: tuple[int, int]) -> Iterator[Change]:
    """Yield the sentences in which words of our own were changed; no field takes that."""
    if not found.ours:
        return
    doubt = _COUNTED if line.node == "results" and "截至" in found.old else _OURS
    for sentence in changed(found.old, found.new, found.old):
        if any(one.old.start <= sentence.old.stop and sentence.old.start <= one.old.stop for one in found.ours):
            before, after = found.old[sentence.old], found.new[sentence.new]
            spans = (
                Span(at[0], sentence.old.start, sentence.old.stop),
                Span(at[1], sentence.new.start, sentence.new.stop),
            )
            yield Change(OpinionKind.CHANGED, "", line.place, before, after, spans[:1], spans[1:], doubt)
