"""Lines in; whole paragraphs out, where every printed line of a page was copied as a line of its own."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bulletin_gen.readers.source import SourceLine
from bulletin_gen.text.labels import leading_label, leading_listed
from bulletin_gen.text.regex import Regex

# — 12 —, 第3页, 第3页 共9页, 3/9; not 3
_PAGE_NUMBER = Regex(
    r"\s*(?:[-—–－]+\s*\d{1,4}\s*[-—–－]+|第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?|\d{1,3}\s*/\s*\d{1,3})\s*"
)
_LEAST = 3  # so many lines cut inside a sentence make a text a copied one
_SLACK = 5.5  # full-width cells by which cut lines differ
_NARROWEST, _WIDEST = 15.0, 60.0  # cells of a line of a page
_ENDS = "。！？：；…”）"
_HEADING = Regex("(?:情况|通报|报告|公告|汇报|方面|问题|打算)$")  # 一、整改情况
_TOP = 3  # lines among which the title ends
_MARKS = Regex("[，。；：、]")  # what a signature or a date has not
_INDENT = Regex("\u3000{2}|\\s{2}")


def is_page_number(text: str) -> bool:
    return _PAGE_NUMBER.fullmatch(text) is not None


def unwrapped(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the paragraphs that evenly cut lines make; lines that are not cut so as they are."""
    full = max((_width(line.text) for line in lines), default=0) - _SLACK
    if not _NARROWEST <= full <= _WIDEST:
        return list(lines)
    pairs = list(pairwise(lines))
    cut = sum(_goes_on(line, following, full) and not _is_sentence(line) for line, following in pairs)
    if cut < _LEAST or 4 * cut < len(lines):
        return list(lines)
    is_indented = any(_INDENT.match(line.text) for line in lines)
    joined = list(lines[:1])
    for index, (line, following) in enumerate(pairs):
        ends = _is_sentence(line) and (not is_indented or not _MARKS.search(following.text))
        if _goes_on(line, following, full) and not ends and not _is_heading(line, index):
            joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip() + following.text.strip())
        else:
            joined.append(following)
    return joined


def _is_heading(line: SourceLine, index: int) -> bool:
    """Does a line end as a heading does, at the top of the text or behind a label?"""
    return bool(_HEADING.search(line.text) and (index < _TOP or leading_label(line.text.strip())))


def _goes_on(line: SourceLine, following: SourceLine, full: float) -> bool:
    """Does a line reach the edge, and does the next begin no paragraph?"""
    text = following.text.strip()
    begins = _INDENT.match(following.text) or leading_label(text) or leading_listed(text)
    return _width(line.text) >= full and not begins


def _is_sentence(line: SourceLine) -> bool:
    return line.text.rstrip().endswith(tuple(_ENDS))


def _width(text: str) -> float:
    return sum(0.5 if char.isascii() else 1.0 for char in text.rstrip())
