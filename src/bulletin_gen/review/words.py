"""Two texts in; the stretches of both that are the same or changed out, cut at sentences, numbers and words."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

from bulletin_gen.review.align import aligned, likeness
from bulletin_gen.text.labels import HAN
from bulletin_gen.text.regex import Regex

# Never cut: what is a fact (a date, a number with what counts it, the title of a document), a word of Latin letters, a
# run of Han numerals. All else is taken sign by sign.
_TOKEN = Regex(
    r"(?P<fact>\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日"  # 2025年3月4日, 3月4日
    r"|\d+(?:[.,:]\d+)*(?:[%％‰]|[万亿]?[元个项条件次人名家年月天日]月?)?"  # 3.5万元, 12个, 3个月, 91.0%
    r"|[一二三四五六七八九十百千两]{1,9}(?=[个项条件次人名家])"  # 十二(个); not 一是
    r"|《[^《》]{1,60}》)"
    r"|[一二三四五六七八九十百千]{2,9}|[A-Za-z]+|.",
    re.DOTALL,
)
_LISTED = Regex(f"{HAN}是|第{HAN}[，,]")  # the label of a sentence: 二是抓落实
_SENTENCE = Regex("[^。；！？\n]*[。；！？\n]*")
_MOST_CHANGED = 0.5  # of a sentence: beyond, it is shown whole
_SHORTEST_SAME = 2  # characters that stay between two changes


class Edit(NamedTuple):
    """Characters of the old and of the new text; both are there where nothing changed, and then the same."""

    old: slice
    new: slice
    is_same: bool


def edits(old: str, new: str) -> list[Edit]:
    """Return the edits that make the new text of the old one, in order; together they hold all of both."""
    if old == new:
        return [Edit(slice(0, len(old)), slice(0, len(new)), True)] if old else []
    return list(_merged(_by_sentence(old, new)))


def changed_sentences(old: str, new: str) -> list[tuple[str, str]]:
    """Return the sentences that differ, in order, each with what it became; nothing stands for what was not there.

    A label that counts on (一是, 二是) is no difference.
    """
    pairs = ((old[here], new[there]) for here, there in paired(old, new))
    return [(one, other) for one, other in pairs if _unlabelled(one) != _unlabelled(other)]


def _by_sentence(old: str, new: str) -> Iterator[Edit]:
    for here, there in paired(old, new):
        if old[here] and new[there]:
            yield from _within(old, here, new, there)
        else:
            yield Edit(here, there, False)


def paired(old: str, new: str) -> Iterator[tuple[slice, slice]]:
    """Yield the sentences of both, those that are versions of one another together, others beside an empty one."""
    ours, theirs = _sentences(old), _sentences(new)
    at_old = at_new = 0
    for pair in aligned(ours, theirs, lambda one: one.text, _alike):
        here = ours[pair.old].at if pair.old is not None else slice(at_old, at_old)
        there = theirs[pair.new].at if pair.new is not None else slice(at_new, at_new)
        yield here, there
        at_old, at_new = here.stop, there.stop


class _Sentence(NamedTuple):
    at: slice
    text: str


def _alike(one: _Sentence, other: _Sentence) -> float:
    found = likeness(one.text, other.text)
    return found if found >= 1 - _MOST_CHANGED else 0.0


def _sentences(text: str) -> list[_Sentence]:
    return [_Sentence(slice(*match.span()), match[0]) for match in _SENTENCE.finditer(text) if match[0]]


def _within(old: str, here: slice, new: str, there: slice) -> Iterator[Edit]:
    """Yield the edits within a sentence, which is wholly changed where most of it is."""
    ours, theirs = _tokens(old[here]), _tokens(new[there])
    codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    same = sum(last - first for kind, first, last, _, _ in codes if kind == "equal")
    if same < _MOST_CHANGED * max(len(ours), len(theirs)):
        yield Edit(here, there, False)
        return
    found = []
    at_old, at_new = here.start, there.start
    for kind, first, last, start, end in codes:
        length, grown = len("".join(ours[first:last])), len("".join(theirs[start:end]))
        found.append(Edit(slice(at_old, at_old + length), slice(at_new, at_new + grown), kind == "equal"))
        at_old, at_new = at_old + length, at_new + grown
    yield from _without_crumbs(old, found)


def _without_crumbs(old: str, found: Sequence[Edit]) -> list[Edit]:
    """Return the edits, those of a sign or so that stay between two changes as changed with them."""
    return [
        edit._replace(is_same=False)
        if 0 < index < len(found) - 1 and edit.is_same and len(old[edit.old]) < _SHORTEST_SAME
        else edit
        for index, edit in enumerate(found)
    ]


def _merged(found: Iterator[Edit]) -> Iterator[Edit]:
    """Yield the edits, neighbours of one kind as one."""
    last: Edit | None = None
    for edit in found:
        if last is not None and last.is_same == edit.is_same:
            edit = Edit(slice(last.old.start, edit.old.stop), slice(last.new.start, edit.new.stop), edit.is_same)
        elif last is not None:
            yield last
        last = edit
    if last is not None:
        yield last


def changed_facts(old: str, new: str) -> list[tuple[str, str]]:
    """Return the dates, numbers and titles of documents that two versions of a text name differently, in order."""
    ours, theirs = _facts(old), _facts(new)
    codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return [
        pair
        for kind, first, last, start, end in codes
        if kind != "equal"
        for pair in zip_longest(ours[first:last], theirs[start:end], fillvalue="")
    ]


def _facts(text: str) -> list[str]:
    return [match["fact"] for match in _TOKEN.finditer(text) if match["fact"]]


def _tokens(text: str) -> list[str]:
    return [match[0] for match in _TOKEN.finditer(text)]


def _unlabelled(sentence: str) -> str:
    return _LISTED.sub("", sentence, 1) if _LISTED.match(sentence) else sentence
