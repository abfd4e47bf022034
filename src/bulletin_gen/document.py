"""What will be said: a frozen tree in which every number, date, label and phrase is already decided.

No layout in it. Writers and the layout engine read it; `compose` makes it. Every text is a tuple of spans (`spans`).
Each block knows the place in the spec that it comes from; places do not count when two documents are compared.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field, fields, is_dataclass, replace
from typing import Any, TypeAlias

from bulletin_gen.frozen import frozen
from bulletin_gen.properties import Properties
from bulletin_gen.spans import Plain, Span, Text, accepted, flat, joined, pending, rejected
from bulletin_gen.where import Where


@frozen
class Placed:
    """A block's place in the spec, which does not count when blocks are compared."""

    where: Where = field(default=Where(), compare=False, repr=False, kw_only=True)


@frozen
class Title(Placed):
    """标题. One line: the layout breaks it by sense. Several: the author's own breaks."""

    lines: tuple[Text, ...]


@frozen
class Recipients(Placed):
    """主送机关, with its closing colon."""

    text: Text


@frozen
class Heading(Placed):
    """A numbered heading.

    `level` is the layer of the standard that the label's form belongs to (一、=1 （一）=2 1.=3 （1）=4 ①=5) and
    decides the face; `depth` (from 0) is how deep it stands in the outline. `body` is text run in after the
    heading in the same paragraph, empty when the heading stands on its own line. `text` holds its own end mark,
    if it has one.
    """

    level: int
    depth: int
    label: Text
    text: Text
    body: Text = ()


@frozen
class Paragraph(Placed):
    """A body paragraph; `label` is what was generated before it (一是, （1）…), empty for plain text.

    `is_caption` tells that it names the table below it.
    """

    text: Text
    label: Text = ()
    is_caption: bool = False


@frozen
class Signature(Placed):
    """署名 and 成文日期. Either may be empty, not both.

    `joint` means that each line is an organ of its own, not a part of one name; `sealed` asks for the room that
    seals need.
    """

    lines: tuple[Text, ...]
    date: Text
    joint: bool = False
    sealed: bool = False


@frozen
class Head(Placed):
    """版头. Texts are empty where there is none; `secrecy` holds the period (机密★1年), `number` is 发文字号.

    The mark reads `organs` and `suffix`; `preprinted` keeps its room, and the rule's, without drawing them.
    `signer_label` (签发人：) stands before the signers, and is empty without any.
    """

    copy_number: Text
    secrecy: Text
    urgency: Text
    organs: tuple[Text, ...]
    suffix: Text
    number: Text
    signer_label: Text = ()
    signers: tuple[Text, ...] = ()
    preprinted: bool = False


@frozen
class NoteEntry:
    """The line of one attachment: `label` (附件：) on the first alone, `number` (1.) only where there are several."""

    label: Text
    number: Text
    title: Text


@frozen
class AttachmentNote(Placed):
    """附件说明: the attachments as they are named below the text."""

    entries: tuple[NoteEntry, ...]


@frozen
class Note(Placed):
    """附注, with its brackets."""

    text: Text


@frozen
class AttachmentHead(Placed):
    """Begins an attachment on a new page: 附件1 and its title."""

    label: Text
    title: Text


@frozen
class TableRow:
    """One row of a table: a text for each column, or a single one that goes across them all.

    A cell may hold several lines, parted by line feeds.
    """

    cells: tuple[Text, ...]


@frozen
class Table(Placed):
    """A table under its own head row. `shares` are the parts of the width that the columns take; without any, what
    stands in them decides.

    `landscape` sets it on turned pages of its own; None leaves that to the number of its columns. One `in_text` stands
    between paragraphs of the body.
    """

    head: TableRow
    shares: tuple[float, ...]
    rows: tuple[TableRow, ...]
    landscape: bool | None = None
    in_text: bool = False

    def goes_across(self, row: TableRow) -> bool:
        """Is a row a single cell over several columns?"""
        return len(row.cells) == 1 < len(self.head.cells)

    @property
    def columns(self) -> list[tuple[Text, ...]]:
        """What stands below the head of each column, leaving out the rows that go across."""
        rows = [row.cells for row in self.rows if not self.goes_across(row)]
        return list(zip(*rows, strict=True)) or [() for _ in self.head.cells]


@frozen
class ColophonRow:
    """A row of the 版记: what it is (抄送：; empty for the printing office), who, and what ends it at the right."""

    label: Text
    text: Text
    right: Text = ()


@frozen
class Colophon(Placed):
    """版记 at the foot of the last page: 主送 moved there, 抄送, 印发机关 and 印发日期; no rows where there is none."""

    rows: tuple[ColophonRow, ...]
    on_even_page: bool = False


@frozen
class FormCell:
    """A labelled cell of a form; an empty text leaves room to write. `share` is its part of the row's width."""

    label: Text
    text: Text = ()
    share: float = 1


@frozen
class FormRow:
    """`height` is at least so many lines of the page's grid; a row grows with its text."""

    height: float
    cells: tuple[FormCell, ...]


@frozen
class Form(Placed):
    """Ruled rows of labelled cells, to be filled in by hand and signed (发文稿纸)."""

    rows: tuple[FormRow, ...]


Block: TypeAlias = (
    Title
    | Recipients
    | Heading
    | Paragraph
    | Signature
    | Head
    | AttachmentNote
    | Note
    | AttachmentHead
    | Table
    | Colophon
    | Form
)


@frozen
class Draft:
    """How a draft marks its pages: 送审稿 第2稿 2025年1月3日; `watermark` is what also lies across them, or empty."""

    text: Text
    watermark: str = ""


@frozen
class Document:
    """`draft` is None for a text that is not marked as one; placeholders (【待补…】) are marked all the same."""

    properties: Properties
    blocks: tuple[Block, ...]
    draft: Draft | None = None
    has_page_numbers: bool = True


def block_lines(block: Block) -> Iterator[Text]:
    """Yield the paragraphs of one block."""
    match block:
        case Title(lines):
            yield from lines
        case Recipients(text) | Note(text):
            yield text
        case Heading(_, _, label, text, body):
            yield joined(label, text, body)
        case Paragraph(text, label):
            yield joined(label, text)
        case Signature(lines, issue_date):
            yield from filter(None, (*lines, issue_date))
        case AttachmentHead(label, title):
            yield from (label, title)
        case Head():
            yield from _head_lines(block)
        case AttachmentNote() | Table() | Colophon() | Form():
            yield from _row_lines(block)


def placeholders_in(block: Block) -> list[str]:
    """Return what is still to be filled in: 【待补：次数】."""
    return [placeholder for line in block_lines(block) for placeholder in pending(line)]


def _row_lines(block: AttachmentNote | Table | Colophon | Form) -> Iterator[Text]:
    """Yield a line for each row, of a form for each cell."""
    match block:
        case AttachmentNote(entries):
            yield from (joined(entry.label, entry.number, entry.title) for entry in entries)
        case Table(head, _, rows):
            yield from (_spaced(row.cells, "\t") for row in (head, *rows))
        case Colophon(rows):
            yield from (joined(row.label, row.text, row.right) for row in rows)
        case Form(rows):
            yield from (joined(cell.label, cell.text) for row in rows for cell in row.cells)


def _head_lines(head: Head) -> Iterator[Text]:
    """Yield the 版头 from top to bottom; what is preprinted is not ours to say."""
    yield from filter(None, (head.copy_number, head.secrecy, head.urgency))
    if not head.preprinted:
        yield from head.organs[:-1]
        yield joined(*head.organs[-1:], head.suffix)
    yield from filter(None, (joined(head.number, head.signer_label, _spaced(head.signers, " ")),))


def _spaced(texts: tuple[Text, ...], space: str) -> Text:
    first, *others = texts or ((),)
    return joined(first, *(joined([Plain(space)], text) for text in others))


def texts_in(block: Block) -> list[Text]:
    """Return the texts that a block is made of, empty ones too, in the order in which they are read."""
    return list(_texts_in(block))


def with_texts(block: Block, texts: Iterable[Text]) -> Block:
    """Return a block with others in place of the texts that `texts_in` gives of it, as many of them."""
    return _with_texts(block, iter(texts))  # type: ignore[no-any-return]  # the same kind of block


def _texts_in(value: Any) -> Iterator[Text]:
    if is_text(value):
        yield value
    else:
        for _, item in _parts(value):
            yield from _texts_in(item)


def _with_texts(value: Any, texts: Iterator[Text]) -> Any:
    if is_text(value):
        return next(texts)
    if isinstance(value, tuple):
        return tuple(_with_texts(item, texts) for item in value)
    changed = {name: _with_texts(item, texts) for name, item in _parts(value)}
    return replace(value, **changed) if changed else value


def _parts(value: Any) -> list[tuple[str, Any]]:
    """Return what a tuple, a block or a part of one holds, in the order in which it is read; else nothing."""
    if isinstance(value, tuple):
        return [("", item) for item in value]
    if isinstance(value, Paragraph):
        return [("label", value.label), ("text", value.text)]
    if is_dataclass(value):
        return [(item.name, getattr(value, item.name)) for item in fields(value)]
    return []


def plain_text(document: Document) -> str:
    """Return the document as plain text, a line for each paragraph, ending in a newline.

    All that stands on its pages is in it, deleted text too: ask for that of `accept(document)` or `reject(document)`.
    """
    return "".join(f"{flat(line)}\n" for block in document.blocks for line in block_lines(block))


def accept(document: Document) -> Document:
    """Return the document with all tracked changes made; what was wholly deleted is gone. Remarks stay."""
    return _settled_document(document, accepted)


def reject(document: Document) -> Document:
    """Return the document as it was before its tracked changes; what was wholly inserted is gone. Remarks stay."""
    return _settled_document(document, rejected)


_Settle: TypeAlias = Callable[[Text], Text]


def _settled_document(document: Document, settle: _Settle) -> Document:
    return replace(document, blocks=_settled(document.blocks, settle), draft=_settled(document.draft, settle))


def _settled(value: Any, settle: _Settle) -> Any:
    """Return a text, or whatever holds texts, settled. Blocks, lines and rows of which nothing is left are gone."""
    if is_text(value):
        return settle(value)
    if isinstance(value, TableRow):
        return TableRow(tuple(map(settle, value.cells)))  # an empty cell keeps its column
    if isinstance(value, tuple):
        pairs = [(item, _settled(item, settle)) for item in value]
        return tuple(after for before, after in pairs if _says(after) or not _says(before))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{item.name: _settled(getattr(value, item.name), settle) for item in fields(value)})
    return value


def is_text(value: object) -> bool:
    """Is a part of a block a text, rather than what holds texts? An empty tuple is both."""
    return isinstance(value, tuple) and all(isinstance(item, Span) for item in value)


def _says(value: object) -> bool:
    """Does a text, or whatever holds texts, say anything?"""
    if is_text(value):
        return bool(value)
    if isinstance(value, tuple):
        return any(map(_says, value))
    return is_dataclass(value) and any(_says(getattr(value, item.name)) for item in fields(value))
