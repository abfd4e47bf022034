"""Findings as JSON."""

import json
from collections.abc import Iterable
from typing import Any

from bulletin_gen.finding import Finding


def findings_json(findings: Iterable[Finding]) -> str:
    """Return the findings as one JSON object. `line` and `column` count from 1, and are null where unknown.

    In a DOCX a line is a paragraph that has text.
    """
    return json.dumps({"findings": list(map(finding_json, findings))}, ensure_ascii=False, indent=2) + "\n"


def finding_json(finding: Finding) -> dict[str, Any]:
    """Return a finding as the values that JSON knows."""
    where = finding.where
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "file": where.file,
        "line": where.line,
        "column": where.column,
        "field": where.path,
        "typed_field": where.named,
        "quote": finding.quote.words if finding.quote else "",
        "message": finding.message,
        "hint": finding.hint,
        "source": finding.source,
    }
