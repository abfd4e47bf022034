"""Which patterns a function looks for in a whole text, read off its source."""

import ast
import inspect
from collections.abc import Callable, Iterator, Mapping
from textwrap import dedent
from typing import Any

from bulletin_gen.text.regex import Regex


def scanned_patterns(function: Callable[..., object]) -> set[Regex]:
    """Return the patterns that a function looks for in a whole text to do something with what they match.

    What the functions of `bulletin_gen.text` that it names look for counts; a pattern whose match is only a condition,
    or that is looked for in a slice of a text, does not.
    """
    nodes = list(ast.walk(ast.parse(dedent(inspect.getsource(function)))))
    known = inspect.getclosurevars(function).globals
    named = [_value(node, known) for node in nodes if isinstance(node, ast.Name | ast.Attribute)]
    helpers = {value for value in named if inspect.isfunction(value) and _is_of_texts(value) and value is not function}
    scans = {pattern for node in nodes for call in _used(node) if isinstance(pattern := _scanned(call, known), Regex)}
    return scans.union(*map(scanned_patterns, helpers))


def _value(node: ast.expr, known: Mapping[str, Any]) -> Any:
    """Return what a name, or a name of a module, stands for."""
    if isinstance(node, ast.Attribute):
        return getattr(_value(node.value, known), node.attr, None)
    return known.get(node.id) if isinstance(node, ast.Name) else None


def _is_of_texts(function: Callable[..., object]) -> bool:
    return function.__module__.startswith("bulletin_gen.text.")


def _used(node: ast.AST) -> Iterator[ast.expr]:
    """Yield what is gone through or given a name here."""
    if isinstance(node, ast.For | ast.comprehension):
        yield node.iter
    elif isinstance(node, ast.Assign):
        yield node.value
    elif isinstance(node, ast.Call):
        yield from node.args


def _scanned(call: ast.expr, known: Mapping[str, Any]) -> Any:
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return None
    is_whole = len(call.args) == 1 and not isinstance(call.args[0], ast.Subscript)
    return _value(call.func.value, known) if is_whole and call.func.attr in ("finditer", "search") else None
