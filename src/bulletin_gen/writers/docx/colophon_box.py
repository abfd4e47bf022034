"""The 版记 -> a text box at the foot of the text area, from which text keeps away."""

from collections.abc import Sequence
from math import ceil

from bulletin_gen.document import Colophon, ColophonRow
from bulletin_gen.placing.colophon import colophon_side, rules_above
from bulletin_gen.spans import Text, flat, joined
from bulletin_gen.style import Style, TextRole
from bulletin_gen.text.chars import is_latin
from bulletin_gen.units import mm_to_pt
from bulletin_gen.writers.docx.drawing import TextBox, text_box
from bulletin_gen.writers.docx.runs import parted_runs
from bulletin_gen.writers.docx.styled import hanging, line_height, rule, smallest_paragraph, styled_paragraph, tab_stops
from bulletin_gen.writers.docx.tracked import changed, changes_of, changes_parting, marked_paragraph
from bulletin_gen.writers.docx.xml import Markup

_BLACK = "000000"
_DRAWING_NUMBER = 1


def colophon(block: Colophon, style: Style) -> list[Markup]:
    """Return the paragraph that holds the 版记; none when it is empty.

    The paragraph takes no room: where the 版记 has none on its page, it alone goes to the next one with it.
    """
    if not block.rows:
        return []
    box = TextBox(
        _DRAWING_NUMBER,
        "版记",
        "版记：抄送机关、印发机关和印发日期",
        style.page.text_width_pt,
        _height(block.rows, style),
        left="left",
        top="bottom",
        beside="margin",
        wrap="wrapTopAndBottom",
        anchor="b",
    )
    rows = [_row(row, style) for row in block.rows]
    changes = changes_of(rows)
    box_run = text_box(box, _paragraphs(rows, rules_above(block, style), style))
    return [smallest_paragraph(changed(box_run, changes))]


def _paragraphs(rows: Sequence[Markup], rules: Sequence[float], style: Style) -> list[Markup]:
    """Return the rows, between them blank paragraphs that bear the rules and, with them, as high as the room there."""
    numbers = style.colophon
    made = [_room(numbers.room_above_pt, "top", rules[0])]
    for index, (row, thickness) in enumerate(zip(rows, rules, strict=True)):
        if index:
            between = [_room(numbers.room_below_pt), _room(numbers.room_above_pt, "top", thickness)]
            changes = changes_parting(rows[:index], [row])
            made += [marked_paragraph(room, changes) for room in between]
        made.append(marked_paragraph(row, changes_of([row])))
    return [*made, _room(numbers.room_below_pt, "bottom", numbers.thick_rule_mm)]


def _room(height: float, side: str = "", thickness_mm: float = 0.0) -> Markup:
    rules = [rule(side, thickness_mm, _BLACK)] if thickness_mm else []
    return styled_paragraph(TextRole.COLOPHON, [], *rules, line_height(height - mm_to_pt(thickness_mm)))


def _row(row: ColophonRow, style: Style) -> Markup:
    side, right_edge = colophon_side(style), style.page.text_width_pt - colophon_side(style)
    texts = [joined(row.label, row.text), *([row.right] if row.right else [])]
    stops = [tab_stops([right_edge], "right")] if row.right else []
    placing = (*stops, hanging(side + _width(row.label, style), side, side))
    return styled_paragraph(TextRole.COLOPHON, parted_runs(texts, "tab", style), *placing)


def _height(rows: Sequence[ColophonRow], style: Style) -> float:
    """Return the height of the box, as far as it can be told without faces: its text lies at its foot."""
    numbers = style.colophon
    lines = sum(_line_count(row, style) for row in rows)
    room = len(rows) * (numbers.room_above_pt + numbers.room_below_pt)
    return lines * numbers.line_pitch_pt + room


def _line_count(row: ColophonRow, style: Style) -> int:
    room = style.page.text_width_pt - 2 * colophon_side(style) - _width(joined(row.label, row.right), style)
    return max(1, ceil(_width(row.text, style) / room))


def _width(text: Text, style: Style) -> float:
    return style.text[TextRole.COLOPHON].size_pt * sum(0.5 if is_latin(char) else 1.0 for char in flat(text))
