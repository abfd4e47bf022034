"""What the numbered lines of a text are called, and what stands below them."""

from bulletin_gen.checking import manuscript_of
from bulletin_gen.checks.outline import Entry, families, outline, text_passages
from bulletin_gen.readers.text import read_text

TEXT = """中共青禾县柳塘镇委员会关于巡察整改情况的通报
一、整改落实情况。
（一）反馈问题：政治建设方面
1.关于“学习不深入，‘两张皮’”等问题的整改情况。一是制定计划。
整改落实情况：已完成整改。
2.对“落实打折扣”问题的整改情况一是建立台账。
（二）作风建设方面
问题说明。
二、下一步工作
继续巩固。
中共青禾县柳塘镇委员会
2024年12月10日"""


def entries(text: str = TEXT) -> tuple[Entry, ...]:
    return outline(manuscript_of(read_text(text)))


def test_a_heading_ends_at_its_mark_or_where_its_text_begins() -> None:
    assert [(entry.heading, entry.end_mark, entry.body) for entry in entries()] == [
        ("整改落实情况", "。", ""),
        ("反馈问题：政治建设方面", "", ""),
        ("关于“学习不深入，‘两张皮’”等问题的整改情况", "。", "一是制定计划。"),
        ("对“落实打折扣”问题的整改情况", "", "一是建立台账。"),
        ("作风建设方面", "", ""),
        ("下一步工作", "", ""),
    ]


def test_a_heading_stands_where_it_says() -> None:
    for entry in entries():
        assert entry.passage.text[entry.start : entry.end] == entry.heading


def test_headings_know_what_stands_above_and_below() -> None:
    first, dimension, issue, *_ = entries()

    assert (first.above, dimension.above, issue.above) == (None, first, dimension)
    assert [entry.number for entry in first.all_below()] == [1, 1, 2, 2]
    assert [passage.text for passage in issue.paragraphs] == ["整改落实情况：已完成整改。"]


def test_a_heading_names_its_problem_quoted_or_not() -> None:
    said = "1.关于“学习不深入”问题\n甲。\n2.关于补贴发放不及时的问题\n乙。\n3.强化监督\n丙。\n"

    assert [entry.problem for entry in entries(said)] == ["学习不深入", "补贴发放不及时", ""]
    assert [entry.problem for entry in entries("问题1：学习不深入\n整改：甲。\n问题2：落实打折扣\n整改：乙。")] == [
        "学习不深入",
        "落实打折扣",
    ]


def test_siblings_are_those_of_one_form_below_one_heading() -> None:
    found = families(manuscript_of(read_text(TEXT)))

    assert [[entry.number for entry in family] for family in found] == [[1, 2], [1, 2], [1, 2]]


def test_title_and_signature_are_no_part_of_the_text() -> None:
    told = [passage.text for passage in text_passages(manuscript_of(read_text(TEXT)))]

    assert (told[0], told[-1]) == ("一、整改落实情况。", "继续巩固。")


def test_what_copying_left_before_a_label_is_passed_over() -> None:
    assert [entry.heading for entry in entries("&nbsp;&nbsp;一、整改情况\n甲。\n## 二、下一步\n乙。")] == [
        "整改情况",
        "下一步",
    ]
