"""Two versions of what stands in one field, in; its changes sentence by sentence out."""

from collections.abc import Iterator
from typing import NamedTuple

from bulletin_gen.readers.source import fold
from bulletin_gen.review.words import paired


class Sentence(NamedTuple):
    """Characters of the old and of the new text; one that is empty was not there, or is not there now."""

    old: slice
    new: slice


def changed(old: str, new: str, whole: str) -> list[Sentence]:
    """Return what changed of a piece of a field, whose text is `whole`.

    What was put in is told with the sentence beside it, and what went with enough beside it to be found in the field;
    sentences that ran into one another are one change.
    """
    if not old or not new:
        return [Sentence(slice(0, len(old)), slice(0, len(new)))]
    pairs = list(_pairs(old, new))
    found: list[Sentence] = []
    for one in _grouped(pairs, old, new):
        if found and _run_together(found[-1], one, old, new):
            one = _joined(found.pop(), one)
        found.append(one)
    return [_unique(one, old, whole, pairs) for one in found]


def _run_together(first: Sentence, second: Sentence, old: str, new: str) -> bool:
    """Does one of two sentences side by side say the other, too, which went?"""
    is_beside = first.old.stop == second.old.start
    gone, changed_one = (first, second) if first.new.start == first.new.stop else (second, first)
    return is_beside and gone.new.start == gone.new.stop and fold(old[gone.old]) in fold(new[changed_one.new])


def _pairs(old: str, new: str) -> Iterator[Sentence]:
    """Yield the sentences of both in one order, so that each begins where the last one ends."""
    at_old = at_new = 0
    for here, there in paired(old, new):
        yield Sentence(slice(at_old, here.stop), slice(at_new, there.stop))
        at_old, at_new = here.stop, there.stop


def _grouped(pairs: list[Sentence], old: str, new: str) -> Iterator[Sentence]:
    """Yield the changed sentences, one that came together with the one before it, the first with the one behind it."""
    waiting: Sentence | None = None  # what came before anything that was there
    last: Sentence | None = None
    last_changed = False
    for pair in pairs:
        differs = fold(old[pair.old]) != fold(new[pair.new])
        if pair.old.start == pair.old.stop:
            if last is None:
                waiting = pair if waiting is None else _joined(waiting, pair)
            else:
                last, last_changed = _joined(last, pair), True
            continue
        if last is not None and last_changed:
            yield last
        last, last_changed = (_joined(waiting, pair), True) if waiting is not None else (pair, differs)
        waiting = None
    if last is not None and last_changed:
        yield last


def _joined(first: Sentence, second: Sentence) -> Sentence:
    return Sentence(slice(first.old.start, second.old.stop), slice(first.new.start, second.new.stop))


def _unique(one: Sentence, old: str, whole: str, pairs: list[Sentence]) -> Sentence:
    """Return a change with as much before and behind it as tells it from others in the field."""
    before = [pair for pair in pairs if pair.old.stop <= one.old.start and pair.new.stop <= one.new.start]
    behind = [pair for pair in pairs if pair.old.start >= one.old.stop and pair.new.start >= one.new.stop]
    while whole.count(old[one.old]) > 1 and (before or behind):
        one = _joined(before.pop(), one) if before else _joined(one, behind.pop(0))
    return one
