"""The outline (bookmarks) of a PDF.

In: a flat list of headings with their depths. Out: the tree that viewers show, all open.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from bulletin_gen.pages import Bookmark, Pages
from bulletin_gen.writers.pdf.content import number
from bulletin_gen.writers.pdf.objects import add_object, array, dictionary, reference_to, text_string

_ROOT = "outline"


@dataclass
class _Item:
    """A node of the outline; `reference` is that to its PDF object."""

    reference: str
    depth: int
    entries: dict[str, str]
    children: list["_Item"] = field(default_factory=list)


def outline_of(document: Any, pages: Pages, page_references: Sequence[str]) -> dict[str, str]:
    """Add the bookmarks of `pages` and return the entries of the catalog by which viewers show them.

    Nothing is added when there are none.
    """
    if not pages.bookmarks:
        return {}
    root = reference_to(document, _ROOT)
    names = [f"{_ROOT}.{count}" for count in range(len(pages.bookmarks))]
    items = [
        _item(reference_to(document, name), bookmark, pages, page_references[bookmark.page])
        for name, bookmark in zip(names, pages.bookmarks, strict=True)
    ]
    top = _tree(items)
    _relate(root, top)
    add_object(document, _ROOT, dictionary({"Type": "/Outlines", **_family(top)}))
    for name, item in zip(names, items, strict=True):
        add_object(document, name, dictionary(item.entries))
    return {"Outlines": root, "PageMode": "/UseOutlines"}


def _item(reference: str, bookmark: Bookmark, pages: Pages, page: str) -> _Item:
    top = number(pages.height - bookmark.y)
    place = ["/Fit"] if pages.pages[bookmark.page].turned else ["/XYZ", "null", top, "null"]
    entries = {"Title": text_string(bookmark.text), "Dest": array([page, *place])}
    return _Item(reference, bookmark.depth, entries)


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


def _relate(parent: str, siblings: Sequence[_Item]) -> None:
    """Enter in each item, and in those below it, where those around it are."""
    for item in siblings:
        item.entries |= {"Parent": parent, **_family(item.children)}
        _relate(item.reference, item.children)
    for before, after in pairwise(siblings):
        before.entries["Next"], after.entries["Prev"] = after.reference, before.reference


def _family(children: Sequence[_Item]) -> dict[str, str]:
    """Return the entries by which a node knows what is below it."""
    if not children:
        return {}
    return {"First": children[0].reference, "Last": children[-1].reference, "Count": str(_count(children))}


def _count(items: Iterable[_Item]) -> int:
    return sum(1 + _count(item.children) for item in items)
