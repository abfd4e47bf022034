"""Where a heading ends, and which problem it names."""

import pytest

from bulletin_gen.readers.parse.headings import Named, Split, name_problem, split_heading

LONG = (
    "局党组先后召开党组会议、专题会议、推进会议，传达学习有关要求，研究部署整改工作，"
    "逐条逐项对照检查，深入剖析产生问题的根源，制定整改方案。"
)


@pytest.mark.parametrize(
    ("rest", "split"),
    [
        ("加强领导。开会3次。", Split("加强领导", "开会3次。")),
        ("加强领导", Split("加强领导", "")),
        ("组织整改情况。", Split("组织整改情况。", "")),
        ("关于“学得少。记得少”的问题。一是学。", Split("关于“学得少。记得少”的问题", "一是学。")),
        ("对“学习不深”等问题的整改情况：一是学。", Split("对“学习不深”等问题的整改情况：", "一是学。")),
        ("反馈问题：聚焦党的建设方面的问题", Split("反馈问题：聚焦党的建设方面的问题", "")),
        ("关于“学习不深”的整改情况一是学。", Split("关于“学习不深”的整改情况", "一是学。", "")),
        ("党建工作方面一是学。", Split("党建工作方面", "一是学。", "")),
        (LONG, Split("", LONG)),
        ("学习；整改。落实。", Split("", "学习；整改。落实。")),
        ("“甲。乙", Split("“甲", "乙")),
        ("关于“学习不深”的整改情况和成效。一是学。", Split("关于“学习不深”的整改情况和成效", "一是学。")),
        ("整改时限和要求：年底前。", Split("整改时限和要求：年底前。", "")),
    ],
)
def test_first_stop_ends_a_heading(rest: str, split: Split) -> None:
    assert split_heading(rest) == split


@pytest.mark.parametrize(
    ("heading", "named"),
    [
        ("关于“学习不深”问题的整改情况", Named("学习不深", "关于“…”问题的整改情况")),
        ("对“学习不深”等问题的整改情况：", Named("学习不深", "对“…”等问题的整改情况：")),
        ("关于学习不深的问题", Named("学习不深", "关于…的问题")),
        ("针对“学习不深”问题", Named("学习不深", "针对“…”问题")),
        ("党建工作方面的整改情况", Named("党建工作", "…方面的整改情况")),
        ("问题：学习不深。", Named("学习不深", "问题：…。")),
        ("学习不深入。", Named("学习不深入", "…。")),
        ("健全长效机制", None),
        ("落实“三会一课”制度", None),
        ("关于整改的情况", None),
        ("关于“学习”深”问题的整改情况", None),
        ("关于“…”问题的整改情况", Named("…", "关于“…”问题的整改情况")),
    ],
)
def test_the_problem_goes_back_into_its_pattern(heading: str, named: Named | None) -> None:
    assert name_problem(heading) == named


def test_a_problem_behind_its_label_is_one_heading() -> None:
    assert split_heading("巡察反馈问题：学习不深。").heading == "巡察反馈问题：学习不深。"
    assert name_problem("巡察反馈问题：学习不深。") == Named("学习不深", "巡察反馈问题：…。")
