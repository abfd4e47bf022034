"""A sheet to be printed, as a value: its title, columns and rows, with nothing of how they are set."""

from datetime import date
from typing import TypeAlias

from bulletin_gen.frozen import frozen
from bulletin_gen.properties import Properties


@frozen
class SheetCell:
    """`text` is what is printed, `value` what a program reckons with: None where that is the text itself."""

    text: str
    value: int | date | None = None


@frozen
class SheetColumn:
    """`choices` are what may be put in a cell, empty where anything may.

    `share` is its part of the width; where one has none, what stands in the columns decides.
    """

    title: str
    centred: bool = False
    choices: tuple[str, ...] = ()
    share: float | None = None


@frozen
class SheetRow:
    """For each column the cells that stand below each other; a single one stands beside all of the other columns."""

    cells: tuple[tuple[SheetCell, ...], ...]


@frozen
class SheetBand:
    """A row across all columns: the heading of those below it."""

    text: str


SheetLine: TypeAlias = SheetRow | SheetBand


@frozen
class Sheet:
    """`name` is that of the tab; below the title stand `left` and `right`, either of which may be empty."""

    name: str
    properties: Properties
    left: str
    right: str
    columns: tuple[SheetColumn, ...]
    lines: tuple[SheetLine, ...]

    @property
    def title(self) -> str:
        return self.properties.title
