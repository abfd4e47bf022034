"""Dates as typed and as said."""

from datetime import date

import pytest

from bulletin_gen.text.dates import read_date


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2024-03-05", "2024年3月5日"),
        ("2024/3/5", "2024年3月5日"),
        ("2024.3.5", "2024年3月5日"),
        ("2024-11", "2024年11月"),
        ("2024年03月05日", "2024年3月5日"),
        ("2024年3月5日", "2024年3月5日"),
        ("6月07日", "6月7日"),
        ("8月下旬", "8月下旬"),
        ("2024年9月底", "2024年9月底"),
        ("目前", "目前"),
    ],
)
def test_date_is_said_in_full(typed: str, said: str) -> None:
    assert read_date(typed).text == said


def test_year_just_named_is_left_out_of_a_date_typed_as_digits() -> None:
    assert read_date("2024-06-07").after(2024) == "6月7日"


def test_another_year_is_named() -> None:
    assert read_date("2025-06-07").after(2024) == "2025年6月7日"


def test_date_typed_in_chinese_stays_as_typed() -> None:
    assert read_date("2024年6月7日").after(2024) == "2024年6月7日"


@pytest.mark.parametrize(
    ("typed", "day"),
    [("2024-03-05", date(2024, 3, 5)), ("2024年2月29日", date(2024, 2, 29)), ("2024-03", None), ("3月5日", None)],
)
def test_only_a_whole_date_is_a_calendar_day(typed: str, day: date | None) -> None:
    assert read_date(typed).day == day


@pytest.mark.parametrize("typed", ["2023-02-29", "2024年13月1日", "4月31日", "2024-00-10", "2024-1-0"])
def test_day_that_no_calendar_has_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="日历上没有"):
        read_date(typed)


def test_leap_day_without_a_year_passes() -> None:
    assert read_date("2月29日").text == "2月29日"
