"""Which of some numbers are in order already."""

from bisect import bisect_left
from collections.abc import Sequence


def rising(numbers: Sequence[int]) -> list[int]:
    """Return where the most numbers stand that rise from each to the next; the numbers are all different."""
    ends: list[int] = []  # the least number at which so many can end
    last: list[int] = []  # where that stands
    previous: list[int | None] = []
    for at, number in enumerate(numbers):
        length = bisect_left(ends, number)
        ends[length : length + 1] = [number]
        last[length : length + 1] = [at]
        previous.append(last[length - 1] if length else None)
    found: list[int] = []
    here = last[-1] if last else None
    while here is not None:
        found.append(here)
        here = previous[here]
    return found[::-1]
