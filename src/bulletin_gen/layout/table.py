"""How a table fills its page: upright or across, and how wide its columns are. No faces are needed.

A table set across stands on a turned page: the paper stays bound like the others, and its left side becomes the
top, on odd and even pages alike, since the table's head belongs toward the binding on odd pages and away from it on
even ones. So the table is as wide as the text area is high, the page number stays where it is on other pages, and
of the turned page the margins are: top = left of the paper, right = its top, bottom = its right, left = its foot.
Source: GB/T 9704-2012, 8.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from bulletin_gen.document import Table
from bulletin_gen.style import Style, TextRole
from bulletin_gen.units import pt_to_twips, twips_to_pt


def is_landscape(table: Table, style: Style) -> bool:
    """Is the table set across a turned page? Its author says, or else the number of its columns."""
    if table.landscape is not None:
        return table.landscape
    return len(table.head) > style.table.widest_upright_columns


def table_width(table: Table, style: Style) -> float:
    """Return the width of the table in pt: all that the page, upright or turned, gives its text."""
    return style.page.text_height_pt if is_landscape(table, style) else style.page.text_width_pt


def column_widths(table: Table, style: Style) -> tuple[float, ...]:
    """Return the widths of the columns in pt, each of whole twips; together they are as wide as the table.

    No column is narrower than one character and its padding, as far as the others can give.
    """
    width, narrowest = table_width(table, style), _narrowest(style)
    spare = max(0.0, width - narrowest * len(table.shares))
    base = (width - spare) / len(table.shares)
    wanted = _shared(table.shares, width)
    if min(wanted) < base:
        wanted = [base + part for part in _shared(table.shares, spare)]
    edges = [pt_to_twips(edge) for edge in accumulate(wanted, initial=0.0)]
    return tuple(twips_to_pt(right - left) for left, right in pairwise(edges))


def _shared(shares: Sequence[float], width: float) -> list[float]:
    return [width * share / sum(shares) for share in shares]


def _narrowest(style: Style) -> float:
    return style.text[TextRole.TABLE_CELL].size_pt + 2 * style.table.padding_pt
