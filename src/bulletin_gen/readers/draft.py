"""A sheet in; the bulletin that its lines are read as out."""

import re
from enum import StrEnum
from typing import Any

from bulletin_gen.composing import compose, wording
from bulletin_gen.document import plain_text
from bulletin_gen.readers.body import read_body
from bulletin_gen.readers.dates import as_data
from bulletin_gen.readers.lines import fold
from bulletin_gen.readers.opening import read_opening
from bulletin_gen.readers.outline import grow
from bulletin_gen.readers.parts import said
from bulletin_gen.readers.sheet import Sheet
from bulletin_gen.readers.tail import contact_readings
from bulletin_gen.readers.title import issuer_in_title, take_title_apart
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.sign_off import UPWARD_KINDS

UNKNOWN = "【待补：发文机关】"
_INTRODUCED = re.compile("(?P<name>.+)（以下简称“(?P<short>[^“”（）]+)”）")
_PARTY_BODY = re.compile("(?:党组|党委|党工委|工委|党总支|委员会)$")
_BRACES = re.compile(r"\{\{|\}\}")
_NONE = "无"


def draft_bulletin(sheet: Sheet, plain: frozenset[int]) -> Bulletin:
    """Return the bulletin, as much of it typed as can be; the issues whose lines are in `plain` are kept as text."""
    outline = grow(sheet.text)
    opening = read_opening(outline.paragraphs, _issuer_name(sheet) or UNKNOWN)
    del outline.paragraphs[: opening.used]
    fields = {**_frame(sheet, opening.fields), **opening.fields, **read_body(outline, plain)}
    _name_shortly(fields)
    return _with_title(_escaped(fields, sheet), sheet)


def _name_shortly(fields: dict[str, Any]) -> None:
    """Type what the inspected body is called as the issuer's short name, where it is the issuer that is meant."""
    issuer, inspection = fields["issuer"], fields.get("inspection", {})
    inspected, name = inspection.get("inspected", ""), issuer["name"]
    introduced = _INTRODUCED.fullmatch(inspected)
    if introduced and introduced["name"] == name:
        issuer |= {"short_name": introduced["short"], "introduce_short_name": True}
    elif inspected != name and name != UNKNOWN and _PARTY_BODY.search(inspected) and "（" not in inspected:
        issuer["short_name"] = inspected
    elif inspected != name:
        return
    del inspection["inspected"]


def draft_as_text(sheet: Sheet) -> Bulletin:
    """Return the bulletin with everything between title and contact as text."""
    text = "\n".join(line.text for line in sheet.text)
    fields = {"opening": _NONE, "organisation": {"text": text}}
    return _with_title(_escaped({**_frame(sheet, {}), **fields}, sheet), sheet)


def _escaped(fields: dict[str, Any], sheet: Sheet) -> dict[str, Any]:
    """Return the fields with the braces of the source kept from being taken for placeholders."""

    def escaped(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: escaped(item) for name, item in value.items()}
        if isinstance(value, list):
            return [escaped(item) for item in value]
        if isinstance(value, str) and not isinstance(value, StrEnum):
            return _BRACES.sub(r'{{ "\g<0>" }}', value)
        return value

    has_braces = any(_BRACES.search(line.text) for line in sheet.said())
    return {name: escaped(value) for name, value in fields.items()} if has_braces else fields


def _frame(sheet: Sheet, opening: dict[str, Any]) -> dict[str, Any]:
    """Return what stands around the text, the title left out."""
    inspection = opening.get("inspection", {})
    name = _issuer_name(sheet) or inspection.get("inspected") or UNKNOWN
    signature = [line.text for line in sheet.signature]
    contact = _contact(sheet, inspection.get("kind", "巡察"))
    return said(
        {
            **_official(sheet, name, signature),
            "issuer": {"name": name}
            | ({} if signature == [name, *_joint(sheet, signature)] else {"signature": signature}),
            "recipients": sheet.recipients.text.rstrip("：:") if sheet.recipients else "",
            "contact": {**contact, "after_signature": True} if contact and sheet.contact_below else contact,
            "issue_date": as_data(sheet.date.text) if sheet.date else None,
        }
    )


def _official(sheet: Sheet, name: str, signature: list[str]) -> dict[str, Any]:
    """Return the fields of the issued form; the mark names its organs where they are not those that sign."""
    fields, organs = dict(sheet.official.fields), list(sheet.official.organs)
    joint = _joint(sheet, signature)
    if organs and organs != [name, *joint]:
        fields["head"] = {**fields["head"], "organs": organs}
    title = "".join(line.text for line in sheet.title)
    kind = next((kind for kind in UPWARD_KINDS if fields and title.endswith(kind)), None)
    return {**fields, "joint_issuers": joint, "kind": kind}


def _joint(sheet: Sheet, signature: list[str]) -> list[str]:
    """Return the organs that sign below the first, where the mark and the signature name the same."""
    organs = list(sheet.official.organs)
    return organs[1:] if signature == organs else []


def _issuer_name(sheet: Sheet) -> str:
    if len(sheet.official.organs) > 1:
        return sheet.official.organs[0]
    title = "".join(line.text for line in sheet.title)
    return issuer_in_title(title) or "".join(line.text for line in sheet.signature)


def _contact(sheet: Sheet, kind: str) -> dict[str, Any] | None:
    """Return the most typed contact that comes back as printed."""
    if not sheet.contact:
        return None
    printed = [fold(line.text) for line in sheet.contact]
    base = {"issuer": {"name": UNKNOWN, "signature": []}, "title": _NONE, "opening": _NONE, "organisation": "。"}
    inspection = {"kind": kind, "deployed_by": _NONE}
    usual = wording.invitation(Bulletin.model_validate({**base, "inspection": inspection}))
    readings = contact_readings(sheet.contact, usual)
    for reading in readings[:-1]:
        bulletin = Bulletin.model_validate({**base, "inspection": inspection, "contact": reading})
        if [fold(line) for line in plain_text(compose(bulletin)).splitlines()[1:]] == printed:
            return reading
    return readings[-1]


def _with_title(fields: dict[str, Any], sheet: Sheet) -> Bulletin:
    """Return the bulletin with its title: generated where that gives back the printed one."""
    lines = [line.text for line in sheet.title]
    printed = _BRACES.sub(r'{{ "\g<0>" }}', "\n".join(lines)) if lines else _NONE
    parts = take_title_apart(printed) if len(lines) == 1 else None
    if parts is not None:
        for tried in (fields, _with_matter(fields, parts.round, parts.subject)):
            bulletin = Bulletin.model_validate(tried)
            if fold(wording.title(bulletin)) == fold(printed):
                return bulletin
    return Bulletin.model_validate({**fields, "title": printed})


def _with_matter(fields: dict[str, Any], round_: str, subject: str) -> dict[str, Any]:
    """Return the fields with the round of the title, and with its matter where no sentence is worded with another."""
    inspection = {**fields["inspection"], "round": round_} if fields.get("inspection") and round_ else None
    publication = fields.get("publication", {})
    worded = "wording" in publication or "inspection" not in fields
    matter = {"publication": {**publication, "subject": subject}} if worded else {}
    return {**fields, **said({"inspection": inspection}), **matter}
