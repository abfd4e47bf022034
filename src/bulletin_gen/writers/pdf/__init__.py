"""Write laid-out pages as a PDF: text, rules and what lies under the text, every face embedded as one subset.

In: Pages, what the file says about itself, the faces the pages were laid out with. Out: the bytes of the file,
the same for the same input.
"""

from collections.abc import Iterable
from hashlib import md5
from typing import Any

from reportlab.pdfbase.pdfdoc import BasicFonts, PDFDictionary, PDFDocument, PDFObjectReference

from bulletin_gen.fonts import FontSet
from bulletin_gen.pages import Page, Pages
from bulletin_gen.properties import Properties
from bulletin_gen.writers import Job, Packing
from bulletin_gen.writers.pdf.content import number, page_content
from bulletin_gen.writers.pdf.embed import embed_faces
from bulletin_gen.writers.pdf.objects import add_stream, array, text_string
from bulletin_gen.writers.pdf.outline import add_outline
from bulletin_gen.writers.pdf.packing import Packer, packer_of
from bulletin_gen.writers.pdf.remarks import annotations

_LANGUAGE = "zh-CN"
_PDF_VERSION = (1, 7)


def write(job: Job) -> bytes:
    assert job.laid is not None, "a job with a format that draws pages has them"
    return write_pdf(job.laid.pages, job.document.properties, job.laid.fonts, job.packing)


def write_pdf(pages: Pages, properties: Properties, fonts: FontSet, packing: Packing = Packing.PORTABLE) -> bytes:
    """Return the PDF of `pages`, which were laid out with `fonts`.

    Raises FontError when a font file turns out to be damaged, or when `fonts` are not those of the pages; WriteError
    when what does the `packing` is not installed.
    """
    packer = packer_of(packing)
    document = PDFDocument(invariant=1, lang=_LANGUAGE, pdfVersion=_PDF_VERSION)
    faces = embed_faces(document, pages, fonts, packer)
    contents = [page_content(page, pages, faces) for page in pages.pages]
    references = [
        _add_page(document, pages, page, content, packer) for page, content in zip(pages.pages, contents, strict=True)
    ]
    add_outline(document, pages, references)
    document.info = _information(properties)
    document.Catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    document.signature = _digest([*contents, *(face.name.encode("ascii") for face in faces.values())])
    return bytes(document.format())


def _add_page(document: Any, pages: Pages, page: Page, content: bytes, packer: Packer) -> Any:
    """Add one page and return the reference to it. A turned one is of the same paper, and shown turned clockwise."""
    reference = document.thisPageRef()
    entries = {
        "Type": "/Page",
        "Parent": document.Reference(document.Pages),
        "MediaBox": array(["0", "0", number(pages.width), number(pages.height)]),
        "Resources": PDFDictionary({"Font": PDFObjectReference(BasicFonts)}),
        "Contents": add_stream(document, f"{reference.name}.content", packer.text(content)),
    }
    if page.turned:
        entries["Rotate"] = 90
    if page.remarks:
        entries["Annots"] = annotations(document, page, pages, reference.name, packer)
    document.addPage(PDFDictionary(entries))
    return reference


def _information(properties: Properties) -> Any:
    """Return the information dictionary; the only date is that of issue."""
    entries = {
        "Title": text_string(properties.title),
        "Author": text_string(properties.issuer),
        "Producer": text_string("bulletin-gen"),
    }
    if properties.issued:
        day = text_string(f"D:{properties.issued:%Y%m%d}")
        entries |= {"CreationDate": day, "ModDate": day}
    return PDFDictionary(entries)


def _digest(parts: Iterable[bytes]) -> Any:
    """Return the hash from which the file identifier is made: it depends on what the pages show alone."""
    digest = md5(usedforsecurity=False)
    for part in parts:
        digest.update(part)
    return digest
