"""How a draft looks like one: a mark in the header of every page, and on request a light text across it."""

from bulletin_gen.document import Draft
from bulletin_gen.placing.watermark import watermark_angle, watermark_size
from bulletin_gen.style import Style, TextRole
from bulletin_gen.units import mm_to_pt, pt_to_twips
from bulletin_gen.writers.docx.drawing import word_art
from bulletin_gen.writers.docx.runs import text_runs
from bulletin_gen.writers.docx.styled import styled_paragraph
from bulletin_gen.writers.docx.xml import Markup, root


def draft_header(draft: Draft, style: Style, number: int) -> Markup:
    """Return the root of a header part; `number` tells its drawing from those of other headers."""
    runs = text_runs(draft.text, style)
    text = draft.watermark
    if text:
        size = watermark_size(text, style)
        face = style.face_names[style.text[TextRole.DRAFT_MARK].face]
        extent = (size * len(text), size)
        angle = watermark_angle(style)
        runs.append(word_art(number, text, face, style.draft.watermark_colour, extent, angle))
    return root("hdr", styled_paragraph(TextRole.DRAFT_MARK, runs))


def header_twips(style: Style) -> int:
    """Return how far the header stands from the paper's upper edge, for its line to stand on its baseline."""
    above_baseline = style.grid.baseline_ratio * style.text[TextRole.DRAFT_MARK].size_pt
    return pt_to_twips(style.page.text_top_pt - mm_to_pt(style.draft.mark_above_text_mm) - above_baseline)
