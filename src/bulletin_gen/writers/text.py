"""Document in, plain text out."""

from bulletin_gen.document import Document, plain_text


def write_text(document: Document) -> bytes:
    """Return the document as UTF-8 text, a line for each paragraph."""
    return plain_text(document).encode()
