"""Text in; the declared counts out: 4个方面、12个问题，提出42条整改措施."""

import re
from collections.abc import Iterable

from bulletin_gen.spec.model import Count
from bulletin_gen.text.numerals import han_number
from bulletin_gen.text.regex import Regex

_HAN = {han_number(number): number for number in range(1, 100)} | {"两": 2}
_COUNT = Regex(
    r"(?<![\d.第])(?P<number>\d{1,4}|[一二三四五六七八九十]{1,3}|两)(?P<measure>[个项类条])"  # 12个, 两项; not 第3项
    "(?P<unit>(?:具体|突出|重点|主要)?(?:问题|方面|领域)|具体表现"  # 突出问题, 方面
    "|(?:具体)?(?:整改)?(?:措施|任务)|意见建议|整改问题)"  # 具体整改措施
)
_PROBLEMS = ("问题", "方面", "领域", "表现")
_DECLARES = Regex("反馈|指出|梳理|细化|制定|提出|形成|分解|涉及")  # 反馈了12个问题; not 整改了3个问题
_CLAUSE_END = Regex("[。；]")  # 反馈12个问题；制定30条措施。


def declared_counts(paragraphs: Iterable[str]) -> list[Count]:
    """Return the tiers of the paragraph that declares most of them, the first among equals; a unit is taken once."""
    best: dict[str, Count] = {}
    for text in paragraphs:
        found = [match for clause in _CLAUSE_END.split(text) for match in _declared(clause)]
        if any(match["unit"].endswith(_PROBLEMS) for match in found):
            tiers: dict[str, Count] = {}
            for match in found:
                count = Count(number=number_of(match["number"]), unit=match["measure"] + match["unit"])
                tiers.setdefault(match["unit"], count)
            best = max(best, tiers, key=len)
    return list(best.values())


def _declared(clause: str) -> list[re.Match[str]]:
    found = list(_COUNT.finditer(clause))
    return found if len(found) > 1 or _DECLARES.search(clause) else []


def number_of(text: str) -> int:
    """Return the number that a text of digits or Chinese numerals is."""
    return int(text) if text.isascii() else _HAN.get(text, 0)
