"""Which format a head shows, and that no format is judged by the clauses of another."""

import pytest

from bulletin_gen.element import Element
from bulletin_gen.proof.elements import with_elements
from bulletin_gen.proof.formats import DocumentFormat, format_of
from bulletin_gen.proof.measured import Align, Measured
from bulletin_gen.proof.outcome import Verdict
from bulletin_gen.proof.prove import Proof, prove
from bulletin_gen.proof.report.text import proof_text
from bulletin_gen.style import GBT9704
from clause_cases.special import LETTER, MINUTES, ORDER
from measured import body, docx, from_right, paragraph, rule, title

RED_HEAD = docx(
    paragraph(Element.ORGAN_MARK, "某某市水务局文件", align=Align.CENTRE),
    paragraph(Element.DOCUMENT_NUMBER, "某水〔2025〕8号", align=Align.CENTRE),
    title("某某市水务局关于整改情况的通报"),
    strokes=(rule(colour="FF0000"),),
)


def ids(proof: Proof, verdict: Verdict) -> set[str]:
    return {row.id for row in proof.rows if row.verdict is verdict}


@pytest.mark.parametrize(
    ("measured", "format"),
    [
        (RED_HEAD, DocumentFormat.GENERAL),
        (docx(body("坚持把整改")), DocumentFormat.GENERAL),
        (LETTER, DocumentFormat.LETTER),
        (ORDER, DocumentFormat.ORDER),
        (MINUTES, DocumentFormat.MINUTES),
    ],
)
def test_the_head_shows_the_format(measured: Measured, format: DocumentFormat) -> None:
    assert format_of(measured) is format


def test_a_number_at_the_right_below_a_mark_of_a_red_head_is_a_fault_and_no_letter() -> None:
    measured = docx(
        paragraph(Element.ORGAN_MARK, "某某市水务局文件", align=Align.CENTRE),
        from_right(Element.DOCUMENT_NUMBER, "某水〔2025〕8号", 0),
    )

    assert "G-25" in ids(prove(measured, GBT9704), Verdict.BREAKS)


@pytest.mark.parametrize(
    ("measured", "without"),
    [
        (LETTER, {"G-23", "G-25", "G-28", "G-32", "G-68", "G-69", "G-71", "G-75"}),
        (ORDER, {"G-23", "G-25", "G-26", "G-28", "G-31", "G-37", "G-59", "G-60"}),
        (MINUTES, {"G-23", "G-25", "G-26", "G-28", "G-60", "G-64"}),
    ],
)
def test_a_format_is_judged_by_its_own_clauses(measured: Measured, without: set[str]) -> None:
    assert without <= ids(prove(measured, GBT9704), Verdict.ABSENT)


@pytest.mark.parametrize("id", ["S-01", "S-02", "S-03", "S-04", "S-05", "S-06", "S-11", "S-12", "S-21", "S-22"])
def test_the_general_format_is_not_judged_by_those_of_others(id: str) -> None:
    assert id in ids(prove(RED_HEAD, GBT9704), Verdict.ABSENT)


def test_the_report_says_which_format_it_took_a_file_for() -> None:
    assert proof_text(prove(LETTER, GBT9704), "某.pdf").startswith(
        "某.pdf：按 GB/T 9704-2012 逐条核对（PDF 文件，按印发稿，信函格式）"
    )
    assert "格式）" not in proof_text(prove(RED_HEAD, GBT9704), "某.docx")


def unknown(*texts: str) -> list[Element]:
    """Return the elements of paragraphs below a red mark, of which nothing is known but their words."""
    mark = paragraph(Element.ORGAN_MARK, texts[0])
    aligned = {text: Align.BOTH if set("。：") & set(text) else Align.CENTRE for text in texts[1:]}
    others = [paragraph(Element.BODY, text, align=align) for text, align in aligned.items()]
    return [one.element for one in with_elements([mark, *others])][1:]


def test_below_the_mark_of_an_order_stands_its_number() -> None:
    assert unknown("某某市人民政府令", "第12号")[0] is Element.DOCUMENT_NUMBER


def test_below_the_mark_of_minutes_stand_number_office_and_day_before_the_title() -> None:
    below = unknown("某某局党组会议纪要", "（第三期）", "某某局办公室　2025年1月2日", "关于整改工作的会议纪要")

    assert below == [Element.DOCUMENT_NUMBER, Element.OTHER, Element.TITLE]


def test_who_was_there_is_no_text_of_the_minutes() -> None:
    assert unknown("某某局党组会议纪要", "会议议定如下事项。", "出席：甲某、乙某")[-1] is Element.OTHER
    assert unknown("某某市水务局文件", "会议议定如下事项。", "出席：甲某、乙某")[-1] is Element.BODY
