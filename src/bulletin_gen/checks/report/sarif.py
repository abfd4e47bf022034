"""Findings as SARIF 2.1.0, which code review and CI read (OASIS, Static Analysis Results Interchange Format)."""

import json
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from bulletin_gen.checks.rule import Rule
from bulletin_gen.checks.table import every_rule
from bulletin_gen.errors import Problem
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.where import Where

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note", Severity.NOTE: "note"}


def findings_sarif(findings: Iterable[Finding], problems: Sequence[Problem] = (), version: str = "") -> str:
    """Return one run that tells the findings, and in `problems` what kept a file from being checked.

    `version` is that of this program. Columns count characters.
    """
    numbers = {rule.name: number for number, rule in enumerate(every_rule())}
    run = {
        "tool": {
            "driver": {
                "name": "bulletin-gen",
                **({"version": version} if version else {}),
                "language": "zh-CN",
                "rules": list(map(_rule, every_rule())),
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {"executionSuccessful": not problems, "toolExecutionNotifications": list(map(_notification, problems))}
        ],
        "results": [_result(finding, numbers) for finding in findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule[Any]) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"依据：{rule.source}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, numbers: dict[str, int]) -> dict[str, Any]:
    number = numbers.get(finding.rule)
    return {
        "ruleId": finding.rule,
        **({} if number is None else {"ruleIndex": number}),
        "level": _LEVELS[finding.severity],
        "message": {"text": "；".join(filter(None, (finding.message, finding.hint)))},
        "locations": list(_locations(finding.where, finding.quote.words if finding.quote else "")),
    }


def _notification(problem: Problem) -> dict[str, Any]:
    message = "；".join(filter(None, (problem.message, problem.hint)))
    return {"level": "error", "message": {"text": message}, "locations": list(_locations(problem.where))}


def _locations(where: Where, words: str = "") -> Iterable[dict[str, Any]]:
    if where.file is None:
        return
    region: dict[str, Any] = {}
    if where.line is not None:
        region = {"startLine": where.line, **({"startColumn": where.column} if where.column is not None else {})}
        region |= {"snippet": {"text": words}} if words else {}
    physical = {"artifactLocation": {"uri": _uri(where.file)}, **({"region": region} if region else {})}
    yield {
        "physicalLocation": physical,
        **({"logicalLocations": [_field(where)]} if where.path else {}),
    }


def _field(where: Where) -> dict[str, Any]:
    typed = {"properties": {"typed": where.named}} if where.named != where.path else {}
    return {"fullyQualifiedName": where.path, **typed}


def _uri(file: str) -> str:
    path = PurePath(file)
    if path.is_absolute():
        return path.as_uri()
    return quote(path.as_posix())
