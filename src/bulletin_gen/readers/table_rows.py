"""A table of a source as plain values."""

from typing import TypeAlias

from bulletin_gen.frozen import frozen
from bulletin_gen.readers.source import Lines, texts_of

Cells: TypeAlias = tuple[Lines, ...]


@frozen
class TableRows:
    """`above` is its title; `rows`, the first of them its head, hold the lines of a cell for each column."""

    above: Lines
    rows: tuple[Cells, ...]


def cell_text(cell: Lines) -> str:
    """Return the text of a cell, each line of it a paragraph."""
    return "\n".join(texts_of(cell))
