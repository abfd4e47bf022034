"""Lines in; the same out, the day that a bulletin ends with in the figures of the standard: 2024年9月6日.

Source: GB/T 9704-2012 §7.3.5.4.
"""

from collections.abc import Sequence
from dataclasses import replace

from bulletin_gen.readers.source import SourceLine
from bulletin_gen.text.dates import read_date
from bulletin_gen.text.regex import Regex

_LONGEST = 60  # characters of a line that ends in it; the name of the issuer may stand before it
_HAN = "[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
_DAY = Regex(rf"(?:{_HAN}|(?<!\d)\d{{4}}年\d{{1,2}}月\d{{1,2}}日)(?=[）)]?\s*$)")  # 二〇二四年九月六日, 2024年09月06日
_DIGITS = Regex(r"\s*\d{4}[./-]\d{1,2}[./-]\d{1,2}\s*")  # 2024.9.6
_SENTENCE = Regex("[，。；：]")


def with_day_in_figures(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines, a day that ends one with no sentence in it written as the standard has it.

    One in digits alone (2024.9.6) counts as the last line, below a name.
    """
    said = [replace(line, text=_in_figures(line.text)) for line in lines]
    if len(said) > 1 and _DIGITS.fullmatch(said[-1].text) and not _SENTENCE.search(said[-2].text):
        said[-1] = replace(said[-1], text=_said(said[-1].text))
    return said


def _in_figures(text: str) -> str:
    day = _DAY.search(text) if len(text) <= _LONGEST and not _SENTENCE.search(text) else None
    if day is None:
        return text
    return text[: day.start()] + _said(day[0]) + text[day.end() :]


def _said(day: str) -> str:
    """Return a day as the standard has it; one that no calendar has as it is."""
    try:
        return read_date(day).text
    except ValueError:
        return day
