"""Rules on dates: they exist, follow one another, and are the same wherever the same thing is dated."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from bulletin_gen.checks.facts.days import DAY, Day, days_in, days_of, milestones
from bulletin_gen.checks.manuscript import Manuscript, Passage, once
from bulletin_gen.checks.rule import Hit, Rule, hit_on, on
from bulletin_gen.checks.spec.dates import course, disorder
from bulletin_gen.finding import Severity
from bulletin_gen.text.dates import read_date
from bulletin_gen.text.numerals import whole_number
from bulletin_gen.text.regex import Regex

_INSPECTED = (
    "根据县委统一部署，2024年3月1日至4月30日，县委第一巡察组对柳塘镇党委开展了巡察。"
    "{}，县委巡察组向柳塘镇党委反馈了巡察意见。"
)
_ISSUES = "一、关于“学习不深入”问题的整改情况\n一是制定学习计划。\n二、关于“台账不健全”问题的整改情况\n一是补建台账。\n"
_SIGNED = "中共柳塘县柳塘镇委员会\n2024年12月10日"


_TO = Regex("(?:至|到|—|–|-|～|~){1,2}")


@on(
    "dates/range-backwards",
    Severity.ERROR,
    title="起止日期颠倒",
    why="结束日期早于开始日期；跨年的，结束日期要写明年份。",
    source="GB/T 15835-2011 出版物上数字用法；日历",
    wrong=("2024年5月20日至3月5日开展巡察。", "2024年11月1日至2024年1月10日开展巡察。"),
    right=("2024年3月5日至5月20日开展巡察。", "2024年11月1日至2025年1月10日开展巡察。", "每年11月至次年3月防火。"),
)
def range_backwards(manuscript: Manuscript) -> Iterator[Hit]:
    for passage in manuscript.for_any_of(DAY):
        if not (manuscript.is_source and passage.where.path == "inspection"):  # `spec/dates` tells of its fields
            yield from _backwards(passage)


def _backwards(passage: Passage) -> Iterator[Hit]:
    for start, end in pairwise(days_of(passage)):
        if start.year and end.year and start.is_real and end.is_real and start.names_year:
            is_range = _TO.fullmatch(passage.text, start.end, end.start)
            if is_range and end.last(end.year) < start.first(start.year):
                hint = "请核对；跨年的，结束日期请写明年份"
                message = f"结束日期（{end.words}）早于开始日期（{start.words}）"
                yield Hit(passage, message, hint, start.start, end.end)


def _passage_at(manuscript: Manuscript, line: int | None, said: str) -> Passage | None:
    """Return the passage of a line that says something, None where it does not."""
    return next((p for p in manuscript.passages if line and p.where.line == line and said in p.text), None)


@on(
    "dates/out-of-order",
    Severity.ERROR,
    title="巡察、反馈、成文、印发的日期先后颠倒",
    why="先巡察，后反馈，再整改、成文、印发；后面的日期早于前面的，总有一个写错了。",
    source="前后文",
    wrong=(
        f"{_INSPECTED.format('2024年3月28日')}\n{_ISSUES}{_SIGNED}",
        f"{_INSPECTED.format('2024年12月28日')}\n{_ISSUES}{_SIGNED}",
    ),
    right=(f"{_INSPECTED.format('5月28日')}\n{_ISSUES}{_SIGNED}",),
)
def out_of_order(manuscript: Manuscript) -> Iterator[Hit]:
    spec = manuscript.spec if not manuscript.is_source else None
    for found in disorder(course(spec.bulletin)) if spec else ():
        if found.later.path == "inspection.period.end":  # `dates/range-backwards` tells of it
            continue
        where = spec.where(found.later.path) if spec else None
        said = read_date(found.later.said).after(found.earlier.first.year)
        passage = _passage_at(manuscript, where.line if where else None, said)
        at = passage.text.index(said) if passage else 0
        place = passage or where
        assert place is not None
        yield Hit(place, found.message, "请核对这两个日期", at, at + len(said) if passage else 0)


_AS_OF = Regex("(?:截至|截止)(?:到)?(?:今年)?$")
_STATE = Regex("完成|整改|销号|办结")


def _as_of(manuscript: Manuscript) -> Iterator[Day]:
    """Yield the days by which the text tells how far the rectification has come."""
    for day in days_in(manuscript):
        text = day.passage.text
        is_told = _AS_OF.search(text[max(0, day.start - 6) : day.start]) is not None
        if is_told and day.is_real and _STATE.search(text[day.end : day.end + 60].partition("。")[0]):
            yield day


def _year_between(day: Day, feedback: date | None, signed: date) -> int | None:
    """Return the year of a day that names none: the last in which it is not after the signature, or that of the
    signature where it then lies before the feedback. None where nothing tells."""
    if day.first(signed.year) <= signed:
        return signed.year
    if feedback is None:
        return None
    return signed.year - 1 if day.last(signed.year - 1) >= feedback else signed.year


@on(
    "dates/as-of-after-signature",
    Severity.ERROR,
    title="统计的截止日期晚于成文日期",
    why="“截至10月25日已完成”的文件不可能在10月24日成文。",
    source="前后文",
    wrong=(
        f"{_INSPECTED.format('5月28日')}\n截至12月15日，反馈的2个问题已完成整改1个。\n{_ISSUES}{_SIGNED}",
        f"{_INSPECTED.format('5月28日')}\n截至2025年1月，反馈的2个问题已完成整改1个。\n{_ISSUES}{_SIGNED}",
    ),
    right=(
        f"{_INSPECTED.format('5月28日')}\n截至12月5日，反馈的2个问题已完成整改1个。\n{_ISSUES}{_SIGNED}",
        f"{_INSPECTED.format('5月28日')}\n截至2024年12月，反馈的2个问题已完成整改1个。\n{_ISSUES}{_SIGNED}",
    ),
)
def as_of_after_signature(manuscript: Manuscript) -> Iterator[Hit]:
    known = milestones(manuscript)
    if known.signed is None or manuscript.is_source:
        return
    for day in _as_of(manuscript):
        year = day.year if day.names_year else _year_between(day, known.feedback, known.signed)
        if year and day.first(year) > known.signed:
            yield hit_on(day, f"统计到{day.words}，成文日期却是{_spoken(known.signed)}", "请核对这两个日期")


@on(
    "dates/as-of-before-feedback",
    Severity.ERROR,
    title="整改进展的截止日期早于反馈日期",
    why="反馈之前还没有开始整改，不可能有整改进展。",
    source="前后文",
    wrong=(f"{_INSPECTED.format('5月28日')}\n截至2024年4月30日，反馈的2个问题已完成整改1个。\n{_ISSUES}{_SIGNED}",),
    right=(
        f"{_INSPECTED.format('5月28日')}\n截至2024年11月30日，反馈的2个问题已完成整改1个。\n{_ISSUES}{_SIGNED}",
        f"{_INSPECTED.format('5月28日')}\n截至2023年底，全镇路灯改造已完成一半。\n{_ISSUES}{_SIGNED}",
    ),
)
def as_of_before_feedback(manuscript: Manuscript) -> Iterator[Hit]:
    feedback = milestones(manuscript).feedback
    for day in _as_of(manuscript) if feedback and not manuscript.is_source else ():
        text = day.passage.text[day.end : day.end + 40].partition("。")[0]
        if feedback and day.names_year and day.year and day.last(day.year) < feedback and "反馈" in text:
            yield hit_on(day, f"统计到{day.words}，反馈却在{_spoken(feedback)}", "请核对这两个日期")


def _spoken(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


_BY_NOW = Regex("已(?:经)?(?:于)?$|于$")
_DONE_THEN = Regex("(?:召开|印发|出台|通过|完成|开展|下发|举办|修订|公布)了?")
_AHEAD = Regex("将|拟|计划|预计|力争|目标|前|底前|之前|期限|规划|届时|到期|有效|至今|起")


@on(
    "dates/told-before-it-happened",
    Severity.ERROR,
    title="成文之后的日期说成已经发生",
    why="成文时还没有到的日子，不能说“已于”那天完成。",
    source="前后文",
    wrong=(f"{_INSPECTED.format('5月28日')}\n{_ISSUES}三是已于2025年3月6日印发管理办法。\n{_SIGNED}",),
    right=(
        f"{_INSPECTED.format('5月28日')}\n{_ISSUES}三是已于2024年9月6日印发管理办法。\n{_SIGNED}",
        f"{_INSPECTED.format('5月28日')}\n{_ISSUES}三是计划于2025年3月6日印发管理办法。\n{_SIGNED}",
    ),
)
def told_before_it_happened(manuscript: Manuscript) -> Iterator[Hit]:
    signed = milestones(manuscript).signed
    for day in days_in(manuscript) if signed else ():
        text = day.passage.text
        before, after = text[max(0, day.start - 8) : day.start], text[day.end : day.end + 12]
        if not (signed and day.names_year and day.year and day.is_real and day.first(day.year) > signed):
            continue
        is_past = "已" in before and _BY_NOW.search(before) and _DONE_THEN.search(after)
        if is_past and not _AHEAD.search(before) and not _AHEAD.search(after):
            message = f"成文日期是{_spoken(signed)}，这里却说已于{day.words}"
            yield hit_on(day, message, "请核对年份和日期")


_NUMBER = Regex(r"[（(]?(?P<number>[\u4e00-\u9fff]{2,12}〔(?P<year>\d{4})〕\d{1,4}号)")
_ISSUING = Regex("印发|出台|下发|制定|发布|颁布|公布|施行")
_TITLED = Regex("《[^《》]{4,80}》")
_BETWEEN = 60  # characters from the date of a document to what is named so


@once
def _documents(manuscript: Manuscript) -> tuple[tuple[str, Day], ...]:
    """Return the documents that a text says were issued on a day: what `_named_documents` yields."""
    return tuple(_named_documents(manuscript))


def _named_documents(manuscript: Manuscript) -> Iterator[tuple[str, Day]]:
    """Yield the number, or else the title, of each document that a text says was issued on a day."""
    for day in days_in(manuscript):
        if not (day.year and day.day):
            continue
        clause = day.passage.text[day.end : day.end + _BETWEEN + 80].partition("。")[0]
        number, title, issuing = _NUMBER.search(clause), _TITLED.search(clause), _ISSUING.search(clause)
        first = min((found.start() for found in (number, title) if found), default=None)
        if first is not None and issuing and issuing.start() <= first <= _BETWEEN and "日" not in clause[:first]:
            if number and (title is None or number.start() - title.end() <= 2):
                yield number["number"], day
            elif title:
                yield title[0], day


@on(
    "dates/same-document-two-dates",
    Severity.ERROR,
    title="同一个文件两个印发日期",
    why="同一个文号、同一个名称的文件只有一个印发日期。",
    source="前后文",
    wrong=(
        "一是已于2019年11月19日出台《关于印发财务制度的通知》（柳政发〔2019〕3号）。\n"
        "二是按照2019年11月18日出台的《关于印发财务制度的通知》（柳政发〔2019〕3号）执行。",
    ),
    right=(
        "一是已于2019年11月19日出台《关于印发财务制度的通知》（柳政发〔2019〕3号）。\n"
        "二是按照2020年1月8日出台的《关于印发采购制度的通知》（柳政发〔2020〕1号）执行。",
    ),
)
def same_document_two_dates(manuscript: Manuscript) -> Iterator[Hit]:
    first: dict[str, Day] = {}
    for name, day in _documents(manuscript):
        known = first.setdefault(name, day)
        if (known.year, known.month, known.day) != (day.year, day.month, day.day):
            before = known.passage.place
            yield hit_on(day, f"{name}，{before}说是{known.words}，这里却是{day.words}", "请核对，统一成一个日期")


@on(
    "dates/number-of-another-year",
    Severity.WARNING,
    title="文号的年份与印发日期不是同一年",
    why="发文字号的年份就是印发的年份（《党政机关公文处理工作条例》第九条：发文字号由发文机关代字、年份、发文顺序号组成）。",
    source="《党政机关公文处理工作条例》；GB/T 9704-2012 7.2.5",
    wrong=("已于2020年3月6日印发《关于印发财务制度的通知》（柳政发〔2019〕3号）。",),
    right=(
        "已于2019年3月6日印发《关于印发财务制度的通知》（柳政发〔2019〕3号）。",
        "2020年3月6日召开会议，学习《关于印发财务制度的通知》（柳政发〔2019〕3号）。",
    ),
)
def number_of_another_year(manuscript: Manuscript) -> Iterator[Hit]:
    for name, day in _documents(manuscript):
        match = _NUMBER.match(name)
        if match and day.names_year and int(match["year"]) != day.year:
            yield hit_on(day, f"{name}是{match['year']}年的文号，印发日期却在{day.year}年", "请核对文号和日期")
    yield from _own_number(manuscript)


def _own_number(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield what is wrong with the number of the bulletin itself, where it was read from a text."""
    bulletin = manuscript.spec.bulletin if manuscript.spec and not manuscript.is_source else None
    signed = milestones(manuscript).signed
    number = bulletin.head.document_number if bulletin and bulletin.head else ""
    match = _NUMBER.fullmatch(number)
    if match and signed and int(match["year"]) != signed.year:
        passage = next((passage for passage in manuscript.passages if number in passage.text), None)
        if passage:
            at = passage.text.index(number)
            message = f"发文字号的年份（{match['year']}）与成文日期的年份（{signed.year}）不同"
            yield Hit(passage, message, "请核对发文字号和成文日期", at, at + len(number))


_SINCE = Regex(
    r"(?:^|[，。；：])(?:(?P<months>[两二三四五六七八九十]{1,2}|\d{1,2})个月|(?P<half>半年)|(?P<year>一年))(?:多)?(?:以)?来"
)
_MONTH = 30.4  # days


@on(
    "dates/span-since",
    Severity.ADVICE,
    title="“三个月来”与反馈到成文的时间不符",
    why="读者会从反馈的日期算到成文的日期；差了一个月以上就要核对。",
    source="前后文",
    wrong=(f"{_INSPECTED.format('5月28日')}\n三个月来，党委11次研究整改工作。\n{_ISSUES}{_SIGNED}",),
    right=(
        f"{_INSPECTED.format('5月28日')}\n六个月来，党委11次研究整改工作。\n{_ISSUES}{_SIGNED}",
        f"{_INSPECTED.format('5月28日')}\n三个月来，党委走访企业20家。\n{_ISSUES}{_SIGNED}",
    ),
)
def span_since(manuscript: Manuscript) -> Iterator[Hit]:
    known = milestones(manuscript)
    if known.feedback is None or known.signed is None:
        return
    months = (known.signed - known.feedback).days / _MONTH
    for passage, match in manuscript.finds(_SINCE):
        sentence = passage.text[match.end() : match.end() + 80].partition("。")[0]
        said = 6 if match["half"] else 12 if match["year"] else whole_number(match["months"])
        if "整改" in sentence and abs(months - said) > 1:
            words = match[0].lstrip("，。；：")
            between = f"从反馈（{_spoken(known.feedback)}）到成文（{_spoken(known.signed)}）"
            message = f"说“{words}”，{between}却有{months:.1f}个月"
            yield Hit(passage, message, "请核对时间", match.end() - len(words), match.end())


DATES: tuple[Rule[Manuscript], ...] = (
    range_backwards,
    out_of_order,
    as_of_after_signature,
    as_of_before_feedback,
    told_before_it_happened,
    same_document_two_dates,
    number_of_another_year,
    span_since,
)
