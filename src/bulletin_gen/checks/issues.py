"""The issues of a spec, each with its path."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bulletin_gen.checks.manuscript import once
from bulletin_gen.spec.model import Issue, Results
from bulletin_gen.spec.spec import Spec


class Placed(NamedTuple):
    path: str
    issue: Issue


def placed_issues(results: Results) -> Iterator[Placed]:
    """Yield the issues in order, whether they stand in sections or directly; none of those below them."""
    yield from (Placed(f"results.issues[{index}]", issue) for index, issue in enumerate(results.issues))
    for number, section in enumerate(results.sections):
        path = f"results.sections[{number}].issues"
        yield from (Placed(f"{path}[{index}]", issue) for index, issue in enumerate(section.issues))


@once
def every_issue(spec: Spec) -> Sequence[Placed]:
    """Return each issue, followed by those below it."""
    results = spec.bulletin.results
    return [issue for placed in placed_issues(results) for issue in _with_below(placed)] if results else []


def _with_below(placed: Placed) -> Iterator[Placed]:
    yield placed
    for index, sub in enumerate(placed.issue.sub_issues):
        yield from _with_below(Placed(f"{placed.path}.sub_issues[{index}]", sub))


def below(issue: Issue) -> Iterator[Issue]:
    """Yield all issues below one."""
    for sub in issue.sub_issues:
        yield sub
        yield from below(sub)


def is_open(issue: Issue) -> bool:
    """Return whether the author said that an issue is not done."""
    return issue.status is not None and not issue.status.is_done
