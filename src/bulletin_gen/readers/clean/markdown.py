"""Lines in; the same without the marks of Markdown out, where they are a draft in it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from bulletin_gen.readers.source import SourceLine
from bulletin_gen.readers.table_rows import Cells, TableRows
from bulletin_gen.readers.tables import begins_attachment, table_lines
from bulletin_gen.text.regex import Regex

_HEADING = Regex(r"\s{0,3}#{1,6}\s+(?=\S)")  # ## 一、整改情况; not #1楼
_EMPHASIS = Regex(r"(\*\*|__)(?=\S)([^*_]+?)(?<=\S)\1")  # **一是健全制度。**
_ITEM = Regex(r"\s*[-*+]\s+(?=\S)")  # - 二是推动落实。
_QUOTE = Regex(r"\s{0,3}>\s?")  # > 甲
_ROW = Regex(r"\s*\|[^|]*\|.*\|\s*")  # | 1 | 甲 |
_BELOW_HEAD = Regex(r"\s*\|(?:\s*:?-+:?\s*\|)+\s*")  # |---|:---:|
_RULE = Regex(r"\s{0,3}(?:-{3,}|\*{3,}|_{3,}|```\w*)\s*")  # ---


def without_markdown(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines of a Markdown draft without its marks; those of any other text as they are.

    A heading, an emphasis or a table makes it one: dashes alone head the items of many a text.
    """
    if not any(_HEADING.match(line.text) or _EMPHASIS.search(line.text) or _is_below_head(line) for line in lines):
        return list(lines)
    bare: list[SourceLine] = []
    is_attached = False
    for is_table, group in groupby(lines, lambda line: _ROW.fullmatch(line.text) is not None):
        own = list(group)
        rows = _rows(own) if is_table else None
        read = table_lines(rows, bare, is_attached) if rows else []
        is_attached = is_attached or begins_attachment(own)
        bare += read or [replace(line, text=_bare(line.text)) for line in own if not _RULE.fullmatch(line.text)]
    return bare


def _is_below_head(line: SourceLine) -> bool:
    return _BELOW_HEAD.fullmatch(line.text) is not None


def _rows(lines: Sequence[SourceLine]) -> TableRows | None:
    """Return the rows of a table, None where they have not as many cells each, or no head."""
    if len(lines) < 3 or not _is_below_head(lines[1]):
        return None
    rows = [_cells(line) for line in (lines[0], *lines[2:])]
    return TableRows((), tuple(rows)) if len(set(map(len, rows))) == 1 else None


def _cells(line: SourceLine) -> Cells:
    texts = line.text.strip().strip("|").split("|")
    return tuple((replace(line, text=bare),) if (bare := _bare(text.strip())) else () for text in texts)


def _bare(text: str) -> str:
    for pattern in (_QUOTE, _HEADING, _ITEM):
        match = pattern.match(text)
        text = text[match.end() :] if match else text
    return _EMPHASIS.sub(r"\2", text)
