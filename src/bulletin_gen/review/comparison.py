"""Two versions of a bulletin in; all that an editor asks of them out: what changed, and first the facts that did."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bulletin_gen.composing.counts import all_issues, descendants
from bulletin_gen.document import Document
from bulletin_gen.frozen import frozen
from bulletin_gen.review.align import likeness
from bulletin_gen.review.redline import Change, Kind, Redline, Signed, redline
from bulletin_gen.review.repeated import said_once
from bulletin_gen.review.words import changed_facts
from bulletin_gen.spec.model import Bulletin, Issue
from bulletin_gen.text.regex import Regex

_LEAST_ALIKE = 0.4  # of two issues that are versions of one another
_DATE = Regex(r"\d{4}年|\d月\d")  # 2025年, 3月4日; not 3年, 5月


@frozen
class Fact:
    """A number, a date, a name or a status that is another now; empty where there was or is none."""

    kind: str
    place: str
    old: str
    new: str


@frozen
class Comparison:
    """What became of one version in another: first the facts, then the redline with every change, once where a ledger
    says it again."""

    facts: tuple[Fact, ...]
    redline: Redline

    @property
    def changes(self) -> tuple[Change, ...]:
        return self.redline.changes

    def count(self, kind: Kind) -> int:
        return sum(change.kind is kind for change in self.changes)


@frozen
class Version:
    """A bulletin and what it says."""

    bulletin: Bulletin
    document: Document


def compare_versions(old: Version, new: Version, signed: Signed) -> Comparison:
    """Return what became of the old version in the new one."""
    made = redline(old.document, new.document, signed)
    made = replace(made, changes=said_once(made.changes, _ledgers(new.bulletin)))
    facts = (
        *_names(old.bulletin, new.bulletin),
        *_statuses(old.bulletin, new.bulletin),
        *(fact for change in made.changes for fact in _facts(change)),
    )
    return Comparison(tuple(dict.fromkeys(facts)), made)


def _ledgers(bulletin: Bulletin) -> list[str]:
    """Return where the ledgers stand, as their reader knows it: 附件, or 附件2 among several."""
    numbers = [number for number, one in enumerate(bulletin.attachments, start=1) if one.ledger]
    return [f"附件{number}" if len(bulletin.attachments) > 1 else "附件" for number in numbers]


def _facts(change: Change) -> Iterator[Fact]:
    """Yield the facts of a sentence that stands in both versions; what came or went as a whole is told as that."""
    if change.kind is Kind.CHANGED:
        for old, new in changed_facts(change.old, change.new):
            yield Fact(_kind(old or new), change.place, old, new)


def _kind(fact: str) -> str:
    if fact.startswith("《"):
        return "文件"
    return "日期" if _DATE.search(fact) else "数字"


def _names(old: Bulletin, new: Bulletin) -> Iterator[Fact]:
    for place, one, other in (
        ("发文机关", old.issuer.name, new.issuer.name),
        ("发文机关简称", old.issuer.short_name, new.issuer.short_name),
        ("巡察组", _team(old), _team(new)),
    ):
        if one != other:
            yield Fact("名称", place, one, other)


def _team(bulletin: Bulletin) -> str:
    return bulletin.inspection.team if bulletin.inspection else ""


def _statuses(old: Bulletin, new: Bulletin) -> Iterator[Fact]:
    """Yield the statuses that differ, of issues that are versions of one another; they may never be printed."""
    ours = _issues(old)
    named: dict[str, list[Issue]] = {}
    for issue in ours:
        named.setdefault(_name(issue), []).append(issue)
    for other in _issues(new):
        name = _name(other)
        one = _taken(named[name], other) if name in named else _most_like(ours, other)
        if one and one.status != other.status and likeness(_name(one), _name(other)) >= _LEAST_ALIKE:
            yield Fact("状态", f"“{_name(other)}”", str(one.status or ""), str(other.status or ""))


def _taken(namesakes: list[Issue], other: Issue) -> Issue | None:
    """Take out of the issues of one name the one that another is a version of: of the same text, or the first; None
    where all are taken."""
    if not namesakes:
        return None
    same = (at for at, one in enumerate(namesakes) if (one.text, one.measures) == (other.text, other.measures))
    return namesakes.pop(next(same, 0))


def _most_like(issues: Sequence[Issue], other: Issue) -> Issue | None:
    return max(issues, key=lambda issue: likeness(_name(issue), _name(other)), default=None)


def _issues(bulletin: Bulletin) -> list[Issue]:
    top = all_issues(bulletin.results) if bulletin.results else []
    return [issue for one in top for issue in (one, *descendants(one))]


def _name(issue: Issue) -> str:
    return issue.problem or issue.heading
