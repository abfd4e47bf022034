"""Which words every match of a regular expression holds, read off the tree that `re` itself parses it to."""

import re
from collections.abc import Iterable, Iterator, Sequence
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, TypeAlias

Words: TypeAlias = frozenset[str]

_MOST_WORDS = 24
_MOST_OF_BRANCHES = 64
_MOST_SETS = 3
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_AHEAD = 1
_NOTHING_YET = frozenset({""})


def needed_words(pattern: str) -> list[list[str]]:
    """Return the most telling sets of words such that a text in which `pattern` matches holds a word of each.

    They are asked of the whole text: what a match only looks at counts.
    """
    tree = _parser.parse(pattern)
    if tree.state.flags & re.IGNORECASE:
        return []
    sets = {_shortest(words) for words in _sets(tree)}
    return [sorted(words) for words in sorted(sets, key=_telling)[:_MOST_SETS]]


def _sets(nodes: Iterable[Any]) -> Iterator[Words]:
    """Yield sets of what stands side by side, all that it may say as far as there are few ways to say it."""
    run = _NOTHING_YET
    told = [node for node in _flat(nodes) if node[0] not in (op.AT, op.ASSERT_NOT)]
    for number, (kind, value) in enumerate(told, start=1):
        said = _all_that_it_says(kind, value, is_last=number == len(told))
        if kind is op.ASSERT:
            yield from _sets(value[1])
            if value[0] == _AHEAD and said:
                yield from _useful(_joined(run, said))
        elif said and (longer := _joined(run, said)):
            run = longer
        else:
            yield from _useful(run)
            yield from _within(kind, value)
            run = said or _NOTHING_YET
    yield from _useful(run)


def _useful(words: Words | None) -> Iterator[Words]:
    if words and "" not in words:
        yield words


def _flat(nodes: Iterable[Any]) -> Iterator[Any]:
    """Yield nodes with those of groups in place of these, where a group changes no flag."""
    for kind, value in nodes:
        if kind is op.SUBPATTERN and not value[1]:
            yield from _flat(value[3])
        elif kind is op.ATOMIC_GROUP:
            yield from _flat(value)
        else:
            yield kind, value


def _all_that_it_says(kind: Any, value: Any, *, is_last: bool = False) -> Words | None:
    """Return every text that a node can match, None where there are too many.

    What the last node of all looks at ahead follows what it matches, and is taken for a part of it.
    """
    if kind is op.LITERAL:
        return frozenset({chr(value)})
    if kind is op.IN:
        return _characters(value)
    if kind is op.BRANCH:
        return _any_of(_all_that_they_say(branch, is_last=is_last) for branch in value[1])
    if kind in _REPEATS and value[1] == 1:
        return _any_of([_NOTHING_YET, _all_that_they_say(value[2])][value[0] :])
    if kind is op.ASSERT:
        return _all_that_they_say(value[1])
    return None


def _all_that_they_say(nodes: Iterable[Any], *, is_last: bool = False) -> Words | None:
    said: Words | None = _NOTHING_YET
    told = [node for node in _flat(nodes) if node[0] not in (op.AT, op.ASSERT_NOT)]
    for number, (kind, value) in enumerate(told, start=1):
        ends = is_last and number == len(told)
        if kind is not op.ASSERT or (ends and value[0] == _AHEAD):
            said = _joined(said, _all_that_it_says(kind, value, is_last=ends))
    return said


def _characters(items: Sequence[Any]) -> Words | None:
    characters: set[str] = set()
    for kind, value in items:
        first, last = value if kind is op.RANGE else (value, value)
        if kind not in (op.LITERAL, op.RANGE) or last - first >= _MOST_WORDS:
            return None
        characters |= set(map(chr, range(first, last + 1)))
    return frozenset(characters) if len(characters) <= _MOST_WORDS else None


def _joined(before: Words | None, after: Words | None) -> Words | None:
    if before is None or after is None or len(before) * len(after) > _MOST_WORDS:
        return None
    return frozenset(one + other for one in before for other in after)


def _any_of(choices: Iterable[Words | None], most: int = _MOST_WORDS) -> Words | None:
    words: Words = frozenset()
    for choice in choices:
        if choice is None:
            return None
        words |= choice
    return words if len(words) <= most else None


def _within(kind: Any, value: Any) -> Iterator[Words]:
    """Yield sets of a node that can say too much: of what it repeats, or one of all its branches."""
    if kind in _REPEATS and value[0] > 0:
        yield from _sets(value[2])
    if kind is op.BRANCH:
        for rank in (_telling, _few):
            told = [min(_sets(branch), key=rank, default=None) for branch in value[1]]
            yield from _useful(_any_of(told, _MOST_OF_BRANCHES))


def _shortest(words: Words) -> Words:
    """Return words without those that hold another."""
    return frozenset(word for word in words if not any(other != word and other in word for other in words))


def _telling(words: Words) -> tuple[bool, int, int, list[str]]:
    """Rank words by how seldom they stand in a text: marks stand everywhere, a long word nearly nowhere."""
    return _has_mere_marks(words), -min(map(len, words)), len(words), sorted(words)


def _few(words: Words) -> tuple[bool, int, int, list[str]]:
    """Rank words by how few they are, so that those of all branches of a pattern are not too many."""
    return _has_mere_marks(words), len(words), -min(map(len, words)), sorted(words)


def _has_mere_marks(words: Words) -> bool:
    return any(not any(map(str.isalpha, word)) for word in words)
