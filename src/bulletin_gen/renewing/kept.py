"""A draft in; what was kept in it, though it may be another this year, out."""

from collections.abc import Iterator

from bulletin_gen.composing import NONE
from bulletin_gen.renewing.next_year import Remark
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.sign_off import Approval
from bulletin_gen.text.placeholders import find_placeholders

_PROSE = "句子是去年的（人名、地名也是），只换了日期、数字、组名和会议"


def to_check(draft: Bulletin) -> Iterator[Remark]:
    """Yield what was taken over as it was, in the order of the bulletin."""
    yield from _head(draft)
    yield from _inspection(draft)
    yield from (Remark(path, _PROSE) for path in _prose(draft))
    yield from _sections(draft)
    yield from _end(draft)


def _head(draft: Bulletin) -> Iterator[Remark]:
    if draft.head and draft.head.secrecy:
        yield Remark("head.secrecy", f"密级仍是{draft.head.secrecy}{draft.head.secrecy_period}")
    if draft.head and draft.head.signers:
        yield Remark("head.signers", f"签发人仍是{'、'.join(draft.head.signers)}")
    if draft.joint_issuers:
        yield Remark("joint_issuers", f"联合发文机关仍是{'、'.join(draft.joint_issuers)}")
    if draft.recipients:
        yield Remark("recipients", "主送机关照旧")


def _inspection(draft: Bulletin) -> Iterator[Remark]:
    inspection = draft.inspection
    if inspection and inspection.wording is None:
        kind = f"{inspection.type}{inspection.kind}" + ("“回头看”" if inspection.look_back else "")
        by = f"由{inspection.deployed_by}部署的" if inspection.deployed_by else ""
        yield Remark("inspection", f"仍是{by}{kind}")
    if draft.publication.subject:
        yield Remark("publication.subject", f"公布的内容仍是“{draft.publication.subject}”")


def _prose(draft: Bulletin) -> Iterator[str]:
    """Yield the paths of what its author worded."""
    results = draft.results
    said = {
        "opening": draft.opening and draft.opening != NONE,
        "organisation": draft.organisation,
        "results.text": results and results.text,
        "results.closing": results and results.closing,
        **{f"other_parts[{at}]": part for at, part in enumerate(draft.other_parts)},
        "next_steps": draft.next_steps,
        **{f"attachments[{at}].text": one.text for at, one in enumerate(draft.attachments)},
    }
    return (path for path, text in said.items() if text)


def _sections(draft: Bulletin) -> Iterator[Remark]:
    for at, section in enumerate(draft.results.sections if draft.results else ()):
        if not find_placeholders(section.heading):
            yield Remark(f"results.sections[{at}].heading", f"方面仍是“{section.heading}”")


def _end(draft: Bulletin) -> Iterator[Remark]:
    if draft.contact:
        yield Remark("contact", "联系方式照旧")
    if draft.colophon:
        yield Remark("colophon", "抄送和印发机关照旧")
    if draft.approval and draft.approval != Approval():
        yield Remark("approval", "发文稿纸上的人员照旧")
