"""What a spec leaves unsaid because it is the usual: labels by their layer, numbers that count on."""

from collections import Counter as Tally
from collections.abc import Hashable, Iterable
from typing import TypeVar

from bulletin_gen.text.numerals import BY_DEPTH, Label

_T = TypeVar("_T")
_HashableT = TypeVar("_HashableT", bound=Hashable)


class Succession:
    """Counts along with the labels of one sequence, so that only a number out of order is typed."""

    def __init__(self) -> None:
        self.last = 0

    def out_of_order(self, printed: int) -> int | None:
        """Return the number to type for what is printed, None where counting gives it or there is none."""
        if not printed:
            return None
        expected, self.last = self.last + 1, printed
        return None if printed == expected else printed


def unusual(value: _T | None, usual: _T | None) -> _T | None:
    """Return what has to be said, None where it is the usual."""
    return None if value == usual else value


def usual_label(above: int) -> Label | None:
    """Return the label that the layer below `above` has by itself, None below the fifth."""
    return BY_DEPTH[above] if above < len(BY_DEPTH) else None


def most_common(values: Iterable[_HashableT | None]) -> _HashableT | None:
    """Return the value that most have, the first among equals; None where none has any."""
    tally = Tally(value for value in values if value is not None)
    return tally.most_common(1)[0][0] if tally else None


def only(values: Iterable[_HashableT]) -> _HashableT | None:
    """Return the value that all have, None where they differ."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


def member_of(values: tuple[_T, ...], text: str) -> _T:
    """Return the one of the values that is the text: it is known for one of them from then on."""
    return next(value for value in values if value == text)
