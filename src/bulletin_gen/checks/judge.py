"""What rules found -> what is told: at its place in the file, as the office wants it told, without what is allowed."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from bulletin_gen.checks.allow import Allow, Allowances, Allowing, allows_in
from bulletin_gen.checks.located import TypedWords
from bulletin_gen.checks.office import Office
from bulletin_gen.checks.table import ALLOW_RULES, every_rule
from bulletin_gen.finding import Finding, Quote
from bulletin_gen.where import Places, Where


def judged(
    findings: Iterable[Finding], office: Office, places: Places | None = None, looked: Collection[str] = ()
) -> list[Finding]:
    """Return what `settled` does, in the order of the text."""
    return sorted(settled(findings, office, places, looked), key=_in_order)


def settled(
    findings: Iterable[Finding], office: Office, places: Places | None = None, looked: Collection[str] = ()
) -> list[Finding]:
    """Return what is to be told, in the order given.

    `places` are those of a spec, whose allowances count, None for any other text. An allowance is missed by the rules
    named in `looked`, which are those that looked at all of it.
    """
    placed = list(_once(findings, places))
    allows = allows_in(places) if places else ()
    return list(_held(_not_allowed(placed, allows, looked) if allows else placed, office))


def _not_allowed(findings: Sequence[Finding], allows: tuple[Allow, ...], looked: Collection[str]) -> list[Finding]:
    """Return what is not allowed, and what is allowed in vain."""
    allowances = Allowances(allows)
    covered = [(finding, allowances.covering(finding)) for finding in findings]
    told = [finding for finding, covering in covered if not covering]
    if looked:
        used = frozenset(allow for _, covering in covered for allow in covering)
        allowing = Allowing(allows, used, frozenset(looked), frozenset(rule.name for rule in every_rule()))
        told += (finding for rule in ALLOW_RULES for finding in rule.findings(allowing))
    return told


def _once(findings: Iterable[Finding], places: Places | None) -> Iterator[Finding]:
    """Yield each finding at the place of the very words; once what a ledger repeats of the issues."""
    typed = TypedWords(places) if places and places.source else None
    told: set[tuple[object, ...]] = set()
    for finding in findings:
        where = _where(finding, typed)
        said = (finding.rule, finding.severity, finding.message, finding.hint, finding.source, finding.instead)
        key = (*said, where or finding.where, None if where else finding.quote)
        if key not in told:
            told.add(key)
            yield replace(finding, where=where) if where else finding


def _where(finding: Finding, typed: TypedWords | None) -> Where | None:
    """Return where the words of a finding stand; None where that is not known, or it is about none."""
    quote, where = finding.quote, finding.where
    if quote is None:
        return None
    if typed is not None:
        located = typed.find(where.path, quote)
        return typed.where(located) if located else None
    is_line = where.line is not None and where.column is None
    return replace(where, column=quote.start + 1) if is_line else None


def _held(findings: Iterable[Finding], office: Office) -> Iterator[Finding]:
    """Yield what is no fault to the office, with the severity that it gives it."""
    for finding in findings:
        name = next((name for name in (finding.rule, finding.rule.partition("/")[0]) if name in office.levels), None)
        severity = finding.severity if name is None else office.levels[name]
        if severity is not None and not (finding.quote and _is_allowed(finding.quote, office.allowed)):
            yield finding if severity is finding.severity else replace(finding, severity=severity)


def _is_allowed(quote: Quote, terms: Iterable[str]) -> bool:
    """Do the quoted words lie within one of the terms?"""
    for term in terms:
        start = quote.paragraph.find(term, max(0, quote.end - len(term)))
        if 0 <= start <= quote.start:
            return True
    return False


def _in_order(finding: Finding) -> tuple[int, int, int]:
    """Return where a finding stands in the text; what stands nowhere comes first."""
    quoted = finding.quote.start if finding.quote else 0
    return (finding.where.line or 0, finding.where.column or 0, quoted)
