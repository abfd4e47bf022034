"""What a walk makes of a story: its paragraphs, and what stands in them, as plain values."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum, auto
from functools import cached_property

from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.drawn import WordDrawing, WordTable
from bulletin_gen.ooxml.effective import ParagraphFormat, RunFormat
from bulletin_gen.ooxml.names import Element
from bulletin_gen.ooxml.revisions import Change
from bulletin_gen.ooxml.word_sections import WordSection


class InlineKind(StrEnum):
    """What stands in a paragraph."""

    TEXT = auto()  # "\n" ends a line, "\f" a page, "\t" is a tab
    LABEL = auto()  # what automatic numbering prints
    SYMBOL = auto()  # a character of a symbol font, or one that a field draws
    MATH = auto()  # text of a formula
    BULLET = auto()
    PAGE_NUMBER = auto()
    FIELD = auto()  # one without a result; the text is its instruction
    LOST_SYMBOL = auto()  # the text is its font and number
    PLACEHOLDER = auto()  # the prompt of a control, told once before its text
    PHONETIC = auto()
    WORD_ART = auto()
    FOOTNOTE = auto()  # the text is the id, here and in the next three
    ENDNOTE = auto()
    COMMENT_START = auto()
    COMMENT_END = auto()
    TABLE = auto()  # begins here
    TEXT_BOX = auto()
    DRAWING = auto()
    PICTURE = auto()
    OBJECT = auto()
    EMBEDDED = auto()  # another file


class Shown(StrEnum):
    """What becomes of a text. HIDDEN is not printed, all else is; only PRINTED is what the author says."""

    PRINTED = auto()
    HIDDEN = auto()
    CONTENTS = auto()  # a table of contents
    PAGES = auto()  # a number of a page, or of pages
    PROMPT = auto()  # in a control that nobody filled in


_TEXTS = {InlineKind.TEXT, InlineKind.LABEL, InlineKind.SYMBOL, InlineKind.MATH}


@dataclass(frozen=True, slots=True)
class Inline:
    """`format` is that of its run; `changes` are those in which it stands, the outermost first; `instruction` is that
    of the innermost field whose result it is part of; `element` is what says it in the file, None for what is printed
    without being said there."""

    kind: InlineKind
    text: str
    format: RunFormat
    shown: Shown = Shown.PRINTED
    changes: tuple[Change, ...] = ()
    instruction: str = ""
    drawing: WordDrawing | None = None
    element: Element | None = field(default=None, compare=False, repr=False)

    @property
    def is_text(self) -> bool:
        return self.kind in _TEXTS

    @property
    def says(self) -> str:
        """The words of the author in it; nothing where it has none."""
        return self.text if self.is_text and self.shown is Shown.PRINTED else ""


@frozen
class CellPlace:
    """A cell: the index of its table in the story, its row and column from 1."""

    table: int
    row: int = 0
    column: int = 0


@frozen
class WordParagraph:
    """One paragraph as it is printed: where the end of one is gone or hidden, the next is part of it, and its format
    that of the last.

    `cells` are those that it stands in, the outermost first; `box` is the drawing whose text it is; `boxes` are the
    texts of the boxes that hang on it. `section` counts from 0. `changes` are those of its end, and of its table row.
    """

    inlines: tuple[Inline, ...]
    format: ParagraphFormat
    section: int = 0
    cells: tuple[CellPlace, ...] = ()
    box: WordDrawing | None = None
    boxes: tuple[tuple["WordParagraph", ...], ...] = ()
    changes: tuple[Change, ...] = ()

    @cached_property
    def says(self) -> str:
        return "".join(inline.says for inline in self.inlines)


@frozen
class WordStory:
    """A body, header, footer, note or comment.

    `changes` are all tracked changes met in it, but for those in what others took away; `unknown_forms` are the forms
    of numbers that were said in plain digits.
    """

    paragraphs: tuple[WordParagraph, ...]
    sections: tuple[WordSection, ...] = ()
    tables: tuple[WordTable, ...] = ()
    changes: tuple[Change, ...] = ()
    unknown_forms: frozenset[str] = frozenset()


def unfolded(paragraphs: Iterable[WordParagraph]) -> Iterator[WordParagraph]:
    """Yield the paragraphs, each followed by those of the text boxes that hang on it."""
    for paragraph in paragraphs:
        yield paragraph
        for box in paragraph.boxes:
            yield from unfolded(box)
