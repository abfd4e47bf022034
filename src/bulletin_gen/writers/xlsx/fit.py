"""How wide the columns of a sheet are and how high its rows, so that every text is printed whole.

In: a sheet and the style. Out: pt. Excel makes no merged cell as high as its text needs, so all heights are said.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import ceil

from bulletin_gen.document import Table, TableRow
from bulletin_gen.frozen import frozen
from bulletin_gen.line.fill import fill
from bulletin_gen.line.nominal import nominal_strip
from bulletin_gen.line.strip import Spacing
from bulletin_gen.placing.columns import shares_by_content
from bulletin_gen.placing.table import shared_widths
from bulletin_gen.sheet import Sheet, SheetBand, SheetLine, SheetRow
from bulletin_gen.spans import spanned
from bulletin_gen.style import Style, TextRole
from bulletin_gen.units import mm_to_pt

HIGHEST_PT = 409.0  # that Excel lets a row be
_SLACK_PT = 2.0  # programs round heights
_WORTH_PARTING = 1 / 3  # of a page: lower lines are never parted


@frozen
class Fitted:
    """A line of a sheet as rows of Excel.

    `heights` are those of its rows; `spans` says for each column which of them each of its cells takes: from the first
    to before the last. `beside` is the height that cells beside several others need for their texts.
    """

    heights: tuple[float, ...]
    spans: tuple[tuple[tuple[int, int], ...], ...]
    beside: float = 0.0

    @property
    def height(self) -> float:
        return sum(self.heights)

    def may_begin(self, room: float) -> bool:
        """May it begin where there is less room than it needs: some of its rows fit, and what stands beside them?"""
        fitting = [height for height in accumulate(self.heights) if height <= room]
        return bool(fitting) and fitting[-1] >= self.beside


@frozen
class PageEnds:
    """`starts` are the rows, from 0, that begin a page; `parted` the lines that go on on the next."""

    starts: tuple[int, ...]
    parted: frozenset[int]


def column_widths(sheet: Sheet, style: Style) -> tuple[float, ...]:
    """Return the widths of the columns, which fill the page from side to side."""
    width = mm_to_pt(style.page.height_mm - 2 * style.sheet.side_mm)
    shares = [column.share for column in sheet.columns if column.share is not None]
    if len(shares) == len(sheet.columns):
        return shared_widths(shares, width, style)
    head = TableRow(tuple(spanned(column.title) for column in sheet.columns))
    table = Table(head, (), tuple(_as_table_row(line) for line in sheet.lines if isinstance(line, SheetRow)))
    return shared_widths(shares_by_content(table, width, style), width, style)


def text_height(text: str, width: float, role: TextRole, style: Style) -> float:
    """Return the height of a cell of that width in which a text stands whole."""
    font = style.text[role]
    room = max(font.size_pt, width - 2 * style.table.padding_pt)
    spacing = Spacing(font.size_pt, 0.0, style.engine)
    lines = sum(len(fill(nominal_strip(line, spacing), room, room)) for line in text.split("\n"))
    pitch = style.sheet.line_pitch_pt * font.size_pt / style.text[TextRole.TABLE_CELL].size_pt
    return lines * pitch + 2 * style.table.padding_pt


def fit_line(line: SheetLine, widths: Sequence[float], style: Style) -> Fitted:
    """Return how high a line is: as its cells below each other need, and as high as the highest that stands beside."""
    if isinstance(line, SheetBand):
        height = text_height(line.text, sum(widths), TextRole.TABLE_HEAD, style)
        return Fitted((min(HIGHEST_PT, height),), (((0, 1),),) * len(widths))
    needed = [
        [text_height(cell.text, width, TextRole.TABLE_CELL, style) for cell in cells]
        for cells, width in zip(line.cells, widths, strict=True)
    ]
    count = max(map(len, needed))
    heights = [max(column[at] for column in needed if len(column) == count) for at in range(count)]
    beside = max((column[0] for column in needed if len(column) < count), default=0.0)
    more = max(0.0, beside - sum(heights)) / count
    parts = [_parted(height + more) for height in heights]
    edges = list(accumulate(map(len, parts), initial=0))
    whole, each = ((0, edges[-1]),), tuple(pairwise(edges))
    spans = tuple(each if len(column) == count else whole for column in needed)
    return Fitted(tuple(height for part in parts for height in part), spans, beside)


def page_room(style: Style) -> float:
    """Return how high the rows of a page may be together."""
    return mm_to_pt(style.page.width_mm - style.sheet.top_mm - style.sheet.foot_mm) - _SLACK_PT


def page_ends(lines: Sequence[Fitted], goes_on: Sequence[bool], first: float, room: float) -> PageEnds:
    """Return where pages end, so that no text is parted that a page has room for.

    A line that `goes_on` stands on the page of the next. `first` is the room on the first page, `room` on the others.
    """
    starts: list[int] = []
    parted: set[int] = set()
    left, begun, row = first, 0, 0
    for number, (line, more) in enumerate(zip(lines, goes_on, strict=True)):
        if more and number + 1 < len(lines):
            continue
        together = [height for one in lines[begun : number + 1] for height in one.heights]
        begun = number + 1
        above = sum(together) - line.height
        may_begin = line.height > room * _WORTH_PARTING and line.may_begin(left - above)
        if sum(together) > left and left < room and not may_begin:
            starts.append(row)
            left = room
        if sum(together) > left:
            parted.add(number)
        for height in together:
            if height > left and left < room:
                starts.append(row)
                left = room
            left -= height
            row += 1
    return PageEnds(tuple(starts), frozenset(parted))


def _parted(height: float) -> list[float]:
    """Return a height as rows none of which is higher than a row may be."""
    count = ceil(height / HIGHEST_PT)
    return [height / count] * count


def _as_table_row(row: SheetRow) -> TableRow:
    return TableRow(tuple(spanned("\n".join(cell.text for cell in cells)) for cells in row.cells))
