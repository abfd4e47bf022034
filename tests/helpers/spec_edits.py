"""Hypothesis strategies: the next version of a bulletin, as a clerk edits its data."""

from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import strategies as st

from bulletin_gen.spec.model import Bulletin
from strategies import PROBLEMS, STATUSES, sentences

_Fields = dict[str, Any]


@st.composite
def edited_bulletins(draw: st.DrawFn, bulletin: Bulletin, most: int = 6) -> Bulletin:
    """A bulletin in which up to `most` things were edited: issues and measures dropped, added, moved and reworded,
    statuses and dates changed, other parts reworded."""
    fields: _Fields = bulletin.model_dump(mode="json", exclude_unset=True)
    for _ in range(draw(st.integers(0, most))):
        draw(st.sampled_from(_EDITS))(draw, fields)
    return Bulletin.model_validate(fields)


def _issue_lists(holder: _Fields) -> Iterator[list[_Fields]]:
    """Yield the lists of issues and of sub-issues, wherever they stand."""
    for key in ("issues", "sub_issues"):
        if key in holder:
            yield holder[key]
    for inner in (*holder.get("sections", ()), *holder.get("issues", ())):
        yield from _issue_lists(inner)


def _issues(draw: st.DrawFn, fields: _Fields) -> list[_Fields]:
    return draw(st.sampled_from(list(_issue_lists(fields["results"]))))


def _drop_issue(draw: st.DrawFn, fields: _Fields) -> None:
    issues = _issues(draw, fields)
    if len(issues) > 1:
        del issues[draw(st.integers(0, len(issues) - 1))]


def _add_issue(draw: st.DrawFn, fields: _Fields) -> None:
    issues = _issues(draw, fields)
    like = issues[0]
    new = {"problem": draw(st.sampled_from(PROBLEMS)), "text": draw(sentences())}
    status = {"status": like["status"]} if "status" in like else {}
    issues.insert(draw(st.integers(0, len(issues))), dict(like) if "sub_issues" in like else {**new, **status})


def _move_issue(draw: st.DrawFn, fields: _Fields) -> None:
    issues = _issues(draw, fields)
    issues.insert(draw(st.integers(0, len(issues) - 1)), issues.pop(draw(st.integers(0, len(issues) - 1))))


def _reword_issue(draw: st.DrawFn, fields: _Fields) -> None:
    issue = draw(st.sampled_from(_issues(draw, fields)))
    if "text" in issue:
        issue["text"] = draw(_reworded(issue["text"]))
    else:
        issue["problem"] = draw(st.sampled_from(PROBLEMS))


def _edit_measures(draw: st.DrawFn, fields: _Fields) -> None:
    with_measures = [issue for issues in _issue_lists(fields["results"]) for issue in issues if "measures" in issue]
    if with_measures:
        issue = draw(st.sampled_from(with_measures))
        said = [measure if isinstance(measure, str) else dict(measure) for measure in issue["measures"]]
        issue["measures"] = draw(st.sampled_from([said[1:] + said[:1], said[:-1] or said, [*said, draw(sentences())]]))


def _change_status(draw: st.DrawFn, fields: _Fields) -> None:
    issue = draw(st.sampled_from(_issues(draw, fields)))
    if "status" in issue:
        issue["status"] = draw(st.sampled_from(STATUSES))


def _change_day(draw: st.DrawFn, fields: _Fields) -> None:
    fields["issue_date"] = draw(st.sampled_from(["2025-05-08", "2025-05-18", "2026-01-02"]))


def _reword_part(draw: st.DrawFn, fields: _Fields) -> None:
    part = fields[draw(st.sampled_from(["organisation", "next_steps"]))]
    if "text" in part:
        part["text"] = draw(_reworded(part["text"]))


@st.composite
def _reworded(draw: st.DrawFn, text: str) -> str:
    """A text with a sentence dropped, put in, or a figure in it changed."""
    said = [f"{sentence}。" for sentence in text.split("。") if sentence.strip()]
    new = draw(sentences(1))
    changed = text.replace("12次", "18次").replace("46份", "64份")
    return draw(st.sampled_from(["".join(said[1:]) or new, new + text, text + new, changed]))


_EDITS: tuple[Callable[[st.DrawFn, _Fields], None], ...] = (
    _drop_issue,
    _add_issue,
    _move_issue,
    _reword_issue,
    _edit_measures,
    _change_status,
    _change_day,
    _reword_part,
)
