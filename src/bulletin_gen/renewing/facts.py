"""A text in; where it tells a fact of its year out: days, figures, rounds and teams, meetings, dated documents, and
that all is done.

A number that is no fact of one year stays: in labels (一是, （1）), standing names (八项规定), short names in quotes
(“一岗双责”), how often a thing is done (每月一次), phone numbers, letters with digits (PM2.5), 一 that counts nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bulletin_gen.text.labels import leading_label, leading_listed
from bulletin_gen.text.regex import Regex

_FEW = r"[一二三四五六七八九十\d]{1,3}"
_HAN = "[〇零一二三四五六七八九十百千两][〇零一二三四五六七八九十百千万两]{0,7}"
_KIND_OF_TEN = "(?:专项)?(?:行动|工程|任务|举措|计划|机制|体系|类|攻坚)"
_MEASURE = (
    "个|项|条|次|场|份|件|处|起|批|轮|期|届|名|人|家|户|元|亿|吨|亩|公里|平方|倍|篇|本|册|块|宗|笔|间|所|座|栋|辆|台|套"
    "|门(?!路|类|口)|类|种|支|只(?!有|要|能)|年|月|天|日|周|岁|小时|分钟|方面"
    f"|大(?={_KIND_OF_TEN})|成(?=以上|以下|左右|的)"
)

# What no year changes, though it has a number.
_SAID_ANEW = r"\{\{[^{}\n]*\}\}|【待[^】\n]*】?"
_REACH = (
    r"(?:电话|传真|邮编|邮政编码|信箱|邮箱|地址|热线)[：:][^，。；\n]{1,80}"
    r"|1[12]\d{1,3}(?=[^，。；\d]{0,4}(?:热线|电话|平台))"  # 12345热线
)
_CODE = r"24小时|[A-Z]{1,4}-?\d{1,3}(?:\.\d)?(?![\d年月日])|\d{1,2}[A-Z](?![A-Za-z])"  # PM2.5, D3, 5G
_LABEL = r"(?<=[。；：，！])(?:\d{1,2}[.．、](?=[^\d\s])|（\d{1,2}）)|附件\d{1,2}"
_STANDING = (
    "第[一二两]个(?:百年|结合)|[两二]个(?:百年|确立|维护|责任|一以贯之|毫不动摇|结合|大局)|三个(?:务必|区分开来|代表|服务|面向)"
    "|四个(?:意识|自信|全面|伟大|服从|铁一般|着眼|合格)|五个必由之路|六个必须坚持|六项纪律|八项规定|七个有之|五个必须"
    "|十个(?:明确|坚持)|两学一做|三会一课|三项机制|千家万户|四面八方|百年(?:大计|变局|未有)|一次性|一次次"
    "|[新上下这每]一[轮次年]|同一年|派驻第[一二三四五六七八九十]{1,3}[^，。；\\s]{0,4}纪检监察组"
)

_TITLE = r"《[^《》\n]{1,120}》"
_NUMBER_OF_DOCUMENT = r"[〔\[［【（(﹝]\d{2,4}[〕\]］】）)﹞]第?\s?\d{1,6}\s?号"
_ROUND = rf"(?:{_FEW}届[^，。；、“”《》\s]{{0,6}})?第{_FEW}轮"  # 六届市委第三轮
_TEAM = (  # 县委第二巡察组, 巡察二组
    rf"(?:[省市州盟县区旗镇乡]委)?(?:第{_FEW}[^，。；：、“”《》\s]{{0,6}}组(?![织建成])|巡[察视]{_FEW}组)"
)
_SESSION = (
    rf"{_FEW}届[^，。；、“”《》\s]{{0,8}}?{_FEW}[中次](?:、{_FEW}[中次]){{0,9}}全(?:会|体会议)"  # 二十届二中、三中全会
)
_STATE = (  # 问题已全部整改到位。 Not 对已整改到位的问题
    "(?:[均都]?已经?[均都]?(?:全部|基本)?|全部|基本)(?:得到)?(?:整改(?:完成|完毕|到位)|完成整改|办结|销号|整改)"
    "(?=[，。；并])"
)
_YEAR_DIGITS = "[〇○零一二三四五六七八九]{4}"
_IN_MONTH = r"(?:\d{1,2}日|份|[上中下]旬|[初中底末](?!级))"
_IN_HAN_MONTH = "(?:[一二三四五六七八九十]{1,3}日|份|[上中下]旬|[初中底末](?!级))"
_DAY = (
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
    rf"|\d{{2,4}}年度?(?:\d{{1,2}}月{_IN_MONTH}?)?"  # 2024年, 2024年3月5日, 2024年8月下旬
    rf"|\d{{1,6}}月{_IN_MONTH}?|\d{{1,8}}日"  # 201411月, 915日: what is left of a day that lost a sign
    rf"|{_YEAR_DIGITS}年度?(?:[一二三四五六七八九十]{{1,2}}月{_IN_HAN_MONTH}?)?"
    rf"|(?:十[一二]|[一二三四五六七八九十])月{_IN_HAN_MONTH}?(?!一)"
    "|[上下]半年|[第前]?[一二三四1-4]个?季度"
)
_NUMBER = r"\d+(?:[-.,:：/×+—～~]{1,2}\d+){0,9}[多余几]?[万亿千百]{0,2}[余多]?"
_RANK = (  # 第12次, 位列第一; not the label 第一，
    rf"第\d+(?={_MEASURE})|第{_HAN}(?<![。；：，].)(?<![。；：，]..)(?=[。，；、）])"
)
_HAN_NUMBER = (  # 两次, 百分之九十, 三分之一
    rf"百分之{_HAN}(?:点{_HAN})?|{_HAN}分之{_HAN}|(?:[第数上]?{_HAN}[余多几来]?|[数上]万[余多]?)(?={_MEASURE})"
)
_QUOTED = Regex(r"“[^“”\n]{1,12}”")
_ANY_ONE = frozenset("的是又再这那为有")  # 是对成效的一次检验
_ONE_COUNTS = Regex("次|轮|年(?!一)|天(?!一)|倍|个月|个季度")
_CLAUSE_END = Regex("[，。；：！？、（）]")
_NEAR = 40  # characters before a number within which 每 makes it a rate


class Fact(NamedTuple):
    """Characters start … end - 1 of a text; `told` names them with what they count: 12次."""

    start: int
    end: int
    told: str


def facts_in(text: str, names: Sequence[str] = ()) -> list[Fact]:
    """Return the facts of a text in order; `names` are those of last year's teams and rounds, wherever they stand."""
    found: list[Fact] = []
    for start, line in _lines(text):
        for fact in _facts(line, start, names):
            if found and found[-1].end == fact.start:  # 2024年, 上半年
                fact = Fact(found[-1].start, fact.end, found.pop().told + fact.told)
            found.append(fact)
    return found


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line without the label that it begins with, and where in the text it starts."""
    start = 0
    for line in text.split("\n"):
        marked = leading_label(line) or leading_listed(line)
        label = len(line) - len(marked.rest) if marked else 0
        yield start + label, line[label:]
        start += len(line) + 1


def _facts(line: str, start: int, names: Sequence[str]) -> Iterator[Fact]:
    quoted = [match.span() for match in _QUOTED.finditer(line)]
    for match in _pattern(tuple(names)).finditer(line):
        if _is_fact(match, quoted, names):
            yield Fact(start + match.start(), start + match.end(), _told(match))


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> Regex:
    named = "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)"
    return Regex(
        f"(?P<kept>{_SAID_ANEW}|{_REACH}|{_CODE}|{_LABEL}|{_STANDING})|(?P<title>{_TITLE})|(?P<name>{named})"
        f"|(?P<fact>{_NUMBER_OF_DOCUMENT}|{_ROUND}|{_TEAM}|{_SESSION}|{_STATE}|{_DAY}|{_RANK}|{_NUMBER})"
        f"|(?P<han>{_HAN_NUMBER})"
    )


def _is_fact(match: re.Match[str], quoted: Sequence[tuple[int, int]], names: Sequence[str]) -> bool:
    if match["kept"]:
        return False
    if match["title"]:
        return bool(facts_in(match["title"][1:-1], names))
    return not match["han"] or not _stays(match, quoted)


def _stays(match: re.Match[str], quoted: Sequence[tuple[int, int]]) -> bool:
    """Is a number in Chinese numerals part of a name, a rate, or the 一 of 一个 that counts nothing?"""
    text, start = match.string, match.start()
    at = bisect_right(quoted, (start, 0)) - 1
    if at >= 0 and start < quoted[at][1]:
        return True
    if "每" in _CLAUSE_END.split(text[max(start - _NEAR, 0) : start])[-1]:
        return True
    is_one = match[0] == "一" and text[start - 1 : start] in _ANY_ONE
    return match[0] == "一" and (is_one or not _ONE_COUNTS.match(text, match.end()))


_COUNTED = Regex(f"(?:人次|个百分点|个月|平方米|平方公里|{_MEASURE}|[%％])?")


def _told(match: re.Match[str]) -> str:
    """Return a fact with the measure word that follows it."""
    if match["title"]:
        return match[0]
    counted = _COUNTED.match(match.string, match.end())
    return match[0] + (counted[0] if counted else "")
