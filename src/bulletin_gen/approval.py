"""The approval sheet (发文稿纸), to be filled in by hand and signed: a title over ruled rows of labelled cells."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """`share` is the cell's part of the row's width beside the others'; an empty text leaves room to write."""

    label: str
    text: str = ""
    share: float = 1


@dataclass(frozen=True)
class SheetRow:
    """`height` is at least so many lines of the page's grid; a row grows with its text."""

    height: float
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class ApprovalSheet:
    title: str
    rows: tuple[SheetRow, ...]


def sheet_text(sheet: ApprovalSheet) -> str:
    """Return the sheet as plain text: its title, then each cell on a line."""
    cells = (f"{cell.label}：{cell.text}" for row in sheet.rows for cell in row.cells)
    return "".join(f"{line}\n" for line in (sheet.title, *cells))
