"""Findings as remarks: each on the words that it is about, in whichever block they stand."""

from collections.abc import Sequence

from blocks import Heading, Paragraph, Signature, Table, Title
from bulletin_gen.checking import manuscript_of
from bulletin_gen.checks.remarks import remarked
from bulletin_gen.document import Block, Document, block_lines, plain_text
from bulletin_gen.finding import Finding, Quote, Severity
from bulletin_gen.properties import Properties
from bulletin_gen.spans import Commented, Text, flat, stretches
from bulletin_gen.where import Where

TITLE = Title(["关于巡察整改情况的通报"])
BODY = Paragraph("建立台账，建立台账。", "一是", where=Where(line=3))
HEADING = Heading(1, 0, "一、", "加强领导", "。开会3次。")
TABLE = Table(["问题", "措施"], (1, 1), [["台账不全", "补齐台账"]])
SIGNATURE = Signature(["中共柳塘县委员会"], "2025年5月8日")
DOCUMENT = Document(Properties("通报", "柳塘县委"), (TITLE, HEADING, BODY, TABLE, SIGNATURE))


def found(paragraph: str, words: str, message: str = "请核对", after: int = 0) -> Finding:
    start = paragraph.index(words, after)
    return Finding("a/b", Severity.WARNING, message, quote=Quote(paragraph, start, start + len(words)))


def remarks(*findings: Finding) -> list[tuple[str, str]]:
    """Words and remark of each, in the order of the text."""
    made = remarked(manuscript_of(DOCUMENT), findings)
    assert plain_text(made) == plain_text(DOCUMENT)
    return [remark for block in made.blocks for line in block_lines(block) for remark in on(line)]


def on(line: Text) -> list[tuple[str, str]]:
    commented = [stretch for stretch in stretches(line) if isinstance(stretch.span, Commented)]
    return [(flat(line)[one.start : one.end], one.span.comment.text) for one in commented]  # type: ignore[union-attr]


def line_of(block: Block, number: int = 0) -> str:
    return [flat(line) for line in block_lines(block)][number]


def words(*findings: Finding) -> Sequence[str]:
    return [said for said, _ in remarks(*findings)]


def test_a_remark_says_how_grave_it_is_what_is_wrong_how_to_mend_it_and_by_which_rule() -> None:
    finding = Finding("a/b", Severity.ERROR, "多了", "请删去", source="GB/T 15834", quote=Quote(line_of(TITLE), 0, 2))

    assert remarks(finding) == [("关于", "错误：多了；请删去（a/b，依据：GB/T 15834）")]


def test_words_of_every_kind_of_block_have_theirs() -> None:
    table, date = line_of(TABLE, 1), line_of(SIGNATURE, 1)
    findings = [
        found(line_of(TITLE), "巡察"),
        found(line_of(HEADING), "领导"),
        found(line_of(HEADING), "3次"),
        found(line_of(BODY), "台账"),
        found(table, "不全"),
        found(date, "5月"),
    ]

    assert words(*findings) == ["巡察", "领导", "3次", "台账", "不全", "5月"]


def test_of_words_that_stand_twice_the_right_ones_have_it() -> None:
    second = line_of(BODY).rindex("台账")

    made = remarked(manuscript_of(DOCUMENT), [found(line_of(BODY), "台账", after=second)])

    (line,) = block_lines(made.blocks[2])
    assert [one.start for one in stretches(line)] == [second]


def test_what_was_found_of_equal_paragraphs_goes_to_each() -> None:
    twice = Document(DOCUMENT.properties, (Paragraph("甲乙。"), Paragraph("甲乙。")))

    made = remarked(manuscript_of(twice), [found("甲乙。", "乙"), found("甲乙。", "乙")])

    assert [len(on(line)) for block in made.blocks for line in block_lines(block)] == [1, 1]


def test_words_that_overlap_share_a_remark() -> None:
    body = line_of(BODY)

    (remark,) = remarks(found(body, "建立台账", "甲"), found(body, "台账，", "乙"))

    assert remark == ("建立台账，", "警告：甲（a/b）\n警告：乙（a/b）")


def test_words_of_more_than_one_text_stand_for_the_longest() -> None:
    assert words(found(line_of(HEADING), "、加强")) == ["。开会3次。"]


def test_what_is_about_no_words_goes_to_the_paragraph_before_it_or_to_the_first() -> None:
    at_line = Finding("a/b", Severity.WARNING, "甲", where=Where(line=4))
    nowhere = Finding("a/b", Severity.WARNING, "乙")

    assert words(at_line, nowhere) == [line_of(TITLE), "建立台账，建立台账。"]
