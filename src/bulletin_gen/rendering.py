"""A bulletin in; its files as bytes, and what the author should know of them, out. Nothing is written to disk."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple, TypeAlias

from bulletin_gen.checks.judge import judged, settled
from bulletin_gen.checks.manuscript import manuscript_of
from bulletin_gen.checks.office import ANY_OFFICE, Office
from bulletin_gen.checks.table import (
    SPEC_RULES,
    TEXT_RULES,
    TYPED_RULES,
    check_document,
    check_spec,
    check_text,
    names_of,
)
from bulletin_gen.composing import compose
from bulletin_gen.composing.approval import compose_approval
from bulletin_gen.document import Document
from bulletin_gen.errors import CheckError, Problem
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.fonts import FontSet
from bulletin_gen.printing import Rendered, print_document
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.sign_off import Stage
from bulletin_gen.spec.spec import Spec, as_spec
from bulletin_gen.style import GBT9704, Style
from bulletin_gen.writers import Numbering, Packing

Printer: TypeAlias = Callable[[Document], Callable[[], Rendered]]  # may begin at once; what it returns is waited for


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
    return render_by(_printer(formats, style, fonts, numbering, packing), spec, office)


def render_document(
    document: Document,
    formats: Sequence[str] = ("docx", "pdf"),
    style: Style = GBT9704,
    fonts: FontSet | None = None,
    numbering: Numbering | None = None,
    packing: Packing = Packing.PORTABLE,
) -> Rendered:
    """Return a document, such as one with tracked changes, in each of `formats`. Raises what `render` does."""
    return _with_its_words_checked(document, print_document(document, formats, style, fonts, numbering, packing))


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
    return render_approval_by(_printer(formats, style, fonts, None, packing), spec, office)


def render_by(printer: Printer, spec: Spec | Bulletin, office: Office | None = ANY_OFFICE) -> Rendered:
    """Return what `render` does, where `printer` makes the files, beside the checks if it likes.

    Nobody waits for those of a final text that is surely wrong.
    """
    spec = as_spec(spec)
    document = compose(spec)
    files = printer(document)
    looked_at = _look_at(spec, document, office)
    rendered = _with_its_words_checked(document, files())
    if office is None:
        return rendered
    findings = (*looked_at.doubts, *settled(rendered.findings, office, spec.places))
    return replace(rendered, findings=findings, remarks=looked_at.remarks)


def render_approval_by(printer: Printer, spec: Spec | Bulletin, office: Office | None = ANY_OFFICE) -> Rendered:
    """Return what `render_approval` does, where `printer` makes the files as in `render_by`."""
    spec = as_spec(spec)
    files = printer(compose_approval(spec))
    _look_at(spec, compose(spec), office)
    return files()


def _printer(
    formats: Sequence[str], style: Style, fonts: FontSet | None, numbering: Numbering | None, packing: Packing
) -> Printer:
    """Return what makes the files in this process, once they are waited for."""
    return lambda document: partial(print_document, document, formats, style, fonts, numbering, packing)


def _with_its_words_checked(document: Document, rendered: Rendered) -> Rendered:
    return replace(rendered, findings=(*check_document(document), *rendered.findings))


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
