"""What will be said: a frozen tree in which every number, date and phrase is already decided.

No layout in it. Writers and the layout engine read it; `compose` makes it. Each block knows the place in the
spec that it comes from; places do not count when two documents are compared.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from bulletin_gen.properties import Properties
from bulletin_gen.where import Where


@dataclass(frozen=True)
class Placed:
    """A block's place in the spec, which does not count when blocks are compared."""

    where: Where = field(default=Where(), compare=False, repr=False, kw_only=True)


@dataclass(frozen=True)
class Title(Placed):
    """标题. One line: the layout breaks it by sense. Several: the author's own breaks."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Recipients(Placed):
    """主送机关, with its closing colon."""

    text: str


@dataclass(frozen=True)
class Heading(Placed):
    """A numbered heading.

    `level` is the layer of the standard that the label's form belongs to (一、=1 （一）=2 1.=3 （1）=4 ①=5) and
    decides the face; `depth` (from 0) is how deep it stands in the outline. `body` is text run in after the
    heading in the same paragraph, empty when the heading stands on its own line. `text` holds its own end mark,
    if it has one.
    """

    level: int
    depth: int
    label: str
    text: str
    body: str = ""


@dataclass(frozen=True)
class Paragraph(Placed):
    """A body paragraph; `label` is what was generated before it (一是, （1）…), empty for plain text."""

    text: str
    label: str = ""


@dataclass(frozen=True)
class Signature(Placed):
    """署名 and 成文日期. Either may be empty, not both.

    `joint` means that each line is an organ of its own, not a part of one name; `sealed` asks for the room that
    seals need.
    """

    lines: tuple[str, ...]
    date: str
    joint: bool = False
    sealed: bool = False


@dataclass(frozen=True)
class Head(Placed):
    """版头. Texts are empty where there is none; `secrecy` holds the period (机密★1年), `number` is 发文字号.

    The mark reads `organs` and `suffix`; `preprinted` keeps its room, and the rule's, without drawing them.
    """

    copy_number: str
    secrecy: str
    urgency: str
    organs: tuple[str, ...]
    suffix: str
    number: str
    signers: tuple[str, ...] = ()
    preprinted: bool = False


@dataclass(frozen=True)
class AttachmentNote(Placed):
    """附件说明: the titles of the attachments, as they stand below the text."""

    titles: tuple[str, ...]


@dataclass(frozen=True)
class Note(Placed):
    """附注, with its brackets."""

    text: str


@dataclass(frozen=True)
class AttachmentHead(Placed):
    """Begins an attachment on a new page: 附件1 and its title."""

    label: str
    title: str


@dataclass(frozen=True)
class Table(Placed):
    """A table under its own head row. `shares` are the parts of the width that the columns take.

    `landscape` sets it on turned pages of its own; None leaves that to the number of its columns. A cell may hold
    several lines.
    """

    head: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    landscape: bool | None = None


@dataclass(frozen=True)
class Colophon(Placed):
    """版记 at the foot of the last page: 主送 moved there, 抄送, 印发机关 and the date; empty where there is none."""

    recipients: str
    copies_to: str
    printing_office: str
    printing_date: str
    on_even_page: bool = False


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
)


@dataclass(frozen=True)
class Draft:
    """How a draft marks its pages: 送审稿 第2稿 2025年1月3日; `watermark` also across the page, lightly."""

    text: str
    watermark: bool = False


@dataclass(frozen=True)
class Document:
    """`draft` is None for a text that is not marked as one; placeholders (【待补…】) are marked all the same."""

    properties: Properties
    blocks: tuple[Block, ...]
    draft: Draft | None = None


def block_lines(block: Block) -> Iterator[str]:
    """Yield the paragraphs of one block as plain text."""
    match block:
        case Title(lines):
            yield from lines
        case Recipients(text):
            yield text
        case Heading(_, _, label, text, body):
            yield f"{label}{text}{body}"
        case Paragraph(text, label):
            yield f"{label}{text}"
        case Signature(lines, issue_date):
            yield from filter(None, (*lines, issue_date))
        case Note(text):
            yield text
        case Head():
            yield from head_lines(block)
        case AttachmentNote(titles):
            yield from attachment_note_lines(titles)
        case AttachmentHead(label, title):
            yield from (label, title)
        case Table(head, _, rows):
            yield from ("\t".join(cells) for cells in (head, *rows))
        case Colophon():
            yield from colophon_lines(block)


def head_lines(head: Head) -> Iterator[str]:
    """Yield the 版头 as text, from top to bottom; what is preprinted is not ours to say."""
    yield from filter(None, (head.copy_number, head.secrecy, head.urgency))
    if not head.preprinted:
        yield from head.organs[:-1]
        yield f"{head.organs[-1]}{head.suffix}"
    yield from filter(None, (f"{head.number}{signer_text(head.signers)}",))


def signer_text(signers: tuple[str, ...]) -> str:
    """Return 签发人：甲 乙, or nothing."""
    return f"签发人：{' '.join(signers)}" if signers else ""


def attachment_note_lines(titles: tuple[str, ...]) -> Iterator[str]:
    """Yield 附件：甲; several are numbered (GB/T 9704-2012 §7.3.4)."""
    if len(titles) == 1:
        yield f"附件：{titles[0]}"
        return
    for number, title in enumerate(titles, start=1):
        yield f"{'附件：' if number == 1 else ''}{number}.{title}"


def colophon_lines(colophon: Colophon) -> Iterator[str]:
    """Yield the rows of the 版记."""
    if colophon.recipients:
        yield f"主送：{colophon.recipients}"
    if colophon.copies_to:
        yield f"抄送：{colophon.copies_to}"
    if colophon.printing_office or colophon.printing_date:
        yield f"{colophon.printing_office}{colophon.printing_date}"


def plain_text(document: Document) -> str:
    """Return the document as plain text, a line for each paragraph, ending in a newline."""
    return "".join(f"{line}\n" for block in document.blocks for line in block_lines(block))
