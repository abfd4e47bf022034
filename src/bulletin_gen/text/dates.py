"""Dates as an author types them: whole, partial or vague; and how a sentence says them.

A date typed as digits (2024-03-05, 2024/3/5, 2024.3.5) is data: we word it, and leave out the year where the
sentence has just named it. A date typed in Chinese (2024年3月5日, 8月下旬) is the author's wording and stays.
"""

import re
from dataclasses import dataclass
from datetime import date

_NUMERIC = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_CHINESE = re.compile(r"(?:(\d{4})年)?(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
_LEADING_YEAR = re.compile(r"(\d{4})年")
# Of digits that lost what stood between them.
RUN_TOGETHER = re.compile(
    r"\d(?<!\d.)(?:(?:(?<=1)9|(?<=2)0)(?:\d{2}(?:\d{1,4}日|(?:1[0-2]|0?[1-9])月)"  # 202435日, 20243月; not 2024年3月5日
    r"|(?<=〔..)\d{3,7}号)"  # 〔20253号; not 〔2025〕3号
    r"|(?<=至.)\d{2,3}日(?!元))"  # 至520日; not 至20日
)
_PADDED = re.compile(r"(?<=[年月])0(?=\d[月日])|^0(?=\d月)")


@dataclass(frozen=True)
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
    """Return what was typed as a date. Raises ValueError (Chinese message) for a day that no calendar has."""
    typed = text.strip()
    if match := _NUMERIC.fullmatch(typed):
        year, month, day = int(match[1]), int(match[2]), int(match[3]) if match[3] else None
        whole = _calendar_day(year, month, day)
        return SpokenDate(f"{year}年{month}月" + (f"{day}日" if day else ""), year, False, whole)
    typed = _PADDED.sub("", typed)
    if typed and (match := _CHINESE.fullmatch(typed)):
        year_text, month_text, day_text = match.groups()
        whole = None
        if month_text:
            # A leap year stands in where the year is not named, so that 2月29日 passes.
            numbers = int(year_text or 2000), int(month_text), int(day_text) if day_text else None
            checked = _calendar_day(*numbers)
            whole = checked if year_text else None
        return SpokenDate(typed, int(year_text) if year_text else None, True, whole)
    named = _LEADING_YEAR.match(typed)
    return SpokenDate(typed, int(named[1]) if named else None, True)


def _calendar_day(year: int, month: int, day: int | None) -> date | None:
    try:
        whole = date(year, month, 1 if day is None else day)
    except ValueError:
        shown = f"{month}月" if day is None else f"{month}月{day}日"
        raise ValueError(f"日历上没有{year}年{shown}") from None
    return None if day is None else whole
