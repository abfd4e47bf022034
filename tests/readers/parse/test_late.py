"""A day that is told after the bulletin's own is told of."""

import pytest

from bulletin_gen.readers import read_text

TEXT = """\
某县望河镇党委关于巡察整改情况的通报
一、整改情况
截至{day}，反馈的问题均已制定措施。
（一）关于“值班不严”问题的整改情况
重排值班表。
某县望河镇党委
2024年12月25日"""


def told(day: str) -> list[str]:
    findings = read_text(TEXT.replace("{day}", day)).findings
    return [finding.message for finding in findings if finding.rule == "import/late-day"]


def test_a_day_after_that_of_the_bulletin_is_told() -> None:
    assert told("2025年1月10日") == ["“截至2025年1月10日”晚于成文日期（2024年12月25日）"]


@pytest.mark.parametrize("day", ["2024年12月25日", "2024年11月30日", "2025年1月底", "目前"])
def test_a_day_before_it_or_a_vague_one_is_not(day: str) -> None:
    assert told(day) == []
