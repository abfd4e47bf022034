"""Lines of a source, typed as texts."""

from bulletin_gen.readers.source import SourceLine


def lines_of(*texts: str) -> tuple[SourceLine, ...]:
    """Return the texts as lines, numbered from 1."""
    return tuple(SourceLine(text, number) for number, text in enumerate(texts, start=1))
