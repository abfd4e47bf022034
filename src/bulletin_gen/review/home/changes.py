"""The lines of a draft and those of a returned file, in; what was changed, field by field, out."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain

from bulletin_gen.frozen import frozen
from bulletin_gen.readers.source import fold
from bulletin_gen.review.home.change import ARROW, Change, Span
from bulletin_gen.review.home.generated import PROGRESS, own_field, with_generated
from bulletin_gen.review.home.joins import joined_lines
from bulletin_gen.review.home.lines import BaseLine, Piece, base_lines
from bulletin_gen.review.home.matching import Matching, match
from bulletin_gen.review.home.one_line import line_changes
from bulletin_gen.review.home.paragraph import bare
from bulletin_gen.review.home.splits import split_lines
from bulletin_gen.review.home.tree import (
    Outline,
    Slot,
    name_of,
    outline_of,
    place_for_paragraph,
    place_for_part,
    row_of,
    slot_of,
)
from bulletin_gen.review.home.typed import TypedText, typed_texts
from bulletin_gen.review.opinion import OpinionKind
from bulletin_gen.spec.spec import Spec
from bulletin_gen.text.labels import leading_label
from bulletin_gen.text.punctuate import punctuate
from bulletin_gen.text.regex import Regex

_CONTACT_FIELD = Regex(r"contact\.fields\[\d+\]")
_CONTACT = "contact"
_FORMAL = ("head", "issuer", "issue_date")
_OPENING = ("inspection", "opening")
_BODY = ("organisation", "results", "next_steps", "other_parts")
_NO_FIELD = "这一段不在任何一个字段里，请在通报文件里手工处理"
_HEADING_GONE = "标题这一段删去或移走了，下面的内容又有改动；请在通报文件里手工处理"
_NO_ROOM = "没有字段能放下这一段，请在通报文件里手工加上"
_OPTIONAL = ("head.document_number", "head.copy_number", "head.urgency", "head.secrecy", "issue_date")


@frozen
class Draft:
    """What was sent round: its lines and its texts."""

    lines: Sequence[BaseLine]
    texts: Mapping[str, TypedText]

    @cached_property
    def outline(self) -> Outline:
        return outline_of(self.lines)


def draft_of(spec: Spec) -> Draft:
    """Return what a spec says. Raises what `compose` raises."""
    typed = typed_texts(spec)
    lines, ours = with_generated(spec, base_lines(spec, typed))
    return Draft(lines, {**ours, **typed})


@frozen
class _Case:
    """A draft beside a returned file. `parts_gone` and `parts_moved` hold the lines of each part that went, or went
    elsewhere, as a whole; `rows_moved` are the paragraphs of fields that did. `splits` are lines that are two
    paragraphs now, `joins` those that run on to the next one, and `joined` the next ones that still say the same.
    `headings_moved` are headings that went elsewhere alone, each with the lines that stand below it now."""

    draft: Draft
    edited: Sequence[str]
    matching: Matching
    parts_gone: Mapping[str, Sequence[int]]
    parts_moved: Mapping[str, Sequence[int]]
    rows_moved: Mapping[int, str]
    splits: Mapping[int, Change]
    joins: Mapping[int, Change]
    joined: Collection[int]
    headings_moved: Mapping[int, Collection[int]]

    @property
    def lines(self) -> Sequence[BaseLine]:
        return self.draft.lines

    @property
    def kept(self) -> dict[int, int]:
        """The lines that are still there, wherever."""
        moved = {*chain.from_iterable(self.parts_moved.values()), *self.rows_moved}
        return {**self.matching.there, **{old: new for old, new in self.matching.moved.items() if old in moved}}


def find_changes(draft: Draft, edited: Sequence[str]) -> tuple[list[Change], dict[int, int]]:
    """Return what was changed, in the order of the text, and for each line that is still there which new line it is."""
    case = _case(draft, edited)
    changed = _without_lone_labels(case, [*_changed(case), *_gone(case), *_moved(case), *_come(case)])
    found = _contact_as_a_whole(case, _in_own_words(_without_undone(_with_headings(changed))))
    return sorted(found, key=lambda change: _order(change, case.matching)), case.kept


def _with_headings(found: Sequence[Change]) -> Sequence[Change]:
    """Return the changes, a heading that went from a part in which something else was changed as what the clerk is told
    of: without its heading there is no part to change that in."""
    paths = [one.path for one in found]
    return [
        replace(one, path="", doubt=_HEADING_GONE)
        if (part := _without_heading(one)) and any(path.startswith(f"{part}.") and path != one.path for path in paths)
        else one
        for one in found
    ]


def _without_heading(change: Change) -> str:
    """Return the item of a list that a heading is taken from alone, "" where none is."""
    source = change.path.partition(ARROW)[0]
    is_gone = change.kind in (OpinionKind.DELETED, OpinionKind.MOVED) and name_of(source) == "heading"
    part = source.removesuffix(".heading")
    return part if is_gone and slot_of(part) else ""


def _without_undone(found: Sequence[Change]) -> Sequence[Change]:
    """Return the changes without what went and came again in one list: there it only begins elsewhere on the page."""
    gone = {(_list_of(one), fold(one.old)): one for one in found if one.kind is OpinionKind.DELETED and one.path}
    undone: set[int] = set()
    for one in found:
        if one.kind is OpinionKind.ADDED and (went := gone.get((_list_of(one), fold(one.new)))):
            undone |= {id(one), id(went)}
    return [one for one in found if id(one) not in undone]


def _without_lone_labels(case: _Case, found: Sequence[Change]) -> Sequence[Change]:
    """Return the changes without labels that were taken out of measures which stand alone now: they need none."""
    labels = [one for one in found if not one.path and one.kind is OpinionKind.CHANGED and _is_label_gone(one)]
    if not labels:
        return found
    left = Counter(_list_of_measure(path) for path in case.draft.texts)
    left.subtract(_list_of_measure(one.path) for one in found if one.kind is OpinionKind.DELETED)
    left.update(_list_of_measure(one.path) for one in found if one.kind is OpinionKind.ADDED)
    alone = {id(one) for one in labels if left[f"{case.lines[one.before[0].line].node}.measures"] == 1}
    return [one for one in found if id(one) not in alone]


def _is_label_gone(change: Change) -> bool:
    return change.old != change.new and fold(bare(change.old)) == fold(change.new)


def _list_of_measure(path: str) -> str:
    """Return the list that a measure is in, "" for what is none."""
    slot = slot_of(path)
    return slot.path if slot and slot.path.endswith(".measures") else ""


def _list_of(change: Change) -> str:
    """Return the list that a change of an item, or of a paragraph of an item, is in."""
    slot = slot_of(change.path)
    outer = slot_of(slot.path) if slot else None
    return outer.path if outer else slot.path if slot else change.path


def _in_own_words(found: Sequence[Change]) -> list[Change]:
    """Return the changes, those of fields that a sentence is made of as of that sentence where it is reworded."""
    paths = {change.path for change in found}
    return [
        replace(change, path=own)
        if (own := own_field(change.path)) != change.path and own in paths and change.kind is OpinionKind.CHANGED
        else change
        for change in found
    ]


def _contact_as_a_whole(case: _Case, found: Sequence[Change]) -> Sequence[Change]:
    """Return the changes, all of the contact as one where there is a paragraph in it that its fields cannot hold."""
    lines = [index for index, line in enumerate(case.lines) if line.node == _CONTACT]
    is_ours = any(own.path == f"{_CONTACT}.wording" for index in lines for own in case.lines[index].generated)
    own = [one for one in found if one.path.startswith(f"{_CONTACT}.")]
    is_more = any(one.path.startswith(f"{_CONTACT}.wording[") and one.after for one in own)
    is_joined = len(own) > 1 and any(one.path == f"{_CONTACT}.wording" for one in own)
    if not is_ours or not (is_more or is_joined):
        return found
    news = sorted(
        {case.kept[index] for index in lines if index in case.kept} | {span.line for one in own for span in one.after}
    )
    old, new = (
        "\n".join(case.lines[index].text for index in lines),
        "\n".join(punctuate(case.edited[index]) for index in news),
    )
    after = tuple(Span(index, 0, len(case.edited[index])) for index in news)
    place = case.lines[lines[0]].place
    whole = Change(OpinionKind.CHANGED, f"{_CONTACT}.wording", place, old, new, _spans(case, lines), after)
    return [*(one for one in found if one not in own), whole]


def _case(draft: Draft, edited: Sequence[str]) -> _Case:
    matching = match(draft.lines, edited)
    case = _case_of(draft, edited, Matching(_with_a_body(draft, edited, matching.there), matching.moved))
    below = dict(_below_new_headings(case))
    taken = {old for of in below.values() for old in of}
    there = {old: new for old, new in case.matching.there.items() if old not in taken}
    moved = {new: old for old, new in case.matching.moved.items() if case.lines[old].is_heading}
    case = _case_of(draft, edited, Matching(there, case.matching.moved)) if taken else case
    return replace(case, headings_moved={moved[new]: of for new, of in below.items() if new in moved})


def _with_a_body(draft: Draft, edited: Sequence[str], there: dict[int, int]) -> dict[int, int]:
    """Return which lines are there, where the opening and all the rest are one paragraph now that of the rest: it is
    the opening that a bulletin can do without."""
    body = [index for index, line in enumerate(draft.lines) if line.node.partition("[")[0] in _BODY]
    if len(body) != 1 or body[0] in there or draft.lines[body[0] - 1].node not in _OPENING:
        return there
    above, (below,) = body[0] - 1, body
    new = there.get(above)
    if new is None or fold(draft.lines[above].text + draft.lines[below].text) != fold(edited[new]):
        return there
    return dict(sorted({**{old: at for old, at in there.items() if old != above}, below: new}.items()))


def _below_new_headings(case: _Case) -> Iterator[tuple[int, set[int]]]:
    """Yield each new heading of a part, as a line of the file, and what lines of another part, in the middle of which
    it was put, stand below it: they belong to it now."""
    here = {*case.kept.values(), *(span.line for change in case.splits.values() for span in change.after)}
    for index in range(len(case.edited)):
        slot = _heading_slot(case, index) if index not in here else None
        if slot:
            yield index, _below(case, slot, index)


def _case_of(draft: Draft, edited: Sequence[str], matching: Matching) -> _Case:
    parts = draft.outline.parts
    together = _outermost(parts, lambda of: _goes_together(of, matching.moved))
    moved = {path: of for path, of in together.items() if _new_part_slot(draft, matching, path, of)}
    taken = set(chain.from_iterable(together.values()))
    rows = {
        old: row
        for old in matching.moved
        if old not in taken and (row := row_of(draft.lines[old])) and _new_slot(draft, matching, edited, old)
    }
    here = {*matching.there, *chain.from_iterable(moved.values()), *rows}
    splits = split_lines(draft.lines, edited, matching.there)
    joins, joined = joined_lines(draft.lines, edited, matching.there)
    gone = _outermost(parts, lambda of: here.isdisjoint(of))
    return _Case(draft, edited, matching, gone, moved, rows, splits, joins, joined, {})


def _outermost(parts: Mapping[str, Sequence[int]], holds: Callable[[Sequence[int]], bool]) -> dict[str, Sequence[int]]:
    seen: set[int] = set()
    found: dict[str, Sequence[int]] = {}
    for path, of in parts.items():
        if seen.isdisjoint(of) and holds(of):
            found[path] = of
            seen |= set(of)
    return found


def _goes_together(of: Sequence[int], moved: Mapping[int, int]) -> bool:
    news = [moved[index] for index in of if index in moved]
    return len(news) == len(of) and news == list(range(news[0], news[0] + len(news)))


def _order(change: Change, matching: Matching) -> tuple[float, int]:
    if change.before:
        return change.before[0].line, change.before[0].start
    before = matching.before(change.after[0].line) if change.after else None
    return (-1 if before is None else before) + 0.5, change.after[0].line if change.after else 0


def _changed(case: _Case) -> Iterator[Change]:
    yield from case.splits.values()
    yield from case.joins.values()
    for old, new in case.kept.items():
        if old in case.splits or old in case.joins:
            continue
        yield from line_changes(case.lines[old], old, case.edited[new], new, case.draft.texts)


def _gone(case: _Case) -> Iterator[Change]:
    claimed = {*case.headings_moved, *chain.from_iterable(case.headings_moved.values())}
    for path, of in case.parts_gone.items():
        if claimed.issuperset(of):
            continue
        first = case.lines[of[0]]
        text = "\n".join([bare(first.text), *(case.lines[index].text for index in of[1:])])
        yield Change(OpinionKind.DELETED, path, first.place, text, "", _spans(case, of))
    here = {*case.kept, *case.joined, *claimed, *chain.from_iterable(case.parts_gone.values())}
    for index, line in enumerate(case.lines):
        if index not in here:
            yield from _line_gone(line, index)


def _line_gone(line: BaseLine, index: int) -> Iterator[Change]:
    """Yield a paragraph that went, and each measure that went with it."""
    span = (Span(index, 0, len(line.text) - line.label),)
    text = line.text[line.label :]
    row = row_of(line)
    if row is not None:
        words = line.text[line.pieces[0].start : line.pieces[0].end]
        yield Change(OpinionKind.DELETED, row, line.place_of(line.pieces[0]), words, "", span)
    elif path := contact_field(line) or _optional(line):
        yield Change(OpinionKind.DELETED, path, line.place, text, "", span)
    elif (rows := _rows(line)) is not None:
        if any(own.path == PROGRESS for own in line.generated):
            yield Change(OpinionKind.DELETED, "results.progress", line.place, text, "", span)
        for piece in rows:
            words = line.text[piece.start : piece.end]
            path = piece.path if ".measures[" in piece.path else f"{piece.path}[{piece.row}]"
            yield Change(OpinionKind.DELETED, path, line.place_of(piece), words, "", span)
    elif line.node not in _FORMAL and _is_ours(line):
        for own in line.generated:
            words = line.text[own.start : own.end]
            yield Change(OpinionKind.DELETED, f"{own.path}[{own.row}]", line.place, words, "", span)
    elif line.is_heading and not line.node.startswith("attachments"):
        yield Change(OpinionKind.DELETED, f"{line.node}.heading", line.place, text, "", span)
    else:
        yield Change(OpinionKind.DELETED, "", line.place, text, "", span, doubt=_NO_FIELD)


def _optional(line: BaseLine) -> str:
    """Return the field that is all of a line, where the bulletin can do without it."""
    paths = [piece.path for piece in (*line.generated, *line.pieces) if piece.end - piece.start == len(line.text)]
    return next((path for path in paths if path in _OPTIONAL), "")


def contact_field(line: BaseLine) -> str:
    """Return the way to reach the office that a line is and nothing else."""
    found = [match[0] for piece in line.pieces if (match := _CONTACT_FIELD.match(piece.path))]
    return found[0] if found and len(set(found)) == 1 and len(found) == len(line.pieces) else ""


def _is_ours(line: BaseLine) -> bool:
    """Is all of a paragraph worded by us, so that words of an author's own can be put in its place?"""
    said = {at for own in line.generated for at in range(own.start, own.end)}
    return not line.is_heading and said >= set(range(line.label, len(line.text)))


def _rows(line: BaseLine) -> list[Piece] | None:
    """Return the paragraphs and measures that a line is made of, beside what we say of the progress; None where there
    is more in it."""
    rows = [piece for piece in line.pieces if own_field(piece.path) != PROGRESS]
    is_progress = any(own.path == PROGRESS for own in line.generated)
    is_all = not line.is_heading and all(_is_row(piece.path) for piece in rows)
    return rows if is_all and (rows or is_progress) else None


def _is_row(path: str) -> bool:
    return ".measures[" in path or path.endswith((".text", ".closing"))


def _moved(case: _Case) -> Iterator[Change]:
    for path, of in case.parts_moved.items():
        new = case.matching.moved[of[0]]
        first, slot = case.lines[of[0]], slot_of(path)
        to = _new_part_slot(case.draft, case.matching, path, of)
        if slot and to and to.path == slot.path and to.at in (slot.at, slot.at + 1):
            continue
        text = bare(first.text)
        place = f"{first.place}{ARROW}{_place_at(case, new)}"
        after = (Span(new, 0, 0),)
        yield Change(OpinionKind.MOVED, f"{path}{ARROW}{to}", place, text, text, _spans(case, of), after)
    for old, row in case.rows_moved.items():
        new = case.matching.moved[old]
        line = case.lines[old]
        to = _new_slot(case.draft, case.matching, case.edited, old)
        text = line.text[line.label :]
        place = f"{line.place}{ARROW}{_place_at(case, new)}"
        after = (Span(new, 0, len(case.edited[new])),)
        yield Change(OpinionKind.MOVED, f"{row}{ARROW}{to}", place, text, text, _spans(case, [old]), after)


def _new_part_slot(draft: Draft, matching: Matching, path: str, of: Sequence[int]) -> Slot | None:
    """Return where a part that moved belongs now; None where no list of its kind is, so that it went, and text came."""
    slot = slot_of(path)
    return _part_place(draft, matching, matching.moved[of[0]], "", name_of(path)) if slot else None


def _place_at(case: _Case, new: int) -> str:
    before = case.matching.before(new)
    return f"{case.lines[before].place}之后" if before is not None else "开头"


def _new_slot(draft: Draft, matching: Matching, edited: Sequence[str], old: int) -> Slot | None:
    """Return where a paragraph that moved belongs now; None where that is no list or field of its kind."""
    before = matching.before(matching.moved[old])
    slot = place_for_paragraph(draft.lines[before], edited[matching.moved[old]]) if before is not None else None
    row = row_of(draft.lines[old])
    is_measure = bool(row) and ".measures[" in str(row)
    return slot if slot and slot.path.endswith(".measures") == is_measure else None


def _come(case: _Case) -> Iterator[Change]:
    here = {*case.kept.values(), *(span.line for change in case.splits.values() for span in change.after)}
    new = [index for index in range(len(case.edited)) if index not in here]
    while new:
        index = new.pop(0)
        slot = _heading_slot(case, index)
        if slot is None:
            yield _paragraph_come(case, index)
            continue
        own = [index]
        while new and new[0] == own[-1] + 1 and _heading_slot(case, new[0]) is None:
            own.append(new.pop(0))
        lines = [punctuate(bare(case.edited[own[0]])), *(punctuate(case.edited[one]) for one in own[1:])]
        after = tuple(Span(one, 0, len(case.edited[one])) for one in own)
        yield _part_come(case, slot, own[0], "\n".join(lines), after)


def _part_come(case: _Case, slot: Slot, new: int, text: str, after: tuple[Span, ...]) -> Change:
    old = next((old for old in case.headings_moved if case.matching.moved[old] == new), None)
    if old is None:
        return Change(OpinionKind.ADDED, str(slot), _place_at(case, new), "", text, (), after)
    line = case.lines[old]
    place = f"{line.place}{ARROW}{_place_at(case, new)}"
    path, was = f"{line.node}.heading{ARROW}{slot}", bare(line.text)
    return Change(OpinionKind.MOVED, path, place, was, text, _spans(case, [old]), after)


def _heading_slot(case: _Case, index: int) -> Slot | None:
    """Return where a new line belongs as the heading of a part; None where it is none, or parts others from theirs."""
    text = case.edited[index]
    slot = _part_place(case.draft, case.matching, index, text) if leading_label(text) else None
    return None if slot and any(case.lines[old].is_heading for old in _below(case, slot, index)) else slot


def _below(case: _Case, slot: Slot, index: int) -> set[int]:
    """Return the lines of the part before a place that stand below a new line."""
    of = case.draft.outline.parts[f"{slot.path}[{slot.at - 1}]"] if slot.at else ()
    return {old for old in of if case.matching.there.get(old, -1) > index}


def _part_place(draft: Draft, matching: Matching, new: int, heading: str, kind: str = "") -> Slot | None:
    before, behind = matching.before(new), matching.behind(new)
    above = draft.lines[before] if before is not None else None
    below = (behind, draft.lines[behind]) if behind is not None else None
    return place_for_part(draft.outline, above, below, heading, kind)


def _paragraph_come(case: _Case, index: int) -> Change:
    text = punctuate(case.edited[index])
    before = case.matching.before(index)
    behind = case.matching.behind(index)
    slot = place_for_paragraph(case.lines[before], text) if before is not None else None
    if slot is None and behind is not None and case.lines[behind].node in _OPENING:
        slot = Slot("opening", 0)
    after = (Span(index, 0, len(text)),)
    place = _place_at(case, index)
    if slot is None and _is_below_signature(case, before):
        return Change(OpinionKind.ADDED, f"{_CONTACT}.wording", place, "", text, (), after)
    if slot is None:
        return Change(OpinionKind.ADDED, "", place, "", text, (), after, _NO_ROOM)
    said = bare(text) if slot.path.endswith(".measures") else text
    return Change(OpinionKind.ADDED, str(slot), place, "", said, (), after)


def _is_below_signature(case: _Case, before: int | None) -> bool:
    """Is a place below the day, where a contact can stand and none does?"""
    if (
        before is None
        or case.lines[before].node not in ("issuer", "issue_date")
        or _CONTACT in case.draft.outline.parts
    ):
        return False
    return before + 1 == len(case.lines) or case.lines[before + 1].node != case.lines[before].node


def _spans(case: _Case, of: Sequence[int]) -> tuple[Span, ...]:
    return tuple(Span(index, 0, len(case.lines[index].text) - case.lines[index].label) for index in of)
