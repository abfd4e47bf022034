"""PDFs out of any program: none stops the proof, and long ones take no longer by the page than short ones."""

from collections import Counter
from time import process_time

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


def pages_of_text(count: int) -> bytes:
    def draw(canvas: Canvas) -> None:
        for number in range(count):
            canvas.setFont("STSong-Light", 16)
            for row in range(22):
                canvas.drawString(79.4, 720 - 28.95 * row, "坚持把整改落实作为重大政治任务" + "。" * (row % 3))
            canvas.drawString(480, 60, f"— {number + 1} —")
            canvas.showPage()

    return drawn(draw)


def seconds(count: int) -> float:
    """Return how long the pages take once pdfminer has read them: its share is linear."""
    text = read_glyphs(pages_of_text(count))
    start = process_time()
    prove(measure(text), GBT9704)
    return process_time() - start


def test_the_time_grows_with_the_pages_and_not_their_square() -> None:
    seconds(2)

    assert seconds(80) < 4 * 3 * max(seconds(20), 0.05)
