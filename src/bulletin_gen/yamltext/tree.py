"""What a YAML file holds, as plain values with the place of each; made without a parser at hand, too."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from bulletin_gen.errors import Problem
from bulletin_gen.text.shown import shown
from bulletin_gen.where import Typed

Value: TypeAlias = dict[str, "Value"] | list["Value"] | str
Mark: TypeAlias = tuple[int, int]


@dataclass(frozen=True)
class FileKind:
    """What a YAML file is meant to be, for what is said of it: its name, how to get one, the fields it may have."""

    name: str
    sample: str
    field_names: Callable[[], frozenset[str]]


@dataclass
class Tree:
    """`marks` is the place of each path: a text's own, a block's key, a list item's start; `keys` that of each key.

    Both count from 1. `texts` is where each text stands in the file. `faulty` holds the paths whose value is a
    stand-in, because a problem has been told of them already.
    """

    file: str | None = None
    value: Value = ""
    marks: dict[str, Mark] = field(default_factory=dict)
    keys: dict[str, Mark] = field(default_factory=dict)
    texts: dict[str, Typed] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    faulty: set[str] = field(default_factory=set)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems in the order of the text."""
    return sorted(problems, key=lambda problem: (problem.where.line or 0, problem.where.column or 0))


def step(path: str, key: str) -> str:
    """Return the path of a field of the mapping at `path`."""
    return f"{path}.{shown(key)}" if path else shown(key)
