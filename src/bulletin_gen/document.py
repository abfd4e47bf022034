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
    """署名 and 成文日期. Either may be empty, not both."""

    lines: tuple[str, ...]
    date: str


Block: TypeAlias = Title | Recipients | Heading | Paragraph | Signature


@dataclass(frozen=True)
class Document:
    properties: Properties
    blocks: tuple[Block, ...]


def block_lines(block: Block) -> Iterator[str]:
    """Yield the paragraphs of one block as plain text."""
    match block:
        case Title(lines):
            yield "".join(lines)
        case Recipients(text):
            yield text
        case Heading(_, _, label, text, body):
            yield f"{label}{text}{body}"
        case Paragraph(text, label):
            yield f"{label}{text}"
        case Signature(lines, issue_date):
            yield from lines
            if issue_date:
                yield issue_date


def plain_text(document: Document) -> str:
    """Return the document as plain text, a line for each paragraph, ending in a newline."""
    return "".join(f"{line}\n" for block in document.blocks for line in block_lines(block))
