"""A draft in which all that a file wants was done, and the file, in; where the two still say something else, out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from bulletin_gen.readers.source import fold
from bulletin_gen.review.home.draft import Draft
from bulletin_gen.review.home.lines import BaseLine
from bulletin_gen.review.home.matching import match
from bulletin_gen.review.home.paragraph import NUMBER, bare, beside_others, body_of
from bulletin_gen.review.opinion import Opinion, OpinionKind
from bulletin_gen.text.punctuate import punctuate


class Difference(NamedTuple):
    """The line that the draft has at a place and the one that the file has there; "" for none.

    `is_label` where they differ by the label of a measure that stands alone, which the draft does not print.
    """

    place: str
    ours: str
    theirs: str
    is_label: bool = False


def differences(draft: Draft, edited: Sequence[str]) -> Iterator[Difference]:
    """Yield what a file says otherwise than a draft, whatever either counts: labels, and the numbers of a `{{ }}`."""
    matching = match(draft.lines, edited)
    for old, line in enumerate(draft.lines):
        if old not in matching.there:
            yield Difference(line.place, line.text, "")
        elif not _says(draft, line, edited[matching.there[old]]):
            yield Difference(line.place, line.text, edited[matching.there[old]])
        elif beside_others(line, edited[matching.there[old]]) is not line:
            yield Difference(line.place, line.text, edited[matching.there[old]], is_label=True)
    kept = set(matching.there.values())
    for new, text in enumerate(edited):
        if new not in kept:
            before = matching.before(new)
            yield Difference("开头" if before is None else f"{draft.lines[before].place}之后", "", text)


def without_left_labels(found: Iterable[Difference], sent: Draft) -> Iterator[Difference]:
    """Yield the differences but those by a label that the draft which was sent had, too: the others in its series went,
    and it stayed behind."""
    said = [fold(line.text) for line in sent.lines]
    for one in found:
        if not one.is_label or not any(fold(one.theirs).rstrip(".") in text for text in said):
            yield one


def with_ledgers(old: Draft, new: Draft, edited: Sequence[str]) -> list[str]:
    """Return the lines of a file, a ledger that nobody edited as the new draft has it: its cells say the issues again,
    and change with them."""
    lines = list(edited)
    ledgers = _ledgers(old)
    there = match(old.lines, edited).there if ledgers else {}
    for node, here in reversed(ledgers.items()):
        places = [there[at] for at in here if at in there and fold(edited[there[at]]) == fold(old.lines[at].text)]
        is_untouched = places == list(range(places[0], places[0] + len(here))) if places else False
        if is_untouched and node in (ours := _ledgers(new)):
            lines[places[0] : places[-1] + 1] = [new.lines[at].text for at in ours[node]]
    return lines


def with_title(new: Draft, edited: Sequence[str]) -> list[str]:
    """Return the lines of a file, its title as one where it is parted as the draft has it in lines of the page."""
    lines = list(edited)
    rows = new.texts["title"].printed.split("\n") if "title" in new.texts else []
    for at in range(len(lines) - len(rows) + 1) if len(rows) > 1 else ():
        if list(map(fold, lines[at : at + len(rows)])) == list(map(fold, rows)):
            lines[at : at + len(rows)] = ["".join(rows)]
            break
    return lines


def _ledgers(draft: Draft) -> dict[str, list[int]]:
    """Return the cells of each table of which nobody typed any."""
    cells: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(draft.lines):
        if line.is_cell:
            cells[line.node].append(index)
    return {node: of for node, of in cells.items() if not any(draft.lines[index].pieces for index in of)}


def without_told(found: Sequence[Difference], told: Iterable[Opinion]) -> list[Difference]:
    """Return the differences that none of these opinions asks for."""
    wanted = [(one.kind, fold(one.old), fold(one.new)) for one in told]
    folded = ((one, fold(one.ours), fold(one.theirs)) for one in found)
    return [one for one, *sides in folded if not any(_asks_for(wish, sides) for wish in wanted)]


def _asks_for(wish: tuple[OpinionKind, str, str], sides: Sequence[str]) -> bool:
    kind, *texts = wish
    touching = [_touch(text, said) for text, said in zip(texts, sides, strict=True) if text]
    return any(touching) if kind is OpinionKind.MOVED else bool(touching) and all(touching)


def _touch(one: str, other: str) -> bool:
    return bool(other) and (one in other or other in one)


def _says(draft: Draft, line: BaseLine, edited: str) -> bool:
    """Does an edited line say what a line of the draft says, with any number where that counts?"""
    line = beside_others(line, edited)
    if _plain(bare(line.text)).rstrip(".") == _plain(bare(punctuate(edited))).rstrip("."):
        return True
    first, *rest = _fixed(draft, line)
    body = _plain(body_of(line, edited)).rstrip(".")
    if not rest:
        return body == first.rstrip(".")
    last = rest.pop().rstrip(".")
    at, end = len(first), len(body) - len(last)
    if not (body.startswith(first) and body.endswith(last)):
        return False
    for words in rest:
        found = body.find(words, at, end)
        if found < 0:
            return False
        at = found + len(words)
    return at <= end


def _fixed(draft: Draft, line: BaseLine) -> list[str]:
    """Return the words of a line behind its label, parted where it says a number that is counted."""
    counted = {*_placeholders(draft, line), *_labels(line)}
    places = range(line.label, len(line.text))
    parts = [""]
    for is_counted, of in groupby(places, lambda at: at in counted):
        if is_counted:
            parts.append("")
        else:
            parts[-1] = _plain("".join(line.text[at] for at in of))
    return parts


def _placeholders(draft: Draft, line: BaseLine) -> Iterator[int]:
    for piece in (*line.generated, *line.pieces):
        said = draft.texts[piece.path].said[piece.offset : piece.offset + piece.end - piece.start]
        yield from (piece.start + at for at, one in enumerate(said) if one.name.startswith("counts."))


def _labels(line: BaseLine) -> Iterator[int]:
    """Yield the characters of the numbers of measures in a line that nobody typed."""
    for number in NUMBER.finditer(line.text):
        if not any(piece.start < number.end() and number.start() < piece.end for piece in line.pieces):
            yield from range(number.start(), number.end())


def _plain(text: str) -> str:
    return fold(text).replace("'", '"')
