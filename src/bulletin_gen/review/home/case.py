"""A draft beside a returned file: what is where now, what went, what moved, and where what is new belongs."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from bulletin_gen.frozen import frozen
from bulletin_gen.readers.source import fold
from bulletin_gen.review.home.change import Change, Span
from bulletin_gen.review.home.draft import Draft
from bulletin_gen.review.home.joins import joined_lines
from bulletin_gen.review.home.lines import BaseLine
from bulletin_gen.review.home.matching import Matching, match
from bulletin_gen.review.home.splits import split_lines
from bulletin_gen.review.home.tree import Slot, name_of, place_for_paragraph, place_for_part, row_of, slot_of
from bulletin_gen.text.labels import leading_label

_OPENING = ("inspection", "opening")
_BODY = ("organisation", "results", "next_steps", "other_parts")


@frozen
class Case:
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


def case_of(draft: Draft, edited: Sequence[str]) -> Case:
    """Return a draft beside the lines of a returned file."""
    matching = match(draft.lines, edited)
    case = _of_matching(draft, edited, Matching(_with_a_body(draft, edited, matching.there), matching.moved))
    below = dict(_below_new_headings(case))
    taken = {old for of in below.values() for old in of}
    there = {old: new for old, new in case.matching.there.items() if old not in taken}
    moved = {new: old for old, new in case.matching.moved.items() if case.lines[old].is_heading}
    case = _of_matching(draft, edited, Matching(there, case.matching.moved)) if taken else case
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


def _below_new_headings(case: Case) -> Iterator[tuple[int, set[int]]]:
    """Yield each new heading of a part, as a line of the file, and what lines of another part, in the middle of which
    it was put, stand below it: they belong to it now."""
    here = {*case.kept.values(), *(span.line for change in case.splits.values() for span in change.after)}
    for index in range(len(case.edited)):
        slot = heading_slot(case, index) if index not in here else None
        if slot:
            yield index, _below(case, slot, index)


def _of_matching(draft: Draft, edited: Sequence[str], matching: Matching) -> Case:
    parts = draft.outline.parts
    together = _outermost(parts, lambda of: _goes_together(of, matching.moved))
    moved = {path: of for path, of in together.items() if new_part_slot(draft, matching, path, of)}
    taken = set(chain.from_iterable(together.values()))
    rows = {
        old: row
        for old in matching.moved
        if old not in taken and (row := row_of(draft.lines[old])) and new_slot(draft, matching, edited, old)
    }
    here = {*matching.there, *chain.from_iterable(moved.values()), *rows}
    splits = split_lines(draft.lines, edited, matching.there)
    joins, joined = joined_lines(draft.lines, edited, matching.there)
    gone = _outermost(parts, lambda of: here.isdisjoint(of))
    return Case(draft, edited, matching, gone, moved, rows, splits, joins, joined, {})


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


def new_part_slot(draft: Draft, matching: Matching, path: str, of: Sequence[int]) -> Slot | None:
    """Return where a part that moved belongs now; None where no list of its kind is, so that it went, and text came."""
    slot = slot_of(path)
    return _part_place(draft, matching, matching.moved[of[0]], "", name_of(path)) if slot else None


def new_slot(draft: Draft, matching: Matching, edited: Sequence[str], old: int) -> Slot | None:
    """Return where a paragraph that moved belongs now; None where that is no list or field of its kind."""
    before = matching.before(matching.moved[old])
    slot = place_for_paragraph(draft.lines[before], edited[matching.moved[old]]) if before is not None else None
    row = row_of(draft.lines[old])
    is_measure = bool(row) and ".measures[" in str(row)
    return slot if slot and slot.path.endswith(".measures") == is_measure else None


def heading_slot(case: Case, index: int) -> Slot | None:
    """Return where a new line belongs as the heading of a part; None where it is none, or parts others from theirs."""
    text = case.edited[index]
    slot = _part_place(case.draft, case.matching, index, text) if leading_label(text) else None
    return None if slot and any(case.lines[old].is_heading for old in _below(case, slot, index)) else slot


def _below(case: Case, slot: Slot, index: int) -> set[int]:
    """Return the lines of the part before a place that stand below a new line."""
    of = case.draft.outline.parts[f"{slot.path}[{slot.at - 1}]"] if slot.at else ()
    return {old for old in of if case.matching.there.get(old, -1) > index}


def _part_place(draft: Draft, matching: Matching, new: int, heading: str, kind: str = "") -> Slot | None:
    before, behind = matching.before(new), matching.behind(new)
    above = draft.lines[before] if before is not None else None
    below = (behind, draft.lines[behind]) if behind is not None else None
    return place_for_part(draft.outline, above, below, heading, kind)


def spans_of(case: Case, of: Sequence[int]) -> tuple[Span, ...]:
    """Return where lines stand, without their labels."""
    return tuple(Span(index, 0, len(case.lines[index].text) - case.lines[index].label) for index in of)
