"""Mark a page as a draft: a line in the top white, and on request a light text across the page."""

from bulletin_gen.document import Draft
from bulletin_gen.element import Element
from bulletin_gen.engine import WORD
from bulletin_gen.layout.rows import Drawing
from bulletin_gen.layout.setter import Setter
from bulletin_gen.line.fill import Slice, set_line
from bulletin_gen.line.strip import Spacing
from bulletin_gen.pages import Origin, Watermark
from bulletin_gen.placing.watermark import watermark_angle, watermark_size
from bulletin_gen.style import TextRole
from bulletin_gen.units import mm_to_pt

# Half the height of a Han character above its baseline: by this much the baseline lies below the middle.
_MIDDLE_EM = 0.34


def draft_mark(draft: Draft, setter: Setter) -> Drawing:
    """Return the mark, one line above the text area that ends at its right side."""
    style = setter.style
    strip = setter.strip(TextRole.DRAFT_MARK, draft.text)
    row = setter.whole(strip, setter.left + setter.width - strip.full_width)
    baseline = style.page.text_top_pt - mm_to_pt(style.draft.mark_above_text_mm)
    return setter.drawn(row, baseline, Origin(Element.DRAFT_MARK))


def watermark(draft: Draft, setter: Setter) -> Watermark | None:
    """Return the text across the page, None when the draft wants none."""
    text = draft.watermark
    if not text:
        return None
    style, page = setter.style, setter.style.page
    size = watermark_size(text, style)
    strip = setter.measured(TextRole.DRAFT_MARK, text, Spacing(size, 0.0, WORD))
    runs, _ = set_line(strip, Slice(0, len(text)), -strip.full_width / 2)
    coloured = tuple(run._replace(colour=style.draft.watermark_colour) for run in runs)
    x, y = page.text_left_pt + page.text_width_pt / 2, page.text_top_pt + page.text_height_pt / 2
    return Watermark(coloured, x, y + _MIDDLE_EM * size, watermark_angle(style))
