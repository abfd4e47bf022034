"""Fields (域): what of them is text. The result counts, the instruction does not, page numbers do not."""

import re
from dataclasses import dataclass, field
from enum import Enum, auto

from bulletin_gen.text.numerals import Label, say_label

_PAGE_NUMBERS = {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF"}
_TABLES = {"TOC", "INDEX", "TOA"}
_WITHOUT_RESULT = {"TC", "XE", "TA", "RD", "SET", "PRIVATE", "ADVANCE", "FORMCHECKBOX", *_PAGE_NUMBERS}
_ENCIRCLED = re.compile(r"EQ\s*\\o\s*(?:\\ac\s*)?\(\s*[○◯〇Oo]\s*[,，;；]\s*([^)\s]+?)\s*\)", re.IGNORECASE)


class Shown(Enum):
    """What becomes of a piece of text: it is printed, it is set aside and told of, or it was never text."""

    TEXT = auto()
    ASIDE = auto()
    NEVER = auto()


@dataclass
class _Field:
    outside: Shown
    code: str = ""
    has_result: bool = False

    @property
    def name(self) -> str:
        return self.code.split()[0].upper() if self.code.split() else ""

    @property
    def shows(self) -> Shown:
        if self.outside is Shown.NEVER or not self.has_result or self.name in _PAGE_NUMBERS:
            return Shown.NEVER
        return Shown.ASIDE if self.name in _TABLES else self.outside


@dataclass
class Fields:
    """The fields that are open at one point of a story; they may nest and run over paragraphs."""

    _open: list[_Field] = field(default_factory=list)

    @property
    def shows(self) -> Shown:
        """Return what becomes of text that stands here."""
        return self._open[-1].shows if self._open else Shown.TEXT

    def begin(self) -> None:
        self._open.append(_Field(self.shows))

    def add_code(self, text: str) -> None:
        if self._open and not self._open[-1].has_result:
            self._open[-1].code += text

    def separate(self) -> None:
        if self._open:
            self._open[-1].has_result = True

    def end(self) -> tuple[str, str]:
        """Close the innermost field. Return the text that its instruction stands for, and the instruction when it
        has neither result nor such text."""
        closed = self._open.pop() if self._open else _Field(Shown.TEXT, has_result=True)
        if closed.has_result or not closed.name or closed.name in _WITHOUT_RESULT:
            return "", ""
        encircled = _ENCIRCLED.search(closed.code)
        return (_encircle(encircled[1]), "") if encircled else ("", closed.code.strip())

    def end_paragraph(self) -> None:
        """Forget instructions left open: no instruction runs over a paragraph, only results do."""
        while self.shows is Shown.NEVER:
            self._open.pop()


def _encircle(text: str) -> str:
    """Return ③ for 3; anything else in brackets of its own."""
    try:
        return say_label(Label.CIRCLE, int(text))
    except ValueError:
        return f"（{text}）"
