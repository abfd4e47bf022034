"""A DOCX file in; its lines as printed out, and a word on whatever of it is not among them.

Nothing that a reader of the file can see is dropped without a finding.
"""

import re
from dataclasses import dataclass, replace

from bulletin_gen.finding import Finding
from bulletin_gen.ooxml.revisions import Revisions
from bulletin_gen.ooxml.word_file import WordFile
from bulletin_gen.readers.docx.printed import in_order, print_out
from bulletin_gen.readers.docx.remarks import tell
from bulletin_gen.readers.from_lines import read_lines
from bulletin_gen.readers.reading import Reading
from bulletin_gen.readers.source import SourceLine
from bulletin_gen.text.head_forms import DOCUMENT_NUMBER

__all__ = ["DocxText", "Revisions", "docx_lines", "read_docx"]

_SUFFIX = "文件"
_MOST_MARK_LINES = 14
_ORGAN = re.compile("[\u4e00-\u9fff]{3,40}")  # 中共青溪镇委员会
_NUMBER = re.compile(DOCUMENT_NUMBER.pattern)  # 青党发〔2025〕3号


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
    texts = _mark_in_order(printed.lines)
    lines = [SourceLine(line, number) for number, line in enumerate(texts, start=1)]
    return DocxText(lines, list(tell(opened, paragraphs, printed, file)))


def _mark_in_order(lines: list[str]) -> list[str]:
    """Return the lines with 文件 below the organs of a joint mark: its box may stand before them in the file."""
    number = next((at for at, line in enumerate(lines[:_MOST_MARK_LINES]) if _NUMBER.match(line)), 0)
    if _SUFFIX not in lines[:number]:
        return lines
    at = lines.index(_SUFFIX)
    organs = lines[at + 1 : number]
    if not organs or not all(map(_ORGAN.fullmatch, organs)):
        return lines
    return [*lines[:at], *organs, _SUFFIX, *lines[number:]]
