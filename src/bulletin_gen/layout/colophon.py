"""Set the 版记 upwards from the foot of the text area.

In: a Colophon. Out: a drawing whose y counts from that foot, upwards negative, and the height that it takes.
"""

from itertools import accumulate

from bulletin_gen.document import Colophon
from bulletin_gen.layout.rows import Drawing, Row
from bulletin_gen.layout.setter import Setter, beside, join_drawings
from bulletin_gen.line.fill import Slice, fill
from bulletin_gen.pages import Rule
from bulletin_gen.placing.colophon import ColophonRow, colophon_rows, colophon_side
from bulletin_gen.style import TextRole
from bulletin_gen.units import mm_to_pt
from bulletin_gen.where import Where

_ROLE = TextRole.COLOPHON


def set_colophon(colophon: Colophon, setter: Setter) -> tuple[Drawing, float]:
    """Return the drawing of the 版记 and its height in pt; nothing for an empty one."""
    numbers = setter.style.colophon
    placed = colophon_rows(colophon, setter.style)
    if not placed:
        return Drawing(), 0.0
    set_rows = [_lines(row, setter) for row in placed]
    heights = [numbers.room_above_pt + len(lines) * numbers.line_pitch_pt + numbers.room_below_pt for lines in set_rows]
    *tops, foot = accumulate(heights, initial=-sum(heights))
    drawings = [Drawing(rules=_rule(top, row.rule_above_mm, setter)) for row, top in zip(placed, tops, strict=True)]
    texts = [_drawn(lines, top, colophon.where, setter) for lines, top in zip(set_rows, tops, strict=True)]
    last = Drawing(rules=_rule(foot, numbers.thick_rule_mm, setter))
    return join_drawings([*drawings, *texts, last]), sum(heights)


def _lines(row: ColophonRow, setter: Setter) -> list[Row]:
    """Return the lines of one row; what ends at the right stands on the last of them."""
    side = colophon_side(setter.style)
    label = setter.placed(_ROLE, row.label, side)[0]
    indent = side + setter.strip(_ROLE, row.label).width(0, len(row.label))
    right = setter.strip(_ROLE, row.right)
    right_width = right.width(0, len(row.right))
    text = setter.strip(_ROLE, row.text)
    room = setter.width - indent - side - (right_width + side if row.right else 0.0)
    lines = [setter.line(text, piece, setter.left + indent) for piece in fill(text, room, room)]
    at_right = setter.line(right, Slice(0, len(row.right)), setter.left + setter.width - side - right_width)
    lines[0] = beside([label, lines[0]])
    lines[-1] = beside([lines[-1], at_right])
    return lines


def _drawn(lines: list[Row], top: float, where: Where, setter: Setter) -> Drawing:
    numbers = setter.style.colophon
    first = top + numbers.room_above_pt + setter.style.grid.baseline_ratio * numbers.line_pitch_pt
    return join_drawings(
        [setter.drawn(row, first + index * numbers.line_pitch_pt, where) for index, row in enumerate(lines)]
    )


def _rule(y: float, thickness_mm: float, setter: Setter) -> tuple[Rule, ...]:
    if not thickness_mm:
        return ()
    return (Rule(setter.left, y, setter.left + setter.width, y, mm_to_pt(thickness_mm)),)
