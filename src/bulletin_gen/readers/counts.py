"""Text in; the declared counts out: 4个方面、12个问题，提出42条整改措施."""

import re
from collections.abc import Iterable

from bulletin_gen.text.numerals import han_number

_HAN = {han_number(number): number for number in range(1, 100)}
_NUMBER = "(?P<number>\\d{1,4}|[一二三四五六七八九十]{1,3}|两)"
_MEASURE = "(?P<measure>[个项类条])"
_UNIT = (
    "(?P<unit>(?:具体|突出|重点|主要)?(?:问题|方面|领域)|具体表现|(?:具体)?(?:整改)?(?:措施|任务)|意见建议|整改问题)"
)
_COUNT = re.compile(f"(?<![\\d.第]){_NUMBER}{_MEASURE}{_UNIT}")
_PROBLEMS = ("问题", "方面", "领域", "表现")
_DECLARES = re.compile("反馈|指出|梳理|细化|制定|提出|形成|分解|涉及")


def declared_counts(paragraphs: Iterable[str]) -> list[str]:
    """Return the tiers of the paragraph that declares most of them, the first among equals.

    Each tier is as the spec writes it (12个问题); a unit is taken once.
    """
    best: dict[str, str] = {}
    for text in paragraphs:
        found = [match for sentence in re.split("[。；]", text) for match in _declared(sentence)]
        if any(match["unit"].endswith(_PROBLEMS) for match in found):
            tiers: dict[str, str] = {}
            for match in found:
                tiers.setdefault(match["unit"], f"{_value(match['number'])}{match['measure']}{match['unit']}")
            best = max(best, tiers, key=len)
    return list(best.values())


def _declared(sentence: str) -> list[re.Match[str]]:
    found = list(_COUNT.finditer(sentence))
    return found if len(found) > 1 or _DECLARES.search(sentence) else []


def _value(text: str) -> int:
    if text == "两":
        return 2
    return int(text) if text.isascii() else _HAN.get(text, 0)
