"""What the glyphs of a page show: columns, line numbers, text set upright, lines under and through words."""

from collections.abc import Sequence

import pytest

from bulletin_gen.proof.measured import Measured
from bulletin_gen.proof.outcome import Verdict
from bulletin_gen.proof.pdf.glyph_lines import measure
from bulletin_gen.proof.pdf.glyphs import Bar, Glyph, PdfPage, PdfText
from bulletin_gen.proof.prove import prove
from bulletin_gen.style import GBT9704
from bulletin_gen.units import pt_to_mm

PITCH, EM = 10.2, pt_to_mm(16.0)
TEXT = "坚持把整改作为重大政治任务，"


def glyph(text: str, left_mm: float, baseline_mm: float, size_pt: float = 16.0) -> Glyph:
    width = pt_to_mm(size_pt) * (1.0 if ord(text[0]) > 0xFF else 0.5)
    return Glyph(text, left_mm, left_mm + width, baseline_mm, size_pt, "FangSong", "000000", False, False)


def row(text: str, left_mm: float, number: int, size_pt: float = 16.0) -> list[Glyph]:
    baseline, step = 45.0 + number * PITCH, pt_to_mm(size_pt)
    return [glyph(char, left_mm + index * step, baseline, size_pt) for index, char in enumerate(text)]


def page(glyphs: Sequence[Glyph], bars: Sequence[Bar] = ()) -> Measured:
    return measure(PdfText((PdfPage(1, 210.0, 297.0, tuple(glyphs), tuple(bars)),), (), 0))


def bar(left_mm: float, right_mm: float, y_mm: float) -> Bar:
    return Bar(left_mm, right_mm, y_mm, y_mm, 0.2, "000000")


def found(measured: Measured, id: str) -> tuple[Verdict, str]:
    (row,) = (row for row in prove(measured, GBT9704).rows if row.id == id)
    return row.verdict, row.found


ONE_COLUMN = [one for number in range(12) for one in row(TEXT, 28.0, number)]
TWO_COLUMNS = [
    *row("关于巡察整改进展情况的通报", 68.0, 0, 22.0),
    *(one for number in range(1, 13) for left in (28.0, 112.0) for one in row(TEXT[: 12 + number % 2], left, number)),
]
NUMBERED = [
    one for number in range(12) for one in [*row(str(number + 1), 20.0, number, 10.0), *row(TEXT, 28.0, number)]
]


def test_text_in_columns_is_set_apart_and_told_and_its_title_read() -> None:
    measured = page(TWO_COLUMNS)

    assert [one.text for one in measured.paragraphs] == ["关于巡察整改进展情况的通报"]
    assert measured.unseen == ("第1页分栏的文字 300 字没有核对",)
    assert found(measured, "G-07") == (Verdict.BREAKS, "第1页分 2 栏")
    assert found(measured, "G-29") == (Verdict.UNMEASURED, "首页分 2 栏，须看印出的页面")


def test_the_numbers_of_lines_are_no_text() -> None:
    measured = page(NUMBERED)

    assert {line.text for line in measured.lines} == {TEXT}
    assert found(measured, "G-07") == (Verdict.BREAKS, "第1页有行号")


def test_a_list_of_a_few_numbers_is_text() -> None:
    measured = page(NUMBERED[: len(NUMBERED) // 4])

    assert measured.lines[0].text == f"1{TEXT}"


def test_text_set_upright_is_not_read_across() -> None:
    upright = [
        glyph(char, 170.0 - column * PITCH, 45.0 + index * EM)
        for column in range(12)
        for index, char in enumerate(TEXT)
    ]
    measured = page(upright)

    assert (measured.paragraphs, measured.frames[0].oddities) == ((), ("文字竖排",))
    assert page(ONE_COLUMN).frames[0].oddities == ()


@pytest.mark.parametrize(("above_mm", "said"), [(-0.5, "加下划线"), (1.8, "加删除线"), (5.0, None), (-3.0, None)])
def test_a_line_under_or_through_words_is_seen(above_mm: float, said: str | None) -> None:
    first = ONE_COLUMN[0].baseline_mm
    measured = page(ONE_COLUMN, [bar(28.0, 28.0 + 4 * EM, first - above_mm)])
    verdict, told = found(measured, "G-19")

    assert (verdict is Verdict.BREAKS, told.endswith(said or "没有")) == (said is not None, True)


def test_only_the_words_above_it_are_underlined() -> None:
    measured = page(ONE_COLUMN, [bar(28.0, 28.0 + 4 * EM, ONE_COLUMN[0].baseline_mm + 0.5)])

    assert [span.text for span in measured.lines[0].spans if span.is_underlined] == ["坚持把整"]


def test_what_stands_in_the_white_of_every_page_is_told_and_no_text() -> None:
    head = row("内部资料", 150.0, -2)
    pages = tuple(PdfPage(number, 210.0, 297.0, (*head, *ONE_COLUMN), ()) for number in (1, 2))
    measured = measure(PdfText(pages, (), 0))

    assert {line.text for line in measured.lines} == {TEXT}
    assert measured.unseen == ("每页上下白边里的文字“内部资料”",)
    assert page([*head, *ONE_COLUMN]).lines[0].text == "内部资料"


def test_glyphs_too_small_to_have_a_size_do_no_harm() -> None:
    small = [glyph(char, 28.0, 45.0 + index / 1000, 0.001) for index, char in enumerate(TEXT)]

    assert page(small).frames[0].oddities == ()


def test_a_last_page_that_fills_a_part_of_the_left_column_is_in_columns_too() -> None:
    last = [one for number in range(4) for one in row(TEXT[:12], 28.0, number)]
    pages = (PdfPage(1, 210.0, 297.0, tuple(TWO_COLUMNS), ()), PdfPage(2, 210.0, 297.0, tuple(last), ()))
    measured = measure(PdfText(pages, (), 0))

    assert [frame.columns for frame in measured.frames] == [2, 2]
    assert page(last).frames[0].columns == 1
