"""Put rows on pages.

In: a document, the style and the metrics of the faces. Out: Pages, on which every line and run has its place.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bulletin_gen.document import Block, Document, Heading, Signature
from bulletin_gen.layout.blocks import Row, Setter
from bulletin_gen.layout.measure import Metrics
from bulletin_gen.layout.page import Bookmark, Line, Page, Pages
from bulletin_gen.style import Style
from bulletin_gen.units import mm_to_pt


def lay_out(document: Document, style: Style, metrics: Metrics) -> Pages:
    """Return the document set in `style` on the grid of the page; at least one page.

    Raises what `metrics` raises for a character that no face has.
    """
    setter = Setter(style, metrics)
    rows = _rows(document.blocks, setter)
    cuts = page_cuts([row.keep for row in rows], style.grid.rows)
    sheets = [rows[start:end] for start, end in pairwise(cuts)]
    pages = tuple(_page(number, sheet, setter, style) for number, sheet in enumerate(sheets, start=1))
    bookmarks = tuple(mark for index, sheet in enumerate(sheets) for mark in _bookmarks(index, sheet, style))
    paper = style.page
    return Pages(mm_to_pt(paper.width_mm), mm_to_pt(paper.height_mm), pages, bookmarks)


def _rows(blocks: Sequence[Block], setter: Setter) -> list[Row]:
    rows: list[Row] = []
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        rows += keep_together(block, setter.rows(block), following)
    return rows


def keep_together(block: Block, rows: list[Row], following: Block | None) -> list[Row]:
    """Return the rows of a block with those marked that may not be the last of their page.

    A heading on its own line stays with what follows, whole. Signature and date stay together, with the last line
    before them: they never stand alone on a page (7.3.5.5).
    """
    if isinstance(block, Signature):
        return [*(replace(row, keep=True) for row in rows[:-1]), rows[-1]]
    if isinstance(block, Heading) and not block.body and following is not None:
        return [replace(row, keep=True) for row in rows]
    if isinstance(following, Signature):
        return [*rows[:-1], replace(rows[-1], keep=True)]
    return rows


def page_cuts(keep: Sequence[bool], rows: int) -> list[int]:
    """Return where each page begins and the last one ends, as indices into the rows of the document.

    A page ends after its last row, or further up where rows are kept with what follows; a chain longer than a
    whole page is cut at the page's end.
    """
    cuts = [0]
    while cuts[-1] + rows < len(keep):
        start, end = cuts[-1], cuts[-1] + rows
        cuts.append(next((cut for cut in range(end, start, -1) if not keep[cut - 1]), end))
    return [*cuts, len(keep)]


def _page(number: int, sheet: Sequence[Row], setter: Setter, style: Style) -> Page:
    lines = tuple(
        Line(
            _row_top(index, style) + style.grid.baseline_ratio * style.grid.line_pitch_pt,
            row.runs,
            index,
            row.starts_paragraph,
            row.where,
        )
        for index, row in enumerate(sheet)
        if row.runs
    )
    return Page(number, lines, setter.page_number(number))


def _row_top(index: int, style: Style) -> float:
    return style.page.text_top_pt + index * style.grid.line_pitch_pt


def _bookmarks(page: int, sheet: Sequence[Row], style: Style) -> list[Bookmark]:
    return [
        Bookmark(*row.heading, page, _row_top(index, style))
        for index, row in enumerate(sheet)
        if row.heading is not None
    ]
