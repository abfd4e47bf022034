"""Put leaves on pages.

In: a document, the style and the metrics of the faces. Out: Pages, on which every line and run has its place.
"""

from dataclasses import replace

from bulletin_gen.document import Document, Draft
from bulletin_gen.layout.draft_mark import draft_mark, watermark
from bulletin_gen.layout.folio import page_number
from bulletin_gen.layout.leaves import Leaf, leaves
from bulletin_gen.layout.rows import Drawing
from bulletin_gen.layout.setter import Setter
from bulletin_gen.line.glyphs import Metrics
from bulletin_gen.pages import Bookmark, Page, Pages
from bulletin_gen.placing.table import turned
from bulletin_gen.style import Style
from bulletin_gen.units import mm_to_pt


def lay_out(document: Document, style: Style, metrics: Metrics) -> Pages:
    """Return the document set in `style` on the grid of the page; at least one page.

    Raises what `metrics` raises for a character that no face has.
    """
    upright, across = Setter(style, metrics), Setter(turned(style), metrics)
    made, colophon = leaves(document.blocks, upright, across)
    if not document.has_page_numbers:
        made = [replace(leaf, numbered=False) for leaf in made]
    pages = tuple(
        _page(number, leaf, across if leaf.turned else upright, upright, document.draft)
        for number, leaf in enumerate(made, start=1)
    )
    bookmarks = tuple(mark for index, leaf in enumerate(made) for mark in _bookmarks(index, leaf, upright))
    paper = style.page
    return Pages(mm_to_pt(paper.width_mm), mm_to_pt(paper.height_mm), pages, bookmarks, colophon)


def _page(number: int, leaf: Leaf, setter: Setter, upright: Setter, draft: Draft | None) -> Page:
    """Return a page; its number stands where it stands on upright pages, however the page is turned."""
    mark = draft_mark(draft, setter) if draft else Drawing()
    text = setter.on_grid(leaf.rows)
    return Page(
        number,
        text.lines,
        page_number(number, leaf.numbered, upright),
        (*mark.strokes, *text.strokes),
        (*mark.highlights, *text.highlights),
        (*mark.remarks, *text.remarks),
        mark.lines[0] if mark.lines else None,
        watermark(draft, setter) if draft else None,
        leaf.turned,
    )


def _bookmarks(page: int, leaf: Leaf, setter: Setter) -> list[Bookmark]:
    return [
        Bookmark(*row.heading, page, setter.top + index * setter.pitch)
        for index, row in enumerate(leaf.rows)
        if row.heading is not None
    ]
