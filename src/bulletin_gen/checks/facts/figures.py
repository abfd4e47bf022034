"""A text in, its figures out: each number with its measure word, in its sentence.

A figure is exact, or rough (40余次, 近3万元, 不少于2次): what is rough is never reckoned with. 第2次 counts nothing.
"""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cached_property
from math import prod

from bulletin_gen.checks.manuscript import Manuscript, Passage, once
from bulletin_gen.document import Table
from bulletin_gen.frozen import frozen
from bulletin_gen.text.numerals import han_value, whole_number
from bulletin_gen.text.regex import Regex

PERCENT = "%"
_UNIT = (
    "个百分点|个月|平方米|平方公里|公里|人次|批次|场次|件次|篇次|台次|户次"
    "|[个家项条次名人件份类大轮批笔处场户元起宗期所座台套支亩吨栋卷篇辆间村天%％]"
)
_FIGURE = Regex(
    r"(?P<number>[\d一二两三四五六七八九十百]"
    r"(?:(?<=\d)\d{0,11}(?:,\d{3}){0,4}(?:\.\d{1,6})?|(?<!\d)[一二两三四五六七八九十百]{0,5}))"
    rf"(?P<more>[余多几]?)(?P<power>[万亿千百]{{0,2}})(?P<over>[余多]?)(?P<unit>{_UNIT})(?P<about>左右|以上|以下|以内|及以上)?"
)
_POWERS = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_ROUGH_BEFORE = Regex(
    r"(?:近|约|[不]?[多少低高大小]于|超|逾|过|至少|至多|最[多少高低]|各|平均|人均|[—～-]|\d至|每[^，。；：、]{0,6}|前)$"
)
_ROUGH_WITHIN = 8  # characters before a figure
_MOST = 40  # figures of a sentence
_SENTENCE = Regex("[^。！？]+[。！？]?")
_CLAUSE_END = Regex("[，。；：！？、（）]")


@frozen
class Figure:
    """Characters start … end - 1 of a passage: a number with its measure word. Money counts in 元.

    `number` are its digits as they were written, but without commas; `power` is what it counts in, 10000 for 万; `step`
    what its last digit counts: 0.1 in 83.3%, 1000 in 5.3万元. `is_about` says that it is rough by its own words.
    `before` and `after` are its clause up to it and on from it.
    """

    passage: Passage
    start: int
    end: int
    number: str
    unit: str
    power: int
    is_about: bool

    @cached_property
    def value(self) -> Fraction:
        said = Fraction(self.number) if "." in self.number else Fraction(whole_number(self.number))
        return said * self.power if self.power > 1 else said

    @cached_property
    def step(self) -> Fraction:
        return Fraction(self.power, 10 ** len(self.number.partition(".")[2]))

    @cached_property
    def is_rough(self) -> bool:
        before = self.passage.text[max(0, self.start - _ROUGH_WITHIN) : self.start]
        return self.is_about or _ROUGH_BEFORE.search(before) is not None

    @cached_property
    def words(self) -> str:
        return self.passage.text[self.start : self.end]

    @cached_property
    def before(self) -> str:
        text = self.passage.text[max(0, self.start - 40) : self.start]
        return _CLAUSE_END.split(text)[-1]

    @cached_property
    def after(self) -> str:
        return _CLAUSE_END.split(self.passage.text[self.end : self.end + 40], maxsplit=1)[0]

    @property
    def clause(self) -> str:
        return self.before + self.words + self.after

    @property
    def is_percent(self) -> bool:
        return self.unit == PERCENT


@frozen
class Sentence:
    """Characters start … end - 1 of a passage, its full stop included, and the figures in it.

    A sentence with more figures than anybody reckons with is several, each with some of them.
    """

    passage: Passage
    start: int
    end: int
    figures: tuple[Figure, ...]

    @cached_property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    def between(self, start: int, end: int) -> str:
        """Return characters start … end - 1 of the passage."""
        return self.passage.text[start:end]


@once
def sentences(manuscript: Manuscript) -> tuple[Sentence, ...]:
    """Return the sentences of a manuscript that hold figures, those of tables left out."""
    return tuple(sentences_among(manuscript.passages))


def sentences_with(manuscript: Manuscript, *patterns: Regex) -> Iterator[Sentence]:
    """Yield those of `sentences` that stand in paragraphs in which any of the patterns may match."""
    return sentences_among(manuscript.for_any_of(*patterns))


def sentences_among(passages: Iterable[Passage]) -> Iterator[Sentence]:
    """Yield the sentences of passages that hold figures, those of tables left out."""
    return (found for passage in passages if not isinstance(passage.block, Table) for found in sentences_of(passage))


@once
def sentences_of(passage: Passage) -> tuple[Sentence, ...]:
    """Return the sentences of a passage that hold figures."""
    return tuple(_sentences(passage))


def _sentences(passage: Passage) -> Iterator[Sentence]:
    figures = figures_of(passage)
    at = 0
    for match in _SENTENCE.finditer(passage.text) if figures else ():
        first, (start, end) = at, match.span()
        while at < len(figures) and figures[at].start < end:
            at += 1
        for begin in range(first, at, _MOST):
            some = figures[begin : min(begin + _MOST, at)]
            until = end if begin + _MOST >= at else some[-1].end
            yield Sentence(passage, start, until, some)
            start = until


@once
def figures_of(passage: Passage) -> tuple[Figure, ...]:
    """Return the figures of a passage."""
    found = (_figure(passage, match) for match in _FIGURE.finditer(passage.text))
    return tuple(figure for figure in found if figure is not None)


def _figure(passage: Passage, match: re.Match[str]) -> Figure | None:
    start = match.start()
    number, more, power, over, unit, about = match.groups("")
    before = passage.text[start - 1] if start else ""
    is_arabic = number[0].isascii()
    if before and (before in "第." or (is_arabic and before.isascii() and before.isalnum())):
        return None
    if not is_arabic and (before in _HAN_DIGITS or han_value(number) < 2):  # 一个 is no count
        return None
    kind = PERCENT if unit in "%％" else unit
    counts_in = prod(map(_POWERS.__getitem__, power))
    is_about = bool(more or over or about)
    return Figure(passage, start, match.end() - len(about), number.replace(",", ""), kind, counts_in, is_about)


_HAN_DIGITS = frozenset("零一二两三四五六七八九十百千万几数")
_POWER_NAMES = {10**4: "万", 10**8: "亿"}


def plain(value: Fraction, places: int = 2) -> str:
    """Return a number as it is written in digits: 3, 62.5; at most so many decimals."""
    text = f"{float(round(value, places)):.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def spoken(value: Fraction, like: Figure) -> str:
    """Return a number in the measure of a figure: 7.35万元."""
    power = like.power if like.power in _POWER_NAMES else 1
    return f"{plain(value / power)}{_POWER_NAMES.get(power, '')}{like.unit}"
