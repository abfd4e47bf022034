"""What an author gave of a part of the spec: its values, all that lies in them, and the same with other texts."""

from collections.abc import Callable, Mapping, Sequence
from operator import is_
from typing import Any, TypeAlias, TypeVar

from bulletin_gen.spec.node import Node

_NodeT = TypeVar("_NodeT", bound=Node)
# The nodes from the outermost down to the one that has the text.
Trail: TypeAlias = Sequence[Node]
# Makes a text of another: it is told the text, its path, the name of its field and the trail to it.
Change: TypeAlias = Callable[[str, str, str, Trail], str]


def given(node: Node) -> Mapping[str, Any]:
    """Return what was given of a node by the names of its fields, in their order."""
    fields, names = vars(node), node.model_fields_set
    return {name: fields[name] for name in fields if name in names}


def all_given(node: Node) -> list[Any]:
    """Return all values that were given of a node and of what lies in it, the lists too, outer ones first."""
    values: list[Any] = [node]
    for value in values:
        if type(value) is list:
            values += value
        elif not is_typed(value) and isinstance(value, Node):
            values += given(value).values()
    return values


def is_typed(value: object) -> bool:
    """Is a value a text of the author's own? A fixed value is of a kind of its own."""
    return type(value) is str


def with_texts(node: _NodeT, change: Change) -> _NodeT:
    """Return a node with what `change` makes of each text that was given, in their order; what stays is the same
    object."""
    return _with_texts(node, change, "", ())


def _with_texts(node: _NodeT, change: Change, path: str, above: Trail) -> _NodeT:
    trail: Trail = (*above, node)
    before = f"{path}." if path else ""
    changed = {}
    for name, old in given(node).items():
        new = _changed(old, change, before + name, name, trail)
        if new is not old:
            changed[name] = new
    return node.model_copy(update=changed) if changed else node


def _changed(value: Any, change: Change, path: str, name: str, trail: Trail) -> Any:
    if type(value) is str:
        return change(value, path, name, trail)
    if type(value) is list:
        items = [_changed(item, change, f"{path}[{index}]", name, trail) for index, item in enumerate(value)]
        return value if all(map(is_, items, value)) else items
    return _with_texts(value, change, path, trail) if isinstance(value, Node) else value
