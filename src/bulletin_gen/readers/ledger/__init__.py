"""A 台账 that an office keeps as a sheet (XLSX, XLS, CSV) in; its issues as a spec out, with an account of each column.

File to plain grid, grid to a header and the rows below it, rows to issues: no stage knows the one before it.
"""

from collections.abc import Mapping

from bulletin_gen.readers.ledger.files import grids_of
from bulletin_gen.readers.ledger.reading import LedgerReading, read_grids

__all__ = ["LedgerReading", "grids_of", "read_grids", "read_ledger"]


def read_ledger(
    source: bytes, file: str | None = None, columns: Mapping[str, str] | None = None, sheet: str | None = None
) -> LedgerReading:
    """Return the ledger in the bytes of a sheet.

    `columns` says by hand which column holds what: 问题 -> C, or -> the name above it; `sheet` which sheet it is.
    Raises ReadError for what cannot be read, or holds no ledger.
    """
    return read_grids(grids_of(source, file), file, columns, sheet)
