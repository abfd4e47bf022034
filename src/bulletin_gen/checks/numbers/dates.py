"""Rules on dates and hours: that there are such days, and how they are written."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from itertools import chain

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.rule import Hit, Rule, each_saying, on
from bulletin_gen.finding import Severity
from bulletin_gen.text import wrong_numbers
from bulletin_gen.text.dates import RUN_TOGETHER
from bulletin_gen.text.regex import Regex

_TWO_SHORT_YEARS = Regex(r"([0-3](?<![\d第近].)\d)、([0-3]\d)(?=年(?!级|期|以|度|[来代]))")
_HAN_YEAR = Regex("[一二](?<![一二三四五六七八九〇零].)[一二三四五六七八九〇零○OＯoO0０]{3}(?=年)")
_ZEROES = "零○OＯo0０"
_PADDED = Regex(r"0(?:(?<=年.)[1-9]月(?:0?[1-9]日|[12]\d日|3[01]日)?|(?<=月.)[1-9]日)")
_DAY = Regex(r"(\d(?<![\d.].)\d?)月(\d{1,2})日")
_YEAR_BEFORE = Regex(r"(\d{4})年$")
_MONTH = Regex(r"年(?<=\d{4}年)(\d{1,2})月(?!\d|龄)")
_WEEKDAY = Regex("日(?:上午|下午)?[（(，,]?(?:星期|周|礼拜)([一二三四五六日天])(?!期)")
_DATE_BEFORE = Regex(r"(\d{4})年(\d{1,2})月(\d{1,2})$")
_LONGEST_DATE = 10  # 2024年12月31
_WEEKDAYS = "一二三四五六日"
_LEAP_YEAR = 2000  # stands in where no year is named, so that 2月29日 passes
_HOUR = Regex(r"(\d(?<![\d:：.].)\d?)时(\d{1,2})分")
_FULL_HOUR = Regex(r"[日午晨晚](\d{1,2})[时点](?![\d后])")
_HALF_DAY = Regex("(?:上午|凌晨|早上)(?:1[3-9]|2[0-4])[时点:：]")
_CLOCK_TWICE = Regex(r"[:：](?<=\d.)\d{2}[时点](?!间|[内段])")
_LOST = Regex(r"年(?<=[12]\d{3}年)\d{3,4}日")


@on(
    "numbers/short-year",
    Severity.ERROR,
    title="年份只写了两位",
    why="年份写四位数，不简写；“24年”既像年份，又像年数。",
    source="GB/T 15835-2011 5.1.4",
    wrong=("截至24年9月，整改任务全部完成。", "23年底前完成换届。"),
    right=("截至2024年9月，整改任务全部完成。", "近20年来首次修订。", "坚守30年初心不改。", "工作满10年以上。"),
)
@each_saying(wrong_numbers.SHORT_YEAR)
def short_year(passage: Passage) -> Iterator[Hit]:
    for start, end, words in wrong_numbers.short_years(passage.text):
        yield Hit(passage, f"年份“{words}”只写了两位", "请写成四位，如“2024年”", start, end)


@on(
    "numbers/short-years",
    Severity.WARNING,
    title="并列的年份只写了两位",
    why="年份写四位数，并列时也不简写。",
    source="GB/T 15835-2011 5.1.4",
    wrong=("补开了22、23年的组织生活会。",),
    right=("补开了2022年、2023年的组织生活会。", "工作满10、20年的各3人。"),
)
@each_saying(_TWO_SHORT_YEARS)
def short_years(passage: Passage) -> Iterator[Hit]:
    for match in _TWO_SHORT_YEARS.finditer(passage.text):
        if int(match[2]) - int(match[1]) == 1:
            yield Hit(passage, f"年份“{match[0]}年”只写了两位", "请写成四位", *match.span())


@on(
    "numbers/han-year-zero",
    Severity.WARNING,
    title="汉字年份里的“〇”写成了别的字",
    why="年份用汉字书写时，“0”写作“〇”（二〇二四年），不写“零”、字母O或圆圈。",
    source="GB/T 15835-2011 5.2.5",
    wrong=("二零二四年三月五日", "二○二四年，开展专项整治。"),
    right=("二〇二四年三月五日", "一九九八年，开展专项整治。"),
)
@each_saying(_HAN_YEAR)
def han_year_zero(passage: Passage) -> Iterator[Hit]:
    for match in _HAN_YEAR.finditer(passage.raw):
        instead = "".join("〇" if char in _ZEROES else char for char in match[0])
        if instead != match[0] and match[0][1] not in "十百千":
            yield Hit(passage, f"年份写成“{match[0]}年”", f"请写成“{instead}年”", *match.span(), instead=instead)


@on(
    "numbers/mixed-date",
    Severity.WARNING,
    title="一个日期里两种数字混用",
    why="年、月、日用同一种数字：2024年5月6日，或二〇二四年五月六日。",
    source="GB/T 15835-2011 4.3",
    wrong=("2024年五月召开推进会。", "二〇二四年5月召开推进会。", "5月二十日召开推进会。"),
    right=("2024年5月召开推进会。", "2024年五一假期前开展检查。", "2024年六七月间走访。"),
)
@each_saying(wrong_numbers.MIXED_DATE)
def mixed_date(passage: Passage) -> Iterator[Hit]:
    for start, end, _ in wrong_numbers.mixed_dates(passage.text):
        yield Hit(passage, f"“{passage.raw[start:end]}”混用了两种数字", "请用同一种数字", start, end)


@on(
    "numbers/padded-date",
    Severity.ADVICE,
    title="月、日前补了0",
    why="日期写作2024年3月5日，月、日不编虚位（1不编为01）。",
    source="GB/T 9704-2012 7.3.5.4",
    wrong=("2024年03月05日召开推进会。",),
    right=("2024年3月5日召开推进会。", "更新于2024-03-05。", "2024年10月20日召开推进会。"),
)
@each_saying(_PADDED)
def padded_date(passage: Passage) -> Iterator[Hit]:
    for match in _PADDED.finditer(passage.text):
        instead = re.sub("0(?=[1-9])", "", match[0])
        yield Hit(passage, f"“{match[0]}”补了0", f"请写成“{instead}”", *match.span(), instead=instead)


@on(
    "numbers/no-such-day",
    Severity.ERROR,
    title="日历上没有这一天",
    why="月份只有1到12，每月的天数也有定数；写错的日期要对照原始记录核实。",
    source="日历",
    wrong=("2024年2月30日召开推进会。", "2023年2月29日反馈意见。", "整改期限为2024年13月。"),
    right=("2024年2月29日召开推进会。", "6月30日前完成。", "为期2024年12月至2025年1月。"),
)
@each_saying(_DAY, _MONTH)
def no_such_day(passage: Passage) -> Iterator[Hit]:
    text = passage.text
    for match in _DAY.finditer(text):
        before = _YEAR_BEFORE.search(text[max(match.start() - 5, 0) : match.start()])
        if not _is_day(int(before[1]) if before else _LEAP_YEAR, int(match[1]), int(match[2])):
            said = f"{before[0] if before else ''}{match[0]}"
            yield Hit(passage, f"日历上没有“{said}”", "请核对日期", *match.span())
    for match in _MONTH.finditer(text):
        if not 1 <= int(match[1]) <= 12:
            yield Hit(passage, f"没有“{match[1]}月”这个月份", "请核对月份", *match.span())


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and year > 0 and 1 <= day <= monthrange(year, month)[1]


@on(
    "numbers/weekday",
    Severity.ERROR,
    title="星期几与日期对不上",
    why="日期定了，星期几就定了；两者对不上，必有一个写错。",
    source="日历",
    wrong=("2024年9月18日（星期五）召开推进会。",),
    right=("2024年9月18日（星期三）召开推进会。", "每周五开展检查。"),
)
@each_saying(_WEEKDAY)
def weekday(passage: Passage) -> Iterator[Hit]:
    for match in _WEEKDAY.finditer(passage.text):
        named = _DATE_BEFORE.search(passage.text[max(match.start() - _LONGEST_DATE, 0) : match.start()])
        year, month, day = map(int, named.groups()) if named else (0, 0, 0)
        if _is_day(year, month, day):
            right = _WEEKDAYS[date(year, month, day).weekday()]
            if match[1].replace("天", "日") != right:
                message = f"{year}年{month}月{day}日是星期{right}，不是星期{match[1]}"
                yield Hit(passage, message, "请核对日期和星期", *match.span())


@on(
    "numbers/hour",
    Severity.ERROR,
    title="没有这个时刻",
    why="一天24小时，一小时60分；“上午15时”这样的写法自相矛盾。",
    source="GB/T 15835-2011 5.1.5；前后文",
    wrong=("9月18日25时开会。", "上午15时召开推进会。", "会议于9时75分结束。"),
    right=("9月18日9时30分开会。", "下午3时召开推进会。", "培训32学时，集中整治48小时。", "24时前报送。"),
)
@each_saying(_HALF_DAY, _HOUR, _FULL_HOUR)
def hour(passage: Passage) -> Iterator[Hit]:
    for match in chain(_HOUR.finditer(passage.text), _FULL_HOUR.finditer(passage.text)):
        hours, minutes, *_ = (*map(int, match.groups()), 0)
        if hours > 24 or minutes > 59:
            yield Hit(passage, f"没有“{match[0]}”这个时刻", "请核对时间", *match.span())
    for match in _HALF_DAY.finditer(passage.text):
        yield Hit(passage, f"“{match[0]}”自相矛盾", "请核对是上午还是下午", *match.span())


@on(
    "numbers/clock-twice",
    Severity.WARNING,
    title="冒号与“时”“点”重复",
    why="“9:00”就是9时整，后面不再写“时”“点”。",
    source="GB/T 15835-2011 5.1.5",
    wrong=("9月18日9:00时召开推进会。",),
    right=("9月18日9:00召开推进会。", "9月18日9时召开推进会。"),
)
@each_saying(_CLOCK_TWICE)
def clock_twice(passage: Passage) -> Iterator[Hit]:
    for match in _CLOCK_TWICE.finditer(passage.text):
        yield Hit(passage, f"冒号后面又写了“{match[0][-1]}”", "请只留一种写法，如“9:00”或“9时”", *match.span())


@on(
    "numbers/run-together",
    Severity.ERROR,
    title="日期或文号的数字连在一起，缺了字",
    why="转换格式、复制网页时，数字之间的“年”“月”“〕”容易丢失，剩下的数字读不出日期。",
    source="GB/T 15835-2011 5.1.4",
    wrong=("2024315日至5月20日开展巡察。", "根据青委办发〔202412号文件精神整改。"),
    right=("2024年3月15日至5月20日开展巡察。", "根据青委办发〔2024〕12号文件精神整改。", "编号20240315的档案。"),
)
@each_saying(RUN_TOGETHER, _LOST)
def run_together(passage: Passage) -> Iterator[Hit]:
    for match in chain(RUN_TOGETHER.finditer(passage.text), _LOST.finditer(passage.text)):
        yield Hit(passage, f"“{match[0]}”像是缺了“年”“月”或括号", "请对照原文补上", *match.span())


DATES: tuple[Rule[Manuscript], ...] = (
    short_year,
    short_years,
    han_year_zero,
    mixed_date,
    padded_date,
    no_such_day,
    weekday,
    hour,
    clock_twice,
    run_together,
)
