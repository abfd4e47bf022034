"""Where 签发人 stand, at the right of 发文字号.

In: the names and the style. Out: each row's names with their indents from the left edge of the text area. Widths
are nominal: no faces are needed.
Source: GB/T 9704-2012, 7.2.6.
"""

from collections.abc import Sequence

from bulletin_gen.document import Head
from bulletin_gen.line.nominal import nominal_width
from bulletin_gen.line.strip import Spacing
from bulletin_gen.placing.signature import PlacedLine
from bulletin_gen.spans import Text, flat
from bulletin_gen.style import Style


def signer_rows(signers: Sequence[Text], style: Style) -> tuple[tuple[PlacedLine, ...], ...]:
    """Return the names row by row, without their label: those of further rows stand under those of the first.

    The last row is that of 发文字号. The label ends where the first name begins.
    """
    per_row = style.head.signers_per_row
    rows = [signers[start : start + per_row] for start in range(0, len(signers), per_row)]
    lefts = _column_lefts(rows, style)
    return tuple(tuple(PlacedLine(name, left) for name, left in zip(row, lefts, strict=False)) for row in rows)


def signer_label(head: Head, style: Style) -> PlacedLine | None:
    """Return 签发人：, which stands before the first name; None without signers."""
    rows = signer_rows(head.signers, style)
    if not rows:
        return None
    return PlacedLine(head.signer_label, max(0.0, rows[0][0].indent_pt - _width(head.signer_label, style)))


def _column_lefts(rows: Sequence[Sequence[Text]], style: Style) -> list[float]:
    """Return where the names of each column begin: a character apart, the last column a character in."""
    blank = style.head.side_cells * style.cell_pt
    lefts: list[float] = []
    right = style.page.text_width_pt
    for column in reversed(range(len(rows[0]) if rows else 0)):
        right -= blank + max(_width(row[column], style) for row in rows if column < len(row))
        lefts.insert(0, max(0.0, right))
    return lefts


def _width(text: Text, style: Style) -> float:
    return nominal_width(flat(text), Spacing(style.body_size_pt, style.grid.tracking_pt, style.engine))
