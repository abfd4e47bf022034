"""Set each block of a document as rows of the page grid.

In: a block; tables, forms and the 版记 are set elsewhere and give no rows. Out: its rows, blank ones included, from
top to bottom; which page they fall on is not known yet.
"""

from collections.abc import Sequence
from itertools import chain

from bulletin_gen.document import (
    AttachmentHead,
    AttachmentNote,
    Block,
    Colophon,
    Form,
    Head,
    Heading,
    Note,
    Paragraph,
    Recipients,
    Signature,
    Table,
    Title,
)
from bulletin_gen.element import HEADINGS, Element
from bulletin_gen.frozen import frozen
from bulletin_gen.layout.attachment import set_attachment_head, set_attachment_note
from bulletin_gen.layout.head import set_head
from bulletin_gen.layout.rows import Row, beside, kept
from bulletin_gen.layout.setter import Setter
from bulletin_gen.pages import Origin
from bulletin_gen.placing.signature import Hang, right_blank, signature_rows
from bulletin_gen.placing.title import break_title
from bulletin_gen.spans import Text, flat
from bulletin_gen.style import TextRole


@frozen
class PlacedBlock:
    """A block and what is known of it before it is set: the origin of all that it shows."""

    block: Block
    origin: Origin


def located(blocks: Sequence[Block]) -> list[PlacedBlock]:
    """Return the blocks of a document with their origins; paragraphs of an attachment are such."""
    in_attachment, made = False, []
    for index, block in enumerate(blocks):
        in_attachment = in_attachment or isinstance(block, AttachmentHead)
        made.append(PlacedBlock(block, Origin(_element(block, in_attachment), index, block.where)))
    return made


def _element(block: Block, in_attachment: bool) -> Element:
    """Return what most of a block's lines are."""
    if isinstance(block, Heading):
        return HEADINGS[block.level - 1]
    if isinstance(block, Paragraph) and not block.is_caption:
        return Element.ATTACHMENT if in_attachment else Element.BODY
    return Element.TABLE if isinstance(block, Paragraph) else _ELEMENTS[type(block)]


_ELEMENTS = {
    Head: Element.ORGAN_MARK,
    Title: Element.TITLE,
    Recipients: Element.RECIPIENTS,
    Signature: Element.SIGNATURE,
    Note: Element.NOTE,
    AttachmentNote: Element.ATTACHMENT_NOTE,
    AttachmentHead: Element.ATTACHMENT_LABEL,
    Table: Element.TABLE,
    Form: Element.FORM,
    Colophon: Element.PRINTING,
}


def set_block(placed: PlacedBlock, setter: Setter) -> list[Row]:
    """Return the rows of one block; what must stay on one page with the next block is not marked yet."""
    rows = _set(placed.block, placed.origin, setter)
    return [row if row.origin else row._replace(origin=placed.origin) for row in rows]


def _set(block: Block, origin: Origin, setter: Setter) -> list[Row]:
    match block:
        case Head():
            return set_head(block, origin, setter)
        case Title(lines):
            return _title(lines, setter)
        case Paragraph(text, is_caption=True):
            return setter.centred(TextRole.BODY, [text])
        case Recipients() | Paragraph() | Note():
            return setter.running(block, origin)
        case Heading():
            return _heading(block, origin, setter)
        case Signature():
            return _signature(block, origin, setter)
        case AttachmentNote(entries):
            return set_attachment_note(entries, setter)
        case AttachmentHead():
            return set_attachment_head(block, origin, setter)
        case Table() | Form() | Colophon():
            return []


def _title(lines: tuple[Text, ...], setter: Setter) -> list[Row]:
    paragraph = setter.style.paragraph
    broken = list(chain.from_iterable(break_title(line, paragraph.title_cells, setter.style.engine) for line in lines))
    return setter.centred(TextRole.TITLE, broken) + [Row()] * paragraph.rows_below_title


def _heading(heading: Heading, origin: Origin, setter: Setter) -> list[Row]:
    first, *others = setter.running(heading, origin)
    return [first._replace(heading=(flat(heading.label + heading.text), heading.depth)), *others]


def _signature(signature: Signature, origin: Origin, setter: Setter) -> list[Row]:
    """Return the rows of 署名 and 成文日期, which no page end may part."""
    rows: list[Row] = []
    for placed in signature_rows(signature, setter.style):
        role = TextRole.ISSUE_DATE if placed.is_date else TextRole.SIGNATURE
        element = Element.ISSUE_DATE if placed.is_date else Element.SIGNATURE
        if not placed.lines:
            made = [Row()]
        elif placed.hang is Hang.RIGHT:
            blanks = [(line.text, right_blank(line, setter.style)) for line in placed.lines]
            made = [row for text, blank in blanks for row in setter.hung(role, text, blank)]
        else:
            made = [beside([setter.middled(role, line.text, line.indent_pt) for line in placed.lines])]
        rows += [row._replace(origin=origin.of(element)) for row in made]
    return [*kept(rows[:-1]), *rows[-1:]]
