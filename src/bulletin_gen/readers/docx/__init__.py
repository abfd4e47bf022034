"""A DOCX file in; its lines as printed out, and a word on whatever of it is not among them.

Nothing that a reader of the file can see is dropped without a finding.
"""

from dataclasses import dataclass, replace

from bulletin_gen.finding import Finding
from bulletin_gen.ooxml.revisions import Revisions
from bulletin_gen.ooxml.word_file import WordFile
from bulletin_gen.readers.docx.body import print_body
from bulletin_gen.readers.docx.printed import Origin, SetAside, in_order
from bulletin_gen.readers.docx.remarks import tell
from bulletin_gen.readers.docx.tables import arrange
from bulletin_gen.readers.from_lines import read_lines
from bulletin_gen.readers.reading import Reading
from bulletin_gen.readers.source import SourceLine

__all__ = ["DocxText", "Origin", "Revisions", "docx_lines", "printed_lines", "read_docx"]


@dataclass(frozen=True)
class DocxText:
    """`lines` are numbered from 1, blank ones left out; a line of a finding's place is one of these.

    `row_tables` counts the tables each row of which is one line, its cells parted by tabs.
    """

    lines: list[SourceLine]
    findings: list[Finding]
    row_tables: int = 0


def read_docx(source: bytes, file: str | None = None, revisions: Revisions = Revisions.ACCEPT) -> Reading:
    """Return the bulletin in a DOCX; `file` names it in findings, whose lines are those of `docx_lines`.

    Raises ReadError when the file is no DOCX, is damaged or unsafe to read, or holds no text.
    """
    opened = WordFile(source, file, revisions)
    text = _lines_of(opened, file)
    reading = read_lines(text.lines, file)
    typed = sum(attachment.table is not None or attachment.ledger for attachment in reading.bulletin.attachments)
    if text.row_tables > typed:
        text = _lines_of(opened, file, by_rows=False)
        reading = read_lines(text.lines, file)
    findings = sorted((*text.findings, *reading.findings), key=lambda finding: finding.where.line or 0)
    return replace(reading, findings=tuple(findings), people=opened.people)


def docx_lines(source: bytes, file: str | None = None, revisions: Revisions = Revisions.ACCEPT) -> DocxText:
    """Return the text of a DOCX as it is printed, labels of automatic numbering included.

    Raises ReadError when the file is no DOCX, is damaged, or is not safe to read.
    """
    return _lines_of(WordFile(source, file, revisions), file)


def printed_lines(opened: WordFile) -> list[tuple[str, tuple[Origin, ...]]]:
    """Return the lines as they are printed, in the order of their numbers, each with where in the file it comes from.

    A line of `docx_lines` bears the number of the first of these that it is made of.
    """
    return [(line.text, line.origins) for line in print_body(opened).lines]


def _lines_of(opened: WordFile, file: str | None, by_rows: bool = True) -> DocxText:
    """Return the text; without `by_rows` tables of attachments are read cell by cell, as where one has no place."""
    printed = print_body(opened)
    arranged = arrange(printed, opened.body.tables, by_rows)
    paragraphs = list(in_order(opened.body.paragraphs))
    told = tell(opened, paragraphs, replace(printed, remarks=arranged.remarks), file)
    row_tables = sum(remark.kind is SetAside.ROWS for remark in arranged.remarks)
    return DocxText(arranged.lines, list(told), row_tables)
