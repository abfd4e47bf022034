"""A bulletin and the lines it was read from in; whether it says them again out, and where."""

from collections.abc import Sequence
from dataclasses import field

from bulletin_gen.composing import compose_as_typed
from bulletin_gen.document import block_lines
from bulletin_gen.frozen import frozen
from bulletin_gen.readers.source import SourceLine, fold
from bulletin_gen.spans import flat
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.spec import Spec


@frozen
class Echo:
    """A bulletin, the source line where each of its places is said, and the first line not said; None when all are."""

    bulletin: Bulletin
    places: dict[str, SourceLine] = field(default_factory=dict)
    broken: SourceLine | None = None


def echo(bulletin: Bulletin, lines: Sequence[SourceLine]) -> Echo:
    """Return how far a bulletin says the lines, each in a paragraph of its own; a table row by row, or as a line that
    stands for it.

    Raises BulletinError where it cannot be composed.
    """
    places: dict[str, SourceLine] = {}
    said, at = said_lines(bulletin), 0
    for line in lines:
        rows = line.rows if line.rows and not _says(said, at, line) else (line,)
        if not all(_says(said, at + index, row) for index, row in enumerate(rows)):
            return Echo(bulletin, places, line)
        places.setdefault(said[at][0], line)
        at += len(rows)
    return Echo(bulletin, places, lines[-1] if at < len(said) else None)


def _says(said: Sequence[tuple[str, str]], at: int, line: SourceLine) -> bool:
    return at < len(said) and fold(said[at][1]) == fold(line.text)


def said_lines(bulletin: Spec | Bulletin) -> list[tuple[str, str]]:
    """Return what a bulletin says, paragraph by paragraph, each with the path of the field that it says."""
    return [
        (block.where.path, flat(line)) for block in compose_as_typed(bulletin).blocks for line in block_lines(block)
    ]
