"""The lines before the first sentence in; the title, the recipients and the page's own lines out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bulletin_gen.readers.printed_dates import DAY
from bulletin_gen.readers.source import Lines, SourceLine, fold

_LONGEST = 90  # characters of a line of a title
# 某局关于巡察整改情况的通报; 整改进展情况（摘要）; not 通报全文如下
_END = re.compile(r"(?:通报|公告|通告|报告|公示|情况|进展情况|公开)(?:[（(【].*|\s*\d{4}.*)?$")
_RECIPIENTS = re.compile("[^。；]{2,120}[：:]")  # 各党支部：
_ISSUED = re.compile(
    r"〔\d{4}〕|\[\d{4}\]|文件$|^(?:特急|加急|特提|平急|绝密|机密|秘密)"
)  # 某党发〔2025〕3号; not 文件精神
_DATE_BELOW = re.compile(f"[（(]{DAY}[）)]")  # （2024年9月6日）
_NO_EARLIER_LINE = re.compile("[。：:>|]")  # 来源：某局, 首页 > 公开: no line of a title
_BASIS = re.compile(
    # 根据市委统一部署; not 根据实际情况
    "(?:根据|按照|依据|遵照).{1,60}?(?:部署|安排|要求)"
    "|巡[视察]组.{0,30}对.{2,60}(?:巡[视察]|回头看)"  # 县委第二巡察组对某镇党委开展了巡察
)


@dataclass(frozen=True)
class Top:
    """What stands before the text. `title` holds the lines of the title, none where there is no title."""

    title: Lines = ()
    recipients: SourceLine | None = None
    set_aside: Lines = ()
    rest: Lines = ()


def is_basis(text: str) -> bool:
    """Does the text name the inspection that the bulletin answers?"""
    return _BASIS.search(text) is not None


def read_top(lines: Sequence[SourceLine]) -> Top:
    """Return what the lines before the first sentence are. What heads an issued document (字号, 密级) is its own:
    it is kept above the title, as part of it."""
    recipients = lines[-1] if lines and _RECIPIENTS.fullmatch(lines[-1].text) else None
    above = lines[:-1] if recipients else lines
    start, end = _title_span(above)
    start = next((at for at in range(start) if _ISSUED.search(above[at].text)), start)
    return Top(tuple(above[start:end]), recipients, tuple(above[:start]), tuple(above[end:]))


def _title_span(lines: Sequence[SourceLine]) -> tuple[int, int]:
    """Return where the title begins and ends; of a title printed twice the last is taken."""
    candidates = [index for index, line in enumerate(lines) if _is_end(line.text)]
    if not candidates:
        last = len(lines) - 1
        return (last, last + 1) if lines and _is_headline(lines[last].text) else (len(lines), len(lines))
    start, end = candidates[-1], candidates[-1] + 1
    while start > 0 and _goes_before(lines, start):
        start -= 1
    if end < len(lines) and _DATE_BELOW.fullmatch(lines[end].text):
        end += 1
    return start, end


def _is_end(text: str) -> bool:
    return len(text) <= _LONGEST and "。" not in text and _END.search(text) is not None


def _is_whole(text: str) -> bool:
    """Does a line of a title name its issuer (某某关于…)?"""
    return text.find("关于") > 3


def _goes_before(lines: Sequence[SourceLine], start: int) -> bool:
    """Is the line above `start` an earlier line of the same title?"""
    text = lines[start - 1].text
    if _is_end(text) or len(text) > _LONGEST or _NO_EARLIER_LINE.search(text):
        return False
    return len(lines) - start < 5 and not _is_whole(lines[start].text)


def _is_headline(text: str) -> bool:
    return 8 <= len(fold(text)) <= _LONGEST and "。" not in text
