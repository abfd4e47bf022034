"""Document in, plain text out."""

from bulletin_gen.document import Document, block_lines
from bulletin_gen.spans import Commented, Deleted, Inserted, Span, Text
from bulletin_gen.writers import Job


def write_text(document: Document) -> bytes:
    """Return the document as UTF-8 text, a line for each paragraph.

    Tracked changes and remarks are written as CriticMarkup (criticmarkup.com), which other programs read too:
    {++in++}, {--out--}, {==about this==}{>>who：what<<}. Without such it is `plain_text(document)`.
    """
    return "".join(f"{marked(line)}\n" for block in document.blocks for line in block_lines(block)).encode()


def write(job: Job) -> bytes:
    return write_text(job.document)


def marked(text: Text) -> str:
    """Return a text with its changes and remarks marked."""
    return "".join(map(_span, text))


def _span(span: Span) -> str:
    match span:
        case Inserted(spans):
            return f"{{++{marked(spans)}++}}"
        case Deleted(spans):
            return f"{{--{marked(spans)}--}}"
        case Commented(spans, comment):
            said = comment.text.replace("\n", " ")
            return f"{{=={marked(spans)}==}}{{>>{comment.author}：{said}<<}}"
        case _:
            return span.text
