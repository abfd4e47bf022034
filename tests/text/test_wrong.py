"""What is wrong in a text by rule is found by the checks and by proof alike: each asks the same function."""

from collections.abc import Callable, Iterable

import pytest

from bulletin_gen.text import wrong_marks, wrong_numbers
from bulletin_gen.text.found import Found
from bulletin_gen.text.wrong_numbers import Joined, Range, hyphen_ranges

Look = Callable[[str], Iterable[Found]]
WRONG: list[tuple[Look, str, str]] = [
    (wrong_marks.before_deng, "修订采购、合同、等制度", "、等"),
    (wrong_marks.between_quoted_items, "学习《章程》、《准则》", "》、《"),
    (wrong_marks.ellipses, "逐一登记...", "..."),
    (wrong_marks.ellipses_and_deng, "走访社区、企业……等", "……等"),
    (wrong_marks.dashes, "关键少数--领导干部", "--"),
    (wrong_numbers.wide_characters, "整改１２项", "１２"),
    (wrong_numbers.short_years, "截至24年9月", "24年"),
    (wrong_numbers.mixed_dates, "2024年五月召开", "2024年五月"),
    (wrong_numbers.approximate_numbers, "走访三、四次", "三、四"),
    (wrong_numbers.mixed_numerals, "资金3千万元", "3千"),
    (wrong_numbers.units_once, "抽查10～20%", "10～20%"),
]
RIGHT: list[tuple[Look, str]] = [
    (wrong_marks.before_deng, "重签约、等项目上门，质量、等级，等水、等电"),
    (wrong_marks.between_quoted_items, "学习《章程》（修正案）、《准则》"),
    (wrong_marks.ellipses, "逐一登记……　一、概况......3"),
    (wrong_marks.ellipses_and_deng, "走访社区……等级分明"),
    (wrong_marks.dashes, "国—市—区，关键少数——领导干部"),
    (wrong_numbers.wide_characters, "整改12项"),
    (wrong_numbers.short_years, "近20年来，工作满10年以上，坚守30年初心"),
    (wrong_numbers.mixed_dates, "2024年五一假期，2024年六七月间，农历2024年正月"),
    (wrong_numbers.approximate_numbers, "三四次，第一、二批，1、3个"),
    (wrong_numbers.mixed_numerals, "全长3千米，3000万元"),
    (wrong_numbers.units_once, "10%～20%，100～150人"),
]


@pytest.mark.parametrize(("look", "text", "words"), WRONG, ids=lambda value: getattr(value, "__name__", None))
def test_what_is_wrong_is_found_at_its_words(look: Look, text: str, words: str) -> None:
    (found,) = look(text)

    assert (found.words, text[found.start : found.end]) == (words, words)


@pytest.mark.parametrize(("look", "text"), RIGHT, ids=lambda value: getattr(value, "__name__", None))
def test_what_only_looks_wrong_is_not_found(look: Look, text: str) -> None:
    assert list(look(text)) == []


def test_a_hyphen_in_a_range_is_found_with_what_the_ends_are() -> None:
    assert list(hyphen_ranges("2023-2024年，1-8月，10%-20%")) == [
        Joined(Range.YEARS, 4, "2023-2024年"),
        Joined(Range.TIMES, 12, "1-8月"),
        Joined(Range.AMOUNTS, 19, "10%-20%"),
    ]


def test_a_hyphen_in_a_number_or_a_name_joins_no_range() -> None:
    assert list(hyphen_ranges("电话0731-28680011，3-2-101室，GB/T 9704-2012，2024-05-08")) == []
