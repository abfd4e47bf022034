"""A text in; where a mark in it is wrong whatever the sentence means, out. The checks and proof ask here alike.

Source: GB/T 15834-2011.
"""

from collections.abc import Iterator

from bulletin_gen.text.found import Found
from bulletin_gen.text.regex import Regex

# 、 before 等 as the end of a list; not 、等级, 、等同 or 、等项目上门
BEFORE_DENG = Regex("、等(?!项目|价|级|次|额|候|待|同|于|离子)")
_WAITING = 4  # characters before 、等 among which another 等 makes it a verb: 等水、等电
BETWEEN = Regex("”、(?=“)|》、(?=《)|’、(?=‘)|〉、(?=〈)")
DOTS = Regex(r"\.\.\.+|。。。+|…+|・・・+|···+")
_RIGHT_DOTS = ("……", "…………")  # the latter for lines of a verse
DOTS_AND_DENG = Regex("等等?……|……等等?(?![待级于同额])")
DASHES = Regex(r"[-－─–—](?<=[\u4e00-\u9fff”》）].)[-－─–—]*(?=[\u4e00-\u9fff“《（])")


def before_deng(text: str) -> Iterator[Found]:
    """Yield each 、 before 等, and that (附录 B.1.2)."""
    for match in BEFORE_DENG.finditer(text):
        if "等" not in text[max(match.start() - _WAITING, 0) : match.start()]:
            yield Found(*match.span(), match[0])


def between_quoted_items(text: str) -> Iterator[Found]:
    """Yield each 、 between two quoted or titled items, and the marks beside it (4.5.3.5)."""
    for match in BETWEEN.finditer(text):
        yield Found(match.start(), match.end() + 1, text[match.start() : match.end() + 1])


def ellipses(text: str) -> Iterator[Found]:
    """Yield each ellipsis that is not …… (4.11); dots before a number lead to a page: 一、概况......3."""
    for match in DOTS.finditer(text):
        leads_to_page = match[0][0] == "." and text[match.end() : match.end() + 1].isdecimal()
        if match[0] not in _RIGHT_DOTS and not leads_to_page:
            yield Found(*match.span(), match[0])


def ellipses_and_deng(text: str) -> Iterator[Found]:
    """Yield each …… beside 等, which says the same (4.11)."""
    return (Found(*match.span(), match[0]) for match in DOTS_AND_DENG.finditer(text))


def dashes(text: str) -> Iterator[Found]:
    """Yield each dash between Chinese words that is not —— (4.10); a single line joins words: 北京—上海."""
    for match in DASHES.finditer(text):
        if match[0] == "─" or (len(match[0]) > 1 and match[0] != "——"):
            yield Found(*match.span(), match[0])
