"""Set 附件说明 below the text, and the head of an attachment: its label and its title."""

from collections.abc import Sequence

from bulletin_gen.document import AttachmentHead, NoteEntry
from bulletin_gen.element import Element
from bulletin_gen.layout.rows import Row, beside, kept
from bulletin_gen.layout.setter import Setter
from bulletin_gen.pages import Origin
from bulletin_gen.placing.note import note_indents
from bulletin_gen.placing.title import break_title
from bulletin_gen.spans import flat
from bulletin_gen.style import TextRole

_ROLE = TextRole.ATTACHMENT_NOTE


def set_attachment_note(entries: Sequence[NoteEntry], setter: Setter) -> list[Row]:
    """Return 附件说明 below its blank row; the further lines of a title stand under its first character."""
    indents = note_indents(entries, setter.style)
    rows = [Row()] * setter.style.attachment.rows_above_note
    for entry in entries:
        first, *others = setter.paragraph(setter.strip(_ROLE, entry.title), indents.title_pt, indents.title_pt)
        before = [
            setter.placed(_ROLE, text, indent)[0]
            for text, indent in ((entry.label, indents.label_pt), (entry.number, indents.number_pt))
            if text
        ]
        rows += [beside([*before, first]), *others]
    return rows


def set_attachment_head(block: AttachmentHead, origin: Origin, setter: Setter) -> list[Row]:
    """Return label and title: 附件1 on the first row, the title from the third on."""
    labelled = [row._replace(origin=origin) for row in setter.placed(TextRole.ATTACHMENT_LABEL, block.label, 0.0)]
    labelled[0] = labelled[0]._replace(heading=(f"{flat(block.label)} {flat(block.title)}", 0))
    blank = [Row()] * max(0, setter.style.attachment.title_row - 1 - len(labelled))
    broken = break_title(block.title, setter.style.paragraph.title_cells, setter.style.engine)
    title = [
        row._replace(origin=origin.of(Element.ATTACHMENT_TITLE))
        for row in setter.centred(TextRole.ATTACHMENT_TITLE, broken)
    ]
    below = [Row()] * setter.style.paragraph.rows_below_title
    return kept([*labelled, *blank, *title, *below])
