"""PDFs drawn by another program than ours, reportlab, for tests that read them."""

from collections.abc import Callable
from io import BytesIO

from PIL import Image
from reportlab.lib.pagesizes import A4
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
