"""What counts as a blank row in a DOCX, and what as a line."""

import pytest

from bulletin_gen.ooxml.word_file import WordFile
from bulletin_gen.proof.docx import measure_docx
from bulletin_gen.units import pt_to_mm
from small_docx import p, r, small_docx

EXACT = '<w:spacing w:line="579" w:lineRule="exact"/>'
SPACED = '<w:spacing w:before="{}" w:line="579" w:lineRule="exact"/>'


def blank_rows(*paragraphs: str) -> int | None:
    """Return how many blank rows stand above the last paragraph."""
    return measure_docx(small_docx("".join(paragraphs))).paragraphs[-1].blank_before


@pytest.mark.parametrize(("before", "rows"), [(0, 0), (120, 0), (579, 1), (1158, 2)])
def test_space_before_a_paragraph_counts_as_blank_rows(before: int, rows: int) -> None:
    assert blank_rows(p("甲"), p("乙", properties=SPACED.format(before))) == rows


def test_space_is_added_to_blank_paragraphs() -> None:
    assert blank_rows(p("甲"), p(properties=EXACT), p("乙", properties=SPACED.format(579))) == 2


LINE = '<v:line style="position:absolute" from="0,2pt" to="442.2pt,2pt" strokecolor="{}" strokeweight="1.4pt"/>'


@pytest.mark.parametrize("colour", ["red", "#ff0000", "#f00", "red [2]"])
def test_a_line_of_older_programs_is_a_line(colour: str) -> None:
    drawn = p(r(f"<w:pict>{LINE.format(colour)}</w:pict>"))
    (stroke,) = measure_docx(small_docx(p("甲") + drawn + p("乙"))).strokes

    assert stroke.is_red
    assert (stroke.width_mm, stroke.thickness_mm) == pytest.approx((pt_to_mm(442.2), pt_to_mm(1.4)))


def test_the_blank_paragraph_that_a_floating_line_hangs_on_is_a_blank_row() -> None:
    drawn = p(r(f"<w:pict>{LINE.format('red')}</w:pict>"))

    assert blank_rows(p("甲"), drawn, p("乙")) == 1


def test_indents_in_characters_are_counted_in_those_of_the_usual_style() -> None:
    usual = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
    small = (
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:rPr><w:sz w:val="18"/></w:rPr></w:style>'
    )
    text = p("甲", properties='<w:pStyle w:val="b"/><w:ind w:rightChars="100" w:right="320"/>')
    looks = WordFile(small_docx(text, styles=usual + small)).body.paragraphs[0].format

    assert looks.right_mm == pytest.approx(pt_to_mm(16))
