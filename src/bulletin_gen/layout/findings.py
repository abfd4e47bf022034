"""What pages cannot show as they should: for the author to know, not to stop at."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bulletin_gen.document import Document, Head, Heading, Paragraph
from bulletin_gen.element import HEADINGS, Element
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.pages import Line, Page
from bulletin_gen.placing.table import turned
from bulletin_gen.style import Style

_ROUNDING_PT = 0.5
_TEXT = (Element.BODY, *HEADINGS, Element.ATTACHMENT)


class Area(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


def text_on_first_page(document: Document, first: Page) -> Iterator[Finding]:
    """Yield a warning when the first page of an official document shows nothing of its text (7.3.3)."""
    heads = [block for block in document.blocks if isinstance(block, Head)]
    has_text = any(isinstance(block, Heading | Paragraph) for block in document.blocks)
    if heads and has_text and not any(line.origin.element in _TEXT for line in first.lines):
        yield Finding(
            "layout/no-text-on-first-page",
            Severity.WARNING,
            "首页没有正文",
            "请缩短标题或主送机关，或把主送机关移到版记，或减少联合发文机关",
            heads[0].where,
            "GB/T 9704-2012 7.3.3",
        )


def text_outside(pages: Sequence[Page], style: Style) -> Iterator[Finding]:
    """Yield a warning for the first line of each page that does not stand within the text area."""
    upright, across = _text_area(style), _text_area(turned(style))
    for page in pages:
        area = across if page.turned else upright
        line = next((line for line in page.lines if _is_outside(line, area)), None)
        if line is not None:
            yield Finding(
                "layout/outside-text-area",
                Severity.WARNING,
                f"第{page.number}页的“{line.text}”超出版心",
                "请缩短这一项的文字",
                line.origin.where,
                "GB/T 9704-2012 5.2.1",
            )


def _text_area(style: Style) -> Area:
    page = style.page
    right, foot = page.text_left_pt + page.text_width_pt, page.text_top_pt + page.text_height_pt
    return Area(page.text_left_pt - _ROUNDING_PT, page.text_top_pt, right + _ROUNDING_PT, foot + _ROUNDING_PT)


def _is_outside(line: Line, area: Area) -> bool:
    if not area.top < line.baseline < area.bottom:
        return True
    first, last = line.runs[0], line.runs[-1]
    return first.x < area.left or last.x + last.width > area.right
