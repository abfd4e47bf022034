"""Set the page number below the text area."""

from collections.abc import MutableMapping
from weakref import WeakKeyDictionary

from bulletin_gen.element import Element
from bulletin_gen.layout.setter import Setter
from bulletin_gen.line.fill import Slice, set_line
from bulletin_gen.line.glyphs import Metrics
from bulletin_gen.line.strip import Spacing, Strip
from bulletin_gen.pages import Line, Origin
from bulletin_gen.style import PageNumberPlace, Style, TextRole, TextStyle
from bulletin_gen.units import mm_to_pt

# How high an em dash is drawn in Chinese faces.
_DASH_ABOVE_BASELINE_EM = 0.38
_ORIGIN = Origin(Element.PAGE_NUMBER)

_MOST_STRIPS = 1000
_strips: MutableMapping[Metrics, dict[tuple[str, TextStyle, Spacing], Strip]] = WeakKeyDictionary()


def page_number(number: int, shown: bool, setter: Setter) -> Line:
    """Return the page number, all of it, digits too, in one face; without runs where the page shows none."""
    style = setter.style
    numbering, font = style.page_number, style.text[TextRole.PAGE_NUMBER]
    dash = style.page.text_top_pt + style.page.text_height_pt + mm_to_pt(numbering.below_text_mm)
    baseline = dash + _DASH_ABOVE_BASELINE_EM * font.size_pt
    if not shown or (number == 1 and not numbering.on_first_page):
        return Line(baseline, (), row=None, origin=_ORIGIN)
    text = f"{numbering.before}{number}{numbering.after}"
    strip = _strip(text, setter)
    x = setter.left + _indent(number, strip.full_width, style)
    runs, _ = set_line(strip, Slice(0, len(text)), x)
    return Line(baseline, runs, row=None, origin=_ORIGIN)


def _strip(text: str, setter: Setter) -> Strip:
    """Return a page number measured, once for all documents set with the same faces."""
    kept = _strips.setdefault(setter.metrics, {})
    font, spacing = setter.style.text[TextRole.PAGE_NUMBER], setter.spacing(TextRole.PAGE_NUMBER)
    kind = (text, font, spacing)
    if kind not in kept:
        if len(kept) == _MOST_STRIPS:
            kept.clear()
        kept[kind] = setter.measured(TextRole.PAGE_NUMBER, text, spacing)
    return kept[kind]


def _indent(number: int, width: float, style: Style) -> float:
    """Return where a page number of that width begins: outside is right on odd pages and left on even ones."""
    numbering, room = style.page_number, style.page.text_width_pt
    if numbering.place is PageNumberPlace.CENTRE:
        return (room - width) / 2
    blank = numbering.side_cells * style.text[TextRole.PAGE_NUMBER].size_pt
    return room - blank - width if number % 2 else blank
