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
        ("20240628", "2024年6月28日"),
        ("２０２４年６月２８日", "2024年6月28日"),
        ("２０２４-０６-２８", "2024年6月28日"),
        ("二〇二四年六月二十八日", "2024年6月28日"),
        ("二○二四年十二月底", "2024年12月底"),
        ("2024 年 6 月 28 日", "2024年6月28日"),
        ("2024年12月底前", "2024年12月底前"),
        ("年底前", "年底前"),
        ("2024年第三季度", "2024年第三季度"),
        ("当年6月", "当年6月"),
        ("同月30日", "同月30日"),
        ("立行立改", "立行立改"),
        ("【待补：日期】", "【待补：日期】"),
        ("2025年  月  日", "2025年  月  日"),
        ("2025年X月X日", "2025年X月X日"),
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


@pytest.mark.parametrize(
    "typed", ["2023-02-29", "2024年13月1日", "4月31日", "2024-00-10", "2024-1-0", "20240631", "13月底"]
)
def test_day_that_no_calendar_has_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="日历上没有"):
        read_date(typed)


def test_leap_day_without_a_year_passes() -> None:
    assert read_date("2月29日").text == "2月29日"


@pytest.mark.parametrize(
    "typed", ["昨天", "2024", "6.28", "202435日", "20243月", "2024年6月28", "前", "", "一" * 50_000]
)
def test_what_is_no_date_is_refused_with_how_to_write_one(typed: str) -> None:
    with pytest.raises(ValueError, match="读不出日期；请写成 2024-06-28，或 2024年8月下旬 这样的说法"):
        read_date(typed)
