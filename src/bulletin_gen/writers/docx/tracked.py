"""Tracked changes: what reviewers put in and took out -> `w:ins` and `w:del`.

Word tracks paragraph ends and table rows as it does text. A paragraph, a row or a block that is changed as a whole is
marked so, and whoever accepts or rejects all finds no empty line where it stood.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby

from bulletin_gen.ooxml.names import inside
from bulletin_gen.spans import Deleted, Inserted
from bulletin_gen.writers.docx.xml import Element, qualified, w

INSERTION, DELETION = qualified("ins"), qualified("del")
RUN, PARAGRAPH, TABLE = qualified("r"), qualified("p"), qualified("tbl")
TEXT_BOX = qualified("txbxContent")
TEXT, DELETED_TEXT = qualified("t"), qualified("delText")
COMMENT_REFERENCE = qualified("commentReference")


def inserted(runs: Iterable[Element], change: Inserted) -> list[Element]:
    return [w("ins", *runs, **_signed(change))]


def deleted(runs: Iterable[Element], change: Deleted) -> Iterator[Element]:
    """Yield the runs as deleted; what was inserted before stands in its insertion, as Word has it."""
    for is_insertion, group in groupby(runs, key=lambda run: run.tag == INSERTION):
        if not is_insertion:
            yield _deletion(group, change)
            continue
        for insertion in group:
            insertion[:] = [_deletion(insertion, change)]
            yield insertion


def _deletion(runs: Iterable[Element], change: Deleted) -> Element:
    made = w("del", *runs, **_signed(change))
    for text in list(made.iter(TEXT)):
        text.tag = DELETED_TEXT
    return made


def _signed(change: Inserted | Deleted) -> dict[str, str]:
    named = {"move": change.move} if change.move else {}  # until `moves` has marked where it begins and ends
    return signed(change.author, change.when) | named


def signed(author: str, when: datetime | None) -> dict[str, str]:
    """Return the attributes that say who and, where that is known, when in UTC."""
    if when is None:
        return {"author": author}
    at = when.astimezone(UTC) if when.tzinfo else when
    return {"author": author, "date": f"{at:%Y-%m-%dT%H:%M:%S}Z"}


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


def changes_between(before: Sequence[Element], after: Sequence[Element]) -> list[Element]:
    """Return the changes of what parts two pieces: it goes, or comes, with the later one, or with all before it."""
    by_kind = {change.tag: change for change in (*whole_changes(before), *whole_changes(after))}
    return [by_kind[kind] for kind in (DELETION, INSERTION) if kind in by_kind]


def changed(run: Element, changes: Iterable[Element]) -> Element:
    """Return a run within copies of changes, the later ones around the earlier."""
    for change in changes:
        run = _copy(change, run)
    return run


def parting(mark: str, before: Sequence[Element], after: Sequence[Element]) -> Element:
    """Return a run with the `br` or the `tab` that parts two stretches of runs."""
    return changed(w("r", w(mark)), changes_between(before, after))


def mark_block(elements: Sequence[Element]) -> None:
    """Mark what is changed as a whole: all paragraphs and tables of a block, blank rows with them, or single ones."""
    if all(next(element.iter(INSERTION, DELETION), None) is None for element in elements):
        return
    whole = whole_changes(elements)
    for index, element in enumerate(elements):
        if element.tag == TABLE:
            for row in element.iterfind(qualified("tr")):
                _mark_row(row, whole or whole_changes([row]))
        else:
            mark_paragraph(element, whole or _changes_within(elements, index))


def _changes_within(block: Sequence[Element], index: int) -> list[Element]:
    """Return the changes of a paragraph; a blank one goes with what it parts, if it parts anything."""
    if _has_runs([block[index]]):
        return whole_changes([block[index]])
    following = next((element for element in block[index:] if _has_runs([element])), None)
    if following is None or not _has_runs(block[:index]):
        return []
    return changes_between(block[:index], [following])


def mark_paragraph(paragraph: Element, changes: Sequence[Element]) -> None:
    """Let the end of a paragraph have changes."""
    if not changes:
        return
    properties = paragraph[0]
    marks = properties.find(qualified("rPr"))
    if marks is None:
        marks = w("rPr")
        properties.append(marks)
    marks[:0] = [_copy(change) for change in reversed(changes)]


def has_changed_end(paragraph: Element) -> bool:
    marks = inside(paragraph, "pPr", "rPr")
    return marks is not None and any(mark.tag in (INSERTION, DELETION) for mark in marks)


def _mark_row(row: Element, changes: Sequence[Element]) -> None:
    if changes:
        row[0].extend(_copy(change) for change in reversed(changes))
        for paragraph in row.iter(PARAGRAPH):
            mark_paragraph(paragraph, changes)
        return
    for cell in row.iterfind(qualified("tc")):
        _mark_cell(cell.findall(PARAGRAPH))


def _mark_cell(lines: Sequence[Element]) -> None:
    """Mark the lines of a cell; the last one's end is the cell's, and stays."""
    for index, line in enumerate(lines[:-1], start=1):
        mark_paragraph(line, changes_between(lines[:index], lines[index : index + 1]))


def _copy(change: Element, *children: Element) -> Element:
    """Return a change by the same author at the same time."""
    made = w(change.tag.removeprefix(qualified("")), *children)
    made.attrib.update(change.attrib)
    return made
