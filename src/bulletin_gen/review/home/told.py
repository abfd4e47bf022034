"""What a clerk is told of a merge: what no field can take, what was adopted and not done, what changed with it."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from bulletin_gen.composing import compose_unreleased
from bulletin_gen.composing.counts import count
from bulletin_gen.errors import SpecError
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.review.home.built import told_of
from bulletin_gen.review.home.deed import Deed, Done, Lost, Move, Remove
from bulletin_gen.review.home.echo import Difference
from bulletin_gen.review.home.tree import slot_of
from bulletin_gen.review.home.typed import texts_in
from bulletin_gen.review.opinion import Handling, Opinion, OpinionKind
from bulletin_gen.spec.spec import Spec
from bulletin_gen.text.shown import cut_short
from bulletin_gen.where import Where, parent_of

_COUNTED = {"sections": "方面", "issues": "问题", "sub_issues": "子问题", "measures": "措施"}
_BESIDE = 8  # characters shown before the first that differs


def untold(
    spec: Spec,
    opinions: Sequence[Opinion],
    answers: Mapping[str, tuple[Deed, ...] | Done | Lost],
    doubts: Mapping[str, str],
) -> Iterator[Finding]:
    """Yield what no field can take, of what is adopted or not decided yet; and what its clerk has to do by hand."""
    for opinion in opinions:
        answer = answers[opinion.id]
        if opinion.kind is OpinionKind.COMMENT or opinion.handling is Handling.DECLINED:
            continue
        if opinion.handling is Handling.PARTLY:
            message = f"部分采纳的意见不自动改：{_named(opinion)}"
            yield _finding(spec, opinion, "partly", Severity.NOTE, message, "请在通报文件里手工改")
        elif isinstance(answer, Lost):
            why = doubts.get(opinion.id) or f"{answer.message}；{answer.hint}"
            yield _finding(spec, opinion, "no-place", Severity.WARNING, f"{_named(opinion)}：{why}", "")


def without_headings(
    spec: Spec, opinions: Sequence[Opinion], answers: Mapping[str, tuple[Deed, ...] | Done | Lost]
) -> Iterator[Finding]:
    """Yield which issues are none any more where a heading goes alone, and what was told of them goes with that."""
    for opinion in opinions:
        answer = answers[opinion.id]
        is_open = opinion.handling in (Handling.PENDING, Handling.ADOPTED)
        if opinion.kind is not OpinionKind.DELETED or not is_open or not isinstance(answer, tuple):
            continue
        moved = {deed.path for deed in answer if isinstance(deed, Move)}
        for deed in answer if opinion.path.endswith(".heading") else ():
            lost = list(_lost(spec, deed.path, moved)) if isinstance(deed, Remove) else []
            if lost:
                message = (
                    f"{_named(opinion)}：删去的只是标题，下面的文字接在上文之后；"
                    f"{'；'.join(lost)}不再有依据，采纳时一并删去"
                )
                severity = Severity.NOTE if opinion.handling is Handling.ADOPTED else Severity.WARNING
                hint = "要留下这个问题的，请写“不采纳”，另拟标题"
                yield _finding(spec, opinion, "heading", severity, message, hint)


def _lost(spec: Spec, path: str, moved: Collection[str]) -> Iterator[str]:
    """Yield what is told of the issue at a path, or of each below it, but for those that move elsewhere."""
    typed = dict(texts_in(spec.bulletin))
    for issue in dict.fromkeys(parent_of(name) for name in typed if name.startswith(f"{path}.")):
        if any(issue == one or issue.startswith(f"{one}.") for one in moved) or slot_of(issue) is None:
            continue
        told = told_of(spec.bulletin, issue)
        if told:
            words = typed.get(f"{issue}.problem") or typed.get(f"{issue}.heading", "")
            fields = "、".join(f"{spec.named(name, issue).strip('“”')}“{value}”" for name, value in told.items())
            yield f"“{cut_short(words)}”的{fields}"


def contested(spec: Spec, opinion: Opinion, adopted: Mapping[str, Opinion], others: Sequence[str]) -> Finding:
    """Return that an adopted opinion was not done, for others that were adopted change the same words."""
    named = "；".join(_named(adopted[other]) for other in others)
    message = f"{_named(opinion)} 与 {named} 改的是同一处，都写了采纳，都没有改"
    return _finding(spec, opinion, "conflict", Severity.ERROR, message, "请只采纳其中一条，其余写“不采纳”")


def refused(spec: Spec, opinion: Opinion, error: SpecError) -> Finding:
    """Return that an adopted opinion was not done, for the file would be no bulletin with it."""
    message = f"{_named(opinion)}：照改以后通报文件不成立（{error.problems[0].message}），没有改"
    return _finding(spec, opinion, "refused", Severity.WARNING, message, "请在通报文件里手工处理")


def with_others(spec: Spec, opinion: Opinion, name: str) -> Finding:
    """Return that what somebody wants is not adopted with his other opinions, for others edited the same words."""
    message = f"{_named(opinion)} 是{name}和别人改在同一处的，没有随{name}的意见采纳"
    return _finding(
        spec,
        opinion,
        "shared",
        Severity.WARNING,
        message,
        f"请看过之后，在意见.yaml 里写明处理，或用 --accept {opinion.author} 一并采纳",
    )


def otherwise(spec: Spec, file: str, found: Difference) -> Finding:
    """Return that a file says something that adopting all it wants does not say."""
    ours, theirs = (cut_short(text) for text in _parting(found.ours, found.theirs))
    if not theirs:
        said = f"“{ours}”返回稿里没有，或已移到别处"
    elif not ours:
        said = f"返回稿里的“{theirs}”没有放进去，或位置不同"
    else:
        said = f"会写成“{ours}”，返回稿是“{theirs}”"
    place = f"{found.place}：" if found.place else ""
    message = f"{file} 的意见都采纳了，这里也与它不完全相同。{place}{said}"
    return Finding(
        "merge/otherwise", Severity.WARNING, message, "请对照返回稿，在新稿里手工改", Where(spec.places.file)
    )


def lone_label(spec: Spec, file: str, found: Difference) -> Finding:
    """Return that a file has the label of a series before a measure that stands alone, which is printed without one."""
    message = f"{file} 在{found.place}唯一的一条措施前有序号（“{cut_short(found.theirs)}”），只有一条的不编序号，没有印"
    hint = f"确要编的，请在通报文件里写这个问题的{spec.named('results.issues[0].measures_label')}"
    return Finding("merge/lone-label", Severity.NOTE, message, hint, Where(spec.places.file))


def unlike(spec: Spec, file: str, number: int) -> Finding:
    """Return that a file differs in so many more places that it is hardly a version of the draft."""
    message = f"{file} 还有{number}处与采纳以后的新稿不同，没有逐处列出"
    hint = "请核对它是不是从这份通报文件发出去的"
    return Finding("merge/otherwise", Severity.WARNING, message, hint, Where(spec.places.file))


def _parting(ours: str, theirs: str) -> tuple[str, str]:
    """Return both from shortly before the first character that differs."""
    most = min(len(ours), len(theirs))
    at = next((at for at in range(most) if ours[at] != theirs[at]), most)
    return ours[max(at - _BESIDE, 0) :], theirs[max(at - _BESIDE, 0) :]


def seen_before(spec: Spec, name: str) -> Finding:
    """Return that a file was not looked at again, for its opinions are on record and made in the draft."""
    message = f"{name} 的意见早已记下，这份通报文件又是照意见改过的，没有再逐处对照"
    hint = "要重新对照，请从发出的那份通报文件合并"
    return Finding("merge/known-file", Severity.NOTE, message, hint, Where(spec.places.file))


def since(spec: Spec, new: Spec) -> Iterator[Finding]:
    """Yield what the new draft lacks before it can be said, and which of the printed counts are others now."""
    try:
        compose_unreleased(new)
    except SpecError as error:
        for problem in error.problems:
            message = f"新稿还缺内容：{problem.message}"
            yield Finding("merge/unfinished", Severity.WARNING, message, problem.hint, Where(spec.places.file))
        return
    if _words_progress(new) and not _words_progress(spec):
        message = "完成情况这一句改成了自拟的，里面的数有的不再自动统计"
        hint = f"请核对{spec.named('results.progress.wording')}；个数可以写成 {spec.placeholder('counts.done')} 这样"
        yield Finding("merge/progress", Severity.NOTE, message, hint, new.where("results.progress"))
    before, now = (vars(count(one.bulletin)) for one in (spec, new))
    changed = [f"{_COUNTED[name]}{before[name]}→{now[name]}" for name in _COUNTED if before[name] != now[name]]
    if changed:
        message = f"问题、措施有增减，统计的数随之改变：{'、'.join(changed)}"
        hint = "{{ }} 里的数和完成情况会自动跟着变；手写的数请核对"
        yield Finding("merge/counts", Severity.NOTE, message, hint, Where(spec.places.file))


def _words_progress(spec: Spec) -> bool:
    results = spec.bulletin.results
    return bool(results and results.progress and results.progress.wording)


def _named(opinion: Opinion) -> str:
    """Return an opinion in a message: 3f2a…（县财政局）“共12次”→“共13次”."""
    words = "→".join(f"“{cut_short(text)}”" for text in (opinion.old, opinion.new) if text)
    place = f"{opinion.place} " if opinion.place else ""
    return f"{opinion.id}（{opinion.author}，{opinion.kind}）{place}{words}"


def _finding(spec: Spec, opinion: Opinion, rule: str, severity: Severity, message: str, hint: str) -> Finding:
    return Finding(f"merge/{rule}", severity, message, hint, spec.where(opinion.path))
