"""A change and the file that it came in, in; who made it and when out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath

from bulletin_gen.frozen import frozen
from bulletin_gen.readers.returned import ReturnedLine, Touch
from bulletin_gen.readers.source import fold
from bulletin_gen.review.home.change import Change, Span
from bulletin_gen.review.home.sheet import Sheet
from bulletin_gen.review.opinion import TOGETHER, OpinionKind
from bulletin_gen.review.words import edits
from bulletin_gen.text.regex import Regex

_PARTED = Regex(r"[\s\-_—－·（）()【】\[\]]+")
_NO_NAME = Regex(r"(?:.*(?:稿|通报|报告|情况|修改|修订|反馈|返回|意见|副本|终版))?\d*")  # 征求意见稿, 2


def name_in(file: str) -> str:
    """Return who a returned file is named after: 县财政局 of 通报-征求意见稿-县财政局(1).docx.

    It is the last of the parts that signs and spaces make of the name, but for those that tell a draft; the whole name
    where none is left.
    """
    stem = PurePath(file).stem
    parts = [part for part in _PARTED.split(stem) if not _NO_NAME.fullmatch(part)]
    return parts[-1] if parts else stem


@frozen
class Signers:
    """Tells who made changes.

    original: for a line of the draft which line of the original it is.
    drafted, bodies: the lines of the draft, and those edited lines that it has too, without labels.
    named: who the file is named after.
    """

    edited: Sheet
    rejected: Sheet
    original: Mapping[int, int]
    drafted: Sequence[str]
    bodies: Mapping[int, str]
    named: str

    def sign(self, change: Change) -> tuple[str, datetime | None]:
        """Return whose tracked changes touch the words, else who the file is named after, and when that was last."""
        touches = list(dict.fromkeys((*self._came(change), *self._went(change))))
        names = list(dict.fromkeys(touch.author for touch in touches if touch.author))
        times = [touch.when for touch in touches if touch.when]
        return TOGETHER.join(names) or self.named, max(times, key=_comparable, default=None)

    def parted(self, change: Change) -> Iterator[Change]:
        """Yield a change; one of words that several edited, each of them others, as what each of them changed."""
        spans = (*change.before, *change.after)
        is_of_words = change.kind is OpinionKind.CHANGED and len(spans) == 2 and bool(change.before)
        lengths = [span.end - span.start for span in spans]
        if not is_of_words or lengths != [len(change.old), len(change.new)] or TOGETHER not in self.sign(change)[0]:
            yield change
            return
        of: dict[str, list[Change]] = defaultdict(list)
        before, after = spans
        for edit in edits(change.old, change.new):
            was = before._replace(start=before.start + edit.old.start, end=before.start + edit.old.stop)
            now = after._replace(start=after.start + edit.new.start, end=after.start + edit.new.stop)
            if not edit.is_same:
                one = replace(change, old=change.old[edit.old], new=change.new[edit.new], before=(was,), after=(now,))
                of[self.sign(one)[0]].append(one)
        if any(TOGETHER in name for name in of):
            yield change
            return
        yield from (_of_one(change, made) for made in of.values())

    def _came(self, change: Change) -> Iterator[Touch]:
        for span in change.after:
            line = self.edited.lines[span.line]
            yield from _touching(line, self.bodies.get(span.line, line.text), span)

    def _went(self, change: Change) -> Iterator[Touch]:
        for span in change.before:
            if span.line in self.original:
                line = self.rejected.lines[self.original[span.line]]
                yield from _touching(line, self.drafted[span.line], span)


def _of_one(change: Change, made: Sequence[Change]) -> Change:
    """Return a change with these edits of its words alone."""
    (whole,) = change.before
    parts: list[str] = []
    at = 0
    for edit in made:
        start, end = (place - whole.start for place in (edit.before[0].start, edit.before[0].end))
        parts += [change.old[at:start], edit.new]
        at = end
    new = "".join((*parts, change.old[at:]))
    spans = tuple(edit.before[0] for edit in made), tuple(edit.after[0] for edit in made)
    return replace(change, new=new, before=spans[0], after=spans[1])


def _touching(line: ReturnedLine, body: str, span: Span) -> Iterator[Touch]:
    """Yield the touches of a line within a span of its body, which is what stands in it behind its label."""
    return (touch for touch in line.touches if touch.whole or _meets(touch, line.text, body, span))


def _meets(touch: Touch, text: str, body: str, span: Span) -> bool:
    offset = len(fold(text)) - len(fold(body))
    start, end = offset + len(fold(body[: span.start])), offset + len(fold(body[: span.end]))
    first, last = len(fold(text[: touch.start])), len(fold(text[: touch.end]))
    return first < end and start < last


def _comparable(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat()
