"""Lines in; the same without the marks of Markdown out, where they are a draft in it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bulletin_gen.readers.source import SourceLine

_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(?=\S)")  # ## 一、整改情况; not #1楼
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)([^*_]+?)(?<=\S)\1")  # **一是健全制度。**
_ITEM = re.compile(r"\s*[-*+]\s+(?=\S)")  # - 二是推动落实。
_QUOTE = re.compile(r"\s{0,3}>\s?")  # > 甲
_RULE = re.compile(r"\s{0,3}(?:-{3,}|\*{3,}|_{3,}|```\w*)\s*")  # ---


def without_markdown(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines of a Markdown draft without its marks; those of any other text as they are.

    A heading or an emphasis makes it one: dashes alone head the items of many a text.
    """
    if not any(_HEADING.match(line.text) or _EMPHASIS.search(line.text) for line in lines):
        return list(lines)
    return [replace(line, text=_bare(line.text)) for line in lines if not _RULE.fullmatch(line.text)]


def _bare(text: str) -> str:
    for pattern in (_QUOTE, _HEADING, _ITEM):
        match = pattern.match(text)
        text = text[match.end() :] if match else text
    return _EMPHASIS.sub(r"\2", text)
