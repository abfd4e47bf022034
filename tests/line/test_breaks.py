"""Where a line may end: each case shows every such place as a bar."""

import pytest

from bulletin_gen.engine import LIBREOFFICE, WORD, Engine
from bulletin_gen.line.breaks import LineEnds


def parted(text: str, engine: Engine = LIBREOFFICE) -> str:
    may_end = LineEnds(text, engine)
    return "".join(("|" if may_end[place] else "") + char for place, char in enumerate(text))


def ends(text: str, engine: Engine) -> list[int]:
    may_end = LineEnds(text, engine)
    return [place for place in range(len(text) + 1) if may_end[place]]


@pytest.mark.parametrize(
    "expected",
    [
        "整|改，|落|实。",
        "落|实|“双|责”。",
        "印|发|《方|案》|（试|行）。",
        "是|否|属|实？！",
        "已|办|结》）。",
    ],
)
def test_marks_stay_with_the_text_they_close_or_open(expected: str) -> None:
    assert parted(expected.replace("|", "")) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "共|40|余|次",
        "达|98.5%|以|上",
        "1,286.37|万|元",
        "邮|箱：|a-|b@example.com",
        "约|５％",
        "用|Excel |2016|表",
        "第|￥5|元",
        "气|温|5℃",
    ],
)
def test_numbers_and_words_stay_whole(expected: str) -> None:
    assert parted(expected.replace("|", "")) == expected


@pytest.mark.parametrize("expected", ["整|改|——|落|实", "完|成|……|等|等"])
def test_a_pair_of_dashes_stays_whole_and_may_begin_a_line(expected: str) -> None:
    assert parted(expected.replace("|", "")) == expected


def test_a_single_dash_connects_and_does_not_begin_a_line() -> None:
    assert parted("2023—2025年") == "2023—|2025|年"
    assert parted("北—京") == "北—|京"
    assert parted("～甲～乙") == "～|甲～|乙"


@pytest.mark.parametrize(
    "expected",
    ["责，2024|年", "“三|会”1|项", "（一）2|次", "：|2024|年", "①5|项", "用|A“乙”"],
)
def test_some_marks_stay_with_a_number_as_libreoffice_has_it(expected: str) -> None:
    assert parted(expected.replace("|", "")) == expected


@pytest.mark.parametrize(
    "expected",
    ["责，|2024|年", "“三|会”|1|项", "（一）|2|次", "：|2024|年", "①|5|项", "用|A|“乙”", "3|×|4|米"],
)
def test_in_word_a_line_may_end_between_a_mark_and_a_number(expected: str) -> None:
    assert parted(expected.replace("|", ""), WORD) == expected


@pytest.mark.parametrize("expected", ["电|话：|0643-|6190327", "用|SARS-|CoV-|2|毒|株", "零|下-5|度", "甲-|乙"])
def test_in_word_a_line_may_end_after_the_hyphen_of_a_compound(expected: str) -> None:
    assert parted(expected.replace("|", ""), WORD) == expected


@pytest.mark.parametrize("engine", [WORD, LIBREOFFICE])
def test_an_address_may_be_parted_after_a_slash_as_a_code_may_not(engine: Engine) -> None:
    assert ends("https://a.cn/b", engine) == [8, 13, 14]
    assert ends("TCP/IP", engine) == [6]


def test_a_mark_above_or_below_stays_with_its_letter() -> None:
    assert parted("整a\u0301改") == "整|a\u0301|改"


def test_empty_text_has_one_end() -> None:
    assert ends("", WORD) == [0]
