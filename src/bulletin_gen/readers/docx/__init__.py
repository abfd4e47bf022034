"""A DOCX file in; its lines as printed out, and a word on whatever of it is not among them.

Nothing that a reader of the file can see is dropped without a finding.
"""

from dataclasses import dataclass, replace

from bulletin_gen.finding import Finding
from bulletin_gen.ooxml.revisions import Revisions
from bulletin_gen.ooxml.word_file import WordFile
from bulletin_gen.readers.docx.printed import in_order, print_out
from bulletin_gen.readers.docx.remarks import tell
from bulletin_gen.readers.from_lines import read_lines
from bulletin_gen.readers.reading import Reading
from bulletin_gen.readers.source import SourceLine

__all__ = ["DocxText", "Revisions", "docx_lines", "read_docx"]


@dataclass(frozen=True)
class DocxText:
    """`lines` are numbered from 1, blank ones left out; a line of a finding's place is one of these."""

    lines: list[SourceLine]
    findings: list[Finding]


def read_docx(source: bytes, file: str | None = None, revisions: Revisions = Revisions.ACCEPT) -> Reading:
    """Return the bulletin in a DOCX; `file` names it in findings, whose lines are those of `docx_lines`.

    Raises ReadError when the file is no DOCX, is damaged or unsafe to read, or holds no text.
    """
    text = docx_lines(source, file, revisions)
    reading = read_lines(text.lines, file)
    findings = sorted((*text.findings, *reading.findings), key=lambda finding: finding.where.line or 0)
    return replace(reading, findings=tuple(findings))


def docx_lines(source: bytes, file: str | None = None, revisions: Revisions = Revisions.ACCEPT) -> DocxText:
    """Return the text of a DOCX as it is printed, labels of automatic numbering included.

    Raises ReadError when the file is no DOCX, is damaged, or is not safe to read.
    """
    opened = WordFile(source, file, revisions)
    paragraphs = list(in_order(opened.body.paragraphs))
    printed = print_out(paragraphs)
    lines = [SourceLine(line, number) for number, line in enumerate(printed.lines, start=1)]
    return DocxText(lines, list(tell(opened, paragraphs, printed, file)))
