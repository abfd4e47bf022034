"""The bytes of a DOCX in; what is measured in it out: every section, the body, tables, text boxes and footers."""

from bulletin_gen.ooxml.word_file import WordFile
from bulletin_gen.proof.docx.contents import left_in, unseen
from bulletin_gen.proof.docx.measure_pages import frames_of, page_numbers_of
from bulletin_gen.proof.docx.measure_paragraphs import paragraphs_of
from bulletin_gen.proof.elements import with_elements
from bulletin_gen.proof.measured import Measured, Source


def measure_docx(source: bytes, file: str | None = None) -> Measured:
    """Return what is measured in a DOCX, its tracked changes accepted.

    Raises ReadError when the file is no DOCX, is damaged, or is not safe to read.
    """
    opened = WordFile(source, file)
    frames = frames_of(opened)
    numbers, numbering = page_numbers_of(opened, frames)
    paragraphs, strokes = paragraphs_of(opened.body, frames)
    return Measured(
        Source.DOCX,
        frames,
        with_elements(paragraphs),
        numbers,
        strokes=strokes,
        numbering=numbering,
        unseen=unseen(opened),
        left_in=left_in(opened),
    )
