"""A bulletin in; its files as bytes, and what the author should know of them, out. Nothing is written to disk."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bulletin_gen.checks import check_document, check_pages
from bulletin_gen.composing import compose
from bulletin_gen.composing.approval import compose_approval
from bulletin_gen.document import Document, block_lines, plain_text
from bulletin_gen.errors import FontError, Problem
from bulletin_gen.finding import Finding
from bulletin_gen.fonts import FontSet, find_fonts
from bulletin_gen.layout import lay_out
from bulletin_gen.spans import flat
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.style import GBT9704, Style
from bulletin_gen.where import NOWHERE, Places
from bulletin_gen.writers import WRITERS, Job, Laid, Numbering

FORMATS = tuple(WRITERS)


@dataclass(frozen=True)
class Rendered:
    """`files` holds the bytes by format, in the order asked for; `pages` is None when no PDF was asked for."""

    files: dict[str, bytes]
    findings: tuple[Finding, ...] = ()
    pages: int | None = None


def render(
    bulletin: Bulletin,
    places: Places = NOWHERE,
    formats: Sequence[str] = ("docx", "pdf"),
    style: Style = GBT9704,
    fonts: FontSet | None = None,
    numbering: Numbering | None = None,
) -> Rendered:
    """Return the bulletin in each of `formats` (see FORMATS).

    `fonts` are those that the PDF is set in; None takes what this machine has. `numbering` is that of the DOCX's
    labels; None lets Word count them in drafts and has them as text elsewhere. Raises SpecError where a text
    cannot be decided, FontError where a face or a character is missing, ValueError for an unknown format.
    """
    return render_document(compose(bulletin, places), formats, style, fonts, numbering)


def render_approval(
    bulletin: Bulletin,
    places: Places = NOWHERE,
    formats: Sequence[str] = ("docx", "pdf"),
    style: Style = GBT9704,
    fonts: FontSet | None = None,
) -> Rendered:
    """Return the bulletin's approval sheet (发文稿纸) in each of `formats`. Takes and raises what `render` does."""
    return render_document(compose_approval(bulletin, places), formats, style, fonts)


def render_document(
    document: Document,
    formats: Sequence[str] = ("docx", "pdf"),
    style: Style = GBT9704,
    fonts: FontSet | None = None,
    numbering: Numbering | None = None,
) -> Rendered:
    """Return a document, such as one with tracked changes, in each of `formats`. Raises what `render` does."""
    unknown = [name for name in formats if name not in WRITERS]
    if unknown:
        raise ValueError(f"unknown formats: {unknown}")
    writers = {name: WRITERS[name] for name in formats}
    needs_pages = any(writer.needs_pages(document) for writer in writers.values())
    laid = _lay_out(document, style, fonts or find_fonts(style)) if needs_pages else None
    usual = Numbering.LITERAL if document.draft is None else Numbering.LIVE
    job = Job(document, style, numbering or usual, laid)
    files = {name: writer.write(job) for name, writer in writers.items()}
    findings = tuple(check_document(document))
    if laid is None or not any(writer.draws_pages for writer in writers.values()):
        return Rendered(files, findings)
    pages = laid.pages
    return Rendered(
        files, (*findings, *check_pages(pages, style), *laid.fonts.findings(pages.runs())), len(pages.pages)
    )


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
