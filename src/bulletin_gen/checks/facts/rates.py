"""Rules on shares and changes: 完成率83.3%, 占比12.5%, 由3万元增至4万元，增长33.3%. What can be reckoned again is."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from bulletin_gen.checks.facts.figures import Figure, plain, sentences_with, spoken
from bulletin_gen.checks.facts.sums import ABOUT, LEFT, alike
from bulletin_gen.checks.manuscript import Manuscript, once
from bulletin_gen.checks.rule import Hit, Rule, hit_on, on
from bulletin_gen.finding import Severity
from bulletin_gen.text.regex import Regex

_PERCENT = Regex("[%％]")
_RATE = Regex("(?:整改|完成|办结|销号|化解|到位|验收|完工|达标|合格)(?:完成)?率(?:为|达到?|达到了)?$")
_SHARE = Regex("(?:占比|占|占总数的?|占全部的?)(?:为|达到?)?$")
_CHECK = "请核对这几个数字"
_DONE = Regex("完成|整改|完毕|办结|销号|到位|解决|化解|验收|完工|达标|合格")


@on(
    "arithmetic/rate",
    Severity.ERROR,
    title="完成率、占比与句中的数字不符",
    why="总数和已完成数都写在句子里，百分比可以重算；四舍五入和直接舍去都算对。",
    source="算术",
    wrong=(
        "反馈的12个问题已完成整改10个，完成率86.3%。",
        "全区规模以上企业280家，已建成智能工厂的35家，占比15.2%。",
        "应验收的46个项目已完成验收34个，占74.9%。",
    ),
    right=(
        "反馈的12个问题已完成整改10个，完成率83.3%。",
        "反馈的12个问题已完成整改10个，完成率83%。",
        "全区规模以上企业280家，已建成智能工厂的35家，占比12.5%。",
        "研究民生议题62个、占比27.8%。",
        "检查企业16家、银行8家，问题整改率100%。",
        "新增企业12家，其中5家上市，占全市的40%。",
    ),
)
def rate(manuscript: Manuscript) -> Iterator[Hit]:
    for sentence in sentences_with(manuscript, _PERCENT):
        for at, figure in enumerate(sentence.figures):
            if not figure.is_percent or figure.is_rough:
                continue
            before = [other for other in sentence.figures[:at] if not other.is_percent]
            pairs = _done_of_all(before) if _RATE.search(figure.before) else []
            pairs = pairs or (_share_of_all(before) if _SHARE.search(figure.before) else [])
            if pairs and not any(_is_share(figure, *pair) for pair in pairs):
                part, whole = pairs[-1]
                value = plain(part.value / whole.value * 100, max(1, _places(figure)))
                yield hit_on(figure, f"{part.words}占{whole.words}的{value}%，这里却是{figure.words}", _CHECK)


def _places(figure: Figure) -> int:
    return len(str(figure.step.denominator)) - 1


def _is_share(percent: Figure, part: Figure, whole: Figure) -> bool:
    return abs(part.value / whole.value * 100 - percent.value) < percent.step


def _done_of_all(before: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Return how many are done, and of how many: 12个问题已完成整改10个.

    Of several that it may be, the nearest is last. Nothing where the last figures do not say so.
    """
    for part in reversed(before):
        if not part.is_rough and _DONE.search(part.before[-8:]) and not LEFT.search(part.before[-8:]):
            wholes = [other for other in alike(before, part.unit) if other.start < part.start]
            is_clear = len(wholes) == 1 or (len(wholes) > 1 and ABOUT.search(wholes[-1].after[:8]))
            possible = is_clear and 0 < part.value <= wholes[-1].value and not _DONE.search(wholes[-1].before[-8:])
            return [(part, whole) for whole in wholes] if possible else []
    return []


def _share_of_all(before: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Return what has a share, and in what, where only one other figure of its unit stands before it."""
    part = before[-1] if before else None
    wholes = [other for other in before[:-1] if part and other.unit == part.unit]
    if part is None or part.is_rough or len(wholes) != 1 or wholes[0].is_rough:
        return []
    return [(part, wholes[0])] if 0 < part.value <= wholes[0].value else []


_UP = "增加|增长|增|提高|提升|上升|升|扩大|扩充|扩展|延长"
_DOWN = "减少|减|下降|降低|降|压缩|压减|缩短|缩减|缩小"
_CHANGE = Regex(
    f"[^，。；、]{{0,12}}(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:到了?|至了?|为)(?:\\d{{4}}年)?[^，。；、\\d]{{0,6}}"
)
_RANK = Regex("排名|位次|名次|位居")  # that goes up by going down
_FROM = Regex("(?:由|从)[^，。；、]{0,20}$")
_BY = Regex(f"，?[净共]?(?P<word>{_UP}|{_DOWN}|增幅|升幅|降幅|涨幅)(?:了|为|达|达到)?")


class _Change(NamedTuple):
    """由A提高到B; `by` is what it is said to have changed by, right after, None where nothing is said."""

    first: Figure
    last: Figure
    goes_up: bool
    word: str
    by: Figure | None


@once
def _changes(manuscript: Manuscript) -> tuple[_Change, ...]:
    return tuple(_changed(manuscript))


def _changed(manuscript: Manuscript) -> Iterator[_Change]:
    for sentence in sentences_with(manuscript, _FROM):
        figures = sentence.figures
        for at, (first, last) in enumerate(pairwise(figures)):
            is_one_kind = first.unit == last.unit
            match = _CHANGE.fullmatch(sentence.between(first.end, last.start)) if is_one_kind else None
            if match is None or first.is_rough or last.is_rough:
                continue
            if _FROM.search(first.before) and not _RANK.search(first.before):
                by = figures[at + 2] if at + 2 < len(figures) else None
                is_said = by is not None and _BY.fullmatch(sentence.between(last.end, by.start))
                yield _Change(
                    first, last, match["up"] is not None, match["up"] or match["down"], by if is_said else None
                )


@on(
    "arithmetic/direction",
    Severity.ERROR,
    title="“由多提高到少”，方向说反了",
    why="说提高、增加，后一个数应当大；说下降、缩短，后一个数应当小。",
    source="算术",
    wrong=("数据到报率由98.7%提高到86.4%。", "办理时限由10天缩短到15天。"),
    right=(
        "数据到报率由86.4%提高到98.7%。",
        "办理时限由10天缩短到5天。",
        "从3个村扩大到12个村。",
        "由3天提高到2次。",
        "全县排名由8名提升到3名。",
    ),
)
def direction(manuscript: Manuscript) -> Iterator[Hit]:
    for change in _changes(manuscript):
        grew = change.last.value > change.first.value
        if change.last.value != change.first.value and grew != change.goes_up:
            message = f"{change.first.words}到{change.last.words}不是“{change.word}”"
            hint = "请核对前后两个数字，或改正说法"
            yield Hit(change.first.passage, message, hint, change.first.start, change.last.end)


@on(
    "arithmetic/growth",
    Severity.ERROR,
    title="增长、下降的幅度与前后两个数不符",
    why="由多少到多少都写出来了，增减的数量和百分比就可以重算。",
    source="算术",
    wrong=(
        "村集体收入由20万元增加到25万元，增长30%。",
        "服务事项由78项增加到126项，增加46项。",
        "到岗率由68.5%提高到93.2%，提高25.7个百分点。",
    ),
    right=(
        "村集体收入由20万元增加到25万元，增长25%。",
        "服务事项由78项增加到126项，增加48项。",
        "到岗率由68.5%提高到93.2%，提高24.7个百分点。",
        "收入由20万元增加到25万元，全市增长30%。",
    ),
)
def growth(manuscript: Manuscript) -> Iterator[Hit]:
    for change in _changes(manuscript):
        by = change.by
        if by is None or by.is_rough or change.first.value == 0:
            continue
        moved = abs(change.last.value - change.first.value)
        is_points = by.unit == "个百分点" and change.first.is_percent
        if by.unit == change.first.unit or is_points:
            if change.first.is_percent and not is_points:
                continue
            if abs(moved - by.value) >= max(by.step, change.first.step, change.last.step):
                shown = f"{plain(moved)}个百分点" if is_points else spoken(moved, change.last)
                yield hit_on(by, f"{change.first.words}到{change.last.words}相差{shown}，这里却是{by.words}", _CHECK)
        elif by.is_percent and not _is_growth(change, by):
            value = plain(moved / change.first.value * 100, max(1, _places(by)))
            yield hit_on(by, f"{change.first.words}到{change.last.words}变化了{value}%，这里却是{by.words}", _CHECK)


def _is_growth(change: _Change, by: Figure) -> bool:
    """Is the change so many per cent, for some number that either end may stand for?"""
    ends = ((change.first.value + d, change.last.value + e) for d in _slack(change.first) for e in _slack(change.last))
    shares = [abs(last - first) / first * 100 for first, last in ends if first > 0]
    return not shares or min(shares) - by.step < by.value < max(shares) + by.step


def _slack(figure: Figure) -> tuple[Fraction, Fraction]:
    """What a figure may be off by: half of its last digit where it has decimals, which may be rounded."""
    half = figure.step / 2 if figure.step < figure.power else Fraction(0)
    return -half, half


_COMPARED = Regex("，?(?:比|较)(?:\\d{4}年|上年|去年|前年|同期|上年同期|去年同期)?的?[^，。；、\\d]{0,6}$")
_COMPARED_BY = Regex(f"(?P<word>{_UP}|{_DOWN})了?")


@on(
    "arithmetic/compared",
    Severity.ERROR,
    title="“比上年的多少增长百分之几”算得不对",
    why="本期数、上期数和增幅都在句子里，可以重算。",
    source="算术",
    wrong=("招商到位资金120万元，比上年的100万元增长25%。",),
    right=("招商到位资金120万元，比上年的100万元增长20%。", "招商到位资金120万元，比上年增长25%。"),
)
def compared(manuscript: Manuscript) -> Iterator[Hit]:
    for sentence in sentences_with(manuscript, _COMPARED):
        figures = sentence.figures
        for last, first, by in zip(figures, figures[1:], figures[2:], strict=False):
            is_base = _COMPARED.fullmatch(sentence.between(last.end, first.start))
            word = _COMPARED_BY.fullmatch(sentence.between(first.end, by.start))
            exact = not (last.is_rough or first.is_rough or by.is_rough) and first.value > 0
            if is_base and word and exact and by.is_percent and last.unit == first.unit != by.unit:
                change = _Change(first, last, last.value > first.value, word["word"], by)
                if not _is_growth(change, by):
                    value = plain(abs(last.value - first.value) / first.value * 100, max(1, _places(by)))
                    yield hit_on(by, f"{first.words}到{last.words}变化了{value}%，这里却是{by.words}", _CHECK)


_TIMES_A_YEAR = {"月": 12, "季度": 4, "季": 4}
_EVERY = Regex("“?每(?P<every>月|季度?)一[^，。；]{1,12}")
_ALL_YEAR = Regex("全年(?:共|累计)?(?:组织|开展|召开|举办)了?$")


@on(
    "arithmetic/cadence",
    Severity.ADVICE,
    title="“每月一次”与全年的次数对不上",
    why="每月一次，全年应是12次；每季度一次，应是4次。次数不同的，读者会以为没有坚持。",
    source="前后文",
    wrong=("开展“每月一警示”教育，全年开展了8次警示教育活动。",),
    right=("开展“每月一警示”教育，全年开展了12次警示教育活动。", "每月一调度，全年走访企业8家。"),
)
def cadence(manuscript: Manuscript) -> Iterator[Hit]:
    for sentence in sentences_with(manuscript, _EVERY):
        match = _EVERY.search(sentence.text)
        for figure in sentence.figures if match else ():
            assert match is not None
            is_after = figure.start > sentence.start + match.start()
            times = _TIMES_A_YEAR[match["every"]]
            if is_after and figure.unit in "次期场" and _ALL_YEAR.search(figure.before) and 1 < figure.value < times:
                yield hit_on(
                    figure, f"前面说每{match['every']}一次，全年却是{figure.words}", "请核对次数，或说明从几月开始"
                )


RATES: tuple[Rule[Manuscript], ...] = (rate, direction, growth, compared, cadence)
