"""The lines before the first sentence in; the title, the recipients and the page's own lines out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bulletin_gen.readers.lines import SourceLine, fold

_LONGEST = 90
_MATTER = re.compile("整改|通报|巡[视察]|公告|情况|进展")
_END = re.compile("(?:通报|公告|通告|报告|公示|情况|进展情况|公开)(?:[（(【].*|\\s*\\d{4}.*)?$")
_RECIPIENTS = re.compile("[^。；]{2,120}[：:]")
_TITLE = re.compile("(?P<issuer>.+?)关于(?P<round>(?:.{0,12}[届次].{0,20}轮)?)(?P<subject>.+?)的通报")
_PREFIX = re.compile("^【[^】]*】")
_ISSUED = re.compile("〔\\d{4}〕|\\[\\d{4}\\]|文件$|^(?:特急|加急|特提|平急|绝密|机密|秘密)")
_DATE_BELOW = re.compile("[（(]\\d{4}年\\d{1,2}月\\d{1,2}日[）)]")


@dataclass(frozen=True)
class Head:
    """What stands before the text. `title` holds the lines of the title, none where there is no title."""

    title: tuple[SourceLine, ...] = ()
    recipients: SourceLine | None = None
    set_aside: tuple[SourceLine, ...] = ()
    rest: tuple[SourceLine, ...] = ()


@dataclass(frozen=True)
class TitleParts:
    """What a generated title is made of."""

    issuer: str
    round: str
    subject: str


def read_head(lines: Sequence[SourceLine]) -> Head:
    """Return what the lines before the first sentence are. What heads an issued document (字号, 密级) is its own:
    it is kept above the title, as part of it."""
    recipients = lines[-1] if lines and _RECIPIENTS.fullmatch(lines[-1].text) else None
    above = list(lines[:-1] if recipients else lines)
    start, end = _title_span(above)
    start = next((at for at in range(start) if _ISSUED.search(above[at].text)), start)
    return Head(tuple(above[start:end]), recipients, tuple(above[:start]), tuple(above[end:]))


def take_title_apart(title: str) -> TitleParts | None:
    """Return the parts of a usual title (某某关于…情况的通报), None for any other."""
    match = _TITLE.fullmatch(title)
    return TitleParts(match["issuer"], match["round"], match["subject"]) if match else None


def issuer_in_title(title: str) -> str:
    """Return the name before 关于, or nothing."""
    bare = _PREFIX.sub("", title)
    name, about, _ = bare.partition("关于")
    return name if about and 2 <= len(name) <= 60 and not re.search("[，。：]", name) else ""


def _title_span(lines: Sequence[SourceLine]) -> tuple[int, int]:
    """Return where the title begins and ends; of a title printed twice the last is taken."""
    candidates = [index for index, line in enumerate(lines) if _is_end(line.text)]
    if not candidates:
        last = len(lines) - 1
        return (last, last + 1) if lines and _is_headline(lines[last].text) else (len(lines), len(lines))
    end = candidates[-1] + 1
    start = candidates[-1]
    if not _is_whole(lines[start].text):
        while start > 0 and _goes_before(lines, start):
            start -= 1
    if end < len(lines) and _DATE_BELOW.fullmatch(lines[end].text):
        end += 1
    return start, end


def _is_end(text: str) -> bool:
    return len(text) <= _LONGEST and "。" not in text and _END.search(text) is not None


def _is_whole(text: str) -> bool:
    return "关于" in text and text.index("关于") > 3


def _goes_before(lines: Sequence[SourceLine], start: int) -> bool:
    """Is the line above `start` an earlier line of the same title?"""
    text = lines[start - 1].text
    if _is_end(text) or len(text) > _LONGEST or re.search("[。：:>|]", text):
        return False
    return len(lines) - start < 5 and not _is_whole(lines[start].text)


def _is_headline(text: str) -> bool:
    return 8 <= len(fold(text)) <= _LONGEST and "。" not in text
