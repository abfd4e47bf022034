"""Put sheets on pages.

In: a document, the style and the metrics of the faces. Out: Pages, on which every line and run has its place.
"""

from bulletin_gen.document import Document, Draft
from bulletin_gen.layout.draft_mark import draft_mark, watermark
from bulletin_gen.layout.findings import text_on_first_page, text_outside
from bulletin_gen.layout.folio import page_number
from bulletin_gen.layout.rows import Drawing, Row
from bulletin_gen.layout.setter import Setter, join_drawings
from bulletin_gen.layout.sheets import Sheet, sheets
from bulletin_gen.line.glyphs import Metrics
from bulletin_gen.pages import Bookmark, Line, Page, Pages
from bulletin_gen.placing.table import turned
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
    bookmarks = tuple(mark for index, sheet in enumerate(made) for mark in _bookmarks(index, sheet, upright))
    paper = style.page
    findings = (*text_on_first_page(document, made[0], upright), *text_outside(pages, style))
    return Pages(mm_to_pt(paper.width_mm), mm_to_pt(paper.height_mm), pages, bookmarks, findings)


def _page(number: int, sheet: Sheet, setter: Setter, upright: Setter, draft: Draft | None) -> Page:
    """Return a page; its number stands where it stands on upright pages, however the page is turned."""
    drawing = join_drawings(
        [_drawn(index, row, setter) for index, row in enumerate(sheet.rows) if row.runs or row.drawing]
    )
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
    top = setter.top + index * setter.pitch
    drawing = row.drawing.moved(top) if row.drawing else Drawing()
    if not row.runs:
        return drawing
    line = Line(top + setter.ascent, row.runs, index, row.starts_paragraph, row.where)
    return Drawing((line, *drawing.lines), drawing.rules, (*setter.highlights(row, line.baseline), *drawing.highlights))


def _bookmarks(page: int, sheet: Sheet, setter: Setter) -> list[Bookmark]:
    return [
        Bookmark(*row.heading, page, setter.top + index * setter.pitch)
        for index, row in enumerate(sheet.rows)
        if row.heading is not None
    ]
