"""Rules that hold a text against the persons and units that the office has registered."""

import re
from collections.abc import Iterator

from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.names.mentions import mentions
from bulletin_gen.checks.office import Office
from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.checks.sources import OFFICE_FILE
from bulletin_gen.finding import Severity
from bulletin_gen.text.regex import Regex

_TITLE = Regex("副?(?:书记|主任|局长|部长|镇长|乡长|县长|区长|市长|处长|科长|院长|校长|所长|站长|总经理|董事长)$")
_LONGEST_TITLE = 4
_PARTS_OF_A_SERIES = frozenset("一二三四五六七八九十东西南北中上下0123456789")
_SHORTEST_UNIT = 5


@on(
    "names/office-person",
    Severity.WARNING,
    title="人员的职务与登记的不同",
    why="bulletin-gen.toml 里登记的职务（例中白松溪是县水务局副局长）与这里写的不一样。没有登记的，这一条不起作用。",
    source=OFFICE_FILE,
    wrong=("由县水务局局长白松溪牵头。",),
    right=("由县水务局副局长白松溪牵头。", "由组长白松溪牵头。"),
    office=Office(people={"白松溪": "县水务局副局长"}),
)
def office_person(manuscript: Manuscript) -> Iterator[Hit]:
    for name, post in manuscript.office.people.items():
        posts = {_title(part) for part in post.split("、")}
        for mention in mentions(manuscript, Regex(re.escape(name))) if name else ():
            said = _title(mention.passage.text[max(mention.start - _LONGEST_TITLE, 0) : mention.start])
            if said and said not in posts:
                start = mention.start - len(said)
                yield Hit(mention.passage, f"{name}的职务登记为“{post}”，这里写“{said}”", "请核对", start, mention.end)


def _title(text: str) -> str:
    """Return the title that a text ends with, or nothing."""
    match = _TITLE.search(text[-_LONGEST_TITLE:])
    return match[0] if match else ""


@on(
    "names/office-unit",
    Severity.WARNING,
    title="单位名称与登记的差一个字",
    why="与 bulletin-gen.toml 里登记的单位名称（例中是青禾县住房和城乡建设局）只差一个字。没有登记的，这一条不起作用。",
    source=OFFICE_FILE,
    wrong=("会同青禾县住房与城乡建设局办理。",),
    right=("会同青禾县住房和城乡建设局办理。", "青禾县第二中学"),
    office=Office(units=("青禾县住房和城乡建设局", "青禾县第一中学")),
)
def office_unit(manuscript: Manuscript) -> Iterator[Hit]:
    for unit in manuscript.office.units:
        if len(unit) < _SHORTEST_UNIT:
            continue
        for mention in mentions(manuscript, _like(unit)):
            if mention.words not in manuscript.office.units and _is_slip_of(mention.words, unit):
                message = f"“{mention.words}”与登记的名称差一个字"
                yield Hit(mention.passage, message, f"是不是“{unit}”？", mention.start, mention.end)


def _like(unit: str) -> Regex:
    """Return what finds names that begin and end as this one, and are as long, or a character longer or shorter."""
    inner = len(unit) - 4
    return Regex(
        f"{re.escape(unit[:2])}[^，。；、：“”《》\\s]{{{max(inner - 1, 0)},{inner + 1}}}?{re.escape(unit[-2:])}"
    )


def _is_slip_of(words: str, unit: str) -> bool:
    """Do two names differ in one character, and not in which of a series they are (第一中学, 第二中学)?"""
    start = next(
        (at for at, (one, other) in enumerate(zip(words, unit, strict=False)) if one != other),
        min(len(words), len(unit)),
    )
    longer = max(len(words), len(unit))
    rests = (words[start + (len(words) == longer) :], unit[start + (len(unit) == longer) :])
    return rests[0] == rests[1] and not _PARTS_OF_A_SERIES & set(words[start : start + 1] + unit[start : start + 1])


REGISTERED: tuple[Rule[Manuscript], ...] = (
    office_person,
    office_unit,
)
