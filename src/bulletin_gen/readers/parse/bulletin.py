"""A sheet in; the bulletin that its lines are read as out."""

from bulletin_gen.composing import NONE, wording
from bulletin_gen.readers.parse.contacts import read_contact
from bulletin_gen.readers.parse.main_text import MainText, read_main_text
from bulletin_gen.readers.parse.opening import Opening, read_opening
from bulletin_gen.readers.parse.sentences import InspectionFields
from bulletin_gen.readers.parse.texts import without_placeholders
from bulletin_gen.readers.parse.usual import unusual
from bulletin_gen.readers.printed_dates import as_data
from bulletin_gen.readers.sheet.bottom import is_whole_body
from bulletin_gen.readers.sheet.branches import grow
from bulletin_gen.readers.sheet.sheet import Sheet
from bulletin_gen.readers.source import fold, prose, texts_of, with_rows
from bulletin_gen.spec.model import Bulletin, Contact, Inspection, Issuer, Part, Publication
from bulletin_gen.spec.sign_off import UPWARD_KINDS, Head, OutputForm
from bulletin_gen.text.regex import Regex

UNKNOWN = "【待补：发文机关】"
_USUAL_KIND = "巡察"
_BULLETIN = "通报"
_KINDS = (_BULLETIN, *sorted(UPWARD_KINDS))
_LONGEST_NAME = 60  # characters
_INTRODUCED = Regex("(?P<name>.+)（以下简称“(?P<short>[^“”（）]+)”）")  # 某某县林业局党组（以下简称“局党组”）
_PARTY_BODY = Regex("(?:党组|党委|党工委|工委|党总支|委员会)$")  # 青溪镇党委; not 青溪镇党委班子
# 某局关于十二届市委第三轮巡察整改情况的通报; not 关于整改情况的通报
_TITLE = Regex(f".+?关于(?P<round>(?:.{{0,12}}[届次].{{0,20}}轮)?)(?P<subject>.+?)的(?:{'|'.join(_KINDS)})")
_AFTER_KIND = Regex("[（(][^（）()]*[）)]$")  # …情况的报告（送审稿）
_PREFIX = Regex("^【[^】]*】")  # 【巡察整改】某局关于…
_SEVERAL = Regex("[（、]")  # 县水务局党组、县林业局党组
_NO_NAME = Regex("[，。：]")  # 真改实改，某局


def typed_bulletin(sheet: Sheet, plain: frozenset[int]) -> Bulletin:
    """Return the bulletin, as much of it typed as can be; the issues whose lines are in `plain` are kept as text.

    Raises SpecError where what was read makes no bulletin.
    """
    stem = grow(sheet.text)
    opening = read_opening(stem.paragraphs, _issuer_name(sheet) or UNKNOWN, _kind(sheet))
    del stem.paragraphs[: opening.used]
    return _titled(sheet, opening, read_main_text(stem, plain))


def text_bulletin(sheet: Sheet) -> Bulletin:
    """Return the bulletin with everything between title and contact as text. Raises SpecError as above."""
    return _titled(sheet, Opening(opening=NONE), MainText(organisation=Part(text=prose(sheet.text))))


def _titled(sheet: Sheet, opening: Opening, text: MainText) -> Bulletin:
    """Return the bulletin with its title: generated where that gives back the printed one."""
    inspected = (opening.inspection or {}).get("kind", _USUAL_KIND)
    contact = read_contact(sheet.contact, _kind(sheet), inspected, sheet.contact_below)
    printed = prose(sheet.title) or NONE
    parts = _TITLE.fullmatch(printed) if len(sheet.title) == 1 else None
    for tried in (opening, opening.with_matter(parts["round"], parts["subject"])) if parts else ():
        bulletin = _bulletin(sheet, tried, text, contact, None)
        if fold(wording.title(bulletin)) == fold(printed):
            return _escaped(bulletin, sheet)
    return _escaped(_bulletin(sheet, opening, text, contact, printed), sheet)


def _bulletin(sheet: Sheet, opening: Opening, text: MainText, contact: Contact | None, title: str | None) -> Bulletin:
    issuer, inspection = _issuer(sheet, opening.inspection)
    issued = sheet.issued
    return Bulletin(
        kind=_kind(sheet),
        form=OutputForm.ISSUED if issued.has_form else OutputForm.PUBLISHED,
        head=_head(sheet, issuer.name),
        title=title,
        issuer=issuer,
        joint_issuers=_joint_issuers(sheet),
        recipients=sheet.recipients.text.rstrip("：:") if sheet.recipients else "",
        inspection=inspection,
        publication=Publication(**opening.publication),
        opening=opening.opening,
        organisation=text.organisation,
        results=text.results,
        other_parts=text.other_parts,
        next_steps=text.next_steps,
        contact=contact,
        issue_date=as_data(sheet.date.text) if sheet.date else None,
        note=prose(issued.note),
        attachments=list(issued.attachments),
        colophon=issued.colophon,
    )


def _issuer(sheet: Sheet, inspection: InspectionFields | None) -> tuple[Issuer, Inspection | None]:
    """Return the issuer and the inspection, which does not name the inspected body where the issuer is meant."""
    inspected = (inspection or {}).get("inspected")
    name = _issuer_name(sheet) or (inspected or "").partition("（以下简称")[0] or UNKNOWN
    named = _short_name(name, inspected) if inspected else None
    if inspection and named:
        inspection = {**inspection, "inspected": None}
    short, is_introduced = named or ("", False)
    signature = unusual(texts_of(sheet.signature), [name, *_joint_issuers(sheet)])
    issuer = Issuer(name=name, short_name=short, introduce_short_name=is_introduced, signature=signature)
    return issuer, None if inspection is None else Inspection(**inspection)


def _joint_issuers(sheet: Sheet) -> list[str]:
    """Return the organs that sign below the first, where the mark, or else the title, names the same."""
    organs, signed = list(sheet.issued.organs), texts_of(sheet.signature)
    are_named = len(signed) > 1 and fold(_titled_name(sheet)) == fold("".join(signed))
    if not organs and are_named and all(map(is_whole_body, signed)):
        return signed[1:]
    return organs[1:] if signed == organs else []


def _head(sheet: Sheet, issuer: str) -> Head | None:
    """Return the 版头; its mark names its organs where they are not those that sign."""
    if sheet.issued.head is None:
        return None
    organs = unusual(list(sheet.issued.organs), [issuer, *_joint_issuers(sheet)])
    return Head(**sheet.issued.head, organs=organs or None)


def _issuer_name(sheet: Sheet) -> str:
    """Return the name of the issuer in the mark of several, in the title or in the signature; or nothing."""
    if len(sheet.issued.organs) > 1:
        return sheet.issued.organs[0]
    if _joint_issuers(sheet):
        return sheet.signature[0].text
    return _titled_name(sheet) or "".join(texts_of(sheet.signature))


def _titled_name(sheet: Sheet) -> str:
    """Return what stands in the title before 关于, or nothing."""
    name, about, _ = _PREFIX.sub("", "".join(texts_of(sheet.title))).partition("关于")
    return name if about and 2 <= len(name) <= _LONGEST_NAME and not _NO_NAME.search(name) else ""


def _kind(sheet: Sheet) -> str:
    """Return the 文种 that the title ends in, the usual one where it ends in none."""
    title = _AFTER_KIND.sub("", "".join(texts_of(sheet.title)))
    return next((kind for kind in _KINDS if title.endswith(kind)), _BULLETIN)


def _short_name(name: str, inspected: str) -> tuple[str, bool] | None:
    """Return what the issuer is called in short, and whether that is introduced; None where another is inspected."""
    introduced = _INTRODUCED.fullmatch(inspected)
    if introduced and introduced["name"] == name:
        return introduced["short"], True
    if inspected == name:
        return "", False
    is_meant = name != UNKNOWN and _PARTY_BODY.search(inspected) and not _SEVERAL.search(inspected)
    return (inspected, False) if is_meant else None


def _escaped(bulletin: Bulletin, sheet: Sheet) -> Bulletin:
    return without_placeholders(bulletin, texts_of(with_rows(sheet.said())))
