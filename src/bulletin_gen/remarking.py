"""What was found in a bulletin, as comments in a DOCX at the words that it is about."""

from collections.abc import Sequence

from bulletin_gen.checking import manuscript_of
from bulletin_gen.checks.office import ANY_OFFICE, Office
from bulletin_gen.checks.remarks import comment_on, remarked
from bulletin_gen.document import Document
from bulletin_gen.finding import Finding
from bulletin_gen.ooxml.word_file import WordFile
from bulletin_gen.readers.docx import Origin, text_of
from bulletin_gen.readers.reading import Reading
from bulletin_gen.rendering import render_document
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.spec import Spec
from bulletin_gen.style import GBT9704, Style
from bulletin_gen.writers.docx.annotate import Annotation, annotated


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
    text = text_of(opened, file)
    said = [origins for origins in text.origins if origins]
    annotations = [_annotation(finding, text.origins, said[0]) for finding in findings if said]
    return annotated(opened.package, annotations)


def _annotation(finding: Finding, lines: Sequence[tuple[Origin, ...]], first: tuple[Origin, ...]) -> Annotation:
    """Return the comment on the words of a finding, or on the whole line where it has none."""
    line = finding.where.line
    here = lines[line - 1] if line is not None and line <= len(lines) else ()
    origins = here or first
    start, end = (finding.quote.start, finding.quote.end) if finding.quote and here else (0, origins[-1].end)
    begins = next((origin for origin in origins if start < origin.end), origins[-1])
    ends = next((origin for origin in reversed(origins) if origin.start < end), origins[0])
    return Annotation(
        begins.element,
        begins.at + max(start - begins.start, 0),
        ends.element,
        ends.at + min(end, ends.end) - ends.start,
        comment_on(finding),
    )
