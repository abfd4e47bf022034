"""Put sheets on pages.

In: a document, the style and the metrics of the faces. Out: Pages, on which every line and run has its place.
"""

from collections.abc import Iterator
from itertools import takewhile

from bulletin_gen.document import Block, Document, Draft, Head, Heading, Paragraph
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.layout.blocks import set_block
from bulletin_gen.layout.draft import draft_mark, watermark
from bulletin_gen.layout.measure import Metrics
from bulletin_gen.layout.page import Bookmark, Line, Page, Pages
from bulletin_gen.layout.page_number import page_number
from bulletin_gen.layout.rows import Drawing, Row
from bulletin_gen.layout.setter import Setter, join_drawings
from bulletin_gen.layout.sheets import Sheet, sheets
from bulletin_gen.layout.table import turned
from bulletin_gen.style import Style
from bulletin_gen.units import mm_to_pt


def lay_out(document: Document, style: Style, metrics: Metrics) -> Pages:
    """Return the document set in `style` on the grid of the page; at least one page.

    Raises what `metrics` raises for a character that no face has.
    """
    upright, across = Setter(style, metrics), Setter(turned(style), metrics)
    made = sheets(document.blocks, upright, across)
    pages = tuple(
        _page(number, sheet, across if sheet.turned else upright, upright, document.draft)
        for number, sheet in enumerate(made, start=1)
    )
    bookmarks = tuple(mark for index, sheet in enumerate(made) for mark in _bookmarks(index, sheet, style))
    paper = style.page
    findings = tuple(_findings(document, made[0], upright))
    return Pages(mm_to_pt(paper.width_mm), mm_to_pt(paper.height_mm), pages, bookmarks, findings)


def _page(number: int, sheet: Sheet, setter: Setter, upright: Setter, draft: Draft | None) -> Page:
    """Return a page; its number stands where it stands on upright pages, however the page is turned."""
    drawing = join_drawings([_drawn(index, row, setter) for index, row in enumerate(sheet.rows)])
    return Page(
        number,
        drawing.lines,
        page_number(number, sheet.numbered, upright),
        drawing.rules,
        drawing.highlights,
        draft_mark(draft, setter) if draft else None,
        watermark(draft, setter) if draft else None,
        sheet.turned,
    )


def _drawn(index: int, row: Row, setter: Setter) -> Drawing:
    """Return what one row shows, at its place on the page."""
    top = _row_top(index, setter.style)
    drawing = row.drawing.moved(top) if row.drawing else Drawing()
    if not row.runs:
        return drawing
    baseline = top + setter.style.grid.baseline_ratio * setter.style.grid.line_pitch_pt
    line = Line(baseline, row.runs, index, row.starts_paragraph, row.where)
    return join_drawings([Drawing((line,), highlights=setter.highlights(row, baseline)), drawing])


def _row_top(index: int, style: Style) -> float:
    return style.page.text_top_pt + index * style.grid.line_pitch_pt


def _bookmarks(page: int, sheet: Sheet, style: Style) -> list[Bookmark]:
    return [
        Bookmark(*row.heading, page, _row_top(index, style))
        for index, row in enumerate(sheet.rows)
        if row.heading is not None
    ]


def _findings(document: Document, first: Sheet, setter: Setter) -> Iterator[Finding]:
    """Yield what is wrong when the first page of an official document shows nothing of its text."""
    heads = [block for block in document.blocks if isinstance(block, Head)]
    before = list(takewhile(_is_no_text, document.blocks))
    if not heads or len(before) == len(document.blocks):
        return
    if sum(len(set_block(block, setter)) for block in before) >= len(first.rows):
        yield Finding(
            "layout/no-text-on-first-page",
            Severity.WARNING,
            "首页没有正文",
            "请缩短标题，或把主送机关移到版记，或减少联合发文机关",
            heads[0].where,
            "GB/T 9704-2012 7.3.3",
        )


def _is_no_text(block: Block) -> bool:
    return not isinstance(block, (Heading, Paragraph))
