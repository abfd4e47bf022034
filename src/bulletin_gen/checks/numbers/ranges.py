"""Rules on ranges: 2021—2035年, 10%～20%."""

from collections.abc import Iterator

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.rule import Hit, Rule, each_saying, each_written, on
from bulletin_gen.finding import Severity
from bulletin_gen.text.regex import Regex
from bulletin_gen.text.wrong_numbers import HYPHEN, UNIT_ONCE, Range, hyphen_ranges, units_once

_NAMES = {"—": "一字线", "～": "浪纹线"}
_FROM_TO = Regex(r"从\d{1,4}(?:\.\d{1,3})?[～—~]\d{1,4}")


@on(
    "numbers/year-range",
    Severity.WARNING,
    title="起止年份之间用了短横",
    why="表示时间的起止用一字线“—”；短横“-”用于编号、复合词，“~”是键盘符号。",
    source="GB/T 15834-2011 4.13、GB/T 15835-2011 5.1.3",
    wrong=("编制《产业发展规划（2023-2030年）》。", "修订2016年~2020年的台账。", "《行动计划（2023-2026）》已印发。"),
    right=("编制《产业发展规划（2023—2030年）》。", "执行GB/T 9704-2012。", "更新于2021-05-08。"),
)
@each_written(HYPHEN)
def year_range(passage: Passage) -> Iterator[Hit]:
    return _of(Range.YEARS, passage, "—", "表示起止年份")


@on(
    "numbers/day-range",
    Severity.WARNING,
    title="起止月日、时刻之间用了短横",
    why="表示时间的起止用一字线“—”，或写“至”。",
    source="GB/T 15834-2011 4.13",
    wrong=("3月1日-4月30日开展巡察。", "1-8月信访量下降。", "每日8:30-12:00值班。"),
    right=("3月1日—4月30日开展巡察。", "1—8月信访量下降。", "电话：010-6949079。", "3-5号楼已验收。"),
)
@each_written(HYPHEN)
def day_range(passage: Passage) -> Iterator[Hit]:
    return _of(Range.TIMES, passage, "—", "表示起止时间")


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
@each_written(HYPHEN)
def amount_range(passage: Passage) -> Iterator[Hit]:
    return _of(Range.AMOUNTS, passage, "～", "表示数值范围")


def _of(kind: Range, passage: Passage, mark: str, what: str) -> Iterator[Hit]:
    """Yield a hit on each hyphen in a range of a kind, which should be `mark`."""
    for joined in hyphen_ranges(passage.raw):
        if joined.kind is kind:
            message = f"“{joined.words}”用“{passage.raw[joined.at]}”{what}"
            hint = f"请用{_NAMES[mark]}“{mark}”"
            yield Hit(passage, message, hint, joined.at, joined.at + 1, instead=mark)


@on(
    "numbers/unit-once",
    Severity.WARNING,
    title="数值范围的前一个数缺百分号或“万”“亿”",
    why="前一个数的“%”“万”“亿”省去，就成了另一个数：10～20%会读成从10到20%。",
    source="GB/T 15835-2011 5.1.3",
    wrong=("抽查比例为10～20%。", "单笔金额3—5万元。"),
    right=("抽查比例为10%～20%。", "单笔金额3万—5万元。", "参加人数为100～150人。"),
)
@each_saying(UNIT_ONCE)
def unit_once(passage: Passage) -> Iterator[Hit]:
    for start, end, words in units_once(passage.text):
        unit = words[-1]
        message = f"“{words}”的前一个数缺“{unit}”"
        yield Hit(passage, message, f"请在前一个数后面也写上“{unit}”", start, end)


@on(
    "numbers/from-to-mark",
    Severity.ADVICE,
    title="“从”与连接号混用",
    why="连接号已经表示从哪里到哪里，前面再用“从”就缺了“到”。",
    source="GB/T 15834-2011 4.13",
    wrong=("从3～5月逐户走访。",),
    right=("从3月到5月逐户走访。", "3～5月逐户走访。"),
)
@each_saying(_FROM_TO)
def from_to_mark(passage: Passage) -> Iterator[Hit]:
    for match in _FROM_TO.finditer(passage.text):
        yield Hit(passage, f"“{match[0]}”既有“从”又有连接号", "请写成“从……到……”，或删去“从”", *match.span())


RANGES: tuple[Rule[Manuscript], ...] = (year_range, day_range, amount_range, unit_once, from_to_mark)
