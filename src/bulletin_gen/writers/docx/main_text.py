"""The 主体, from title to signature and note -> paragraphs that name their style."""

from bulletin_gen.document import Heading, Note, Paragraph, Recipients, Signature, Title
from bulletin_gen.line.strip import Loose
from bulletin_gen.placing.running import loose_stretch
from bulletin_gen.placing.signature import Hang, SignatureRow, middle, right_blank, signature_rows
from bulletin_gen.placing.title import break_title
from bulletin_gen.spans import Text, flat, joined
from bulletin_gen.style import Style, TextRole, heading_role
from bulletin_gen.text.addresses import has_long_address
from bulletin_gen.writers.docx.lists import ListSpot, number_properties
from bulletin_gen.writers.docx.named_styles import character_style_id, usual_depth
from bulletin_gen.writers.docx.runs import Look, parted_runs, tabbed_runs, text_runs
from bulletin_gen.writers.docx.styled import (
    align,
    blank_rows,
    indent,
    indent_right,
    indents_around,
    kept_with_next,
    paragraph_of,
    styled_paragraph,
    tab_stops,
)
from bulletin_gen.writers.docx.xml import Markup, w


def title(block: Title, style: Style) -> list[Markup]:
    """Return one paragraph, however many lines the title has: to whoever reads the file it is one title."""
    lines = [part for line in block.lines for part in break_title(line, style.paragraph.title_cells, style.engine)]
    paragraph = styled_paragraph(TextRole.TITLE, parted_runs(lines, "br", style))
    return [paragraph, *blank_rows(style.paragraph.rows_below_title)]


def recipients(block: Recipients, style: Style) -> list[Markup]:
    runs = text_runs(block.text, style, loose=loose_stretch(block, style))
    return [styled_paragraph(TextRole.RECIPIENTS, runs, *_aligned(block.text))]


def note(block: Note, style: Style) -> list[Markup]:
    runs = text_runs(block.text, style, loose=loose_stretch(block, style))
    return [styled_paragraph(TextRole.NOTE, runs, *_aligned(block.text))]


def body_paragraph(block: Paragraph, style: Style, spot: ListSpot | None) -> list[Markup]:
    """Return a paragraph; `spot` is that of its label where Word counts it."""
    if block.is_caption:
        return [styled_paragraph(TextRole.BODY, text_runs(block.text, style), indent(0), align("center"))]
    text, loose = _said(block, spot, style)
    runs = text_runs(text, style, loose=loose)
    if spot and spot.style_id:
        return [paragraph_of(spot.style_id, runs, *_aligned(block.text))]
    return [styled_paragraph(TextRole.BODY, runs, *_counted(spot), *_aligned(block.text))]


def heading(block: Heading, style: Style, spot: ListSpot | None) -> list[Markup]:
    """Return a heading, on its own line or run in; `spot` is that of its label where Word counts it."""
    return [_run_in_heading(block, style, spot) if block.body else _heading(block, style, spot)]


def _said(block: Paragraph | Heading, spot: ListSpot | None, style: Style) -> tuple[Text, Loose | None]:
    """Return the text with its label, unless Word prints that, and what is set wider from there on."""
    loose = loose_stretch(block, style)
    if spot and spot.is_counted:
        return block.text, loose and loose.seen_from(len(flat(block.label)))
    return block.label + block.text, loose


def _aligned(text: Text) -> list[Markup]:
    """Return what keeps lines from being spread to the right edge where an address would tear them apart."""
    return [align("left")] if has_long_address(flat(text)) else []


def _counted(spot: ListSpot | None) -> list[Markup]:
    return [number_properties(spot)] if spot else []


def _heading(heading: Heading, style: Style, spot: ListSpot | None) -> Markup:
    text, loose = _said(heading, spot, style)
    runs = text_runs(text, style, loose=loose)
    is_usual = heading.depth == usual_depth(heading.level)
    outline = [] if is_usual else [_outline(heading)]
    counted = [] if spot and spot.style_id else _counted(spot)  # its style puts it there
    return styled_paragraph(heading_role(heading.level), runs, *counted, *_aligned(heading.text), *outline)


def _run_in_heading(heading: Heading, style: Style, spot: ListSpot | None) -> Markup:
    """Return a body paragraph whose heading wears the heading's face; the outline shows it at its depth."""
    look = Look(character_style_id(heading_role(heading.level)))
    text, loose = _said(heading, spot, style)
    body_loose = loose and loose.seen_from(len(flat(text)))
    runs = text_runs(text, style, look, loose) + text_runs(heading.body, style, loose=body_loose)
    aligned = _aligned(joined(heading.text, heading.body))
    return styled_paragraph(TextRole.BODY, runs, *_counted(spot), *aligned, _outline(heading))


def _outline(heading: Heading) -> Markup:
    return w("outlineLvl", val=heading.depth)


def signature(block: Signature, style: Style) -> list[Markup]:
    """Return the blank rows, the signature and the date, of which no page end may part one from the next."""
    made = [_signature_row(row, style) for row in signature_rows(block, style)]
    return [*map(kept_with_next, made[:-1]), *made[-1:]]


def _signature_row(row: SignatureRow, style: Style) -> Markup:
    """Return a row on which several organs may stand side by side."""
    if not row.lines:
        return blank_rows(1)[0]
    runs = [run for line in row.lines for run in (tabbed_runs if len(row.lines) > 1 else text_runs)(line.text, style)]
    role = TextRole.ISSUE_DATE if row.is_date else TextRole.SIGNATURE
    return styled_paragraph(role, runs, *_hung(row, style))


def _hung(row: SignatureRow, style: Style) -> list[Markup]:
    """Return what puts a row at its place, so that it stays there when another name is typed.

    Names side by side stand each in the middle of a tab stop, the first one, too.
    """
    if row.hang is Hang.RIGHT:
        return [indent_right(right_blank(row.lines[0], style))]
    middles = [middle(line, style) for line in row.lines]
    if len(middles) > 1:
        return [tab_stops(middles, "center"), align("left")]
    return [indents_around(middles[0], style.page.text_width_pt), align("center")]
