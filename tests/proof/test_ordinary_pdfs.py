"""PDFs out of any program: none stops the proof, and long ones take no longer by the page than short ones."""

import sys
from collections import Counter
from types import FrameType

from reportlab.pdfgen.canvas import Canvas

from bulletin_gen.proof.pdf import measure_pdf
from bulletin_gen.proof.pdf.glyph_lines import measure
from bulletin_gen.proof.pdf.glyphs import read_glyphs
from bulletin_gen.proof.prove import prove
from bulletin_gen.proof.requirements import REQUIREMENTS
from bulletin_gen.style import GBT9704
from drawn_pdf import drawn, ordinary

_SEEDS = 250


def test_no_ordinary_pdf_stops_the_proof() -> None:
    rows = Counter(len(prove(measure_pdf(ordinary(seed)), GBT9704).rows) for seed in range(_SEEDS))

    assert rows == {len(REQUIREMENTS): _SEEDS}


def test_text_too_small_to_have_a_size_is_told_of() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 16)
        canvas.drawString(79, 700, "a")
        canvas.setFont("Helvetica", 0.001)
        canvas.drawString(79, 600, "bc")

    assert measure_pdf(drawn(draw)).unseen == ("第1页有看不见或转了方向的文字 2 字",)


def pages_of_text(count: int) -> bytes:
    def draw(canvas: Canvas) -> None:
        for number in range(count):
            canvas.setFont("STSong-Light", 16)
            for row in range(22):
                canvas.drawString(79.4, 720 - 28.95 * row, "坚持把整改落实作为重大政治任务" + "。" * (row % 3))
            canvas.drawString(480, 60, f"— {number + 1} —")
            canvas.showPage()

    return drawn(draw)


def steps(count: int) -> int:
    """Return how many functions are called to measure and judge the pages, once pdfminer has read them."""
    text, calls = read_glyphs(pages_of_text(count)), 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(counted)
    try:
        prove(measure(text), GBT9704)
    finally:
        sys.setprofile(None)
    return calls


def test_the_work_grows_with_the_pages_and_not_their_square() -> None:
    assert steps(40) < 1.2 * 4 * steps(10)


def test_a_radical_that_a_program_wrote_for_a_character_is_that_character() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("STSong-Light", 16)
        canvas.drawString(79.4, 700, "整改⼯作情况")

    assert measure_pdf(drawn(draw)).lines[0].text == "整改工作情况"
