"""Every rule of every table, tried on what it says is wrong and what it says is right."""

from collections.abc import Callable
from typing import Any

import pytest

from bulletin_gen.checking import check
from bulletin_gen.checks import table
from bulletin_gen.checks.office import Office
from bulletin_gen.checks.pages import check_pages
from bulletin_gen.checks.rule import Rule
from bulletin_gen.checks.table import every_rule
from bulletin_gen.composing import compose_unreleased
from bulletin_gen.layout import lay_out
from bulletin_gen.line.nominal import NominalMetrics
from bulletin_gen.readers.text import read_text
from bulletin_gen.spec.load import load_spec
from bulletin_gen.style import GBT9704

RULES = every_rule()


def told_of_text(text: str, office: Office) -> set[str]:
    return {finding.rule for finding in check(read_text(text), office)}


def told_of_spec(text: str, office: Office) -> set[str]:
    return {finding.rule for finding in check(load_spec(text), office)}


def told_of_pages(text: str, office: Office) -> set[str]:
    document = compose_unreleased(load_spec(text))
    pages = lay_out(document, GBT9704, NominalMetrics())
    return {finding.rule for finding in check_pages(pages, GBT9704, document)}


TRIALS: list[tuple[tuple[Rule[Any], ...], Callable[[str, Office], set[str]]]] = [
    (table.TYPED_RULES, told_of_spec),
    (table.SPEC_RULES, told_of_spec),
    (table.TEXT_RULES, told_of_text),
    (table.DOCUMENT_RULES, told_of_spec),
    (table.PAGE_RULES, told_of_pages),
    (table.ALLOW_RULES, told_of_spec),
]
WRONG = [
    pytest.param(rule, told, text, id=rule.name) for table, told in TRIALS for rule in table for text in rule.wrong
]
RIGHT = [
    pytest.param(rule, told, text, id=rule.name) for table, told in TRIALS for rule in table for text in rule.right
]


@pytest.mark.parametrize(("rule", "told", "text"), WRONG)
def test_what_is_wrong_is_found(rule: Rule[Any], told: Callable[[str, Office], set[str]], text: str) -> None:
    assert rule.name in told(text, rule.office)


@pytest.mark.parametrize(("rule", "told", "text"), RIGHT)
def test_what_is_right_is_let_pass(rule: Rule[Any], told: Callable[[str, Office], set[str]], text: str) -> None:
    assert rule.name not in told(text, rule.office)


def test_every_rule_is_tried() -> None:
    """Those on what is left in a file are tried on files, in `test_left_in_file`."""
    tried = {rule.name for table, _ in TRIALS for rule in table}

    assert tried | {rule.name for rule in table.FILE_RULES} == {rule.name for rule in RULES}


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in RULES]

    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_says_why_by_what_right_and_by_example(rule: Rule[Any]) -> None:
    assert all((rule.title, rule.why, rule.source))
    assert all((rule.wrong, rule.right))


# Two rules on the same words that tell of different things: which label it is and that it changes, whose name and post.
_BESIDE = {
    frozenset(pair)
    for pair in (
        ("marks/after-digit-label", "structure/mixed-labels"),
        ("marks/after-han-label", "marks/half-width"),
        ("marks/empty-pair", "spaces/beside-mark"),
        ("names/body", "names/office-unit"),
        ("names/office-person", "publication/person-named"),
    )
}


@pytest.mark.parametrize(
    ("rule", "text"), [pytest.param(rule, text, id=rule.name) for rule in table.TEXT_RULES for text in rule.wrong]
)
def test_no_fault_is_told_twice(rule: Rule[Any], text: str) -> None:
    quoted = [(one.rule, one.where.line, one.quote) for one in check(read_text(text), rule.office) if one.quote]
    twice = {
        frozenset((one, other))
        for one, line, quote in quoted
        for other, other_line, other_quote in quoted
        if one == rule.name != other and line == other_line
        if quote.start < other_quote.end and other_quote.start < quote.end
        if not other.startswith("completeness/")  # those stand on a whole paragraph
    }

    assert twice <= _BESIDE
