"""Paragraphs that were deleted in one place and inserted in another -> `w:moveFrom` and `w:moveTo`.

While a text is made, a move is a deletion and an insertion that bear its name. Once all is in its place and numbered,
those become the two ends of a move, and marks say where each begins and ends.
"""

from collections.abc import Sequence
from itertools import count

from bulletin_gen.ooxml.names import inside, whole_number
from bulletin_gen.writers.docx.tracked import DELETED_TEXT, DELETION, INSERTION, PARAGRAPH, TEXT
from bulletin_gen.writers.docx.xml import Element, as_element, qualified, w

_MOVE, _ID = qualified("move"), qualified("id")
_ENDS = {DELETION: "moveFrom", INSERTION: "moveTo"}


def mark_moves(body: Element) -> None:
    """Make moves of the changes that bear the name of one. One kind alone stays what it is, and so do changes whose
    time is not known: a move must say it."""
    changes = [change for change in body.iter(INSERTION, DELETION) if change.get(_MOVE) is not None]
    if not changes:
        return
    numbers = count(1 + max(whole_number(element.get(_ID)) or 0 for element in body.iter() if element.get(_ID)))
    by_name: dict[str, list[Element]] = {}
    for change in changes:
        by_name.setdefault(str(change.attrib.pop(_MOVE)), []).append(change)
    for name, both in by_name.items():
        ends = [[change for change in both if change.tag == kind] for kind in _ENDS]
        if all(ends) and both[0].get(qualified("date")) is not None:
            for end in ends:
                _mark(end, name, str(next(numbers)))


def _mark(changes: Sequence[Element], name: str, number: str) -> None:
    """Make one end of a move of the changes, which stand in paragraphs that follow one another."""
    kind = _ENDS[changes[0].tag]
    author = {key: value for key, value in changes[0].attrib.items() if key != _ID}
    paragraphs = [next(change.iterancestors(PARAGRAPH)) for change in changes]
    start = as_element(w(f"{kind}RangeStart", id=number, name=name))
    start.attrib.update(author)
    paragraphs[0].insert(0 if inside(paragraphs[0], "pPr") is None else 1, start)
    paragraphs[-1].append(as_element(w(f"{kind}RangeEnd", id=number)))
    for change in changes:
        for text in list(change.iter(DELETED_TEXT)):
            text.tag = TEXT
        change.tag = qualified(kind)
