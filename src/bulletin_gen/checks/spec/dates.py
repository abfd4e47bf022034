"""Rules on the dates that a bulletin's author typed, which follow one another, and on the number and date of its issue.

Only what is certain is told: a date that names no year is not compared.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.checks.spec.samples import OPENED, inspected
from bulletin_gen.finding import Severity
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.sign_off import OutputForm, Stage
from bulletin_gen.spec.spec import Spec
from bulletin_gen.text.dates import read_date
from bulletin_gen.text.regex import Regex

_PARTIAL = Regex(r"(\d{4})(?:年|[-/.])(?:(\d{1,2})月?)?")  # 2024年6月, 2024-06, 2024年; not 2024年6月底
_NUMBER_YEAR = Regex(r"〔(\d{4})〕")  # 青党发〔2024〕3号


class Dated(NamedTuple):
    """A date of the bulletin: its path, its name, what is printed, its first and last possible day."""

    path: str
    name: str
    said: str
    first: date
    last: date


@on(
    "spec/dates",
    Severity.WARNING,
    title="日期先后颠倒",
    why="巡察开始、结束、反馈、统计、成文、印发依次发生；后面的日期早于前面的，必有一个写错。",
    source="前后文",
    wrong=(
        inspected("period: {start: 2025-03-03, end: 2025-04-30}", "feedback: {date: 2025-04-01}"),
        inspected("feedback: {date: 2025-05-28}") + "issue_date: 2025-01-06\n",
    ),
    right=(
        inspected("period: {start: 2025-03-03, end: 2025-04-30}", "feedback: {date: 2025-05-28}"),
        inspected("period: {start: 2025年3月, end: 4月底}", "feedback: {date: 5月中旬}"),
    ),
    on_final=Severity.ERROR,
)
def dates_out_of_order(spec: Spec) -> Iterator[Hit]:
    """Yield a hit for each date that lies before what must come first."""
    for sequence in (course(spec.bulletin), _drafting(spec.bulletin)):
        for found in disorder(sequence):
            hint = f"请核对{spec.named(found.earlier.path)}、{spec.named(found.later.path)}"
            yield Hit(spec.where(found.later.path), found.message, hint)


class Disorder(NamedTuple):
    earlier: Dated
    later: Dated
    message: str


def disorder(sequence: Iterable[tuple[str, str, str | None]]) -> Iterator[Disorder]:
    """Yield the neighbours in a sequence of dates (path, name, text) that are in the wrong order."""
    days = (dated(path, name, typed) for path, name, typed in sequence if typed)
    for earlier, later in pairwise(day for day in days if day is not None):
        after_the_end = later.path == "inspection.feedback.date" and earlier.path == "inspection.period.end"
        if later.last < earlier.first or (after_the_end and later.last == earlier.first):
            order = "早于" if later.last < earlier.first else "应晚于"
            yield Disorder(earlier, later, f"{later.name}（{later.said}）{order}{earlier.name}（{earlier.said}）")


def course(bulletin: Bulletin) -> Iterator[tuple[str, str, str | None]]:
    """Yield path, name and text of the dates in the order in which they must follow one another."""
    inspection, results, colophon = bulletin.inspection, bulletin.results, bulletin.colophon
    period = inspection.period if inspection else None
    feedback = inspection.feedback if inspection else None
    kind = inspection.kind if inspection else ""
    yield "inspection.period.start", f"{kind}开始日期", period.start if period else None
    yield "inspection.period.end", f"{kind}结束日期", period.end if period else None
    yield "inspection.feedback.date", "反馈日期", feedback.date if feedback else None
    yield "results.as_of", "进展统计日期", results.as_of if results else None
    yield "issue_date", "成文日期", bulletin.issue_date
    yield "colophon.printing_date", "印发日期", colophon.printing_date if colophon else None


def _drafting(bulletin: Bulletin) -> Iterator[tuple[str, str, str | None]]:
    yield "version_date", "稿次日期", bulletin.version_date
    yield "issue_date", "成文日期", bulletin.issue_date


def dated(path: str, name: str, typed: str) -> Dated | None:
    """Return a date that names its year; None for any other."""
    spoken = read_date(typed)
    if spoken.day is not None:
        return Dated(path, name, spoken.text, spoken.day, spoken.day)
    match = _PARTIAL.fullmatch(typed)
    if match is None:
        return None
    year, month = int(match[1]), int(match[2] or 0)
    last = date(year, month or 12, monthrange(year, month or 12)[1])
    return Dated(path, name, spoken.text, date(year, month or 1, 1), last)


@on(
    "spec/number-year",
    Severity.WARNING,
    title="发文字号的年份与成文日期的年份不同",
    why="发文字号的年份是发文的年份，与成文日期的年份相同；不同时，必有一个写错。",
    source="GB/T 9704-2012 7.2.5",
    wrong=(f"{OPENED}form: issued\nhead: {{document_number: 河党发〔2024〕9号}}\nissue_date: 2025-12-01\n",),
    right=(f"{OPENED}form: issued\nhead: {{document_number: 河党发〔2025〕9号}}\nissue_date: 2025-12-01\n",),
    on_final=Severity.ERROR,
)
def number_of_another_year(spec: Spec) -> Iterator[Hit]:
    """Yield a hit when the year of the 发文字号 is not that of the 成文日期."""
    bulletin = spec.bulletin
    match = _NUMBER_YEAR.search(bulletin.head.document_number) if bulletin.head else None
    issued = read_date(bulletin.issue_date).year if bulletin.issue_date else None
    if match and issued and int(match[1]) != issued:
        message = f"发文字号的年份（{match[1]}）与成文日期的年份（{issued}）不同"
        hint = f"请核对{spec.named('head.document_number')}、{spec.named('issue_date')}"
        yield Hit(spec.where("head.document_number"), message, hint)


_FINAL = f"{OPENED}form: issued\nstage: final\n"


@on(
    "spec/final-date",
    Severity.ERROR,
    title="印发的定稿没有成文日期",
    why="成文日期是公文必备的要素，文件从这一天起生效。",
    source="《党政机关公文处理工作条例》第九条",
    wrong=(_FINAL,),
    right=(f"{_FINAL}issue_date: 2025-12-01\n", f"{OPENED}form: issued\nstage: draft\n"),
)
def final_without_date(spec: Spec) -> Iterator[Hit]:
    """Yield a hit for a final issued document without its 成文日期."""
    if _is_final_issued(spec.bulletin) and not spec.bulletin.issue_date:
        yield Hit(spec.where("issue_date"), "印发的定稿没有成文日期", _fill_in("issue_date", spec))


@on(
    "spec/final-number",
    Severity.ERROR,
    title="印发的定稿没有发文字号",
    why="发文字号是公文必备的要素，登记、查找、引用都靠它。",
    source="《党政机关公文处理工作条例》第九条",
    wrong=(_FINAL,),
    right=(f"{_FINAL}head: {{document_number: 河党发〔2025〕9号}}\n", f"{OPENED}stage: final\n"),
)
def final_without_number(spec: Spec) -> Iterator[Hit]:
    """Yield a hit for a final issued document without its 发文字号."""
    head = spec.bulletin.head
    if _is_final_issued(spec.bulletin) and not (head and head.document_number):
        hint = _fill_in("head.document_number", spec)
        yield Hit(spec.where("head.document_number"), "印发的定稿没有发文字号", hint)


def _fill_in(path: str, spec: Spec) -> str:
    draft = spec.named_value("stage", Stage.DRAFT)
    return f"请填写{spec.named(path)}，或把{spec.named('stage')}改为{draft}"


def _is_final_issued(bulletin: Bulletin) -> bool:
    return bulletin.form is OutputForm.ISSUED and bulletin.stage is Stage.FINAL


DATES: tuple[Rule[Spec], ...] = (
    dates_out_of_order,
    number_of_another_year,
    final_without_date,
    final_without_number,
)
