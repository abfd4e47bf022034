"""What every start of a program would work out anew though it never changes: asked for here, by name.

It is kept where whoever starts the program says: the command in the user's cache folder (`files/kept.py`). Unless
somebody does, nothing is.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any


class Shelf:
    """Values of JSON by name. What is put there is found by a later start.

    `lines` are the names and values as JSON says them, each in one line: of many values few are asked for.
    """

    def __init__(self, lines: dict[str, str] | None = None) -> None:
        self.lines = lines or {}

    def get(self, name: str) -> Any:
        """Return the value of a name; None where there is none, or no JSON.

        Be ready for one of another form: it comes from a file.
        """
        try:
            return json.loads(self.lines.get(json.dumps(name), "null"))
        except (ValueError, RecursionError):
            return None

    def put(self, name: str, value: Any) -> None:
        self.lines[json.dumps(name)] = json.dumps(value, separators=(",", ":"))


Shelves = Callable[[str, str], Shelf]  # of a shelf's name, and of what its values are true for: else they are not there

_SHELVES: ContextVar[Shelves | None] = ContextVar("shelves", default=None)


def shelf(name: str, true_for: Callable[[], str]) -> Shelf | None:
    """Return the shelf of a name with values that are true for this; None where nothing is kept."""
    shelves = _SHELVES.get()
    return shelves(name, true_for()) if shelves else None


@contextmanager
def kept_on(shelves: Shelves) -> Iterator[None]:
    """Keep things on these shelves for as long as the block runs."""
    before = _SHELVES.set(shelves)
    try:
        yield
    finally:
        _SHELVES.reset(before)
