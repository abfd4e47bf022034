"""The first sentences in the forms in which offices write them: typed where saying them again gives the same."""

import pytest

from bulletin_gen.composing import compose
from bulletin_gen.document import plain_text
from bulletin_gen.readers import read_text
from bulletin_gen.spec.model import Feedback, FeedbackForm, Inspection, Order

END = "按照巡察工作有关要求，现将巡察整改情况予以公布。"
TEXT = "青禾县白鹭镇党委关于巡察整改情况的通报\n{}{}\n一、整改情况\n（一）关于“值班不严”问题的整改情况\n重排值班表。"


def read(sentences: str) -> tuple[Inspection, Feedback]:
    text = TEXT.format(sentences, END)
    bulletin = read_text(text).bulletin
    assert plain_text(compose(bulletin)).strip() == text
    assert bulletin.inspection is not None
    assert bulletin.inspection.feedback is not None
    return bulletin.inspection, bulletin.inspection.feedback


@pytest.mark.parametrize("comma", ["", "，"])
def test_a_comma_may_stand_after_the_period(comma: str) -> None:
    inspection, feedback = read(
        f"根据县委统一部署，县委第一巡察组于2024年4月8日至6月12日{comma}对白鹭镇党委开展了常规巡察，并于7月3日反馈了巡察意见。"
    )

    assert inspection.wording is None
    assert (inspection.order, inspection.type) == (Order.TEAM_FIRST, "常规")
    assert inspection.period is not None
    assert inspection.period.comma is bool(comma)
    assert (feedback.form, feedback.date) == (FeedbackForm.JOINED, "2024-07-03")


def test_feedback_may_be_joined_where_the_period_comes_first() -> None:
    inspection, feedback = read(
        "根据县委统一部署，2024年4月8日至6月12日，县委第一巡察组对白鹭镇党委进行了巡察，并于7月3日向镇党委反馈了巡察情况。"
    )

    assert (inspection.wording, inspection.order, inspection.end) == (None, Order.PERIOD_FIRST, "。")
    assert (feedback.form, feedback.to, feedback.action) == (FeedbackForm.JOINED, "镇党委", "反馈了巡察情况")


def test_other_words_are_kept_without_fields_beside_them() -> None:
    sentence = "根据县委统一部署，4月上旬，县委第一巡察组进驻白鹭镇党委巡察，巡察组对镇党委反馈了意见。"
    text = TEXT.format(sentence, END)
    bulletin = read_text(text).bulletin

    assert plain_text(compose(bulletin)).strip() == text
    assert bulletin.inspection is not None
    assert (bulletin.inspection.wording is None, bulletin.inspection.period) == (False, None)
