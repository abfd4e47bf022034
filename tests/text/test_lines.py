"""Texts line by line: which of them hold a word, and which a pattern may match in."""

from collections.abc import Sequence, Set

import pytest

from bulletin_gen.text.lines import Lines, Sought
from bulletin_gen.text.regex import Regex
from line_ends import knows_line_ends

TEXTS = ("整改情况", "", "情况属实，情况复杂", "实情")
DUES = Regex("缴纳党费|党费缴纳|未缴纳的?党费")  # a pattern of a rule: which words it needs is known
LINK = Regex(r"从\d{1,4}(?:\.\d{1,3})?[～—~]\d{1,4}")  # one of two parts
DIGITS = Regex(r"\d\d")  # one that needs none


def holding(texts: Sequence[str], *words: str) -> Set[int]:
    sought = Sought(words)
    return Lines(texts, frozenset(sought.pairs)).holding(sought)


def test_a_word_is_found_in_each_line_once() -> None:
    assert holding(TEXTS, "情况") == {0, 2}
    assert holding(TEXTS, "情") == {0, 2, 3}
    assert holding(TEXTS, "情况复杂") == {2}
    assert holding(TEXTS, "台账") == holding(TEXTS, "账") == set()


def test_the_lines_of_several_words_are_told_together() -> None:
    assert holding(TEXTS, "实情", "整改情", "整") == {0, 3}
    assert holding(TEXTS) == set()


def test_a_word_of_which_both_ends_stand_in_a_line_is_not_in_it_for_that() -> None:
    assert holding(["整改的情况", "情况、整改", "整改情况"], "整改情况") == {2}


def test_what_ends_one_text_and_begins_the_next_is_no_word() -> None:
    assert holding(["整", "改"], "整改") == set()


def test_the_pairs_of_words_are_what_they_begin_and_end_with() -> None:
    assert Sought(["镇", "整改", "整改情况"]).pairs == {"整改", "情况"}


def test_a_pattern_may_match_in_the_lines_with_its_words() -> None:
    assert DUES.needed
    assert Lines(["党费", "缴纳党费", "未缴纳的党费"]).for_any_of((DUES,)) == [1, 2]


def test_a_pattern_of_several_parts_may_match_in_the_lines_with_a_word_of_each() -> None:
    assert len(LINK.needed) > 1
    assert Lines(["从2023", "2023～2024年", "从2023～2024年", "～", "从"]).for_any_of((LINK,)) == [2]


def test_a_pattern_without_words_is_asked_of_all_lines() -> None:
    assert not DIGITS.needed
    assert Lines(["12", "3", "4", "567890"]).for_any_of((DIGITS,)) == [0, 3]


def test_the_lines_of_several_patterns_are_in_order() -> None:
    assert Lines(["12", "缴纳党费", "党费缴纳34"]).for_any_of((DUES, DIGITS)) == [0, 1, 2]
    assert Lines(["12"]).for_any_of(()) == []


@pytest.mark.parametrize(
    "pattern", ["[^，]", r"a\s?b", r"\W", r"\D", "整$", "^整", "(?:整|[\t-\r])改", "(?<!\n)整", "[^\\S]"]
)
def test_what_knows_line_ends_is_told(pattern: str) -> None:
    assert knows_line_ends(Regex(pattern))


@pytest.mark.parametrize(
    "pattern", ["整.{2}改", r"\d+(?![\dX])", "[^，\n]", r"[^\S\n]?", r"(?P<it>[一-龥]{2})\1", r"(?<!\d)\w"]
)
def test_what_does_not_know_them_is_not(pattern: str) -> None:
    assert not knows_line_ends(Regex(pattern))


def test_a_pattern_is_asked_of_all_lines_at_once() -> None:
    assert Lines(["12", "3\n45", "4", "567890"]).matched(DIGITS) == {0, 1, 3}
    assert Lines([]).matched(DIGITS) == set()
