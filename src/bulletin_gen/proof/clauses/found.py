"""Where a text says something: the faults of clauses that look for words and marks."""

from collections.abc import Callable, Iterable, Iterator

from bulletin_gen.proof.measured import Paragraph
from bulletin_gen.text.found import Found
from bulletin_gen.text.regex import Regex


def found_in(paragraphs: Iterable[Paragraph], pattern: Regex) -> Iterator[str]:
    """Yield each place where the pattern stands, for show: 第3段“整改工作…”中的“24年3月”."""
    for one in paragraphs:
        for match in pattern.finditer(one.flat):
            yield f"{one.quoted()}中的“{match[0]}”"


def wrong_in(paragraphs: Iterable[Paragraph], *looks: Callable[[str], Iterable[Found]]) -> Iterator[str]:
    """Yield each place where one of the functions finds something wrong, for show."""
    for one in paragraphs:
        for look in looks:
            yield from (f"{one.quoted()}中的“{found.words}”" for found in look(one.flat))
