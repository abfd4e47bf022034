"""Printed dates in; dates as the spec types them out, where saying them again gives the same."""

from bulletin_gen.readers.source import fold
from bulletin_gen.text.dates import read_date
from bulletin_gen.text.regex import Regex

DAY = r"\d{4}年\d{1,2}月\d{1,2}日"  # 2024年3月5日
# 2024年3月5日, 3月5日, 8月下旬, and what is left of one that has lost its 年 and 月: 202435日
DATE = r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|初)?|\d{3,8}日"
_WHOLE = Regex(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日")  # 2024年3月5日, 3月5日; not 8月下旬


def is_date(printed: str) -> bool:
    """May the spec hold the date? One that no calendar has is refused."""
    try:
        read_date(printed)
    except ValueError:
        return False
    return True


def comes_back(printed: str) -> bool:
    """Is the date said again just as it is printed? One with 01月 is not."""
    return is_date(printed) and fold(read_date(printed).text) == fold(printed)


def year_in(printed: str | None) -> int | None:
    """Return the year that a date names, None where it names none."""
    return read_date(printed).year if printed and is_date(printed) else None


def as_data(printed: str, after: int | None = None) -> str:
    """Return a date as data (2024-03-05) where a sentence that has just named the year `after` says it as printed."""
    match = _WHOLE.fullmatch(printed)
    year = int(match[1]) if match and match[1] else after
    if match is None or year is None:
        return printed
    typed = f"{year:04}-{int(match[2]):02}-{int(match[3]):02}"
    return typed if is_date(typed) and read_date(typed).after(after) == printed else printed
