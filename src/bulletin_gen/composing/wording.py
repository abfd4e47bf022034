"""Word the generated sentences: each is a jinja2 template under `templates/wording/`."""

from functools import cache
from typing import TYPE_CHECKING

from bulletin_gen.composing.counts import Counts, percentage, states_of
from bulletin_gen.resources import template_dir
from bulletin_gen.spec.model import (
    Bulletin,
    Contact,
    Feedback,
    FeedbackForm,
    Inspection,
    IssueStyle,
    MeasuresProgress,
    Order,
    Progress,
    Status,
)
from bulletin_gen.text.dates import read_date

if TYPE_CHECKING:
    from jinja2 import Environment


_WIDE_SPACE = "\u3000"  # parts the names of organs that issue together
_TEAM = "组"  # a deployment that names the team is the sentence's beginning: 根据县委部署，县委第二巡察组
_REPORT = "报告"
_ALL_IN_ONE_STATE = {
    "已完成整改": "已全部完成整改",
    "基本完成整改": "均已基本完成整改",
    "正在整改": "均在整改中",
    "需长期整改": "均需长期整改",
    "尚未完成整改": "均尚未完成整改",
}


@cache
def _environment() -> "Environment":
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from bulletin_gen.composing.kept_templates import KeptTemplates

    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(template_dir() / "wording"),
        bytecode_cache=KeptTemplates(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # else each sentence looks whether its file has changed
        autoescape=False,  # the output is plain text, not HTML
    )


def _say(template: str, **values: object) -> str:
    text = _environment().get_template(f"{template}.j2").render(values)
    return "".join(line.strip() for line in text.splitlines())


def title(bulletin: Bulletin) -> str:
    """Return 某某关于…情况的通报."""
    inspection = bulletin.inspection
    return _say(
        "title",
        issuer=_WIDE_SPACE.join((bulletin.issuer.name, *bulletin.joint_issuers)),
        round=inspection.round if inspection else "",
        kind=_kind(bulletin),
        subject=subject(bulletin),
        document_kind=bulletin.kind,
    )


def subject(bulletin: Bulletin) -> str:
    """Return what is made public: 巡察整改情况 unless the author says otherwise."""
    return bulletin.publication.subject or f"{_kind(bulletin)}整改情况"


def basis(bulletin: Bulletin, inspection: Inspection) -> str:
    """Return the sentence that names the inspection, with the feedback joined to it where that is wanted."""
    if inspection.wording is not None:
        return inspection.wording
    feedback = inspection.feedback
    joined = feedback is not None and feedback.form is FeedbackForm.JOINED
    return _say(
        "basis",
        inspection=inspection,
        team_first=inspection.order is Order.TEAM_FIRST,
        inspected=_inspected_in_full(bulletin, inspection),
        period=_period(inspection),
        joined=feedback if joined else None,
        nobody=not inspection.team and _TEAM not in (inspection.deployment or ""),
        feedback_date=_feedback_date(inspection, feedback) if feedback else "",
    )


def feedback(bulletin: Bulletin, inspection: Inspection, feedback: Feedback) -> str:
    """Return the sentence that tells of the feedback."""
    if feedback.wording is not None:
        return feedback.wording
    return _say(
        "feedback",
        inspection=inspection,
        feedback=feedback,
        date=_feedback_date(inspection, feedback),
        by=feedback.by if feedback.by is not None else inspection.team_short or inspection.team,
        to=feedback.to if feedback.to is not None else inspection.inspected or bulletin.issuer.called,
    )


def publication(bulletin: Bulletin) -> str:
    """Return 按照…，现将…予以公布。"""
    if bulletin.publication.wording is not None:
        return bulletin.publication.wording
    return _say(
        "publication",
        publication=bulletin.publication,
        kind=_kind(bulletin),
        subject=subject(bulletin),
        upward=bulletin.kind == _REPORT,
    )


def progress(bulletin: Bulletin, progress: Progress, day: str | None, counts: Counts) -> str:
    """Return 截至…，…个问题已完成整改…; the counts must be complete."""
    if progress.wording is not None:
        return progress.wording
    states = states_of(bulletin.results)
    return _say(
        "progress",
        as_of=as_of(day),
        kind=_kind(bulletin),
        counts=counts,
        progress=progress,
        states=states,
        together=_together(*states[0]),
        measure_word=progress.unit[0],
    )


def measures_progress(progress: MeasuresProgress, as_of: str) -> str:
    """Return 截至…，制定的…项整改措施已完成…项; `as_of` is the day as printed, "" where that has been said before."""
    return _say(
        "measures_progress",
        as_of=as_of,
        progress=progress,
        rate=percentage(progress.done, progress.total),
        measure_word=progress.unit[0],
    )


def as_of(day: str | None) -> str:
    """Return the day that a progress is told of, as it is printed."""
    return read_date(day).text if day else "目前"


def _together(state: str, number: int) -> str:
    """Return what is said of issues that are all in one state: 已全部完成整改; of a single one 已完成整改."""
    return state if number == 1 else _ALL_IN_ONE_STATE[state]


def invitation(bulletin: Bulletin) -> str:
    """Return the sentence that asks the public for its opinion; a report to those above has none."""
    return "" if bulletin.kind == _REPORT else _say("invitation", kind=_kind(bulletin))


def contact_fields(contact: Contact) -> str:
    """Return the contact fields as one sentence."""
    return _say("contact", fields=contact.fields, separator=contact.separator, end=contact.end)


def status_line(status: Status, style: IssueStyle) -> str:
    """Return 整改落实情况：已完成整改，并长期坚持。 or 已完成整改。 where nothing stands before it."""
    label = style.status_label.rstrip("：:")
    return _say("status", label=label, status=status.value, form=style.status_form.value, end=style.status_end)


def status_in_heading(status: Status, style: IssueStyle) -> str:
    """Return （已完成整改）."""
    opening, closing = style.status_brackets
    return f"{opening}{_say('status', label='', status=status.value, form=style.status_form.value, end='')}{closing}"


def _kind(bulletin: Bulletin) -> str:
    return bulletin.inspection.kind if bulletin.inspection else "巡察"


def _inspected_in_full(bulletin: Bulletin, inspection: Inspection) -> str:
    if inspection.inspected is not None:
        return inspection.inspected
    issuer = bulletin.issuer
    if issuer.introduce_short_name and issuer.short_name:
        return f"{issuer.name}（以下简称“{issuer.short_name}”）"
    return issuer.called


def _period(inspection: Inspection) -> str:
    period = inspection.period
    if period is None:
        return ""
    start = read_date(period.start)
    if period.end is None:
        return start.text
    return f"{start.text}{period.mark}{read_date(period.end).after(start.year)}"


def _feedback_date(inspection: Inspection, feedback: Feedback) -> str:
    """Return the date of the feedback, without the year that the inspection ended in."""
    if feedback.date is None:
        return ""
    period = inspection.period
    start = read_date(period.start) if period else None
    end = read_date(period.end) if period and period.end else start
    year = (end.year if end and end.year else start.year) if start else None
    return read_date(feedback.date).after(year)
