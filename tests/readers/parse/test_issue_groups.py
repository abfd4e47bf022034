"""Which headings below the results are dimensions, and which are issues."""

import pytest

from bulletin_gen.readers import read_text
from bulletin_gen.spec.model import Results

TITLE = "某县望河镇党委关于巡察整改情况的通报"


def results_of(*headings: str) -> Results:
    lines = [f"（{number}）{heading}\n已完成2个问题整改。" for number, heading in zip("一二三", headings, strict=False)]
    results = read_text("\n".join((TITLE, "一、巡察反馈问题整改情况", *lines))).bulletin.results
    assert results is not None
    return results


def test_dimensions_without_issues_are_sections() -> None:
    results = results_of("推动高质量发展方面", "全面从严治党方面")

    assert [section.heading for section in results.sections] == ["推动高质量发展方面", "全面从严治党方面"]
    assert results.issues == []


@pytest.mark.parametrize(
    "headings",
    [
        ("关于“学习不深”方面的问题", "关于“账目不清”方面的问题"),
        ("党建工作抓得不实方面", "作风建设存在差距方面"),
        ("推动高质量发展方面",),
    ],
)
def test_what_names_a_fault_is_an_issue(headings: tuple[str, ...]) -> None:
    results = results_of(*headings)

    assert results.sections == []
    assert len(results.issues) == len(headings)
