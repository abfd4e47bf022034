"""A text as typed spans: what is said, what the author still has to fill in, what a reviewer changed or remarked on.

Every text of a Document is a tuple of spans without empty ones, and no two plain ones meet: equal texts are equal
values. `spanned` makes one of a string; `flat` gives back all characters that stand on the page.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import TypeAlias

from bulletin_gen.frozen import frozen
from bulletin_gen.text.placeholders import BEGINNING, placeholders


@frozen
class Plain:
    text: str


@frozen
class Pending:
    """What is still to be filled in, with its brackets: 【待补：会议次数】."""

    text: str


@frozen
class Inserted:
    """What a reviewer put in; `when` is None where that is not known. What bears the name of a `move` was deleted
    under the same name elsewhere."""

    spans: "Text"
    author: str
    when: datetime | None = None
    move: str = ""


@frozen
class Deleted:
    """What a reviewer took out; it still stands on the page, struck through. What bears the name of a `move` was
    inserted under the same name elsewhere."""

    spans: "Text"
    author: str
    when: datetime | None = None
    move: str = ""


@frozen
class Comment:
    """A reviewer's remark; its lines are parted by line feeds."""

    text: str
    author: str
    when: datetime | None = None


@frozen
class Commented:
    """What a remark is about. It may hold changes, and further remarks."""

    spans: "Text"
    comment: Comment


Span: TypeAlias = Plain | Pending | Inserted | Deleted | Commented
Holder: TypeAlias = Inserted | Deleted | Commented
Text: TypeAlias = tuple[Span, ...]
_PLAIN = frozenset({Plain})
_WORDS, _HOLDERS = (Plain, Pending), (Inserted, Deleted, Commented)  # asked of every span, faster than a union


@frozen
class Stretch:
    """Characters start … end - 1 of a flat text that lie in one span of some kind."""

    start: int
    end: int
    span: Pending | Holder


def spanned(text: str) -> Text:
    """Return an author's text as spans, its placeholders apart. Here alone are they recognised."""
    if BEGINNING not in text:
        return (Plain(text),) if text else ()
    spans: list[Span] = []
    start = 0
    for match in placeholders(text):
        spans += [Plain(text[start : match.start()]), Pending(match[0])]
        start = match.end()
    return joined(spans, [Plain(text[start:])])


def flat(text: Sequence[Span]) -> str:
    """Return all characters of a text as they stand on the page, deleted ones too."""
    return "".join([span.text if isinstance(span, _WORDS) else flat(span.spans) for span in text])


def is_plain(text: Iterable[Span]) -> bool:
    """Does a text hold nothing but what is plainly said?"""
    return _PLAIN.issuperset(map(type, text))


def joined(*texts: Iterable[Span]) -> Text:
    """Return texts as one."""
    there = [span for text in texts for span in text if (span.text if isinstance(span, _WORDS) else span.spans)]
    if len(there) < 2:
        return tuple(there)
    if is_plain(there):
        return (Plain(flat(there)),)
    return tuple(span for plain, group in groupby(there, _is_plain) for span in _as_one(plain, list(group)))


def cut(text: Text, start: int, end: int) -> Text:
    """Return characters start … end - 1 of a text; a span that is cut keeps its kind on both sides."""
    return joined(_cut(text, start, end))


def lines_of(text: Text) -> list[Text]:
    """Return the lines of a text that holds line feeds, at least one."""
    lines: list[list[Span]] = [[]]
    for span in text:
        first, *others = _lines_of_one(span)
        lines[-1].append(first)
        lines += [[other] for other in others]
    return [joined(line) for line in lines]


def stretches(text: Text, start: int = 0) -> Iterator[Stretch]:
    """Yield each stretch that is not just plain, outer ones before those within; the text begins at `start`."""
    if is_plain(text):
        return
    for span in text:
        end = start + len(span.text if isinstance(span, _WORDS) else flat(span.spans))
        if not isinstance(span, Plain):
            yield Stretch(start, end, span)
        if isinstance(span, _HOLDERS):
            yield from stretches(span.spans, start)
        start = end


def pending(text: Text) -> list[str]:
    """Return what of a text is still to be filled in, in order."""
    return [stretch.span.text for stretch in stretches(text) if isinstance(stretch.span, Pending)]


def accepted(text: Text) -> Text:
    """Return a text with its changes made; remarks stay."""
    return _settled(text, Inserted)


def rejected(text: Text) -> Text:
    """Return a text as it was before its changes; remarks stay."""
    return _settled(text, Deleted)


def _settled(text: Text, kept: type[Inserted] | type[Deleted]) -> Text:
    """Return a text in which changes of one kind are plainly there and those of the other are gone."""
    spans: list[Span] = []
    for span in text:
        if isinstance(span, Commented):
            spans.append(replace(span, spans=_settled(span.spans, kept)))
        elif isinstance(span, kept):
            spans += _settled(span.spans, kept)
        elif not isinstance(span, Inserted | Deleted):
            spans.append(span)
    return joined(spans)


def _cut(text: Text, start: int, end: int) -> Iterator[Span]:
    at = 0
    for span in text:
        length = len(flat((span,)))
        here, there = max(start - at, 0), min(end - at, length)
        if here < there:
            yield span if there - here == length else _part(span, here, there)
        at += length


def _lines_of_one(span: Span) -> list[Span]:
    """Return a span's part in each line that it reaches, at least one; parts may be empty."""
    if isinstance(span, _WORDS):
        return [replace(span, text=line) for line in span.text.split("\n")]
    return [replace(span, spans=line) for line in lines_of(span.spans)]


def _part(span: Span, start: int, end: int) -> Span:
    if isinstance(span, _WORDS):
        return replace(span, text=span.text[start:end])
    return replace(span, spans=cut(span.spans, start, end))


def _is_plain(span: Span) -> bool:
    return isinstance(span, Plain)


def _as_one(plain: bool, spans: list[Span]) -> list[Span]:
    """Return neighbours as one where they are plain, else as they are."""
    return [Plain(flat(spans))] if plain and len(spans) > 1 else spans
