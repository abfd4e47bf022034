"""What rules found is told as the office wants it."""

import pytest

from bulletin_gen.checking import check
from bulletin_gen.checks.office import Office
from bulletin_gen.finding import Severity
from bulletin_gen.readers.text import read_text
from bulletin_gen.spec.load import load_spec

TEXT = "修订了采购、合同、等管理制度。"
RULE = "marks/mark-before-deng"


def severities(office: Office) -> list[Severity]:
    return [finding.severity for finding in check(read_text(TEXT), office) if finding.rule == RULE]


def test_an_office_gives_rules_and_groups_another_severity() -> None:
    assert severities(Office()) == [Severity.WARNING]
    assert severities(Office(levels={RULE: Severity.ERROR})) == [Severity.ERROR]
    assert severities(Office(levels={"marks": Severity.ADVICE})) == [Severity.ADVICE]
    assert severities(Office(levels={"marks": None, RULE: Severity.ERROR})) == [Severity.ERROR]


def test_an_office_switches_rules_off() -> None:
    assert severities(Office(levels={"marks": None})) == []


@pytest.mark.parametrize("term", ["合同、等", "、", "采购、合同、等管理制度"])
def test_no_fault_is_found_in_an_allowed_term(term: str) -> None:
    assert severities(Office(allowed=(term,))) == []


@pytest.mark.parametrize("term", ["采购、合同", "等管理制度"])
def test_a_term_that_does_not_hold_the_words_allows_nothing(term: str) -> None:
    assert severities(Office(allowed=(term,))) == [Severity.WARNING]


def test_in_a_text_the_column_is_that_of_the_words() -> None:
    (finding,) = check(read_text(f"关于整改的通报\n{TEXT}", "通报.txt"))

    assert (finding.where.line, finding.where.column) == (2, 9)


def test_in_a_spec_the_place_is_that_of_the_words() -> None:
    spec = f"issuer: {{name: 甲}}\nopening: 无\norganisation:\n  items:\n    - {TEXT}\n"
    (finding,) = (one for one in check(load_spec(spec, "通报.yaml")) if one.rule == RULE)

    assert str(finding.where) == "通报.yaml:5:15 organisation.items[0]"


def test_what_a_ledger_repeats_of_the_issues_is_told_once() -> None:
    spec = (
        "issuer: {name: 甲}\nopening: 无\nform: issued\nattachments: [{title: 台账, ledger: 是}]\n"
        f"results: {{issues: [{{problem: 台账不全, text: {TEXT}, status: 已完成}}]}}\n"
    )

    assert [finding.rule for finding in check(load_spec(spec))] == [RULE]


def test_what_a_ledger_alone_says_is_told_where_it_was_typed() -> None:
    spec = (
        "issuer: {name: 甲}\nopening: 无\nform: issued\nattachments: [{title: 台账, ledger: 是}]\nresults:\n  issues:\n"
        "    - {problem: 台账不全, text: 已补齐。, status: 已完成, responsible_unit: 党政办、农办、等}\n"
    )
    (finding,) = check(load_spec(spec))

    assert (finding.where.line, finding.where.path) == (7, "results.issues[0].responsible_unit")


def test_a_final_that_must_not_be_printed_is_checked_all_the_same() -> None:
    text = "开会【待补】次，修订甲、等制度。"
    spec = f"issuer: {{name: 甲}}\nopening: 无\norganisation: {text}\nstage: final\nhead: {{secrecy: 秘密}}\n"
    found = {finding.rule: finding.severity for finding in check(load_spec(spec))}

    assert found == {
        "spec/issued-part-published": Severity.ERROR,
        "draft/placeholder": Severity.ERROR,
        RULE: Severity.WARNING,
    }
