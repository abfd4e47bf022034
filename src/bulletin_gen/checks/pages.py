"""Rules on pages: what they cannot show as they should."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from bulletin_gen.element import HEADINGS, Element
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.pages import Line, Pages
from bulletin_gen.placing.table import turned
from bulletin_gen.style import Style

_ROUNDING_PT = 0.5
_MOST_STRETCH = 0.12  # of a line's width: more is seen at a glance
_QUOTED = 6  # characters, to be known again
_TOLD = 5
_NOTHING = Line(0.0, (), None)  # what stands before the first line
_HEAD = frozenset([Element.ORGAN_MARK, Element.DOCUMENT_NUMBER])
_TEXT = frozenset([Element.BODY, *HEADINGS, Element.ATTACHMENT])


class Area(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


def first_page_without_text(pages: Pages, style: Style) -> Iterator[Finding]:
    """Yield a warning when the first page of an official document shows nothing of its text (7.3.3)."""
    first, *others = ({line.origin.element for line in page.lines} for page in pages.pages)
    if first & _HEAD and not first & _TEXT and any(page & _TEXT for page in others):
        yield Finding(
            "layout/no-text-on-first-page",
            Severity.WARNING,
            "首页没有正文",
            "请缩短标题或主送机关，或把主送机关移到版记，或减少联合发文机关",
            pages.pages[0].lines[0].origin.where,
            "GB/T 9704-2012 7.3.3",
        )


def text_outside(pages: Pages, style: Style) -> Iterator[Finding]:
    """Yield a warning for the first line of each page that does not stand within the text area."""
    upright, across = _text_area(style), _text_area(turned(style))
    for page in pages.pages:
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


def stretched_lines(pages: Pages, style: Style) -> Iterator[Finding]:
    """Yield a note for each line whose characters had to be set far apart: what follows it could not be parted."""
    lines = [(page.number, line) for page in pages.pages for line in page.lines]
    for (page, line), (_, below) in pairwise(lines):
        if line.stretch > _MOST_STRETCH:
            yield Finding(
                "layout/stretched-line",
                Severity.NOTE,
                f"第{page}页“{line.text}”的字距拉开了 {line.stretch:.0%}：下一行的“{below.text[:_QUOTED]}”不能拆开",
                "请在这一行里添上几个字，或换个说法",
                line.origin.where,
            )


def lone_characters(pages: Pages, style: Style) -> Iterator[Finding]:
    """Yield one note for all paragraphs whose last line holds a single character (孤字): a few words more or less in
    each would mend it, which no program may decide."""
    lone = [
        (lines[-1][0], lines[-2][1].text[-_QUOTED:] + lines[-1][1].text, lines[-1][1].origin.where)
        for lines in _paragraphs(pages)
        if len(lines) > 1 and sum(map(str.isalnum, lines[-1][1].text)) <= 1
    ]
    if lone:
        said = "、".join(f"第{page}页“……{words}”" for page, words, _ in lone[:_TOLD])
        more = f"等 {len(lone)} 段" if len(lone) > _TOLD else ""
        message = f"段落末行只有一个字（孤字）：{said}{more}"
        yield Finding("layout/lone-character", Severity.NOTE, message, "可在这些段里增减几个字", lone[0][2])


def _paragraphs(pages: Pages) -> list[list[tuple[int, Line]]]:
    """Return the lines of each paragraph of the text, each with the number of its page."""
    made: list[list[tuple[int, Line]]] = []
    before = _NOTHING
    for page in pages.pages:
        for line in page.lines:
            if not made or line.starts_paragraph or line.origin != before.origin:
                made.append([])
            made[-1].append((page.number, line))
            before = line
    return [lines for lines in made if lines[0][1].origin.element in _TEXT]


def _text_area(style: Style) -> Area:
    page = style.page
    right, foot = page.text_left_pt + page.text_width_pt, page.text_top_pt + page.text_height_pt
    return Area(page.text_left_pt - _ROUNDING_PT, page.text_top_pt, right + _ROUNDING_PT, foot + _ROUNDING_PT)


def _is_outside(line: Line, area: Area) -> bool:
    if not area.top < line.baseline < area.bottom:
        return True
    first, last = line.runs[0], line.runs[-1]
    return first.x < area.left or last.x + last.width > area.right
