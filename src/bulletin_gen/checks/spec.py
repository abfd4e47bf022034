"""Rules on what a bulletin's author typed: what contradicts itself is false in print, whichever of the two is right.

A contradiction is an error on a final text and a warning before. Only what is certain is told: a date that names no
year, a count in a sentence of the author's own, a number of measures are not compared.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from bulletin_gen.checks.issues import Placed, below, every_issue, is_open, placed_issues
from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.finding import Severity
from bulletin_gen.spec.doubled import doubled
from bulletin_gen.spec.model import Bulletin, Count, Issue, Results, Status
from bulletin_gen.spec.sign_off import OutputForm, Stage
from bulletin_gen.spec.spec import Spec
from bulletin_gen.spec.unpublishable import unpublishable
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
ALL_DONE = re.compile(
    r"((?<!\d)\d{1,6}|\{\{ *(?:counts\.issues|数目\.问题) *\}\})[个项条](?:具体)?问题，?"
    "(?:已经?|均)?(?:全部|均)已?(?:完成整改|整改完成|整改到位)"
)
_FINISHED = re.compile("(?:已|已经)(?:全部|全面)?(?:完成整改|整改完成|整改到位)")  # 已全部整改到位
_LOOKED_BACK = 60  # characters of a sentence before what it says
_QUOTED = 12  # characters, to be known again
_MARKS = re.compile(r"[\W_]+")


_ISSUER = "issuer: {name: 中共青禾县河湾镇委员会, short_name: 河湾镇党委}\n"
_BODY = "organisation: {text: 党委会专题研究整改工作。}\n"
_OPENED = f"{_ISSUER}opening: 无\n{_BODY}"


def _inspected(*dates: str) -> str:
    """Return a spec with an inspection and these lines about it."""
    lines = ("deployed_by: 县委", "team: 县委第二巡察组", *dates)
    return _ISSUER + _BODY + "inspection:\n" + "".join(f"  {line}\n" for line in lines)


def _issues(*issues: str, results: str = "") -> str:
    """Return a spec with these issues, and these lines of the results before them."""
    return f"{_OPENED}results:\n{results}  issues:\n" + "".join(f"    - {{{issue}}}\n" for issue in issues)


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
        _inspected("period: {start: 2025-03-03, end: 2025-04-30}", "feedback: {date: 2025-04-01}"),
        _inspected("feedback: {date: 2025-05-28}") + "issue_date: 2025-01-06\n",
    ),
    right=(
        _inspected("period: {start: 2025-03-03, end: 2025-04-30}", "feedback: {date: 2025-05-28}"),
        _inspected("period: {start: 2025年3月, end: 4月底}", "feedback: {date: 5月中旬}"),
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
    wrong=(f"{_OPENED}form: issued\nhead: {{document_number: 河党发〔2024〕9号}}\nissue_date: 2025-12-01\n",),
    right=(f"{_OPENED}form: issued\nhead: {{document_number: 河党发〔2025〕9号}}\nissue_date: 2025-12-01\n",),
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


_FINAL = f"{_OPENED}form: issued\nstage: final\n"


@on(
    "spec/final-date",
    Severity.ERROR,
    title="印发的定稿没有成文日期",
    why="成文日期是公文必备的要素，文件从这一天起生效。",
    source="《党政机关公文处理工作条例》第九条",
    wrong=(_FINAL,),
    right=(f"{_FINAL}issue_date: 2025-12-01\n", f"{_OPENED}form: issued\nstage: draft\n"),
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
    right=(f"{_FINAL}head: {{document_number: 河党发〔2025〕9号}}\n", f"{_OPENED}stage: final\n"),
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


@on(
    "spec/issued-part-published",
    Severity.ERROR,
    title="公布稿带有密级、份号或版记",
    why="密级、份号、版记只属于印发的文件；带着它们上网公布，就是把不该公开的东西公开了。",
    source="《党政机关公文处理工作条例》第九条",
    wrong=(f"{_OPENED}head: {{secrecy: 秘密}}\n", f"{_OPENED}colophon: {{copies_to: 县委办}}\n"),
    right=(
        f"{_OPENED}form: issued\nhead: {{secrecy: 秘密}}\n",
        f"{_OPENED}head: {{document_number: 河党发〔2025〕9号}}\n",
    ),
)
def issued_part_published(spec: Spec) -> Iterator[Hit]:
    """Yield a hit for each part that only the issued document may hold."""
    for problem in unpublishable(spec):
        yield Hit(problem.where, problem.message, problem.hint)


@on(
    "spec/counts",
    Severity.WARNING,
    title="写明的数目与列出的不同",
    why="读者会数：说有5个问题，下面列了4个，或者漏了一个，或者数目没有跟着改。",
    source="算术",
    wrong=(_issues("problem: 台账不全", "problem: 会议记录不规范", results="  counts: [3个问题]\n"),),
    right=(
        _issues("problem: 台账不全", "problem: 会议记录不规范", results="  counts: [2个问题]\n"),
        _issues("problem: 台账不全", results="  counts: [3个立行立改问题, 20项整改措施]\n"),
    ),
    on_final=Severity.ERROR,
)
def counts_against_list(spec: Spec) -> Iterator[Hit]:
    """Yield a hit for each declared number of issues or dimensions that is not the number listed.

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
            counts = spec.named("counts", "results")
            message = f"{counts}写的是{declared.number}{unit}，列出的却是{top}{unit}{deeper}"
            wording = spec.named("progress.wording", "results")
            hint = f"请核对{counts}，或补全所列内容；只公布一部分的，请自拟一句说明，写在{wording}"
            yield Hit(spec.where(f"results.counts[{index}]"), message, hint)


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


@on(
    "spec/status-below",
    Severity.WARNING,
    title="上一级写已完成，下面的没有完成",
    why="一个问题的几个方面都整改到位，这个问题才算完成。",
    source="前后文",
    wrong=(_issues("problem: 作风不实, status: 已完成, sub_issues: [{problem: 文山会海, status: 正在整改}]"),),
    right=(
        _issues("problem: 作风不实, status: 正在整改, sub_issues: [{problem: 文山会海, status: 正在整改}]"),
        _issues("problem: 作风不实, sub_issues: [{problem: 文山会海, status: 正在整改}]"),
    ),
    on_final=Severity.ERROR,
)
def done_above_open(spec: Spec) -> Iterator[Hit]:
    """Yield a hit for each issue that is done while one below it is not."""
    for path, issue in every_issue(spec.bulletin.results):
        undone = [sub for sub in below(issue) if is_open(sub)]
        if issue.status is not None and issue.status.is_done and undone:
            message = f"“{_name(issue)}”写的是{issue.status}，下面的“{_name(undone[0])}”却是{undone[0].status}"
            status = spec.named("status", path)
            hint = f"请改正其中一处的{status}，或删去上一级的，由下面各条决定"
            yield Hit(spec.where(f"{path}.status"), message, hint)


@on(
    "spec/status-text",
    Severity.WARNING,
    title="进展状态与文字相反",
    why="状态是已完成，文字却说尚未完成，读者不知道信哪一个，完成的数目也就不准。",
    source="前后文",
    wrong=(
        _issues("problem: 路面破损, status: 已完成, text: 路面已经修好，竣工结算尚未完成。"),
        _issues("problem: 路面破损, status: 尚未完成, status_line: 整改情况：已完成整改。"),
    ),
    right=(
        _issues("problem: 路面破损, status: 正在整改, text: 路面已经修好，竣工结算尚未完成。"),
        _issues("problem: 路面破损, status: 已完成, text: 对尚未完成的事项逐项督办，全部办结。"),
        _issues("problem: 路面破损, status: 已完成, text: 巡察时2处尚未完成，现已全部建成。"),
    ),
    on_final=Severity.ERROR,
)
def status_against_text(spec: Spec) -> Iterator[Hit]:
    """Yield a hit for each issue whose text says for certain what its status denies."""
    for path, issue in every_issue(spec.bulletin.results):
        if issue.status is None:
            continue
        for field, text in _texts(issue) if issue.status.is_done else _status_line(issue):
            said = unfinished(text) if issue.status.is_done else _finished(text, issue.status)
            if said:
                status = spec.named("status", path)
                message = f"“{_name(issue)}”的{status}是{issue.status}，文字却说“{said}”"
                yield Hit(spec.where(f"{path}.{field}"), message, "请改正其中一处")
                break


def _texts(issue: Issue) -> Iterator[tuple[str, str]]:
    yield "text", issue.text
    yield from ((f"measures[{index}]", measure) for index, measure in enumerate(issue.measures))
    yield "closing", issue.closing
    yield from _status_line(issue)


def _status_line(issue: Issue) -> Iterator[tuple[str, str]]:
    yield "status_line", issue.status_line or ""


def unfinished(text: str) -> str:
    """Return what says that something is not done yet, or nothing."""
    for match in _UNFINISHED.finditer(text):
        sentence = re.split("[。；\n]", text[max(0, match.start() - _LOOKED_BACK) : match.start()])[-1]
        if not _THEN.search(sentence):
            return match[0]
    return ""


def _finished(status_line: str, status: Status) -> str:
    match = _FINISHED.search(status_line) if status in (Status.OPEN, Status.ONGOING) else None
    return match[0] if match else ""


@on(
    "spec/doubled",
    Severity.WARNING,
    title="程序会写的字又写了一遍",
    why="序号、“关于……问题”、“统一部署”、“截至”等由程序写；又写了一遍的去掉一遍，请改正，以免以后改动时看不明白。",
    source="本程序的约定",
    wrong=(
        _issues("problem: 关于“台账不全”的问题"),
        _inspected().replace("deployed_by: 县委", "deployed_by: 根据县委统一部署"),
    ),
    right=(_issues("problem: 台账不全"), _inspected()),
)
def doubled_words(spec: Spec) -> Iterator[Hit]:
    """Yield a hit for each text that holds what is printed anyway, which was taken off."""
    for found in doubled(spec.bulletin):
        printed = f"{found.kept[:_QUOTED]}…" if len(found.kept) > _QUOTED else found.kept
        message = f"多写了“{found.taken}”（由程序写或不应有），已去掉，印作“{printed}”"
        if found.taken == found.typed:
            message = f"“{found.typed}”里有由程序写的字，已去掉，印作“{printed}”"
        yield Hit(spec.where(found.path), message, "请照此改正")


@on(
    "spec/all-done",
    Severity.WARNING,
    title="说问题已全部完成整改，列出的却有没完成的",
    why="总的一句与下面各条的状态不符。",
    source="前后文",
    wrong=(
        _issues(
            "problem: 台账不全, status: 已完成",
            "problem: 路面破损, status: 正在整改",
            results="  text: 反馈的2个问题已全部完成整改。\n",
        ),
    ),
    right=(
        _issues(
            "problem: 台账不全, status: 已完成",
            "problem: 路面破损, status: 正在整改",
            results="  text: 立行立改的1个问题已全部完成整改。\n",
        ),
    ),
    on_final=Severity.ERROR,
)
def all_done_against_statuses(spec: Spec) -> Iterator[Hit]:
    """Yield a hit for a sentence that says of all issues that they are done, while one is not."""
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
        match = ALL_DONE.search(text or "")
        if match and (not match[1].isdecimal() or int(match[1]) == len(issues)):
            first = next(issue for issue in (undone[0], *below(undone[0])) if is_open(issue))
            status = spec.named("status", "results.issues[0]")
            message = f"这里说问题已全部完成整改，“{_name(first)}”的{status}却是{first.status}"
            yield Hit(spec.where(path), message, "请改正其中一处")


@on(
    "spec/team-kind",
    Severity.WARNING,
    title="巡察写成巡视组，或巡视写成巡察组",
    why="中央和省一级是巡视，市县是巡察；所写的种类与组的名称必有一个写错。",
    source="《中国共产党巡视工作条例》",
    wrong=(_inspected("kind: 巡视"), _inspected("kind: 巡察").replace("县委第二巡察组", "省委第二巡视组")),
    right=(_inspected("kind: 巡察"), _inspected("kind: 巡视").replace("县委第二巡察组", "省委第二巡视组")),
    on_final=Severity.ERROR,
)
def team_of_another_kind(spec: Spec) -> Iterator[Hit]:
    """Yield a hit when a 巡视组 is said to have done a 巡察, or the other way round."""
    inspection = spec.bulletin.inspection
    other = {"巡察": "巡视组", "巡视": "巡察组"}.get(inspection.kind) if inspection else None
    if inspection and other:
        for field, team in (("team", inspection.team), ("team_short", inspection.team_short)):
            if other in team:
                message = f"{spec.named('kind', 'inspection')}是{inspection.kind}，这里却是{other}"
                yield Hit(spec.where(f"inspection.{field}"), message, "请改正其中一处")


@on(
    "spec/same-issue",
    Severity.WARNING,
    title="同一个问题列了两次",
    why="同一个问题列两次，问题的数目就多了一个。",
    source="前后文",
    wrong=(_issues("problem: 台账不全", "problem: 台账，不全"),),
    right=(
        _issues("problem: 台账不全", "problem: 台账不清"),
        _issues("problem: 【待补】", "problem: 【待补】"),
    ),
    on_final=Severity.ERROR,
)
def same_issue_twice(spec: Spec) -> Iterator[Hit]:
    """Yield a hit for each issue that has been listed before: among all issues, or below the same one."""
    results = spec.bulletin.results
    if results is None:
        return
    yield from _twins(spec, list(placed_issues(results)))
    for path, issue in every_issue(results):
        yield from _twins(spec, [Placed(f"{path}.sub_issues[{n}]", sub) for n, sub in enumerate(issue.sub_issues)])


def _twins(spec: Spec, siblings: Sequence[Placed]) -> Iterator[Hit]:
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
            yield Hit(spec.where(path), message, "请删去一个，或改写得能分清")


def _name(issue: Issue) -> str:
    return issue.problem or issue.heading


SPEC: tuple[Rule[Spec], ...] = (
    dates_out_of_order,
    number_of_another_year,
    final_without_date,
    final_without_number,
    issued_part_published,
    counts_against_list,
    done_above_open,
    status_against_text,
    all_done_against_statuses,
    team_of_another_kind,
    same_issue_twice,
)
