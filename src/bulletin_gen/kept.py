"""What every start of a program would work out anew though it never changes: asked for here, by name.

It is kept where whoever starts the program says: the command in the user's cache folder (`files/kept.py`). Unless
somebody does, nothing is.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any


class Shelf:
    """Values by name, of the kinds that a module's constants are of. What is put there is found by a later start.

    Be ready for one of another form: it comes from a file. What was found or put is not to be changed.
    """

    def __init__(self, values: dict[str, Any] | None = None) -> None:
        self.values = values or {}

    def get(self, name: str) -> Any:
        """Return the value of a name, None where there is none."""
        return self.values.get(name)

    def put(self, name: str, value: Any) -> None:
        self.values[name] = value


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
