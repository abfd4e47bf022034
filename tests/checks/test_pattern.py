"""Rules that a pattern decides."""

import re
from typing import Any

import pytest

from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.checks.pattern import EachMatch, Said, after, before, each_match, sentence
from bulletin_gen.checks.rule import EachMatching, Rule
from bulletin_gen.checks.table import every_rule
from bulletin_gen.composing import compose
from bulletin_gen.document import Document, Paragraph
from bulletin_gen.properties import Properties
from bulletin_gen.readers.text import read_text
from bulletin_gen.spans import spanned
from bulletin_gen.text.regex import Regex
from bulletin_gen.where import Where
from calls import calls
from line_ends import knows_line_ends
from scanned_patterns import scanned_patterns


def manuscript(*paragraphs: str) -> Manuscript:
    document = compose(read_text("关于整改情况的通报\n根据统一部署，开展了巡察。").spec)
    return Manuscript(document, tuple(map(Passage, paragraphs)))


def complain(match: re.Match[str]) -> Said:
    return (f"“{match[0]}”不好", "请删去") if match[0] != "甲乙" else None


def test_every_match_of_every_paragraph_is_told_but_those_let_pass() -> None:
    hits = list(each_match("甲[乙丙]")(complain)(manuscript("甲乙甲丙", "甲丙")))

    assert [(hit.start, hit.end, hit.message) for hit in hits] == [(2, 4, "“甲丙”不好"), (0, 2, "“甲丙”不好")]


def test_what_is_told_once_is_told_of_the_first_place() -> None:
    hits = list(each_match("甲[乙丙]", once=True)(complain)(manuscript("甲乙", "丁甲丙甲丙")))

    assert [(hit.start, hit.end) for hit in hits] == [(1, 3)]


def test_a_group_can_be_what_is_quoted() -> None:
    (hit,) = each_match("甲(?P<it>丙)")(complain)(manuscript("甲丙"))

    assert (hit.start, hit.end) == (1, 2)


@pytest.mark.parametrize(("text", "around"), [("天甲地", ("天", "地")), ("甲", ("", ""))])
def test_the_neighbours_of_a_match(text: str, around: tuple[str, str]) -> None:
    match = re.search("甲", text)

    assert match
    assert (before(match), after(match)) == around


def test_the_sentence_of_a_match() -> None:
    match = re.search("督察", "先说一句。环保督察反馈。后说一句。")

    assert match
    assert sentence(match) == "环保督察反馈"


DUES = "缴纳党费|党费缴纳|未缴纳的?党费"  # a pattern of a rule: which words it needs is known


def test_a_pattern_whose_words_are_known_is_found_wherever_it_stands() -> None:
    rule = each_match(DUES)(lambda match: (match[0], ""))

    hits = list(rule(manuscript("党费缴纳", "丁", "缴纳党费，党费缴纳", "党费")))

    assert Regex(DUES).needed
    assert [(hit.start, hit.message) for hit in hits] == [(0, "党费缴纳"), (0, "缴纳党费"), (5, "党费缴纳")]


def test_what_stands_nowhere_in_a_text_is_not_looked_for_paragraph_by_paragraph() -> None:
    rule = each_match(DUES)(complain)
    text = manuscript(*("定期调度。" for _ in range(500)))
    list(rule(text))  # what of the text all rules share goes uncounted

    assert calls(lambda: list(rule(text))) < 30


MATCHING = [pytest.param(rule, id=rule.name) for rule in every_rule() if isinstance(rule.look, EachMatching)]
each_matching_rule = pytest.mark.parametrize("rule", MATCHING)


@each_matching_rule
def test_a_rule_names_all_the_patterns_that_its_function_looks_for(rule: Rule[Any]) -> None:
    assert scanned_patterns(rule.look.look) <= set(rule.look.patterns)  # type: ignore[attr-defined]


@each_matching_rule
def test_a_rule_finds_what_it_would_find_if_it_looked_at_every_paragraph(
    rule: Rule[Any], every_line: Manuscript
) -> None:
    look = rule.look
    assert isinstance(look, EachMatching)

    assert list(look(every_line)) == [hit for passage in every_line.passages for hit in look.look(passage)]


@pytest.fixture(scope="module")
def every_line() -> Manuscript:
    """All that breaks any of the rules and all that does not, line by line."""
    lines = [line for rule in every_rule() for text in (*rule.wrong, *rule.right) for line in text.split("\n")]
    return Manuscript(
        Document(Properties("", ""), ()), tuple(Passage(line, Where(), Paragraph(spanned(line))) for line in lines)
    )


@pytest.mark.parametrize(
    "patterns",
    [
        pytest.param(getattr(rule.look, "patterns", (getattr(rule.look, "pattern", None),)), id=rule.name)
        for rule in every_rule()
        if isinstance(rule.look, EachMatching | EachMatch)
    ],
)
def test_a_pattern_that_names_no_words_neither_matches_nor_sees_the_end_of_a_line(patterns: tuple[Regex, ...]) -> None:
    """It is asked of all paragraphs at once, each of them on a line."""
    assert [pattern for pattern in patterns if not pattern.needed and knows_line_ends(pattern)] == []
