"""Which figures a text holds, and what they are worth."""

from fractions import Fraction

import pytest

from bulletin_gen.checks.facts.figures import Figure, figures_of, plain, sentences, spoken
from bulletin_gen.checks.manuscript import Manuscript, Passage
from bulletin_gen.document import Document, Paragraph, Table, TableRow
from bulletin_gen.properties import Properties


def only(text: str) -> Figure:
    (figure,) = figures_of(Passage(text))
    return figure


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("召开会议12次", 12, "次"),
        ("十二个问题", 12, "个"),
        ("两项制度", 2, "项"),
        ("追缴资金12.6万元", 126_000, "元"),
        ("发放1.35亿元", 135_000_000, "元"),
        ("核查1,286户", 1286, "户"),
        ("完成率83.3%", Fraction("83.3"), "%"),
        ("提高2.2个百分点", Fraction("2.2"), "个百分点"),
        ("历时两个月", 2, "个月"),
        ("走访群众５８人次", 58, "人次"),
    ],
)
def test_a_number_with_its_measure_word_is_a_figure(text: str, value: Fraction, unit: str) -> None:
    figure = only(text)

    assert (figure.value, figure.unit, figure.is_rough) == (value, unit, False)


@pytest.mark.parametrize(
    "text",
    [
        "40余次",
        "近3万元",
        "不少于2次",
        "每年1次",
        "达3万余元",
        "3—5个",
        "3至5个",
        "1万元以上",
        "约20家",
        "前3名",
    ],
)
def test_what_is_rough_is_known_as_rough(text: str) -> None:
    assert figures_of(Passage(text))[0].is_rough


@pytest.mark.parametrize(
    "text", ["第2次会议", "第十二个", "2019年", "一个问题", "1.2.3项", "数十个", "电话66200018", "A3项"]
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert figures_of(Passage(text)) == ()


def test_a_figure_knows_its_clause_and_its_place() -> None:
    figure = figures_of(Passage("截至9月底，反馈的12个问题中，已完成10个。"))[0]

    assert (figure.before, figure.words, figure.after) == ("反馈的", "12个", "问题中")
    assert figure.passage.raw[figure.start : figure.end] == "12个"


def test_figures_are_told_sentence_by_sentence_and_those_of_tables_are_not() -> None:
    table = Table(TableRow(()), (), ())
    passages = (Passage("有3个。还有5个。", block=Paragraph(())), Passage("甲\t7个\t8个", block=table))
    found = sentences(Manuscript(Document(Properties("", ""), ()), passages))

    assert [[figure.words for figure in sentence.figures] for sentence in found] == [["3个"], ["5个"]]
    assert [sentence.text for sentence in found] == ["有3个。", "还有5个。"]


def test_a_sentence_without_end_is_cut_into_several() -> None:
    text = "完成1个，" * 100
    found = sentences(Manuscript(Document(Properties("", ""), ()), (Passage(text),)))

    assert sum(len(sentence.figures) for sentence in found) == 100
    assert "".join(sentence.text for sentence in found) == text


def test_numbers_are_said_as_they_are_written() -> None:
    assert [plain(Fraction(3)), plain(Fraction(125, 2)), plain(Fraction(100)), plain(Fraction(1, 3))] == [
        "3",
        "62.5",
        "100",
        "0.33",
    ]
    assert spoken(Fraction(73500), only("退还4.15万元")) == "7.35万元"
