"""A bulletin in; its files as bytes, and what the author should know of them, out. Nothing is written to disk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bulletin_gen.approval import ApprovalSheet, sheet_text
from bulletin_gen.composing import compose
from bulletin_gen.composing.approval import compose_approval
from bulletin_gen.document import Colophon, Document, block_lines, plain_text
from bulletin_gen.errors import BulletinError, FontError, Problem
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.fonts import FontSet, find_fonts
from bulletin_gen.layout import lay_out
from bulletin_gen.layout.approval import lay_out_approval
from bulletin_gen.pages import Pages
from bulletin_gen.properties import Properties
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.spec import Spec, as_spec
from bulletin_gen.style import GBT9704, Style
from bulletin_gen.text.placeholders import find_placeholders
from bulletin_gen.where import Where
from bulletin_gen.writers.docx import ColophonPage, Numbering

FORMATS = ("docx", "pdf", "txt")


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
    cannot be decided, FontError where a face or a character is missing, BulletinError for an unknown format.
    """
    _refuse_unknown(formats)
    document = compose(spec)
    numbering = numbering or (Numbering.LITERAL if document.draft is None else Numbering.LIVE)
    unfinished = tuple(_unfinished(document))
    if "pdf" in formats or ("docx" in formats and _wants_even_page(document)):
        fonts = fonts or find_fonts(style)
    if "pdf" not in formats:
        return Rendered({name: _flowing(name, document, style, numbering, fonts) for name in formats}, unfinished)
    assert fonts is not None
    pages = _lay_out(document, style, fonts)
    files = {
        name: _pdf(pages, document.properties, fonts)
        if name == "pdf"
        else _flowing(name, document, style, numbering, fonts)
        for name in formats
    }
    return Rendered(files, (*unfinished, *pages.findings, *fonts.findings(pages.runs())), len(pages.pages))


def render_approval(
    spec: Spec | Bulletin,
    formats: Sequence[str] = ("docx", "pdf"),
    style: Style = GBT9704,
    fonts: FontSet | None = None,
) -> Rendered:
    """Return the bulletin's approval sheet (发文稿纸) in each of `formats`. Takes and raises what `render` does."""
    _refuse_unknown(formats)
    sheet = compose_approval(spec)
    properties = Properties(sheet.title, as_spec(spec).bulletin.issuer.name)
    if "pdf" not in formats:
        return Rendered({name: _flowing_sheet(name, sheet, properties, style) for name in formats})
    fonts = fonts or find_fonts(style)
    fonts.require(sheet_text(sheet))
    pages = lay_out_approval(sheet, style, fonts)
    files = {
        name: _pdf(pages, properties, fonts) if name == "pdf" else _flowing_sheet(name, sheet, properties, style)
        for name in formats
    }
    return Rendered(files, tuple(fonts.findings(pages.runs())), len(pages.pages))


def _refuse_unknown(formats: Sequence[str]) -> None:
    problems = [
        Problem(f"没有“{name}”这种格式", f"可用：{'、'.join(FORMATS)}", Where(path=f"formats[{index}]"))
        for index, name in enumerate(formats)
        if name not in FORMATS
    ]
    if problems:
        raise BulletinError(*problems)


def _lay_out(document: Document, style: Style, fonts: FontSet) -> Pages:
    try:
        fonts.require(plain_text(document))
    except FontError as error:
        raise FontError(*(_undrawable(document, fonts) or error.problems)) from None
    return lay_out(document, style, fonts)


def _undrawable(document: Document, fonts: FontSet) -> list[Problem]:
    """Return the characters that no face draws, block by block, so that the author learns where they stand."""
    problems: list[Problem] = []
    for block in document.blocks:
        try:
            fonts.require("".join(block_lines(block)))
        except FontError as error:
            problems.extend(replace(problem, where=block.where) for problem in error.problems)
    return problems


def _pdf(pages: Pages, properties: Properties, fonts: FontSet) -> bytes:
    from bulletin_gen.writers.pdf import write_pdf

    return write_pdf(pages, properties, fonts)


def _flowing(name: str, document: Document, style: Style, numbering: Numbering, fonts: FontSet | None) -> bytes:
    if name == "txt":
        from bulletin_gen.writers.text import write_text

        return write_text(document)
    from bulletin_gen.writers.docx import write_docx

    return write_docx(document, style, numbering, _colophon_page(document, style, fonts))


def _wants_even_page(document: Document) -> bool:
    return any(isinstance(block, Colophon) and block.on_even_page for block in document.blocks)


def _colophon_page(document: Document, style: Style, fonts: FontSet | None) -> ColophonPage:
    """Return where the 版记 goes; only on an even page must that be known beforehand, and so the faces."""
    if fonts is None or not _wants_even_page(document):
        return ColophonPage.SHARED
    text = replace(document, blocks=tuple(block for block in document.blocks if not isinstance(block, Colophon)))
    whole, before = (len(_lay_out(part, style, fonts).pages) for part in (document, text))
    return list(ColophonPage)[whole - before]


def _unfinished(document: Document) -> Iterator[Finding]:
    """Yield a warning for each block that still holds placeholders."""
    for block in document.blocks:
        found = [placeholder for line in block_lines(block) for placeholder in find_placeholders(line)]
        if found:
            message = f"还有 {len(found)} 处待补内容：{'、'.join(dict.fromkeys(found))}"
            yield Finding("draft/placeholder", Severity.WARNING, message, "定稿前请补上", block.where)


def _flowing_sheet(name: str, sheet: ApprovalSheet, properties: Properties, style: Style) -> bytes:
    if name == "txt":
        return sheet_text(sheet).encode()
    from bulletin_gen.writers.docx.approval import write_approval_docx

    return write_approval_docx(sheet, properties, style)
