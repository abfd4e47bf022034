"""A bulletin that says its source in; the same with the ledger of its issues made from these, so that it follows."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from bulletin_gen.composing.counts import all_issues, descendants
from bulletin_gen.ledger import LedgerColumn
from bulletin_gen.readers.printed_dates import as_data
from bulletin_gen.spec.model import Bulletin, Issue, Section, Status
from bulletin_gen.spec.sign_off import Attachment
from bulletin_gen.spec.tables import Table

_Row: TypeAlias = Mapping[str, str]


def with_ledger(bulletin: Bulletin) -> Bulletin:
    """Return the bulletin with the first table that is a ledger of its issues made from these, and with what the table
    alone says of each: who answers for it, by when, how far it has come. As it is where there is none."""
    results = bulletin.results
    ledger = next((attachment for attachment in bulletin.attachments if _is_ledger(attachment)), None)
    if results is None or ledger is None or ledger.table is None:
        return bulletin
    issues = all_issues(results)
    if len(ledger.table.rows) != len(results.sections) + sum(1 + len(descendants(issue)) for issue in issues):
        return bulletin
    rows = _rows(ledger.table)
    filled = results.model_copy(update={"issues": _filled(results.issues, rows)})
    sections = [_section(section, rows) for section in results.sections]
    made = Attachment(title=ledger.title, text=ledger.text, ledger=True)
    attachments = [made if attachment is ledger else attachment for attachment in bulletin.attachments]
    return bulletin.model_copy(
        update={"results": filled.model_copy(update={"sections": sections}), "attachments": attachments}
    )


def tables_of_issues(bulletin: Bulletin) -> Iterator[int]:
    """Yield the index of each attachment whose table lists issues and does not follow those of the bulletin."""
    for index, attachment in enumerate(bulletin.attachments):
        if attachment.table and bulletin.results and any("问题" in column.title for column in attachment.table.columns):
            yield index


def _is_ledger(attachment: Attachment) -> bool:
    titles = {column.title for column in attachment.table.columns} if attachment.table else set()
    return LedgerColumn.PROBLEM in titles and titles <= set(LedgerColumn)


def _rows(table: Table) -> Iterator[_Row]:
    titles = [column.title for column in table.columns]
    return (dict(zip(titles, row, strict=True)) for row in table.rows)


def _section(section: Section, rows: Iterator[_Row]) -> Section:
    next(rows)  # its heading
    return section.model_copy(update={"issues": _filled(section.issues, rows)})


def _filled(issues: list[Issue], rows: Iterator[_Row]) -> list[Issue]:
    """Return the issues with what the next rows say of each and of those below it."""
    return [_with_row(issue, next(rows), rows) for issue in issues]


def _with_row(issue: Issue, row: _Row, rows: Iterator[_Row]) -> Issue:
    deadline, state = row.get(LedgerColumn.DEADLINE, ""), row.get(LedgerColumn.STATUS, "")
    said = next((status for status in Status if status == state), None)
    return issue.model_copy(
        update={
            "responsible_unit": row.get(LedgerColumn.UNIT, ""),
            "leader": row.get(LedgerColumn.LEADER, ""),
            "deadline": as_data(deadline) if deadline else None,
            "status": issue.status or said,
            "sub_issues": _filled(issue.sub_issues, rows),
        }
    )
