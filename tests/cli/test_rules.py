"""`bulletin-gen rules` and `bulletin-gen explain`."""

import json

import pytest

from bulletin_gen.checks.table import every_rule
from bulletin_gen.cli import main

RULES = every_rule()


def test_every_rule_is_listed_below_its_group(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    told = capsys.readouterr().out

    assert {rule.name for rule in RULES} <= {line.split()[0] for line in told.splitlines() if line.startswith("  ")}
    assert "marks：标点，" in told


def test_programs_get_all_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--json"]) == 0
    told = {rule["rule"]: rule for rule in json.loads(capsys.readouterr().out)["rules"]}

    assert list(told) == [rule.name for rule in RULES]
    assert (told["spec/dates"]["severity"], told["spec/dates"]["severity_on_final"]) == ("警告", "错误")
    assert (told["marks/mark-before-deng"]["severity_on_final"]) == "警告"


def test_a_rule_is_explained_with_examples_and_the_way_to_do_without(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "spec/dates"]) == 0
    told = capsys.readouterr().out

    assert told.startswith("spec/dates  警告（定稿：错误）\n日期先后颠倒\n")
    assert "    成文日期: 2025-01-06" in told
    assert "# bulletin-gen: allow spec/dates" in told


def test_a_group_is_explained_rule_by_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "layout"]) == 0
    told = capsys.readouterr().out

    assert [rule.name for rule in RULES if rule.group == "layout" and f"{rule.name}  " not in told] == []


def test_one_that_there_is_not_is_refused_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "spec/date"]) == 2
    assert "没有“spec/date”这条规则或这个字段；是不是 spec/dates" in capsys.readouterr().err
