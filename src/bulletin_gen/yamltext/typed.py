"""What a YAML text says, character by character, and which of the file's characters say it."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from bulletin_gen.where import Typed
from bulletin_gen.yamltext.syntax import LINE_END

_BLOCKS = ("|", ">")
# \n, \x41, \u4e00, and a line end that says nothing
_ESCAPED = re.compile(r"\\(?:x(.{2})|u(.{4})|U(.{8})|(\r\n|[\r\n]|.))", re.DOTALL)
_DOUBLED = re.compile("''")
_ESCAPES = {"n": "\n", "t": "\t", "_": "\u00a0", "N": "\n", "L": "\n", "P": "\n", "r": "\n"}


class Said(NamedTuple):
    """A character of a text, and where it stands in the file: at characters start … end - 1 of it."""

    char: str
    start: int
    end: int


def characters(source: str, typed: Typed) -> Iterator[Said]:
    """Yield the characters of a text; white space that YAML folds or drops is yielded as it stands.

    A line end is a line feed in a text whose lines are kept (|), and a space in any other.
    """
    if typed.style in _BLOCKS:
        yield from _block(source, typed)
    elif typed.style == '"':
        yield from _quoted(source, typed, _ESCAPED, _unescaped)
    elif typed.style == "'":
        yield from _quoted(source, typed, _DOUBLED, lambda _: "'")
    else:
        yield from _plain(source, typed.start, typed.end)


def _quoted(
    source: str, typed: Typed, escape: re.Pattern[str], meant: Callable[[re.Match[str]], str]
) -> Iterator[Said]:
    """Yield the characters between two quotes, each escape as what it means."""
    at, end = typed.start + 1, typed.end - 1
    for match in escape.finditer(source, at, end):
        yield from _plain(source, at, match.start())
        yield Said(meant(match), *match.span())
        at = match.end()
    yield from _plain(source, at, end)


def _plain(source: str, start: int, end: int) -> Iterator[Said]:
    return (Said(" " if source[at] in "\r\n" else source[at], at, at + 1) for at in range(start, end))


def content_start(source: str, typed: Typed) -> int:
    """Return where a text's own words begin: of a block below its sign and what stands beside that."""
    if typed.style not in _BLOCKS:
        return typed.start
    head = LINE_END.search(source, typed.start, typed.end)
    return head.end() if head else typed.end


def _block(source: str, typed: Typed) -> Iterator[Said]:
    line_end = "\n" if typed.style == "|" else " "
    for at in range(content_start(source, typed), typed.end):
        yield Said(line_end if source[at] in "\r\n" else source[at], at, at + 1)


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code:
        return chr(int(code, 16))
    char = match[4][-1]
    return _ESCAPES.get(char, " " if char in "\r\n" else char)
