"""What stands in one cell of measures, in; the measures out, one text each, without their labels."""

from collections.abc import Iterable, Iterator

from bulletin_gen.text.chars import STOPS
from bulletin_gen.text.labels import CIRCLED, HAN, Marked, leading_label, leading_listed
from bulletin_gen.text.numerals import Label
from bulletin_gen.text.regex import Regex

# Where a label may begin: 一是, 第一，, 1. 1、 1） （1） （一） ⑴ ① 一、
_MAY_BEGIN = Regex(rf"{HAN}[是、]|第{HAN}[，,]|\d{{1,3}}[.．、）)]|[（(](?:\d{{1,3}}|{HAN})[）)]|[⑴-⒇]|{CIRCLED}")
_LOOKED_BEHIND = 6  # characters, which decide whether 1. begins a measure or a number: 2024年
_WIDE = str.maketrans("()", "（）")
_PARTING = "；;，,、"
_ENDS = STOPS | frozenset(".:;,!?")


def split_measures(text: str, has_own_row: bool = False) -> tuple[str, list[str]]:
    """Return what stands before the measures of a cell, and these.

    A cell whose text is numbered is cut at the numbers, wherever these go on as they began; else each line is one, or
    all are where each measure has a row of its own. Whatever is not numbered belongs to the measure that it follows.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    joined = "\n".join(lines)
    starts = _starts(joined)
    if not starts:
        return "", _measures([joined] if has_own_row else lines)
    before = joined[: starts[0][0]].strip()
    ends = [*(at for at, _ in starts[1:]), len(joined)]
    return before, _measures(joined[begin:end] for (_, begin), end in zip(starts, ends, strict=True))


def numbered(text: str) -> list[str]:
    """Return the members of a text that is a numbered list and nothing else; none where it is not."""
    starts = _starts(text.strip())
    return split_measures(text)[1] if len(starts) > 1 and starts[0][0] == 0 else []


def _measures(texts: Iterable[str]) -> list[str]:
    return [measure for measure in map(_bare, texts) if measure]


def _bare(measure: str) -> str:
    """Return a measure without the mark that parts it from the next: where it ends, a bulletin has its full stop."""
    return measure.strip().rstrip(_PARTING)


def _starts(text: str) -> list[tuple[int, int]]:
    """Return where each measure begins with its label, and behind it; none where the text is not numbered.

    Numbers count on from that which the text begins with, for a measure may stand in a row of its own; or from 1.
    """
    marks = list(_marks(text))
    first = next((mark for mark in marks if mark[0] == 0 or mark[1].number == 1), None)
    if first is None:
        return []
    number = first[1].number
    found: list[tuple[int, int]] = []
    for at, mark, begin in marks:
        if mark.label is first[1].label and mark.number == number + len(found):
            found.append((at, begin))
    return found if len(found) > 1 or first[0] == 0 else []


def _marks(text: str) -> Iterator[tuple[int, Marked, int]]:
    """Yield the labels in a text, each at its start, at a line's or behind a stop, and where it ends."""
    for match in _MAY_BEGIN.finditer(text):
        at = match.start()
        if at and text[at - 1] != "\n" and text[at - 1] not in _ENDS:
            continue
        rest = text[at : match.end() + _LOOKED_BEHIND].translate(_WIDE)
        mark = leading_listed(rest) or leading_label(rest)
        if mark is not None and mark.label is not Label.NONE:
            yield at, mark, match.end()
