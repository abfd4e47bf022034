"""The texts of a paragraph, with their formats -> spans: the face that draws each character decides where one ends.

Source: ECMA-376 part 1, 17.3.2.26: Chinese text takes the East Asian face, letters and digits the ASCII face; what
both scripts have (“ ” — … ①) takes the East Asian face only where the run's hint says so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from bulletin_gen.ooxml.effective import RunFormat
from bulletin_gen.ooxml.word_story import InlineKind, Shown, WordParagraph
from bulletin_gen.proof.measured import Span
from bulletin_gen.text.chars import AMBIGUOUS_WIDE, is_latin

_PAGE_FIELD = "1"  # what a field of the page number prints, for us


def printed_texts(paragraph: WordParagraph) -> list[tuple[str, RunFormat]]:
    """Return the texts that are printed in faces that the file names; of page numbers one, whatever it is."""
    texts: list[tuple[str, RunFormat]] = []
    has_number = False
    for inline in paragraph.inlines:
        if inline.kind is InlineKind.PAGE_NUMBER and not has_number:
            has_number = True
            texts.append((_PAGE_FIELD, inline.format))
        elif inline.kind in (InlineKind.TEXT, InlineKind.LABEL) and inline.shown is not Shown.HIDDEN:
            texts.append((inline.text, inline.format))
    return texts


def spans_of(texts: Iterable[tuple[str, RunFormat]]) -> tuple[Span, ...]:
    """Return the text as spans, line ends and tabs left out; neighbours that look alike are one."""
    spans = (span for text, looks in texts for span in _cut(text, looks))
    alike = (list(same) for _, same in groupby(spans, key=lambda span: (span.is_latin, replace(span, text=""))))
    return tuple(replace(same[0], text="".join(span.text for span in same)) for same in alike)


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
        is_bold=looks.is_bold,
        is_slanted=looks.is_slanted,
        is_underlined=looks.is_underlined,
        is_highlighted=looks.is_highlighted,
        themed=face.is_themed,
        tracking_pt=looks.tracking_pt,
        effects=looks.effects,
    )
