"""A place in the author's input: file, line, column and field path."""

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import NamedTuple

from bulletin_gen.frozen import frozen
from bulletin_gen.text.regex import Regex

_LAST_STEP = Regex(r"(\.?[^.\[\]]+|\[\d*\])$")  # of results.issues[0].text first .text, then [0]; [] is any


@frozen
class Where:
    """`line` and `column` count from 1; None means unknown. `path` is like `results.sections[0].heading`.

    `typed` is that path in the words of the author, `整改情况.方面[0].标题`; empty where those are the same.
    """

    file: str | None = None
    line: int | None = None
    column: int | None = None
    path: str = ""
    typed: str = field(default="", compare=False)

    @property
    def named(self) -> str:
        """The path as its author knows it."""
        return self.typed or self.path

    def __str__(self) -> str:
        """Return `通报.yaml:12:5 results.heading`, leaving out what is unknown."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        return " ".join(part for part in (place, self.named) if part)


class Typed(NamedTuple):
    """Where one text stands: characters start … end - 1 of its file, its quotes with it.

    `style` is the sign that it begins with there: a quote, | or >, empty for none.
    """

    start: int
    end: int
    style: str = ""


@frozen
class Places:
    """Where each field of one spec stands: path -> (line, column), both from 1.

    `source` is the file's text, empty where that is not known, and `texts` are those typed in it, by their path.
    `as_typed` makes of a path, whether or not it was typed, what the author would call it.
    """

    file: str | None = None
    marks: dict[str, tuple[int, int]] = field(default_factory=dict)
    source: str = field(default="", repr=False, compare=False)
    texts: Mapping[str, Typed] = field(default_factory=dict, repr=False, compare=False)
    as_typed: Callable[[str], str] = field(default=str, repr=False, compare=False)

    def find(self, path: str) -> Where:
        """Return the place of `path`, or that of its nearest known parent; the path itself is kept."""
        known = path if self.marks else ""
        while known and known not in self.marks:
            known = parent_of(known)
        line, column = self.marks.get(known, (None, None))
        return self.at(line, column, path)

    def at(self, line: int | None, column: int | None, path: str) -> Where:
        """Return a place of the file as that of a field."""
        return Where(self.file, line, column, path, self.as_typed(path))


def parent_of(path: str) -> str:
    """Return `results.issues[0]` for `results.issues[0].text`, and nothing for `results`."""
    return _LAST_STEP.sub("", path)


NOWHERE = Places()
