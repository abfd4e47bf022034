"""The lines of a draft and those of a returned file, in; what was changed, field by field, out."""

from collections.abc import Iterator, Sequence
from itertools import chain

from bulletin_gen.review.home.case import Case, case_of, heading_slot, new_part_slot, new_slot, spans_of
from bulletin_gen.review.home.change import ARROW, Change, Span
from bulletin_gen.review.home.draft import Draft
from bulletin_gen.review.home.generated import PROGRESS, own_field
from bulletin_gen.review.home.lines import BaseLine, Piece
from bulletin_gen.review.home.matching import Matching
from bulletin_gen.review.home.one_line import line_changes
from bulletin_gen.review.home.paragraph import bare
from bulletin_gen.review.home.settled import settled_changes
from bulletin_gen.review.home.tree import Slot, place_for_paragraph, row_of, slot_of
from bulletin_gen.review.opinion import OpinionKind
from bulletin_gen.text.punctuate import punctuate
from bulletin_gen.text.regex import Regex

_CONTACT_FIELD = Regex(r"contact\.fields\[\d+\]")
_CONTACT = "contact"
_FORMAL = ("head", "issuer", "issue_date")
_OPENING = ("inspection", "opening")
_NO_FIELD = "这一段不在任何一个字段里，请在通报文件里手工处理"
_NO_ROOM = "没有字段能放下这一段，请在通报文件里手工加上"
_OPTIONAL = ("head.document_number", "head.copy_number", "head.urgency", "head.secrecy", "issue_date")


def find_changes(draft: Draft, edited: Sequence[str]) -> tuple[list[Change], dict[int, int]]:
    """Return what was changed, in the order of the text, and for each line that is still there which new line it is."""
    case = case_of(draft, edited)
    found = settled_changes(case, [*_changed(case), *_gone(case), *_moved(case), *_come(case)])
    return sorted(found, key=lambda change: _order(change, case.matching)), case.kept


def _order(change: Change, matching: Matching) -> tuple[float, int]:
    if change.before:
        return change.before[0].line, change.before[0].start
    before = matching.before(change.after[0].line) if change.after else None
    return (-1 if before is None else before) + 0.5, change.after[0].line if change.after else 0


def _changed(case: Case) -> Iterator[Change]:
    yield from case.splits.values()
    yield from case.joins.values()
    for old, new in case.kept.items():
        if old in case.splits or old in case.joins:
            continue
        yield from line_changes(case.lines[old], old, case.edited[new], new, case.draft.texts)


def _gone(case: Case) -> Iterator[Change]:
    claimed = {*case.headings_moved, *chain.from_iterable(case.headings_moved.values())}
    for path, of in case.parts_gone.items():
        if claimed.issuperset(of):
            continue
        first = case.lines[of[0]]
        text = "\n".join([bare(first.text), *(case.lines[index].text for index in of[1:])])
        yield Change(OpinionKind.DELETED, path, first.place, text, "", spans_of(case, of))
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


def _moved(case: Case) -> Iterator[Change]:
    for path, of in case.parts_moved.items():
        new = case.matching.moved[of[0]]
        first, slot = case.lines[of[0]], slot_of(path)
        to = new_part_slot(case.draft, case.matching, path, of)
        if slot and to and to.path == slot.path and to.at in (slot.at, slot.at + 1):
            continue
        text = bare(first.text)
        place = f"{first.place}{ARROW}{_place_at(case, new)}"
        after = (Span(new, 0, 0),)
        yield Change(OpinionKind.MOVED, f"{path}{ARROW}{to}", place, text, text, spans_of(case, of), after)
    for old, row in case.rows_moved.items():
        new = case.matching.moved[old]
        line = case.lines[old]
        to = new_slot(case.draft, case.matching, case.edited, old)
        text = line.text[line.label :]
        place = f"{line.place}{ARROW}{_place_at(case, new)}"
        after = (Span(new, 0, len(case.edited[new])),)
        yield Change(OpinionKind.MOVED, f"{row}{ARROW}{to}", place, text, text, spans_of(case, [old]), after)


def _place_at(case: Case, new: int) -> str:
    before = case.matching.before(new)
    return f"{case.lines[before].place}之后" if before is not None else "开头"


def _come(case: Case) -> Iterator[Change]:
    here = {*case.kept.values(), *(span.line for change in case.splits.values() for span in change.after)}
    new = [index for index in range(len(case.edited)) if index not in here]
    while new:
        index = new.pop(0)
        slot = heading_slot(case, index)
        if slot is None:
            yield _paragraph_come(case, index)
            continue
        own = [index]
        while new and new[0] == own[-1] + 1 and heading_slot(case, new[0]) is None:
            own.append(new.pop(0))
        lines = [punctuate(bare(case.edited[own[0]])), *(punctuate(case.edited[one]) for one in own[1:])]
        after = tuple(Span(one, 0, len(case.edited[one])) for one in own)
        yield _part_come(case, slot, own[0], "\n".join(lines), after)


def _part_come(case: Case, slot: Slot, new: int, text: str, after: tuple[Span, ...]) -> Change:
    old = next((old for old in case.headings_moved if case.matching.moved[old] == new), None)
    if old is None:
        return Change(OpinionKind.ADDED, str(slot), _place_at(case, new), "", text, (), after)
    line = case.lines[old]
    place = f"{line.place}{ARROW}{_place_at(case, new)}"
    path, was = f"{line.node}.heading{ARROW}{slot}", bare(line.text)
    return Change(OpinionKind.MOVED, path, place, was, text, spans_of(case, [old]), after)


def _paragraph_come(case: Case, index: int) -> Change:
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


def _is_below_signature(case: Case, before: int | None) -> bool:
    """Is a place below the day, where a contact can stand and none does?"""
    if (
        before is None
        or case.lines[before].node not in ("issuer", "issue_date")
        or _CONTACT in case.draft.outline.parts
    ):
        return False
    return before + 1 == len(case.lines) or case.lines[before + 1].node != case.lines[before].node
