"""A draft in; what was kept in it, though it may be another this year, out."""

from collections.abc import Iterator

from bulletin_gen.renewing.next_year import Remark
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.text.placeholders import find_placeholders

_PROSE = ("opening", "organisation", "next_steps")


def to_check(draft: Bulletin) -> Iterator[Remark]:
    """Yield what was taken over as it was, in the order of the bulletin."""
    yield from _inspection(draft)
    yield from _sections(draft)
    for path in (*_PROSE, *(f"other_parts[{at}]" for at, _ in enumerate(draft.other_parts))):
        if "[" in path or getattr(draft, path):
            yield Remark(path, "句子是去年的，只换了里面的日期、数字和名称")
    yield from _office(draft)


def _inspection(draft: Bulletin) -> Iterator[Remark]:
    inspection = draft.inspection
    if inspection is None or inspection.wording is not None:
        return
    kind = f"{inspection.type}{inspection.kind}" + ("“回头看”" if inspection.look_back else "")
    by = f"由{inspection.deployed_by}部署的" if inspection.deployed_by else ""
    yield Remark("inspection", f"仍是{by}{kind}")


def _sections(draft: Bulletin) -> Iterator[Remark]:
    for at, section in enumerate(draft.results.sections if draft.results else ()):
        if not find_placeholders(section.heading):
            yield Remark(f"results.sections[{at}].heading", f"方面仍是“{section.heading}”")


def _office(draft: Bulletin) -> Iterator[Remark]:
    if draft.contact:
        yield Remark("contact", "联系方式照旧")
    if draft.head and draft.head.signers:
        yield Remark("head.signers", f"签发人仍是{'、'.join(draft.head.signers)}")
    if draft.head and draft.head.secrecy:
        yield Remark("head.secrecy", f"密级仍是{draft.head.secrecy}{draft.head.secrecy_period}")
    if draft.colophon:
        yield Remark("colophon", "抄送和印发机关照旧")
    if draft.approval:
        yield Remark("approval", "发文稿纸上的人员照旧")
