"""The glyphs of a page -> its rows, and what they show of the page: columns, line numbers, text that is set upright.

What cannot be read as lines of one column is set apart and counted, never judged as if it were.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from bulletin_gen.frozen import frozen
from bulletin_gen.proof.pdf.glyphs import Glyph, PdfPage
from bulletin_gen.text.chars import STOPS, is_han
from bulletin_gen.units import pt_to_mm

Row = list[Glyph]
_SAME_LINE_MM = 0.7
_WATERMARK_PT = 72.0
_UPRIGHT_BARS = 2
_GUTTER_MM = 5.0  # between two columns
_FEWEST = 8  # rows that show a habit of the page
_APART_MM = 2.0  # between a line's number and the line
_SAME_PLACE_EM = 0.2
_STEP_EM = (0.7, 1.6)  # from one character to the next below it


@frozen
class PageRows:
    """The rows that can be judged, from top to bottom; how many characters stand in others, and why."""

    rows: tuple[Row, ...]
    has_table: bool = False
    gutter_mm: float | None = None  # where two columns part
    oddities: tuple[str, ...] = ()
    set_apart: int = 0

    @property
    def columns(self) -> int:
        return 1 if self.gutter_mm is None else 2


def rows_of_all(pages: Iterable[PdfPage]) -> list[PageRows]:
    """Return the rows of each page; one that ends within the left column of others is set in columns as well."""
    found = list(map(rows_of, pages))
    gutters = [one.gutter_mm for one in found if one.gutter_mm is not None]
    if not gutters:
        return found
    usual = median(gutters)
    return [_in_columns(one.rows, usual) if _is_left(one, usual) else one for one in found]


def _is_left(page: PageRows, gutter: float) -> bool:
    """Stand all rows of a page but its number in the left one of two columns?"""
    return page.columns == 1 and not page.has_table and all(row[-1].left_mm < gutter for row in page.rows[:-1])


def _in_columns(rows: Sequence[Row], gutter: float) -> PageRows:
    """Return what of a page runs across its columns, and its last row where that may be a page number."""
    is_number = not any(is_han(char) for glyph in rows[-1] for char in glyph.text) if rows else False
    last = len(rows) - 1 if is_number else len(rows)
    whole = [row for index, row in enumerate(rows) if index == last or _crosses(row, gutter)]
    return PageRows(tuple(whole), gutter_mm=gutter, set_apart=_said(rows) - _said(whole))


def rows_of(page: PdfPage) -> PageRows:
    """Return the rows of a page."""
    has_table = sum(not bar.is_level for bar in page.bars) >= _UPRIGHT_BARS
    if _is_upright(page.glyphs):
        return PageRows((), has_table, oddities=("文字竖排",), set_apart=_said([page.glyphs]))
    rows = list(_rows(page.glyphs))
    if has_table:
        return PageRows(tuple(rows), has_table)
    unnumbered = [_without_number(row) for row in rows]
    numbered = sum(len(row) < len(whole) for row, whole in zip(unnumbered, rows, strict=True))
    if numbered > max(_FEWEST, len(rows) / 2):
        return PageRows(tuple(row for row in unnumbered if row), oddities=("有行号",))
    if (gutter := _gutter(rows)) is not None:
        return _in_columns(rows, gutter)
    return PageRows(tuple(rows))


def _said(rows: Iterable[Sequence[Glyph]]) -> int:
    return sum(bool(glyph.text.strip()) for row in rows for glyph in row)


def _rows(glyphs: Iterable[Glyph]) -> Iterator[Row]:
    """Yield the glyphs of each line, from left to right, lines from top to bottom; blank lines are none."""
    rows: list[Row] = []
    for glyph in sorted((one for one in glyphs if one.size_pt < _WATERMARK_PT), key=lambda one: one.baseline_mm):
        if not rows or glyph.baseline_mm - rows[-1][0].baseline_mm > _SAME_LINE_MM:
            rows.append([])
        rows[-1].append(glyph)
    for row in rows:
        ordered = sorted(row, key=lambda glyph: glyph.left_mm)
        while ordered and not ordered[-1].text.strip():
            ordered.pop()
        if any(glyph.text.strip() for glyph in ordered):
            yield ordered


def _is_upright(glyphs: Sequence[Glyph]) -> bool:
    """Does most of the text run from top to bottom, as it is drawn?"""
    pairs = [(a, b) for a, b in pairwise(glyphs) if is_han(a.text[:1] or " ") and is_han(b.text[:1] or " ")]
    below = sum(_is_below(a, b) for a, b in pairs)
    return below > max(_FEWEST, len(pairs) / 2)


def _is_below(above: Glyph, below: Glyph) -> bool:
    size, (least, most) = pt_to_mm(above.size_pt), _STEP_EM
    step, aside = below.baseline_mm - above.baseline_mm, abs(below.left_mm - above.left_mm)
    return aside < _SAME_PLACE_EM * size and least * size < step < most * size


def _gutter(rows: Sequence[Row]) -> float | None:
    """Return where most rows of a page are parted, as two columns are; None where they are not.

    A short line of the left column leaves a wider gap: the narrowest one shows where the columns part.
    """
    widest = [max(pairwise(row), key=_gap) for row in rows if len(row) > 1]
    gaps = [pair for pair in widest if _gap(pair) > _GUTTER_MM]
    usual = median(pair[1].left_mm for pair in gaps) if gaps else 0.0
    parted = [pair for pair in gaps if abs(pair[1].left_mm - usual) < _GUTTER_MM]
    if len(parted) < _FEWEST or len(parted) <= len(rows) / 2:
        return None
    left, right = min(parted, key=_gap)
    return (left.right_mm + right.left_mm) / 2


def _gap(pair: tuple[Glyph, Glyph]) -> float:
    return pair[1].left_mm - pair[0].right_mm


def _crosses(row: Row, gutter: float) -> bool:
    """Runs a row across the columns, as a title does and a page number?"""
    across = (glyph for glyph in row if glyph.left_mm < gutter < glyph.right_mm)
    return len(row) > 1 and any(glyph.text not in STOPS for glyph in across)  # a stop may hang into the gutter


def _without_number(row: Row) -> Row:
    """Return a row without the number of its line, which stands clear of it at the left."""
    printed = [glyph for glyph in row if glyph.text.strip()]
    for index, glyph in enumerate(printed):
        if index and _gap((printed[index - 1], glyph)) > _APART_MM:
            return printed[index:]
        if not glyph.text.isdecimal():
            return row
    return []
