"""A DOCX file in; its lines as printed out, and a word on whatever of it is not among them.

Nothing that a reader of the file can see is dropped without a finding.
"""

import re
from dataclasses import dataclass, replace

from bulletin_gen.finding import Finding
from bulletin_gen.ooxml.revisions import Revisions
from bulletin_gen.ooxml.word_file import WordFile
from bulletin_gen.readers.docx.printed import Origin, Printed, SetAside, in_order, print_out
from bulletin_gen.readers.docx.remarks import tell
from bulletin_gen.readers.docx.tables import arrange
from bulletin_gen.readers.from_lines import read_lines
from bulletin_gen.readers.reading import Reading
from bulletin_gen.readers.source import SourceLine
from bulletin_gen.text.head_forms import DOCUMENT_NUMBER

__all__ = ["DocxText", "Origin", "Revisions", "docx_lines", "printed_lines", "read_docx"]

_SUFFIX = "文件"
_MOST_MARK_LINES = 14
_ORGAN = re.compile("[\u4e00-\u9fff]{3,40}")  # 中共青溪镇委员会
_NUMBER = re.compile(DOCUMENT_NUMBER.pattern)  # 青党发〔2025〕3号


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
    printed = _print(opened)
    return list(zip(printed.lines, printed.origins, strict=True))


def _lines_of(opened: WordFile, file: str | None, by_rows: bool = True) -> DocxText:
    """Return the text; without `by_rows` tables of attachments are read cell by cell, as where one has no place."""
    printed = _print(opened)
    lines = [SourceLine(line, number) for number, line in enumerate(printed.lines, start=1)]
    arranged = arrange(lines, printed, opened.body.tables, by_rows)
    paragraphs = list(in_order(opened.body.paragraphs))
    told = tell(opened, paragraphs, replace(printed, remarks=arranged.remarks), file)
    row_tables = sum(remark.kind is SetAside.ROWS for remark in arranged.remarks)
    return DocxText(arranged.lines, list(told), row_tables)


def _print(opened: WordFile) -> Printed:
    """Return the body as printed, with 文件 below the organs of a joint mark: its box may stand before them."""
    printed = print_out(in_order(opened.body.paragraphs))
    order = _mark_in_order(printed.lines)
    return replace(
        printed,
        lines=[printed.lines[index] for index in order],
        origins=[printed.origins[index] for index in order],
        places=[printed.places[index] for index in order],
    )


def _mark_in_order(lines: list[str]) -> list[int]:
    """Return the order of the lines in which 文件 stands below the organs of a joint mark."""
    order = list(range(len(lines)))
    number = next((at for at, line in enumerate(lines[:_MOST_MARK_LINES]) if _NUMBER.match(line)), 0)
    if _SUFFIX not in lines[:number]:
        return order
    at = lines.index(_SUFFIX)
    organs = lines[at + 1 : number]
    if not organs or not all(map(_ORGAN.fullmatch, organs)):
        return order
    return [*order[:at], *order[at + 1 : number], at, *order[number:]]
