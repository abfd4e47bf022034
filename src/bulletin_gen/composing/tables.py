"""A table of the spec in, the block that says it out."""

from collections.abc import Iterable

from bulletin_gen.document import Table, TableRow
from bulletin_gen.spans import spanned
from bulletin_gen.spec import tables
from bulletin_gen.where import Where

_USUAL_SHARE = tables.Column.model_fields["share"].default


def attached_table(table: tables.Table, landscape: bool | None, where: Where) -> Table:
    """Return the table of an attachment as a block of the document; `landscape` is as there."""
    return Table(_head(table), _shares(table), _rows(table), landscape, where=where)


def table_in_text(table: tables.Table, where: Where) -> Table:
    """Return a table in the text as a block of the document. It stands upright, however wide, for a turned page would
    part the text; columns that all have the usual share are as wide as what stands in them asks for."""
    shares = _shares(table)
    is_shared = any(share != _USUAL_SHARE for share in shares)
    return Table(_head(table), shares if is_shared else (), _rows(table), landscape=False, in_text=True, where=where)


def _head(table: tables.Table) -> TableRow:
    return table_row(column.title for column in table.columns)


def _shares(table: tables.Table) -> tuple[float, ...]:
    return tuple(column.share for column in table.columns)


def _rows(table: tables.Table) -> tuple[TableRow, ...]:
    return tuple(map(table_row, table.rows))


def table_row(cells: Iterable[str]) -> TableRow:
    """Return a row of a table; a single cell goes across all columns."""
    return TableRow(tuple(map(spanned, cells)))
