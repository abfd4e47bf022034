"""Lines of a draft that were cut in two in a returned file, in; the field in which each was cut, out."""

from collections.abc import Mapping, Sequence

from bulletin_gen.readers.source import end_of, fold
from bulletin_gen.review.home.change import Change, Span
from bulletin_gen.review.home.lines import BaseLine, Piece
from bulletin_gen.review.opinion import OpinionKind


def split_lines(lines: Sequence[BaseLine], edited: Sequence[str], there: Mapping[int, int]) -> dict[int, Change]:
    """Return the lines that were cut in two within one field, and not changed otherwise, each with its change."""
    taken = set(there.values())
    found: dict[int, Change] = {}
    for old, new in there.items():
        line = lines[old]
        if new + 1 >= len(edited) or new + 1 in taken or line.is_cell:
            continue
        first, second = edited[new], edited[new + 1]
        if fold(first + second) != fold(line.text):
            continue
        at, after = end_of(first, line.text), (Span(new, 0, len(first)), Span(new + 1, 0, len(second)))
        if piece := _around(line, at):
            found[old] = _split(line, old, piece, at, after)
        elif line.is_heading and line.label <= at <= line.head and at:
            found[old] = _cut(line, old, at, after)
    return found


def _cut(line: BaseLine, old: int, at: int, after: tuple[Span, ...]) -> Change:
    """Return that a heading ends within its words, or that what was run in behind it stands below it now."""
    start, name = (line.label, "heading") if at > line.label else (0, "label")
    words = line.text[start : line.head]
    before = (Span(old, 0, line.head - line.label),)
    path = f"{line.node}.{name}"
    return Change(OpinionKind.CHANGED, path, line.place, words, _in_two(words, at - start), before, after)


def _around(line: BaseLine, at: int) -> Piece | None:
    """Return the text that goes on there, none in a heading; words of ours as a whole, not a field said in them."""
    if line.is_heading and at <= line.head:
        return None
    pieces = (*line.generated, *line.pieces)
    return next((piece for piece in pieces if piece.start < at < piece.end), None)


def _split(line: BaseLine, old: int, piece: Piece, at: int, after: tuple[Span, ...]) -> Change:
    words = line.text[piece.start : piece.end]
    new = _in_two(words, at - piece.start)
    before = (Span(old, piece.start - line.label, piece.end - line.label),)
    return Change(OpinionKind.CHANGED, piece.path, line.place_of(piece), words, new, before, after)


def _in_two(words: str, at: int) -> str:
    return f"{words[:at].rstrip()}\n{words[at:].lstrip()}"
