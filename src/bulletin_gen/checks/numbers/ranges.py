"""Rules on ranges: 2021—2035年, 10%～20%."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.rule import Hit, Rule, each_said, on
from bulletin_gen.finding import Severity

_AROUND = 12  # characters on each side of a hyphen that say what it joins
# One of a row of them (3-2-101室, 2021-05-08) joins no range.
_HYPHEN = re.compile(r"[-–－‐~](?<=[\d年月日%％万亿元].)(?=\d)(?<!-\d.)(?<!-\d\d.)(?<!-\d{3}.)(?<!-\d{4}.)(?!\d{1,4}-)")
_YEAR_BEFORE = re.compile(r"(?<![\dA-Za-z./-])(?:19|20)\d{2}年?$")
_YEAR_AFTER = re.compile("(?:19|20)\\d{2}(?:年|(?=[）)》]))")
_DAY_BEFORE = re.compile(r"(?<![\d-])\d{1,2}[月日]$")
_DAY_AFTER = re.compile(r"\d{1,2}[月日]")
_MONTH_BEFORE = re.compile(r"(?<![\d./-])(?:[1-9]|1[0-2])$")
_MONTH_AFTER = re.compile(r"(?:[1-9]|1[0-2])月(?!\d)")
_CLOCK_BEFORE = re.compile(r"(?<!\d)\d{1,2}[:：]\d{2}$")
_CLOCK_AFTER = re.compile(r"\d{1,2}[:：]\d{2}(?!\d)")
_AMOUNT_BEFORE = re.compile(r"(?<![\dA-Za-z.年月-])(?!(?:19|20)\d{2}$)\d{1,6}(?:\.\d{1,3})?[%％万亿元]{0,2}$")
_AMOUNT_AFTER = re.compile(
    r"\d{1,6}(?:\.\d{1,3})?(?:[%％‰万亿元吨亩]|[名次项件](?!楼)|人|个|天|家|平方米|公里|公顷|岁|年(?![级\d])|小时)"
)
_UNIT_ONCE = re.compile(r"[～—~–－-](?<=\d.)\d{1,4}(?:\.\d{1,3})?([%％]|[万亿](?=[元人吨亩户]))")
_BARE_BEFORE = re.compile(r"(?<![\d.%％～—])\d{1,4}(?:\.\d{1,3})?$")
_NAMES = {"—": "一字线", "～": "浪纹线"}
_FROM_TO = re.compile(r"从\d{1,4}(?:\.\d{1,3})?[～—~]\d{1,4}")


@dataclass(frozen=True)
class _Joined:
    """A hyphen between digits, and what stands on both sides of it."""

    at: int
    mark: str
    before: str
    after: str

    def of(self, before: re.Pattern[str], after: re.Pattern[str]) -> str:
        """Return what is joined where it is of that kind, else nothing."""
        first, second = before.search(self.before), after.match(self.after)
        return f"{first[0]}{self.mark}{second[0]}" if first and second else ""


def _joined(passage: Passage) -> Iterator[_Joined]:
    for match in _HYPHEN.finditer(passage.raw):
        at = match.start()
        yield _Joined(at, match[0], passage.raw[max(at - _AROUND, 0) : at], passage.raw[at + 1 : at + 1 + _AROUND])


@on(
    "numbers/year-range",
    Severity.WARNING,
    title="起止年份之间用了短横",
    why="表示时间的起止用一字线“—”；短横“-”用于编号、复合词，“~”是键盘符号。",
    source="GB/T 15834-2011 4.13、GB/T 15835-2011 5.1.3",
    wrong=("编制《产业发展规划（2023-2030年）》。", "修订2016年~2020年的台账。", "《行动计划（2023-2026）》已印发。"),
    right=("编制《产业发展规划（2023—2030年）》。", "执行GB/T 9704-2012。", "更新于2021-05-08。"),
)
@each_said
def year_range(passage: Passage) -> Iterator[Hit]:
    for joined in _joined(passage):
        if said := joined.of(_YEAR_BEFORE, _YEAR_AFTER):
            yield _with("—", passage, joined, f"“{said}”用“{joined.mark}”表示起止年份")


@on(
    "numbers/day-range",
    Severity.WARNING,
    title="起止月日、时刻之间用了短横",
    why="表示时间的起止用一字线“—”，或写“至”。",
    source="GB/T 15834-2011 4.13",
    wrong=("3月1日-4月30日开展巡察。", "1-8月信访量下降。", "每日8:30-12:00值班。"),
    right=("3月1日—4月30日开展巡察。", "1—8月信访量下降。", "电话：010-6949079。", "3-5号楼已验收。"),
)
@each_said
def day_range(passage: Passage) -> Iterator[Hit]:
    kinds = ((_DAY_BEFORE, _DAY_AFTER), (_MONTH_BEFORE, _MONTH_AFTER), (_CLOCK_BEFORE, _CLOCK_AFTER))
    for joined in _joined(passage):
        said = next(filter(None, (joined.of(before, after) for before, after in kinds)), "")
        if said:
            yield _with("—", passage, joined, f"“{said}”用“{joined.mark}”表示起止时间")


@on(
    "numbers/amount-range",
    Severity.WARNING,
    title="数值的起止之间用了短横",
    why="表示数值范围用浪纹线“～”或一字线“—”；短横“-”像负号、编号。",
    source="GB/T 15834-2011 4.13、GB/T 15835-2011 5.1.3",
    wrong=("补贴标准为每人300-500元。", "抽查比例为10%-20%。"),
    right=(
        "补贴标准为每人300～500元。",
        "联系电话：0731-28680011。",
        "文件编号A3-15号。",
        "做好COVID-19防控。",
        "编制规划（2023—2030年）。",
    ),
)
@each_said
def amount_range(passage: Passage) -> Iterator[Hit]:
    for joined in _joined(passage):
        if said := joined.of(_AMOUNT_BEFORE, _AMOUNT_AFTER):
            yield _with("～", passage, joined, f"“{said}”用“{joined.mark}”表示数值范围")


def _with(mark: str, passage: Passage, joined: _Joined, message: str) -> Hit:
    """Return a hit on a hyphen that should be `mark`."""
    return Hit(passage, message, f"请用{_NAMES[mark]}“{mark}”", joined.at, joined.at + 1, instead=mark)


@on(
    "numbers/unit-once",
    Severity.WARNING,
    title="数值范围的前一个数缺百分号或“万”“亿”",
    why="前一个数的“%”“万”“亿”省去，就成了另一个数：10～20%会读成从10到20%。",
    source="GB/T 15835-2011 5.1.3",
    wrong=("抽查比例为10～20%。", "单笔金额3—5万元。"),
    right=("抽查比例为10%～20%。", "单笔金额3万—5万元。", "参加人数为100～150人。"),
)
@each_said
def unit_once(passage: Passage) -> Iterator[Hit]:
    for match in _UNIT_ONCE.finditer(passage.text):
        bare = _BARE_BEFORE.search(passage.text[max(match.start() - _AROUND, 0) : match.start()])
        if bare:
            message = f"“{bare[0]}{match[0]}”的前一个数缺“{match[1]}”"
            start = match.start() - len(bare[0])
            yield Hit(passage, message, f"请在前一个数后面也写上“{match[1]}”", start, match.end())


@on(
    "numbers/from-to-mark",
    Severity.ADVICE,
    title="“从”与连接号混用",
    why="连接号已经表示从哪里到哪里，前面再用“从”就缺了“到”。",
    source="GB/T 15834-2011 4.13",
    wrong=("从3～5月逐户走访。",),
    right=("从3月到5月逐户走访。", "3～5月逐户走访。"),
)
@each_said
def from_to_mark(passage: Passage) -> Iterator[Hit]:
    for match in _FROM_TO.finditer(passage.text):
        yield Hit(passage, f"“{match[0]}”既有“从”又有连接号", "请写成“从……到……”，或删去“从”", *match.span())


RANGES: tuple[Rule[Manuscript], ...] = (year_range, day_range, amount_range, unit_once, from_to_mark)
