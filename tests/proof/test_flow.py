"""Lines on pages to paragraphs; and what too few lines, or uneven ones, still tell."""

from dataclasses import replace

import pytest

from bulletin_gen.element import Element
from bulletin_gen.proof.flow import LineInFrame, paragraphs_of, setting_of, usual_end
from bulletin_gen.proof.measured import Align, Line, Paragraph
from bulletin_gen.style import GBT9704
from bulletin_gen.units import pt_to_mm
from measured import CELL, PAGE, PITCH, full_lines, printed

STANDARD_PITCH = pt_to_mm(GBT9704.grid.line_pitch_pt)


def placed(*paragraphs: Paragraph) -> list[LineInFrame]:
    return [LineInFrame(line, line.page - 1) for one in paragraphs for line in one.lines]


def found(*paragraphs: Paragraph) -> tuple[Paragraph, ...]:
    lines = placed(*paragraphs)
    return paragraphs_of(lines, setting_of([one.line for one in lines]))


def at(row: float) -> Line:
    (line,) = printed(Element.BODY, "坚持把整改", row=row).lines
    return line


def test_the_edges_and_the_pitch_are_those_of_the_lines() -> None:
    setting = setting_of(full_lines(4, left_mm=30.0, right_mm=180.0, step=1.1).lines)

    assert (setting.left_mm, setting.right_mm) == (30.0, 180.0)
    assert setting.pitch_mm == pytest.approx(1.1 * PITCH)


@pytest.mark.parametrize("lines", [[], [at(1)], [at(1), at(3)]], ids=len)
def test_what_too_few_lines_show_is_the_standards(lines: list[Line]) -> None:
    setting = setting_of(lines)

    assert (setting.left_mm, setting.right_mm) == (PAGE.left_mm, PAGE.right_edge_mm)
    assert setting.pitch_mm == STANDARD_PITCH


def test_three_uneven_lines_have_the_standards_pitch() -> None:
    assert setting_of([at(1), at(2.2), at(4.9)]).pitch_mm == STANDARD_PITCH


def test_titles_and_notes_do_not_tell_the_edges() -> None:
    heading = printed(Element.TITLE, "关于整改情况的通报", left_mm=10.0)

    assert setting_of([*heading.lines, *full_lines(3).lines]).left_mm == PAGE.left_mm


def test_a_paragraph_ends_with_its_short_line() -> None:
    texts = [one.text.count("\n") for one in found(full_lines(2), full_lines(3, row=4))]

    assert texts == [2, 3]


def test_a_line_may_end_short_before_an_address_that_has_no_room_on_it() -> None:
    short, rest = full_lines(3), printed(Element.OTHER, "zgtb_20241225_qinghe_gov.html。", row=4)
    above = replace(short, lines=(*short.lines[:2], replace(short.lines[2], right_mm=PAGE.right_edge_mm - 30)))
    texts = [one.text.count("\n") for one in found(above, rest)]

    assert texts == [3]
    assert len(found(above, printed(Element.OTHER, "坚持问题导向。", row=4))) == 2


def test_a_paragraph_runs_on_over_the_page() -> None:
    above, rest = full_lines(3), full_lines(3, page=2, left_mm=PAGE.left_mm - 2 * CELL)
    lines = [*placed(above)[:3], placed(rest)[0]]
    setting = setting_of([one.line for one in lines])

    assert len(paragraphs_of(lines, setting)) == 1


def test_a_blank_row_parts_and_is_counted() -> None:
    first, second = found(full_lines(3), full_lines(3, row=6))

    assert (first.blank_before, second.blank_before, second.first_mm) == (None, 1, pytest.approx(2 * CELL))


def test_a_line_clear_of_both_edges_is_centred() -> None:
    text = "整改清单"
    left = (PAGE.left_mm + PAGE.right_edge_mm - len(text) * CELL) / 2
    centred, body = found(printed(Element.TITLE, text, left_mm=left), full_lines(3, row=3))

    assert (centred.align, body.align) == (Align.CENTRE, None)


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ([184.0] * 14 + [186.8], 184.0),  # one hung comma
        ([184.0, 183.9, 184.1, 120.0], 184.0),
        ([150.0, 120.0, 90.0], None),
        ([], None),
    ],
)
def test_the_text_ends_where_most_full_lines_do(ends: list[float], expected: float | None) -> None:
    assert usual_end(ends, CELL) == expected


def test_lines_that_end_nowhere_together_do_not_tell_where_the_text_ends() -> None:
    short = [printed(Element.BODY, "已完成" * count, row=count) for count in (2, 3, 5, 7)]

    assert setting_of([line for one in short for line in one.lines]).right_mm == PAGE.right_edge_mm
