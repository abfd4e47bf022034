"""Last year's bulletin in; what stays of its build out: of issues, measures and rows so many as show their form.

How many problems there are, and how many measures against each, is a fact of last year: kept as they were, the counts
would say last year's numbers of this year.
"""

from collections.abc import Sequence
from typing import Any

from bulletin_gen.composing import wording
from bulletin_gen.composing.counts import count
from bulletin_gen.renewing.next_year import Remark
from bulletin_gen.spec.model import Bulletin, Issue, Progress, Results, Section
from bulletin_gen.spec.names import chinese_value
from bulletin_gen.spec.node import Node
from bulletin_gen.spec.sign_off import Stage
from bulletin_gen.spec.tables import Table
from bulletin_gen.text.dates import read_date

_MEASURES = 2  # as 一是 and 二是: one alone is no list


def skeleton(bulletin: Bulletin) -> tuple[Bulletin, list[Remark]]:
    """Return the bulletin without what is not taken over, and that, at the fields that it stood in."""
    left: list[Remark] = []
    update: dict[str, object] = {
        "results": _results(bulletin, bulletin.results, left) if bulletin.results else None,
        **_first_draft(bulletin, left),
    }
    kept: Bulletin = _with_first_rows(bulletin.model_copy(update=update), "", left)
    return kept, left


def _first_draft(bulletin: Bulletin, left: list[Remark]) -> dict[str, object]:
    """Return what makes a text that had a stage a draft again: as a final one it could not be printed."""
    stage = bulletin.stage and Stage.DRAFT
    said = bulletin.stage and chinese_value(Stage, bulletin.stage)
    typed = (
        ("stage", said if bulletin.stage is not stage else ""),
        ("version", bulletin.version),
        ("version_date", bulletin.version_date),
    )
    left += [Remark(path, value) for path, value in typed if value]
    return {"stage": stage, "version": "", "version_date": None}


def _results(bulletin: Bulletin, results: Results, left: list[Remark]) -> Results:
    sections = [_section(one, f"results.sections[{at}]", left) for at, one in enumerate(results.sections)]
    issues = _one_issue(results.issues, "results.issues", left)
    says_day = results.measures_progress if results.progress is None else results.progress.wording is None
    if results.as_of and not says_day:
        left.append(Remark("results.as_of", read_date(results.as_of).text))
    told = {"progress": _worded(bulletin, results), "measures_progress": None, "as_of": None}
    return results.model_copy(update={"sections": sections, "issues": issues, "counts": [], **told})


def _worded(bulletin: Bulletin, results: Results) -> Progress | None:
    """Return the progress in words, its day and that of the measures with it; None where neither was told.

    Without the statuses, which nobody knows yet, none is counted.
    """
    said = _progress(bulletin, results, results.progress) if results.progress else ""
    if results.measures_progress:
        day = "" if results.progress else wording.as_of(results.as_of)
        said += wording.measures_progress(results.measures_progress, day)
    return Progress(wording=said) if said else None


def _progress(bulletin: Bulletin, results: Results, progress: Progress) -> str:
    counts = count(bulletin)
    if progress.wording is not None:
        return progress.wording
    said = wording.progress(bulletin, progress, results.as_of, counts)
    return said.replace(f"反馈的{counts.issues}", "反馈的{{ counts.issues }}", 1)


def _section(section: Section, path: str, left: list[Remark]) -> Section:
    return section.model_copy(update={"issues": _one_issue(section.issues, f"{path}.issues", left)})


def _one_issue(issues: Sequence[Issue], path: str, left: list[Remark]) -> list[Issue]:
    """Return the first issue that tells what was done, item by item, alone; the first where none does."""
    if not issues:
        return []
    told = [issue for issue in issues if issue.measures or issue.sub_issues] or issues
    kept = next((issue for issue in told if len(issue.measures) >= _MEASURES or issue.sub_issues), told[0])
    left += [Remark(path, issue.problem or issue.heading) for issue in issues if issue is not kept]
    below = _one_issue(kept.sub_issues, f"{path}[0].sub_issues", left)
    measures = _first_measures(kept.measures, f"{path}[0].measures", left)
    return [kept.model_copy(update={"measures": measures, "sub_issues": below, "number": None})]


def _with_first_rows(value: Any, path: str, left: list[Remark]) -> Any:
    """Return a part of the bulletin with the first row of each table in it."""
    if isinstance(value, list):
        return [_with_first_rows(item, f"{path}[{at}]", left) for at, item in enumerate(value)]
    if isinstance(value, Table):
        left += [Remark(f"{path}.rows", " ".join(row).replace("\n", " ")) for row in value.rows[1:]]
        return value.model_copy(update={"rows": value.rows[:1]})
    if not isinstance(value, Node):
        return value
    given = {name: getattr(value, name) for name in type(value).model_fields if name in value.model_fields_set}
    update = {name: _with_first_rows(one, f"{path}.{name}" if path else name, left) for name, one in given.items()}
    return value.model_copy(update=update)


def _first_measures(texts: Sequence[str], path: str, left: list[Remark]) -> list[str]:
    left += [Remark(path, text) for text in texts[_MEASURES:]]
    return list(texts[:_MEASURES])
