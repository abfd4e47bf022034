"""How a table fills its page: upright or across, how wide its columns are. No faces are needed.

A row is as high as its highest cell, lines at the pitch of the style with the padding on all sides; the text of a
cell stands in the middle of that height. The head row is repeated on every page. A row that fits on a page is not
split, nor is a table in the text that takes less than half of a page. One in the text takes whole rows of the grid.

A table set across stands on a turned page: the paper stays bound like the others, and its left side becomes the
top, on odd and even pages alike, since the table's head belongs toward the binding on odd pages and away from it on
even ones. The page number stays where it is on other pages.
Source: GB/T 9704-2012, 8.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from math import ceil

from bulletin_gen.document import AttachmentHead, Block, Table
from bulletin_gen.placing.columns import nominal_lines, shares_by_content
from bulletin_gen.style import Style, TextRole
from bulletin_gen.text.regex import Regex
from bulletin_gen.units import pt_to_twips, twips_to_pt

_ROUNDING = 1e-6
_NUMBER = Regex(r"[-+]?[\d.,]+[%％‰]?")


def turned(style: Style) -> Style:
    """Return the style of a turned page: its text area is the same part of the paper, with as many whole rows and
    columns as it holds.
    """
    page = style.page
    across = replace(
        page,
        width_mm=page.height_mm,
        height_mm=page.width_mm,
        top_mm=page.left_mm,
        left_mm=page.height_mm - page.bottom_edge_mm,
        text_width_mm=page.text_height_mm,
        text_height_mm=page.text_width_mm,
    )
    rows = int(across.text_height_pt / style.grid.line_pitch_pt)
    columns = int(across.text_width_pt / style.cell_pt)
    return replace(style, page=across, grid=replace(style.grid, rows=max(1, rows), columns=max(1, columns)))


def stands_across(block: Block, following: Block | None, style: Style) -> bool:
    """Does a block stand on a turned page: a wide table, and the head of an attachment that begins with one?"""
    if isinstance(block, AttachmentHead) and isinstance(following, Table):
        return is_landscape(following, style)
    return isinstance(block, Table) and is_landscape(block, style)


def is_number(cell: str) -> bool:
    """Is a cell centred, as numbers are (the head row is, too), and not set from the left?"""
    return _NUMBER.fullmatch(cell) is not None


def is_landscape(table: Table, style: Style) -> bool:
    """Is the table set across a turned page? Its author says, or else the number of its columns."""
    if table.landscape is not None:
        return table.landscape
    return len(table.head.cells) > style.table.widest_upright_columns


def table_width(table: Table, style: Style) -> float:
    """Return the width of the table in pt: all that the page gives its text; set across, the text area's longer side.

    `style` may be that of the upright page or of the turned one.
    """
    page = style.page
    return max(page.text_height_pt, page.text_width_pt) if is_landscape(table, style) else page.text_width_pt


def stays_whole(table: Table, style: Style) -> bool:
    """Does no page end part the table? None parts one in the text that takes less than half of a page."""
    return table.in_text and sum(_nominal_heights(table, style)) <= _half_page(style)


def least_heights(table: Table, style: Style) -> tuple[float, ...]:
    """Return how high each row is at the least, in pt, the head row first.

    A table in the text takes whole rows of the grid, so that the text goes on upon them: one that stays whole shares
    them out among its rows, of another each row takes whole ones, since a page may end below any. One with a row of
    half a page, and one that is not in the text, asks for nothing.
    """
    heights = _nominal_heights(table, style) if table.in_text else [0.0] * (1 + len(table.rows))
    pitch = style.grid.line_pitch_pt
    if not table.in_text or max(heights) > _half_page(style):
        return (0.0,) * len(heights)
    if stays_whole(table, style):
        more = -sum(heights) % pitch / len(heights)
        return tuple(height + more for height in heights)
    return tuple(ceil(height / pitch - _ROUNDING) * pitch for height in heights)


def _nominal_heights(table: Table, style: Style) -> list[float]:
    """Return about how high each row is by its lines alone."""
    lines = nominal_lines(table, column_widths(table, style), style)
    return [count * style.table.line_pitch_pt + 2 * style.table.padding_pt for count in lines]


def _half_page(style: Style) -> float:
    return style.page.text_height_pt / 2


def column_widths(table: Table, style: Style) -> tuple[float, ...]:
    """Return the widths of the columns in pt, in the style of upright pages or of turned ones.

    They are parted by the table's shares, or by what stands in the columns where it has none.
    """
    width = table_width(table, style)
    return shared_widths(table.shares or shares_by_content(table, width, style), width, style)


def shared_widths(shares: Sequence[float], width: float, style: Style) -> tuple[float, ...]:
    """Return a width in pt parted by shares, each part of whole twips.

    No part is narrower than one character and its padding, as far as the others can give.
    """
    narrowest = style.text[TextRole.TABLE_CELL].size_pt + 2 * style.table.padding_pt
    spare = max(0.0, width - narrowest * len(shares))
    wanted = _shared(shares, width)
    if min(wanted) < narrowest:
        base = (width - spare) / len(shares)
        wanted = [base + part for part in _shared(shares, spare)]
    edges = [pt_to_twips(edge) for edge in accumulate(wanted, initial=0.0)]
    return tuple(twips_to_pt(right - left) for left, right in pairwise(edges))


def _shared(shares: Sequence[float], width: float) -> list[float]:
    return [width * share / sum(shares) for share in shares]
