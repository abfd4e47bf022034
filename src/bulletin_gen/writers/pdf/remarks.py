"""Reviewers' remarks as annotations: a viewer shows who said what beside the text that it is about.

The page draws the box behind the text, in print too; the annotation itself shows nothing. Some viewers go by its
empty appearance, others (poppler) by its opacity.
Source: ISO 32000-1:2008, 12.5.6.10.
"""

from datetime import UTC, datetime
from typing import Any

from bulletin_gen.pages import Page, Pages, Remark
from bulletin_gen.writers.pdf.content import number
from bulletin_gen.writers.pdf.objects import add_object, add_stream, array, dictionary, text_string
from bulletin_gen.writers.pdf.packing import Packer

_PRINTED = 4  # the flag of an annotation that is there on paper as well


def annotations(document: Any, page: Page, pages: Pages, name: str, packer: Packer) -> str:
    """Return the array of a page's annotations; `name` is the page's, with which their objects are named."""
    turned = page.turned
    return array(
        [
            _add_annotation(document, remark, _box(remark, pages, turned), f"{name}.remark{count}", packer)
            for count, remark in enumerate(page.remarks, 1)
        ]
    )


def _box(remark: Remark, pages: Pages, turned: bool) -> tuple[float, float, float, float]:
    """Return left, foot, right and top on the paper: of a turned page its left side is the top."""
    if turned:
        return (remark.top, remark.left, remark.bottom, remark.right)
    return (remark.left, pages.height - remark.bottom, remark.right, pages.height - remark.top)


def _add_annotation(
    document: Any, remark: Remark, box: tuple[float, float, float, float], name: str, packer: Packer
) -> str:
    """Add the annotation of a remark and return the reference to it."""
    left, foot, right, top = map(number, box)
    sides = array([left, foot, right, top])
    nothing = add_stream(
        document, f"{name}.look", packer.text(b""), f"/Type /XObject /Subtype /Form /BBox [{left} {foot} {right} {top}]"
    )
    entries = {
        "Type": "/Annot",
        "Subtype": "/Highlight",
        "Rect": sides,
        "QuadPoints": array([left, top, right, top, left, foot, right, foot]),
        "Contents": text_string(remark.comment.text),
        "T": text_string(remark.comment.author),
        "F": str(_PRINTED),
        "C": array(["1", "1", "1"]),
        "CA": "0",
        "AP": dictionary({"N": nothing}),
    }
    if remark.comment.when is not None:
        entries["M"] = text_string(_moment(remark.comment.when))
    return add_object(document, name, dictionary(entries))


def _moment(when: datetime) -> str:
    """Return a moment as PDF has it; one that knows no time zone is taken for local, and says none."""
    if when.tzinfo is None:
        return f"D:{when:%Y%m%d%H%M%S}"
    return f"D:{when.astimezone(UTC):%Y%m%d%H%M%S}Z"
