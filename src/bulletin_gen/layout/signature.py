"""Where 署名 and 成文日期 stand, when no seal is set.

In: the signature's lines, the date and the style. Out: each line with its indent from the left edge of the text
area, so that every writer puts it at the same place. Widths are nominal: no faces are needed.
Source: GB/T 9704-2012, 7.3.5.2 and 7.3.5.4.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from bulletin_gen.layout.nominal import nominal_width
from bulletin_gen.layout.strip import Spacing
from bulletin_gen.layout.title import break_title
from bulletin_gen.style import Style


@dataclass(frozen=True)
class PlacedLine:
    """One line; `indent_pt` from the text area's left edge to its first character."""

    text: str
    indent_pt: float


@dataclass(frozen=True)
class PlacedSignature:
    """`date` is None when there is none; `lines` may be empty."""

    lines: tuple[PlacedLine, ...]
    date: PlacedLine | None


def place_signature(lines: Sequence[str], date: str, style: Style) -> PlacedSignature:
    """Return where the lines of a signature and its date stand; an empty `date` means none.

    The widest line keeps the right blank, the others are centred on it; the date begins two characters right of
    it. A date wider than the signature keeps the right blank itself, and the signature gives way to the left.
    A line too wide for the text area is broken by sense.
    """
    room = style.grid.columns - style.paragraph.signature_right_cells
    whole = tuple(chain.from_iterable(break_title(line, room) for line in lines if line))
    widths = [_width(line, style) for line in whole]
    left, date_left = _left_edges(max(widths, default=0.0), _width(date, style), style)
    widest = max(widths, default=0.0)
    placed = (PlacedLine(line, left + (widest - width) / 2) for line, width in zip(whole, widths, strict=True))
    return PlacedSignature(tuple(placed), PlacedLine(date, date_left) if date else None)


def _left_edges(signature: float, date: float, style: Style) -> tuple[float, float]:
    """Return where the widest line and the date begin, given their widths in pt (0 when missing)."""
    right = style.page.text_width_pt - style.paragraph.signature_right_cells * style.cell_pt
    offset = style.paragraph.date_offset_cells * style.cell_pt if signature else 0.0
    left = right - signature if date <= signature else right - date - offset
    return max(0.0, left), max(0.0, left + offset)


def _width(text: str, style: Style) -> float:
    return nominal_width(text, Spacing(style.body_size_pt, style.grid.tracking_pt, style.grid.script_gap_em))
