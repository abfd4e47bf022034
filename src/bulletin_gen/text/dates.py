"""Dates as an author types them: whole, partial or vague; and how a sentence says them.

A date typed as digits (2024-03-05, 2024/3/5, 2024.3.5, 20240305) is data: we word it, and leave out the year where the
sentence has just named it. A date typed in Chinese (2024年3月5日, 8月下旬) is the author's wording and stays, its
figures as the standard has them: ２０２４年０３月 and 二〇二四年三月 are said as 2024年3月.

Source: GB/T 9704-2012 §7.3.5.4, the date is written in Arabic figures, 月 and 日 without a zero before them.
"""

import re
from datetime import date

from bulletin_gen.frozen import frozen
from bulletin_gen.text.numerals import han_number
from bulletin_gen.text.placeholders import find_placeholders
from bulletin_gen.text.regex import Regex
from bulletin_gen.text.shown import shown

_NUMERIC = Regex(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?|(\d{4})(\d{2})(\d{2})")  # 2024-3-5, 2024.3, 20240305
_CHINESE = Regex(r"(?:(\d{4})年)?(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
_VAGUE = Regex(
    "(?!(?:截[至止])?(?:以?前|之前|以?后|之后|起|左右)?$)"
    "(?:截[至止])?"  # which is taken off where we say it, too
    r"(?:(?:\d{4}|[今去明当次同本])年)?"  # 2024年, 当年
    r"(?:上半年|下半年|第?[一二三四1-4]季度|年?[初中底末]|[同当本次]月(?P<same>\d{1,2}日)?"  # 年底, 第三季度
    r"|(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|份|[上中下]旬|[初中底末])?|\d{1,2}日)?"  # 8月下旬, 12月底
    "(?:以前|之前|前|以后|之后|后|起|左右)?"
)
_UNDATED = Regex(
    "目前|当前|近期|即日起?|同日|当日|已完成|立行立改|即知即改|立即整改|长期(?:坚持|整改)?|持续(?:推进|整改)|常态化"
)
_LEFT_BLANK = Regex(r"[\dXx×_＿]{0,4}年[\dXx×_＿]{0,4}月(?:[\dXx×_＿]{0,4}日)?")  # 2025年  月  日, 2025年X月X日
_LEAP_YEAR = 2000
_LEADING_YEAR = Regex(r"(\d{4})年")
# Of digits that lost what stood between them.
RUN_TOGETHER = Regex(
    r"\d(?<!\d.)(?:(?:(?<=1)9|(?<=2)0)(?:\d{2}(?:\d{1,4}日|(?:1[0-2]|0?[1-9])月)"  # 202435日, 20243月; not 2024年3月5日
    r"|(?<=〔..)\d{3,7}号)"  # 〔20253号; not 〔2025〕3号
    r"|(?<=至.)\d{2,3}日(?!元))"  # 至520日; not 至20日
)
_PADDED = Regex(r"(?<=[年月])0(?=\d[月日])|^0(?=\d月)")
_HAN_DATE = Regex(
    "([〇○零一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})日)?)?"
)
_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_HAN_NUMBERS = {han_number(number): number for number in range(1, 32)}
_WIDE = str.maketrans("０１２３４５６７８９－／．", "0123456789-/.")
_SPACE = Regex(r"[\s\u3000]+")


@frozen
class SpokenDate:
    """`text` is the whole date as printed; `year` None when it names none; `as_typed` forbids leaving it out."""

    text: str
    year: int | None
    as_typed: bool
    day: date | None = None  # the calendar day, when the date is whole

    def after(self, year: int | None) -> str:
        """Return the date as said after a date of `year`: without its year when that is the same."""
        if self.as_typed or self.year is None or self.year != year:
            return self.text
        return _LEADING_YEAR.sub("", self.text, count=1) or self.text


def read_date(text: str) -> SpokenDate:
    """Return what was typed as a date, vague ones (8月下旬, 长期) and those still to be filled in among them.

    Raises ValueError (Chinese message) for a day that no calendar has, and for what is no date.
    """
    typed = _in_figures(text)
    if match := _NUMERIC.fullmatch(typed):
        year_text, month_text, day_text = match.groups()[:3] if match[1] else match.groups()[3:]
        year, month, day = int(year_text), int(month_text), int(day_text) if day_text else None
        whole = _calendar_day(year, month, day)
        return SpokenDate(f"{year}年{month}月" + (f"{day}日" if day else ""), year, False, whole)
    if typed and (match := _CHINESE.fullmatch(typed)):
        year_text, month_text, day_text = match.groups()
        whole = None
        if month_text:
            numbers = int(month_text), int(day_text) if day_text else None
            whole = _calendar_day(int(year_text) if year_text else None, *numbers)
        return SpokenDate(typed, int(year_text) if year_text else None, True, whole)
    if not _is_vague(typed) and not _is_open(text, typed):
        raise ValueError(f"“{shown(text.strip())}” 读不出日期；请写成 2024-06-28，或 2024年8月下旬 这样的说法")
    named = _LEADING_YEAR.match(typed)
    return SpokenDate(typed if _is_vague(typed) else text.strip(), int(named[1]) if named else None, True)


def _in_figures(text: str) -> str:
    """Return a date with plain figures, without spaces and zeros before a month or a day."""
    typed = _SPACE.sub("", text).translate(_WIDE)
    return _PADDED.sub("", _HAN_DATE.sub(_figures, typed, count=1))


def _figures(match: re.Match[str]) -> str:
    year, month, day = match[1].translate(_HAN_DIGITS), match[2], match[3]
    if not all(number in _HAN_NUMBERS for number in (month, day) if number):
        return match[0]
    said = ((number, unit) for number, unit in ((month, "月"), (day, "日")) if number)
    return f"{year}年{''.join(f'{_HAN_NUMBERS[number]}{unit}' for number, unit in said)}"


def _is_vague(typed: str) -> bool:
    if _UNDATED.fullmatch(typed):
        return True
    match = _VAGUE.fullmatch(typed) if typed else None
    if match is not None and match["month"]:
        _calendar_day(None, int(match["month"]), int(match["day"]) if match["day"] else None)
    return match is not None


def _is_open(text: str, typed: str) -> bool:
    """Is the date, or a part of it, still to be filled in?"""
    return bool(find_placeholders(text)) or _LEFT_BLANK.fullmatch(typed) is not None


def _calendar_day(year: int | None, month: int, day: int | None) -> date | None:
    """Return the day, None for a month or for a day without a year. Raises ValueError for one that no calendar has.

    A leap year stands in where none is named, so that 2月29日 passes.
    """
    try:
        whole = date(year or _LEAP_YEAR, month, 1 if day is None else day)
    except ValueError:
        named = "" if year is None else f"{year}年"
        raise ValueError(f"日历上没有{named}{month}月" + ("" if day is None else f"{day}日")) from None
    return None if day is None or year is None else whole
