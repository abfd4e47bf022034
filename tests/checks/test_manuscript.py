"""A bulletin paragraph by paragraph, and the paragraphs in which something may be found."""

from bulletin_gen.checks.manuscript import Manuscript, Passage, once
from bulletin_gen.checks.terms import terms_of
from bulletin_gen.document import Document
from bulletin_gen.properties import Properties
from bulletin_gen.text.regex import Regex

DUES = Regex("缴纳党费|党费缴纳|未缴纳的?党费")  # a pattern of a rule: which words it needs is known
DIGIT = Regex("[0-9]")
WIDE_DIGIT = Regex("[０-９]")


def manuscript(*paragraphs: str) -> Manuscript:
    return Manuscript(Document(Properties("", ""), ()), tuple(map(Passage, paragraphs)))


def raws(passages: list[Passage]) -> list[str]:
    return [passage.raw for passage in passages]


def test_the_paragraphs_that_say_a_word_are_told_in_order() -> None:
    said = manuscript("逐月布署学习。", "定期调度。", "惯彻落实。")

    assert raws(said.saying(terms_of("错别字"))) == ["逐月布署学习。", "惯彻落实。"]
    assert said.saying(terms_of("机构名称")) == []


def test_a_pattern_is_asked_of_what_is_meant_or_of_what_was_written() -> None:
    said = manuscript("培训１２次", "培训3次", "未培训")

    assert raws(said.for_any_of(DIGIT)) == ["培训１２次", "培训3次"]
    assert raws(said.raw_for_any_of(DIGIT)) == ["培训3次"]
    assert raws(said.raw_for_any_of(WIDE_DIGIT)) == ["培训１２次"]


def test_each_match_is_found_with_its_paragraph() -> None:
    said = manuscript("党费缴纳不及时", "定期调度。", "缴纳党费，未缴纳党费")

    assert [(passage.raw[:2], match.span()) for passage, match in said.finds(DUES)] == [
        ("党费", (0, 4)),
        ("缴纳", (0, 4)),
        ("缴纳", (5, 10)),
    ]


def test_what_was_read_once_is_remembered_with_what_it_was_read_in() -> None:
    asked: list[str] = []

    @once
    def length(passage: Passage) -> int:
        asked.append(passage.raw)
        return len(passage.raw)

    first, second = Passage("整改"), Passage("整改情况")

    assert [length(one) for one in (first, second, first, second)] == [2, 4, 2, 4]
    assert asked == ["整改", "整改情况"]
