"""The bytes of a DOCX in; what is measured in it out: every section, the body, tables, text boxes and footers."""

import posixpath
from collections.abc import Callable
from functools import lru_cache

from lxml import etree

from bulletin_gen.ooxml.names import Element, child_switch, w
from bulletin_gen.ooxml.numbering import Numbering
from bulletin_gen.ooxml.package import Package
from bulletin_gen.ooxml.styles import Styles
from bulletin_gen.proof.docx.effective import Formats
from bulletin_gen.proof.docx.page import Footers, page_numbers_of, sheets_of
from bulletin_gen.proof.docx.paragraphs import read_story
from bulletin_gen.proof.docx.story import RawParagraph, Walker
from bulletin_gen.proof.docx.theme import Theme
from bulletin_gen.proof.elements import with_elements
from bulletin_gen.proof.measured import Measured, Source

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def measure_docx(source: bytes, file: str | None = None) -> Measured:
    """Return what is measured in a DOCX.

    Raises ReadError when the file is no DOCX, is damaged, or is not safe to read.
    """
    package = Package(source, file)
    styles, counted = _only(package, "styles"), _only(package, "numbering")
    formats = Formats(styles, counted, Theme(_only(package, "theme")))

    def walker() -> Walker:
        named = Styles(styles)
        return Walker(formats, Numbering(counted, named), named)

    body = walker()
    raws = body.read(_body(package))
    sections = body.sections or [etree.Element(w("sectPr"))]
    tables = {raw.section for raw in raws if raw.table is not None}
    sheets = sheets_of(sections, tables)
    has_even = bool(child_switch(_only(package, "settings"), "evenAndOddHeaders"))
    footers = Footers(_footer_reader(package, walker), formats, has_even)
    numbers, numbering = page_numbers_of(sections, sheets, footers)
    story = read_story(raws, formats, sheets)
    paragraphs = with_elements(story.paragraphs)
    return Measured(Source.DOCX, sheets, paragraphs, numbers, strokes=story.strokes, numbering=numbering)


def _body(package: Package) -> Element:
    found = package.document.find(w("body"))
    return package.document if found is None else found


def _footer_reader(package: Package, walker: Callable[[], Walker]) -> Callable[[str], list[RawParagraph]]:
    """Return a function that gives the paragraphs of a footer by the id of its relationship."""

    @lru_cache
    def parts() -> dict[str, str]:
        folder, name = posixpath.split(package.main)
        relations = package.xml(posixpath.join(folder, "_rels", f"{name}.rels")).iter(_RELATIONSHIP)
        inside = (one for one in relations if one.get("TargetMode") != "External" and one.get("Target"))
        targets = {one.get("Id", ""): posixpath.join("/", folder, one.get("Target", "")) for one in inside}
        return {id_: posixpath.normpath(target).lstrip("/") for id_, target in targets.items()}

    @lru_cache
    def read(id_: str) -> list[RawParagraph]:
        return walker().read(package.xml(parts()[id_])) if id_ in parts() else []

    return read


def _only(package: Package, kind: str) -> Element | None:
    """Return the one part of a kind, None where the document has none."""
    return next((package.xml(part) for part in package.related(kind)), None)
