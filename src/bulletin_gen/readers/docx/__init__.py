"""A DOCX file in; its lines as printed out, and a word on whatever of it is not among them.

The XML is walked as it is: tracked changes, fields, automatic numbers, text boxes and hidden text decide what is
printed, and nothing that a reader of the file can see is dropped without a finding.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.finding import Finding
from bulletin_gen.ooxml.names import Element, w
from bulletin_gen.ooxml.numbering import Numbering
from bulletin_gen.ooxml.package import Package
from bulletin_gen.ooxml.revisions import Revisions
from bulletin_gen.ooxml.styles import Styles
from bulletin_gen.readers.docx.pieces import Printed, print_out
from bulletin_gen.readers.docx.remarks import Comment, Setting, tell
from bulletin_gen.readers.docx.story import MAX_ELEMENTS, Story, TooLongError
from bulletin_gen.readers.from_lines import read_lines
from bulletin_gen.readers.reading import Reading
from bulletin_gen.readers.source import SourceLine
from bulletin_gen.where import Where

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
    package = Package(source, file)
    try:
        printed, setting = _read(package, revisions)
    except TooLongError:
        message = f"文件内容超过 {MAX_ELEMENTS} 个元素，不像一份通报"
        raise ReadError(Problem(message, "请检查是不是选错了文件", Where(file))) from None
    lines = [SourceLine(line, number) for number, line in enumerate(printed.lines, start=1)]
    return DocxText(lines, list(tell(printed, setting, file)))


def _read(package: Package, revisions: Revisions) -> tuple[Printed, Setting]:
    styles = Styles(_only(package, "styles"))
    numbering = Numbering(_only(package, "numbering"), styles)
    story = Story(styles, numbering, revisions)
    printed = print_out(story.read(package.document))

    def text_of(element: Element) -> str:
        return " ".join(print_out(Story(styles, numbering, revisions).read(element)).lines)

    setting = Setting(
        headers=[text_of(package.xml(part)) for part in package.related("header")],
        footers=[text_of(package.xml(part)) for part in package.related("footer")],
        footnotes={id_: text_of(note) for id_, note in _notes(package, "footnotes", "footnote")},
        endnotes={id_: text_of(note) for id_, note in _notes(package, "endnotes", "endnote")},
        comments={
            id_: Comment(comment.get(w("author"), ""), text_of(comment))
            for id_, comment in _notes(package, "comments", "comment")
        },
        changes=story.changes,
        revisions=revisions,
        unknown_forms=sorted(numbering.unknown_forms),
    )
    return printed, setting


def _only(package: Package, kind: str) -> Element | None:
    """Return the one part of a kind, None where the document has none."""
    return next(map(package.xml, package.related(kind)), None)


def _notes(package: Package, kind: str, name: str) -> Iterator[tuple[str, Element]]:
    root = _only(package, kind)
    for note in root.iter(w(name)) if root is not None else ():
        yield note.get(w("id"), ""), note
