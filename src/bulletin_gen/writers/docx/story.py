"""The blocks of a document in their order -> the sections of the DOCX's text, upright and turned."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

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
from bulletin_gen.pages import ColophonPlace
from bulletin_gen.placing.keeps import Keep, keep_with_next
from bulletin_gen.placing.table import stands_across
from bulletin_gen.style import Style
from bulletin_gen.writers.docx.attachments import attachment_head, attachment_note
from bulletin_gen.writers.docx.colophon_box import colophon
from bulletin_gen.writers.docx.head_rows import head
from bulletin_gen.writers.docx.lists import ListSpot
from bulletin_gen.writers.docx.main_text import body_paragraph, heading, note, recipients, signature, title
from bulletin_gen.writers.docx.sections import TextSection, may_end
from bulletin_gen.writers.docx.styled import keep_with_next as keep_paragraph
from bulletin_gen.writers.docx.styled import smallest_paragraph
from bulletin_gen.writers.docx.tables import form, table
from bulletin_gen.writers.docx.tracked import PARAGRAPH, mark_block, whole_changes
from bulletin_gen.writers.docx.xml import Element

_NO_SPOTS: Mapping[int, ListSpot] = MappingProxyType({})


def story(
    blocks: Sequence[Block],
    style: Style,
    spots: Mapping[int, ListSpot] = _NO_SPOTS,
    colophon_place: ColophonPlace = ColophonPlace.SHARED,
) -> list[TextSection]:
    """Return the text, section after section; at least one.

    `spots` are those of the labels that Word counts, by the index of their block; the others are text.
    """
    kinds = [
        (
            stands_across(block, following, style),
            colophon_place if isinstance(block, Colophon) else ColophonPlace.SHARED,
        )
        for block, following in zip(blocks, [*blocks[1:], None], strict=False)
    ]
    sections = [
        TextSection(is_turned, list(_elements(list(indices), blocks, style, spots)), place)
        for (is_turned, place), indices in groupby(range(len(blocks)), key=kinds.__getitem__)
    ]
    if not sections:
        return [TextSection(False, [])]
    last = sections[-1].elements
    if last and not may_end(last[-1]):
        last.append(smallest_paragraph())
    return sections


def _elements(
    indices: Sequence[int], blocks: Sequence[Block], style: Style, spots: Mapping[int, ListSpot]
) -> Iterator[Element]:
    """Yield the elements of one section, which begins on a new page by itself."""
    following = [*blocks[1:], None]
    for index in indices:
        block, is_first = blocks[index], index == indices[0]
        if isinstance(block, AttachmentHead):
            made = attachment_head(block, style, breaks_page=not (is_first and index))
        else:
            made = _block(block, style, spots.get(index))
        for element in _kept(block, made, keep_with_next(block, following[index])):
            keep_paragraph(element)
        # What is missing from a 版头 leaves its room, so that nothing moves.
        if not isinstance(block, Head) or whole_changes(made):
            mark_block(made)
        yield from made


def _kept(block: Block, made: Sequence[Element], keep: Keep) -> Sequence[Element]:
    """Return the paragraphs of a block that must be told to stay with the next one."""
    match block, keep:
        case _, Keep.FREE:
            return []
        case (Head() | Heading(), Keep.WHOLE):
            return []  # a heading stays by its style, and a 版头 stands at the top
        case _, Keep.WHOLE:
            return made
    return [element for element in made[-1:] if element.tag == PARAGRAPH]


def _block(block: Block, style: Style, spot: ListSpot | None) -> list[Element]:
    match block:
        case Head():
            return head(block, style)
        case Title():
            return title(block, style)
        case Recipients():
            return recipients(block, style)
        case Heading():
            return heading(block, style, spot)
        case Paragraph():
            return body_paragraph(block, style, spot)
        case Signature():
            return signature(block, style)
        case Note():
            return note(block, style)
        case AttachmentNote():
            return attachment_note(block, style)
        case Table():
            return [table(block, style)]
        case Form():
            return [form(block, style)]
        case Colophon():
            return colophon(block, style)
    raise AssertionError(block)
