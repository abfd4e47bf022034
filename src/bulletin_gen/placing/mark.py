"""Where the 版头 stands: the red mark, 发文字号 below it, the red rule, and the row on which the title begins.

In: a Head and the style. Out: places in pt from the top left corner of the text area, so that every writer draws
the same head. Widths are nominal: no faces are needed.
Source: GB/T 9704-2012, 7.2.4 to 7.2.7, 7.3.1.

The title begins on a row of the page's grid, and so the text ends at the foot of the first page. What that takes is
shared by the two gaps of two blank lines, above 发文字号 and below the rule: at most a quarter of a line each.
"""

from collections.abc import Sequence
from math import floor

from bulletin_gen.document import Head
from bulletin_gen.engine import WORD
from bulletin_gen.frozen import frozen
from bulletin_gen.line.nominal import nominal_width
from bulletin_gen.line.strip import Spacing
from bulletin_gen.placing.signers import signer_rows
from bulletin_gen.spans import Text, flat, joined
from bulletin_gen.style import Style, TextRole
from bulletin_gen.units import mm_to_pt


@frozen
class MarkLine:
    """One piece of the mark; `spacing_pt` follows each of its characters but the last."""

    text: Text
    indent_pt: float
    baseline_pt: float
    size_pt: float
    spacing_pt: float = 0.0


@frozen
class PlacedHead:
    """`number_top_pt` is the top of the row of 发文字号, whose pitch is the body's; rows of signers go upwards from it.

    `rule_pt` is the middle of the red rule. `rows` of the grid belong to the head: the title begins below them.
    """

    mark: tuple[MarkLine, ...]
    number_top_pt: float
    rule_pt: float
    rows: int


def place_head(head: Head, style: Style) -> PlacedHead:
    """Return where the parts of the 版头 stand; a missing number, and a mark that is preprinted, keep their room."""
    pitch, numbers = style.grid.line_pitch_pt, style.head
    mark = place_mark(head.organs, head.suffix, style)
    extra_rows = max(0, len(signer_rows(head.signers, style)) - 1)
    number_top = _mark_foot(mark, style) + (numbers.rows_above_number + extra_rows) * pitch
    title_top = number_top + _rule_below_number_top(style) + numbers.rows_above_title * pitch
    rows = round(title_top / pitch)
    number_top += (rows * pitch - title_top) / 2
    return PlacedHead(mark, number_top, number_top + _rule_below_number_top(style), rows)


def place_mark(organs: Sequence[Text], suffix: Text, style: Style) -> tuple[MarkLine, ...]:
    """Return the pieces of the mark in reading order: as large as the text area allows, never squeezed.

    One organ stands on one line with its suffix. Several stand below each other, spread to one width, the suffix
    right of them at half their height.
    """
    if len(organs) <= 1:
        return _single(joined(*organs, suffix), style)
    return _joint(organs, suffix, style)


def _single(text: Text, style: Style) -> tuple[MarkLine, ...]:
    if not text:
        return ()
    size = _size(_cells(text), 1, style)
    return (MarkLine(text, (style.page.text_width_pt - _cells(text) * size) / 2, _first_baseline(size, style), size),)


def _joint(organs: Sequence[Text], suffix: Text, style: Style) -> tuple[MarkLine, ...]:
    widest = max(map(_cells, organs))
    gap = style.head.mark_suffix_gap_em if suffix else 0.0
    cells = widest + gap + _cells(suffix)
    size = _size(cells, len(organs), style)
    left, first = (style.page.text_width_pt - cells * size) / 2, _first_baseline(size, style)
    step = style.head.mark_line_em * size
    lines = [_spread(organ, left, first + index * step, size, widest) for index, organ in enumerate(organs)]
    if suffix:
        middle = first + step * (len(organs) - 1) / 2
        lines.append(MarkLine(suffix, left + (widest + gap) * size, middle, size))
    return tuple(lines)


def _spread(organ: Text, left: float, baseline: float, size: float, cells: float) -> MarkLine:
    """Return an organ's name spread evenly over `cells` characters; a single character stands in their middle."""
    spare = (cells - _cells(organ)) * size
    if len(flat(organ)) == 1:
        return MarkLine(organ, left + spare / 2, baseline, size)
    return MarkLine(organ, left, baseline, size, spare / (len(flat(organ)) - 1))


def _size(cells: float, lines: int, style: Style) -> float:
    """Return the largest size in half points at which that many characters and lines have room."""
    numbers = style.head
    by_height = numbers.mark_most_rows * style.grid.line_pitch_pt / (lines * numbers.mark_line_em)
    room = style.page.text_width_pt - 2 * numbers.mark_side_cells * style.cell_pt
    size = min(style.text[TextRole.ORGAN_MARK].size_pt, room / cells, by_height)
    return max(1.0, floor(2 * size) / 2)


def _cells(text: Text) -> float:
    return nominal_width(flat(text), Spacing(1.0, 0.0, WORD))


def _first_baseline(size: float, style: Style) -> float:
    return mm_to_pt(style.head.mark_below_text_top_mm) + style.head.mark_ink_top_em * size


def _mark_foot(mark: Sequence[MarkLine], style: Style) -> float:
    return max(
        (line.baseline_pt + style.head.ink_foot_em * line.size_pt for line in mark),
        default=mm_to_pt(style.head.mark_below_text_top_mm),
    )


def _rule_below_number_top(style: Style) -> float:
    """Return how far the middle of the rule stands below the top of the number's row."""
    ink_foot = style.grid.baseline_ratio * style.grid.line_pitch_pt
    ink_foot += style.head.ink_foot_em * style.text[TextRole.DOCUMENT_NUMBER].size_pt
    return ink_foot + mm_to_pt(style.head.rule_below_number_mm + style.head.rule_mm / 2)
