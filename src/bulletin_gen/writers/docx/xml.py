"""Build elements of WordprocessingML."""

from lxml import etree

from bulletin_gen.ooxml.names import MAIN, Element, qualified

__all__ = ["Element", "qualified", "related", "text_element", "w"]

_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = {"w": MAIN}
_PRESERVE_SPACE = ("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def related(name: str) -> str:
    """Return the full name of an attribute that refers to another part."""
    return f"{{{_RELATED}}}{name}"


def w(tag: str, *children: Element, **attributes: object) -> Element:
    """Return the element `w:tag` with `w:` attributes. The order of the children is the caller's care."""
    element = etree.Element(qualified(tag), nsmap=_NAMESPACES)
    for name, value in attributes.items():
        element.set(qualified(name), str(value))
    element.extend(children)
    return element


def parsed(fragments: str) -> list[Element]:
    """Return the elements that a text of WordprocessingML says."""
    return list(etree.fromstring(f'<w:p xmlns:w="{MAIN}">{fragments}</w:p>'))


def as_text(element: Element) -> str:
    """Return an element as a text of WordprocessingML."""
    return etree.tostring(element, encoding="unicode").replace(f' xmlns:w="{MAIN}"', "", 1)


def text_element(tag: str, text: str) -> Element:
    """Return `w:tag` around a text, whose spaces Word is told to keep."""
    element = w(tag)
    element.text = text
    if " " in text:
        element.set(*_PRESERVE_SPACE)
    return element
