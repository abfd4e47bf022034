"""What of a DOCX the edits of word_edits.py may change: words that stand once in it."""

from bulletin_gen.ooxml.names import qualified
from docx_parts import Element, part
from word_edits import BODY, paragraph_with, text_of


def body_paragraphs(docx: bytes) -> list[str]:
    """Return the texts of the paragraphs that any of these edits may change: those of the body itself that are one
    line, whose words stand nowhere else, and that hold no section, drawing, field or change."""
    root = part(docx, BODY)
    paragraphs = [child for child in root[0] if child.tag == qualified("p")]
    texts = [text_of(paragraph) for paragraph in root.iter(qualified("p"))]
    whole = "\n".join(texts)
    return [
        text
        for paragraph in paragraphs
        if (text := text_of(paragraph)).strip() and whole.count(text) == 1 and not _is_hindered(paragraph)
    ]


def paragraph_below(docx: bytes, words: str) -> str:
    """Return the text of what stands right below the paragraph that holds the words; nothing where that is none."""
    below = paragraph_with(part(docx, BODY), words).getnext()
    return text_of(below) if below is not None and below.tag == qualified("p") else ""


def cells(docx: bytes) -> list[str]:
    """Return the texts of the cells that stand nowhere else."""
    root = part(docx, BODY)
    whole = "\n".join(text_of(paragraph) for paragraph in root.iter(qualified("p")))
    texts = (text_of(paragraph) for cell in root.iter(qualified("tc")) for paragraph in cell.iter(qualified("p")))
    return [text for text in texts if text.strip() and whole.count(text) == 1]


def _is_hindered(paragraph: Element) -> bool:
    names = ("sectPr", "drawing", "pict", "br", "tab", "fldChar", "fldSimple", "ins", "del", "moveFrom", "moveTo")
    return next(paragraph.iter(*map(qualified, names)), None) is not None
