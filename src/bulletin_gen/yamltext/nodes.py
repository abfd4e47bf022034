"""YAML text in; its nodes, each with the characters that say it, out. The text has been read by `read_tree` before."""

from typing import Any, NamedTuple

import yaml

from bulletin_gen.frozen import frozen
from bulletin_gen.yamltext.syntax import LINE_END

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Entry(NamedTuple):
    """A field of a mapping, which begins with its key, or an item of a list, which begins with its dash.

    `key` is empty for an item; `start` is where the key or the dash stands, that of an item of a list in brackets
    where its value does.
    """

    key: str
    start: int
    value: "Node"


@frozen
class Node:
    """Characters start … end - 1 of the text, white space behind them left out.

    `text` is None but for a text; `style` is the sign that one begins with. `entries` are in the order of the file.
    """

    start: int
    end: int
    text: str | None = None
    style: str = ""
    entries: tuple[Entry, ...] = ()
    is_list: bool = False
    in_brackets: bool = False


def read_nodes(source: str) -> Node:
    """Return the mapping that a file is. Raises yaml.YAMLError for what `read_tree` would refuse."""
    return _node(yaml.compose(source, _LOADER), source)


def _node(node: Any, source: str) -> Node:
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode):
        return Node(start, _seen_end(source, start, end), node.value, node.style or "")
    in_brackets = bool(node.flow_style)
    is_list = isinstance(node, yaml.SequenceNode)
    column = None if in_brackets else node.start_mark.column
    entries = tuple(_item(one, source, column) if is_list else _field(one, source) for one in node.value)
    seen = end if in_brackets else max(entry.value.end for entry in entries)
    return Node(start, seen, None, "", entries, is_list, in_brackets)


def _field(pair: tuple[Any, Any], source: str) -> Entry:
    key, value = pair
    return Entry(key.value, key.start_mark.index, _node(value, source))


def _item(value: Any, source: str, column: int | None) -> Entry:
    """Return an item whose dash stands in a column, from 0; None for a list in brackets."""
    start = value.start_mark.index
    return Entry("", start if column is None else _dash(source, start, column), _node(value, source))


def _dash(source: str, start: int, column: int) -> int:
    """Return where the dash of an item stands, whose value begins at `start`, perhaps some lines below."""
    line = line_start(source, start)
    while source[line + column] != "-" or source[line : line + column].strip(" -"):
        line = line_start(source, line - 1)
    return line + column


def line_start(source: str, at: int) -> int:
    """Return where the line begins that a character stands on."""
    return max(source.rfind("\n", 0, at), source.rfind("\r", 0, at)) + 1


def line_end(source: str, at: int) -> int:
    """Return where the line ends that a character stands on, before its line feed."""
    match = LINE_END.search(source, at)
    return match.start() if match else len(source)


def _seen_end(source: str, start: int, end: int) -> int:
    return start + len(source[start:end].rstrip())
