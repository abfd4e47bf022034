"""Names and simple values of WordprocessingML."""

from datetime import datetime

from lxml import etree

from bulletin_gen.text.regex import Regex

Element = etree._Element

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WORD_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_OFF = {"0", "false", "off"}
_WHOLE_NUMBER = Regex(r"-?\d{1,9}")  # -5, not 5pt
_COLOUR = Regex("[0-9A-Fa-f]{6}")  # FF0000, not auto


def qualified(name: str) -> str:
    """Return the full name of a WordprocessingML element or attribute: `p` is `{…/main}p`."""
    return f"{{{MAIN}}}{name}"


VAL = qualified("val")


def inside(element: Element | None, *names: str) -> Element | None:
    """Return the first child of that name, of it the first child of the next name…; None where one is missing."""
    for name in names:
        element = element.find(qualified(name)) if element is not None else None
    return element


def child_value(parent: Element | None, name: str) -> str | None:
    """Return `w:val` of the first child of that name; None where there is no such child or value."""
    child = inside(parent, name)
    return None if child is None else child.get(VAL)


def child_number(parent: Element | None, name: str) -> int | None:
    """Return `w:val` of a child as a whole number; None where there is none."""
    return whole_number(child_value(parent, name))


def child_switch(parent: Element | None, name: str) -> bool | None:
    """Return whether a child such as `w:vanish` is switched on; None where there is none."""
    child = inside(parent, name)
    return None if child is None else is_on(child.get(VAL, "1"))


def is_on(value: str | None) -> bool:
    return value is not None and value.lower() not in _OFF


def whole_number(text: str | None) -> int | None:
    return int(text) if text is not None and _WHOLE_NUMBER.fullmatch(text) else None


def colour_of(value: str | None) -> str:
    """Return a colour as RRGGBB; `auto`, and what is none, prints black."""
    return value.upper() if value is not None and _COLOUR.fullmatch(value) else "000000"


def moment_of(element: Element) -> datetime | None:
    """Return when something was written (`w:date`), as the file says it; None where it does not."""
    try:
        return datetime.fromisoformat(element.get(qualified("date"), ""))
    except ValueError:
        return None
