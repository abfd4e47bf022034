"""How a draft's watermark lies. No faces are needed."""

from math import atan2, degrees, hypot

from bulletin_gen.style import Style


def watermark_size(text: str, style: Style) -> float:
    """Return the size in pt: that of the style, or what lets the text lie within the text area's diagonal."""
    diagonal = hypot(style.page.text_width_pt, style.page.text_height_pt)
    return min(style.draft.watermark_size_pt, diagonal / max(1, len(text)))


def watermark_angle(style: Style) -> float:
    """Return the angle of the text area's diagonal, in degrees; the text rises by it."""
    return degrees(atan2(style.page.text_height_pt, style.page.text_width_pt))
