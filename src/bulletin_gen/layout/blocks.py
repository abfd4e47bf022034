"""Set each block of a document as rows of the page grid.

In: a block; tables and the 版记 are set elsewhere and give no rows. Out: its rows, blank ones included, from top to
bottom; which page they fall on is not known yet.
"""

from dataclasses import replace
from itertools import chain

from bulletin_gen.document import (
    AttachmentHead,
    AttachmentNote,
    Block,
    Colophon,
    Head,
    Heading,
    Note,
    Paragraph,
    Recipients,
    Signature,
    Table,
    Title,
)
from bulletin_gen.layout.attachment import set_attachment_head, set_attachment_note
from bulletin_gen.layout.head import set_head
from bulletin_gen.layout.rows import Row
from bulletin_gen.layout.setter import Setter, beside
from bulletin_gen.line.strip import measure_strip
from bulletin_gen.placing.signature import signature_rows
from bulletin_gen.placing.title import break_title
from bulletin_gen.style import TextRole, heading_role


def set_block(block: Block, setter: Setter) -> list[Row]:
    """Return the rows of one block; what must stay on one page is not marked yet."""
    return [replace(row, where=block.where) for row in _set(block, setter)]


def _set(block: Block, setter: Setter) -> list[Row]:
    match block:
        case Head():
            return set_head(block, setter)
        case Title(lines):
            return _title(lines, setter)
        case Recipients(text):
            return setter.paragraph(setter.strip(TextRole.RECIPIENTS, text), first_indent=0.0)
        case Heading():
            return _heading(block, setter)
        case Paragraph(text, label):
            return setter.indented(setter.strip(TextRole.BODY, label + text))
        case Signature():
            return _signature(block, setter)
        case Note(text):
            return setter.indented(setter.strip(TextRole.NOTE, text))
        case AttachmentNote(titles):
            return set_attachment_note(titles, setter)
        case AttachmentHead(label, title):
            return set_attachment_head(label, title, setter)
        case Table() | Colophon():
            return []


def _title(lines: tuple[str, ...], setter: Setter) -> list[Row]:
    paragraph = setter.style.paragraph
    broken = list(chain.from_iterable(break_title(line, paragraph.title_cells) for line in lines))
    return setter.centred(TextRole.TITLE, broken) + [Row()] * paragraph.rows_below_title


def _heading(heading: Heading, setter: Setter) -> list[Row]:
    said = heading.label + heading.text
    glyphs = setter.glyphs(heading_role(heading.level), said) + setter.glyphs(TextRole.BODY, heading.body)
    first, *others = setter.indented(measure_strip(glyphs, setter.spacing(TextRole.BODY)))
    return [replace(first, heading=(said, heading.depth)), *others]


def _signature(signature: Signature, setter: Setter) -> list[Row]:
    rows: list[Row] = []
    for placed in signature_rows(signature, setter.style):
        role = TextRole.ISSUE_DATE if placed.is_date else TextRole.SIGNATURE
        if not placed.lines:
            rows.append(Row())
        elif signature.sealed:
            rows.append(beside([setter.middled(role, line.text, line.indent_pt) for line in placed.lines]))
        else:
            rows += [row for line in placed.lines for row in setter.placed(role, line.text, line.indent_pt)]
    return rows
