"""A line of a source, and what two texts have to share to say the same."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from bulletin_gen.frozen import frozen

_SPACES = " \t\r\n\v\f\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_MARKS = {"。": ".", "｡": ".", "“": '"', "”": '"', "‘": "'", "’": "'"}
_FOLD: dict[int, int | str | None] = {
    **_HALF,
    **{ord(mark): half for mark, half in _MARKS.items()},
    **{ord(unseen): None for unseen in _SPACES + _UNSEEN},
}


@frozen
class SourceLine:
    """A line, or a paragraph, of the source; `number` counts from 1.

    `cells` are the texts that tabs part in it, or that stand in one row of a table; none where it has but one.
    `table` is the number of the first row of the table in the text that it is a row of; 0 for none. A line that stands
    for such a table as a whole has its `rows`, the head first.
    """

    text: str
    number: int
    cells: tuple[str, ...] = ()
    table: int = 0
    rows: "Lines" = ()


Lines: TypeAlias = tuple[SourceLine, ...]


CELL_END = "\t"
LINE_END_IN_CELL = "\u2028"


def row_text(cells: Iterable[str]) -> str:
    """Return the cells of a row as the text of one line, which `cells_of` takes apart again."""
    return CELL_END.join(cell.replace("\n", LINE_END_IN_CELL) for cell in cells)


def cells_of(text: str) -> tuple[str, ...]:
    """Return the cells in the text of a line, none where no tab parts it."""
    if CELL_END not in text:
        return ()
    return tuple(cell.strip(" \u3000").replace(LINE_END_IN_CELL, "\n") for cell in text.split(CELL_END))


def with_rows(lines: Iterable[SourceLine]) -> Iterator[SourceLine]:
    """Yield the lines, those of its rows in place of one that stands for a table."""
    for line in lines:
        yield from line.rows or (line,)


def texts_of(lines: Iterable[SourceLine]) -> list[str]:
    """Return the lines without their numbers."""
    return [line.text for line in lines]


def prose(lines: Iterable[SourceLine]) -> str:
    """Return the lines as the paragraphs of a prose field."""
    return "\n".join(texts_of(lines))


def start_of_end(lines: Sequence[SourceLine], belongs: Callable[[str], object], most: int | None = None) -> int:
    """Return where the lines at the end begin that belong together: `most` of them at the most, never the first."""
    start = len(lines)
    while start > 1 and len(lines) - start != most and belongs(lines[start - 1].text):
        start -= 1
    return start


def fold(text: str) -> str:
    """Return what is left of a text when the width of marks and digits and all white space are put aside."""
    return text.translate(_FOLD)


def end_of(beginning: str, text: str) -> int:
    """Return where in a text ends what it begins with, both as they are folded."""
    left, at = len(fold(beginning)), 0
    while left > 0:
        left -= len(fold(text[at]))
        at += 1
    return at


def is_blank(text: str) -> bool:
    """Is there nothing to see in the text?"""
    return not fold(text)
