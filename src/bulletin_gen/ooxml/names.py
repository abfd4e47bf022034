"""Names and simple values of WordprocessingML, for reading."""

import re

from lxml import etree

Element = etree._Element

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFF = {"0", "false", "off"}
_WHOLE_NUMBER = re.compile(r"-?\d{1,9}")


def w(name: str) -> str:
    """Return the full name of a WordprocessingML element or attribute: `p` is `{…/main}p`."""
    return f"{{{_MAIN}}}{name}"


VAL = w("val")


def child_value(parent: Element | None, name: str) -> str | None:
    """Return `w:val` of the first child of that name; None where there is no such child or value."""
    child = parent.find(w(name)) if parent is not None else None
    return None if child is None else child.get(VAL)


def child_number(parent: Element | None, name: str) -> int | None:
    """Return `w:val` of a child as a whole number; None where there is none."""
    return whole_number(child_value(parent, name))


def child_switch(parent: Element | None, name: str) -> bool | None:
    """Return whether a child such as `w:vanish` is switched on; None where there is none."""
    child = parent.find(w(name)) if parent is not None else None
    return None if child is None else child.get(VAL, "1").lower() not in _OFF


def whole_number(text: str | None) -> int | None:
    return int(text) if text is not None and _WHOLE_NUMBER.fullmatch(text) else None
