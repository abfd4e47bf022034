"""What an author should know of a bulletin: a line for each rule, in the order in which they are told.

A rule is one small function that yields findings. To add one: write it in the file of what it looks at, name it here.
"""

from collections.abc import Callable, Iterator

from bulletin_gen.checks.document import placeholders
from bulletin_gen.checks.pages import first_page_without_text, lone_characters, stretched_lines, text_outside
from bulletin_gen.document import Document
from bulletin_gen.finding import Finding
from bulletin_gen.pages import Pages
from bulletin_gen.style import Style

DOCUMENT_RULES: tuple[Callable[[Document], Iterator[Finding]], ...] = (placeholders,)
PAGE_RULES: tuple[Callable[[Pages, Style], Iterator[Finding]], ...] = (
    first_page_without_text,
    text_outside,
    stretched_lines,
    lone_characters,
)


def check_document(document: Document) -> list[Finding]:
    """Return what is to be said of the words of a document."""
    return [finding for rule in DOCUMENT_RULES for finding in rule(document)]


def check_pages(pages: Pages, style: Style) -> list[Finding]:
    """Return what pages that were laid out in `style` cannot show as they should."""
    return [finding for rule in PAGE_RULES for finding in rule(pages, style)]
