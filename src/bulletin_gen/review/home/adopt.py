"""Opinions and what each does, in; which of them ask for something else of the same words, and the edits, out."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice
from typing import NamedTuple

from bulletin_gen.composing import NONE
from bulletin_gen.review.home.built import build_part, told_of
from bulletin_gen.review.home.deed import Deed, Insert, Move, Own, Remove, Retype, escaped
from bulletin_gen.review.home.generated import MARK, OPENING_WORDINGS, SIGNATURE, own_field
from bulletin_gen.review.home.tree import is_prose
from bulletin_gen.review.home.typed import TypedText
from bulletin_gen.spec import write_back as back
from bulletin_gen.spec.model import Slot
from bulletin_gen.spec.spec import Spec
from bulletin_gen.where import parent_of
from bulletin_gen.yamltext.block import Plain


def conflicts(deeds: Mapping[str, Sequence[Deed]]) -> dict[str, set[str]]:
    """Return for each opinion, by its id, the others that ask for something else of the same words."""
    found: dict[str, set[str]] = defaultdict(set)
    at: dict[str, list[_Voiced]] = defaultdict(list)
    for id_, of in deeds.items():
        for deed in of:
            for place in _places(deed):
                at[place].append(_Voiced(id_, deed))
    for one, other in (*_beside(at), *_below(at)):
        if one.id != other.id and _clash(one.deed, other.deed):
            found[one.id].add(other.id)
            found[other.id].add(one.id)
    return found


class _Voiced(NamedTuple):
    """What an opinion does."""

    id: str
    deed: Deed


def _beside(at: Mapping[str, Sequence[_Voiced]]) -> Iterator[tuple[_Voiced, _Voiced]]:
    """Yield what touches the same field, of changed words those alone that stand near one another."""
    for group in at.values():
        words: dict[str, list[tuple[Retype, _Voiced]]] = defaultdict(list)
        others: list[_Voiced] = []
        for one in group:
            if isinstance(one.deed, Retype):
                words[one.deed.path].append((one.deed, one))
            elif not isinstance(one.deed, Insert):
                others.append(one)
        for of in words.values():
            yield from _near(sorted(of, key=lambda pair: pair[0].start))
        for first, second in combinations(words.values(), 2):
            yield from ((one, other) for _, one in first for _, other in second)
        yield from combinations(others, 2)
        yield from ((one, other) for one in others for of in words.values() for _, other in of)


def _near(of: Sequence[tuple[Retype, _Voiced]]) -> Iterator[tuple[_Voiced, _Voiced]]:
    """Yield those of changed words that overlap, and what is put in within them; two that only put in do not meet."""
    ranges = [pair for pair in of if pair[0].start < pair[0].end]
    points = [pair for pair in of if pair[0].start == pair[0].end]
    starts = [deed.start for deed, _ in points]
    for index, (deed, one) in enumerate(ranges):
        for other_deed, other in islice(ranges, index + 1, None):
            if other_deed.start >= deed.end:
                break
            yield one, other
        inside = slice(bisect_right(starts, deed.start), bisect_left(starts, deed.end))
        yield from ((one, other) for _, other in points[inside])


def _below(at: Mapping[str, Sequence[_Voiced]]) -> Iterator[tuple[_Voiced, _Voiced]]:
    """Yield what goes, with what is done within it."""
    for path, group in at.items():
        above = parent_of(path)
        while above:
            gone = (one for one in at.get(above, ()) if isinstance(one.deed, Remove))
            yield from ((one, other) for one in gone for other in group)
            above = parent_of(above)


def _places(deed: Deed) -> tuple[str, ...]:
    """Return what is touched; by an opening of the author's own all that would be worded in its place."""
    is_opening = isinstance(deed, Own) and deed.path == "opening"
    return OPENING_WORDINGS if is_opening else (_place(deed),)


def _place(deed: Deed) -> str:
    """Return the field or item that is touched; a sentence of the author's own for the fields that it was made of."""
    return str(deed.slot) if isinstance(deed, Insert) else own_field(deed.path)


def _clash(one: Deed, other: Deed) -> bool:
    if isinstance(one, Insert) or isinstance(other, Insert):
        return isinstance(one, Remove) != isinstance(other, Remove) and _place(one) != _place(other)
    if one == other or (isinstance(one, Remove) and isinstance(other, Remove)):
        return False
    if one.path != other.path:
        return "opening" in (one.path, other.path) or own_field(one.path) in (one.path, other.path)
    if isinstance(one, Retype) and isinstance(other, Retype):
        if one.start == one.end or other.start == other.end:
            return one.start < other.start < one.end or other.start < one.start < other.end
        return one.start < other.end and other.start < one.end
    if isinstance(one, Move) or isinstance(other, Move):
        return isinstance(one, Move) == isinstance(other, Move) or Remove in (type(one), type(other))
    return True


def edits_of(spec: Spec, texts: Mapping[str, TypedText], deeds: Iterable[Deed]) -> list[back.Edit]:
    """Return the edits of the file that all these deeds ask for, none of them in conflict with another."""
    all_of_them = list(dict.fromkeys(deeds))
    retyped: dict[str, list[Retype]] = defaultdict(list)
    new: dict[str, list[str]] = defaultdict(list)
    found: list[back.Edit] = []
    for deed in all_of_them:
        match deed:
            case Retype(path):
                retyped[path].append(deed)
            case Own(path, words):
                found.append(back.Put(path, words))
            case Remove(path):
                found.append(back.Take(path))
            case Move(path, slot):
                found.append(back.Move(path, slot.path, slot.at))
            case Insert(slot, text, _) if slot.path == "opening":
                part: Plain = {"after": str(Slot.OPENING), "text": escaped(text)}
                found.append(back.Add("other_parts", 0, part))
            case Insert(slot, text, _) if is_prose(slot.path):
                new[slot.path].append(escaped(text))
            case Insert(slot, text, heading_of):
                found.append(back.Add(slot.path, slot.at, _item(spec, slot.path, text, heading_of)))
    found += [back.Put(path, "\n".join(rows)) for path, rows in new.items()]
    for path, of in retyped.items():
        found += _retyped(spec, texts[path], sorted(of, key=_in_order))
    return found


def _item(spec: Spec, path: str, text: str, heading_of: str) -> Plain:
    if path.endswith(".measures"):
        return escaped(text)
    told = told_of(spec.bulletin, heading_of) if heading_of else {}
    unsaid: dict[str, Plain] = {"status_line": ""} if "status" in told else {}  # where the file has none below it
    return {**unsaid, **_escaped_in(build_part(spec.bulletin, path, text)), **told}


def _escaped_in(part: dict[str, Plain]) -> dict[str, Plain]:
    return {name: _escaped(value) for name, value in part.items()}


def _escaped(value: Plain) -> Plain:
    if isinstance(value, str):
        return escaped(value)
    return [_escaped(item) for item in value] if isinstance(value, list) else _escaped_in(value)


def _retyped(spec: Spec, text: TypedText, of: Sequence[Retype]) -> Iterator[back.Edit]:
    """Yield the edits of one field; of one whose paragraphs were typed as a list, paragraph by paragraph."""
    if f"{text.path}[0]" in spec.places.texts:
        yield from _in_list(text, of)
        return
    new = _with(text.typed, of, 0).strip("\n")
    if text.path == MARK:  # whatever follows the organ in the mark is a part of its words then
        yield from (back.Put(MARK, [*new.split("\n")]), back.Put("head.suffix", ""))
        return
    if text.path == SIGNATURE:
        yield back.Put(SIGNATURE, [*new.split("\n")])
        return
    yield back.Put(text.path, new) if new.strip() else _emptied(text.path)


def _in_order(one: Retype) -> tuple[int, int, bool, str]:
    """Return what sorts what is done in a field: words that are put in at the end of a paragraph stand in that."""
    return one.start, one.end, one.new.startswith("\n"), one.new


def _emptied(path: str) -> back.Edit:
    """Return what leaves nothing in a field: without its own words some would have others, worded by us."""
    name = path.rpartition(".")[2]
    if path in ("contact.wording", "results.progress.wording"):
        return back.Take(parent_of(path))
    if name in ("opening", "title"):
        return back.Put(path, NONE)
    if name == "invitation":
        return back.Put(path, "")
    return back.Put(path, "") if name in ("wording", "status_line") else back.Take(path)


def _in_list(text: TypedText, of: Sequence[Retype]) -> Iterator[back.Edit]:
    rows = text.typed.split("\n")
    start = 0
    for number, row in enumerate(rows):
        end = start + len(row)
        within = [one for one in of if start <= one.start <= end and not _is_row(one, text.typed, start, end)]
        if any(_is_gone(one, start, end) for one in of):
            yield back.Take(f"{text.path}[{number}]")
        elif within:
            first, *more = _with(row, within, start).split("\n")
            yield back.Put(f"{text.path}[{number}]", first)
            yield from (back.Add(text.path, number + 1, part) for part in more)
        for one in of:
            if one.start == start and one.start == one.end and one.new.endswith("\n"):
                yield back.Add(text.path, number, one.new.removesuffix("\n"))
        start = end + 1
    for one in of:
        if one.start == one.end == len(text.typed) and one.new.startswith("\n"):
            yield back.Add(text.path, len(rows), one.new.removeprefix("\n"))


def _is_row(one: Retype, typed: str, start: int, end: int) -> bool:
    """Does it put in or take out a whole paragraph, beside the one that is characters start … end - 1?"""
    is_new = one.start == one.end and one.new.strip("\n") != one.new and not start < one.start < end
    return is_new or "\n" in typed[one.start : one.end]


def _is_gone(one: Retype, start: int, end: int) -> bool:
    return not one.new and one.start <= start and end <= one.end and one.start < one.end


def _with(typed: str, of: Sequence[Retype], offset: int) -> str:
    """Return a text that begins at character `offset` of its field with the words changed, which stand in order."""
    parts: list[str] = []
    at = 0
    for one in of:
        parts += [typed[at : max(one.start - offset, at)], one.new]
        at = max(one.end - offset, at)
    return "".join((*parts, typed[at:]))
