"""A document in; its files as bytes, and what its pages cannot show, out. What it was composed of is not known here."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bulletin_gen.checks.pages import check_pages
from bulletin_gen.document import Document, Heading, Paragraph, Signature, Title, block_lines
from bulletin_gen.errors import BulletinError, FontError, Problem
from bulletin_gen.finding import Finding
from bulletin_gen.fonts import FontSet, find_fonts
from bulletin_gen.fonts.find import find_once
from bulletin_gen.frozen import frozen
from bulletin_gen.properties import Properties
from bulletin_gen.spans import flat, spanned
from bulletin_gen.style import GBT9704, Style
from bulletin_gen.where import Where
from bulletin_gen.writers import WRITERS, Job, Laid, Numbering, Packing

FORMATS = tuple(WRITERS)
_USUAL = Document(
    Properties("关于整改进展情况的通报", "机关党组"),
    (
        Title((spanned("关于整改进展情况的通报"),)),
        Heading(1, 0, spanned("一、"), spanned("整改落实情况")),
        Heading(2, 1, spanned("（一）"), spanned("关于“学习不够深入”的问题。")),
        Heading(3, 2, spanned("1."), spanned("问题：制度还不完善，有的没有落实。"), spanned("整改情况：已完成。")),
        Paragraph(spanned("修订《会议制度》等5项制度，开展学习12次；联系电话：0000-0000000，电子邮箱：a@b.cn。")),
        Signature((spanned("机关党组"),), spanned("2026年1月20日")),
    ),
)


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


def get_ready(formats: Sequence[str], folders: Sequence[Path]) -> None:
    """Load and make all that printing in these formats asks for the first time, by printing a page of usual words.

    Faces are looked for in `folders` first. Raises what `print_document` does.
    """
    print_document(_USUAL, formats, fonts=find_once(GBT9704, folders) if "pdf" in formats else None)


def print_document(
    document: Document,
    formats: Sequence[str],
    style: Style = GBT9704,
    fonts: FontSet | None = None,
    numbering: Numbering | None = None,
    packing: Packing = Packing.PORTABLE,
) -> Rendered:
    """Return a document in each of `formats`, with what its pages cannot show and the faces that stand in for others.

    Takes and raises what `rendering.render` does of a text that is decided.
    """
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
