"""What was found in a bulletin, as comments in a DOCX at the words that it is about."""

from collections.abc import Sequence
from typing import TypeAlias

from bulletin_gen.checking import manuscript_of
from bulletin_gen.checks.office import ANY_OFFICE, Office
from bulletin_gen.checks.remarks import comment_on, remarked
from bulletin_gen.document import Document
from bulletin_gen.finding import Finding
from bulletin_gen.ooxml.word_file import WordFile
from bulletin_gen.readers.docx import Origin, printed_lines
from bulletin_gen.readers.reading import Reading
from bulletin_gen.rendering import render_document
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.spec import Spec
from bulletin_gen.style import GBT9704, Style
from bulletin_gen.writers.docx.annotate import Annotation, annotated

_Line: TypeAlias = tuple[str, tuple[Origin, ...]]


def remark(
    given: Spec | Bulletin | Document | Reading,
    findings: Sequence[Finding],
    style: Style = GBT9704,
    office: Office = ANY_OFFICE,
) -> bytes:
    """Return a bulletin as a DOCX in which each finding of `check` is a comment. Raises what `render` raises."""
    document = remarked(manuscript_of(given, office), findings)
    return render_document(document, ["docx"], style).files["docx"]


def remark_docx(source: bytes, findings: Sequence[Finding], file: str | None = None) -> bytes:
    """Return a DOCX with the findings of `check` on its reading as comments; all else in it is as it was.

    A finding that is about no line is a comment on the first. Raises ReadError where the file is no DOCX, is damaged,
    is not safe to read or cannot be added to.
    """
    opened = WordFile(source, file)
    lines = printed_lines(opened)
    first = next((number for number, (_, origins) in enumerate(lines, start=1) if origins), None)
    annotations = [_annotation(finding, lines, first) for finding in findings] if first else []
    return annotated(opened.package, annotations)


def _annotation(finding: Finding, lines: Sequence[_Line], first: int) -> Annotation:
    """Return the comment on the words of a finding, or on a whole line where it has none."""
    number, start, end = _place(finding, lines, first)
    origins = lines[number - 1][1]
    begins = next((origin for origin in origins if start < origin.end), origins[-1])
    ends = next((origin for origin in reversed(origins) if origin.start < end), origins[0])
    return Annotation(
        begins.element,
        begins.at + max(start - begins.start, 0),
        ends.element,
        ends.at + min(end, ends.end) - ends.start,
        comment_on(finding),
    )


def _place(finding: Finding, lines: Sequence[_Line], first: int) -> tuple[int, int, int]:
    """Return the number of the line that a finding is about, and from where to where in it.

    What was read as one line may be printed as several, such as the cells of a row: then the first with the words.
    """
    line = finding.where.line or first
    number = line if line <= len(lines) and lines[line - 1][1] else first
    quote = finding.quote
    if quote is None:
        return number, 0, len(lines[number - 1][0])
    if lines[number - 1][0] == quote.paragraph:
        return number, quote.start, quote.end
    for at in range(number, len(lines) + 1):
        text, origins = lines[at - 1]
        if origins and quote.words and quote.words in text:
            start = text.index(quote.words)
            return at, start, start + len(quote.words)
    return number, 0, len(lines[number - 1][0])
