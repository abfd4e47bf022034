"""What a proof says of files that hold little, or what no one expects."""

from dataclasses import replace

import pytest

from blocks import Heading
from bulletin_gen.element import Element
from bulletin_gen.proof.docx import measure_docx
from bulletin_gen.proof.measured import Measured
from bulletin_gen.proof.outcome import Verdict
from bulletin_gen.proof.prove import Proof, prove
from bulletin_gen.proof.requirement import Case
from bulletin_gen.proof.requirements import REQUIREMENTS
from bulletin_gen.spans import spanned
from bulletin_gen.spec.sign_off import OutputForm
from bulletin_gen.style import GBT9704
from bulletin_gen.text.numerals import Label, say_label
from bulletin_gen.writers.docx.write import write_docx
from damage import sound_document
from measured import A4, CELL, PAGE, docx, full_lines, pdf, printed

LANDSCAPE = replace(A4, width_mm=297.0, height_mm=210.0)


def pitch(measured: Measured) -> float | None:
    return Case(measured, GBT9704, OutputForm.PUBLISHED).pitch_pt


def worst_of(proof: Proof, *ids: str) -> Verdict:
    found = [verdict(proof, id) for id in ids]
    return Verdict.BREAKS if Verdict.BREAKS in found else Verdict.CONFORMS


def verdict(proof: Proof, id: str) -> Verdict:
    (row,) = (row for row in proof.rows if row.id == id)
    return row.verdict


@pytest.mark.parametrize(
    "measured", [docx(), pdf(), pdf(full_lines(0)), docx(frame=LANDSCAPE), pdf(full_lines(3), frame=LANDSCAPE)]
)
def test_a_file_that_holds_little_is_judged_by_every_clause(measured: Measured) -> None:
    assert len(prove(measured, GBT9704).rows) == len(REQUIREMENTS)


def test_the_rows_of_landscape_pages_are_not_counted() -> None:
    proof = prove(pdf(full_lines(3), frame=LANDSCAPE), GBT9704)

    assert (verdict(proof, "G-01"), verdict(proof, "G-05")) == (Verdict.BREAKS, Verdict.UNMEASURED)


def test_the_edges_of_text_on_landscape_pages_are_not_those_of_the_text_area() -> None:
    proof = prove(pdf(full_lines(6, right_mm=269.0), frame=LANDSCAPE), GBT9704)

    assert (verdict(proof, "G-03"), verdict(proof, "G-04")) == (Verdict.UNMEASURED, Verdict.UNMEASURED)
    assert verdict(prove(pdf(full_lines(6, right_mm=194.0)), GBT9704), "G-04") is Verdict.BREAKS


def test_the_pitch_of_many_lines_is_their_mean_without_the_gaps() -> None:
    assert pitch(pdf(full_lines(3), full_lines(3, row=7))) == pytest.approx(28.95)


def test_the_pitch_of_three_unequal_lines_is_the_smaller_step() -> None:
    assert pitch(pdf(full_lines(1), full_lines(0, row=4))) == pytest.approx(28.95)


def test_one_line_has_no_pitch() -> None:
    assert pitch(pdf(full_lines(0))) is None


def test_a_document_of_more_than_a_hundred_issues_has_headings_only() -> None:
    """（一百）、 is as much a label as （一）: its face is that of a heading, and no fault of the text's."""
    document = sound_document()
    issues = tuple(Heading(2, 1, say_label(Label.HAN_BRACKETS, number), "学习不深入") for number in range(3, 104))
    at = next(index for index, block in enumerate(document.blocks) if getattr(block, "label", ()) == spanned("二、"))
    blocks = document.blocks[:at] + issues + document.blocks[at:]
    proof = prove(measure_docx(write_docx(replace(document, blocks=blocks), GBT9704)), GBT9704)

    assert [row.id for row in proof.rows if row.verdict is Verdict.BREAKS] == []


def test_a_date_whose_digits_stand_apart_is_where_it_ought_to_be() -> None:
    """Word and LibreOffice part digits from Chinese: a date set from the right begins further left than it should."""
    right = PAGE.right_edge_mm
    name = replace(printed(Element.SIGNATURE, "某某市水务局", row=7, left_mm=right - 8 * CELL), blank_before=1)
    dated = printed(Element.ISSUE_DATE, "2025年1月2日", row=8, left_mm=right - 7 * CELL)

    def judged(date_end_mm: float) -> Verdict:
        date_line = replace(dated.lines[0], right_mm=date_end_mm)
        measured = pdf(full_lines(4), name, replace(dated, lines=(date_line,)))
        return worst_of(prove(measured, GBT9704), "G-60", "G-61")

    assert (judged(right), judged(right - CELL)) == (Verdict.CONFORMS, Verdict.BREAKS)
