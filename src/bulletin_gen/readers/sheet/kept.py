"""The lines of a source and the sheet made of them in; the first line that is lost in it, or moved, out."""

from collections.abc import Iterable, Sequence

from bulletin_gen.readers.sheet.sheet import Sheet
from bulletin_gen.readers.source import SourceLine, fold


def first_not_kept(source: Sequence[SourceLine], sheet: Sheet) -> SourceLine | None:
    """Return the first line of the source that the sheet does not say in its place; None where all are there.

    What is set aside counts as kept: it is told of.
    """
    said = list(sheet.said())
    return _lost(source, _texts(said), _texts(sheet.set_aside)) or _moved(said)


def _texts(lines: Iterable[SourceLine]) -> dict[int, list[str]]:
    texts: dict[int, list[str]] = {}
    for line in lines:
        texts.setdefault(line.number, []).append(fold(line.text))
    return texts


def _lost(source: Sequence[SourceLine], said: dict[int, list[str]], aside: dict[int, list[str]]) -> SourceLine | None:
    """Return the first line that is not said whole. What stands before it may say it with its own (文件 in a mark);
    one that is cut between the bulletin and the page may be cut anywhere. Lines of one number are said together."""
    ahead = ""
    for line in source:
        whole, pieces = fold(line.text), said.pop(line.number, [])
        if line.number in aside:
            pieces = [*pieces, *aside[line.number]]
            if sum(map(len, pieces)) != len(whole) or not all(piece in whole for piece in pieces):
                return line
            continue
        ahead += "".join(pieces)
        if not ahead.startswith(whole):
            return line
        ahead = ahead.removeprefix(whole)
    return source[-1] if ahead else None


def _moved(said: Sequence[SourceLine]) -> SourceLine | None:
    """Return the first line that is said after one from below it."""
    highest = 0
    for line in said:
        if line.number < highest:
            return line
        highest = line.number
    return None
