"""Set the 版记 upwards from the foot of the text area.

In: a Colophon. Out: a drawing whose y counts from that foot, upwards negative, and the height that it takes.
"""

from itertools import accumulate

from bulletin_gen.document import Colophon, ColophonRow
from bulletin_gen.element import Element
from bulletin_gen.layout.rows import Drawing, Row, begun, beside, join_drawings
from bulletin_gen.layout.setter import Setter
from bulletin_gen.line.fill import fill
from bulletin_gen.pages import Origin, Stroke
from bulletin_gen.placing.colophon import colophon_side, rules_above
from bulletin_gen.style import TextRole
from bulletin_gen.units import mm_to_pt

_ROLE = TextRole.COLOPHON


def set_colophon(colophon: Colophon, origin: Origin, setter: Setter) -> tuple[Drawing, float]:
    """Return the drawing of the 版记 and its height in pt; nothing for an empty one."""
    if not colophon.rows:
        return Drawing(), 0.0
    numbers = setter.style.colophon
    set_rows = [_lines(row, setter) for row in colophon.rows]
    heights = [numbers.room_above_pt + len(lines) * numbers.line_pitch_pt + numbers.room_below_pt for lines in set_rows]
    tops = list(accumulate(heights, initial=-sum(heights)))
    rules = zip(tops, [*rules_above(colophon, setter.style), numbers.thick_rule_mm], strict=True)
    strokes = tuple(_rule(y, thickness, origin, setter) for y, thickness in rules if thickness)
    texts = [
        _drawn(lines, top, origin.of(_element(row)), setter)
        for row, lines, top in zip(colophon.rows, set_rows, tops, strict=False)
    ]
    return join_drawings([Drawing(strokes=strokes), *texts]), sum(heights)


def _element(row: ColophonRow) -> Element:
    return Element.COPIES_TO if row.label else Element.PRINTING


def _lines(row: ColophonRow, setter: Setter) -> list[Row]:
    """Return the lines of one row; what ends at the right stands on the last of them."""
    side = colophon_side(setter.style)
    label, text, right = (setter.strip(_ROLE, said) for said in (row.label, row.text, row.right))
    indent = side + label.full_width
    room = setter.width - indent - side - (right.full_width + side if row.right else 0.0)
    lines = [setter.line(text, piece, setter.left + indent) for piece in fill(text, room, room)]
    lines[0] = beside([setter.whole(label, setter.left + side), lines[0]])
    lines[-1] = beside([lines[-1], setter.whole(right, setter.left + setter.width - side - right.full_width)])
    return begun(lines)


def _drawn(lines: list[Row], top: float, origin: Origin, setter: Setter) -> Drawing:
    numbers = setter.style.colophon
    first = top + numbers.room_above_pt + setter.style.grid.baseline_ratio * numbers.line_pitch_pt
    return join_drawings(
        [setter.drawn(row, first + index * numbers.line_pitch_pt, origin) for index, row in enumerate(lines)]
    )


def _rule(y: float, thickness_mm: float, origin: Origin, setter: Setter) -> Stroke:
    right, rule = setter.left + setter.width, origin.of(Element.COLOPHON_RULE)
    return Stroke(setter.left, y, right, y, mm_to_pt(thickness_mm), origin=rule)
