"""A bulletin that was read in; what of it is typed and what is kept as worded out, for the one who imports."""

from collections.abc import Iterator

from bulletin_gen.composing import NONE
from bulletin_gen.composing.counts import all_issues, descendants
from bulletin_gen.readers.echo import Echo
from bulletin_gen.readers.reading import Kept
from bulletin_gen.spec.model import Bulletin, Inspection, Issue, Results


def typed_matters(bulletin: Bulletin) -> Iterator[str]:
    """Yield what became data, in the order of the bulletin."""
    contact, attachments = bulletin.contact, bulletin.attachments
    matters: tuple[tuple[object, str], ...] = (
        (bulletin.head, "版头"),
        (bulletin.title is None, "标题"),
        (bulletin.recipients, "主送机关"),
        *(_inspection(bulletin.inspection) if bulletin.inspection else ()),
        (bulletin.publication.wording is None and bulletin.opening is None, "公布"),
        (bulletin.organisation, "组织整改"),
        *(_results(bulletin.results) if bulletin.results else ()),
        (bulletin.next_steps, "下一步打算"),
        (contact and contact.fields, f"联系方式{len(contact.fields) if contact else 0}项"),
        (bulletin.issuer.signature != [], "署名"),
        (bulletin.issue_date, "成文日期"),
        (bulletin.note, "附注"),
        (attachments, f"{len(attachments)}个附件"),
        (bulletin.colophon, "版记"),
    )
    return (name for is_typed, name in matters if is_typed)


def _inspection(inspection: Inspection) -> Iterator[tuple[object, str]]:
    feedback = inspection.feedback
    yield inspection.wording is None, "依据"
    yield inspection.period, "巡察时间"
    yield inspection.team, "巡察组"
    yield feedback is not None and feedback.wording is None, "反馈"


def _results(results: Results) -> Iterator[tuple[object, str]]:
    issues = all_issues(results)
    subs = [sub for issue in issues for sub in descendants(issue)]
    every = [*issues, *subs]
    tallies = (
        (len(results.sections), "个方面"),
        (len(issues), "个问题"),
        (len(subs), "个子问题"),
        (sum(len(issue.measures) for issue in every), "条措施"),
        (sum(issue.status is not None for issue in every), "个落实状态"),
        (len(results.counts), "项公布的数目"),
    )
    return ((number, f"{number}{unit}") for number, unit in tallies)


def kept_wordings(echo: Echo) -> Iterator[Kept]:
    """Yield each place that holds a wording of the author's own where a sentence or a heading could be generated."""
    for path, said_at in _wordings(echo.bulletin):
        if said_at in echo.places:
            yield Kept(path, echo.places[said_at])


def _wordings(bulletin: Bulletin) -> Iterator[tuple[str, str]]:
    """Yield the path of each wording, and the path that the composed block names."""
    inspection, contact = bulletin.inspection, bulletin.contact
    feedback = inspection.feedback if inspection else None
    wordings = (
        (bulletin.title not in (None, NONE), "title", "title"),
        (bulletin.opening not in (None, NONE), "opening", "opening"),
        (inspection and inspection.wording is not None, "inspection.wording", "inspection"),
        (feedback and feedback.wording is not None, "inspection.feedback.wording", "inspection"),
        (bulletin.publication.wording, "publication.wording", "inspection"),
        *(_in_results(bulletin.results) if bulletin.results else ()),
        (contact and contact.wording is not None, "contact.wording", "contact"),
    )
    return ((path, said_at) for is_kept, path, said_at in wordings if is_kept)


def _in_results(results: Results) -> Iterator[tuple[bool, str, str]]:
    yield from _in_issues(results.issues, "results.issues")
    for index, section in enumerate(results.sections):
        yield from _in_issues(section.issues, f"results.sections[{index}].issues")


def _in_issues(issues: list[Issue], path: str) -> Iterator[tuple[bool, str, str]]:
    for index, issue in enumerate(issues):
        here = f"{path}[{index}]"
        yield bool(issue.heading), f"{here}.heading", here
        yield issue.status_line is not None, f"{here}.status_line", f"{here}.status"
        yield from _in_issues(issue.sub_issues, f"{here}.sub_issues")
