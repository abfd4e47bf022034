"""What a YAML text says, character by character, and which of the file's characters say it."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from bulletin_gen.text.regex import Regex
from bulletin_gen.where import Typed
from bulletin_gen.yamltext.syntax import LINE_END

_BLOCKS = ("|", ">")
# \n, \x41, \u4e00, and a line end that says nothing
_ESCAPED = Regex(r"\\(?:x(.{2})|u(.{4})|U(.{8})|(\r\n|[\r\n]|.))", re.DOTALL)
_DOUBLED = Regex("''")
_ESCAPES = {"n": "\n", "t": "\t", "_": "\u00a0", "N": "\n", "L": "\n", "P": "\n", "r": "\n"}


class Said(NamedTuple):
    """The characters of a text, and for each where it stands in the file: at characters start … end - 1 of it."""

    text: str
    starts: list[int]
    ends: list[int]


def characters(source: str, typed: Typed) -> Said:
    """Return the characters of a text; white space that YAML folds or drops is there as it stands.

    A line end is a line feed in a text whose lines are kept (|), and a space in any other.
    """
    if typed.style in _BLOCKS:
        line_end = "\n" if typed.style == "|" else " "
        return _joined(source, [], content_start(source, typed), typed.end, line_end)
    if typed.style in _QUOTES:
        escape, meant = _QUOTES[typed.style]
        start, end = typed.start + 1, typed.end - 1
        escaped = [(match.span(), meant(match)) for match in escape.finditer(source, start, end)]
        return _joined(source, escaped, start, end)
    return _joined(source, [], typed.start, typed.end)


def _joined(
    source: str, escaped: Sequence[tuple[tuple[int, int], str]], start: int, end: int, line_end: str = " "
) -> Said:
    """Return the characters from `start` to `end`, each escape among them as the one character that it means."""
    if not escaped and line_end == " ":
        said = source[start:end].replace("\r", " ").replace("\n", " ")
        return Said(said, list(range(start, end)), list(range(start + 1, end + 1)))
    as_typed = dict.fromkeys(map(ord, "\r\n"), line_end)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for (first, last), char in escaped:
        pieces += (source[start:first].translate(as_typed), char)
        starts += range(start, first + 1)
        ends += (*range(start + 1, first + 1), last)
        start = last
    pieces.append(source[start:end].translate(as_typed))
    return Said("".join(pieces), [*starts, *range(start, end)], [*ends, *range(start + 1, end + 1)])


def content_start(source: str, typed: Typed) -> int:
    """Return where a text's own words begin: of a block below its sign and what stands beside that."""
    if typed.style not in _BLOCKS:
        return typed.start
    head = LINE_END.search(source, typed.start, typed.end)
    return head.end() if head else typed.end


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code:
        return chr(int(code, 16))
    char = match[4][-1]
    return _ESCAPES.get(char, " " if char in "\r\n" else char)


_QUOTES: Mapping[str, tuple[Regex, Callable[[re.Match[str]], str]]] = {
    '"': (_ESCAPED, _unescaped),
    "'": (_DOUBLED, lambda _: "'"),
}
