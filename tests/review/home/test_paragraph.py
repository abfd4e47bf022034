"""What became of a line, field by field: words, measures that came and went, and words that are ours."""

import pytest

import bulletin_gen
from bulletin_gen.review.home.draft import draft_of
from bulletin_gen.review.home.paragraph import (
    Paragraph,
    as_listed,
    beside_others,
    body_of,
    compare_line,
    lone_measure,
)

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


def test_a_lone_measure_has_the_label_that_a_list_puts_before_it() -> None:
    draft = DRAFT.replace(", 聘请护河员36名。, 修订管护办法。", "")
    line = draft_of(bulletin_gen.load_spec(draft)).lines[2]

    assert lone_measure(line) == line.pieces[0]
    assert beside_others(line, "一是清理河道垃圾120吨。二是修订管护办法。").text == "一是清理河道垃圾120吨。"
    assert beside_others(line, "①清理河道垃圾120吨。②修订管护办法。").text == "①清理河道垃圾120吨。"
    assert beside_others(line, "清理河道垃圾130吨。") is line


def test_a_list_within_a_lone_measure_is_its_own() -> None:
    words = "开展两项行动：一是清查，二是整治。"
    draft = DRAFT.replace("清理河道垃圾120吨。, 聘请护河员36名。, 修订管护办法。", words)
    line = draft_of(bulletin_gen.load_spec(draft)).lines[2]

    assert beside_others(line, words.replace("两项", "2项")) is line
    assert compare_line(line, words.replace("两项", "2项")).listed == ()


def test_measures_that_have_labels_are_not_lone() -> None:
    assert lone_measure(MEASURES) is None
    assert beside_others(MEASURES, MEASURES.text) is MEASURES


def test_measures_that_lost_all_their_labels_are_one() -> None:
    assert as_listed(MEASURES, "清理河道垃圾120吨。") == "一是清理河道垃圾120吨。"
    assert as_listed(MEASURES, "二是聘请护河员36名。") == "二是聘请护河员36名。"
    assert as_listed(MEASURES, "") == ""


def test_words_around_the_problem_are_ours() -> None:
    found: Paragraph = compare_line(HEADING, HEADING.text.replace("关于", "针对"))

    assert [(found.old[one.old], found.new[one.new]) for one in found.ours] == [("关于“", "针对“")]


@pytest.mark.parametrize("label", ["一、", "二、", "（一）", "1.", ""])
def test_a_heading_may_bear_any_label_or_none(label: str) -> None:
    assert body_of(HEADING, f"{label}关于“河道管护”问题的整改情况") == "关于“河道管护”问题的整改情况"
