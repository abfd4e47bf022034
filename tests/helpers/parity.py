"""A document as LibreOffice shows its DOCX, and as our own pages have it: lines and pages to be compared."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from unittest.mock import patch

import judges
import measure
from bulletin_gen.document import Document
from bulletin_gen.fonts import FontSet, find_fonts
from bulletin_gen.layout import lay_out
from bulletin_gen.layout.setter import Setter
from bulletin_gen.line.glyphs import Metrics
from bulletin_gen.pages import Pages
from bulletin_gen.placing.running import loose_stretch
from bulletin_gen.style import GBT9704, Style, TextRole
from bulletin_gen.writers.docx.write import write_docx

CONTEXT = 14


@dataclass(frozen=True)
class Shown:
    """A document as its pages of lines, each a text without white space."""

    pages: tuple[tuple[str, ...], ...]

    @property
    def lines(self) -> list[str]:
        return [line for page in self.pages for line in page]

    @property
    def text(self) -> str:
        return "".join(self.lines)

    @property
    def line_ends(self) -> set[int]:
        return set(accumulate(map(len, self.lines)))


def by_libreoffice(document: Document, folder: Path, style: Style = GBT9704) -> Shown:
    docx = folder / "parity.docx"
    docx.write_bytes(write_docx(document, style))
    page_number = style.text[TextRole.PAGE_NUMBER].size_pt
    pages = measure.read_pages(judges.libreoffice_pdf(docx, folder))
    return Shown(tuple(tuple(line.text for line in page.lines if line.size != page_number) for page in pages))


def as_judged(style: Style) -> Style:
    """Return a style in which our pages have the two habits that a LibreOffice set for Word still has."""
    engine = replace(style.engine, tracks_change=False, parts_marks=False)
    return style.set_for(engine)


def judged_fonts(style: Style) -> FontSet:
    """Return the faces that LibreOffice sees, asked for by their own names: their digits are as wide as they are."""
    names = {role: judges.SUBSTITUTES.get(name, name) for role, name in style.face_names.items()}
    return find_fonts(replace(style, face_names=names), [judges.test_fonts()], system=False, packaged=False)


def by_us(document: Document, style: Style = GBT9704) -> Shown:
    pages = laid_out_as_judged(document, style, judged_fonts(style)).pages
    return Shown(tuple(tuple("".join(line.text.split()) for line in page.lines) for page in pages))


def laid_out_as_judged(document: Document, style: Style, fonts: Metrics) -> Pages:
    """Return our pages with the judge's habits. What is set wider is what the file has, which knows none of them."""
    with patch.object(Setter, "_filled", lambda _, running, block: running.filled(loose_stretch(block, style))):
        return lay_out(document, as_judged(style), fonts)


def differences(theirs: Shown, ours: Shown) -> list[str]:
    """Return each line end that only one of them has, with the text around it."""
    text = ours.text
    return [
        f"{'LibreOffice' if end in theirs.line_ends else 'we'}: "
        f"{text[max(0, end - CONTEXT) : end]}|{text[end : end + CONTEXT]}"
        for end in sorted(theirs.line_ends ^ ours.line_ends)
    ]


def first_lines(pages: Iterable[tuple[str, ...]]) -> list[str]:
    return [page[0] for page in pages]
