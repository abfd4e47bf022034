"""PDFs drawn by another program than ours, reportlab, for tests that read them."""

import random
from collections.abc import Callable
from io import BytesIO

from PIL import Image
from reportlab.lib.pagesizes import A4, landscape, letter
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas


def drawn(draw: Callable[[Canvas], None], size: tuple[float, float] = A4) -> bytes:
    """Return the PDF that is drawn."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=size, invariant=1)
    draw(canvas)
    canvas.save()
    return target.getvalue()


def grey_picture() -> BytesIO:
    """Return a picture as a scanner makes one."""
    target = BytesIO()
    Image.new("L", (40, 56), 230).save(target, "PNG")
    target.seek(0)
    return target


def ordinary(seed: int) -> bytes:
    """Return a PDF as any program may make one: pitches, sizes, pages, boxes and turns drawn at random."""
    chance = random.Random(seed)
    size = chance.choice([A4, landscape(A4), letter, (200.0, 200.0), (3000.0, 40.0), (1.0, 1.0)])
    return drawn(lambda canvas: _pages(canvas, chance), size)


def _pages(canvas: Canvas, chance: random.Random) -> None:
    for _ in range(chance.choice([1, 1, 2, 3, 6])):
        for draw in chance.sample(_DRAWN, chance.randrange(len(_DRAWN) + 1)):
            canvas.saveState()
            draw(canvas, chance)
            canvas.restoreState()
        if chance.random() < 0.2:
            canvas.setPageRotation(chance.choice([90, 180, 270]))
        if chance.random() < 0.2:
            canvas.setCropBox([chance.uniform(-300, 300) for _ in range(4)])
        canvas.showPage()


def _lines(canvas: Canvas, chance: random.Random) -> None:
    pitches = [chance.uniform(0, 60) for _ in range(chance.choice([1, 2, 2, 3]))]
    y = chance.uniform(-100, 900)
    for number in range(chance.choice([1, 2, 3, 4, 20])):
        canvas.setFont(*_face(chance))
        canvas.drawString(chance.choice([79.4, chance.uniform(-50, 500)]), y, _words(chance))
        y -= pitches[number % len(pitches)]


def _folio(canvas: Canvas, chance: random.Random) -> None:
    canvas.setFont(*_face(chance))
    canvas.drawString(chance.uniform(0, 500), chance.uniform(0, 90), f"- {chance.randrange(2000)} -")


def _bars(canvas: Canvas, chance: random.Random) -> None:
    canvas.setLineWidth(chance.choice([0, 0.5, 3, 200]))
    canvas.setStrokeColorRGB(chance.random(), 0, 0)
    for _ in range(chance.randrange(6)):
        x, y = chance.uniform(-50, 600), chance.uniform(-50, 900)
        canvas.line(x, y, *chance.choice([(x + 442, y), (x, y + 300), (x, y)]))
        canvas.rect(x, y, chance.uniform(-300, 300), chance.choice([0, 1, 40]), fill=chance.random() < 0.5)


def _turned(canvas: Canvas, chance: random.Random) -> None:
    canvas.rotate(chance.choice([45, 90, 180]))
    canvas.scale(chance.choice([1, -1, 0.01, 100]), chance.choice([1, -1, 0.01, 100]))
    canvas.setFont(*_face(chance))
    canvas.drawString(100, 100, _words(chance))


def _picture(canvas: Canvas, chance: random.Random) -> None:
    canvas.drawImage(ImageReader(grey_picture()), *(chance.uniform(-100, 800) for _ in range(4)))


_DRAWN = (_lines, _lines, _folio, _bars, _turned, _picture)


def _face(chance: random.Random) -> tuple[str, float]:
    return chance.choice(["Helvetica", "Times-Roman", "STSong-Light"]), chance.choice([0.1, 9, 14, 16, 22, 60, 400])


def _words(chance: random.Random) -> str:
    return chance.choice(
        ["", " ", "通", "一、总体情况", "2025年1月2日", "words of ", "附件1", "抄送："]
    ) * chance.randrange(9)


registerFont(UnicodeCIDFont("STSong-Light"))
