"""Rules on the issues that a bulletin's author typed: their number, their statuses, what is said of all of them.

Only what is certain is told: a count in a sentence of the author's own, a number of measures are not compared.
"""

import re
from collections.abc import Iterator, Sequence

from bulletin_gen.checks.issues import Placed, below, every_issue, is_open, placed_issues
from bulletin_gen.checks.rule import Hit, Rule, on
from bulletin_gen.checks.spec.samples import with_issues
from bulletin_gen.checks.typed import all_typed
from bulletin_gen.finding import Severity
from bulletin_gen.spec.model import Count, Issue, Results, Status
from bulletin_gen.spec.spec import Spec
from bulletin_gen.text.placeholders import find_placeholders
from bulletin_gen.text.regex import Regex

_ISSUES = Regex(r"[个项条类](?:具体|突出|主要)?问题")  # 12个问题; not 3个立行立改问题
_DIMENSIONS = Regex(r"[个大]方面")  # 4个方面
# What only an unfinished issue says at the end of a clause: 竣工结算尚未完成。 not 对尚未完成的事项逐项督办
_UNFINISHED = Regex(
    r"(?:尚未|仍未|还未|未能)(?:全部|全面)?(?:完成|整改到位)(?:整改)?(?=[，。；]|$)"
    r"|正在整改(?:中|之中)?(?=[，。；]|$)|(?:仍|尚)待[^，。；、]{1,20}(?=[。；]|$)"
)
_NOT_YET = Regex("[尚仍还]未|未能|正在整改|[仍尚]待")  # which the above begins with
_THEN = Regex("此前|当时|原来|以前|之前|曾|巡察时|巡视时|检查发现|排查出?")  # what follows tells of the past
# 反馈的12个问题已全部完成整改; not 立行立改的3个问题已全部完成整改, unless 3 is all
ALL_DONE = Regex(
    r"((?<!\d)\d{1,6}|\{\{ *(?:counts\.issues|数目\.问题) *\}\})[个项条](?:具体)?问题，?"
    "(?:已经?|均)?(?:全部|均)已?(?:完成整改|整改完成|整改到位)"
)
_FINISHED = Regex("(?:已|已经)(?:全部|全面)?(?:完成整改|整改完成|整改到位)")  # 已全部整改到位
_LOOKED_BACK = 60  # characters of a sentence before what it says
_MARKS = Regex(r"[\W_]+")


@on(
    "spec/counts",
    Severity.WARNING,
    title="写明的数目与列出的不同",
    why="读者会数：说有5个问题，下面列了4个，或者漏了一个，或者数目没有跟着改。",
    source="算术",
    wrong=(with_issues("problem: 台账不全", "problem: 会议记录不规范", results="  counts: [3个问题]\n"),),
    right=(
        with_issues("problem: 台账不全", "problem: 会议记录不规范", results="  counts: [2个问题]\n"),
        with_issues("problem: 台账不全", results="  counts: [3个立行立改问题, 20项整改措施]\n"),
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
    wrong=(with_issues("problem: 作风不实, status: 已完成, sub_issues: [{problem: 文山会海, status: 正在整改}]"),),
    right=(
        with_issues("problem: 作风不实, status: 正在整改, sub_issues: [{problem: 文山会海, status: 正在整改}]"),
        with_issues("problem: 作风不实, sub_issues: [{problem: 文山会海, status: 正在整改}]"),
    ),
    on_final=Severity.ERROR,
)
def done_above_open(spec: Spec) -> Iterator[Hit]:
    """Yield a hit for each issue that is done while one below it is not."""
    for path, issue in every_issue(spec):
        is_done = issue.status is not None and issue.status.is_done
        undone = [sub for sub in below(issue) if is_open(sub)] if is_done else []
        if undone:
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
        with_issues("problem: 路面破损, status: 已完成, text: 路面已经修好，竣工结算尚未完成。"),
        with_issues("problem: 路面破损, status: 尚未完成, status_line: 整改情况：已完成整改。"),
    ),
    right=(
        with_issues("problem: 路面破损, status: 正在整改, text: 路面已经修好，竣工结算尚未完成。"),
        with_issues("problem: 路面破损, status: 已完成, text: 对尚未完成的事项逐项督办，全部办结。"),
        with_issues("problem: 路面破损, status: 已完成, text: 巡察时2处尚未完成，现已全部建成。"),
    ),
    on_final=Severity.ERROR,
)
def status_against_text(spec: Spec) -> Iterator[Hit]:
    """Yield a hit for each issue whose text says for certain what its status denies."""
    is_any_unfinished = _NOT_YET.search(all_typed(spec)) is not None
    for path, issue in every_issue(spec):
        if issue.status is None or (issue.status.is_done and not is_any_unfinished):
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
    "spec/all-done",
    Severity.WARNING,
    title="说问题已全部完成整改，列出的却有没完成的",
    why="总的一句与下面各条的状态不符。",
    source="前后文",
    wrong=(
        with_issues(
            "problem: 台账不全, status: 已完成",
            "problem: 路面破损, status: 正在整改",
            results="  text: 反馈的2个问题已全部完成整改。\n",
        ),
    ),
    right=(
        with_issues(
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
    "spec/same-issue",
    Severity.WARNING,
    title="同一个问题列了两次",
    why="同一个问题列两次，问题的数目就多了一个。",
    source="前后文",
    wrong=(with_issues("problem: 台账不全", "problem: 台账，不全"),),
    right=(
        with_issues("problem: 台账不全", "problem: 台账不清"),
        with_issues("problem: 【待补】", "problem: 【待补】"),
    ),
    on_final=Severity.ERROR,
)
def same_issue_twice(spec: Spec) -> Iterator[Hit]:
    """Yield a hit for each issue that has been listed before: among all issues, or below the same one."""
    results = spec.bulletin.results
    if results is None:
        return
    yield from _twins(spec, list(placed_issues(results)))
    for path, issue in every_issue(spec):
        if issue.sub_issues:
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


ISSUES: tuple[Rule[Spec], ...] = (
    counts_against_list,
    done_above_open,
    status_against_text,
    all_done_against_statuses,
    same_issue_twice,
)
