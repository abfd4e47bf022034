"""Which dates a text holds, and in which year."""

from datetime import date

import pytest

from bulletin_gen.checking import manuscript_of
from bulletin_gen.checks.facts.days import Day, days_of, milestones
from bulletin_gen.checks.manuscript import Passage
from bulletin_gen.readers.text import read_text


def days(text: str) -> tuple[Day, ...]:
    return days_of(Passage(text))


def test_the_year_left_out_is_that_of_the_date_before() -> None:
    found = days("5月1日起草，2023年11月2日印发，12月3日施行。")

    assert [(day.year, day.month, day.day, day.names_year) for day in found] == [
        (None, 5, 1, False),
        (2023, 11, 2, True),
        (2023, 12, 3, False),
    ]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024年9月", date(2024, 9, 1), date(2024, 9, 30)),
        ("2024年9月底", date(2024, 9, 21), date(2024, 9, 30)),
        ("2024年2月下旬", date(2024, 2, 21), date(2024, 2, 29)),
        ("2024年9月5日", date(2024, 9, 5), date(2024, 9, 5)),
    ],
)
def test_a_vague_date_may_be_any_of_some_days(text: str, first: date, last: date) -> None:
    (day,) = days(text)

    assert (day.first(2024), day.last(2024)) == (first, last)


def test_the_last_of_february_is_in_every_year() -> None:
    (day,) = days("2月29日")

    assert (day.first(2023), day.last(2024)) == (date(2023, 2, 28), date(2024, 2, 29))


@pytest.mark.parametrize(("text", "is_real"), [("2023年2月29日", False), ("2月29日", True), ("13月1日", False)])
def test_a_date_is_real_or_not(text: str, is_real: bool) -> None:
    assert [day.is_real for day in days(text)] == [is_real]


def test_no_date_is_made_of_digits_run_together() -> None:
    assert days("1202412月8日起") == ()


def test_a_text_tells_when_it_was_fed_back_and_signed() -> None:
    text = (
        "根据县委统一部署，2024年3月1日至4月30日，县委第一巡察组对柳塘镇党委开展了巡察。5月28日，县委巡察组向柳塘镇党委"
        "反馈了巡察意见。\n一、关于“学习不深入”问题的整改情况\n一是制定计划。\n二、关于“台账不健全”问题的整改情况\n一是补建台账。\n"
        "中共青禾县柳塘镇委员会\n2024年12月10日"
    )
    known = milestones(manuscript_of(read_text(text)))

    assert (known.feedback, known.signed) == (date(2024, 5, 28), date(2024, 12, 10))
