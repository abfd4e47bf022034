"""A bulletin in, its ledger (整改台账) out; opinions in, the table of what was decided on them out; as bytes."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from bulletin_gen.checks.table import check_document
from bulletin_gen.composing.ledger import compose_ledger, ledger_sheet
from bulletin_gen.document import Document, Paragraph
from bulletin_gen.errors import BulletinError, Problem
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.fonts import FontSet
from bulletin_gen.ledger import Ledger, LedgerColumn
from bulletin_gen.placing.table import turned
from bulletin_gen.printing import Rendered
from bulletin_gen.rendering import render_document
from bulletin_gen.review.opinion import Opinion
from bulletin_gen.review.opinion_table import opinion_html, opinion_sheet, opinion_table
from bulletin_gen.spans import spanned
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.spec import Spec
from bulletin_gen.style import GBT9704, Style
from bulletin_gen.writers.xlsx.write import write_xlsx

_FILLED_IN = (LedgerColumn.UNIT, LedgerColumn.LEADER, LedgerColumn.DEADLINE, LedgerColumn.STATUS)
OPINION_FORMATS = ("docx", "xlsx", "pdf", "html")


def render_ledger(spec: Spec | Bulletin, style: Style = GBT9704) -> Rendered:
    """Return the bulletin's ledger as a sheet (xlsx), with what of it is still to be filled in, cells left empty too.

    Raises SpecError where it has no results or a text cannot be decided, WriteError where a cell cannot hold its text.
    """
    ledger = compose_ledger(spec)
    findings = (*check_document(_as_document(ledger)), *_left_empty(ledger))
    return Rendered({"xlsx": write_xlsx(ledger_sheet(ledger), style)}, findings)


def write_opinions(
    opinions: Sequence[Opinion],
    formats: Sequence[str] = ("docx", "xlsx"),
    style: Style = GBT9704,
    fonts: FontSet | None = None,
) -> Rendered:
    """Return 意见采纳情况表, set across the page, in each of `formats` (see OPINION_FORMATS).

    Raises FontError where a face or a character is missing, BulletinError for an unknown format.
    """
    _refuse_unknown(formats)
    drawn = [name for name in formats if name in ("docx", "pdf")]
    rendered = render_document(opinion_table(opinions), drawn, turned(style), fonts)
    others = {name: _WRITERS[name](opinions, style) for name in formats if name in _WRITERS}
    files = {name: (rendered.files | others)[name] for name in formats}
    return Rendered(files, rendered.findings, rendered.pages)


_WRITERS: Mapping[str, Callable[[Sequence[Opinion], Style], bytes]] = {
    "xlsx": lambda opinions, style: write_xlsx(opinion_sheet(opinions), style),
    "html": lambda opinions, style: opinion_html(opinions).encode(),
}


def _as_document(ledger: Ledger) -> Document:
    """Return what the ledger says of each issue, at its place, for rules that read documents."""
    said = ((issue, "\n".join((*issue.cells.values(), *issue.measures))) for issue in ledger.issues)
    return Document(ledger.properties, tuple(Paragraph(spanned(text), where=issue.where) for issue, text in said))


def _left_empty(ledger: Ledger) -> Iterator[Finding]:
    """Yield a note on the columns that some issues say nothing in."""
    issues = list(ledger.issues)
    counts = {column: sum(not issue.cells[column] for issue in issues) for column in _FILLED_IN}
    told = "、".join(f"{column}（{count}个问题）" for column, count in counts.items() if count)
    if told:
        yield Finding("ledger/empty", Severity.NOTE, f"台账里空着：{told}", "请在通报里补上，或直接填在表里")


def _refuse_unknown(formats: Sequence[str]) -> None:
    unknown = [name for name in formats if name not in OPINION_FORMATS]
    if unknown:
        raise BulletinError(Problem(f"没有“{unknown[0]}”这种格式", f"可用：{'、'.join(OPINION_FORMATS)}"))
