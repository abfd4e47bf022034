"""What looks damaged in a line, and what only looks like it."""

import pytest

from bulletin_gen.readers import read_text
from bulletin_gen.readers.damage import find_damage, find_gaps
from bulletin_gen.readers.sheet.branches import grow
from source_lines import lines_of


def rules_in(text: str) -> list[str]:
    return [finding.rule.removeprefix("import/") for finding in find_damage(lines_of(text), None)]


@pytest.mark.parametrize("text", ["202435日反馈", "20243月整改", "3月5日至520日", "某党发〔20253号"])
def test_dates_that_have_lost_a_mark(text: str) -> None:
    assert "run-together-date" in rules_in(text)


@pytest.mark.parametrize(
    "text",
    ["2024年3月5日至20日", "某党发〔2025〕3号", "（1）甲（乙）", "1）甲", "问题1：“甲‘乙’丙”", "退回12000元，3月到账"],
)
def test_what_is_whole(text: str) -> None:
    assert rules_in(text) == []


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("制定了“办法", ["unpaired-mark"]),
        ("制定了办法》", ["unpaired-mark"]),
        ("（甲“乙）丙", ["unpaired-mark"]),
        ("〔甲》", ["unpaired-mark", "unpaired-mark"]),
        ("甲\ufffd乙", ["replaced-character"]),
    ],
)
def test_marks_and_characters_that_are_lost(text: str, rules: list[str]) -> None:
    assert rules_in(text) == rules


def test_gaps_in_the_numbers_and_headings_run_together() -> None:
    stem = grow(lines_of("一、甲", "（一）乙", "（三）丙", "四、关于“丁”的整改情况一是改。"))

    assert [(finding.rule, finding.where.line) for finding in find_gaps(stem.children, None)] == [
        ("import/numbering-gap", 3),
        ("import/numbering-gap", 4),
        ("import/missing-stop", 4),
    ]


def test_a_form_without_further_numbers_is_told_to_stop() -> None:
    messages = [finding.message for finding in read_text("①甲。\n㊿乙。\n㊿丙。").findings if "gap" in finding.rule]

    assert messages == ["编号不连续：①之后是㊿，应为②", "编号不连续：㊿之后是㊿"]


def test_pairs_without_numbers_have_no_gaps() -> None:
    text = "某局关于整改情况的通报\n一、整改情况\n问题：甲\n整改：一是乙。二是丙。\n问题：丁\n整改：一是戊。二是己。"

    assert [finding.rule for finding in read_text(text).findings if "gap" in finding.rule] == []


@pytest.mark.parametrize("label", ["问题1．", "问题1.", "问题1、", "问题一、", "问题1：", "问题一："])
def test_a_problem_is_headed_by_any_mark(label: str) -> None:
    second = label.replace("1", "2").replace("一", "二")
    text = f"某局关于整改情况的通报\n一、整改情况\n{label}学习不深的问题。\n已制定计划。\n{second}乙。"
    reading = read_text(text)

    assert reading.bulletin.results is not None
    assert [issue.text for issue in reading.bulletin.results.issues] == ["已制定计划。", ""]
    assert "import/numbering-gap" not in [finding.rule for finding in reading.findings]
