"""Where the decimals of a column stand: with their points below each other, all of them in the column's middle.

In: a table and the style. Out: for each cell how far its text ends from the right; nominal: no faces are needed.
"""

from collections.abc import Sequence

from bulletin_gen.document import Table
from bulletin_gen.fonts.widths import known_advance
from bulletin_gen.line.nominal import nominal_advance
from bulletin_gen.placing.table import column_widths, is_number
from bulletin_gen.spans import Text, flat
from bulletin_gen.style import FaceRole, Style, TextRole

_LABELS = frozenset({"序号", "编号"})  # 1.1 is no decimal there

Blanks = tuple[float | None, ...]


def figure_blanks(table: Table, style: Style) -> tuple[Blanks, ...]:
    """Return for each row what its cells leave blank at their right, in pt within the padding.

    None for what is no number in a column with decimals.
    """
    rooms = (width - 2 * style.table.padding_pt for width in column_widths(table, style))
    heads = map(flat, table.head.cells)
    placed = [
        _column(column, room, style) if head not in _LABELS else (None,) * len(column)
        for head, column, room in zip(heads, table.columns, rooms, strict=True)
    ]
    blanks = iter(zip(*placed, strict=True))
    return tuple((None,) if table.goes_across(row) else next(blanks) for row in table.rows)


def _column(cells: Sequence[Text], room: float, style: Style) -> Blanks:
    size = style.text[TextRole.TABLE_CELL].size_pt
    parted = [_parted(flat(cell)) for cell in cells]
    numbers = [parts for parts in parted if parts is not None]
    if not any(after.startswith(".") for _, after in numbers):
        return (None,) * len(cells)
    before, after = (size * max(_ems(text, style) for text in side) for side in zip(*numbers, strict=True))
    middle = max(0.0, (room - before - after) / 2)
    return tuple(None if parts is None else middle + after - size * _ems(parts[1], style) for parts in parted)


def _parted(cell: str) -> tuple[str, str] | None:
    """Return a number as what stands before its point and what from it on; None for what is no number."""
    if not is_number(cell):
        return None
    end = next((at for at, char in enumerate(cell) if char in ".%％‰"), len(cell))
    return cell[:end], cell[end:]


def _ems(text: str, style: Style) -> float:
    """Return the width of a number in the Latin face that is asked for."""
    latin = style.face_names[FaceRole.LATIN]
    return sum(known_advance(latin, char) or nominal_advance(char) for char in text) / 1000
