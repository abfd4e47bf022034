"""Printed dates as data, where saying them again gives the same."""

import pytest

from bulletin_gen.readers.printed_dates import as_data, comes_back, is_date, year_in


@pytest.mark.parametrize(
    ("printed", "after", "typed"),
    [
        ("2024年3月5日", None, "2024-03-05"),
        ("5月20日", 2024, "2024-05-20"),
        ("5月20日", None, "5月20日"),  # of which year?
        ("2024年5月20日", 2024, "2024年5月20日"),  # data would be said without its year
        ("2024年03月05日", None, "2024年03月05日"),
        ("2024年2月30日", None, "2024年2月30日"),
        ("8月下旬", 2024, "8月下旬"),
    ],
)
def test_a_date_is_data_where_it_is_said_as_printed(printed: str, after: int | None, typed: str) -> None:
    assert as_data(printed, after) == typed


def test_what_a_calendar_has() -> None:
    assert [is_date(text) for text in ("2024年2月29日", "2024年2月30日", "8月下旬")] == [True, False, True]
    assert [comes_back(text) for text in ("2024年3月5日", "2024年03月05日", "2024年2月30日")] == [True, False, False]
    assert [year_in(text) for text in ("2024年3月", "3月5日", None)] == [2024, None, None]
