"""The blocks of a document in their order -> the parts of the DOCX's text, upright and turned."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

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
from bulletin_gen.placing.table import stands_across
from bulletin_gen.style import Style
from bulletin_gen.writers.docx import ColophonPage
from bulletin_gen.writers.docx.attachments import attachment_head, attachment_note
from bulletin_gen.writers.docx.colophon import colophon
from bulletin_gen.writers.docx.head import head
from bulletin_gen.writers.docx.numbering import Place
from bulletin_gen.writers.docx.paragraphs import body_paragraph, heading, note, recipients, signature, title
from bulletin_gen.writers.docx.sections import Part
from bulletin_gen.writers.docx.styled import keep_with_next, smallest_paragraph
from bulletin_gen.writers.docx.tables import table
from bulletin_gen.writers.docx.xml import Element, qualified

_NO_PLACES: Mapping[int, Place] = MappingProxyType({})


def story(
    blocks: Sequence[Block],
    style: Style,
    places: Mapping[int, Place] = _NO_PLACES,
    colophon_page: ColophonPage = ColophonPage.SHARED,
) -> list[Part]:
    """Return the text, part after part; at least one.

    `places` are those of the labels that Word counts, by the index of their block; the others are text.
    """
    kinds = [
        (stands_across(block, following, style), colophon_page if isinstance(block, Colophon) else ColophonPage.SHARED)
        for block, following in zip(blocks, [*blocks[1:], None], strict=False)
    ]
    parts = [
        Part(is_turned, list(_elements(list(indices), blocks, style, places)), page)
        for (is_turned, page), indices in groupby(range(len(blocks)), key=kinds.__getitem__)
    ]
    if not parts:
        return [Part(False, [])]
    if parts[-1].elements and parts[-1].elements[-1].tag == qualified("tbl"):
        parts[-1].elements.append(smallest_paragraph())  # Word wants a paragraph at the end
    return parts


def _elements(
    indices: Sequence[int], blocks: Sequence[Block], style: Style, places: Mapping[int, Place]
) -> Iterator[Element]:
    """Yield the elements of one part; a section begins on a new page by itself."""
    following = [*blocks[1:], None]
    for index in indices:
        block, is_first = blocks[index], index == indices[0]
        if isinstance(block, AttachmentHead):
            made = attachment_head(block, style, breaks_page=not (is_first and index))
        else:
            made = _block(block, style, places.get(index))
        for element in made[_first_kept(block, following[index], len(made)) :]:
            keep_with_next(element)
        yield from made


def _first_kept(block: Block, following: Block | None, count: int) -> int:
    """Return from which of its `count` elements on a block is kept with the next one: `count` where it is not.

    Signature and date never stand alone on a page (7.3.5.5), nor 附件说明 and 附注 apart from them.
    """
    if isinstance(block, AttachmentNote) and isinstance(following, Signature):
        return 0
    ends = isinstance(block, Signature) and isinstance(following, Note)
    if not isinstance(block, Table) and (ends or isinstance(following, (Signature, AttachmentNote))):
        return count - 1
    return count


def _block(block: Block, style: Style, place: Place | None) -> list[Element]:
    match block:
        case Head():
            return head(block, style)
        case Title():
            return title(block, style)
        case Recipients():
            return recipients(block, style)
        case Heading():
            return heading(block, style, place)
        case Paragraph():
            return body_paragraph(block, style, place)
        case Signature():
            return signature(block, style)
        case Note():
            return note(block, style)
        case AttachmentNote():
            return attachment_note(block, style)
        case Table():
            return [table(block, style)]
        case Colophon():
            return colophon(block, style)
    raise AssertionError(block)
