"""White space that lays a line out, and white space that was left in one."""

import pytest

from bulletin_gen.checking import check
from bulletin_gen.readers.text import read_text

OPENING = "根据县委统一部署，2024年3月5日至5月20日，县委第三巡察组对石桥镇党委开展了巡察。"


def told(text: str) -> list[str]:
    rules = (finding.rule for finding in check(read_text(f"{OPENING}\n{text}")))
    return [
        rule for rule in rules if rule != "publication/page-chrome"
    ]  # the line 主办单位：… is taken for a page's foot


@pytest.mark.parametrize(
    "text",
    [
        "　　已全部完成整改。",
        "    已全部完成整改。",
        "组 长：王 明　副组长：李 红",
        "主办单位：石桥镇党委　石桥镇人民政府",
        "王　明、李　红参加了会议。",
        "联系人：王明 0731-28681234。",
        "序号\t问题\t措施",
    ],
)
def test_space_that_lays_out_is_let_pass(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("已全部完成 整改。", "spaces/between-han"),
        ("已全部完成整改。 \u00a0", "spaces/trailing"),
        ("已全部完成 ，长期坚持。", "spaces/beside-mark"),
        ("已完成\u00a0整改。", "spaces/no-break"),
    ],
)
def test_space_that_was_left_is_told_once(text: str, rule: str) -> None:
    assert told(text) == [rule]


def test_spaces_put_around_all_numbers_are_told_of_once() -> None:
    assert told("完成整改 12 项，修订制度 5 项，追缴资金 8 万元。") == ["spaces/beside-digits"]


def test_a_text_in_traditional_script_is_told_of_once() -> None:
    assert told("黨委認真學習，組織開展專題會議，對問題逐項檢查。") == ["spaces/traditional"]
