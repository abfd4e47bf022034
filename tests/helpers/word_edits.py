"""Edit a DOCX as somebody at Word or WPS does: bytes in, bytes out.

Each edit looks for the one paragraph that holds some words, and changes it plainly or, given a Hand, as a tracked
change: accepted, it says the same as the plain one, rejected, what it said before. Random ones, with what the file has
to say afterwards, are in random_edits.py, comments in word_comments.py.

    docx = replace_words(docx, "召开会议8次", "召开会议18次", Hand("县财政局"))
"""

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import count
from typing import Any

from lxml import etree

from bulletin_gen.ooxml.names import inside, qualified
from docx_parts import Element, changed_part

BODY = "word/document.xml"
_CHANGED = tuple(map(qualified, ("ins", "moveTo")))
_GONE = tuple(map(qualified, ("del", "moveFrom")))
_MARKS = (*_CHANGED, *_GONE)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SESSION = "00C41B7E"  # the `rsid` of whoever edits


@dataclass(frozen=True)
class Hand:
    """Whose tracked changes they are; Word dates them to the minute, and calls that universal time."""

    author: str = "县财政局"
    when: str = "2025-03-01T09:30:00Z"


def _edited(docx: bytes, edit: Callable[[Element], None]) -> bytes:
    """Return the file with its text edited, each new change under a number of its own."""

    def change(root: Element) -> None:
        edit(root)
        numbers = count(_next_id(root))
        for mark in root.iter(*_MARKS):
            if not mark.get(qualified("id")):
                mark.set(qualified("id"), str(next(numbers)))

    return changed_part(docx, BODY, change)


# ---- words within a paragraph ------------------------------------------------------------------------------------


def replace_words(docx: bytes, old: str, new: str, hand: Hand | None = None, within: str = "") -> bytes:
    """Put new words in the place of some, at their first place in the paragraph that holds `within`; a cell is changed
    in the same way."""

    def edit(root: Element) -> None:
        runs = runs_of(root, old, within)
        _insert(runs[-1], new, hand)
        _delete(runs, hand)

    return _edited(docx, edit)


def insert_words(docx: bytes, after: str, words: str, hand: Hand | None = None, within: str = "") -> bytes:
    return _edited(docx, lambda root: _insert(runs_of(root, after, within)[-1], words, hand))


def delete_words(docx: bytes, words: str, hand: Hand | None = None, within: str = "") -> bytes:
    return _edited(docx, lambda root: _delete(runs_of(root, words, within), hand))


# ---- paragraphs --------------------------------------------------------------------------------------------------


def delete_paragraph(docx: bytes, words: str, hand: Hand | None = None) -> bytes:
    """Delete the paragraph that holds the words, its end included."""

    def edit(root: Element) -> None:
        paragraph = paragraph_with(root, words)
        if hand is None:
            _remove(paragraph)
        else:
            _delete(_text_runs(paragraph), hand)
            _mark_end(paragraph, "del", hand)

    return _edited(docx, edit)


def add_paragraph(docx: bytes, after: str, text: str, hand: Hand | None = None) -> bytes:
    """Add a paragraph below the one that holds the words `after`, as after Enter at its end: that one gets the new end,
    the new one has the format and the end that were there."""

    def edit(root: Element) -> None:
        above = paragraph_with(root, after)
        below = _like(above)
        above.addnext(below)
        below.append(_signed("ins", hand, _run(text)) if hand else _run(text))
        if hand:
            _mark_end(above, "ins", hand)

    return _edited(docx, edit)


def split_paragraph(docx: bytes, before: str, hand: Hand | None = None, within: str = "") -> bytes:
    """Press Enter before some words."""

    def edit(root: Element) -> None:
        (first, *_) = runs_of(root, before, within)
        below = _paragraph_around(first)
        above = _like(below)
        below.addprevious(above)
        for child in list(below)[1:]:
            if child is outermost(first):
                break
            above.append(child)
        if hand:
            _mark_end(above, "ins", hand)

    return _edited(docx, edit)


def join_paragraph(docx: bytes, words: str, hand: Hand | None = None) -> bytes:
    """Delete the end of the paragraph that holds the words: it runs on to the next."""

    def edit(root: Element) -> None:
        paragraph = paragraph_with(root, words)
        if hand:
            _mark_end(paragraph, "del", hand)
            return
        following = paragraph.getnext()
        assert following is not None
        assert following.tag == qualified("p")
        for child in list(following)[1:]:
            paragraph.append(child)
        _remove(following)

    return _edited(docx, edit)


def move_paragraph(docx: bytes, words: str, after: str, hand: Hand | None = None) -> bytes:
    """Move the paragraph that holds the words below the one that holds `after`; tracked, Word tells of a move."""

    def edit(root: Element) -> None:
        moved, above = paragraph_with(root, words), paragraph_with(root, after)
        if hand is None:
            above.addnext(moved)
            return
        copy = deepcopy(moved)
        above.addnext(copy)
        _wrap(_text_runs(copy), "moveTo", hand)
        _mark_end(copy, "moveTo", hand)
        _wrap(_text_runs(moved), "moveFrom", hand)
        _mark_end(moved, "moveFrom", hand)
        for paragraph, name in ((copy, "moveTo"), (moved, "moveFrom")):
            start = _signed(f"{name}RangeStart", hand)
            start.set(qualified("name"), "move1")
            start.set(qualified("id"), number := str(_next_id(root)))
            paragraph.insert(1, start)
            paragraph.append(element(f"{name}RangeEnd", id=number))

    return _edited(docx, edit)


def delete_row(docx: bytes, words: str, hand: Hand | None = None) -> bytes:
    """Delete the table row that holds the words."""

    def edit(root: Element) -> None:
        row = next(paragraph_with(root, words).iterancestors(qualified("tr")))
        if hand is None:
            _remove(row)
            return
        for paragraph in list(row.iter(qualified("p"))):
            _delete(_text_runs(paragraph), hand)
            _mark_end(paragraph, "del", hand)
        properties = inside(row, "trPr")
        if properties is None:
            properties = element("trPr")
            row.insert(0 if inside(row, "tblPrEx") is None else 1, properties)
        properties.append(_signed("del", hand))

    return _edited(docx, edit)


# ---- the runs of a paragraph -------------------------------------------------------------------------------------


def text_of(paragraph: Element) -> str:
    return "".join(text_of_run(run) for run in _text_runs(paragraph))


def text_of_run(run: Element) -> str:
    return "".join(text.text or "" for text in run.findall(qualified("t")))


def _text_runs(paragraph: Element) -> list[Element]:
    """Return the runs of a paragraph, without those of boxes in it and those that are deleted."""
    holders = [paragraph, *(change for change in paragraph if change.tag in _CHANGED)]
    return [run for run in paragraph.iter(qualified("r")) if run.getparent() in holders]


def paragraph_with(root: Element, words: str) -> Element:
    found = [paragraph for paragraph in root.iter(qualified("p")) if words in text_of(paragraph)]
    assert len(found) == 1, f"“{words}” stands in {len(found)} paragraphs"
    return found[0]


def runs_of(root: Element, words: str, within: str = "") -> list[Element]:
    """Return the runs that are just these words, those that held more cut into several as Word does."""
    paragraph = paragraph_with(root, within or words)
    _one_run_each(paragraph)
    start = text_of(paragraph).index(words)
    end = start + len(words)
    at = 0
    for run in _text_runs(paragraph):
        cuts = [cut - at for cut in (start, end) if at < cut < at + len(text_of_run(run))]
        at += len(text_of_run(run))
        cut(run, cuts)
    at, found = 0, []
    for run in _text_runs(paragraph):
        if said := text_of_run(run):
            if start <= at < end:
                found.append(run)
            at += len(said)
    return found


def _one_run_each(paragraph: Element) -> None:
    """Give each text and sign a run of its own, and each inserted run a change of its own."""
    for run in _text_runs(paragraph):
        for child in [child for child in run if child.tag != qualified("rPr")][1:][::-1]:
            alone = _emptied(run)
            alone.append(child)
            run.addnext(alone)
    for change in list(paragraph.iterfind(_CHANGED[0])):
        for run in list(change)[1:][::-1]:
            alone = etree.Element(change.tag, dict(change.attrib))
            alone.append(run)
            change.addnext(alone)


def cut(run: Element, cuts: Sequence[int]) -> None:
    for cut in reversed(cuts):
        rest = deepcopy(run)
        text = text_of_run(run)
        _set(run, text[:cut])
        _set(rest, text[cut:])
        holder = run.getparent()
        if holder is not None and holder.tag in _CHANGED:
            change = etree.Element(holder.tag, dict(holder.attrib))
            change.append(rest)
            holder.addnext(change)
        else:
            run.addnext(rest)


def _set(run: Element, words: str) -> None:
    (text,) = run.findall(qualified("t"))
    text.text = words
    text.set(_SPACE, "preserve")


# ---- making changes ----------------------------------------------------------------------------------------------


def _insert(after: Element, words: str, hand: Hand | None) -> None:
    """Put words behind a run, in a run like it, between the marks that Word leaves where somebody types."""
    run = _emptied(after)
    run.append(_words(words))
    run.set(qualified("rsidR"), _SESSION)
    new = _signed("ins", hand, run) if hand else run
    place = outermost(after)
    place.addnext(element("proofErr", type="gramEnd"))
    place.addnext(new)
    place.addnext(element("proofErr", type="gramStart"))


def _delete(runs: Sequence[Element], hand: Hand | None) -> None:
    if hand is not None:
        _wrap(runs, "del", hand)
        return
    for run in runs:
        _remove(run)


def _wrap(runs: Sequence[Element], name: str, hand: Hand) -> None:
    """Put each run into a tracked change; text that goes is `w:delText`."""
    for run in runs:
        holder = run.getparent()
        assert holder is not None
        change = _signed(name, hand)
        holder.replace(run, change)
        change.append(run)
        for text in run.findall(qualified("t")) if name == "del" else ():
            text.tag = qualified("delText")


def _mark_end(paragraph: Element, name: str, hand: Hand) -> None:
    """Track the end of a paragraph as put in or taken out."""
    properties = inside(paragraph, "pPr")
    if properties is None:
        properties = element("pPr")
        paragraph.insert(0, properties)
    look = inside(properties, "rPr")
    if look is None:
        look = element("rPr")
        later = [child for child in properties if child.tag in (qualified("sectPr"), qualified("pPrChange"))]
        (later[0].addprevious if later else properties.append)(look)
    look.insert(len([child for child in look if child.tag in _MARKS]), _signed(name, hand))


def _like(paragraph: Element) -> Element:
    """Return an empty paragraph of the same format, whose end no change has made."""
    new = element("p", rsidR=_SESSION, rsidRDefault=_SESSION)
    properties = deepcopy(inside(paragraph, "pPr"))
    new.append(element("pPr") if properties is None else properties)
    for mark in list(new.iter(*_MARKS)):
        _remove(mark)
    return new


def _emptied(run: Element) -> Element:
    new = etree.Element(run.tag, dict(run.attrib))
    if (look := inside(run, "rPr")) is not None:
        new.append(deepcopy(look))
    return new


def _run(text: str) -> Element:
    run = element("r", element("rPr", element("rFonts", hint="eastAsia")), rsidR=_SESSION)
    run.append(_words(text))
    return run


def _words(words: str) -> Element:
    text = element("t")
    text.text = words
    text.set(_SPACE, "preserve")
    return text


def _signed(name: str, hand: Hand, *inner: Element) -> Element:
    """Return a change that has no number yet."""
    return element(name, *inner, id="", author=hand.author, date=hand.when)


def element(name: str, /, *inner: Element, **attributes: Any) -> Element:
    made = etree.Element(qualified(name))
    made.attrib.update({qualified(key): str(value) for key, value in attributes.items()})
    made.extend(inner)
    return made


def _next_id(root: Element) -> int:
    """Return a number that no change or mark in the file has."""
    numbers = (str(found.get(qualified("id"), "")) for found in root.iter())
    return 1 + max((int(number) for number in numbers if number.isdecimal()), default=0)


def outermost(run: Element) -> Element:
    """Return what holds a run in its paragraph, or the run itself."""
    while (holder := run.getparent()) is not None and holder.tag != qualified("p"):
        run = holder
    return run


def _paragraph_around(run: Element) -> Element:
    return next(run.iterancestors(qualified("p")))


def _remove(element: Element) -> None:
    holder = element.getparent()
    assert holder is not None
    holder.remove(element)
