"""One sentence of the opening in; its fields out, with the wording beside them where they do not give it back."""

import re
from typing import Any

from bulletin_gen.composing import wording
from bulletin_gen.errors import SpecError
from bulletin_gen.readers.dates import as_data, is_date, year_in
from bulletin_gen.readers.lines import fold
from bulletin_gen.readers.parts import said
from bulletin_gen.spec.model import Bulletin, FeedbackForm, Order

DATE = "(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}日|[上中下]旬|底|初)?|\\d{3,8}日"

_USUAL_KIND = "巡察"
_PERIOD = f"(?P<start>{DATE})(?P<mark>至|—+|-+|－|～|~|到)(?P<end>{DATE})"
_DEPLOYMENT = "(?:(?P<deployment>[^，。]*?(?:部署|安排|要求)(?:要求|安排)?)，?)?"
_TEAM = "(?P<team>[^，。]*?组)"
_TARGET = (
    "对(?P<inspected>[^。]+?)(?P<action>开展了?|进行了?|实施了?)(?P<type>[^，。“]{0,8}?)(?P<kind>巡[视察])"
    "(?P<look_back>“回头看”)?"
)
_PERIOD_FIRST = re.compile(f"{_DEPLOYMENT}(?:{_PERIOD}，?)?(?:{_TEAM})?{_TARGET}(?P<stop>[。，；])")
_TEAM_FIRST = re.compile(f"{_DEPLOYMENT}{_TEAM}(?:于|从|自){_PERIOD}，?{_TARGET}")
_ACTION = "反馈|(?:进行|作)了?反馈|通报"
_JOINED = re.compile(
    f"，并(?:于(?P<date>{DATE}))?，?(?:向(?P<to>[^，。]+?))?(?P<action>(?:{_ACTION})[^。；]*?)(?P<stop>[。，；])"
)
_FEEDBACK = re.compile(
    f"(?:(?P<date>{DATE})，)?(?P<by>[^，。]*?)(?:向(?P<to>[^，。]+?))?(?P<action>(?:{_ACTION})[^，。；]*)(?P<stop>[。，；])"
)
_PUBLICATION = re.compile(
    "(?:(?P<grounds>(?:按照|根据|依据|遵照|为|经)[^。]+?)，)?现将(?P<subject>[^。，]+?)(?P<verb>予以公[布开]|(?:公布|公开|公告|通告|通报|报告|汇报)如下)(?P<end>[。：])"
)
_DEPLOYED_BY = re.compile(
    "(?:根据|按照|依据|遵照|按)(.{1,12}?)(?:关于)?(?:开展)?(?:巡[视察])?(?:工作)?的?(?:统一)?(?:工作)?(?:部署|安排)"
)


def read_inspection(basis: str, feedback: str, issuer: str) -> dict[str, Any]:
    """Return the fields of the inspection. A feedback that starts its own paragraph begins with a line end."""
    text = basis.strip()
    match = _TEAM_FIRST.match(text) or _PERIOD_FIRST.match(text)
    inspection = _basis_fields(match) if match else _deployment_alone(text)
    joined = _JOINED.fullmatch(text, match.end()) if match and match.re is _TEAM_FIRST else None
    if joined:
        inspection["feedback"] = {**_feedback_fields(joined, inspection), "form": FeedbackForm.JOINED}
    if not _comes_back(text, inspection, issuer):
        inspection["wording"] = text
    if feedback:
        inspection["feedback"] = _feedback(feedback, inspection, issuer)
    return inspection


def read_publication(text: str, inspection: dict[str, Any], issuer: str) -> dict[str, Any]:
    """Return the fields of the publication: an empty wording where nothing is published, so that nothing is said."""
    bare = text.strip()
    if not bare:
        return {"wording": ""}
    own = {"own_paragraph": True} if text.startswith("\n") else {}
    match = _PUBLICATION.fullmatch(bare)
    fields = {**_publication_fields(match, inspection), **own} if match else own
    if match and _publication_comes_back(bare, fields, inspection, issuer):
        return fields
    return {**fields, "wording": bare}


def _deployment_alone(text: str) -> dict[str, Any]:
    kind = {"kind": "巡视"} if "巡视" in text else {}
    match = _DEPLOYED_BY.match(text)
    return {**kind, "deployed_by": match[1]} if match else kind


def _basis_fields(match: re.Match[str]) -> dict[str, Any]:
    groups = match.groupdict()
    deployment = groups["deployment"] or ""
    by = _DEPLOYED_BY.match(deployment)
    is_usual = by is not None and deployment == f"根据{by[1]}统一部署"
    stop = groups.get("stop", "。")
    fields = said(
        {
            "kind": groups["kind"] if groups["kind"] != _USUAL_KIND else None,
            "type": groups["type"],
            "look_back": bool(groups["look_back"]) or None,
            "deployed_by": by[1] if by else None,
            "team": groups["team"],
            "period": _period(groups),
            "inspected": groups["inspected"],
            "order": Order.TEAM_FIRST if match.re is _TEAM_FIRST else None,
            "action": groups["action"] if groups["action"] != "开展了" else None,
            "end": stop if stop != "。" else None,
        }
    )
    return fields if is_usual else {**fields, "deployment": deployment}


def _period(groups: dict[str, str | None]) -> dict[str, str] | None:
    start, end, mark = groups["start"], groups["end"], groups["mark"]
    if not start or not end or not mark or not (is_date(start) and is_date(end)):
        return None
    period = {"start": as_data(start), "end": as_data(end, year_in(start))}
    return period if mark == "至" else {**period, "mark": mark}


def _feedback(text: str, inspection: dict[str, Any], issuer: str) -> dict[str, Any]:
    bare = text.strip()
    own = {"own_paragraph": True} if text.startswith("\n") else {}
    match = _FEEDBACK.match(bare)
    if match is None:
        return {**own, "wording": bare}
    if match["by"] and match["by"] != inspection.get("team"):
        inspection["team_short"] = match["by"]
    fields = {**_feedback_fields(match, inspection), **own}
    if not match["by"]:
        fields["by"] = ""
    if not match["to"]:
        fields["to"] = ""
    elif match["to"] == inspection.get("inspected", issuer):
        del fields["to"]
    if _comes_back(bare, inspection, issuer, fields):
        return fields
    return {**fields, "wording": bare}


def _feedback_fields(match: re.Match[str], inspection: dict[str, Any]) -> dict[str, Any]:
    usual = f"反馈了{inspection.get('kind', _USUAL_KIND)}意见"
    return said(
        {
            "date": _feedback_date(match["date"], inspection),
            "to": match["to"],
            "action": match["action"] if match["action"] != usual else None,
            "end": match["stop"] if match["stop"] != "。" else None,
        }
    )


def _feedback_date(printed: str | None, inspection: dict[str, Any]) -> str | None:
    """Return the day of the feedback: as data unless that would put it before the end of the inspection."""
    if not printed or not is_date(printed):
        return None
    period = inspection.get("period", {})
    typed = as_data(printed, year_in(period.get("end")) or year_in(period.get("start")))
    return printed if typed < period.get("end", "") else typed


def _publication_fields(match: re.Match[str], inspection: dict[str, Any]) -> dict[str, Any]:
    kind = inspection.get("kind", _USUAL_KIND)
    usual = {"grounds": f"按照{kind}工作有关要求", "subject": f"{kind}整改情况", "verb": "公布", "end": "。"}
    found = {**match.groupdict(default=""), "verb": match["verb"].removeprefix("予以")}
    return {name: value for name, value in found.items() if value != usual[name]}


def _comes_back(text: str, inspection: dict[str, Any], issuer: str, feedback: dict[str, Any] | None = None) -> bool:
    """Does the basis sentence, or the sentence of a feedback, say the text when it is generated?"""
    bulletin = _bulletin(issuer, inspection if feedback is None else {**inspection, "feedback": feedback})
    if bulletin is None or bulletin.inspection is None:
        return False
    found = bulletin.inspection
    if feedback is None or found.feedback is None:
        return fold(wording.basis(bulletin, found)) == fold(text)
    return fold(wording.feedback(bulletin, found, found.feedback)) == fold(text)


def _publication_comes_back(text: str, publication: dict[str, Any], inspection: dict[str, Any], issuer: str) -> bool:
    bulletin = _bulletin(issuer, inspection, publication)
    return bulletin is not None and fold(wording.publication(bulletin)) == fold(text)


def _bulletin(issuer: str, inspection: dict[str, Any], publication: dict[str, Any] | None = None) -> Bulletin | None:
    """Return a bulletin of the fields so far, None where they do not make one yet."""
    fields = {"issuer": {"name": issuer}, "inspection": inspection, "publication": publication or {}}
    try:
        return Bulletin.model_validate({**fields, "organisation": "。"})
    except SpecError:
        return None
