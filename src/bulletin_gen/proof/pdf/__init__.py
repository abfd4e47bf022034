"""The bytes of a PDF in; what is measured in it out."""

from collections.abc import Callable

from bulletin_gen.proof.measured import Measured


def measure_pdf(source: bytes, file: str | None = None, on_page: Callable[[], None] = lambda: None) -> Measured:
    """Return what is measured in a PDF; `on_page` is called after each page that was read.

    A file that means harm can take all the time and memory there is: `measure_apart` sets bounds to both.
    Raises ReadError when the file is no PDF, is damaged, has a password, or is not safe to read.
    """
    from bulletin_gen.proof.pdf.glyph_lines import measure
    from bulletin_gen.proof.pdf.glyphs import read_glyphs

    return measure(read_glyphs(source, file, on_page))
