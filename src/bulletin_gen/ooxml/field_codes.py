"""Fields (域): what of them is text. The result counts, the instruction does not.

Source: ECMA-376 part 1, 17.16.
"""

import re
from dataclasses import dataclass, field

from bulletin_gen.ooxml.word_story import Shown
from bulletin_gen.text.numerals import Label, say_label
from bulletin_gen.text.regex import Regex

_PAGE = "PAGE"
_PAGE_NUMBERS = {_PAGE, "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF"}
_TABLES = {"TOC", "INDEX", "TOA"}
_WITHOUT_RESULT = {"TC", "XE", "TA", "RD", "SET", "PRIVATE", "ADVANCE", "FORMCHECKBOX", *_PAGE_NUMBERS}
# EQ \o\ac(○,3)
_LONGEST_SIGN = 200  # characters of an instruction that draws one sign
_ENCIRCLED = Regex(r"EQ\s*\\o\s*(?:\\ac\s*)?\(\s*[○◯〇Oo]\s*[,，;；]\s*([^)\s]+?)\s*\)", re.IGNORECASE)


@dataclass
class Field:
    """A field. `shown` is what becomes of text that stands in it now, None where that is no text: in an instruction."""

    outside: Shown | None
    page: "Field | None"  # the field of the page number that it stands in, or is
    codes: list[str] = field(default_factory=list)
    instruction: str = ""
    name: str = ""
    has_result: bool = False
    shown: Shown | None = None
    is_told: bool = False  # a page number that is noted already

    def end_instruction(self) -> None:
        self.instruction = "".join(self.codes).strip()
        self.name = "".join(self.instruction.split(maxsplit=1)[:1]).upper()
        if self.name == _PAGE:
            self.page = self

    def begin_result(self) -> None:
        self.end_instruction()
        self.has_result = True
        self.shown = self.outside
        if self.outside is not None and (self.name in _PAGE_NUMBERS or self.outside is Shown.PAGES):
            self.shown = Shown.PAGES
        elif self.outside is not None and self.name in _TABLES:
            self.shown = Shown.CONTENTS

    @property
    def sign(self) -> str:
        """The text that its instruction draws: ③ for `EQ \\o\\ac(○,3)`; nothing where there is a result."""
        drawn = None if self.has_result else _ENCIRCLED.search(self.instruction[:_LONGEST_SIGN])
        return "" if drawn is None else _encircle(drawn[1])

    @property
    def is_lost(self) -> bool:
        """Should it have a result, and has none?"""
        return not self.has_result and self.name not in _WITHOUT_RESULT and bool(self.name)


@dataclass
class Fields:
    """The fields that are open at one point of a story; they may nest and run over paragraphs."""

    _open: list[Field] = field(default_factory=list)

    @property
    def innermost(self) -> Field | None:
        return self._open[-1] if self._open else None

    @property
    def shown(self) -> Shown | None:
        """Return what becomes of text that stands here; None when it is none."""
        return self._open[-1].shown if self._open else Shown.PRINTED

    def begin(self) -> None:
        self._open.append(Field(self.shown, self._open[-1].page if self._open else None))

    def add_code(self, text: str) -> None:
        if self._open and not self._open[-1].has_result:
            self._open[-1].codes.append(text)

    def separate(self) -> None:
        if self._open and not self._open[-1].has_result:
            self._open[-1].begin_result()

    def end(self) -> Field | None:
        """Close the innermost field and return it; None where none is open."""
        if not self._open:
            return None
        closed = self._open.pop()
        if not closed.has_result:
            closed.end_instruction()
        return closed

    def end_paragraph(self) -> None:
        """Forget instructions left open: no instruction runs over a paragraph, only results do."""
        while self.shown in (None, Shown.PAGES):
            self._open.pop()


def _encircle(text: str) -> str:
    """Return ③ for 3; anything else in brackets of its own."""
    try:
        return say_label(Label.CIRCLE, int(text))
    except ValueError:
        return f"（{text}）"
