"""A bulletin in; its files as bytes, and what the author should know of them, out. Nothing is written to disk."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bulletin_gen.checks import (
    SPEC_RULES,
    TEXT_RULES,
    TYPED_RULES,
    check_document,
    check_pages,
    check_spec,
    check_text,
    names_of,
)
from bulletin_gen.checks.judge import judged, settled
from bulletin_gen.checks.manuscript import manuscript_of
from bulletin_gen.checks.office import ANY_OFFICE, Office
from bulletin_gen.composing import compose
from bulletin_gen.composing.approval import compose_approval
from bulletin_gen.document import Document, block_lines
from bulletin_gen.errors import BulletinError, CheckError, FontError, Problem
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.fonts import FontSet, find_fonts
from bulletin_gen.frozen import frozen
from bulletin_gen.spans import flat
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.sign_off import Stage
from bulletin_gen.spec.spec import Spec, as_spec
from bulletin_gen.style import GBT9704, Style
from bulletin_gen.where import Where
from bulletin_gen.writers import WRITERS, Job, Laid, Numbering, Packing

FORMATS = tuple(WRITERS)


@frozen
class Rendered:
    """`files` holds the bytes by format, in the order asked for; `pages` is None when no PDF was asked for.

    `findings` are what a spec says twice or against itself, what is still to be filled in and what its pages cannot
    show; `remarks` are what else an editor would say of its text.
    """

    files: dict[str, bytes]
    findings: tuple[Finding, ...] = ()
    pages: int | None = None
    remarks: tuple[Finding, ...] = ()


def render(
    spec: Spec | Bulletin,
    formats: Sequence[str] = ("docx", "pdf"),
    style: Style = GBT9704,
    fonts: FontSet | None = None,
    numbering: Numbering | None = None,
    office: Office | None = ANY_OFFICE,
    packing: Packing = Packing.PORTABLE,
) -> Rendered:
    """Return the bulletin in each of `formats` (see FORMATS).

    `fonts` are those that the PDF is set in; None takes what this machine has. `numbering` is that of the DOCX's
    labels; None lets Word count them in drafts and has them as text elsewhere. The bulletin is checked as `office`
    wants it; None checks nothing. `packing` is that of the PDF. Raises SpecError where a text cannot be decided,
    CheckError where a final one is surely wrong, FontError where a face or a character is missing, WriteError where
    what does the packing is not installed, BulletinError for an unknown format.
    """
    spec = as_spec(spec)
    document = compose(spec)
    looked_at = _look_at(spec, document, office)
    rendered = render_document(document, formats, style, fonts, numbering, packing)
    if office is None:
        return rendered
    findings = (*looked_at.doubts, *settled(rendered.findings, office, spec.places))
    return replace(rendered, findings=findings, remarks=looked_at.remarks)


def render_document(
    document: Document,
    formats: Sequence[str] = ("docx", "pdf"),
    style: Style = GBT9704,
    fonts: FontSet | None = None,
    numbering: Numbering | None = None,
    packing: Packing = Packing.PORTABLE,
) -> Rendered:
    """Return a document, such as one with tracked changes, in each of `formats`. Raises what `render` does."""
    rendered = _write(document, formats, style, fonts, numbering, packing)
    return replace(rendered, findings=(*check_document(document), *rendered.findings))


def render_approval(
    spec: Spec | Bulletin,
    formats: Sequence[str] = ("docx", "pdf"),
    style: Style = GBT9704,
    fonts: FontSet | None = None,
    office: Office | None = ANY_OFFICE,
    packing: Packing = Packing.PORTABLE,
) -> Rendered:
    """Return the bulletin's approval sheet (发文稿纸) in each of `formats`. Takes and raises what `render` does.

    What the bulletin still lacks is told where that is rendered, not here again.
    """
    spec = as_spec(spec)
    sheet = compose_approval(spec)
    _look_at(spec, compose(spec), office)
    return _write(sheet, formats, style, fonts, packing=packing)


class _LookedAt(NamedTuple):
    """What a spec says twice or against itself, and what else an editor would say of it."""

    doubts: tuple[Finding, ...] = ()
    remarks: tuple[Finding, ...] = ()


def _look_at(spec: Spec, document: Document, office: Office | None) -> _LookedAt:
    """Return what is to be said of a spec. Raises CheckError with what a final text must not say."""
    if office is None:
        return _LookedAt()
    found = [*check_spec(spec), *check_text(manuscript_of(document, spec, office))]
    of_spec = names_of(TYPED_RULES, SPEC_RULES)
    told = judged(found, office, spec.places, of_spec | names_of(TEXT_RULES))
    errors = [finding for finding in told if finding.severity is Severity.ERROR]
    if errors and spec.bulletin.stage is Stage.FINAL:
        raise CheckError(*(Problem(finding.message, finding.hint, finding.where) for finding in errors))
    doubts = tuple(finding for finding in told if finding.rule in of_spec)
    return _LookedAt(doubts, tuple(finding for finding in told if finding.rule not in of_spec))


def _write(
    document: Document,
    formats: Sequence[str],
    style: Style,
    fonts: FontSet | None,
    numbering: Numbering | None = None,
    packing: Packing = Packing.PORTABLE,
) -> Rendered:
    """Return the document's files, with what its pages cannot show and the faces that stand in for others."""
    _refuse_unknown(formats)
    writers = {name: WRITERS[name] for name in formats}
    needs_pages = any(writer.needs_pages(document) for writer in writers.values())
    laid = _lay_out(document, style, fonts or find_fonts(style)) if needs_pages else None
    usual = Numbering.LITERAL if document.draft is None else Numbering.LIVE
    job = Job(document, style, numbering or usual, laid, packing)
    files = {name: writer.write(job) for name, writer in writers.items()}
    if laid is None or not any(writer.draws_pages for writer in writers.values()):
        return Rendered(files)
    pages = laid.pages
    findings = (*check_pages(pages, style, document), *laid.fonts.findings(pages.runs()))
    return Rendered(files, findings, len(pages.pages))


def _refuse_unknown(formats: Sequence[str]) -> None:
    problems = [
        Problem(f"没有“{name}”这种格式", f"可用：{'、'.join(FORMATS)}", Where(path=f"formats[{index}]"))
        for index, name in enumerate(formats)
        if name not in FORMATS
    ]
    if problems:
        raise BulletinError(*problems)


def _lay_out(document: Document, style: Style, fonts: FontSet) -> Laid:
    from bulletin_gen.layout import lay_out

    try:
        return Laid(lay_out(document, style, fonts), fonts)
    except FontError as error:
        raise FontError(*(_undrawable(document, fonts) or error.problems)) from None


def _undrawable(document: Document, fonts: FontSet) -> list[Problem]:
    """Return the characters that no face draws, block by block, so that the author learns where they stand."""
    problems: list[Problem] = []
    for block in document.blocks:
        try:
            fonts.require("".join(map(flat, block_lines(block))))
        except FontError as error:
            problems.extend(replace(problem, where=block.where) for problem in error.problems)
    return problems
