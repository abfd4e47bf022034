"""How many steps work takes: those of a regular expression, by a small matcher that counts; those of code, in calls."""

import re
from collections.abc import Callable, Sequence
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from bulletin_gen.text.regex import Regex

_Then = Callable[[int], int | None]  # where the match ends, given where what stands before it ended
_CATEGORIES = {
    op.CATEGORY_DIGIT: str.isdecimal,
    op.CATEGORY_SPACE: str.isspace,
    op.CATEGORY_WORD: lambda char: char.isalnum() or char == "_",
    op.CATEGORY_NOT_WORD: lambda char: not (char.isalnum() or char == "_"),
    op.CATEGORY_NOT_DIGIT: lambda char: not char.isdecimal(),
}


def steps(pattern: Regex, text: str, *, at_start: bool = False) -> int:
    """Return how many characters and branches are tried while all matches are looked for, or one at the start alone."""
    matcher = _Matcher(text, bool(pattern.flags & re.DOTALL))
    nodes = list(_parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))
    at = 0
    while at <= (0 if at_start else len(text)):
        end = matcher.match(nodes, at, lambda end: end)
        at = end if end is not None and end > at else at + 1
    return matcher.count


class _Matcher:
    def __init__(self, text: str, is_dotall: bool) -> None:
        self.text, self.is_dotall, self.count = text, is_dotall, 0
        self.groups_at: dict[int, tuple[int, int]] = {}

    def match(self, nodes: Sequence[Any], at: int, then: _Then) -> int | None:
        if not nodes:
            return then(at)
        self.count += 1
        (kind, value), rest = nodes[0], nodes[1:]

        def after(at: int) -> int | None:
            return self.match(rest, at, then)

        if kind is op.SUBPATTERN:
            return self.match(list(value[3]), at, lambda end: self.captured(value[0], at, end, after))
        if kind is op.GROUPREF:
            start, end = self.groups_at[value]
            self.count += end - start
            return after(at + end - start) if self.text.startswith(self.text[start:end], at) else None
        if kind is op.AT:
            return after(at) if at == (0 if value is op.AT_BEGINNING else len(self.text)) else None
        if kind is op.BRANCH:
            ends = (self.match(list(branch), at, after) for branch in value[1])
            return next((end for end in ends if end is not None), None)
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
            return self.repeat(kind is op.MIN_REPEAT, value, at, after)
        if kind in (op.ASSERT, op.ASSERT_NOT):
            return after(at) if self.looks(value, at) == (kind is op.ASSERT) else None
        if kind is op.AT:
            return after(at) if self.is_at(value, at) else None
        return after(at + 1) if at < len(self.text) and self.fits(kind, value, self.text[at]) else None

    def captured(self, group: int | None, start: int, end: int, after: _Then) -> int | None:
        if group is not None:
            self.groups_at[group] = (start, end)
        return after(end)

    def looks(self, value: tuple[int, Any], at: int) -> bool:
        """Does a look-ahead (1) or a look-behind (-1) find what it looks for?"""
        direction, inside = value
        if direction == 1:
            return self.match(list(inside), at, lambda end: end) is not None
        start = at - inside.getwidth()[0]
        return start >= 0 and self.match(list(inside), start, lambda end: end if end == at else None) is not None

    def is_at(self, value: Any, at: int) -> bool:
        self.count += 1
        assert value in (op.AT_BEGINNING, op.AT_END), value
        return at == (0 if value is op.AT_BEGINNING else len(self.text))

    def repeat(self, is_lazy: bool, value: tuple[int, int, Any], at: int, after: _Then) -> int | None:
        least, most, inside = value
        if len(inside) != 1 or inside[0][0] in (op.SUBPATTERN, op.BRANCH):
            return self.groups(least, most, list(inside), at, after)
        kind, wanted = inside[0]
        if is_lazy:
            return self.lazily(least, most, (kind, wanted), at, after)
        end = at
        while end - at < most and end < len(self.text) and self.fits(kind, wanted, self.text[end]):
            end += 1
        tried = (after(place) for place in range(end, at + least - 1, -1))
        return next((found for found in tried if found is not None), None)

    def lazily(self, least: int, most: int, node: tuple[Any, Any], at: int, after: _Then) -> int | None:
        for end in range(at, min(at + most, len(self.text)) + 1):
            found = after(end) if end - at >= least else None
            if found is not None or end == len(self.text) or not self.fits(*node, self.text[end]):
                return found
        return None

    def groups(self, least: int, most: int, inside: list[Any], at: int, after: _Then) -> int | None:
        def again(end: int) -> int | None:
            return None if end == at else self.groups(max(least - 1, 0), most - 1, inside, end, after)

        found = self.match(inside, at, again) if most > 0 else None
        return found if found is not None or least > 0 else after(at)

    def fits(self, kind: Any, value: Any, char: str) -> bool:
        self.count += 1
        if kind is op.IN:
            is_negated = value[0][0] is op.NEGATE
            return is_negated != any(self.fits(*item, char) for item in value if item[0] is not op.NEGATE)
        if kind is op.RANGE:
            return bool(value[0] <= ord(char) <= value[1])
        if kind is op.CATEGORY:
            return bool(_CATEGORIES[value](char))
        if kind is op.ANY:
            return self.is_dotall or char != "\n"
        assert kind in (op.LITERAL, op.NOT_LITERAL), kind
        return (ord(char) == value) == (kind is op.LITERAL)
