"""Two documents in; one in which what changed between them is inserted and deleted, and the list of it, out.

`accept` gives the blocks of the new document and `reject` those of the old. Both are plain; a document with changes
of its own is settled first by who calls.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from bulletin_gen.document import (
    AttachmentHead,
    Block,
    Document,
    Heading,
    Paragraph,
    TableRow,
    block_lines,
    is_text,
    texts_in,
    with_texts,
)
from bulletin_gen.frozen import frozen
from bulletin_gen.review.align import Pair, aligned, likeness
from bulletin_gen.review.words import changed_sentences, edits
from bulletin_gen.spans import Deleted, Inserted, Text, cut, flat, joined

_LEAST_ALIKE = 0.4  # of two paragraphs that are versions of one another
_LEAST_ALIKE_MOVED = 0.7  # of two that do not stand in the same place
_SHORTEST_MOVED = 6  # characters of a paragraph that can be known again elsewhere


class Kind(StrEnum):
    """What became of a paragraph, or of a sentence of it."""

    ADDED = "增"
    DELETED = "删"
    CHANGED = "改"
    MOVED = "移"


@frozen
class Change:
    """`place` is like 二（一）3 一是, of the old version for what was deleted and else of the new; `old` and `new` are
    the paragraphs without their labels, empty for what was not there."""

    kind: Kind
    place: str
    old: str
    new: str


@frozen
class Redline:
    """`renumbered` are the labels that changed only because others came or went: the old and the new one of each."""

    document: Document
    changes: tuple[Change, ...]
    renumbered: tuple[tuple[str, str], ...] = ()


@frozen
class Signed:
    """By whom, and when, the changes of a redline are said to be; the clock is not asked."""

    author: str
    when: datetime | None = None
    move: str = ""

    def gone(self, text: Text) -> Text:
        return (Deleted(text, self.author, self.when, self.move),) if text else ()

    def come(self, text: Text) -> Text:
        return (Inserted(text, self.author, self.when, self.move),) if text else ()


class _Known(NamedTuple):
    """A block, its words without labels, what of it no text says, and where it stands."""

    block: Block
    words: str
    shape: object
    place: str


def redline(old: Document, new: Document, signed: Signed) -> Redline:
    """Return the redline of two plain documents, whatever else in it that of the new one."""
    ours, theirs = _known(old), _known(new)
    pairs = aligned(ours, theirs, lambda one: (one.shape, one.words), _alike)
    moved = _moved(ours, theirs, pairs)
    names = _names(moved)
    blocks: list[Block] = []
    changes: list[Change] = []
    renumbered: list[tuple[str, str]] = []
    for pair in pairs:
        one = ours[pair.old] if pair.old is not None else None
        other = theirs[pair.new] if pair.new is not None else None
        blocks.append(_merged(one, other, replace(signed, move=names.get(pair, ""))))
        if one is not None and other is not None:
            renumbered += _renumbered(one.block, other.block)
        changes += _changes(pair, ours, theirs, moved)
    return Redline(replace(new, blocks=tuple(blocks)), tuple(changes), tuple(dict.fromkeys(renumbered)))


def places_in(document: Document) -> list[str]:
    """Return where each block stands, as its reader knows it: 二（一）3 一是."""
    return [known.place for known in _known(document)]


def _known(document: Document) -> list[_Known]:
    found: list[_Known] = []
    above: list[tuple[int, str]] = []  # the headings that hold what comes
    count = 0  # of the paragraphs since the last heading
    for block in document.blocks:
        if isinstance(block, Heading):
            above = [*(one for one in above if one[0] < block.depth), (block.depth, bare(flat(block.label)))]
            count = 0
        elif isinstance(block, AttachmentHead):
            above, count = [(-1, flat(block.label))], 0
        elif isinstance(block, Paragraph):
            count += 1
        chain = "".join(label for _, label in above)
        found.append(_Known(block, _words(block), _bones(block), _place(block, chain, count)))
    return found


def _place(block: Block, chain: str, count: int) -> str:
    match block:
        case Heading():
            return chain
        case Paragraph(_, label):
            own = bare(flat(label)) if label else f"第{count}段"
            return f"{chain} {own}".strip()
        case _:
            return _NAMES.get(type(block).__name__, chain)


_NAMES = {
    "Title": "标题",
    "Recipients": "主送机关",
    "Signature": "署名和成文日期",
    "Head": "版头",
    "AttachmentNote": "附件说明",
    "Note": "附注",
    "Colophon": "版记",
    "Form": "发文稿纸",
}


def bare(label: str) -> str:
    """Return a label without the mark that ends it: 一、 is 一, （1） stays."""
    return label.strip().rstrip("、.．，")


def _words(block: Block) -> str:
    """Return what a block says without its label."""
    match block:
        case Heading(_, _, _, text, body):
            return flat(joined(text, body))
        case Paragraph(text, _):
            return flat(text)
        case _:
            return "\n".join(map(flat, block_lines(block)))


def _bones(value: Any) -> object:
    """Return what of a block, or of a part of one, no text says: blocks that differ in it are no versions of one."""
    if isinstance(value, TableRow):
        return len(value.cells)
    if isinstance(value, tuple):
        return value if value and not isinstance(value[0], tuple) and not is_dataclass(value[0]) else ()
    if is_dataclass(value):
        return (type(value).__name__, *(_bones(getattr(value, item.name)) for item in fields(value) if item.compare))
    return value


def _alike(one: _Known, other: _Known) -> float:
    """Return how alike two blocks are, more for longer ones; 0 where they are no versions of one another."""
    if one.shape != other.shape:
        return 0.0
    found = likeness(one.words, other.words)
    only = not isinstance(one.block, Heading | Paragraph)  # of the others there is one, whatever it says
    return found + 0.01 if found >= _LEAST_ALIKE or only else 0.0


def _merged(one: _Known | None, other: _Known | None, signed: Signed) -> Block:
    if one is None or other is None:
        known = one or other
        assert known is not None
        mark = signed.gone if one else signed.come
        return with_texts(known.block, map(mark, texts_in(known.block)))
    return _versions(one.block, other.block, signed)  # type: ignore[no-any-return]  # the same kind of block


def _versions(old: Any, new: Any, signed: Signed) -> Any:
    """Return two versions of a block, or of a part of one, as one."""
    if is_text(old) and is_text(new):
        return _text(old, new, signed)
    if isinstance(new, TableRow):
        return TableRow(tuple(_text(one, other, signed) for one, other in zip(old.cells, new.cells, strict=True)))
    if isinstance(new, tuple):
        return tuple(_lines(old, new, signed))
    if is_dataclass(new) and not isinstance(new, type):
        both = {item.name: (getattr(old, item.name), getattr(new, item.name)) for item in fields(new) if item.compare}
        return replace(new, **{name: _versions(one, other, signed) for name, (one, other) in both.items()})
    return new


def _text(old: Text, new: Text, signed: Signed) -> Text:
    parts: list[Text] = []
    for edit in edits(flat(old), flat(new)):
        ours, theirs = cut(old, edit.old.start, edit.old.stop), cut(new, edit.new.start, edit.new.stop)
        parts += [theirs] if edit.is_same else [signed.gone(ours), signed.come(theirs)]
    return joined(*parts)


def _lines(old: Sequence[Any], new: Sequence[Any], signed: Signed) -> Iterator[Any]:
    """Yield the lines, rows or cells of both versions, those that are versions of one another as one."""
    for pair in aligned(old, new, lambda value: (_bones(value), _said(value)), _nearness):
        if pair.old is not None and pair.new is not None:
            yield _versions(old[pair.old], new[pair.new], signed)
        elif pair.old is not None:
            yield _marked(old[pair.old], signed.gone)
        elif pair.new is not None:
            yield _marked(new[pair.new], signed.come)


def _nearness(one: Any, other: Any) -> float:
    """Return how alike two lines, rows or cells are; 0 for rows of as many cells as the other has not."""
    return likeness(_said(one), _said(other)) + 0.01 if _bones(one) == _bones(other) else 0.0


def _said(value: Any) -> str:
    if is_text(value):
        return flat(value)
    if isinstance(value, tuple):
        return "\t".join(map(_said, value))
    return "\t".join(_said(getattr(value, item.name)) for item in fields(value)) if is_dataclass(value) else ""


def _marked(value: Any, mark: Callable[[Text], Text]) -> Any:
    """Return a line, a row or a part of one with all its texts marked."""
    if is_text(value):
        return mark(value)
    if isinstance(value, tuple):
        return tuple(_marked(item, mark) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{item.name: _marked(getattr(value, item.name), mark) for item in fields(value)})
    return value


def _renumbered(old: Block, new: Block) -> Iterator[tuple[str, str]]:
    if isinstance(old, Heading | Paragraph) and isinstance(new, Heading | Paragraph) and old.label != new.label:
        yield flat(old.label), flat(new.label)


def _moved(ours: Sequence[_Known], theirs: Sequence[_Known], pairs: Sequence[Pair]) -> dict[int, int]:
    """Return which old block stands elsewhere now: the index of the old one to that of the new one."""
    gone = [pair.old for pair in pairs if pair.old is not None and pair.new is None]
    come = [pair.new for pair in pairs if pair.new is not None and pair.old is None]
    likely = sorted(
        (
            (-likeness(ours[one].words, theirs[other].words), one, other)
            for one in gone
            if len(ours[one].words) >= _SHORTEST_MOVED
            for other in come
            if ours[one].shape == theirs[other].shape
        ),
    )
    moved: dict[int, int] = {}
    for less, one, other in likely:
        if -less >= _LEAST_ALIKE_MOVED and one not in moved and other not in moved.values():
            moved[one] = other
    return moved


def _names(moved: Mapping[int, int]) -> dict[Pair, str]:
    """Return the name of each move, by the pair that goes and by the pair that comes."""
    return {
        pair: f"move{number}"
        for number, (old, new) in enumerate(sorted(moved.items()), start=1)
        for pair in (Pair(old, None), Pair(None, new))
    }


def _changes(
    pair: Pair, ours: Sequence[_Known], theirs: Sequence[_Known], moved: Mapping[int, int]
) -> Iterator[Change]:
    """Yield what changed in a pair; what moved is told where it stands now."""
    if pair.old is not None and pair.new is not None:
        yield from _sentences(ours[pair.old], theirs[pair.new])
    elif pair.old is not None and pair.old not in moved:
        yield Change(Kind.DELETED, ours[pair.old].place, ours[pair.old].words, "")
    elif pair.new is not None:
        here = theirs[pair.new]
        before = next((ours[one] for one, other in moved.items() if other == pair.new), None)
        if before is None:
            yield Change(Kind.ADDED, here.place, "", here.words)
        else:
            yield Change(Kind.MOVED, f"{before.place} → {here.place}", before.words, here.words)
            yield from _sentences(before, here)


def _sentences(old: _Known, new: _Known) -> Iterator[Change]:
    """Yield what changed in two versions of a block, each line of which has its end."""
    found = changed_sentences(f"{old.words}\n", f"{new.words}\n")
    for one, other in ((was.rstrip("\n"), now.rstrip("\n")) for was, now in found):
        yield Change(Kind.CHANGED if one and other else Kind.DELETED if one else Kind.ADDED, new.place, one, other)
