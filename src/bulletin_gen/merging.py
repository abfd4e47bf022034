"""A spec, what came back of it, and the opinions that are known already, in; all opinions and the new spec out."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from bulletin_gen.errors import Problem, ReadError, SpecError
from bulletin_gen.finding import Finding
from bulletin_gen.frozen import frozen
from bulletin_gen.readers.returned import Returned
from bulletin_gen.review.home.adopt import conflicts, edits_of
from bulletin_gen.review.home.deed import Deed, Done, Lost
from bulletin_gen.review.home.deeds import deeds_of
from bulletin_gen.review.home.draft import Draft, draft_of
from bulletin_gen.review.home.echo import differences, with_ledgers, with_title, without_left_labels, without_told
from bulletin_gen.review.home.known import Recorded
from bulletin_gen.review.home.sheet import sheet_of
from bulletin_gen.review.home.stranger import LEAST_KNOWN, share_known
from bulletin_gen.review.home.told import (
    contested,
    lone_label,
    otherwise,
    refused,
    seen_before,
    since,
    unlike,
    untold,
    with_others,
    without_headings,
)
from bulletin_gen.review.home.wanted import opinions_in
from bulletin_gen.review.opinion import Handling, Opinion, OpinionKind
from bulletin_gen.spec.load import load_spec
from bulletin_gen.spec.spec import Spec
from bulletin_gen.spec.write_back import write_back

_MOST_LEFT = 200  # differences of a file that are told one by one; more has a file that is another text
ALL, NONE = "all", "none"


@frozen
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
    one author wants, by his name. Raises SpecError where the spec cannot be said, or was read from no file, and
    ReadError where a file is that of another bulletin.
    """
    if not spec.places.source:
        problem = Problem(
            "这份通报不是从文件里读出来的，没有文字可以改", "请先用 dump_spec 写成文字，再用 load_spec 读入"
        )
        raise SpecError(problem)
    draft = draft_of(spec)
    recorded, read, seen = _gathered(draft, returned, earlier)
    answers = {opinion.id: deeds_of(opinion, draft) for opinion in recorded.opinions}
    deeds = {id_: answer for id_, answer in answers.items() if isinstance(answer, tuple)}
    open_ids = {opinion.id for opinion in recorded.opinions if opinion.handling is not Handling.DECLINED}
    found_conflicts = conflicts({id_: of for id_, of in deeds.items() if id_ in open_ids})
    opinions = tuple(_decided(opinion, accept, found_conflicts) for opinion in recorded.opinions)
    made = _applied(spec, draft, opinions, answers, {id_: why for file in read for id_, why in file.doubts.items()})
    is_wanted = {one.id for one in opinions if one.handling in (Handling.ADOPTED, Handling.PENDING)}
    shared = [with_others(spec, one, accept) for one in opinions if _is_shared(one, accept)]
    left = (finding for file in read if file.is_open(is_wanted) for finding in _left(spec, draft, file))
    return replace(made, findings=(*(seen_before(spec, name) for name in seen), *made.findings, *shared, *left))


class _Read(NamedTuple):
    """A file, what it wants, and by ids why no field can take some of that."""

    file: Returned
    opinions: Sequence[Opinion]
    doubts: Mapping[str, str]

    def is_open(self, wanted: Collection[str]) -> bool:
        """Is there anything in it that can still be done?"""
        return not self.opinions or any(one.id in wanted for one in self.opinions)


def _gathered(
    draft: Draft, returned: Iterable[Returned], earlier: Sequence[Opinion]
) -> tuple[Recorded, list[_Read], list[str]]:
    """Return all opinions, what each file wants, and the files that were not looked at again."""
    recorded = Recorded(earlier)
    read: list[_Read] = []
    merged_before = _merged_before(draft, earlier)
    seen: list[str] = []
    strangers: list[str] = []
    for file in sorted(returned, key=lambda one: (one.file, repr(one.edited))):
        if file.file in merged_before:
            seen.append(file.file)
            continue
        if share_known(draft, file) < LEAST_KNOWN:
            strangers.append(file.file)
            continue
        found, doubted = opinions_in(draft, file)
        recorded.add(found)
        read.append(_Read(file, found, doubted))
    if strangers:
        raise ReadError(*map(_of_another, strangers))
    return recorded, read, seen


def _of_another(file: str) -> Problem:
    return Problem(
        f"{file} 不像是从这份通报发出去的：它的正文和这份通报大半对不上",
        "请核对是哪一份通报的返回稿；确是这一份、但已整篇重写的，请用 import 读成新的通报",
    )


def _merged_before(draft: Draft, earlier: Sequence[Opinion]) -> set[str]:
    """Return the files of which the opinions are on record, where the draft is one that some of these were made in.

    Compared with that, such a file would seem to want back what was adopted since it was sent round.
    """
    adopted = (one for one in earlier if one.handling is Handling.ADOPTED and one.kind is not OpinionKind.COMMENT)
    is_later = any(isinstance(deeds_of(one, draft), Done) for one in adopted)
    return {one.file for one in earlier} if is_later else set()


def _is_shared(opinion: Opinion, name: str) -> bool:
    """Is an open opinion that of somebody together with others, who edited the same words?"""
    names = opinion.authors
    return opinion.handling is Handling.PENDING and len(names) > 1 and name in names


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
    clashing = {id_: [other for other in one.conflicts if other in adopted] for id_, one in adopted.items()}
    wanted = {
        id_: answer for id_, one in adopted.items() if isinstance(answer := answers[id_], tuple) and not clashing[id_]
    }
    text, not_done = _written(spec, draft, wanted)
    findings: list[Finding] = [
        *untold(spec, opinions, answers, doubts),
        *without_headings(spec, opinions, answers),
        *(contested(spec, adopted[id_], adopted, others) for id_, others in clashing.items() if others),
        *(refused(spec, adopted[id_], error) for id_, error in not_done.items()),
    ]
    if text != spec.places.source:
        findings += since(spec, load_spec(text, spec.places.file))
    applied = tuple(id_ for id_ in wanted if id_ not in not_done)
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
        failed: dict[str, SpecError] = {}
        text = spec.places.source
        for id_, deeds in wanted.items():
            try:
                text = _with(spec, draft, [*kept.values(), deeds])
                kept[id_] = deeds
            except SpecError as error:
                failed[id_] = error
        return text, failed


def _with(spec: Spec, draft: Draft, wanted: Iterable[Sequence[Deed]]) -> str:
    edits = edits_of(spec, draft.texts, (deed for deeds in wanted for deed in deeds))
    text = write_back(spec, edits) if edits else spec.places.source
    load_spec(text, spec.places.file)
    return text


def _left(spec: Spec, draft: Draft, read: _Read) -> Iterator[Finding]:
    """Yield where the file says something else even if all that it wants is done, but for what is told already."""
    answers = {one.id: deeds_of(one, draft) for one in read.opinions}
    deeds = {id_: answer for id_, answer in answers.items() if isinstance(answer, tuple)}
    clashing = conflicts(deeds)
    text, failed = _written(spec, draft, {id_: of for id_, of in deeds.items() if id_ not in clashing})
    told = [one for one in read.opinions if isinstance(answers[one.id], Lost) or one.id in failed]
    try:
        new = draft_of(load_spec(text, spec.places.file))
    except SpecError:
        return  # what it lacks is told once it is the new draft
    edited = with_title(new, with_ledgers(draft, new, sheet_of(read.file.edited).texts))
    found = list(without_left_labels(differences(new, edited), draft))
    for one in without_told(found[:_MOST_LEFT], told):
        tell = lone_label if one.is_label else otherwise
        yield tell(spec, read.file.file, one)
    if len(found) > _MOST_LEFT:
        yield unlike(spec, read.file.file, len(found) - _MOST_LEFT)
