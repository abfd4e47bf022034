"""The tree that printed labels draw."""

import pytest

from bulletin_gen.readers.sheet.branches import Branch, grow
from source_lines import lines_of


def drawn(branch: Branch) -> str:
    """Return a branch as 一、甲(（一）乙)."""
    below = "".join(map(drawn, branch.children))
    return branch.line.text + (f"({below})" if below else "")


@pytest.mark.parametrize(
    ("texts", "tree"),
    [
        (("一、甲", "（一）乙", "（二）丙", "二、丁"), "(一、甲(（一）乙（二）丙)二、丁)"),
        (("（一）甲", "1.乙", "2.丙", "（二）丁"), "(（一）甲(1.乙2.丙)（二）丁)"),
        (("一、甲", "1.乙", "（1）丙", "2.丁"), "(一、甲(1.乙(（1）丙)2.丁))"),
        (("一、甲", "1.乙", "（一）丙"), "(一、甲(1.乙(（一）丙)))"),  # （一） does not go on counting
        (("一、甲", "1.乙", "（二）丙"), "(一、甲(1.乙（二）丙))"),  # （二） does
        (("问题：甲", "整改：乙", "问题：丙", "整改：丁"), "(问题：甲问题：丙)"),
        (("问题：甲", "问题：乙"), ""),
    ],
)
def test_labels_draw_the_tree(texts: tuple[str, ...], tree: str) -> None:
    assert drawn(grow(lines_of(*texts))) == tree


def test_lines_without_a_label_belong_to_the_one_before() -> None:
    stem = grow(lines_of("甲", "一、乙", "丙"))

    assert [line.text for line in stem.paragraphs] == ["甲"]
    assert [line.text for line in stem.children[0].lines()] == ["一、乙", "丙"]
