"""Beside a wording no field stands that would be changed in vain."""

from bulletin_gen.composing import compose
from bulletin_gen.document import plain_text
from bulletin_gen.readers import read_text

TITLE = "某县望河镇党委关于巡察整改情况的通报"
BASIS = "根据县委统一部署2024年3月5日至5月20日，县委第二巡察组对望河镇党委开展了巡察。"  # without its comma
FEEDBACK = "6月28日，县委第二巡察组向望河镇党委反馈了巡察意见。"
PUBLICATION = "按照巡察工作有关要求，现将巡察整改情况予以公布。"
BODY = "\n一、整改情况\n（一）关于“值班不严”问题的整改情况\n已整改。\n"


def said(text: str) -> str:
    return text.replace("望河镇党委", "{{ issuer.short_name }}")


def test_a_basis_kept_as_worded_leaves_its_fields_out() -> None:
    source = f"{TITLE}\n{BASIS}{FEEDBACK}{PUBLICATION}{BODY}"
    inspection = (bulletin := read_text(source).bulletin).inspection
    assert inspection is not None
    assert inspection.feedback is not None

    assert inspection.wording == said(BASIS)
    assert (inspection.team, inspection.period, inspection.deployed_by) == ("", None, "")
    assert (inspection.feedback.wording, inspection.feedback.date) == (said(FEEDBACK), None)
    assert plain_text(compose(bulletin)) == source


def test_a_feedback_before_a_publication_that_only_a_comma_parts_from_it_is_typed() -> None:
    basis = BASIS.replace("部署2024", "部署，2024")
    source = f"{TITLE}\n{basis}{FEEDBACK.removesuffix('。')}，{PUBLICATION.partition('，')[2]}{BODY}"
    bulletin = read_text(source).bulletin
    assert bulletin.inspection is not None
    assert bulletin.inspection.feedback is not None

    assert (bulletin.inspection.feedback.date, bulletin.inspection.feedback.wording) == ("2024-06-28", None)
    assert bulletin.publication.wording is None
    assert plain_text(compose(bulletin)) == source
