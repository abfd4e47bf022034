"""What offices say of how far a problem has come."""

import pytest

from bulletin_gen import Status
from bulletin_gen.readers.ledger.status import status_of, together


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("已完成", Status.DONE),
        ("完成。", Status.DONE),
        ("是", Status.DONE),
        ("√", Status.DONE),
        ("已 销 号", Status.DONE),
        ("已完成，长期坚持", Status.DONE_AND_KEPT),
        ("已完成并长期坚持", Status.DONE_AND_KEPT),
        ("基本完成", Status.MOSTLY_DONE),
        ("正在推进", Status.ONGOING),
        ("持续推进", Status.CONTINUING),
        ("需长期整改", Status.LONG_TERM),
        ("未完成", Status.OPEN),
        ("否", Status.OPEN),
    ],
)
def test_sure_words_are_a_status(words: str, status: Status) -> None:
    assert status_of(words) is status


@pytest.mark.parametrize("words", ["长期坚持", "部分完成", "未销号", "已上报", "完成80%", "", "见附件", "已完成3项"])
def test_other_words_are_left_to_the_author(words: str) -> None:
    assert status_of(words) is None


@pytest.mark.parametrize("status", Status)
def test_our_own_words_are_known(status: Status) -> None:
    assert status_of(status) is status


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        ([], None),
        ([Status.DONE, Status.DONE], Status.DONE),
        ([Status.DONE, Status.DONE_AND_KEPT], Status.DONE),
        ([Status.DONE, Status.ONGOING], Status.ONGOING),
        ([Status.ONGOING, Status.OPEN], None),
    ],
)
def test_a_problem_is_as_far_as_its_measures_agree(statuses: list[Status], status: Status | None) -> None:
    assert together(statuses) is status
