"""Findings as JSON."""

import json

from bulletin_gen.checks.report.json import findings_json
from bulletin_gen.finding import Finding, Quote, Severity
from bulletin_gen.where import Where


def test_a_finding_has_these_fields_and_no_others() -> None:
    where = Where("通报.yaml", 3, 9, "results.text")
    finding = Finding(
        "marks/x", Severity.WARNING, "多了", "请删去", where, "GB/T 15834-2011", Quote("甲、、乙", 1, 3), "、"
    )

    assert json.loads(findings_json([finding])) == {
        "findings": [
            {
                "rule": "marks/x",
                "severity": "警告",
                "file": "通报.yaml",
                "line": 3,
                "column": 9,
                "field": "results.text",
                "typed_field": "results.text",
                "quote": "、、",
                "message": "多了",
                "hint": "请删去",
                "source": "GB/T 15834-2011",
            }
        ]
    }


def test_what_is_unknown_is_null_or_empty() -> None:
    (told,) = json.loads(findings_json([Finding("spec/x", Severity.ERROR, "缺少")]))["findings"]

    assert (told["file"], told["line"], told["column"], told["field"], told["quote"]) == (None, None, None, "", "")
