"""The bytes of a DOCX in; what is measured in it out: every section, the body, tables, text boxes and footers."""

from bulletin_gen.ooxml.word_file import WordFile
from bulletin_gen.proof.docx.measure_pages import page_numbers_of, sheets_of
from bulletin_gen.proof.docx.measure_paragraphs import paragraphs_of
from bulletin_gen.proof.measured import Measured, Source
from bulletin_gen.proof.recognise import recognise


def measure_docx(source: bytes, file: str | None = None) -> Measured:
    """Return what is measured in a DOCX, its tracked changes accepted.

    Raises ReadError when the file is no DOCX, is damaged, or is not safe to read.
    """
    opened = WordFile(source, file)
    sheets = sheets_of(opened.body)
    numbers, numbering = page_numbers_of(opened, sheets)
    paragraphs, strokes = paragraphs_of(opened.body, sheets)
    return Measured(Source.DOCX, sheets, recognise(paragraphs), numbers, strokes=strokes, numbering=numbering)
