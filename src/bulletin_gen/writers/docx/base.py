"""Our own base document: templates/docx/ and a style -> what all documents of the style have in common, made once."""

import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import docx
from lxml import etree

from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.packing import Member, member, zipped
from bulletin_gen.placing.table import turned
from bulletin_gen.resources import template_dir
from bulletin_gen.style import Style
from bulletin_gen.writers.docx.named_styles import fill_styles
from bulletin_gen.writers.docx.page_setup import fill_section, number_pages, turned_section
from bulletin_gen.writers.docx.settings import fill_settings
from bulletin_gen.writers.docx.xml import Element, Markup, root_as_text

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
_OWN = ("word/document.xml", "docProps/core.xml")  # what every document has of its own
_MOST_KEPT = 4  # bases, each of a style that has no hash


@frozen
class Base:
    """What all documents of a style have in common.

    `members` are the parts that are the same in each, by their names, ready to be put into a package; `types` tell what
    each part is by the name that the package knows it by, those too that every document has of its own. `relations`
    are the kind and the file of what the document refers to, the first by the id rId1. `upright` and `turned` are the
    properties of a section, `styles` is the root of its part: who changes them takes a copy. `core` is the root of
    core.xml, to which a document adds what it says about itself.
    """

    members: Mapping[str, Member]
    types: Mapping[str, str]
    relations: tuple[tuple[str, str], ...]
    upright: Element
    turned: Element
    styles: Element
    core: Markup


_KEPT: list[tuple[Style, bool, Base]] = []  # those used last


def base_of(style: Style, *, has_page_numbers: bool) -> Base:
    """Return the base of documents in a style."""
    for known, has_numbers, base in _KEPT:
        if has_numbers is has_page_numbers and known == style:
            return base
    made = _made(style, has_page_numbers)
    _KEPT[:] = [(style, has_page_numbers, made), *_KEPT[: _MOST_KEPT - 1]]
    return made


def _made(style: Style, has_page_numbers: bool) -> Base:
    document = docx.Document(io.BytesIO(_template()))
    fill_settings(document.settings.element)
    fill_styles(document.styles, style)
    section: Any = document.sections[0]
    fill_section(section, style)
    if has_page_numbers:
        number_pages(section, style)
    parts, relations = document.part.package.parts, document.part.rels.values()
    return Base(
        {part.partname.membername: member(part.blob) for part in parts if part.partname.membername not in _OWN},
        {part.partname: part.content_type for part in parts},
        tuple((relation.reltype, relation.target_ref) for relation in relations),
        section._sectPr,
        turned_section(section._sectPr, document.part, turned(style)),
        document.styles.element,
        root_as_text(document.core_properties._element),
    )


@cache
def _template() -> bytes:
    """Return the base document as a file, its sizes and styles still to be filled in."""
    folder = template_dir() / "docx"
    return zipped({name: _compact(folder / name) for name in _PARTS})


def _compact(path: Path) -> bytes:
    """Return one part without the blanks and comments that are there for us to read."""
    root = etree.parse(path, etree.XMLParser(remove_blank_text=True, remove_comments=True)).getroot()
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
