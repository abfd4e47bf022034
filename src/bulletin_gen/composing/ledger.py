"""Spec in, ledger (整改台账) out; and the table that says the same in an attachment."""

from collections.abc import Iterator, Sequence
from datetime import date

from bulletin_gen.composing.counts import count
from bulletin_gen.composing.settle import settle
from bulletin_gen.composing.tables import table_row
from bulletin_gen.document import Table, TableRow
from bulletin_gen.errors import Problem, SpecError
from bulletin_gen.ledger import Ledger, LedgerColumn, LedgerIssue, LedgerSection
from bulletin_gen.properties import Properties
from bulletin_gen.sheet import Sheet, SheetBand, SheetCell, SheetColumn, SheetLine, SheetRow
from bulletin_gen.spec.model import Bulletin, Issue, Results, Status
from bulletin_gen.spec.spec import Spec, as_spec
from bulletin_gen.text.dates import read_date
from bulletin_gen.text.numerals import BY_DEPTH, say_label
from bulletin_gen.where import Where

_CENTRED = frozenset(LedgerColumn) - {LedgerColumn.PROBLEM, LedgerColumn.MEASURE, LedgerColumn.SITUATION}


def compose_ledger(spec: Spec | Bulletin) -> Ledger:
    """Return the ledger of a bulletin. Raises SpecError where it has no results, or a text cannot be decided."""
    spec = as_spec(spec)
    bulletin = spec.said_once.bulletin
    settled = Spec(settle(bulletin, count(bulletin), spec.places), spec.places)
    if settled.bulletin.results is None:
        raise SpecError(
            Problem("没有 results，无法生成整改台账", "请写上 results（整改情况）和各个问题", spec.where(""))
        )
    return ledger_of(settled.bulletin.results, settled)


def ledger_of(results: Results, spec: Spec) -> Ledger:
    """Return the ledger of the results of a bulletin whose texts are settled."""
    bulletin = spec.bulletin
    kind = bulletin.inspection.kind if bulletin.inspection else ""
    issued = read_date(bulletin.issue_date).day if bulletin.issue_date else None
    properties = Properties(f"{bulletin.issuer.name}关于{kind}反馈问题整改台账", bulletin.issuer.name, issued)
    as_of = read_date(results.as_of).text if results.as_of else ""
    return Ledger(properties, as_of, tuple(_sections(results, spec)), tuple(Status))


def ledger_table(ledger: Ledger, landscape: bool | None, where: Where) -> Table:
    """Return the ledger as the table of an attachment, a row for each issue and one for the heading of a section."""
    columns = ledger.columns
    return Table(table_row(columns), (), tuple(_rows(ledger, columns)), landscape, where=where)


def ledger_sheet(ledger: Ledger) -> Sheet:
    """Return the ledger as a sheet, a row for each measure beside the merged cells of its issue."""
    columns = ledger.columns
    as_of = f"截至{ledger.as_of}" if ledger.as_of else ""
    return Sheet(
        "整改台账",
        ledger.properties,
        f"填报单位：{ledger.properties.issuer}",
        as_of,
        tuple(_sheet_column(column, ledger) for column in columns),
        tuple(_sheet_lines(ledger, columns)),
    )


def _sections(results: Results, spec: Spec) -> Iterator[LedgerSection]:
    number = 0
    groups = [("", "results", results.issues)] if results.issues else []
    groups += [(one.heading, f"results.sections[{at}]", one.issues) for at, one in enumerate(results.sections)]
    for at, (heading, path, issues) in enumerate(groups, start=1):
        said = f"{say_label(BY_DEPTH[0], at)}{heading}" if heading else ""
        yield LedgerSection(said, tuple(_issues(issues, f"{path}.issues", spec, "", number)))
        number += len(issues)


def _issues(issues: Sequence[Issue], path: str, spec: Spec, prefix: str, before: int = 0) -> Iterator[LedgerIssue]:
    """Yield each issue and those below it: 1, 1.1, 1.2, 2…, behind `before` others."""
    for at, issue in enumerate(issues):
        number = f"{prefix}{before + at + 1}"
        deadline = read_date(issue.deadline) if issue.deadline else None
        yield LedgerIssue(
            number=number,
            problem=issue.problem or issue.heading,
            measures=tuple(issue.measures),
            unit=issue.responsible_unit,
            leader=issue.leader,
            deadline=deadline.text if deadline else "",
            day=deadline.day if deadline else None,
            situation="\n".join(filter(None, (issue.text, issue.closing))),
            status=issue.status or "",
            where=spec.where(f"{path}[{at}]"),
        )
        yield from _issues(issue.sub_issues, f"{path}[{at}].sub_issues", spec, f"{number}.")


def _rows(ledger: Ledger, columns: Sequence[LedgerColumn]) -> Iterator[TableRow]:
    for section in ledger.sections:
        if section.heading:
            yield table_row([section.heading])
        for issue in section.issues:
            cells = issue.cells | {LedgerColumn.MEASURE: _numbered(issue.measures)}
            yield table_row([cells[column] for column in columns])


def _sheet_column(column: LedgerColumn, ledger: Ledger) -> SheetColumn:
    choices = ledger.statuses if column is LedgerColumn.STATUS else ()
    return SheetColumn(column, column in _CENTRED, choices)


def _sheet_lines(ledger: Ledger, columns: Sequence[LedgerColumn]) -> Iterator[SheetLine]:
    for section in ledger.sections:
        if section.heading:
            yield SheetBand(section.heading)
        for issue in section.issues:
            yield SheetRow(tuple(_sheet_cells(issue, column) for column in columns))


def _sheet_cells(issue: LedgerIssue, column: LedgerColumn) -> tuple[SheetCell, ...]:
    if column is LedgerColumn.MEASURE:
        return tuple(map(SheetCell, issue.measures)) or (SheetCell(""),)
    value: int | date | None = issue.day if column is LedgerColumn.DEADLINE else None
    if column is LedgerColumn.NUMBER and issue.number.isdecimal():
        value = int(issue.number)
    return (SheetCell(issue.cells[column], value),)


def _numbered(measures: Sequence[str]) -> str:
    """Return measures as the lines of one cell, each with its number; one alone has none."""
    if len(measures) == 1:
        return measures[0]
    return "\n".join(f"{number}.{measure}" for number, measure in enumerate(measures, start=1))
