"""What became of a line, field by field: words, measures that came and went, and words that are ours."""

import pytest

import bulletin_gen
from bulletin_gen.review.home.changes import draft_of
from bulletin_gen.review.home.paragraph import Paragraph, body_of, compare_line

DRAFT = """
issuer: {name: 中共青禾县水务局党组}
opening: 无
results:
  issues:
    - problem: 河道管护不到位
      measures: [清理河道垃圾120吨。, 聘请护河员36名。, 修订管护办法。]
"""
HEADING, MEASURES = draft_of(bulletin_gen.load_spec(DRAFT)).lines[1:3]


def became(edited: str) -> list[str]:
    return [one.new for one in compare_line(MEASURES, edited).pieces]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("120吨", "135吨"),
        ("36名", "36名，定岗定责"),
        ("120吨。", "120吨。已办结。"),
        ("聘请护河员36名", "聘用专职护河员"),
        ("修订管护办法", ""),
    ],
)
def test_words_stay_with_their_measure(old: str, new: str) -> None:
    measures = ["清理河道垃圾120吨。", "聘请护河员36名。", "修订管护办法。"]

    assert became(MEASURES.text.replace(old, new)) == [one.replace(old, new) for one in measures]


def test_labels_that_count_on_are_no_change() -> None:
    found = compare_line(MEASURES, "一是清理河道垃圾120吨。二是修订管护办法。")

    assert [piece.path for piece in found.gone] == ["results.issues[0].measures[1]"]
    assert [one.new for one in found.pieces] == ["清理河道垃圾120吨。", "修订管护办法。"]
    assert found.ours == ()


def test_a_measure_with_a_label_of_its_own_is_a_new_one() -> None:
    found = compare_line(MEASURES, f"{MEASURES.text}四是安装监控28处。")

    assert [(one.piece.path, one.new) for one in found.listed] == [("results.issues[0].measures[2]", "安装监控28处。")]


def test_a_first_measure_without_its_label_stands_before_the_others() -> None:
    found = compare_line(MEASURES, MEASURES.text.removeprefix("一是"))

    assert [one.new for one in found.freed] == ["清理河道垃圾120吨。"]
    assert [piece.path for piece in found.gone] == ["results.issues[0].measures[0]"]


def test_words_around_the_problem_are_ours() -> None:
    found: Paragraph = compare_line(HEADING, HEADING.text.replace("关于", "针对"))

    assert [(found.old[one.old], found.new[one.new]) for one in found.ours] == [("关于“", "针对“")]


@pytest.mark.parametrize("label", ["一、", "二、", "（一）", "1.", ""])
def test_a_heading_may_bear_any_label_or_none(label: str) -> None:
    assert body_of(HEADING, f"{label}关于“河道管护”问题的整改情况") == "关于“河道管护”问题的整改情况"
