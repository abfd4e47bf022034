"""Lines of a draft that two of are one paragraph now, in; what the first of each two became out."""

from collections.abc import Mapping, Sequence

from bulletin_gen.readers.source import end_of, fold
from bulletin_gen.review.home.change import Change, Span
from bulletin_gen.review.home.lines import BaseLine
from bulletin_gen.review.opinion import OpinionKind
from bulletin_gen.text.punctuate import punctuate


def joined_lines(
    lines: Sequence[BaseLine], edited: Sequence[str], there: Mapping[int, int]
) -> tuple[dict[int, Change], set[int]]:
    """Return the lines that run on to the next, and were not changed otherwise, each with its change; and of these next
    ones those that go on saying what they said, as the text of a heading that it is run in behind."""
    found: dict[int, Change] = {}
    kept: set[int] = set()
    for old, new in there.items():
        below = old + 1
        if below >= len(lines) or below in there or lines[old].is_cell or lines[below].is_cell:
            continue
        if fold(lines[old].text + lines[below].text) != fold(edited[new]):
            continue
        if lines[old].node == "recipients" and lines[below].node == "inspection":
            kept.add(below)
        if _is_run_in(lines[old], lines[below]):
            found[old] = _run_in(lines[old], lines[below], old, new, edited[new])
            kept.add(below)
        elif change := _longer(lines[old], old, new, edited[new]):
            found[old] = change
    return found, kept


def _is_run_in(line: BaseLine, below: BaseLine) -> bool:
    is_own = line.is_heading and line.head == len(line.text) and line.node != "results"
    return is_own and below.node == line.node and not below.part


def _run_in(line: BaseLine, below: BaseLine, old: int, new: int, edited: str) -> Change:
    words = line.text[line.label :]
    before = (Span(old, 0, len(words)), Span(old + 1, 0, len(below.text)))
    after = (Span(new, 0, len(edited)),)
    path = f"{line.node}.form"
    return Change(OpinionKind.CHANGED, path, line.place, words, words + punctuate(below.text), before, after)


def _longer(line: BaseLine, old: int, new: int, edited: str) -> Change | None:
    """Return that the last field of a line, or what of our own ends it, has the next line in it, too."""
    pieces = [piece for piece in (*line.generated, *line.pieces) if piece.start < piece.end == len(line.text)]
    if not pieces:
        return None
    piece, start = pieces[0], end_of(line.text, edited)
    words = line.text[piece.start : piece.end]
    before = (Span(old, piece.start - line.label, piece.end - line.label),)
    after = (Span(new, start - len(line.text) + piece.start, len(edited)),)
    place = line.place_of(piece)
    return Change(OpinionKind.CHANGED, piece.path, place, words, words + punctuate(edited[start:]), before, after)
