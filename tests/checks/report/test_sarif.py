"""Findings as SARIF 2.1.0: what its schema asks of what we write."""

import json
from typing import Any

from bulletin_gen.checks.report.sarif import findings_sarif
from bulletin_gen.checks.table import every_rule
from bulletin_gen.errors import Problem
from bulletin_gen.finding import Finding, Quote, Severity
from bulletin_gen.where import Where

# Of the published schema: what each object must have, and what it may have of what we write.
REQUIRED = {
    "sarif": {"version", "runs"},
    "run": {"tool"},
    "tool": {"driver"},
    "driver": {"name"},
    "rule": {"id"},
    "invocation": {"executionSuccessful"},
    "result": {"message"},
    "notification": {"message"},
}
ALLOWED = {
    "sarif": {"$schema", "version", "runs"},
    "run": {"tool", "columnKind", "invocations", "results"},
    "driver": {"name", "version", "language", "rules"},
    "rule": {"id", "shortDescription", "fullDescription", "help", "defaultConfiguration"},
    "invocation": {"executionSuccessful", "toolExecutionNotifications"},
    "result": {"ruleId", "ruleIndex", "level", "message", "locations"},
    "notification": {"level", "message", "locations"},
    "region": {"startLine", "startColumn", "snippet"},
}
WHERE = Where("公文/通报 1.yaml", 3, 9, "results.text")
FINDING = Finding("spec/dates", Severity.ERROR, "日期颠倒", "请核对", WHERE, "前后文", Quote("甲乙", 0, 1))


def log(*findings: Finding, problems: tuple[Problem, ...] = ()) -> Any:
    return json.loads(findings_sarif(findings, problems, "1.2.3"))


def fits(kind: str, given: dict[str, Any]) -> bool:
    return REQUIRED.get(kind, set()) <= set(given) <= ALLOWED.get(kind, set(given))


def test_every_object_has_what_it_must_and_nothing_unknown() -> None:
    given = log(FINDING, Finding("spec/x", Severity.NOTE, "甲"), problems=(Problem("读不了", where=Where("乙.txt")),))
    (run,) = given["runs"]
    (invocation,) = run["invocations"]
    parts = [
        ("sarif", given),
        ("run", run),
        ("tool", run["tool"]),
        ("driver", run["tool"]["driver"]),
        ("invocation", invocation),
        *(("rule", rule) for rule in run["tool"]["driver"]["rules"]),
        *(("result", result) for result in run["results"]),
        *(("notification", told) for told in invocation["toolExecutionNotifications"]),
    ]

    assert given["version"] == "2.1.0"
    assert [kind for kind, part in parts if not fits(kind, part)] == []


def test_a_result_points_to_its_rule_and_its_place() -> None:
    given = log(FINDING)
    (result,) = given["runs"][0]["results"]
    (location,) = result["locations"]

    assert given["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "spec/dates"
    assert (result["level"], result["message"]["text"]) == ("error", "日期颠倒；请核对")
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "%E5%85%AC%E6%96%87/%E9%80%9A%E6%8A%A5%201.yaml"},
        "region": {"startLine": 3, "startColumn": 9, "snippet": {"text": "甲"}},
    }
    assert location["logicalLocations"] == [{"fullyQualifiedName": "results.text"}]


def test_levels_are_those_of_the_format() -> None:
    levels = [log(Finding("x/y", severity, "甲"))["runs"][0]["results"][0]["level"] for severity in Severity]

    assert levels == ["error", "warning", "note", "note"]
    assert {rule["defaultConfiguration"]["level"] for rule in log()["runs"][0]["tool"]["driver"]["rules"]} <= {
        "error",
        "warning",
        "note",
    }


def test_every_rule_is_described() -> None:
    rules = log()["runs"][0]["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == [rule.name for rule in every_rule()]


def test_a_file_that_could_not_be_checked_makes_the_run_fail() -> None:
    assert log()["runs"][0]["invocations"][0]["executionSuccessful"] is True
    assert log(problems=(Problem("读不了"),))["runs"][0]["invocations"][0]["executionSuccessful"] is False
