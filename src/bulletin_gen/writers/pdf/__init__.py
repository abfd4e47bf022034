"""Write laid-out pages as a PDF: text, rules and what lies under the text, every face embedded as one subset.

In: Pages, what the file says about itself, the faces the pages were laid out with. Out: the bytes of the file,
the same for the same input.
"""

from collections.abc import Iterable
from hashlib import md5
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument

from bulletin_gen.fonts import FontSet
from bulletin_gen.pages import Page, Pages
from bulletin_gen.properties import Properties
from bulletin_gen.writers import Job, Packing
from bulletin_gen.writers.pdf.content import number, page_content
from bulletin_gen.writers.pdf.embed import FACES, embed_faces, used_faces
from bulletin_gen.writers.pdf.objects import add_object, add_stream, array, dictionary, reference_to, text_string
from bulletin_gen.writers.pdf.outline import outline_of
from bulletin_gen.writers.pdf.packing import Packer, packer_of
from bulletin_gen.writers.pdf.remarks import annotations

_LANGUAGE = "zh-CN"
_PDF_VERSION = (1, 7)
_TREE = "pages"


def write(job: Job) -> bytes:
    assert job.laid is not None, "a job with a format that draws pages has them"
    return write_pdf(job.laid.pages, job.document.properties, job.laid.fonts, job.packing)


def write_pdf(pages: Pages, properties: Properties, fonts: FontSet, packing: Packing = Packing.PORTABLE) -> bytes:
    """Return the PDF of `pages`, which were laid out with `fonts`.

    Raises FontError when a font file turns out to be damaged, or when `fonts` are not those of the pages; WriteError
    when what does the `packing` is not installed.
    """
    packer = packer_of(packing)
    document = PDFDocument(invariant=1, pdfVersion=_PDF_VERSION)
    faces = used_faces(pages, fonts, packer)
    contents = [page_content(page, pages, faces) for page in pages.pages]
    references = [
        _add_page(document, pages, page, content, packer) for page, content in zip(pages.pages, contents, strict=True)
    ]
    tree = {"Type": "/Pages", "Kids": array(references), "Count": str(len(references))}
    catalog = {
        "Type": "/Catalog",
        "Pages": add_object(document, _TREE, dictionary(tree)),
        "Lang": text_string(_LANGUAGE),
        "ViewerPreferences": dictionary({"DisplayDocTitle": "true"}),
        **outline_of(document, pages, references),
    }
    document.Catalog = add_object(document, "catalog", dictionary(catalog))
    document.info = add_object(document, "information", dictionary(_information(properties)))
    embed_faces(document, faces.values())
    document.signature = _digest([*contents, *(used.drawn.name.encode("ascii") for used in faces.values())])
    return bytes(document.format())


def _add_page(document: Any, pages: Pages, page: Page, content: bytes, packer: Packer) -> str:
    """Add one page and return the reference to it. A turned one is of the same paper, and shown turned clockwise."""
    name = f"page{page.number}"
    entries = {
        "Type": "/Page",
        "Parent": reference_to(document, _TREE),
        "MediaBox": array(["0", "0", number(pages.width), number(pages.height)]),
        "Resources": dictionary({"Font": reference_to(document, FACES)}),
        "Contents": add_stream(document, f"{name}.content", packer.text(content)),
    }
    if page.turned:
        entries["Rotate"] = "90"
    if page.remarks:
        entries["Annots"] = annotations(document, page, pages, name, packer)
    return add_object(document, name, dictionary(entries))


def _information(properties: Properties) -> dict[str, str]:
    """Return what the file says about itself; the only date is that of issue."""
    entries = {
        "Title": text_string(properties.title),
        "Author": text_string(properties.issuer),
        "Producer": text_string("bulletin-gen"),
    }
    if properties.issued:
        day = text_string(f"D:{properties.issued:%Y%m%d}")
        entries |= {"CreationDate": day, "ModDate": day}
    return entries


def _digest(parts: Iterable[bytes]) -> Any:
    """Return the hash from which the file identifier is made: it depends on what the pages show alone."""
    digest = md5(usedforsecurity=False)
    for part in parts:
        digest.update(part)
    return digest
