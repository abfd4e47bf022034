"""Clause 9: figures as GB/T 15835-2011 has them: digits, years, ranges, and where a number may not be cut."""

from bulletin_gen.element import HEADINGS, Element
from bulletin_gen.proof.clauses.found import found_in, wrong_in
from bulletin_gen.proof.clauses.line_ends import line_pairs, on_lines, said_line
from bulletin_gen.proof.outcome import Outcome, absent, breaks, judged, some, unmeasured
from bulletin_gen.proof.requirement import Case, general, must, practice, requirement
from bulletin_gen.text.chars import is_latin
from bulletin_gen.text.regex import Regex
from bulletin_gen.text.wrong_numbers import (
    approximate_numbers,
    mixed_dates,
    mixed_numerals,
    short_years,
    units_once,
    wide_characters,
)

_HAN_DIGITS = "〇零○一二三四五六七八九"
_HAN_DATE = Regex(f"[{_HAN_DIGITS}]{{4}}年(?:[元一二三四五六七八九十]{{1,3}}月)?")  # 二〇二四年三月
_DATE = Regex(r"\d{4}年\d{1,2}月")
# 14届县委 第3轮巡察; not 第十四届 or 第3轮抽查
_ORDINAL = Regex(r"(?<!\d)\d{1,3}届(?=[省市州县区旗镇乡党]?[委党])|第\d{1,3}轮(?=.{0,4}巡[察视])")
_CUT_BEFORE = Regex(r"\d[.,]?$")
_CUT_AFTER = Regex(r"[.,]?\d|[%％‰]")
_LONGEST_CODE = 60
_UNITS = "年月日时分秒个件项次名人元万亿千百%％℃"


@requirement("G-91", "半角数字", must("9、GB/T 15835 5.1"), "阿拉伯数字和字母用半角")
def half_width(case: Case) -> Outcome:
    numbers = [f"页码“{one.text.strip()}”" for one in case.measured.page_numbers if any(wide_characters(one.text))]
    return judged([*wrong_in(case.measured.paragraphs, wide_characters), *numbers], "没有全角数字")


@requirement("G-92", "数字不拆行", must("9、GB/T 15835 5.1"), "一个用阿拉伯数字书写的数值不拆在两行")
@on_lines
def uncut(case: Case) -> Outcome:
    faults = [
        said_line(line, f"{line.text[-6:]}／{below.text[:6]}")
        for line, below in line_pairs(case)
        if _CUT_BEFORE.search(line.text) and _CUT_AFTER.match(below.text) and not _is_code(line.text)
    ]
    return judged(faults, "没有")


def _is_code(text: str) -> bool:
    """Does a line end within an address, a code or the like, which is no number?"""
    ending = text[-_LONGEST_CODE:]
    start = max((index + 1 for index, char in enumerate(ending) if not is_latin(char)), default=0)
    return any(char.isalpha() or char in "/@_" for char in ending[start:].rpartition(" ")[2])


@requirement("G-93", "数字与单位", practice("9"), "数字与其后的年、月、个、万等同行")
@on_lines
def with_unit(case: Case) -> Outcome:
    parted = [
        said_line(line, f"{line.text[-6:]}／{below.text[:4]}")
        for line, below in line_pairs(case)
        if line.text[-1:].isdigit() and below.text[:1] in _UNITS and below.text[:1] not in "%％"
    ]
    return unmeasured(f"{some(parted)}；可调整用词") if parted else judged([], "没有")


@requirement("G-94", "年份用全称", must("9、GB/T 15835 5.1"), "年份用四位数字，不写“24年”")
def whole_years(case: Case) -> Outcome:
    return judged(list(wrong_in(case.measured.paragraphs, short_years)), "没有简写的年份")


@requirement("G-95", "日期写法一致", general("9、GB/T 15835 4.3"), "同一文中的日期写法一致，不混用汉字和阿拉伯数字")
def same_dates(case: Case) -> Outcome:
    texts = [one for one in case.measured.paragraphs if one.element is not Element.ISSUE_DATE]  # that is G-64
    mixed = list(wrong_in(texts, mixed_dates))
    han = [match for match in found_in(texts, _HAN_DATE) if "月" in match]
    if mixed or not any(_DATE.search(one.flat) for one in texts):
        return judged(mixed, "一致")
    return breaks(f"{some(han)}，别处用阿拉伯数字") if han else judged([], "一致")


@requirement("G-96", "概数", general("9、GB/T 15835 4.2"), "概数用汉字，如“三四个”")
def about(case: Case) -> Outcome:
    return judged(list(wrong_in(case.of(Element.BODY, *HEADINGS), approximate_numbers)), "没有")


@requirement("G-97", "数值的单位", general("9、GB/T 15835 5.1"), "不写“3千万”；起止的“万”“亿”“%”前后都写：13万～17万")
def units(case: Case) -> Outcome:
    return judged(list(wrong_in(case.measured.paragraphs, mixed_numerals, units_once)), "没有不合的写法")


@requirement("G-98", "届次和轮次", general("9、GB/T 15835 4.3"), "“十四届县委”“第三轮巡察”用汉字")
def ordinals(case: Case) -> Outcome:
    faults = list(found_in(case.measured.paragraphs, _ORDINAL))
    return judged(faults, "没有用阿拉伯数字的") if case.measured.paragraphs else absent("没有文字")
