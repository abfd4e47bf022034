"""What was left to be filled in without a placeholder."""

import pytest

from bulletin_gen.checks.table import check_spec
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.spec.load import load_spec


def findings(text: str, stage: str = "draft") -> list[Finding]:
    typed = f"issuer: {{name: 中共沙湾镇委员会}}\nopening: 无\nstage: {stage}\norganisation:\n  items:\n    - {text}\n"
    return check_spec(load_spec(typed, "通报.yaml"))


@pytest.mark.parametrize(
    "text", ["召开会议____次。", "追回XX万元。", "自2025年×月起执行。", "20××年完成。", "于XX月XX日完成。"]
)
def test_a_blank_is_told_on_its_line(text: str) -> None:
    (finding,) = findings(text)

    assert (finding.rule, finding.severity) == ("spec/blank", Severity.WARNING)
    assert str(finding.where) == "通报.yaml:6:7 organisation.items[0].text"


def test_a_blank_is_an_error_on_a_final() -> None:
    (finding,) = findings("召开会议__次。", "final")

    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    "text", ["约谈XX公司负责人。", "配备X光机2台。", "按3×日均用量储备。", "发至a_b@example.com。"]
)
def test_what_is_meant_passes(text: str) -> None:
    assert findings(text) == []
