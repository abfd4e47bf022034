"""A number of a sheet and its format in; what it shows out, and the day where it is a date."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from bulletin_gen.readers.ledger.grid import Cell
from bulletin_gen.text.regex import Regex

GENERAL = "General"
# Source: ISO/IEC 29500-1 §18.8.30: formats that a file names by number alone, as a Chinese program shows them.
BUILT_IN: Mapping[int, str] = {
    9: "0%",
    10: "0.00%",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56), "h:mm"),
    22: "yyyy/m/d h:mm",
    **dict.fromkeys((27, 36, 50, 52, 57), "yyyy年m月"),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), "m月d日"),
    30: "m-d-yy",
    31: "yyyy年m月d日",
}
_SAID = Regex(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]')  # "年", \-, [$-804]; not [h]
_FIRST_DAY, _FIRST_DAY_1904 = date(1899, 12, 30), date(1904, 1, 1)
_SERIAL = Regex(r"[0-9]{5}")
_LIKELY_YEARS = range(2000, 2100)
_LAST_SERIAL = 2_950_000  # in the year 9976
_MINUTES = 24 * 60
_DIGITS = 15  # so many does a sheet keep


def number_cell(number: float, form: str, from_1904: bool = False) -> Cell:
    """Return what a number in a format shows: a day or a month where the format is a date's, 50% for 0.5 in percent."""
    has_year, has_month, has_day, has_time = _parts(form)
    is_date = (has_year or has_day or (has_month and not has_time)) and 1 <= number < _LAST_SERIAL
    if is_date:
        day = (_FIRST_DAY_1904 if from_1904 else _FIRST_DAY) + timedelta(days=int(number))
        if has_day:
            return day_cell(day)
        return Cell(f"{day.year}年{day.month}月", f"{day:%Y-%m}")
    if has_time and not is_date and 0 <= number < 1:
        minutes = round(number * _MINUTES)
        return Cell(f"{minutes // 60}:{minutes % 60:02}")
    if "%" in _SAID.sub("", form):
        return Cell(f"{_plain(number * 100)}%")
    return Cell(_plain(number))


def day_cell(day: date) -> Cell:
    """Return what a day shows."""
    return Cell(f"{day.year}年{day.month}月{day.day}日", day.isoformat())


def unformatted_day(text: str) -> str | None:
    """Return the day (2024-06-30) of a number that lost its format as a date; None where it can hardly be one.

    It counts days as a sheet of the year 1900 does: whoever asks has to tell, not to believe.
    """
    if not _SERIAL.fullmatch(text):
        return None
    day = _FIRST_DAY + timedelta(days=int(text))
    return day.isoformat() if day.year in _LIKELY_YEARS else None


@cache
def _parts(form: str) -> tuple[bool, bool, bool, bool]:
    """Return whether a format shows a year, a month (or minutes), a day and a time of day."""
    code = _SAID.sub("", form).partition(";")[0].lower()
    if code == GENERAL.lower():
        return False, False, False, False
    return "y" in code, "m" in code, "d" in code, "h" in code or "s" in code


def _plain(number: float) -> str:
    """Return a number without what its binary form adds: 0.1 + 0.2 is 0.3, 3.0 is 3."""
    return f"{number:.{_DIGITS}g}"
