"""Set a table and part it over pages.

In: a table and the room that the first page and the others have. Out: for each page a drawing and its height.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from bulletin_gen.document import Table
from bulletin_gen.layout.rows import Drawing, Row
from bulletin_gen.layout.setter import Setter, join_drawings
from bulletin_gen.line.fill import Slice, fill
from bulletin_gen.line.strip import Strip
from bulletin_gen.pages import Rule
from bulletin_gen.placing.table import is_number, shared_widths
from bulletin_gen.style import Style, TextRole
from bulletin_gen.units import mm_to_pt
from bulletin_gen.where import Where

_ROUNDING_PT = 1e-6


@dataclass(frozen=True)
class Band:
    """A row of the table, or a part of one: the lines of each of its cells."""

    cells: tuple[tuple[Row, ...], ...]

    @property
    def line_count(self) -> int:
        return max(map(len, self.cells))

    def height(self, style: Style) -> float:
        return self.line_count * style.table.line_pitch_pt + 2 * style.table.padding_pt

    def parts(self, most_lines: int) -> list["Band"]:
        """Return the row parted into bands of that many lines."""
        starts = range(0, self.line_count, most_lines)
        return [Band(tuple(cell[start : start + most_lines] for cell in self.cells)) for start in starts]


@dataclass(frozen=True)
class Piece:
    """What one page shows of a table; y of the drawing counts from the table's top there."""

    drawing: Drawing
    height: float


def set_table(table: Table, setter: Setter, first_room: float, room: float) -> list[Piece | None]:
    """Return the table page by page, the head row on each; None first when nothing of it fits on the first page."""
    edges = _edges(table, setter)
    repeated, bands = _bands(table, edges, setter, room)
    sheets = _parted(repeated, bands, setter.style, first_room, room)
    return [_piece([*repeated, *sheet], edges, setter, table.where) if sheet else None for sheet in sheets]


def _edges(table: Table, setter: Setter) -> list[float]:
    return list(accumulate(shared_widths(table.shares, setter.width, setter.style), initial=setter.left))


def _bands(table: Table, edges: Sequence[float], setter: Setter, room: float) -> tuple[list[Band], list[Band]]:
    """Return what is repeated on every page and what is not: the head row, unless it takes half of the page."""
    head = _band(table.head, TextRole.TABLE_HEAD, edges, setter)
    bands = [_band(row, TextRole.TABLE_CELL, edges, setter) for row in table.rows]
    if not bands or head.height(setter.style) > room / 2:
        return [], [head, *bands]
    return [head], bands


def _band(cells: Sequence[str], role: TextRole, edges: Sequence[float], setter: Setter) -> Band:
    padding = setter.style.table.padding_pt
    sides = [(left + padding, right - padding) for left, right in pairwise(edges)]
    return Band(tuple(_cell(text, role, *side, setter) for text, side in zip(cells, sides, strict=True)))


def _cell(text: str, role: TextRole, left: float, right: float, setter: Setter) -> tuple[Row, ...]:
    centred = role is TextRole.TABLE_HEAD or is_number(text)
    lines: list[Row] = []
    for paragraph in text.split("\n"):
        strip = setter.strip(role, paragraph)
        pieces = fill(strip, right - left, right - left)
        lines += [setter.line(strip, piece, left + _indent(strip, piece, right - left, centred)) for piece in pieces]
    return tuple(lines)


def _indent(strip: Strip, piece: Slice, room: float, centred: bool) -> float:
    if not centred:
        return 0.0
    return max(0.0, room - strip.width(piece.start, strip.visible_end(piece.start, piece.end))) / 2


def _parted(
    repeated: Sequence[Band], bands: Sequence[Band], style: Style, first_room: float, room: float
) -> list[list[Band]]:
    """Return the bands page by page. One that fits on a page is not split; a higher one begins a page of its own."""
    head = sum(band.height(style) for band in repeated)
    most_lines = max(1, int((room - head - 2 * style.table.padding_pt + _ROUNDING_PT) / style.table.line_pitch_pt))
    sheets: list[list[Band]] = [[]]
    left = first_room - head
    for band in [part for whole in bands for part in whole.parts(most_lines)]:
        height = band.height(style)
        if height > left + _ROUNDING_PT and (sheets[-1] or first_room < room):
            sheets.append([])
            left = room - head
        sheets[-1].append(band)
        left -= height
    return sheets


def _piece(bands: Sequence[Band], edges: Sequence[float], setter: Setter, where: Where) -> Piece:
    tops = list(accumulate((band.height(setter.style) for band in bands), initial=0.0))
    texts = [drawing for band, top in zip(bands, tops, strict=False) for drawing in _texts(band, top, setter, where)]
    thickness = mm_to_pt(setter.style.table.rule_mm)
    across = [Rule(edges[0], top, edges[-1], top, thickness) for top in tops]
    down = [Rule(edge, tops[0], edge, tops[-1], thickness) for edge in edges]
    return Piece(join_drawings([*texts, Drawing(rules=(*across, *down))]), tops[-1])


def _texts(band: Band, top: float, setter: Setter, where: Where) -> Iterator[Drawing]:
    """Yield the lines cell by cell, each cell in the middle of the row's height."""
    numbers, ratio = setter.style.table, setter.style.grid.baseline_ratio
    for cell in band.cells:
        above = numbers.padding_pt + (band.line_count - len(cell)) * numbers.line_pitch_pt / 2
        for index, row in enumerate(cell):
            yield setter.drawn(row, top + above + (index + ratio) * numbers.line_pitch_pt, where)
