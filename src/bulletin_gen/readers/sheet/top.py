"""The lines before the first sentence: the title, the recipients and the page's own."""

from dataclasses import replace

from bulletin_gen.readers.printed_dates import DAY
from bulletin_gen.readers.sheet.branches import PROBLEM
from bulletin_gen.readers.sheet.sheet import Sheet
from bulletin_gen.readers.source import Lines, fold
from bulletin_gen.text.labels import leading_label
from bulletin_gen.text.regex import Regex

_LONGEST = 90  # characters of a line of a title
_LONGEST_ABOVE = 120  # characters of any line before the text
# 某局关于巡察整改情况的通报; 整改进展情况（摘要）; not 通报全文如下
_END = Regex(r"(?:通报|公告|通告|报告|汇报|公示|情况|进展情况|公开)(?:[（(【].*|\s*\d{4}.*)?$")
_RECIPIENTS = Regex("[^。；]{2,120}[：:]")  # 各党支部：
_ISSUED = Regex(r"〔\d{4}〕|\[\d{4}\]|文件$|^(?:特急|加急|特提|平急|绝密|机密|秘密)")  # 某党发〔2025〕3号; not 文件精神
_DATE_BELOW = Regex(f"[（(]{DAY}[^（）()。]{{0,30}}[）)]")  # （2024年9月6日）, （2024年9月6日镇党委会议通过）
_NO_EARLIER_LINE = Regex("[。：:>|]")  # 来源：某局, 首页 > 公开: no line of a title
_METADATA = Regex(r"[:：]\s*\d|https?:|www\.|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}:\d{2}")  # 更新于：2024-09-06 10:30
_BASIS = Regex(
    # 根据市委统一部署; not 根据实际情况
    "(?:根据|按照|依据|遵照).{1,60}?(?:部署|安排|要求)"
    "|巡[视察]组.{0,30}对.{2,60}(?:巡[视察]|回头看)"  # 县委第二巡察组对某镇党委开展了巡察
)


def is_basis(text: str) -> bool:
    """Does the text name the inspection that the bulletin answers?"""
    return _BASIS.search(text) is not None


def take_top(sheet: Sheet) -> Sheet:
    """Return the sheet with title and recipients taken from what stands before the first sentence.

    What heads an issued document (字号, 密级) is its own: it is kept above the title, as part of it. All else above
    the title is the page's.
    """
    lines, start = sheet.text, _text_start(sheet.text)
    recipients = lines[start - 1] if start and _RECIPIENTS.fullmatch(lines[start - 1].text) else None
    above = lines[: start - 1] if recipients else lines[:start]
    first, end = _title_span(above)
    if recipients and end < len(above):  # what stands between title and recipients has no place but the text
        above, recipients = lines[:start], None
    first = next((at for at in range(first) if _ISSUED.search(above[at].text)), first)
    return replace(
        sheet,
        text=(*above[end:], *lines[start:]),
        title=above[first:end],
        recipients=recipients,
        set_aside=(*sheet.set_aside, *above[:first]),
    )


def _text_start(lines: Lines) -> int:
    """Return the first line that is a sentence, a basis, a heading, or too long for anything before these."""
    for index, line in enumerate(lines):
        text = line.text
        is_heading = leading_label(text) or PROBLEM.match(text)
        if "。" in text or is_basis(text) or is_heading or len(text) > _LONGEST_ABOVE:
            return index
    return len(lines)


def _title_span(lines: Lines) -> tuple[int, int]:
    """Return where the title begins and ends; of a title printed twice the last is taken."""
    candidates = [index for index, line in enumerate(lines) if _is_end(line.text) and not _is_subtitle(line.text)]
    if not candidates:
        last = len(lines) - 1
        return (last, last + 1) if lines and _is_headline(lines[last].text) else (len(lines), len(lines))
    start, end = candidates[-1], candidates[-1] + 1
    while start > 0 and _goes_before(lines, start):
        start -= 1
    while end < len(lines) and _is_subtitle(lines[end].text):
        end += 1
    if end < len(lines) and _DATE_BELOW.fullmatch(lines[end].text):
        end += 1
    return start, end


def _is_end(text: str) -> bool:
    return len(text) <= _LONGEST and "。" not in text and _END.search(text) is not None


def _is_subtitle(text: str) -> bool:
    return text.startswith(("——", "--", "─"))  # ——县委巡察反馈意见落实情况


def _is_whole(text: str) -> bool:
    """Does a line of a title name its issuer (某某关于…)?"""
    return text.find("关于") > 3


def _goes_before(lines: Lines, start: int) -> bool:
    """Is the line above `start` an earlier line of the same title?"""
    text = lines[start - 1].text
    if _is_end(text) or len(text) > _LONGEST or _NO_EARLIER_LINE.search(text):
        return False
    return len(lines) - start < 5 and not _is_whole(lines[start].text)


def _is_headline(text: str) -> bool:
    return 8 <= len(fold(text)) <= _LONGEST and "。" not in text and not _METADATA.search(text)


def title_doubt(sheet: Sheet) -> str:
    """Return what is doubtful about the title that was taken, or nothing."""
    if not sheet.title:
        return "没有找到标题，“标题”（title）写成“无”"
    if not any(_is_end(line.text) for line in sheet.title):
        return f"“{sheet.title[-1].text}”不像通报的标题，已当作标题"
    if len(sheet.title) > 1 and _DATE_BELOW.fullmatch(sheet.title[-1].text):
        return f"标题下的日期“{sheet.title[-1].text}”留在标题里，没有归入成文日期"
    if sheet.recipients is None and len(sheet.text) > 1 and _is_addressed(sheet.text[1].text):
        return f"标题与“{sheet.text[1].text}”之间有别的文字，没有归入主送机关"
    return ""


def _is_addressed(text: str) -> bool:
    """Is a line the recipients, rather than the end of a sentence (现将情况通报如下：)?"""
    return _RECIPIENTS.fullmatch(text) is not None and "如下" not in text and leading_label(text) is None
