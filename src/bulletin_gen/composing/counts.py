"""Count what the spec holds, so that a number stated in the text cannot be wrong."""

from bulletin_gen.frozen import frozen
from bulletin_gen.spec.model import Bulletin, Issue, Results, Status

# What a sentence that counts says of each status.
_STATES = {
    Status.DONE: "已完成整改",
    Status.DONE_AND_KEPT: "已完成整改",
    Status.MOSTLY_DONE: "基本完成整改",
    Status.ONGOING: "正在整改",
    Status.CONTINUING: "正在整改",
    Status.LONG_TERM: "需长期整改",
    Status.OPEN: "尚未完成整改",
}


@frozen
class Counts:
    """What `{{ counts.… }}` can name. What is done, ongoing and their rate are None while a status is missing;
    those with `sub_` count the sub-issues."""

    sections: int
    issues: int
    sub_issues: int
    measures: int
    done: int | None
    ongoing: int | None
    rate: str | None
    sub_done: int | None
    sub_ongoing: int | None
    sub_rate: str | None
    declared: str


@frozen
class _Tally:
    done: int | None = None
    ongoing: int | None = None
    rate: str | None = None


def count(bulletin: Bulletin) -> Counts:
    """Return the counts of one bulletin. An issue without a status of its own is done when all below it are."""
    results = bulletin.results
    issues = all_issues(results) if results else []
    below = [sub for issue in issues for sub in descendants(issue)]
    tally, below_tally = _tally(issues), _tally(below)
    return Counts(
        sections=len(results.sections) if results else 0,
        issues=len(issues),
        sub_issues=len(below),
        measures=sum(len(issue.measures) for issue in (*issues, *below)),
        done=tally.done,
        ongoing=tally.ongoing,
        rate=tally.rate,
        sub_done=below_tally.done,
        sub_ongoing=below_tally.ongoing,
        sub_rate=below_tally.rate,
        declared="、".join(f"{tier.number}{tier.unit}" for tier in results.counts) if results else "",
    )


def _tally(issues: list[Issue]) -> _Tally:
    """Return how many are done; nothing while one has no status, or there are none."""
    known = [state for state in map(is_done, issues) if state is not None]
    if not issues or len(known) < len(issues):
        return _Tally()
    return _Tally(sum(known), len(known) - sum(known), percentage(sum(known), len(known)))


def all_issues(results: Results) -> list[Issue]:
    """Return the issues in order, whether they stand in sections or directly."""
    return [*results.issues, *(issue for section in results.sections for issue in section.issues)]


def descendants(issue: Issue) -> list[Issue]:
    return [item for sub in issue.sub_issues for item in (sub, *descendants(sub))]


def is_done(issue: Issue) -> bool | None:
    """Return whether an issue is done; None when nobody said."""
    if issue.status is not None:
        return issue.status.is_done
    states = [is_done(sub) for sub in issue.sub_issues]
    return None if not states or None in states else all(states)


def percentage(part: int, whole: int) -> str:
    """Return 35 of 280 as 12.5%: one decimal, rounded half up; whole numbers of all or nothing without it.

    What is not all is never rounded to 100%, what is not nothing never to 0: 1999 of 2000 is 99.9%.
    """
    if part in (0, whole):
        return "100%" if part else "0%"
    tenths = min(max((2000 * part + whole) // (2 * whole), 1), 999)
    return f"{tenths // 10}.{tenths % 10}%"


def states_of(results: Results | None) -> list[tuple[str, int]]:
    """Return how many issues are in each state, as a sentence says it, from done to not done; none that has no issue.

    An issue that says nothing itself is done when all below it are, and else under way.
    """
    said = [_state(issue) for issue in all_issues(results)] if results else []
    return [(state, said.count(state)) for state in dict.fromkeys(_STATES.values()) if state in said]


def _state(issue: Issue) -> str:
    return _STATES[issue.status or (Status.DONE if is_done(issue) else Status.ONGOING)]
