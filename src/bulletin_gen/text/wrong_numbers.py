"""A text in; where a number, a date or a range in it is wrong, out. The checks and proof ask here alike.

Source: GB/T 15835-2011, GB/T 15834-2011 4.13.
"""

from collections.abc import Iterator
from enum import Enum, auto
from itertools import islice
from typing import NamedTuple

from bulletin_gen.text.found import Found
from bulletin_gen.text.regex import Regex

WIDE = Regex("[０-９Ａ-Ｚａ-ｚ][０-９Ａ-Ｚａ-ｚ]*")
SHORT_YEAR = Regex(
    r"[0-39](?<![\d第近满约用过].)\d年"
    "(?=(?:1[0-2]|0?[1-9])月|度|末|底(?![以蕴线色气数子层稿])|初(?![心衷步级次始中])|[上下]半年)"
)
_LUNAR_DAY = "(?:初|廿|[二三]?十[一二三四五六七八九]?)(?![日一二三四五六七八九])"  # 八月十五; not 八月十五日
MIXED_DATE = Regex(
    rf"年(?:(?<=[12]\d{{3}}年)[正一二三四五六七八九十]{{1,3}}月(?!{_LUNAR_DAY})"
    r"|(?<=[一二][〇零○一二三四五六七八九]{3}年)\d{1,2}月)"
    r"|月(?:(?<=\d月)[一二三四五六七八九十]{1,3}日|(?<=[一二三四五六七八九十]月)\d{1,2}日)"
)
_BEFORE_SIGN = {"年": 4, "月": 2}  # characters of the number that stands before
_ABOUT_MONTHS = Regex("年[一二三四五六七八九]{2}月")  # 2024年六七月间
_LUNAR = Regex("农历|阴历|夏历|正月|腊月")
APPROXIMATE = Regex(
    "[一二两三四五六七八1-8](?<![第十百千万〇零一二三四五六七八九、列获居分\\d].)、[二三四五六七八九2-9]"
    "(?=[个次名家件万百千亿]|天|年(?![级代度])|人(?!大))"
)
_COUNTING = "一二三四五六七八九"
MIXED_NUMERALS = Regex(
    r"\d(?<!\d.)\d{0,7}(?:(?:\.\d{1,3})?[十百千](?=[万亿元余多人名个户家吨亩公斤块\d次件])|[万亿]\d{1,4}[百千](?![克米瓦]))"
)
UNIT_ONCE = Regex(r"[～—~–－-](?<=\d.)\d{1,4}(?:\.\d{1,3})?(?:[%％]|[万亿](?=[元人吨亩户]))")
_BARE_BEFORE = Regex(r"(?<![\d.%％～—])\d{1,4}(?:\.\d{1,3})?$")

_AROUND = 12  # characters on each side of a hyphen that say what it joins
# One of a row of them (3-2-101室, 2021-05-08) joins no range.
HYPHEN = Regex(r"[-–－‐~](?<=[\d年月日%％万亿元].)(?=\d)(?<!-\d.)(?<!-\d\d.)(?<!-\d{3}.)(?<!-\d{4}.)(?!\d{1,4}-)")


class Range(Enum):
    """What the two ends of a range are."""

    YEARS = auto()
    TIMES = auto()
    AMOUNTS = auto()


# For each kind of range: what ends before the hyphen, and what begins after it.
_ENDS = (
    (
        Range.YEARS,
        Regex(r"(?<![\dA-Za-z./-])(?:19|20)\d{2}年?$"),
        Regex("(?:19|20)\\d{2}(?:年|(?=[）)》]))"),
    ),
    (Range.TIMES, Regex(r"(?<![\d-])\d{1,2}[月日]$"), Regex(r"\d{1,2}[月日]")),
    (Range.TIMES, Regex(r"(?<![\d./-])(?:[1-9]|1[0-2])$"), Regex(r"(?:[1-9]|1[0-2])月(?!\d)")),
    (Range.TIMES, Regex(r"(?<!\d)\d{1,2}[:：]\d{2}$"), Regex(r"\d{1,2}[:：]\d{2}(?!\d)")),
    (
        Range.AMOUNTS,
        Regex(r"(?<![\dA-Za-z.年月-])(?!(?:19|20)\d{2}$)\d{1,6}(?:\.\d{1,3})?[%％万亿元]{0,2}$"),
        Regex(
            r"\d{1,6}(?:\.\d{1,3})?"
            r"(?:[%％‰万亿元吨亩]|[名次项件](?!楼)|人|个|天|家|平方米|公里|公顷|岁|年(?![级\d])|小时)"
        ),
    ),
)


class Joined(NamedTuple):
    """Two ends of a range that the hyphen at `at` joins; `words` are all of it."""

    kind: Range
    at: int
    words: str


def wide_characters(text: str) -> Iterator[Found]:
    """Yield each run of full-width digits and letters (5.1.7)."""
    return (Found(*match.span(), match[0]) for match in WIDE.finditer(text))


def short_years(text: str) -> Iterator[Found]:
    """Yield each year of two digits: 24年9月 (5.1.4)."""
    return (Found(*match.span(), match[0]) for match in SHORT_YEAR.finditer(text))


def mixed_dates(text: str) -> Iterator[Found]:
    """Yield each date in two kinds of numerals: 2024年五月 (4.3)."""
    for match in MIXED_DATE.finditer(text):
        start = max(match.start() - _BEFORE_SIGN[match[0][0]], 0)
        if not _ABOUT_MONTHS.search(match[0]) and not _LUNAR.search(text, max(start - 4, 0), match.end()):
            yield Found(start, match.end(), text[start : match.end()])


def approximate_numbers(text: str) -> Iterator[Found]:
    """Yield two numerals that follow one another, parted by 、: 三、四个 (4.2.2)."""
    begin = len(text) - len(text.lstrip())  # 一、二十年来… is a heading
    for match in APPROXIMATE.finditer(text):
        first, second = match[0][0], match[0][2]
        if match.start() > begin and _value(second) == _value(first) + 1 and first.isdecimal() == second.isdecimal():
            yield Found(*match.span(), match[0])


def _value(numeral: str) -> int:
    return int(numeral) if numeral.isdecimal() else _COUNTING.index(numeral.replace("两", "二")) + 1


def mixed_numerals(text: str) -> Iterator[Found]:
    """Yield each number in two kinds of numerals: 3千万元 (5.3)."""
    return (Found(*match.span(), match[0]) for match in MIXED_NUMERALS.finditer(text))


def units_once(text: str) -> Iterator[Found]:
    """Yield each range of which only the second number has its %, 万 or 亿: 10～20% (5.1.3)."""
    for match in UNIT_ONCE.finditer(text):
        bare = _BARE_BEFORE.search(text[max(match.start() - _AROUND, 0) : match.start()])
        if bare:
            start = match.start() - len(bare[0])
            yield Found(start, match.end(), text[start : match.end()])


def hyphen_ranges(text: str) -> Iterator[Joined]:
    """Yield each range that a hyphen joins, where it should be — or ～: 2023-2024年 (GB/T 15834 4.13)."""
    for match in HYPHEN.finditer(text):
        at = match.start()
        before, after = text[max(at - _AROUND, 0) : at], text[at + 1 : at + 1 + _AROUND]
        ends = ((kind, first.search(before), second.match(after)) for kind, first, second in _ENDS)
        joined = (Joined(kind, at, f"{one[0]}{match[0]}{two[0]}") for kind, one, two in ends if one and two)
        yield from islice(joined, 1)
