"""The manual of the rules: docs/rules.md is what the table says today."""

from typing import Any

import pytest

from bulletin_gen.checks.manual import GROUPS, manual, rule_page
from bulletin_gen.checks.rule import Rule
from bulletin_gen.checks.table import every_rule
from judges import CHECKOUT

MANUAL = CHECKOUT / "docs" / "rules.md"


def test_the_page_in_docs_is_what_the_table_says(request: pytest.FixtureRequest) -> None:
    """`pytest --accept` writes it."""
    if request.config.getoption("--accept"):
        MANUAL.write_text(manual(), encoding="utf-8", newline="\n")

    assert MANUAL.read_text(encoding="utf-8") == manual()


def test_every_group_has_a_title() -> None:
    assert {rule.group for rule in every_rule()} <= set(GROUPS)


@pytest.mark.parametrize("rule", every_rule(), ids=lambda rule: rule.name)
def test_a_rule_s_page_tells_all_of_it(rule: Rule[Any]) -> None:
    page = rule_page(rule)
    said = (rule.name, rule.title, rule.why, rule.source, f"allow {rule.name}")

    assert [part for part in said if part not in page] == []


def test_an_example_in_the_manual_may_not_end_its_block() -> None:
    assert not any("```" in text for rule in every_rule() for text in (*rule.wrong, *rule.right))
