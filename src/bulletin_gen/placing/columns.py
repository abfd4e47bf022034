"""How wide the columns of a table are where what stands in them decides: so that its rows are low.

In: the table and the style. Out: shares of its width, nominal ones: no faces are needed.
"""

from collections.abc import Sequence
from math import ceil

from bulletin_gen.document import Table
from bulletin_gen.line.nominal import nominal_width
from bulletin_gen.line.strip import Spacing
from bulletin_gen.spans import Text, flat, lines_of
from bulletin_gen.style import Style, TableStyle, TextRole

_ROUNDING_PT = 1e-6
_SLACK_PT = 0.5  # edges are rounded to whole twips


def shares_by_content(table: Table, width: float, style: Style) -> list[float]:
    """Return a share in pt for each column; together they may be less than `width`, or more.

    Each column has room for its short words, dates and numbers on one line; what is left goes bit by bit to the column
    that makes the rows high.
    """
    size = style.text[TextRole.TABLE_CELL].size_pt
    spacing = Spacing(size, style.tracking_pt(TextRole.TABLE_CELL), style.engine)
    columns = [(head, *below) for head, below in zip(table.head.cells, table.columns, strict=True)]
    texts = [[_line_widths(cell, spacing) for cell in column] for column in columns]
    room = 2 * style.table.padding_pt + _SLACK_PT
    widths = [_least(column, spacing, style.table) for column in columns]
    heights = [[_height(cell, least) for cell in column] for column, least in zip(texts, widths, strict=True)]
    step = size / 2
    for _ in range(int((width - sum(widths) - room * len(widths)) / step)):
        highest = _highest(heights)
        if highest is None:
            break
        widths[highest] += step
        heights[highest] = [_height(cell, widths[highest]) for cell in texts[highest]]
    return [column + room for column in widths]


def nominal_lines(table: Table, widths: Sequence[float], style: Style) -> list[int]:
    """Return about how many lines each row of a table has in columns of these widths, the head row first."""
    spacing = Spacing(style.text[TextRole.TABLE_CELL].size_pt, style.tracking_pt(TextRole.TABLE_CELL), style.engine)
    rooms = [width - 2 * style.table.padding_pt for width in widths]
    return [
        max(
            _height(_line_widths(cell, spacing), room)
            for cell, room in zip(row.cells, [sum(widths)] if table.goes_across(row) else rooms, strict=True)
        )
        for row in (table.head, *table.rows)
    ]


def _line_widths(cell: Text, spacing: Spacing) -> list[float]:
    return [nominal_width(flat(line), spacing) for line in lines_of(cell)]


def _least(column: Sequence[Text], spacing: Spacing, style: TableStyle) -> float:
    """Return the width of the longest line in a column, as far as words and figures may be left whole."""
    lines = [flat(line) for cell in column for line in lines_of(cell)]
    return max(spacing.size, *(_unbroken(line, spacing, style) for line in lines))


def _unbroken(line: str, spacing: Spacing, style: TableStyle) -> float:
    """Return how much of a line may ask to be left whole."""
    width = nominal_width(line, spacing)
    if _has_digit(line):  # digits may be wider than they should be
        return min(width + spacing.size / 2, style.longest_figure_cells * spacing.size)
    return min(width, style.longest_word_cells * spacing.size)


def _has_digit(text: str) -> bool:
    return any(char.isdecimal() for char in text)


def _height(cell: Sequence[float], width: float) -> int:
    """Return how many lines a cell has in a column of that width."""
    return sum(max(1, ceil(line / width - _ROUNDING_PT)) for line in cell)


def _highest(heights: Sequence[Sequence[int]]) -> int | None:
    """Return the column that makes most rows high; None where all have one line."""
    scores = [0] * len(heights)
    for row in zip(*heights, strict=True):
        most = max(row)
        for column, height in enumerate(row):
            scores[column] += most if height == most > 1 else 0
    best = max(scores, default=0)
    return scores.index(best) if best else None
