"""Look into a DOCX that a test has written: its parts as XML, its paragraphs as text."""

import io
import zipfile
from collections.abc import Callable, Mapping

from lxml import etree

from bulletin_gen.line.strip import Loose
from bulletin_gen.spans import Text
from bulletin_gen.style import GBT9704, Style
from bulletin_gen.writers.docx.runs import Look, text_runs
from bulletin_gen.writers.docx.xml import parsed
from small_docx import zipped

Element = etree._Element

_PLAIN = Look()

_PREFIXES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}


def names(docx: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return package.namelist()


def part(docx: bytes, name: str) -> Element:
    """Return the root of one part, such as word/styles.xml."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return etree.fromstring(package.read(name))


def changed_part(docx: bytes, name: str, change: Callable[[Element], None]) -> bytes:
    """Return the file with one part changed."""
    root = part(docx, name)
    change(root)
    return with_parts(docx, {name: xml_of(root)})


def xml_of(root: Element) -> bytes:
    """Return a part as it stands in a file."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def with_parts(docx: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return the file with parts in the place of its own, or added."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    return zipped(files | dict(parts))


def pretty(docx: bytes, name: str) -> str:
    """Return one part as indented text, to be read."""
    root = part(docx, name)
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


def find(element: Element, path: str) -> list[Element]:
    """Return what an XPath finds, with the prefix `w` for WordprocessingML and `wps` for the shapes of Word 2010."""
    found = element.xpath(path, namespaces=_PREFIXES)
    assert isinstance(found, list)
    return [item for item in found if isinstance(item, Element)]


def attributes(element: Element) -> dict[str, str]:
    """Return the attributes without their namespaces."""
    return {etree.QName(name).localname: str(value) for name, value in element.attrib.items()}


def values(element: Element, path: str) -> list[str]:
    """Return the `w:val` of every element that an XPath finds."""
    return [attributes(item)["val"] for item in find(element, path)]


def text(element: Element) -> str:
    """Return the text of an element; a line break is a line feed."""
    return "".join(
        "\n" if etree.QName(item).localname == "br" else str(item.text) for item in find(element, ".//w:t | .//w:br")
    )


def texts_of(element: Element) -> list[str]:
    """Return the texts of the paragraphs in an element."""
    return [text(paragraph) for paragraph in find(element, ".//w:p")]


def made_runs(text: Text, style: Style = GBT9704, look: Look = _PLAIN, loose: Loose | None = None) -> list[Element]:
    """Return what a text becomes in a paragraph."""
    return parsed("".join(text_runs(text, style, look, loose)))
