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
from bulletin_gen.writers.docx.drawing import holds_text_box
from bulletin_gen.writers.docx.head_rows import head
from bulletin_gen.writers.docx.lists import ListSpot
from bulletin_gen.writers.docx.main_text import body_paragraph, heading, note, recipients, signature, title
from bulletin_gen.writers.docx.sections import TextSection
from bulletin_gen.writers.docx.styled import kept_with_next, smallest_paragraph
from bulletin_gen.writers.docx.tables import form, is_table, table
from bulletin_gen.writers.docx.tracked import changes_of, has_changed_end, marked_block, marked_paragraph
from bulletin_gen.writers.docx.xml import Markup

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
    places = (colophon_place if isinstance(block, Colophon) else ColophonPlace.SHARED for block in blocks)
    across = (stands_across(*pair, style) for pair in zip(blocks, [*blocks[1:], None], strict=False))
    kinds = list(zip(across, places, strict=True))
    sections = [
        TextSection(is_turned, _closed(list(_elements(list(indices), blocks, style, spots))), place)
        for (is_turned, place), indices in groupby(range(len(blocks)), key=kinds.__getitem__)
    ]
    return sections or [TextSection(False, [])]


def _elements(
    indices: Sequence[int], blocks: Sequence[Block], style: Style, spots: Mapping[int, ListSpot]
) -> Iterator[Markup]:
    """Yield the elements of one section, which begins on a new page by itself."""
    following = [*blocks[1:], None]
    for index in indices:
        block, is_first = blocks[index], index == indices[0]
        if isinstance(block, AttachmentHead):
            made = attachment_head(block, style, breaks_page=not (is_first and index))
        else:
            made = _block(block, style, spots.get(index))
        made = _kept(block, made, keep_with_next(block, following[index]))
        # What is missing from a 版头 leaves its room, so that nothing moves.
        yield from made if isinstance(block, Head) and not changes_of(made) else marked_block(made)


def _closed(elements: Sequence[Markup]) -> list[Markup]:
    """Return the elements of a section, and a paragraph of no height where what follows cannot take in what may go."""
    made = []
    for element, following in zip(elements, [*elements[1:], None], strict=False):
        made.append(element)
        if _needs_paragraph(element, following):
            changes = changes_of(elements if following is None else [following])
            made.append(marked_paragraph(smallest_paragraph(), changes))
    return made


def _needs_paragraph(element: Markup, following: Markup | None) -> bool:
    """Must a paragraph come between? Word wants one at the end, joins tables that touch, and one that may go can only
    join a paragraph.

    LibreOffice leaves its line empty before a table, and loses a text box with it.
    """
    if is_table(element):
        return following is None or is_table(following)
    stands_alone = following is None or is_table(following) or holds_text_box(following)
    return stands_alone and has_changed_end(element)


def _kept(block: Block, made: list[Markup], keep: Keep) -> list[Markup]:
    """Return a block with those paragraphs told to stay with the next one that have to: headings do by their style."""
    if keep is Keep.WHOLE and not isinstance(block, Head | Heading):
        return list(map(kept_with_next, made))
    if keep is Keep.LAST and made and not is_table(made[-1]):
        return [*made[:-1], kept_with_next(made[-1])]
    return made


def _block(block: Block, style: Style, spot: ListSpot | None) -> list[Markup]:
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
