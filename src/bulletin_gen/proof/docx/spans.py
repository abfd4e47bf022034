"""Texts with their formats -> spans: the face that draws each character decides where one ends.

Source: ECMA-376 part 1, 17.3.2.26: Chinese text takes the East Asian face, letters and digits the ASCII face; what
both scripts have (“ ” — … ①) takes the East Asian face only where the run's hint says so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from bulletin_gen.proof.docx.effective import RunFormat
from bulletin_gen.proof.measured import Span
from bulletin_gen.text.chars import AMBIGUOUS_WIDE, is_latin


def spans_of(pieces: Iterable[tuple[str, RunFormat]]) -> tuple[Span, ...]:
    """Return the text as spans, line ends and tabs left out; neighbours that look alike are one."""
    merged: list[Span] = []
    for span in (span for text, looks in pieces for span in _cut(text, looks)):
        last = merged[-1] if merged else None
        if last is not None and last.is_latin == span.is_latin and replace(last, text=span.text) == span:
            merged[-1] = replace(last, text=last.text + span.text)
        else:
            merged.append(span)
    return tuple(merged)


def _cut(text: str, looks: RunFormat) -> Iterator[Span]:
    printed = [char for char in text if char not in "\n\t\f"]
    for slot, chars in groupby(printed, key=lambda char: _slot(char, looks)):
        yield _span("".join(chars), slot, looks)


def _slot(char: str, looks: RunFormat) -> str:
    if is_latin(char):
        return "ascii"
    if char in AMBIGUOUS_WIDE and looks.hint != "eastAsia":
        return "hAnsi"
    return "eastAsia"


def _span(text: str, slot: str, looks: RunFormat) -> Span:
    face = looks.face(slot)
    return Span(
        text,
        face.name,
        looks.size_pt,
        colour=looks.colour,
        is_bold=looks.toggle("b"),
        is_slanted=looks.toggle("i"),
        is_underlined=looks.is_underlined,
        is_highlighted=looks.is_highlighted,
        themed=face.is_themed,
        tracking_pt=looks.tracking_pt,
    )
