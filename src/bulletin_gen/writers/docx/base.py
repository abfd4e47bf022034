"""Our own base document, in and out: templates/docx/ -> a python-docx document; a document -> bytes."""

import io
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import cast

import docx
from docx.document import Document as DocxDocument
from docx.opc.constants import CONTENT_TYPE, NAMESPACE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.rel import Relationships
from lxml import etree

from bulletin_gen.ooxml.package import zipped
from bulletin_gen.resources import template_dir
from bulletin_gen.writers.docx.xml import Element

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


def open_base() -> DocxDocument:
    """Return the empty base document, its sizes and styles still to be filled in."""
    return docx.Document(io.BytesIO(_base()))


@cache
def _base() -> bytes:
    """Return the base document as a file."""
    folder = template_dir() / "docx"
    return zipped({name: _compact(folder / name) for name in _PARTS})


_KINDS = {
    "numbering": (CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING),
    "header": (CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
    "comments": (CONTENT_TYPE.WML_COMMENTS, RELATIONSHIP_TYPE.COMMENTS),
}


def add_part(document: DocxDocument, name: str, root: Element) -> str:
    """Add `word/<name>.xml` to the package; return the id by which the document refers to it.

    What a part is its name tells, up to a dash: header-odd is a header. It is written when the document is saved.
    """
    content_type, relationship = _KINDS[name.partition("-")[0]]
    part = XmlPart(PackURI(f"/word/{name}.xml"), content_type, root, document.part.package)  # type: ignore[arg-type]  # any element will do
    return document.part.relate_to(part, relationship)


def headers(document: DocxDocument) -> list[Element]:
    """Return the contents of the headers, in the order in which they were added."""
    parts = (relation.target_part for relation in document.part.rels.values())
    return [
        part.element for part in parts if isinstance(part, XmlPart) and part.content_type == CONTENT_TYPE.WML_HEADER
    ]


def save(document: DocxDocument) -> bytes:
    """Return the DOCX file. The same document gives the same bytes."""
    package = document.part.package
    parts = {"[Content_Types].xml": _content_types(package.parts), "_rels/.rels": _xml(package.rels)}
    for part in package.parts:
        parts[part.partname.membername] = part.blob
        if part.rels:
            parts[part.partname.rels_uri.membername] = _xml(part.rels)
    return zipped(parts)


def _content_types(parts: Iterable[Part]) -> bytes:
    """Return what each part is, all of them by name, and those that tell which part refers to which by their end."""
    space = NAMESPACE.OPC_CONTENT_TYPES
    types = etree.Element(f"{{{space}}}Types", nsmap={None: space})  # type: ignore[dict-item]  # None: without a prefix
    for end, kind in (("rels", CONTENT_TYPE.OPC_RELATIONSHIPS), ("xml", CONTENT_TYPE.XML)):
        etree.SubElement(types, f"{{{space}}}Default", Extension=end, ContentType=kind)
    for name, kind in sorted((part.partname, part.content_type) for part in parts):
        etree.SubElement(types, f"{{{space}}}Override", PartName=name, ContentType=kind)
    return _serialized(types)


def _xml(relationships: Relationships) -> bytes:
    """Return the part that says which part refers to which: bytes, whatever python-docx declares."""
    return cast("bytes", relationships.xml)


def _serialized(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _compact(path: Path) -> bytes:
    """Return one part without the blanks and comments that are there for us to read."""
    root = etree.parse(path, etree.XMLParser(remove_blank_text=True, remove_comments=True)).getroot()
    return _serialized(root)
