"""Our own base document, in and out: templates/docx/ -> a python-docx document; a document -> bytes."""

import io
import zipfile
from pathlib import Path

import docx
from docx.document import Document as DocxDocument
from lxml import etree

from bulletin_gen.resources import template_dir

# The parts in the order in which Word writes them: the content types must come first.
_PARTS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "word/footer-odd.xml",
    "word/footer-even.xml",
    "word/settings.xml",
    "word/styles.xml",
    "word/fontTable.xml",
    "docProps/core.xml",
)
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP can name: the same bytes whatever the time


def open_base() -> DocxDocument:
    """Return the empty base document, its sizes and styles still to be filled in."""
    folder = template_dir() / "docx"
    return docx.Document(io.BytesIO(_zipped({name: _compact(folder / name) for name in _PARTS})))


def save(document: DocxDocument) -> bytes:
    """Return the DOCX file. The same document gives the same bytes."""
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as package:
        return _zipped({name: package.read(name) for name in package.namelist()})


def _compact(path: Path) -> bytes:
    """Return one part without the blanks and comments that are there for us to read."""
    root = etree.parse(path, etree.XMLParser(remove_blank_text=True, remove_comments=True)).getroot()
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _zipped(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name, _EARLIEST), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
