"""The pages of the published examples, measured from outside.

The numbers are those of GB/T 9704-2012, typed here a second time on purpose: the product is held to the standard,
not to itself.
"""

import re
from pathlib import Path

import pytest

from measure import Line, Page, in_mm, ink_box, line_box_edges, read_pages
from rendered import PUBLISHED, render

TOP, RIGHT, BOTTOM, LEFT = 37, 184, 262, 28  # mm, the edges of the text area: 5.2.1
TOLERANCE = 1  # mm, the standard's own: 5.2.1
ROWS, COLUMNS = 22, 28  # 5.2.3
BODY, PAGE_NUMBER = 16, 14  # pt: 5.2.2, 7.5
LINE_PITCH = 28.95  # pt, the largest that gives 22 lines
DASH = 269  # mm, 7 below the text area: 7.5
FULL_WIDTH = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”‘’—…·①-⑳]+")


@pytest.fixture(scope="module", params=PUBLISHED, ids=lambda path: path.stem)
def pdf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return render(request.param, tmp_path_factory.mktemp("measured")).pdf


@pytest.fixture(scope="module")
def measured(pdf: Path) -> list[Page]:
    return read_pages(pdf)


def full_lines(pages: list[Page]) -> list[Line]:
    """Return the body lines that reach from edge to edge and hold nothing but characters of full width."""
    body = [line for page in pages for line in page.of_size(BODY)]
    flush = [line for line in body if in_mm(line.left) < LEFT + 1 and in_mm(line.right) > RIGHT - 1]
    return [line for line in flush if FULL_WIDTH.fullmatch(line.text)]


def page_number(page: Page) -> Line:
    (number,) = page.of_size(PAGE_NUMBER)
    return number


def test_the_paper_is_a4(measured: list[Page]) -> None:
    sizes = {(round(in_mm(page.width), 1), round(in_mm(page.height), 1)) for page in measured}

    assert sizes == {(210, 297)}


def test_the_text_keeps_its_borders(measured: list[Page]) -> None:
    """天头 37 mm, 订口 28 mm; so the text area of 156 × 225 mm ends 26 mm from the right and 35 mm from the foot."""
    for page in measured[1:-1]:
        body = page.of_size(BODY)
        top, bottom = line_box_edges(body, LINE_PITCH)
        assert in_mm(top) == pytest.approx(TOP, abs=TOLERANCE)
        assert in_mm(bottom) < BOTTOM + TOLERANCE
        assert in_mm(min(line.left for line in body)) == pytest.approx(LEFT, abs=TOLERANCE)
        assert in_mm(max(line.right for line in body)) == pytest.approx(RIGHT, abs=TOLERANCE)


def test_the_lines_fill_a_grid_of_22(measured: list[Page]) -> None:
    """Lines stand on the 22 places of a page and nowhere else, and most pages are filled to the foot."""
    first = measured[1].of_size(BODY)[0].baseline
    rows = [[(line.baseline - first) / LINE_PITCH for line in page.of_size(BODY)] for page in measured]
    full = [page for page in rows[:-1] if round(page[-1]) == ROWS - 1]

    assert all(row == pytest.approx(round(row), abs=0.01) for page in rows for row in page)
    assert {round(row) for page in rows for row in page} == set(range(ROWS))
    assert len(full) > len(rows[:-1]) / 2


def test_a_full_line_holds_28_characters(measured: list[Page]) -> None:
    """A line from edge to edge holds 28, fewer only where a mark or a number keeps together."""
    lines = full_lines(measured)
    filled = [line for line in lines if len(line.glyphs) == COLUMNS]

    assert len(filled) > len(lines) / 2
    assert max(len(line.glyphs) for line in lines) == COLUMNS
    assert all(15.75 <= round(pitch, 2) <= 15.80 for line in filled for pitch in line.pitches)


def test_the_page_number_stands_outside(measured: list[Page]) -> None:
    """— 1 — in 4号, one character in from the outer edge: right on odd pages, left on even ones."""
    for page in measured:
        number = page_number(page)
        inset = RIGHT - in_mm(number.right) if page.number % 2 else in_mm(number.left) - LEFT
        assert number.text == f"—{page.number}—"
        assert inset == pytest.approx(5.2, abs=0.6)  # one character of 4号 is 4.9 mm, of 3号 5.6 mm


def test_the_page_number_stands_7_mm_below_the_text(measured: list[Page], pdf: Path) -> None:
    """The ink of its dashes does, on every page at the same height."""
    dash = page_number(measured[0]).glyphs[0]
    _, top, _, bottom = ink_box(pdf, 1, (in_mm(dash.left), BOTTOM, in_mm(dash.right), 297))

    assert DASH - TOLERANCE <= top < bottom <= DASH + TOLERANCE
    assert {page_number(page).baseline for page in measured} == {dash.baseline}
