"""Every rule on texts, tried on what it says is wrong and what it says is right."""

import pytest

from bulletin_gen.checking import check
from bulletin_gen.checks import TEXT_RULES
from bulletin_gen.checks.manuscript import Manuscript
from bulletin_gen.checks.office import Office
from bulletin_gen.checks.rule import Rule
from bulletin_gen.readers.text import read_text


def told(text: str, office: Office) -> set[str]:
    return {finding.rule for finding in check(read_text(text), office)}


@pytest.mark.parametrize(
    ("rule", "text"), [pytest.param(rule, text, id=rule.name) for rule in TEXT_RULES for text in rule.wrong]
)
def test_what_is_wrong_is_found(rule: Rule[Manuscript], text: str) -> None:
    assert rule.name in told(text, rule.office)


@pytest.mark.parametrize(
    ("rule", "text"), [pytest.param(rule, text, id=rule.name) for rule in TEXT_RULES for text in rule.right]
)
def test_what_is_right_is_let_pass(rule: Rule[Manuscript], text: str) -> None:
    assert rule.name not in told(text, rule.office)


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in TEXT_RULES]

    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("rule", TEXT_RULES, ids=lambda rule: rule.name)
def test_every_rule_says_why_by_what_right_and_by_example(rule: Rule[Manuscript]) -> None:
    assert all((rule.title, rule.why, rule.source))
    assert all((rule.wrong, rule.right))
