"""Rules on what a bulletin's author typed: what contradicts itself is false in print, whichever of the two is right.

A contradiction is an error on a final text and a warning before. Only what is certain is told: a date that names no
year, a count in a sentence of the author's own, a number of measures are not compared.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from bulletin_gen.checks.issues import Placed, below, every_issue, is_open, placed_issues
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.spec.doubled import doubled
from bulletin_gen.spec.model import Bulletin, Count, Issue, Results, Status
from bulletin_gen.spec.sign_off import OutputForm, Stage
from bulletin_gen.spec.spec import Spec
from bulletin_gen.text.dates import read_date
from bulletin_gen.text.placeholders import find_placeholders

_PARTIAL = re.compile(r"(\d{4})(?:年|[-/.])(?:(\d{1,2})月?)?")  # 2024年6月, 2024-06, 2024年; not 2024年6月底
_NUMBER_YEAR = re.compile(r"〔(\d{4})〕")  # 青党发〔2024〕3号
_ISSUES = re.compile(r"[个项条类](?:具体|突出|主要)?问题")  # 12个问题; not 3个立行立改问题
_DIMENSIONS = re.compile(r"[个大]方面")  # 4个方面
# What only an unfinished issue says at the end of a clause: 竣工结算尚未完成。 not 对尚未完成的事项逐项督办
_UNFINISHED = re.compile(
    r"(?:尚未|仍未|还未|未能)(?:全部|全面)?(?:完成|整改到位)(?:整改)?(?=[，。；]|$)"
    r"|正在整改(?:中|之中)?(?=[，。；]|$)|(?:仍|尚)待[^，。；、]{1,20}(?=[。；]|$)"
)
_THEN = re.compile("此前|当时|原来|以前|之前|曾|巡察时|巡视时|检查发现|排查出?")  # what follows tells of the past
# 反馈的12个问题已全部完成整改; not 立行立改的3个问题已全部完成整改, unless 3 is all
_ALL_DONE = re.compile(
    r"((?<!\d)\d{1,6}|\{\{ *counts\.issues *\}\})[个项条](?:具体)?问题，?(?:已经?|均)?(?:全部|均)已?"
    "(?:完成整改|整改完成|整改到位)"
)
_FINISHED = re.compile("(?:已|已经)(?:全部|全面)?(?:完成整改|整改完成|整改到位)")  # 已全部整改到位
_LOOKED_BACK = 60  # characters of a sentence before what it says
_QUOTED = 12  # characters, to be known again
_MARKS = re.compile(r"[\W_]+")


class _Dated(NamedTuple):
    """A date of the bulletin: its path, its name, what is printed, its first and last possible day."""

    path: str
    name: str
    said: str
    first: date
    last: date


def contradiction(spec: Spec, rule: str, path: str, message: str, hint: str) -> Finding:
    """Return an error on a final text, a warning before."""
    severity = Severity.ERROR if spec.bulletin.stage is Stage.FINAL else Severity.WARNING
    return Finding(f"spec/{rule}", severity, message, hint, spec.where(path))


def dates_out_of_order(spec: Spec) -> Iterator[Finding]:
    """Yield a finding for each date that lies before what must come first."""
    for sequence in (_course(spec.bulletin), _drafting(spec.bulletin)):
        known = [dated for path, name, typed in sequence if typed and (dated := _dated(path, name, typed))]
        for earlier, later in pairwise(known):
            after_the_end = later.path == "inspection.feedback.date" and earlier.path == "inspection.period.end"
            if later.last < earlier.first or (after_the_end and later.last == earlier.first):
                order = "早于" if later.last < earlier.first else "应晚于"
                message = f"{later.name}（{later.said}）{order}{earlier.name}（{earlier.said}）"
                hint = f"请核对 {earlier.path} 和 {later.path}"
                yield contradiction(spec, "dates", later.path, message, hint)


def _course(bulletin: Bulletin) -> Iterator[tuple[str, str, str | None]]:
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


def _dated(path: str, name: str, typed: str) -> _Dated | None:
    """Return a date that names its year; None for any other."""
    spoken = read_date(typed)
    if spoken.day is not None:
        return _Dated(path, name, spoken.text, spoken.day, spoken.day)
    match = _PARTIAL.fullmatch(typed)
    if match is None:
        return None
    year, month = int(match[1]), int(match[2] or 0)
    last = date(year, month or 12, monthrange(year, month or 12)[1])
    return _Dated(path, name, spoken.text, date(year, month or 1, 1), last)


def number_of_another_year(spec: Spec) -> Iterator[Finding]:
    """Yield a finding when the year of the 发文字号 is not that of the 成文日期."""
    bulletin = spec.bulletin
    match = _NUMBER_YEAR.search(bulletin.head.document_number) if bulletin.head else None
    issued = read_date(bulletin.issue_date).year if bulletin.issue_date else None
    if match and issued and int(match[1]) != issued:
        message = f"发文字号的年份（{match[1]}）与成文日期的年份（{issued}）不同"
        hint = "请核对 head.document_number 和 issue_date"
        yield contradiction(spec, "number-year", "head.document_number", message, hint)


def final_without_date_or_number(spec: Spec) -> Iterator[Finding]:
    """Yield an error for each of 成文日期 and 发文字号 that a final issued document lacks."""
    bulletin = spec.bulletin
    if bulletin.form is not OutputForm.ISSUED or bulletin.stage is not Stage.FINAL:
        return
    if not bulletin.issue_date:
        hint = "请填写 issue_date，或把 stage 改为 draft（送审稿）"
        yield contradiction(spec, "final-date", "issue_date", "印发的定稿没有成文日期", hint)
    if not (bulletin.head and bulletin.head.document_number):
        hint = "请填写 head.document_number，或把 stage 改为 draft（送审稿）"
        yield contradiction(spec, "final-number", "head.document_number", "印发的定稿没有发文字号", hint)


def counts_against_list(spec: Spec) -> Iterator[Finding]:
    """Yield a finding for each declared number of issues or dimensions that is not the number listed.

    A progress sentence in the author's own words can tell why only some are listed; then nothing is told.
    """
    results = spec.bulletin.results
    if results is None or (results.progress and results.progress.wording is not None):
        return
    for index, declared in enumerate(results.counts):
        listed = _listed(declared, results)
        if listed and declared.number not in listed:
            unit, (top, *_, lower) = declared.unit, listed
            deeper = f"（下一级{lower}{unit[0]}）" if lower and _ISSUES.fullmatch(unit) else ""
            message = f"counts 写的是{declared.number}{unit}，列出的却是{top}{unit}{deeper}"
            hint = "请核对 counts，或补全所列内容；只公布一部分的，请用 progress.wording 自拟一句说明"
            yield contradiction(spec, "counts", f"results.counts[{index}]", message, hint)


def _listed(declared: Count, results: Results) -> Sequence[int]:
    """Return how many of what is declared are listed, by each way to count them; nothing for what is not listed."""
    issues = [placed.issue for placed in placed_issues(results)]
    if _ISSUES.fullmatch(declared.unit):
        every = [issue for top in issues for issue in (top, *below(top))]
        leaves = sum(not issue.sub_issues for issue in every)
        return (len(issues), leaves, len(every), len(every) - len(issues))
    if _DIMENSIONS.fullmatch(declared.unit) and results.sections:
        return (len(results.sections), len(issues))
    return ()


def done_above_open(spec: Spec) -> Iterator[Finding]:
    """Yield a finding for each issue that is done while one below it is not."""
    for path, issue in every_issue(spec.bulletin.results):
        undone = [sub for sub in below(issue) if is_open(sub)]
        if issue.status is not None and issue.status.is_done and undone:
            message = f"“{_name(issue)}”写的是{issue.status}，下面的“{_name(undone[0])}”却是{undone[0].status}"
            hint = "请改正其中一处的 status，或删去上一级的 status，由下面各条决定"
            yield contradiction(spec, "status-below", f"{path}.status", message, hint)


def status_against_text(spec: Spec) -> Iterator[Finding]:
    """Yield a finding for each issue whose text says for certain what its status denies."""
    for path, issue in every_issue(spec.bulletin.results):
        if issue.status is None:
            continue
        for field, text in _texts(issue) if issue.status.is_done else _status_line(issue):
            said = _unfinished(text) if issue.status.is_done else _finished(text, issue.status)
            if said:
                message = f"“{_name(issue)}”的 status 是{issue.status}，文字却说“{said}”"
                yield contradiction(spec, "status-text", f"{path}.{field}", message, "请改正其中一处")
                break


def _texts(issue: Issue) -> Iterator[tuple[str, str]]:
    yield "text", issue.text
    yield from ((f"measures[{index}]", measure) for index, measure in enumerate(issue.measures))
    yield "closing", issue.closing
    yield from _status_line(issue)


def _status_line(issue: Issue) -> Iterator[tuple[str, str]]:
    yield "status_line", issue.status_line or ""


def _unfinished(text: str) -> str:
    """Return what says that something is not done yet, or nothing."""
    for match in _UNFINISHED.finditer(text):
        sentence = re.split("[。；\n]", text[max(0, match.start() - _LOOKED_BACK) : match.start()])[-1]
        if not _THEN.search(sentence):
            return match[0]
    return ""


def _finished(status_line: str, status: Status) -> str:
    match = _FINISHED.search(status_line) if status in (Status.OPEN, Status.ONGOING) else None
    return match[0] if match else ""


def doubled_words(spec: Spec) -> Iterator[Finding]:
    """Yield a warning for each text that holds what is printed anyway, which was taken off."""
    for found in doubled(spec.bulletin):
        printed = f"{found.kept[:_QUOTED]}…" if len(found.kept) > _QUOTED else found.kept
        message = f"多写了“{found.taken}”（由程序写或不应有），已去掉，印作“{printed}”"
        if found.taken == found.typed:
            message = f"“{found.typed}”里有由程序写的字，已去掉，印作“{printed}”"
        yield Finding("spec/doubled", Severity.WARNING, message, "请照此改正", spec.where(found.path))


def all_done_against_statuses(spec: Spec) -> Iterator[Finding]:
    """Yield a finding for a sentence that says of all issues that they are done, while one is not."""
    results = spec.bulletin.results
    issues = [placed.issue for placed in placed_issues(results)] if results else []
    undone = [issue for issue in issues if is_open(issue) or any(map(is_open, below(issue)))]
    if results is None or not undone:
        return
    wording = results.progress.wording if results.progress else None
    texts = (
        ("results.text", results.text),
        ("results.progress.wording", wording),
        ("results.closing", results.closing),
    )
    for path, text in texts:
        match = _ALL_DONE.search(text or "")
        if match and (not match[1].isdecimal() or int(match[1]) == len(issues)):
            first = next(issue for issue in (undone[0], *below(undone[0])) if is_open(issue))
            message = f"这里说问题已全部完成整改，“{_name(first)}”的 status 却是{first.status}"
            yield contradiction(spec, "all-done", path, message, "请改正其中一处")


def team_of_another_kind(spec: Spec) -> Iterator[Finding]:
    """Yield a finding when a 巡视组 is said to have done a 巡察, or the other way round."""
    inspection = spec.bulletin.inspection
    other = {"巡察": "巡视组", "巡视": "巡察组"}.get(inspection.kind) if inspection else None
    if inspection and other:
        for field, team in (("team", inspection.team), ("team_short", inspection.team_short)):
            if other in team:
                message = f"kind 是{inspection.kind}，这里却是{other}"
                yield contradiction(spec, "team-kind", f"inspection.{field}", message, "请改正其中一处")


def same_issue_twice(spec: Spec) -> Iterator[Finding]:
    """Yield a finding for each issue that has been listed before: among all issues, or below the same one."""
    results = spec.bulletin.results
    if results is None:
        return
    yield from _twins(spec, list(placed_issues(results)))
    for path, issue in every_issue(results):
        yield from _twins(spec, [Placed(f"{path}.sub_issues[{n}]", sub) for n, sub in enumerate(issue.sub_issues)])


def _twins(spec: Spec, siblings: Sequence[Placed]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for path, issue in siblings:
        name = _MARKS.sub("", _name(issue))
        if not name or find_placeholders(_name(issue)):
            continue
        first = seen.setdefault(name, path)
        if first != path:
            line = spec.where(first).line
            before = f"第{line}行" if line else first
            message = f"“{_name(issue)}”与{before}的问题相同"
            yield contradiction(spec, "same-issue", path, message, "请删去一个，或改写得能分清")


def _name(issue: Issue) -> str:
    return issue.problem or issue.heading
