"""Word the generated sentences, each in a function of its own."""

from bulletin_gen.composing.counts import Counts, percentage, states_of
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
    Publication,
    Status,
    StatusForm,
)
from bulletin_gen.text.dates import read_date

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


_STATUS_SAID = {
    Status.DONE: "已完成整改",
    Status.DONE_AND_KEPT: "已完成整改，并长期坚持",
    Status.MOSTLY_DONE: "基本完成整改",
    Status.ONGOING: "正在整改",
    Status.CONTINUING: "正在持续推进",
    Status.LONG_TERM: "需长期整改，正在持续推进",
    Status.OPEN: "尚未完成整改",
}


def title(bulletin: Bulletin) -> str:
    """Return 某某关于…情况的通报: issuer, 关于, what about, 的 and 文种 (条例第九条)."""
    issuer = _WIDE_SPACE.join((bulletin.issuer.name, *bulletin.joint_issuers))
    named = bulletin.inspection.round if bulletin.inspection else ""
    about, kind = subject(bulletin), _kind(bulletin)
    if named and not about.startswith(kind):
        named += kind
    return f"{issuer}关于{named}{about}的{bulletin.kind}"


def subject(bulletin: Bulletin) -> str:
    """Return what is made public: 巡察整改情况 unless the author says otherwise."""
    return bulletin.publication.subject or f"{_kind(bulletin)}整改情况"


def basis(bulletin: Bulletin, inspection: Inspection) -> str:
    """Return the sentence that names the inspection, with the feedback joined to it where that is wanted.

    根据…统一部署，某月某日至某月某日，某组对某单位开展了巡察。 Where no team is named: 某单位接受了巡察。
    """
    if inspection.wording is not None:
        return inspection.wording
    inspected = _inspected_in_full(bulletin, inspection)
    nobody = not inspection.team and _TEAM not in (inspection.deployment or "")
    whom = f"{inspected}接受了" if nobody else f"对{inspected}{inspection.action}"
    look_back = "“回头看”" if inspection.look_back else ""
    sentence = f"{_deployment(inspection)}{_team_and_period(inspection, nobody)}{whom}"
    end = _joined_feedback(inspection, nobody) or inspection.end
    return f"{sentence}{inspection.type}{inspection.kind}{look_back}{end}"


def _deployment(inspection: Inspection) -> str:
    if inspection.deployment is None:
        return f"根据{inspection.deployed_by}统一部署，"
    return _before_comma(inspection.deployment)


def _team_and_period(inspection: Inspection, nobody: bool) -> str:
    """Return 某月某日至某月某日，某组 or, where the team comes first, 某组于某月某日至某月某日."""
    team, period = inspection.team, _period(inspection)
    if not inspection.period or not period:
        return team
    if team and inspection.order is Order.TEAM_FIRST:
        return f"{team}于{period}{'，' if inspection.period.comma else ''}"
    return f"{period}{'，' if team or nobody else ''}{team}"


def _joined_feedback(inspection: Inspection, nobody: bool) -> str:
    """Return ，并于某日向某单位反馈了巡察意见。 where that is joined to the sentence of the inspection."""
    feedback = inspection.feedback
    if feedback is None or feedback.form is not FeedbackForm.JOINED:
        return ""
    date = _feedback_date(inspection, feedback)
    told = f"收到了{inspection.kind}反馈意见" if nobody else f"{_towards(feedback.to)}{_told(inspection, feedback)}"
    return f"，并{f'于{date}' if date else ''}{told}{feedback.end}"


def feedback(bulletin: Bulletin, inspection: Inspection, feedback: Feedback) -> str:
    """Return the sentence that tells of the feedback.

    某月某日，某组向某单位反馈了巡察意见。 Where nobody is named who told: 某单位收到了巡察反馈意见。
    """
    if feedback.wording is not None:
        return feedback.wording
    by = feedback.by if feedback.by is not None else inspection.team_short or inspection.team
    to = feedback.to if feedback.to is not None else inspection.inspected or bulletin.issuer.called
    if not by and to and feedback.action is None:
        told = f"{to}收到了{inspection.kind}反馈意见"
    else:
        told = f"{by}{_towards(to)}{_told(inspection, feedback)}"
    return f"{_before_comma(_feedback_date(inspection, feedback))}{told}{feedback.end}"


def _towards(to: str | None) -> str:
    return f"向{to}" if to else ""


def _told(inspection: Inspection, feedback: Feedback) -> str:
    return feedback.action or f"反馈了{inspection.kind}意见"


def publication(bulletin: Bulletin) -> str:
    """Return 按照…有关要求，现将…予以公布。 A report goes upward: 现将…报告如下："""
    publication = bulletin.publication
    if publication.wording is not None:
        return publication.wording
    usual = f"按照{_kind(bulletin)}工作有关要求"
    grounds = _before_comma(usual if publication.grounds is None else publication.grounds)
    return f"{grounds}现将{subject(bulletin)}{_made_public(bulletin.kind, publication)}"


def _made_public(document_kind: str, publication: Publication) -> str:
    verb = publication.verb
    if document_kind == _REPORT and verb == "公布":
        return "报告如下："
    is_whole = verb.startswith("予以") or verb.endswith("如下")
    return f"{'' if is_whole else '予以'}{verb}{publication.end}"


def progress(bulletin: Bulletin, progress: Progress, day: str | None, counts: Counts) -> str:
    """Return 截至…，巡察反馈的…个问题已全部完成整改。 or …中，已完成整改…个，正在整改…个。

    The counts must be complete.
    """
    if progress.wording is not None:
        return progress.wording
    states = states_of(bulletin.results)
    if len(states) == 1:
        said = _together(*states[0])
    else:
        said = "中" + "".join(f"，{state}{number}{progress.unit[0]}" for state, number in states)
    rest = _rate_and_rest(progress, counts.rate)
    return f"截至{as_of(day)}，{_kind(bulletin)}反馈的{counts.issues}{progress.unit}{said}{rest}"


def measures_progress(progress: MeasuresProgress, as_of: str) -> str:
    """Return 截至…，制定的…项整改措施已完成…项。; `as_of` is the day as printed, "" where that has been said before."""
    day = f"截至{as_of}，" if as_of else ""
    pause = "，" if progress.pause else ""
    done = "全部完成" if progress.done == progress.total else f"完成{progress.done}{progress.unit[0]}"
    rest = _rate_and_rest(progress, percentage(progress.done, progress.total))
    return f"{day}{progress.made}{progress.total}{progress.unit}{pause}已{done}{rest}"


def _rate_and_rest(progress: Progress | MeasuresProgress, rate: str | None) -> str:
    """Return ，完成率…，其他……。 as far as they are wanted."""
    return f"{f'，完成率{rate}' if progress.rate else ''}{f'，{progress.rest}' if progress.rest else ''}。"


def as_of(day: str | None) -> str:
    """Return the day that a progress is told of, as it is printed."""
    return read_date(day).text if day else "目前"


def _together(state: str, number: int) -> str:
    """Return what is said of issues that are all in one state: 已全部完成整改; of a single one 已完成整改."""
    return state if number == 1 else _ALL_IN_ONE_STATE[state]


def invitation(bulletin: Bulletin) -> str:
    """Return the sentence that asks the public for its opinion; a report to those above has none."""
    if bulletin.kind == _REPORT:
        return ""
    return f"欢迎广大干部群众对{_kind(bulletin)}整改落实情况进行监督。如有意见建议，请及时向我们反映。"


def contact_fields(contact: Contact) -> str:
    """Return the contact fields as one sentence: 联系电话：…；邮政地址：…。"""
    said = contact.separator.join(f"{field.label}：{field.value}" for field in contact.fields)
    return said and f"{said}{contact.end}"


def status_line(status: Status, style: IssueStyle) -> str:
    """Return 整改落实情况：已完成整改，并长期坚持。 or 已完成整改。 where nothing stands before it."""
    label = style.status_label.rstrip("：:")
    return f"{f'{label}：' if label else ''}{_status(status, style)}{style.status_end}"


def status_in_heading(status: Status, style: IssueStyle) -> str:
    """Return （已完成整改）."""
    opening, closing = style.status_brackets
    return f"{opening}{_status(status, style)}{closing}"


def _status(status: Status, style: IssueStyle) -> str:
    return status if style.status_form is StatusForm.WORD else _STATUS_SAID[status]


def _before_comma(phrase: str) -> str:
    return f"{phrase}，" if phrase else ""


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
