"""附件说明 below the text, and the heads of the attachments, each on a new page."""

from bulletin_gen.document import AttachmentHead, AttachmentNote
from bulletin_gen.placing.note import note_indents
from bulletin_gen.placing.title import break_title
from bulletin_gen.spans import joined
from bulletin_gen.style import Style, TextRole
from bulletin_gen.writers.docx.runs import look_of, parted_runs, text_runs
from bulletin_gen.writers.docx.styled import blank_rows, hanging, styled_paragraph, tab_stops
from bulletin_gen.writers.docx.tracked import parting
from bulletin_gen.writers.docx.xml import Markup, w


def attachment_note(note: AttachmentNote, style: Style) -> list[Markup]:
    """Return 附件说明 below its blank row; the further lines of a title stand under its first character."""
    indents = note_indents(note.entries, style)
    made = blank_rows(style.attachment.rows_above_note)
    for entry in note.entries:
        before, title = text_runs(joined(entry.label, entry.number), style), text_runs(entry.title, style)
        tab = [parting("tab", before, title)] if entry.number else []
        left = indents.label_pt if entry.label else indents.number_pt
        placing = (tab_stops([indents.title_pt]), hanging(indents.title_pt, left))
        made.append(styled_paragraph(TextRole.ATTACHMENT_NOTE, [*before, *tab, *title], *placing))
    return made


def attachment_head(block: AttachmentHead, style: Style, *, breaks_page: bool) -> list[Markup]:
    """Return label and title with the blank rows around it; `breaks_page` where no section begins here."""
    new_page = [w("pageBreakBefore")] if breaks_page else []
    role = TextRole.ATTACHMENT_LABEL
    label = styled_paragraph(
        role, text_runs(block.label, style, look_of(role, style)), *new_page, w("outlineLvl", val=0)
    )
    lines = break_title(block.title, style.paragraph.title_cells, style.engine)
    title = styled_paragraph(TextRole.ATTACHMENT_TITLE, parted_runs(lines, "br", style))
    blank = blank_rows(style.attachment.title_row - 2)
    return [label, *blank, title, *blank_rows(style.paragraph.rows_below_title)]
