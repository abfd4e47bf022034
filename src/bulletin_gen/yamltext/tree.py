"""What a YAML file holds, as plain values with the place of each; made without a parser at hand, too."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from bulletin_gen.errors import Problem
from bulletin_gen.frozen import frozen
from bulletin_gen.where import Typed, Where
from bulletin_gen.yamltext.vocabulary import ANYTHING, Author, Vocabulary

Value: TypeAlias = dict[str, "Value"] | list["Value"] | str
Mark: TypeAlias = tuple[int, int]


@frozen
class FileKind:
    """What a YAML file is meant to be: its name, how to get one, which fields it may have, what may be typed in it."""

    name: str
    sample: str
    field_names: Callable[[], frozenset[str]]
    vocabulary: Callable[[], Vocabulary] = lambda: ANYTHING


@dataclass
class Tree:
    """`marks` is the place of each path: a text's own, a block's key, a list item's start; `keys` that of each key.

    Both count from 1. `texts` is where each text stands in the file. `faulty` holds the paths whose value is a
    stand-in, because a problem has been told of them already. `vocabulary` is what may be typed in the file: all
    paths and values are of what was meant, and `typed` has the key that named each field.
    """

    file: str | None = None
    value: Value = ""
    marks: dict[str, Mark] = field(default_factory=dict)
    keys: dict[str, Mark] = field(default_factory=dict)
    texts: dict[str, Typed] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    faulty: set[str] = field(default_factory=set)
    vocabulary: Vocabulary = ANYTHING
    typed: dict[str, str] = field(default_factory=dict)

    def author(self) -> Author:
        """Return what the author calls the fields, from what has been read so far."""
        return Author(self.vocabulary, self.typed)

    def where(self, mark: tuple[int | None, int | None], path: str) -> Where:
        """Return a place of the file as that of a field."""
        return Where(self.file, *mark, path, self.author().called(path))


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems in the order of the text."""
    return sorted(problems, key=lambda problem: (problem.where.line or 0, problem.where.column or 0))
