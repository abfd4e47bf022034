"""Which beginnings of a line are labels."""

import pytest

from bulletin_gen.text.labels import Marked, leading_label, leading_listed
from bulletin_gen.text.numerals import Label


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("一、加强领导", Marked(Label.HAN, 1, "加强领导")),
        ("二十一、加强领导", Marked(Label.HAN, 21, "加强领导")),
        ("（三）压实责任", Marked(Label.HAN_BRACKETS, 3, "压实责任")),
        ("㈢压实责任", Marked(Label.HAN_ENCLOSED, 3, "压实责任")),
        ("12. 核查资金", Marked(Label.DOT, 12, "核查资金")),
        ("12．核查资金", Marked(Label.DOT, 12, "核查资金")),
        ("1.2024年以来", Marked(Label.DOT, 1, "2024年以来")),
        ("3.提升5.0产业", Marked(Label.DOT, 3, "提升5.0产业")),
        ("2、核查资金", Marked(Label.COMMA, 2, "核查资金")),
        ("（4）核查资金", Marked(Label.BRACKETS, 4, "核查资金")),
        ("4）核查资金", Marked(Label.HALF_BRACKETS, 4, "核查资金")),
        ("⑷核查资金", Marked(Label.ENCLOSED, 4, "核查资金")),
        ("㉑核查资金", Marked(Label.CIRCLE, 21, "核查资金")),
        ("问题2：学习不深", Marked(Label.PROBLEM, 2, "学习不深")),
        ("问题二：学习不深", Marked(Label.HAN_PROBLEM, 2, "学习不深")),
        ("问题2．学习不深", Marked(Label.PROBLEM_DOT, 2, "学习不深")),
        ("问题2、学习不深", Marked(Label.PROBLEM_COMMA, 2, "学习不深")),
        ("问题二、学习不深", Marked(Label.HAN_PROBLEM_COMMA, 2, "学习不深")),
    ],
)
def test_labels_of_headings(text: str, marked: Marked) -> None:
    assert leading_label(text) == marked


@pytest.mark.parametrize(
    "text",
    [
        "一、二期标准厂房",
        "3.5万元已退回",
        "问题2.5倍于上年",
        "问题1、2已整改",
        "问题一、问题二均已整改",
        "01.核查",
        "2024年",
        "1、2号楼",
        "一是核查",
        "（试行）",
        "十十、甲",
        "1500.整改",
    ],
)
def test_what_is_no_label(text: str) -> None:
    assert leading_label(text) is None


@pytest.mark.parametrize(
    ("text", "label", "number"),
    [("十二是核查", Label.FIRSTLY, 12), ("第三，核查", Label.FIRST, 3), ("（1）核查", Label.BRACKETS, 1)],
)
def test_labels_of_measures(text: str, label: Label, number: int) -> None:
    assert leading_listed(text) == Marked(label, number, "核查")
