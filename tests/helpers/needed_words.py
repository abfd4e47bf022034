"""Does one of some words stand in whatever a pattern finds? Told from the pattern alone, as `re` reads it."""

import ast
import inspect
from collections.abc import Callable, Collection, Iterator
from textwrap import dedent
from typing import Any

from bulletin_gen.text.regex import Regex

from re import _constants as kinds, _parser as parser  # type: ignore[attr-defined]  # isort: skip  # a test may look into `re`


def always_has(pattern: Regex, words: Collection[str]) -> bool:
    """Does every match, or what stands beside it that it asks for, hold one of the words?"""
    return _has(list(parser.parse(pattern.pattern, pattern.flags)), words)


def _has(parts: list[Any], words: Collection[str]) -> bool:
    return any(word in run for run in _runs(parts) for word in words) or any(_part_has(part, words) for part in parts)


def _runs(parts: list[Any]) -> Iterator[str]:
    """Yield the characters that follow one another as they are."""
    run = ""
    for kind, value in parts:
        if kind is kinds.LITERAL:
            run += chr(value)
        else:
            yield run
            run = ""
    yield run


def _part_has(part: Any, words: Collection[str]) -> bool:
    kind, value = part
    if kind is kinds.SUBPATTERN:
        return _has(list(value[3]), words)
    if kind is kinds.ASSERT:
        return _has(list(value[1]), words)
    if kind is kinds.BRANCH:
        return all(_has(list(branch), words) for branch in value[1])
    if kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT):
        return value[0] > 0 and _has(list(value[2]), words)
    if kind is kinds.IN:
        return all(one is kinds.LITERAL and chr(char) in words for one, char in value)
    return False


def scanning_patterns(function: Callable[..., object]) -> list[Regex]:
    """Return the patterns of its module that a function names, but those that it looks for in a slice of a text."""
    nodes = list(ast.walk(ast.parse(dedent(inspect.getsource(function)))))
    methods = [node for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    aside = {id(call.func.value) for call in methods if not _is_scan(call)}  # type: ignore[attr-defined]
    named = {node.id for node in nodes if isinstance(node, ast.Name) and id(node) not in aside}
    known = inspect.getclosurevars(function).globals
    return [known[name] for name in named if isinstance(known.get(name), Regex)]


def _is_scan(call: ast.Call) -> bool:
    is_scan = isinstance(call.func, ast.Attribute) and call.func.attr in ("finditer", "search")
    return is_scan and not isinstance(call.args[0], ast.Subscript)
