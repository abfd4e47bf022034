"""One sentence of the opening in; its fields out, with the wording beside them where they do not give it back."""

import re
from collections.abc import Callable
from functools import partial
from typing import Literal, TypedDict

from bulletin_gen.composing import wording
from bulletin_gen.errors import SpecError
from bulletin_gen.readers.parse.usual import member_of, unusual
from bulletin_gen.readers.printed_dates import DATE, as_data, is_date, year_in
from bulletin_gen.readers.source import fold
from bulletin_gen.spec.model import (
    Bulletin,
    Feedback,
    FeedbackForm,
    Inspection,
    Issuer,
    Order,
    Part,
    Period,
    Publication,
)
from bulletin_gen.text.regex import Regex

_Stop = Literal["。", "，", "；"]
_STOPS: tuple[_Stop, ...] = ("。", "，", "；")
_ENDS: tuple[Literal["。", "："], ...] = ("。", "：")
_USUAL_KIND = "巡察"
_LONGEST = 600  # characters of an opening sentence; the usual ones have some sixty

_PERIOD = f"(?P<start>{DATE})(?P<mark>至|—+|-+|－|～|~|到)(?P<end>{DATE})"  # 2024年3月5日至5月20日
_DEPLOYMENT = "(?:(?P<deployment>[^，。]*?(?:部署|安排|要求)(?:要求|安排)?)，?)?"  # 根据市委统一部署，
_TEAM = "(?P<team>[^，。]*?组)"  # 市委第二巡察组
_TARGET = (
    "对(?P<inspected>[^。]+?)(?P<action>开展了?|进行了?|实施了?)(?P<type>[^，。“]{0,8}?)(?P<kind>巡[视察])"
    "(?P<look_back>“回头看”)?"  # 对某局党组开展了常规巡察“回头看”
)
# 根据市委统一部署，2024年3月5日至5月20日，市委第二巡察组对某局党组开展了巡察。
_PERIOD_FIRST = Regex(f"{_DEPLOYMENT}(?:{_PERIOD}，?)?(?:{_TEAM})?{_TARGET}(?P<stop>[。，；])")
# 根据市委统一部署，市委第二巡察组于2024年3月5日至5月20日，对某局党组开展了巡察
_TEAM_FIRST = Regex(f"{_DEPLOYMENT}{_TEAM}(?:于|从|自){_PERIOD}(?P<comma>，?){_TARGET}")
_TO = "(?:向(?P<to>[^，。]+?))?"  # 向某局党组
_ACTION = "反馈|(?:进行|作)了?反馈|通报"  # 进行了反馈
# ，并于2024年6月5日向某局党组反馈了巡察意见。
_JOINED = Regex(f"，并(?:于(?P<date>{DATE}))?，?{_TO}(?P<action>(?:{_ACTION})[^。；]*?)(?P<stop>[。，；])")
# 6月5日，市委第二巡察组向某局党组反馈了巡察意见。
_FEEDBACK = Regex(
    f"(?:(?P<date>{DATE})，)?(?P<by>[^，。]*?){_TO}"
    # 反馈了巡察意见; 反馈了巡察意见，指出了4个方面12个问题
    f"(?P<action>(?:{_ACTION})[^，。；]*(?:，(?:共|并)?(?:指出|提出|反馈)[^，。；]*)?)(?P<stop>[。，；])"
)
_PUBLICATION = Regex(
    "(?:(?P<grounds>(?:按照|根据|依据|遵照|为|经)[^。]+?)，)?现将(?P<subject>[^。，]+?)"
    "(?P<verb>予以公[布开]|(?:公布|公开|公告|通告|通报|报告|汇报)如下)(?P<end>[。：])"  # 现将巡察整改情况予以公布。
)
_DEPLOYED_BY = Regex(
    "(?:根据|按照|依据|遵照|按)(.{1,12}?)"
    "(?:关于)?(?:开展)?(?:巡[视察])?(?:工作)?的?(?:统一)?(?:工作)?(?:部署|安排)"  # 按照县委关于开展巡察工作的统一部署
)


class InspectionFields(TypedDict, total=False):
    """What was read of the spec's `Inspection`."""

    kind: str
    round: str
    type: str
    look_back: bool
    deployed_by: str
    deployment: str
    team: str
    team_short: str
    period: Period | None
    inspected: str | None
    order: Order
    action: str
    end: _Stop
    feedback: Feedback
    wording: str


class PublicationFields(TypedDict, total=False):
    """What was read of the spec's `Publication`."""

    grounds: str | None
    subject: str | None
    verb: str
    end: Literal["。", "："]
    own_paragraph: bool
    wording: str


def read_inspection(basis: str, feedback: str, issuer: str) -> InspectionFields:
    """Return the fields of the inspection. A feedback that starts its own paragraph begins with a line end."""
    text = basis.strip()
    match = _read(_TEAM_FIRST, text) or _read(_PERIOD_FIRST, text)
    inspection = _basis_fields(match) if match else _deployment_alone(text)
    joined = (
        _JOINED.fullmatch(text, match.end() if match.re.pattern == _TEAM_FIRST.pattern else match.start("stop"))
        if match
        else None
    )
    if joined:
        inspection["feedback"], inspection["end"] = _joined_feedback(joined, inspection), "。"
    if not _is_said(text, issuer, inspection, wording.basis):
        inspection["wording"] = text
    if feedback:
        inspection = _with_feedback(feedback, inspection, issuer)
    return inspection


def read_publication(text: str, inspection: InspectionFields, issuer: str, document_kind: str) -> PublicationFields:
    """Return the fields of the publication: an empty wording where nothing is published, so that nothing is said."""
    bare = text.strip()
    if not bare:
        return {"wording": ""}
    own: PublicationFields = {"own_paragraph": text.startswith("\n")}
    match = _PUBLICATION.fullmatch(bare) if len(bare) <= _LONGEST else None
    if match is None:
        return {**own, "wording": bare}
    kind = inspection.get("kind", _USUAL_KIND)
    fields: PublicationFields = {
        **own,
        "grounds": unusual(match["grounds"] or "", f"按照{kind}工作有关要求"),
        "subject": unusual(match["subject"], f"{kind}整改情况"),
    }
    worded: PublicationFields = {
        **fields,
        "verb": match["verb"].removeprefix("予以"),
        "end": member_of(_ENDS, match["end"]),
    }
    for typed in (fields, worded):
        if _is_said(bare, issuer, inspection, lambda bulletin, _: wording.publication(bulletin), typed, document_kind):
            return typed
    return {**worded, "wording": bare}


def _read(sentence: Regex, text: str) -> re.Match[str] | None:
    """Return the sentence that a text begins with. One longer than any office writes is kept as it is: the patterns
    go to and fro in it."""
    return sentence.match(text) if len(text) <= _LONGEST else None


def _deployment_alone(text: str) -> InspectionFields:
    match = _DEPLOYED_BY.match(text)
    return {"kind": "巡视" if "巡视" in text else _USUAL_KIND, "deployed_by": match[1] if match else ""}


def _basis_fields(match: re.Match[str]) -> InspectionFields:
    groups = match.groupdict(default="")
    deployment = groups["deployment"]
    by = _DEPLOYED_BY.match(deployment)
    fields: InspectionFields = {
        "kind": groups["kind"],
        "type": groups["type"],
        "look_back": bool(groups["look_back"]),
        "deployed_by": by[1] if by else "",
        "team": groups["team"],
        "period": _period(groups["start"], groups["mark"], groups["end"], bool(groups.get("comma"))),
        "inspected": groups["inspected"],
        "order": Order.TEAM_FIRST if match.re.pattern == _TEAM_FIRST.pattern else Order.PERIOD_FIRST,
        "action": groups["action"],
        "end": member_of(_STOPS, groups.get("stop", "。")),
    }
    is_usual = by is not None and deployment == f"根据{by[1]}统一部署"
    return fields if is_usual else {**fields, "deployment": deployment}


def _period(start: str, mark: str, end: str, comma: bool) -> Period | None:
    if not mark or not (is_date(start) and is_date(end)):
        return None
    return Period(start=as_data(start), end=as_data(end, year_in(start)), mark=mark, comma=comma)


def _joined_feedback(match: re.Match[str], inspection: InspectionFields) -> Feedback:
    return Feedback(
        date=_feedback_date(match["date"], inspection),
        to=match["to"],
        form=FeedbackForm.JOINED,
        action=_feedback_action(match, inspection),
        end=member_of(_STOPS, match["stop"]),
    )


def _with_feedback(text: str, inspection: InspectionFields, issuer: str) -> InspectionFields:
    """Return the inspection with the feedback of a sentence of its own, and what that calls the team."""
    bare, is_own = text.strip(), text.startswith("\n")
    match = _read(_FEEDBACK, bare)
    if match is None:
        return {**inspection, "feedback": Feedback(own_paragraph=is_own, wording=bare)}
    if match["by"] and match["by"] != inspection.get("team"):
        inspection = {**inspection, "team_short": match["by"]}
    feedback = _feedback(match, inspection, issuer, is_own)
    typed: InspectionFields = {**inspection, "feedback": feedback}
    if _is_said(bare, issuer, typed, partial(wording.feedback, feedback=feedback)):
        return typed
    return {**inspection, "feedback": _feedback(match, inspection, issuer, is_own, bare)}


def _feedback(
    match: re.Match[str], inspection: InspectionFields, issuer: str, is_own: bool, said: str | None = None
) -> Feedback:
    return Feedback(
        date=_feedback_date(match["date"], inspection),
        by=None if match["by"] else "",
        to=unusual(match["to"] or "", inspection.get("inspected", issuer)),
        action=_feedback_action(match, inspection),
        end=member_of(_STOPS, match["stop"]),
        own_paragraph=is_own,
        wording=said,
    )


def _feedback_action(match: re.Match[str], inspection: InspectionFields) -> str | None:
    return unusual(match["action"], f"反馈了{inspection.get('kind', _USUAL_KIND)}意见")


def _feedback_date(printed: str | None, inspection: InspectionFields) -> str | None:
    """Return the day of the feedback: as data unless that would put it before the end of the inspection."""
    if not printed or not is_date(printed):
        return None
    period = inspection.get("period")
    start, end = (period.start, period.end or "") if period else ("", "")
    typed = as_data(printed, year_in(end) or year_in(start))
    return printed if typed < end else typed


def _is_said(
    text: str,
    issuer: str,
    inspection: InspectionFields,
    say: Callable[[Bulletin, Inspection], str],
    publication: PublicationFields | None = None,
    document_kind: str = "通报",
) -> bool:
    """Does a sentence generated from the fields so far say the text? Not where they do not make a bulletin yet."""
    try:
        typed = Inspection(**inspection)
        published = Publication(**(publication or {}))
        body = Part(text="。")
        bulletin = Bulletin(
            kind=document_kind,
            issuer=Issuer(name=issuer),
            inspection=typed,
            publication=published,
            organisation=body,
        )
    except SpecError:
        return False
    return fold(say(bulletin, typed)) == fold(text)
