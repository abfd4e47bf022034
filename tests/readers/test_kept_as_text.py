"""What a bulletin has and what was kept as text is told of, each with its line; what is typed is not."""

import pytest

from bulletin_gen.readers import Reading, read_text

OPENING = """中共青禾县河湾镇委员会关于巡察整改情况的通报
根据县委统一部署，2025年3月3日至4月30日，县委第三巡察组对河湾镇党委开展了巡察。
一、整改情况
"""
ISSUE = "（一）关于“台账不全”问题的整改情况\n一是补建台账。二是公示。\n"
SIGNED = "中共青禾县河湾镇委员会\n2025年12月1日\n"


def rules(reading: Reading) -> dict[str, int | None]:
    """The lines of what is told, by rule."""
    return {finding.rule: finding.where.line for finding in reading.findings}


@pytest.mark.parametrize(("problem", "answer"), [("问题一　", "整改情况："), ("【问题1】", "【整改情况】")])
def test_issues_under_labels_that_are_not_known_are_told(problem: str, answer: str) -> None:
    pairs = f"{problem}台账不全\n{answer}补建台账。\n{problem}学习不深\n{answer}学习12次。\n"

    assert rules(read_text(OPENING + pairs + SIGNED)) == {"import/untyped": 4}


def test_a_heading_inside_a_paragraph_is_told() -> None:
    inside = ISSUE.replace("公示。", "公示。（二）关于“学习不深”问题的整改情况。一是学习12次。")

    assert rules(read_text(OPENING + inside + SIGNED)) == {"import/heading-inside": 5}


def test_a_date_with_a_text_below_is_told() -> None:
    note = "注：本通报公布15个工作日。\n"

    assert rules(read_text(OPENING + ISSUE + SIGNED + note)) == {"import/date": 7}


def test_nothing_is_told_where_all_has_its_place() -> None:
    measures = ISSUE.replace("补建台账。", "补建台账（一）（二）册。")

    assert rules(read_text(OPENING + measures + SIGNED)) == {}


def test_the_names_of_attachments_above_the_signature_are_no_issues() -> None:
    results = read_text(f"{OPENING}{ISSUE}附：1.整改清单\n2.制度目录\n{SIGNED}").bulletin.results

    assert results is not None
    assert results.issues[0].sub_issues == []
    assert results.closing == "附：1.整改清单\n2.制度目录"


def test_a_line_in_brackets_is_no_part_of_the_name_below_it() -> None:
    bulletin = read_text(f"{OPENING}{ISSUE}（持续推进）\n{SIGNED}").bulletin

    assert bulletin.issuer.signature is None


def test_a_short_name_of_two_bodies_is_none() -> None:
    joint = OPENING.replace("对河湾镇党委", "对县水务局党组、县林业局党组")
    inspection = read_text(joint + ISSUE + SIGNED).bulletin.inspection

    assert inspection is not None
    assert inspection.inspected == "县水务局党组、县林业局党组"


def test_a_contact_in_brackets_keeps_them_together() -> None:
    said = "欢迎监督。（联系人：李某；联系电话：0641-6620018；电子邮箱：hwz@example.com）"
    contact = read_text(OPENING + ISSUE + said + "\n" + SIGNED).bulletin.contact

    assert contact is not None
    assert contact.wording == said


def test_a_contact_without_brackets_is_typed() -> None:
    said = "欢迎监督。联系人：李某；联系电话：0641-6620018；电子邮箱：hwz@example.com。"
    contact = read_text(OPENING + ISSUE + said + "\n" + SIGNED).bulletin.contact

    assert contact is not None
    assert [field.value for field in contact.fields] == ["李某", "0641-6620018", "hwz@example.com"]


def test_an_issue_that_cannot_be_typed_leaves_the_others_typed() -> None:
    odd = "（二）关于“学习不深”问题的整改情况\n①学习12次。②交流。\n整改时限：2025年底\n"
    reading = read_text(OPENING + ISSUE + odd + SIGNED)

    results = reading.bulletin.results
    assert results is not None
    assert results.issues[0].measures == ["补建台账。", "公示。"]
    assert results.issues[1].text == "①学习12次。②交流。\n整改时限：2025年底"
    assert rules(reading) == {}
