"""Our rules for line ends -> the settings of a DOCX, so that Word breaks lines as we do."""

from bulletin_gen.text.chars import DASHES, NOT_AT_END, NOT_AT_START
from bulletin_gen.writers.docx.xml import Element, as_element, qualified, w

# Word knows characters, not pairs: only if no dash begins a line is a single one (2020—2023) kept from it, and are
# —— and …… never parted.
_NOT_AT_START = NOT_AT_START | DASHES


def fill_settings(settings: Element) -> None:
    """Add the characters that may not end or begin a line to `w:settings` of the base document."""
    control = settings.find(qualified("characterSpacingControl"))
    assert control is not None
    for tag, characters in (("noLineBreaksBefore", _NOT_AT_START), ("noLineBreaksAfter", NOT_AT_END)):
        control.addnext(as_element(w(tag, lang="zh-CN", val=_in_order(characters))))


def _in_order(characters: frozenset[str]) -> str:
    return "".join(sorted(characters))
