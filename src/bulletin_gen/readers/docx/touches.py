"""A printed line in; what tracked changes put into it, or took out of it, out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from bulletin_gen.ooxml.revisions import Change, ChangeKind
from bulletin_gen.readers.docx.printed import PrintedLine
from bulletin_gen.readers.returned import Touch

_MOVED = "移动"


def touches_of(line: PrintedLine, kind: ChangeKind) -> list[Touch]:
    """Return what changes of a kind made of a line; the innermost of several counts. What one of them did at a stretch
    is one, however the file cuts it."""
    touches: list[Touch] = []
    for marked in line.marked:
        if (change := _last(marked.changes, kind)) is not None:
            touch = _touch(marked.start, marked.end, change)
            is_next = bool(touches) and touches[-1] == replace(touch, start=touches[-1].start, end=touch.start)
            start = touches.pop().start if is_next else touch.start
            touches.append(replace(touch, start=start))
    if (change := _last(line.end, kind)) is not None:
        length = len(line.text)
        ends = bool(touches) and (touches[-1].end, touches[-1].author) == (length, change.author)
        whole = touches.pop() if ends else _touch(length, length, change)
        touches.append(replace(whole, whole=True))
    return touches


def _last(changes: Sequence[Change], kind: ChangeKind) -> Change | None:
    return next((change for change in reversed(changes) if change.kind is kind), None)


def _touch(start: int, end: int, change: Change) -> Touch:
    return Touch(start, end, change.author, on_the_clock(change.date), change.is_move)


def on_the_clock(moment: datetime | None) -> datetime | None:
    """Return a time of a file as its author's clock showed it: Word, WPS and LibreOffice write that, and a Z behind it
    as though it were universal time."""
    return None if moment is None else moment.replace(tzinfo=None)


def counts_by_author(lines: Iterable[PrintedLine]) -> dict[str, Counter[str]]:
    """Return how many stretches each author put in (插入), took out (删除) and moved (移动), in the order of the text;
    the lines are those in which no change is settled."""
    counts: dict[str, Counter[str]] = {}
    for line in lines:
        for kind in (ChangeKind.INSERTED, ChangeKind.DELETED):
            for touch in touches_of(line, kind):
                told = _MOVED if touch.is_move else str(kind)
                counts.setdefault(touch.author, Counter())[told] += not (touch.is_move and kind is ChangeKind.INSERTED)
    return counts
