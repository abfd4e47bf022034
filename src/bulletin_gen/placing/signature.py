"""Where 署名 and 成文日期 stand.

In: the signature's lines, the date and the style. Out: each line with its indent from the left edge of the text
area, so that every writer puts it at the same place, and how it hangs there: from the right edge or from its middle,
so that who types another name keeps the blank that the standard counts. Widths are nominal: no faces are needed.
Source: GB/T 9704-2012, 7.3.5.1, 7.3.5.2 and 7.3.5.4.
"""

from collections.abc import Sequence
from enum import Enum, auto
from itertools import chain

from bulletin_gen.document import Signature
from bulletin_gen.frozen import frozen
from bulletin_gen.line.nominal import nominal_width
from bulletin_gen.line.strip import Spacing
from bulletin_gen.placing.title import break_title
from bulletin_gen.spans import Text, flat
from bulletin_gen.style import Style


@frozen
class PlacedLine:
    """One line; `indent_pt` from the text area's left edge to its first character."""

    text: Text
    indent_pt: float


@frozen
class PlacedSignature:
    """`date` is None when there is none; `lines` may be empty."""

    lines: tuple[PlacedLine, ...]
    date: PlacedLine | None


class Hang(Enum):
    """What of each text of a row stays where it is when it becomes longer: its right end or its middle."""

    RIGHT = auto()
    MIDDLE = auto()


@frozen
class SignatureRow:
    """What stands on one row of the page, from left to right; nothing on a blank row. Several hang from their middles,
    where their seals go."""

    lines: tuple[PlacedLine, ...] = ()
    is_date: bool = False
    hang: Hang = Hang.RIGHT


def signature_rows(signature: Signature, style: Style) -> tuple[SignatureRow, ...]:
    """Return the rows of a signature, sealed or not, from the blank ones above it to the date."""
    if signature.sealed:
        return _sealed_rows(signature, style)
    placed = place_signature(signature.lines, signature.date, style)
    rows = [SignatureRow()] * style.paragraph.rows_above_signature
    rows += [SignatureRow((line,)) for line in placed.lines]
    return (*rows, *([SignatureRow((placed.date,), is_date=True)] if placed.date else []))


def right_blank(line: PlacedLine, style: Style) -> float:
    """Return how far the text area reaches beyond a line, in pt; 0 where the line is wider than its room."""
    return max(0.0, style.page.text_width_pt - line.indent_pt - _width(line.text, style))


def middle(line: PlacedLine, style: Style) -> float:
    """Return where a line has its middle, in pt from the text area's left edge; not right of that area."""
    return min(line.indent_pt + _width(line.text, style) / 2, style.page.text_width_pt)


def place_signature(lines: Sequence[Text], date: Text, style: Style) -> PlacedSignature:
    """Return where the lines of a signature without seals and its date stand; an empty `date` means none.

    The widest line keeps the right blank, the others are centred on it; the date begins two characters right of
    it. A date wider than the signature keeps the right blank itself, and the signature gives way to the left.
    A line too wide for the text area is broken by sense.
    """
    room = style.grid.columns - style.paragraph.signature_right_cells
    whole = tuple(chain.from_iterable(break_title(line, room, style.engine) for line in lines if line))
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


def _sealed_rows(signature: Signature, style: Style) -> tuple[SignatureRow, ...]:
    """Return the rows with room for seals: organs side by side, the last of them centred on the date below it.

    The date keeps its right blank; where names are too wide for that, it gives way to the left with them.
    """
    names = tuple(line for line in signature.lines if line)
    organs = [(name,) for name in names] if signature.joint else [names] if names else []
    per_row = _organs_per_row(organs, signature.date, style)
    centres = _centres(per_row, organs, signature.date, style)
    rows = [SignatureRow()] * style.seal.rows_above_signature
    for index, first in enumerate(range(0, len(organs), per_row)):
        rows += [SignatureRow()] * (style.seal.rows_between_organs if index else 0)
        rows += _organ_rows(organs[first : first + per_row], centres, style)
    if signature.date:
        rows.append(SignatureRow((_centred(signature.date, centres[-1], style),), is_date=True))
    return tuple(rows)


def _organs_per_row(organs: Sequence[Sequence[Text]], date: Text, style: Style) -> int:
    """Return how many organs stand side by side: as many as the style allows and their names' widths let."""
    widest = max((_width(name, style) for organ in organs for name in organ), default=0.0)
    most = max(1, min(len(organs), style.seal.organs_per_row))
    column = (2 * _date_centre(date, style) / (2 * count - 1) for count in range(most, 1, -1))
    fitting = (
        count for count, width in zip(range(most, 1, -1), column, strict=True) if widest + style.cell_pt <= width
    )
    return next(fitting, 1)


def _centres(per_row: int, organs: Sequence[Sequence[Text]], date: Text, style: Style) -> list[float]:
    """Return the middles of equal columns, the last that of the date, from the left edge of the text area."""
    last = _date_centre(date, style)
    if per_row == 1:
        lines = [*chain.from_iterable(_broken(organ, style) for organ in organs), date]
        last = min(last, style.page.text_width_pt - max(_width(line, style) for line in lines) / 2)
    column = 2 * last / (2 * per_row - 1)
    return [column * (index + 0.5) for index in range(per_row)]


def _date_centre(date: Text, style: Style) -> float:
    right = style.page.text_width_pt - style.seal.date_right_cells * style.cell_pt
    return max(right - _width(date, style) / 2, style.page.text_width_pt / 2)


def _organ_rows(organs: Sequence[Sequence[Text]], centres: Sequence[float], style: Style) -> list[SignatureRow]:
    """Return the rows of organs that stand side by side, the last ones ending at the last of the centres."""
    broken = [_broken(organ, style) for organ in organs]
    height = max(map(len, broken))
    columns = [((),) * (height - len(lines)) + lines for lines in broken]
    return [
        SignatureRow(
            tuple(
                _centred(text, centre, style)
                for text, centre in zip(texts, centres[-len(organs) :], strict=True)
                if text
            ),
            hang=Hang.MIDDLE,
        )
        for texts in zip(*columns, strict=True)
    ]


def _broken(organ: Sequence[Text], style: Style) -> tuple[Text, ...]:
    room = style.grid.columns - style.paragraph.signature_right_cells
    return tuple(chain.from_iterable(break_title(line, room, style.engine) for line in organ))


def _centred(text: Text, centre: float, style: Style) -> PlacedLine:
    return PlacedLine(text, max(0.0, centre - _width(text, style) / 2))


def _width(text: Text, style: Style) -> float:
    return nominal_width(flat(text), Spacing(style.body_size_pt, style.grid.tracking_pt, style.engine))
