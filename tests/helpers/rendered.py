"""The examples, rendered once for all tests that look at the results."""

from dataclasses import dataclass
from pathlib import Path

import bulletin_gen
from bulletin_gen import GBT9704, Document, Pages
from judges import CHECKOUT, test_fonts

PUBLISHED = sorted((CHECKOUT / "examples").glob("*.yaml"))


@dataclass(frozen=True)
class Rendered:
    """One example in every form; the last three are files."""

    source: Path
    document: Document
    pages: Pages
    docx: Path
    pdf: Path
    txt: Path


def render(example: Path, folder: Path) -> Rendered:
    """Return an example rendered into `folder` with the test faces alone."""
    spec = bulletin_gen.load_spec(example.read_bytes(), example.name)
    fonts = bulletin_gen.find_fonts(GBT9704, [test_fonts()], system=False, packaged=False)
    document = bulletin_gen.compose(spec)
    pages = bulletin_gen.lay_out(document, GBT9704, fonts)
    outputs = {suffix: folder / f"{example.stem}.{suffix}" for suffix in bulletin_gen.FORMATS}
    for suffix, content in bulletin_gen.render(spec, tuple(outputs), fonts=fonts).files.items():
        outputs[suffix].write_bytes(content)
    return Rendered(example, document, pages, **outputs)
