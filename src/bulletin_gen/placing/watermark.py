"""What a draft's watermark says and how it lies. No faces are needed."""

from math import atan2, degrees, hypot

from bulletin_gen.document import Draft
from bulletin_gen.style import Style

_WIDE_SPACE = "\u3000"


def watermark_text(draft: Draft) -> str:
    """Return the first word of the draft's mark: 送审稿, without version and date."""
    return draft.text.partition(_WIDE_SPACE)[0]


def watermark_size(text: str, style: Style) -> float:
    """Return the size in pt: that of the style, or what lets the text lie within the text area's diagonal."""
    diagonal = hypot(style.page.text_width_pt, style.page.text_height_pt)
    return min(style.draft.watermark_size_pt, diagonal / max(1, len(text)))


def watermark_angle(style: Style) -> float:
    """Return the angle of the text area's diagonal, in degrees; the text rises by it."""
    return degrees(atan2(style.page.text_height_pt, style.page.text_width_pt))
