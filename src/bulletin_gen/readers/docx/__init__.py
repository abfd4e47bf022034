"""A DOCX file in; its lines as printed out, and a word on whatever of it is not among them.

Nothing that a reader of the file can see is dropped without a finding.
"""

from dataclasses import replace

from bulletin_gen.finding import Finding
from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.revisions import Revisions
from bulletin_gen.ooxml.word_file import WordFile
from bulletin_gen.readers.docx.body import print_body
from bulletin_gen.readers.docx.own import draft_mark, is_own, with_stage
from bulletin_gen.readers.docx.printed import Origin, SetAside
from bulletin_gen.readers.docx.remarks import is_about_header, tell, tell_changes
from bulletin_gen.readers.docx.tables import arrange
from bulletin_gen.readers.from_lines import read_lines
from bulletin_gen.readers.reading import Reading
from bulletin_gen.readers.source import SourceLine

__all__ = ["DocxText", "Origin", "Revisions", "docx_lines", "printed_lines", "read_docx"]


_STAGE = "稿别"


@frozen
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
    changes = _changes(source, opened, file)
    text = _lines_of(opened, file)
    reading = read_lines(text.lines, file)
    typed = sum(attachment.table is not None or attachment.ledger for attachment in reading.bulletin.attachments)
    if text.row_tables > typed:
        text = _lines_of(opened, file, by_rows=False)
        reading = read_lines(text.lines, file)
    findings = sorted((*changes, *text.findings, *reading.findings), key=lambda finding: finding.where.line or 0)
    told = replace(reading, findings=tuple(findings), people=opened.people, is_own=is_own(opened))
    return _marked(told, draft_mark(opened))


def _marked(reading: Reading, mark: str) -> Reading:
    """Return the reading of a draft of ours with its stage, which its pages say and its text does not."""
    bulletin = with_stage(reading.bulletin, mark)
    if bulletin == reading.bulletin:
        return reading
    findings = tuple(finding for finding in reading.findings if not is_about_header(finding, mark))
    typed = (_STAGE, *reading.typed)
    return replace(reading, spec=replace(reading.spec, bulletin=bulletin), findings=findings, typed=typed)


def docx_lines(source: bytes, file: str | None = None, revisions: Revisions = Revisions.ACCEPT) -> DocxText:
    """Return the text of a DOCX as it is printed, labels of automatic numbering included.

    Raises ReadError when the file is no DOCX, is damaged, or is not safe to read.
    """
    opened = WordFile(source, file, revisions)
    text = _lines_of(opened, file)
    return replace(text, findings=[*_changes(source, opened, file), *text.findings])


def printed_lines(opened: WordFile) -> list[tuple[str, tuple[Origin, ...]]]:
    """Return the lines as they are printed, in the order of their numbers, each with where in the file it comes from.

    A line of `docx_lines` bears the number of the first of these that it is made of.
    """
    return [(line.text, line.origins) for line in print_body(opened).lines]


def _changes(source: bytes, opened: WordFile, file: str | None) -> list[Finding]:
    """Return what became of the tracked changes of each author."""
    if opened.revisions is None or not opened.body.changes:
        return []
    return list(tell_changes(WordFile(source, file, None), opened.revisions, file))


def _lines_of(opened: WordFile, file: str | None, by_rows: bool = True) -> DocxText:
    """Return the text; without `by_rows` tables of attachments are read cell by cell, as where one has no place."""
    printed = print_body(opened)
    arranged = arrange(printed, opened.body.tables, by_rows)
    told = tell(opened, replace(printed, remarks=arranged.remarks), file)
    row_tables = sum(remark.kind is SetAside.ROWS for remark in arranged.remarks)
    return DocxText(arranged.lines, list(told), row_tables)
