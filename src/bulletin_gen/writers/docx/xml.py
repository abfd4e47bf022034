"""WordprocessingML as text, of which all that we write is made, and as elements, where that is looked through."""

from typing import TypeAlias

from lxml import etree

from bulletin_gen.ooxml.names import MAIN, Element, qualified
from bulletin_gen.text.regex import Regex

__all__ = [
    "RELATED",
    "Element",
    "Markup",
    "as_element",
    "as_text",
    "escaped",
    "parsed",
    "qualified",
    "root",
    "root_as_text",
    "stands_as_it_is",
    "text_element",
    "w",
]

Markup: TypeAlias = str  # an element, or what stands in one, with the prefix w
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACE, _RELATED_NAMESPACE = f' xmlns:w="{MAIN}"', f' xmlns:r="{RELATED}"'
_NOT_PLAIN = Regex('[&<>"\\s\\x00-\\x1f\\ud800-\\udfff\\ufffe\\uffff]')  # XML writes them otherwise, or never


def w(tag: str, *children: Markup, **attributes: object) -> Markup:
    """Return the element `w:tag` with `w:` attributes. The order of the children is the caller's care."""
    said = (
        "".join([f' w:{name}="{_attribute(str(value))}"' for name, value in attributes.items()]) if attributes else ""
    )
    inside = "".join(children)
    return f"<w:{tag}{said}>{inside}</w:{tag}>" if inside else f"<w:{tag}{said}/>"


def text_element(tag: str, text: str) -> Markup:
    """Return `w:tag` around a text, whose spaces Word is told to keep. Raises ValueError for what no XML may hold."""
    if stands_as_it_is(text):
        return f"<w:{tag}>{text}</w:{tag}>"
    space = ' xml:space="preserve"' if " " in text else ""
    return f"<w:{tag}{space}>{escaped(text)}</w:{tag}>"


def root(tag: str, *children: Markup) -> Markup:
    """Return the root of a part, which tells what the prefixes mean."""
    related = _RELATED_NAMESPACE if tag == "document" else ""
    return f"<w:{tag}{_NAMESPACE}{related}>{''.join(children)}</w:{tag}>"


def root_as_text(root: Element) -> Markup:
    """Return the root of a part as text."""
    return etree.tostring(root, encoding="unicode")


def parsed(markup: Markup) -> list[Element]:
    """Return the elements that a text says."""
    return list(etree.fromstring(f"<w:p{_NAMESPACE}>{markup}</w:p>"))


def as_element(markup: Markup) -> Element:
    """Return the one element that a text says."""
    (element,) = parsed(markup)
    return element


def as_text(element: Element) -> Markup:
    """Return an element as text."""
    said = etree.tostring(element, encoding="unicode")
    return said.replace(_NAMESPACE, "", 1).replace(_RELATED_NAMESPACE, "", 1)


def stands_as_it_is(text: str) -> bool:
    """May a text stand in XML as it is, between elements and in attributes?"""
    return not _NOT_PLAIN.search(text)


def escaped(text: str) -> Markup:
    """Return a text as it stands between elements. Raises ValueError for what no XML may hold."""
    if stands_as_it_is(text):
        return text
    element = etree.Element("a")
    element.text = text
    return etree.tostring(element, encoding="unicode")[len("<a>") : -len("</a>")]


def _attribute(text: str) -> str:
    if stands_as_it_is(text):
        return text
    return etree.tostring(etree.Element("a", a=text), encoding="unicode")[len('<a a="') : -len('"/>')]
