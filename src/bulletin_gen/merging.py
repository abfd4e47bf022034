"""A spec, what came back of it, and the opinions that are known already, in; all opinions and the new spec out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bulletin_gen.composing import compose_unreleased
from bulletin_gen.composing.counts import count
from bulletin_gen.errors import SpecError
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.readers.returned import Returned
from bulletin_gen.review.home.adopt import conflicts, edits_of
from bulletin_gen.review.home.changes import Draft, draft_of
from bulletin_gen.review.home.deeds import Deed, Done, Lost, deeds_of
from bulletin_gen.review.home.known import Recorded
from bulletin_gen.review.home.wanted import opinions_in
from bulletin_gen.review.opinion import Handling, Opinion, OpinionKind
from bulletin_gen.spec.load import load_spec
from bulletin_gen.spec.spec import Spec
from bulletin_gen.spec.write_back import write_back
from bulletin_gen.where import Where

_COUNTED = {"sections": "方面", "issues": "问题", "sub_issues": "子问题", "measures": "措施"}
ALL, NONE = "all", "none"
_SHOWN = 40  # characters of an opinion in a message


@dataclass(frozen=True)
class Merged:
    """What became of a draft and the opinions on it.

    opinions: every one, those known before first, each with its conflicts.
    text: the new text of the spec's file; the same as before where nothing was adopted.
    applied: the ids of those that it was changed by; done: of the adopted ones that were there already.
    findings: what was adopted and could not be done, and what no field can take.
    """

    opinions: tuple[Opinion, ...]
    text: str
    applied: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    def count(self, handling: Handling) -> int:
        return sum(opinion.handling is handling for opinion in self.opinions)


def merge(spec: Spec, returned: Iterable[Returned] = (), earlier: Sequence[Opinion] = (), accept: str = "") -> Merged:
    """Return what came home: every opinion, old and new, and the spec's file with the adopted ones made in it.

    `accept` decides what is still 待定: all of it (`all`, but for what is in conflict), none of it (`none`), or what
    one author wants, by his name. Raises SpecError where the spec cannot be said, or was read from no file.
    """
    draft = draft_of(spec)
    recorded = Recorded(earlier)
    doubts: dict[str, str] = {}
    merged_before = _merged_before(draft, earlier)
    seen = []
    for file in sorted(returned, key=lambda one: (one.file, repr(one.edited))):
        if file.file in merged_before:
            seen.append(file.file)
            continue
        found, doubted = opinions_in(draft, file)
        recorded.add(found)
        doubts |= doubted
    answers = {opinion.id: deeds_of(opinion, draft) for opinion in recorded.opinions}
    deeds = {id_: answer for id_, answer in answers.items() if isinstance(answer, tuple)}
    open_ids = {opinion.id for opinion in recorded.opinions if opinion.handling is not Handling.DECLINED}
    found_conflicts = conflicts({id_: of for id_, of in deeds.items() if id_ in open_ids})
    opinions = tuple(_decided(opinion, accept, found_conflicts) for opinion in recorded.opinions)
    made = _applied(spec, draft, opinions, answers, doubts)
    return replace(made, findings=(*(_seen(spec, name) for name in seen), *made.findings))


def _merged_before(draft: Draft, earlier: Sequence[Opinion]) -> set[str]:
    """Return the files of which the opinions are on record, where the draft is one that some of these were made in.

    Compared with that, such a file would seem to want back what was adopted since it was sent round.
    """
    adopted = (one for one in earlier if one.handling is Handling.ADOPTED and one.kind is not OpinionKind.COMMENT)
    is_later = any(isinstance(deeds_of(one, draft), Done) for one in adopted)
    return {one.file for one in earlier} if is_later else set()


def _seen(spec: Spec, name: str) -> Finding:
    message = f"{name} 的意见早已记下，这份通报文件又是照意见改过的，没有再逐处对照"
    hint = "要重新对照，请从发出的那份通报文件合并"
    return Finding("merge/known-file", Severity.NOTE, message, hint, Where(spec.places.file))


def _decided(opinion: Opinion, accept: str, conflicts: Mapping[str, set[str]]) -> Opinion:
    clashing = tuple(sorted(conflicts.get(opinion.id, ())))
    opinion = replace(opinion, conflicts=clashing)
    if opinion.handling is not Handling.PENDING or not accept or opinion.kind is OpinionKind.COMMENT:
        return opinion
    if accept == NONE:
        return replace(opinion, handling=Handling.DECLINED)
    is_meant = not clashing if accept == ALL else opinion.author == accept
    return replace(opinion, handling=Handling.ADOPTED) if is_meant else opinion


def _applied(
    spec: Spec,
    draft: Draft,
    opinions: tuple[Opinion, ...],
    answers: Mapping[str, tuple[Deed, ...] | Done | Lost],
    doubts: Mapping[str, str],
) -> Merged:
    adopted = {one.id: one for one in opinions if one.handling is Handling.ADOPTED}
    contested = {id_: [other for other in one.conflicts if other in adopted] for id_, one in adopted.items()}
    wanted = {
        id_: answer for id_, one in adopted.items() if isinstance(answer := answers[id_], tuple) and not contested[id_]
    }
    text, refused = _written(spec, draft, wanted)
    findings: list[Finding] = [
        *_untold(spec, opinions, answers, doubts),
        *(_contested(spec, adopted[id_], adopted, others) for id_, others in contested.items() if others),
        *(_refused(spec, adopted[id_], error) for id_, error in refused.items()),
    ]
    if text != spec.places.source:
        findings += _since(spec, load_spec(text, spec.places.file))
    applied = tuple(id_ for id_ in wanted if id_ not in refused)
    done = tuple(id_ for id_ in adopted if isinstance(answers[id_], Done))
    return Merged(opinions, text, applied, done, tuple(findings))


def _written(spec: Spec, draft: Draft, wanted: Mapping[str, Sequence[Deed]]) -> tuple[str, dict[str, SpecError]]:
    """Return the new text of the file, and the opinions that would make it no bulletin, each with why."""
    if not wanted:
        return spec.places.source, {}
    try:
        return _with(spec, draft, wanted.values()), {}
    except SpecError:
        kept: dict[str, Sequence[Deed]] = {}
        refused: dict[str, SpecError] = {}
        text = spec.places.source
        for id_, deeds in wanted.items():
            try:
                text = _with(spec, draft, [*kept.values(), deeds])
                kept[id_] = deeds
            except SpecError as error:
                refused[id_] = error
        return text, refused


def _with(spec: Spec, draft: Draft, wanted: Iterable[Sequence[Deed]]) -> str:
    edits = edits_of(spec, draft.texts, (deed for deeds in wanted for deed in deeds))
    text = write_back(spec, edits) if edits else spec.places.source
    load_spec(text, spec.places.file)
    return text


def _since(spec: Spec, new: Spec) -> Iterator[Finding]:
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
        hint = "请核对 results.progress 的 wording；个数可以写成 {{ counts.done }} 这样"
        yield Finding("merge/progress", Severity.NOTE, message, hint, new.where("results.progress"))
    before, now = (vars(count(one.bulletin)) for one in (spec, new))
    changed = [f"{_COUNTED[name]}{before[name]}→{now[name]}" for name in _COUNTED if before[name] != now[name]]
    if changed:
        message = f"问题、措施有增减，统计的数随之改变：{'、'.join(changed)}"
        hint = "{{ counts.… }} 和完成情况会自动跟着变；手写的数请核对"
        yield Finding("merge/counts", Severity.NOTE, message, hint, Where(spec.places.file))


def _words_progress(spec: Spec) -> bool:
    results = spec.bulletin.results
    return bool(results and results.progress and results.progress.wording)


def _untold(
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


def _contested(spec: Spec, opinion: Opinion, adopted: Mapping[str, Opinion], others: Sequence[str]) -> Finding:
    named = "；".join(_named(adopted[other]) for other in others)
    message = f"{_named(opinion)} 与 {named} 改的是同一处，都写了采纳，都没有改"
    return _finding(spec, opinion, "conflict", Severity.ERROR, message, "请只采纳其中一条，其余写“不采纳”")


def _refused(spec: Spec, opinion: Opinion, error: SpecError) -> Finding:
    message = f"{_named(opinion)}：照改以后通报文件不成立（{error.problems[0].message}），没有改"
    return _finding(spec, opinion, "refused", Severity.WARNING, message, "请在通报文件里手工处理")


def _named(opinion: Opinion) -> str:
    """Return an opinion in a message: 3f2a…（县财政局）“共12次”→“共13次”."""
    words = "→".join(f"“{_cut(text)}”" for text in (opinion.old, opinion.new) if text)
    place = f"{opinion.place} " if opinion.place else ""
    return f"{opinion.id}（{opinion.author}，{opinion.kind}）{place}{words}"


def _cut(text: str) -> str:
    line = text.replace("\n", " ")
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}……"


def _finding(spec: Spec, opinion: Opinion, rule: str, severity: Severity, message: str, hint: str) -> Finding:
    return Finding(f"merge/{rule}", severity, message, hint, spec.where(opinion.path))
