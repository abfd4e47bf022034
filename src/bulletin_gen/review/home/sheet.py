"""A returned file in; its lines as the draft has them, cells of a table one by one, each with its touches, out."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bulletin_gen.frozen import frozen
from bulletin_gen.readers.returned import ReturnedLine, Touch
from bulletin_gen.readers.source import CELL_END, LINE_END_IN_CELL


@frozen
class Sheet:
    """`lines` without blank ones. `starts` are where they begin: which line of the file, and which character of it."""

    lines: tuple[ReturnedLine, ...]
    starts: tuple[tuple[int, int], ...]

    @property
    def texts(self) -> list[str]:
        return [line.text for line in self.lines]

    def find(self, line: int, at: int) -> tuple[int, int]:
        """Return the line here, and the character of it, that a character of a line of the file is."""
        index = max(bisect_right(self.starts, (line, at)) - 1, 0)
        return index, max(0, at - self.starts[index][1]) if self.starts[index][0] == line else 0


def sheet_of(lines: Sequence[ReturnedLine]) -> Sheet:
    found: list[ReturnedLine] = []
    starts: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        at = 0
        for part in line.text.replace(LINE_END_IN_CELL, CELL_END).split(CELL_END):
            if part.strip():
                found.append(ReturnedLine(part, tuple(_within(line.touches, at, at + len(part)))))
                starts.append((number, at))
            at += len(part) + 1
    return Sheet(tuple(found), tuple(starts))


def _within(touches: Iterable[Touch], start: int, end: int) -> Iterable[Touch]:
    for touch in touches:
        if (touch.start < end and start < touch.end) or (touch.whole and start <= touch.start <= end):
            yield replace(touch, start=max(touch.start - start, 0), end=min(touch.end, end) - start)
