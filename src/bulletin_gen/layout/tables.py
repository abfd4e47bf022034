"""Set a table or a form and part it over pages.

In: a block of ruled cells and the room that the first page and the others have. Out: for each page a drawing and its
height.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby, pairwise

from bulletin_gen.document import Form, FormCell, FormRow, Table, TableRow
from bulletin_gen.frozen import frozen
from bulletin_gen.layout.rows import Drawing, Row, begun, join_drawings
from bulletin_gen.layout.setter import Setter
from bulletin_gen.line.fill import Slice, fill
from bulletin_gen.line.strip import Strip
from bulletin_gen.pages import Origin, Stroke
from bulletin_gen.placing.figures import Blanks, figure_blanks
from bulletin_gen.placing.table import column_widths, is_number, least_heights, shared_widths
from bulletin_gen.spans import Text, flat, lines_of
from bulletin_gen.style import ApprovalStyle, TableStyle, TextRole
from bulletin_gen.units import mm_to_pt

_ROUNDING_PT = 1e-6


@frozen
class Band:
    """A row of ruled cells, or a part of one: the edges of its cells, in pt, and the lines of each.

    `least` is the height that it has even when empty. `number` is that of its row.
    """

    number: int
    edges: tuple[float, ...]
    cells: tuple[tuple[Row, ...], ...]
    style: TableStyle | ApprovalStyle
    least: float = 0.0

    @property
    def line_count(self) -> int:
        return max(map(len, self.cells))

    @property
    def height(self) -> float:
        return max(self.least, self._needed)

    @property
    def _needed(self) -> float:
        return self.line_count * self.style.line_pitch_pt + 2 * self.style.padding_pt

    def above(self, cell: Sequence[Row]) -> float:
        """Return where the text of a cell begins: in a table it stands in the middle of its row."""
        if not isinstance(self.style, TableStyle):
            return self.style.padding_pt
        spare = self.height - self._needed + (self.line_count - len(cell)) * self.style.line_pitch_pt
        return self.style.padding_pt + spare / 2

    def parts(self, most_lines: int) -> list["Band"]:
        """Return the row parted into bands of that many lines."""
        starts = range(0, self.line_count, most_lines)
        return [replace(self, cells=tuple(cell[at : at + most_lines] for cell in self.cells)) for at in starts]


@frozen
class Piece:
    """What one page shows of a table; y of the drawing counts from the table's top there."""

    drawing: Drawing
    height: float


def set_table(
    table: Table | Form, origin: Origin, setter: Setter, first_room: float, room: float
) -> list[Piece | None]:
    """Return the table page by page, the head row on each; None first when nothing of it fits on the first page."""
    repeated, bands = _form_bands(table, setter) if isinstance(table, Form) else _table_bands(table, setter, room)
    pages = _parted(repeated, bands, first_room, room)
    return [_piece([*repeated, *page], origin, setter) if page else None for page in pages]


def _table_bands(table: Table, setter: Setter, room: float) -> tuple[list[Band], list[Band]]:
    """Return what is repeated on every page and what is not: the head row, unless it takes half of the page."""
    edges = tuple(accumulate(column_widths(table, setter.style), initial=setter.left))
    least, *heights = least_heights(table, setter.style)
    head = _table_band(0, table.head, TextRole.TABLE_HEAD, edges, (None,) * len(table.head.cells), setter)
    head = replace(head, least=least)
    rows = zip(table.rows, figure_blanks(table, setter.style), heights, strict=True)
    bands = [
        replace(_table_band(at, row, TextRole.TABLE_CELL, _edges_of(row, table, edges), blanks, setter), least=least)
        for at, (row, blanks, least) in enumerate(rows, 1)
    ]
    if not bands or head.height > room / 2:
        return [], [head, *bands]
    return [head], bands


def _edges_of(row: TableRow, table: Table, edges: tuple[float, ...]) -> tuple[float, ...]:
    return (edges[0], edges[-1]) if table.goes_across(row) else edges


def _table_band(
    number: int, row: TableRow, role: TextRole, edges: tuple[float, ...], blanks: Blanks, setter: Setter
) -> Band:
    style = setter.style.table
    placed = zip(row.cells, _rooms(edges, style), blanks, strict=True)
    cells = tuple(tuple(_table_cell(text, role, *room, blank, setter)) for text, room, blank in placed)
    return Band(number, edges, cells, style)


def _table_cell(
    text: Text, role: TextRole, left: float, right: float, blank: float | None, setter: Setter
) -> Iterator[Row]:
    """Yield the lines of a cell; a number stands in its middle, or leaves `blank` pt at its right."""
    share = 0.5 if role is TextRole.TABLE_HEAD or is_number(flat(text)) else 0.0
    if blank is not None:
        right, share = right - blank, 1.0
    for line in lines_of(text):
        strip = setter.strip(role, line)
        pieces = fill(strip, right - left, right - left)
        yield from begun(
            [setter.line(strip, piece, left + share * _spare(strip, piece, right - left)) for piece in pieces]
        )


def _spare(strip: Strip, piece: Slice, room: float) -> float:
    return max(0.0, room - strip.width(piece.start, strip.visible_end(piece.start, piece.end)))


def _form_bands(form: Form, setter: Setter) -> tuple[list[Band], list[Band]]:
    """Return the rows of a form; none of them is repeated."""
    return [], [_form_band(number, row, setter) for number, row in enumerate(form.rows)]


def _form_band(number: int, row: FormRow, setter: Setter) -> Band:
    style = setter.style.approval
    edges = _edges([cell.share for cell in row.cells], setter)
    rooms = _rooms(edges, style)
    cells = tuple(tuple(_form_cell(cell, *room, setter)) for cell, room in zip(row.cells, rooms, strict=True))
    return Band(number, edges, cells, style, row.height * setter.style.grid.line_pitch_pt)


def _form_cell(cell: FormCell, left: float, right: float, setter: Setter) -> Iterator[Row]:
    """Yield the lines of a cell: the label, and the text run in after it; each line of the text begins one."""
    first, *others = lines_of(cell.text)
    label = (TextRole.APPROVAL_LABEL, cell.label)
    for texts in ([label, (TextRole.APPROVAL_TEXT, first)], *([(TextRole.APPROVAL_TEXT, line)] for line in others)):
        strip = setter.strip_of(texts, TextRole.APPROVAL_TEXT)
        yield from begun([setter.line(strip, piece, left) for piece in fill(strip, right - left, right - left)])


def _edges(shares: Sequence[float], setter: Setter) -> tuple[float, ...]:
    return tuple(accumulate(shared_widths(shares, setter.width, setter.style), initial=setter.left))


def _rooms(edges: Sequence[float], style: TableStyle | ApprovalStyle) -> list[tuple[float, float]]:
    """Return from where to where the text of each cell may stand."""
    return [(left + style.padding_pt, right - style.padding_pt) for left, right in pairwise(edges)]


def _parted(repeated: Sequence[Band], bands: Sequence[Band], first_room: float, room: float) -> list[list[Band]]:
    """Return the bands page by page. One that fits on a page is not split; a higher one begins a page of its own."""
    head = sum(band.height for band in repeated)
    pages: list[list[Band]] = [[]]
    left = first_room - head
    for band in [part for whole in bands for part in _fitting(whole, room - head)]:
        if band.height > left + _ROUNDING_PT and (pages[-1] or first_room < room):
            pages.append([])
            left = room - head
        pages[-1].append(band)
        left -= band.height
    return pages


def _fitting(band: Band, room: float) -> list[Band]:
    """Return a band in parts of as many lines as a page has room for."""
    most_lines = int((room - 2 * band.style.padding_pt + _ROUNDING_PT) / band.style.line_pitch_pt)
    return band.parts(max(1, most_lines))


def _piece(bands: Sequence[Band], origin: Origin, setter: Setter) -> Piece:
    tops = list(accumulate((band.height for band in bands), initial=0.0))
    placed = list(zip(bands, pairwise(tops), strict=True))
    texts = [drawing for band, (top, _) in placed for drawing in _texts(band, top, origin, setter)]
    edges, thickness = bands[0].edges, mm_to_pt(bands[0].style.rule_mm)
    across = [Stroke(edges[0], top, edges[-1], top, thickness, origin=origin) for top in tops]
    down = [Stroke(x, above, x, below, thickness, origin=origin) for x, above, below in _uprights(placed)]
    return Piece(join_drawings([*texts, Drawing(strokes=(*across, *down))]), tops[-1])


def _uprights(placed: Iterable[tuple[Band, tuple[float, float]]]) -> Iterator[tuple[float, float, float]]:
    """Yield x, top and foot of the rules down the page, each as long as rows below each other share it."""
    for edges, group in groupby(placed, key=lambda one: one[0].edges):
        rows = list(group)
        yield from ((x, rows[0][1][0], rows[-1][1][1]) for x in edges)


def _texts(band: Band, top: float, origin: Origin, setter: Setter) -> Iterator[Drawing]:
    """Yield the lines cell by cell."""
    ratio = setter.style.grid.baseline_ratio
    for column, cell in enumerate(band.cells):
        of_cell = replace(origin, cell=(band.number, column))
        for index, row in enumerate(cell):
            yield setter.drawn(row, top + band.above(cell) + (index + ratio) * band.style.line_pitch_pt, of_cell)
