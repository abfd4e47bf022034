"""A bulletin's file and a ledger in; what the ledger brings into the file out, each change with its old and its new."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bulletin_gen.composing.counts import count
from bulletin_gen.composing.parts import lines_of
from bulletin_gen.composing.settle import settle
from bulletin_gen.errors import SpecError
from bulletin_gen.frozen import frozen
from bulletin_gen.readers.ledger.columns import Role
from bulletin_gen.readers.ledger.reading import LedgerReading
from bulletin_gen.review.align import likeness
from bulletin_gen.review.news.known import KnownIssue, known_issues
from bulletin_gen.review.news.lists import Brought, brought, is_same
from bulletin_gen.review.news.match import matched
from bulletin_gen.review.news.value import Change, Kind, Updated
from bulletin_gen.spec.model import Bulletin, Issue
from bulletin_gen.spec.spec import Spec
from bulletin_gen.spec.write_back import Add, Edit, Put, write_back
from bulletin_gen.text.dates import read_date
from bulletin_gen.yamltext.block import Plain

_ALIKE_SECTIONS = 0.6


@dataclass
class _News:
    """Edits for `write_back`, and each change told."""

    edits: list[Edit] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


# The fields that hold one text: what the ledger must tell of, and what they are called.
_FIELDS = (
    ("status", Role.STATUS, "状态"),
    ("responsible_unit", Role.UNIT, "责任单位"),
    ("leader", Role.LEADER, "责任领导"),
    ("deadline", Role.DEADLINE, "完成时限"),
)


def update_spec(spec: Spec, reading: LedgerReading) -> Updated:
    """Return the file of a spec with what a ledger has to tell: statuses, deadlines, what was done, new problems.

    Nothing that stands there is taken away, nor a character else changed. Raises SpecError where the result is no
    bulletin, ValueError for a spec that was read from no file.
    """
    news = _news_of(spec, reading)
    return Updated(write_back(spec, news.edits), tuple(news.changes), bool(news.edits))


def _news_of(spec: Spec, reading: LedgerReading) -> _News:
    ours, theirs = known_issues(spec.bulletin), known_issues(reading.bulletin)
    pairs = matched(ours, theirs, reading.numbers)
    told_here, told_there = _told(ours, spec), _told(theirs, reading.spec)
    news = _News()
    _as_of(spec, reading, news)
    for known in theirs:
        if known.path in pairs:
            _Issue(told_here[pairs[known.path]], told_there[known.path], reading, news).bring()
    _Newcomers(spec, reading, ours, theirs, pairs, news).add()
    met = set(pairs.values())
    news.changes += [Change(Kind.KEPT, None, known.name, "问题") for known in ours if known.path not in met]
    return news


def _as_of(spec: Spec, reading: LedgerReading, news: _News) -> None:
    ours, theirs = spec.bulletin.results, reading.bulletin.results
    if ours and theirs and theirs.as_of and not _is_same_day(ours.as_of or "", theirs.as_of):
        news.edits.append(Put("results.as_of", theirs.as_of))
        news.changes.append(Change(Kind.CHANGED, None, "", "截至日期", ours.as_of or "", theirs.as_of))


def _told(issues: Sequence[KnownIssue], spec: Spec) -> dict[str, "_Told"]:
    said = {known.path: known.issue for known in known_issues(_settled(spec))}
    return {known.path: _Told(known, said[known.path]) for known in issues}


def _settled(spec: Spec) -> Bulletin:
    """Return the bulletin with what its placeholders stand for; as it is where one cannot be filled yet."""
    try:
        return settle(spec.bulletin, count(spec.bulletin), spec.places)
    except SpecError:  # a rate while a status is missing, which the ledger may bring
        return spec.bulletin


@frozen
class _Told:
    """An issue as it is typed, and with what its placeholders stand for."""

    known: KnownIssue
    said: Issue

    @property
    def name(self) -> str:
        return self.said.problem or self.said.heading


class _Issue:
    """Brings what a ledger says of one issue."""

    def __init__(self, ours: _Told, theirs: _Told, reading: LedgerReading, news: _News) -> None:
        self._ours, self._theirs, self._reading, self._news = ours, theirs, reading, news

    def bring(self) -> None:
        ours, theirs = self._ours.known, self._theirs.known
        if not is_same(self._ours.name, self._theirs.name):
            self._tell(Kind.KEPT, "问题的说法", self._ours.name, self._theirs.name)
        if ours.section and theirs.section and likeness(ours.section, theirs.section) < _ALIKE_SECTIONS:
            self._tell(Kind.KEPT, "所在的方面", ours.section, theirs.section)
        for name, role, what in _FIELDS:
            self._field(name, what, role)
        if Role.SITUATION in self._reading.roles or theirs.issue.text:
            self._text()
        if Role.MEASURES in self._reading.roles or theirs.issue.measures:
            self._measures()

    def _tell(self, kind: Kind, what: str, old: str = "", new: str = "") -> None:
        row = self._reading.spec.where(self._theirs.known.path).line
        self._news.changes.append(Change(kind, row, self._ours.known.name, what, old, new))

    def _field(self, name: str, what: str, role: Role) -> None:
        old, new = (str(getattr(told.said, name) or "") for told in (self._ours, self._theirs))
        if not new:
            if old and role in self._reading.roles:
                self._tell(Kind.KEPT, what, old)
            return
        if old != new and not (name == "deadline" and _is_same_day(old, new)):
            typed = str(getattr(self._theirs.known.issue, name))
            self._news.edits.append(Put(f"{self._ours.known.path}.{name}", typed))
            self._tell(Kind.CHANGED if old else Kind.ADDED, what, old, new)

    def _text(self) -> None:
        """Bring in the paragraphs of what was done."""
        ours, theirs = self._ours.known.issue.text.split("\n"), lines_of(self._theirs.known.issue.text)
        found = self._brought([lines_of(told.said.text) for told in (self._ours, self._theirs)], "整改情况")
        if not found.changed and not found.added:
            return
        changed, paragraphs = dict(found.changed), 0
        lines: list[str] = []
        for line in ours:
            if line.strip():
                lines += [theirs[new] for place, new in found.added if place == paragraphs]
                lines.append(theirs[changed[paragraphs]] if paragraphs in changed else line)
                paragraphs += 1
            elif lines:
                lines.append(line)
        lines += [theirs[new] for place, new in found.added if place == paragraphs]
        self._news.edits.append(Put(f"{self._ours.known.path}.text", "\n".join(lines)))

    def _measures(self) -> None:
        theirs, path = self._theirs.known.issue.measures, f"{self._ours.known.path}.measures"
        found = self._brought([told.said.measures for told in (self._ours, self._theirs)], "措施")
        if not self._ours.known.issue.measures and found.added:
            self._news.edits.append(Put(path, [theirs[new] for _, new in found.added]))
            return
        self._news.edits += [Put(f"{path}[{old}]", theirs[new]) for old, new in found.changed]
        self._news.edits += [Add(path, at, theirs[new]) for at, new in found.added]

    def _brought(self, said: Sequence[Sequence[str]], what: str) -> Brought:
        """Return what becomes of texts, ours and theirs, each told."""
        ours, theirs = said
        found = brought(ours, theirs)
        for old, new in found.changed:
            self._tell(Kind.CHANGED, what, ours[old], theirs[new])
        for _, new in found.added:
            self._tell(Kind.ADDED, what, "", theirs[new])
        for old in found.kept:
            self._tell(Kind.KEPT, what, ours[old])
        return found


class _Newcomers:
    """Adds the issues that only the ledger has, each behind that which it follows there."""

    def __init__(
        self,
        spec: Spec,
        reading: LedgerReading,
        ours: Sequence[KnownIssue],
        theirs: Sequence[KnownIssue],
        pairs: Mapping[str, str],
        news: _News,
    ) -> None:
        self._spec, self._reading, self._news = spec, reading, news
        self._ours, self._theirs, self._pairs = {known.path: known for known in ours}, theirs, pairs
        self._at = {known.path: at for at, known in enumerate(theirs)}
        self._new_sections: dict[str, list[Issue]] = {}

    def add(self) -> None:
        new = [known for known in self._theirs if known.path not in self._pairs]
        paths = {known.path for known in new}
        for known in new:
            if known.above not in paths:  # else it comes with the issue that it is below
                self._add(known)
        sections = len(self._spec.bulletin.results.sections) if self._spec.bulletin.results else 0
        for heading, issues in self._new_sections.items():
            value: Plain = {"heading": heading, "issues": [_plain(issue) for issue in issues]}
            self._news.edits.append(Add("results.sections", sections, value))
            self._news.changes.append(Change(Kind.ADDED, None, heading, "方面"))

    def _add(self, known: KnownIssue) -> None:
        row = self._reading.spec.where(known.path).line
        self._news.changes.append(Change(Kind.ADDED, row, known.name, "问题"))
        place = self._place(known)
        if place is None:
            self._new_sections.setdefault(known.section, []).append(known.issue)
        else:
            self._news.edits.append(Add(*place, _plain(known.issue)))

    def _place(self, known: KnownIssue) -> tuple[str, int] | None:
        """Return the list and the index before which an issue comes; None where its section is not there yet."""
        if known.above in self._pairs and ".sub_issues" in known.path[len(known.above) :]:
            path = f"{self._pairs[known.above]}.sub_issues"
            return self._beside(known, path) or (path, len(self._ours[self._pairs[known.above]].issue.sub_issues))
        results = self._spec.bulletin.results
        if results is None or not results.sections:
            path = "results.issues"
            return self._beside(known, path) or (path, len(results.issues) if results else 0)
        at = self._section(known)
        if at is None:
            return None
        path = f"results.sections[{at}].issues"
        return self._beside(known, path) or (path, len(results.sections[at].issues))

    def _beside(self, known: KnownIssue, path: str) -> tuple[str, int] | None:
        """Return the place behind the partner of the one before it that stands in the list at `path`."""
        partners = self._partners_before(known)
        return next(((path, one.index + 1) for one in partners if one.list_path == path), None)

    def _section(self, known: KnownIssue) -> int | None:
        """Return the section of the bulletin that is meant: its heading says the same, or its issues stand there."""
        results = self._spec.bulletin.results
        sections = results.sections if results else []
        if known.section:
            likes = [likeness(known.section, section.heading) for section in sections]
            best = max(range(len(likes)), key=likes.__getitem__)
            return best if likes[best] >= _ALIKE_SECTIONS else None
        before = (one.section_index for one in self._partners_before(known) if one.section_index is not None)
        return next(before, len(sections) - 1)

    def _partners_before(self, known: KnownIssue) -> Iterator[KnownIssue]:
        """Yield the partners of those before an issue in the ledger, the nearest first."""
        for other in reversed(self._theirs[: self._at[known.path]]):
            if other.path in self._pairs:
                yield self._ours[self._pairs[other.path]]


def _plain(issue: Issue) -> dict[str, Plain]:
    """Return an issue as it is typed: what differs from the defaults."""
    typed: dict[str, Plain] = issue.model_dump(mode="json", exclude_defaults=True)
    return typed


def _is_same_day(old: str, new: str) -> bool:
    """Are two dates typed differently the same?"""
    return bool(old) and read_date(old).text == read_date(new).text
