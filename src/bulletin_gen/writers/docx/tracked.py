"""Tracked changes: what reviewers put in and took out -> `w:ins` and `w:del`.

Word tracks paragraph ends and table rows as it does text. A paragraph, a row or a block that is changed as a whole is
marked so, and whoever accepts or rejects all finds no empty line where it stood.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby

from bulletin_gen.ooxml.names import inside
from bulletin_gen.spans import Deleted, Inserted
from bulletin_gen.writers.docx.xml import Element, Markup, as_element, as_text, parsed, qualified, w

INSERTION, DELETION = qualified("ins"), qualified("del")
RUN, PARAGRAPH, TABLE = qualified("r"), qualified("p"), qualified("tbl")
TEXT_BOX = qualified("txbxContent")
TEXT, DELETED_TEXT = qualified("t"), qualified("delText")
COMMENT_REFERENCE = qualified("commentReference")
_INSERTED, _DELETED, _INSERTION_END = "<w:ins ", "<w:del ", "</w:ins>"


def has_changes(markup: Markup) -> bool:
    return _INSERTED in markup or _DELETED in markup


def inserted(runs: Iterable[Markup], change: Inserted) -> list[Markup]:
    return [w("ins", *runs, **_signed(change))]


def deleted(runs: Iterable[Markup], change: Deleted) -> Iterator[Markup]:
    """Yield the runs as deleted; what was inserted before stands in its insertion, as Word has it."""
    for is_insertion, group in groupby(runs, key=lambda run: run.startswith(_INSERTED)):
        if not is_insertion:
            yield _deletion(group, change)
            continue
        for insertion in group:
            start, end, within = insertion.partition(">")
            yield f"{start}{end}{_deletion([within.removesuffix(_INSERTION_END)], change)}{_INSERTION_END}"


def _deletion(runs: Iterable[Markup], change: Deleted) -> Markup:
    made = w("del", *runs, **_signed(change))
    return made.replace("<w:t>", "<w:delText>").replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")


def _signed(change: Inserted | Deleted) -> dict[str, str]:
    named = {"move": change.move} if change.move else {}  # until `moves` has marked where it begins and ends
    return signed(change.author, change.when) | named


def signed(author: str, when: datetime | None) -> dict[str, str]:
    """Return the attributes that say who and, where that is known, when in UTC."""
    if when is None:
        return {"author": author}
    at = when.astimezone(UTC) if when.tzinfo else when
    return {"author": author, "date": f"{at:%Y-%m-%dT%H:%M:%S}Z"}


def changes_of(made: Sequence[Markup]) -> list[Element]:
    """Return the changes that all text in this is in, as `whole_changes` does."""
    return whole_changes(parsed("".join(made))) if any(map(has_changes, made)) else []


def whole_changes(elements: Sequence[Element]) -> list[Element]:
    """Return the last deletion and the last insertion, of each kind that all text in these elements is in."""
    found = (_last_holder(elements, kind) for kind in (DELETION, INSERTION))
    return [holder for holder in found if holder is not None]


def _runs(elements: Iterable[Element]) -> Iterator[Element]:
    return (run for element in elements for run in element.iter(RUN) if run.find(COMMENT_REFERENCE) is None)


def _has_runs(elements: Iterable[Element]) -> bool:
    return next(_runs(elements), None) is not None


def _last_holder(elements: Sequence[Element], kind: str) -> Element | None:
    """Return the change of a kind that the last run is in; None where any run is in none."""
    holder = None
    for run in _runs(elements):
        holder = next(run.iterancestors(kind), None)
        if holder is None:
            return None
    return holder


def changes_parting(before: Sequence[Markup], after: Sequence[Markup]) -> list[Element]:
    """Return the changes of what parts two pieces, as `changes_between` does."""
    return _later(changes_of(before), changes_of(after))


def changes_between(before: Sequence[Element], after: Sequence[Element]) -> list[Element]:
    """Return the changes of what parts two pieces: it goes, or comes, with the later one, or with all before it."""
    return _later(whole_changes(before), whole_changes(after))


def _later(before: Iterable[Element], after: Iterable[Element]) -> list[Element]:
    by_kind = {change.tag: change for change in (*before, *after)}
    return [by_kind[kind] for kind in (DELETION, INSERTION) if kind in by_kind]


def changed(run: Markup, changes: Iterable[Element]) -> Markup:
    """Return a run within copies of changes, the later ones around the earlier."""
    for change in changes:
        run = _copy(change, run)
    return run


def parting(mark: str, before: Sequence[Markup], after: Sequence[Markup]) -> Markup:
    """Return a run with the `br` or the `tab` that parts two stretches of runs."""
    return changed(w("r", w(mark)), changes_parting(before, after))


def marked_block(made: Sequence[Markup]) -> list[Markup]:
    """Return the paragraphs and tables of a block with those marked that are changed as a whole: all of them, blank
    rows with them, or single ones."""
    if not any(map(has_changes, made)):
        return list(made)
    elements = parsed("".join(made))
    _mark_block(elements)
    return list(map(as_text, elements))


def _mark_block(elements: Sequence[Element]) -> None:
    whole = whole_changes(elements)
    for index, element in enumerate(elements):
        if element.tag == TABLE:
            for row in element.iterfind(qualified("tr")):
                _mark_row(row, whole or whole_changes([row]))
        else:
            _mark_paragraph(element, whole or _changes_within(elements, index))


def _changes_within(block: Sequence[Element], index: int) -> list[Element]:
    """Return the changes of a paragraph; a blank one goes with what it parts, if it parts anything."""
    if _has_runs([block[index]]):
        return whole_changes([block[index]])
    following = next((element for element in block[index:] if _has_runs([element])), None)
    if following is None or not _has_runs(block[:index]):
        return []
    return changes_between(block[:index], [following])


def marked_paragraph(paragraph: Markup, changes: Sequence[Element]) -> Markup:
    """Return a paragraph whose end has changes."""
    if not changes:
        return paragraph
    element = as_element(paragraph)
    _mark_paragraph(element, changes)
    return as_text(element)


def _mark_paragraph(paragraph: Element, changes: Sequence[Element]) -> None:
    if not changes:
        return
    properties = paragraph[0]
    marks = properties.find(qualified("rPr"))
    if marks is None:
        marks = as_element(w("rPr"))
        properties.append(marks)
    marks[:0] = _copies(changes)


def has_changed_end(paragraph: Markup) -> bool:
    marks = inside(as_element(paragraph), "pPr", "rPr") if has_changes(paragraph) else None
    return marks is not None and any(mark.tag in (INSERTION, DELETION) for mark in marks)


def _mark_row(row: Element, changes: Sequence[Element]) -> None:
    if changes:
        row[0].extend(_copies(changes))
        for paragraph in row.iter(PARAGRAPH):
            _mark_paragraph(paragraph, changes)
        return
    for cell in row.iterfind(qualified("tc")):
        _mark_cell(cell.findall(PARAGRAPH))


def _mark_cell(lines: Sequence[Element]) -> None:
    """Mark the lines of a cell; the last one's end is the cell's, and stays."""
    for index, line in enumerate(lines[:-1], start=1):
        _mark_paragraph(line, changes_between(lines[:index], lines[index : index + 1]))


def _copies(changes: Sequence[Element]) -> list[Element]:
    return parsed("".join(map(_copy, reversed(changes))))


def _copy(change: Element, *runs: Markup) -> Markup:
    """Return a change by the same author at the same time."""
    signed_by = {str(name).removeprefix(qualified("")): str(value) for name, value in change.items()}
    return w(change.tag.removeprefix(qualified("")), *runs, **signed_by)
