"""The outline (bookmarks) of a PDF.

In: a flat list of headings with their depths. Out: the tree that viewers show, all open.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString

from bulletin_gen.pages import Bookmark, Pages
from bulletin_gen.writers.pdf.content import number

_ROOT = "outline"


@dataclass
class _Item:
    """A node of the outline; `name` is the internal name of its PDF object."""

    name: str
    depth: int
    entries: dict[str, Any]
    children: list["_Item"] = field(default_factory=list)


def add_outline(document: Any, pages: Pages, page_references: Sequence[Any]) -> None:
    """Add the bookmarks of `pages` and let viewers show them; nothing is added when there are none."""
    if not pages.bookmarks:
        document.Catalog.Outlines = None
        return
    items = [_item(count, bookmark, pages, page_references) for count, bookmark in enumerate(pages.bookmarks, 1)]
    top = _tree(items)
    root = PDFDictionary({"Type": "/Outlines", **_family(top)})
    document.Catalog.Outlines = document.Reference(root, _ROOT)
    document.Catalog.PageMode = PDFName("UseOutlines")
    _add_items(document, _ROOT, top)


def _item(count: int, bookmark: Bookmark, pages: Pages, page_references: Sequence[Any]) -> _Item:
    top = number(pages.height - bookmark.y)
    place = ["/Fit"] if pages.pages[bookmark.page].turned else ["/XYZ", "null", top, "null"]
    destination = PDFArray([page_references[bookmark.page], *place])
    return _Item(f"{_ROOT}.{count}", bookmark.depth, {"Title": PDFString(bookmark.text), "Dest": destination})


def _tree(items: Iterable[_Item]) -> list[_Item]:
    """Return the top items. An item belongs to the last one before it that is less deep, however much less."""
    top: list[_Item] = []
    path: list[_Item] = []
    for item in items:
        while path and path[-1].depth >= item.depth:
            path.pop()
        (path[-1].children if path else top).append(item)
        path.append(item)
    return top


def _family(children: Sequence[_Item]) -> dict[str, Any]:
    """Return the entries by which a node knows what is below it."""
    if not children:
        return {}
    first, last = (PDFObjectReference(children[position].name) for position in (0, -1))
    return {"First": first, "Last": last, "Count": _count(children)}


def _count(items: Iterable[_Item]) -> int:
    return sum(1 + _count(item.children) for item in items)


def _add_items(document: Any, parent: str, items: Sequence[_Item]) -> None:
    names = [PDFObjectReference(item.name) for item in items]
    for position, item in enumerate(items):
        entries = {"Parent": PDFObjectReference(parent), **item.entries, **_family(item.children)}
        if position > 0:
            entries["Prev"] = names[position - 1]
        if position + 1 < len(items):
            entries["Next"] = names[position + 1]
        document.Reference(PDFDictionary(entries), item.name)
        _add_items(document, item.name, item.children)
