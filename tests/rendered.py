"""The examples, rendered once for all tests that look at the results."""

from dataclasses import dataclass
from pathlib import Path

from bulletin_gen.compose import compose
from bulletin_gen.document import Document
from bulletin_gen.fonts import find_fonts
from bulletin_gen.layout import lay_out
from bulletin_gen.layout.page import Pages
from bulletin_gen.spec.load import load_spec
from bulletin_gen.style import GBT9704
from bulletin_gen.writers.docx import write_docx
from bulletin_gen.writers.pdf import write_pdf
from bulletin_gen.writers.text import write_text
from judges import CHECKOUT, test_fonts

EXAMPLES = sorted((CHECKOUT / "examples").glob("*.yaml"))


@dataclass(frozen=True)
class Rendered:
    """One example in every form; the last three are files."""

    name: str
    document: Document
    pages: Pages
    docx: Path
    pdf: Path
    txt: Path


def render(example: Path, folder: Path) -> Rendered:
    """Return an example rendered into `folder` with the test faces alone."""
    bulletin, places = load_spec(example.read_bytes(), example.name)
    document = compose(bulletin, places)
    fonts = find_fonts(GBT9704, [test_fonts()], system=False, packaged=False)
    pages = lay_out(document, GBT9704, fonts)
    name = example.stem
    rendered = Rendered(name, document, pages, *(folder / f"{name}.{suffix}" for suffix in ("docx", "pdf", "txt")))
    rendered.docx.write_bytes(write_docx(document, GBT9704))
    rendered.pdf.write_bytes(write_pdf(pages, document.properties, fonts))
    rendered.txt.write_bytes(write_text(document))
    return rendered
