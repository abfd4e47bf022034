"""A bulletin that was read in; what of it is typed and what is kept as worded out, for the one who imports."""

from collections.abc import Iterator

from bulletin_gen.composing.counts import all_issues, descendants
from bulletin_gen.readers.echo import Proof
from bulletin_gen.readers.reading import Kept
from bulletin_gen.spec.model import Bulletin, Inspection, Issue, Results

_NONE = "无"


def typed_matters(bulletin: Bulletin) -> Iterator[str]:
    """Yield what became data, in the order of the bulletin."""
    if bulletin.head:
        yield "版头"
    if bulletin.title is None:
        yield "标题"
    if bulletin.recipients:
        yield "主送机关"
    if bulletin.inspection:
        yield from _inspection(bulletin.inspection)
    if bulletin.publication.wording is None and bulletin.opening is None:
        yield "公布"
    if bulletin.organisation:
        yield "组织整改"
    if bulletin.results:
        yield from _results(bulletin.results)
    if bulletin.next_steps:
        yield "下一步打算"
    if bulletin.contact and bulletin.contact.fields:
        yield f"联系方式{len(bulletin.contact.fields)}项"
    if bulletin.issuer.signature != []:
        yield "署名"
    if bulletin.issue_date:
        yield "成文日期"
    if bulletin.note:
        yield "附注"
    if bulletin.attachments:
        yield f"{len(bulletin.attachments)}个附件"
    if bulletin.colophon:
        yield "版记"


def _inspection(inspection: Inspection) -> Iterator[str]:
    if inspection.wording is None:
        yield "依据"
    if inspection.period:
        yield "巡察时间"
    if inspection.team:
        yield "巡察组"
    if inspection.feedback and inspection.feedback.wording is None:
        yield "反馈"


def _results(results: Results) -> Iterator[str]:
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
    yield from (f"{number}{unit}" for number, unit in tallies if number)


def kept_wordings(proof: Proof) -> Iterator[Kept]:
    """Yield each place that holds a wording of the author's own where a sentence or a heading could be generated."""
    for path, said_at in _wordings(proof.bulletin):
        if said_at in proof.places:
            yield Kept(path, proof.places[said_at])


def _wordings(bulletin: Bulletin) -> Iterator[tuple[str, str]]:
    """Yield the path of each wording, and the path that the composed block names."""
    if bulletin.title not in (None, _NONE):
        yield "title", "title"
    if bulletin.opening not in (None, _NONE):
        yield "opening", "opening"
    inspection = bulletin.inspection
    if inspection and inspection.wording is not None:
        yield "inspection.wording", "inspection"
    if inspection and inspection.feedback and inspection.feedback.wording is not None:
        yield "inspection.feedback.wording", "inspection"
    if bulletin.publication.wording:
        yield "publication.wording", "inspection"
    if bulletin.results:
        yield from _issues(bulletin.results)
    if bulletin.contact and bulletin.contact.wording is not None:
        yield "contact.wording", "contact"


def _issues(results: Results) -> Iterator[tuple[str, str]]:
    yield from _of(results.issues, "results.issues")
    for index, section in enumerate(results.sections):
        yield from _of(section.issues, f"results.sections[{index}].issues")


def _of(issues: list[Issue], path: str) -> Iterator[tuple[str, str]]:
    for index, issue in enumerate(issues):
        here = f"{path}[{index}]"
        if issue.heading:
            yield f"{here}.heading", here
        if issue.status_line is not None:
            yield f"{here}.status_line", f"{here}.status"
        yield from _of(issue.sub_issues, f"{here}.sub_issues")
