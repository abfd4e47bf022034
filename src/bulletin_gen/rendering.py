"""A bulletin in; its files as bytes, and what the author should know of them, out. Nothing is written to disk."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bulletin_gen.checks import check_document, check_pages, check_spec
from bulletin_gen.composing import compose
from bulletin_gen.composing.approval import compose_approval
from bulletin_gen.document import Document, block_lines, plain_text
from bulletin_gen.errors import BulletinError, FontError, Problem, SpecError
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.fonts import FontSet, find_fonts
from bulletin_gen.layout import lay_out
from bulletin_gen.spans import flat
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.spec import Spec, as_spec
from bulletin_gen.style import GBT9704, Style
from bulletin_gen.where import Where
from bulletin_gen.writers import WRITERS, Job, Laid, Numbering

FORMATS = tuple(WRITERS)


@dataclass(frozen=True)
class Rendered:
    """`files` holds the bytes by format, in the order asked for; `pages` is None when no PDF was asked for."""

    files: dict[str, bytes]
    findings: tuple[Finding, ...] = ()
    pages: int | None = None


def render(
    spec: Spec | Bulletin,
    formats: Sequence[str] = ("docx", "pdf"),
    style: Style = GBT9704,
    fonts: FontSet | None = None,
    numbering: Numbering | None = None,
) -> Rendered:
    """Return the bulletin in each of `formats` (see FORMATS).

    `fonts` are those that the PDF is set in; None takes what this machine has. `numbering` is that of the DOCX's
    labels; None lets Word count them in drafts and has them as text elsewhere. Raises SpecError where a text
    cannot be decided or a final one contradicts itself, FontError where a face or a character is missing,
    BulletinError for an unknown format.
    """
    document, doubts = compose(spec), _doubts(spec)
    rendered = render_document(document, formats, style, fonts, numbering)
    return replace(rendered, findings=(*doubts, *rendered.findings))


def render_document(
    document: Document,
    formats: Sequence[str] = ("docx", "pdf"),
    style: Style = GBT9704,
    fonts: FontSet | None = None,
    numbering: Numbering | None = None,
) -> Rendered:
    """Return a document, such as one with tracked changes, in each of `formats`. Raises what `render` does."""
    rendered = _write(document, formats, style, fonts, numbering)
    return replace(rendered, findings=(*check_document(document), *rendered.findings))


def render_approval(
    spec: Spec | Bulletin,
    formats: Sequence[str] = ("docx", "pdf"),
    style: Style = GBT9704,
    fonts: FontSet | None = None,
) -> Rendered:
    """Return the bulletin's approval sheet (发文稿纸) in each of `formats`. Takes and raises what `render` does.

    What the bulletin still lacks is told where that is rendered, not here again.
    """
    sheet, _ = compose_approval(spec), _doubts(spec)
    return _write(sheet, formats, style, fonts)


def _doubts(spec: Spec | Bulletin) -> list[Finding]:
    """Return what looks wrong in what the author typed. Raises SpecError with what a final text must not say."""
    found = check_spec(as_spec(spec))
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    if errors:
        raise SpecError(*(Problem(finding.message, finding.hint, finding.where) for finding in errors))
    return found


def _write(
    document: Document,
    formats: Sequence[str],
    style: Style,
    fonts: FontSet | None,
    numbering: Numbering | None = None,
) -> Rendered:
    """Return the document's files, with what its pages cannot show and the faces that stand in for others."""
    _refuse_unknown(formats)
    writers = {name: WRITERS[name] for name in formats}
    needs_pages = any(writer.needs_pages(document) for writer in writers.values())
    laid = _lay_out(document, style, fonts or find_fonts(style)) if needs_pages else None
    usual = Numbering.LITERAL if document.draft is None else Numbering.LIVE
    job = Job(document, style, numbering or usual, laid)
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
    try:
        fonts.require(plain_text(document))
    except FontError as error:
        raise FontError(*(_undrawable(document, fonts) or error.problems)) from None
    return Laid(lay_out(document, style, fonts), fonts)


def _undrawable(document: Document, fonts: FontSet) -> list[Problem]:
    """Return the characters that no face draws, block by block, so that the author learns where they stand."""
    problems: list[Problem] = []
    for block in document.blocks:
        try:
            fonts.require("".join(map(flat, block_lines(block))))
        except FontError as error:
            problems.extend(replace(problem, where=block.where) for problem in error.problems)
    return problems
