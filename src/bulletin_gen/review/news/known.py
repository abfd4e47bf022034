"""The issues of a bulletin in a row, each with its path, its number and where it stands."""

from collections.abc import Iterator, Sequence

from bulletin_gen.frozen import frozen
from bulletin_gen.spec.model import Bulletin, Issue
from bulletin_gen.where import parent_of


@frozen
class KnownIssue:
    """An issue at `path`. `number` counts through all sections, 1.1 below 1; `section` is the heading of its own."""

    path: str
    issue: Issue
    number: str
    section: str

    @property
    def name(self) -> str:
        return self.issue.problem or self.issue.heading

    @property
    def list_path(self) -> str:
        """The list that it stands in: results.issues of results.issues[3]."""
        return parent_of(self.path)

    @property
    def index(self) -> int:
        return int(self.path.rpartition("[")[2][:-1])

    @property
    def section_index(self) -> int | None:
        """Which of the sections it stands in; None where issues are listed directly."""
        _, is_parted, rest = self.path.partition("results.sections[")
        return int(rest.partition("]")[0]) if is_parted else None

    @property
    def above(self) -> str:
        """The path of the issue, section or results that it is listed in."""
        return parent_of(self.list_path)


def known_issues(bulletin: Bulletin) -> list[KnownIssue]:
    """Return all issues of a bulletin in order, each followed by those below it."""
    results = bulletin.results
    if results is None:
        return []
    lists = [("results.issues", "", results.issues)]
    lists += [
        (f"results.sections[{at}].issues", section.heading, section.issues)
        for at, section in enumerate(results.sections)
    ]
    number = 0
    found: list[KnownIssue] = []
    for path, section, issues in lists:
        for at, issue in enumerate(issues):
            number += 1
            found += _with_below(issue, f"{path}[{at}]", str(number), section)
    return found


def _with_below(issue: Issue, path: str, number: str, section: str) -> Iterator[KnownIssue]:
    yield KnownIssue(path, issue, number, section)
    yield from _below(issue.sub_issues, f"{path}.sub_issues", number, section)


def _below(issues: Sequence[Issue], path: str, number: str, section: str) -> Iterator[KnownIssue]:
    for at, issue in enumerate(issues):
        yield from _with_below(issue, f"{path}[{at}]", f"{number}.{at + 1}", section)
