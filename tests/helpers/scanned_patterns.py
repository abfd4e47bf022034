"""Which patterns a function looks for in a whole text, read off its source."""

import ast
import inspect
from collections.abc import Callable
from textwrap import dedent

from bulletin_gen.text.regex import Regex


def scanned_patterns(function: Callable[..., object]) -> list[Regex]:
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
