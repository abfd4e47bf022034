"""Set 附件说明 below the text, and the head of an attachment: its label and its title."""

from collections.abc import Sequence
from dataclasses import replace

from bulletin_gen.layout.rows import Row
from bulletin_gen.layout.setter import Setter
from bulletin_gen.placing.note import note_entries, note_indents
from bulletin_gen.placing.title import break_title
from bulletin_gen.style import TextRole


def set_attachment_note(titles: Sequence[str], setter: Setter) -> list[Row]:
    """Return 附件说明 below its blank row; the further lines of a title stand under its first character."""
    indents = note_indents(titles, setter.style)
    rows = [Row()] * setter.style.attachment.rows_above_note
    for entry in note_entries(titles):
        title = setter.strip(TextRole.ATTACHMENT_NOTE, entry.title)
        first, *others = setter.paragraph(title, indents.title_pt, indents.title_pt)
        before = [
            run
            for text, indent in ((entry.label, indents.label_pt), (entry.number, indents.number_pt))
            if text
            for run in setter.placed(TextRole.ATTACHMENT_NOTE, text, indent)[0].runs
        ]
        rows += [replace(first, runs=(*before, *first.runs)), *others]
    return rows


def set_attachment_head(label: str, title: str, setter: Setter) -> list[Row]:
    """Return label and title, kept with what follows: 附件1 on the first row, the title from the third on."""
    labelled = setter.placed(TextRole.ATTACHMENT_LABEL, label, 0.0)
    labelled[0] = replace(labelled[0], heading=(f"{label} {title}", 0))
    blank = [Row()] * max(0, setter.style.attachment.title_row - 1 - len(labelled))
    broken = break_title(title, setter.style.paragraph.title_cells)
    below = [Row()] * setter.style.paragraph.rows_below_title
    rows = [*labelled, *blank, *setter.centred(TextRole.ATTACHMENT_TITLE, broken), *below]
    return [replace(row, keep=True) for row in rows]
