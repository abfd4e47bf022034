"""Rules on the words of a document."""

from collections.abc import Iterator

from bulletin_gen.document import Document, block_lines
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.spans import pending


def placeholders(document: Document) -> Iterator[Finding]:
    """Yield a warning for each block that still holds placeholders."""
    for block in document.blocks:
        found = [placeholder for line in block_lines(block) for placeholder in pending(line)]
        if found:
            message = f"还有 {len(found)} 处待补内容：{'、'.join(dict.fromkeys(found))}"
            yield Finding("draft/placeholder", Severity.WARNING, message, "定稿前请补上", block.where)
