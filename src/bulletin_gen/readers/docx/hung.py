"""A story as printed in; from where to where the comments in it hang out."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bulletin_gen.ooxml.word_file import WordComment
from bulletin_gen.ooxml.word_story import InlineKind
from bulletin_gen.readers.docx.printed import Printed, PrintedLine, in_order, print_out

_MARKS = (InlineKind.COMMENT_START, InlineKind.COMMENT_END)
LINE_END = "\n"


class Spot(NamedTuple):
    """Before the character `at` of a printed line, both from 0. Below the last line there is one more, for what stands
    there."""

    line: int
    at: int


class Hung(NamedTuple):
    """What a comment hangs on: all from one spot to another, or what stands at one."""

    start: Spot
    end: Spot


class Part(NamedTuple):
    """Characters start … end - 1 of a printed line, from 0."""

    line: int
    start: int
    end: int


def hung_on(printed: Printed) -> dict[str, Hung]:
    """Return what each comment hangs on, by its id, in the order of the text. One without a start hangs on the spot
    where it ends, one without an end on nothing. Marks that a tracked change took away count where no others do."""
    marks = [(remark, Spot(remark.line - 1, remark.at)) for remark in printed.remarks if remark.kind in _MARKS]
    hung: dict[str, Hung] = {}
    for counts_gone in (False, True):
        begun: dict[str, Spot] = {}
        for remark, spot in marks:
            if remark.is_gone and not counts_gone:
                continue
            if remark.kind is InlineKind.COMMENT_START:
                begun.setdefault(remark.text, spot)
            elif remark.text in begun or counts_gone:
                hung.setdefault(remark.text, Hung(begun.get(remark.text, spot), spot))
    return dict(sorted(hung.items(), key=lambda item: item[1]))


def words_of(hung: Hung, lines: Sequence[PrintedLine], most: int) -> str:
    """Return the words that a comment hangs on, a line end between two lines; beyond `most` characters …… is left."""
    words = ""
    for part in parts_of(hung, lines):
        words += f"{'' if not words else LINE_END}{lines[part.line].text[part.start : part.end]}"
        if len(words) > most:
            return f"{words[:most]}……"
    return words


def words_of_comment(comment: WordComment) -> str:
    """Return what a comment says, each paragraph a line."""
    return LINE_END.join(print_out(in_order(comment.story.paragraphs)).texts)


def parts_of(hung: Hung, lines: Sequence[PrintedLine]) -> Iterator[Part]:
    """Yield what stands of it in each line."""
    for line in range(hung.start.line, min(hung.end.line + 1, len(lines))):
        start = hung.start.at if line == hung.start.line else 0
        end = hung.end.at if line == hung.end.line else len(lines[line].text)
        if start < end:
            yield Part(line, start, end)
