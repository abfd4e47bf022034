"""What an author allows by a comment is not told, there and nowhere else; what is allowed in vain is."""

import pytest

from bulletin_gen.checking import check
from bulletin_gen.spec.load import load_spec

HEAD = "issuer: {name: 中共甲镇委员会}\nopening: 无\norganisation:\n"
WRONG = "修订采购、合同、等制度。"
RULE = "marks/mark-before-deng"


def told(text: str) -> list[str]:
    """Line and rule of each finding."""
    return [f"{finding.where.line} {finding.rule}" for finding in check(load_spec(text))]


def test_without_it_both_are_told() -> None:
    assert told(f"{HEAD}  text: {WRONG}\n  closing: {WRONG}\n") == [f"4 {RULE}", f"5 {RULE}"]


@pytest.mark.parametrize("name", [RULE, "marks", f"spec/blank, {RULE}", f"spec {RULE}"])
def test_on_the_line_or_alone_above_it(name: str) -> None:
    on_the_line = f"{HEAD}  text: {WRONG}  # bulletin-gen: allow {name}\n  closing: {WRONG}\n"
    above = f"{HEAD}  # bulletin-gen: allow {name}\n  # 见县委文件\n  text: {WRONG}\n  closing: {WRONG}\n"

    assert f"5 {RULE}" in told(on_the_line)
    assert f"4 {RULE}" not in told(on_the_line)
    assert f"7 {RULE}" in told(above)
    assert f"6 {RULE}" not in told(above)


def test_at_the_head_everywhere() -> None:
    assert told(f"# 通报\n# bulletin-gen: allow {RULE}\n{HEAD}  text: {WRONG}\n  closing: {WRONG}\n") == []


def test_on_the_line_of_a_field_for_all_lines_of_its_text() -> None:
    assert told(f"{HEAD}  text: |  # bulletin-gen: allow {RULE}\n    甲。\n    {WRONG}\n") == []


def test_another_rule_does_not_help() -> None:
    found = told(f"{HEAD}  text: {WRONG}  # bulletin-gen: allow spec/dates\n")

    assert f"4 {RULE}" in found


def test_what_is_allowed_in_vain_is_told() -> None:
    (finding,) = check(load_spec(f"{HEAD}  text: 甲  # bulletin-gen: allow spec/dates\n", "通报.yaml"))

    assert str(finding) == (
        "建议：通报.yaml:4:12：这里允许了 spec/dates，它却没有发现什么；请删去这句注释，或写到有问题的那一行"
    )


def test_a_name_that_no_rule_has_is_told_with_the_nearest() -> None:
    (finding,) = check(load_spec(f"{HEAD}  text: 甲  # bulletin-gen: allow spec/date\n"))

    assert "没有 spec/date 这条规则" in str(finding)
    assert "是不是 spec/dates？" in str(finding)


def test_rules_on_pages_are_not_missed_where_no_pages_were_looked_at() -> None:
    assert told(f"{HEAD}  text: 甲  # bulletin-gen: allow layout\n") == []


def test_an_allowance_in_a_text_is_none() -> None:
    text = f"{HEAD}  text: |\n    # bulletin-gen: allow {RULE}\n    {WRONG}\n"

    assert f"6 {RULE}" in told(text)
