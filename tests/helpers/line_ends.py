"""Does a regular expression match a line end, or see one? Read off the tree that `re` itself parses it to."""

from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from bulletin_gen.text.regex import Regex

_END = ord("\n")
_HOLD_IT = {op.CATEGORY_SPACE, op.CATEGORY_NOT_DIGIT, op.CATEGORY_NOT_WORD}


def knows_line_ends(pattern: Regex) -> bool:
    """Return whether a pattern could find in texts on lines, one below the other, what it finds in none of them.

    Or the other way round: where a line ends, one text alone has its end. That a character is wanted or not wanted
    beside a match holds at both, as long as it is no line end.
    """
    return any(map(_knows, _parser.parse(pattern.pattern, pattern.flags)))


def _knows(node: Any) -> bool:
    kind, value = node
    if kind is op.IN:
        holds = any(map(_holds_it, value))
        return holds is not (value[0][0] is op.NEGATE)
    if kind in (op.AT, op.NOT_LITERAL):
        return True
    return (kind is op.LITERAL and value == _END) or any(map(_knows, _nodes(value)))


def _holds_it(item: Any) -> bool:
    kind, value = item
    if kind is op.RANGE:
        return bool(value[0] <= _END <= value[1])
    return (kind is op.LITERAL and value == _END) or (kind is op.CATEGORY and value in _HOLD_IT)


def _nodes(value: Any) -> Iterable[Any]:
    """Yield the nodes anywhere within what a node holds."""
    if isinstance(value, _parser.SubPattern):
        yield from value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _nodes(part)
