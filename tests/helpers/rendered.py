"""The examples, rendered once for all tests that look at the results."""

from dataclasses import dataclass
from pathlib import Path

import bulletin_gen
from bulletin_gen import GBT9704, Document, Pages, lay_out, write_pdf
from judges import CHECKOUT, test_fonts
from parity import laid_out_as_judged

PUBLISHED = sorted((CHECKOUT / "examples").glob("*.yaml"))


@dataclass(frozen=True)
class Rendered:
    """One example in every form; all but the first three are files.

    `judged` is the PDF with the habits that a LibreOffice set for Word still has: in it lines end where they do there.
    """

    source: Path
    document: Document
    pages: Pages
    docx: Path
    pdf: Path
    txt: Path
    judged: Path


def render(example: Path, folder: Path) -> Rendered:
    """Return an example rendered into `folder` with the test faces alone."""
    spec = bulletin_gen.load_spec(example.read_bytes(), example.name)
    fonts = bulletin_gen.find_fonts(GBT9704, [test_fonts()], system=False, packaged=False)
    document = bulletin_gen.compose(spec)
    pages = lay_out(document, GBT9704, fonts)
    outputs = {suffix: folder / f"{example.stem}.{suffix}" for suffix in bulletin_gen.FORMATS}
    for suffix, content in bulletin_gen.render(spec, tuple(outputs), fonts=fonts).files.items():
        outputs[suffix].write_bytes(content)
    judged = folder / f"{example.stem}-judged.pdf"
    judged.write_bytes(write_pdf(laid_out_as_judged(document, GBT9704, fonts), document.properties, fonts))
    return Rendered(example, document, pages, **outputs, judged=judged)
