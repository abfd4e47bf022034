"""Break a title by sense into lines that form a trapezium or a rhombus.

In: the title and how many characters a line holds. Out: its lines. No faces are needed, so that every writer
breaks it alike.
Source: GB/T 9704-2012, 7.3.1: 词意完整、排列对称、长短适宜、间距恰当, 梯形或菱形.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bulletin_gen.engine import Engine
from bulletin_gen.line.fill import fill
from bulletin_gen.line.nominal import nominal_strip
from bulletin_gen.line.strip import Spacing, Strip
from bulletin_gen.placing.sense import NEVER, POOR, sense_costs
from bulletin_gen.spans import Text, cut, flat

_WIDE_SPACE = "\u3000"  # parts the names of organs, but not at a line's end
_MOST_LINES = 5  # what is longer is no title any more, and is filled line by line
_LAST_LINE_CELLS = 4
_ILL_SHAPED = 12
_TOO_SHORT = 40
_LEVEL = 2  # two lines of one length: rather let them differ
_EXTRA_LINE = 3
_UNEVENNESS = 0.4  # for each character between the longest and the shortest line


def break_title(title: Text, max_cells: int, engine: Engine) -> tuple[Text, ...]:
    """Return the lines of a title, none wider in `engine` than `max_cells` characters; Latin ones count as half.

    One line when it fits. Otherwise the breaks that cost least. Sense goes before shape: after the issuer or between
    words, inside a name only where no line holds it, never inside a word, a number or 《》. Where the sense leaves a
    choice, two lines differ in length and three or more grow, shrink or bulge.
    """
    said = flat(title)
    strip = nominal_strip(said, Spacing(1.0, 0.0, engine))
    if strip.width(0, len(said)) <= max_cells:
        return (title,)
    cuts = _best_cuts(strip, max_cells) or _filled_cuts(strip, max_cells)
    return tuple(_trimmed(title, said, start, end) for start, end in pairwise(cuts))


def _trimmed(title: Text, said: str, start: int, end: int) -> Text:
    """Return a line of the title without the wide spaces at its ends."""
    line = said[start:end]
    left = len(line) - len(line.lstrip(_WIDE_SPACE))
    return cut(title, start + left, start + len(line.rstrip(_WIDE_SPACE)))


def _best_cuts(strip: Strip, max_cells: int) -> tuple[int, ...] | None:
    """Return where the lines begin and the last one ends; None when no such lines hold the title."""
    fewest = int(-(-strip.width(0, len(strip.text)) // max_cells))
    if fewest > _MOST_LINES:
        return None
    costs = sense_costs(strip.text)
    more = min(fewest + 1, _MOST_LINES)  # often makes a better shape
    # Inside words it would only give more bad places to try.
    for worst, most in ((POOR - 1, more), (NEVER - 1, more), (NEVER, fewest)):
        places = [place for place in range(1, len(strip.text)) if strip.may_end[place] and costs[place] <= worst]
        candidates = [
            cuts for lines in range(fewest, most + 1) for cuts in _partitions(strip, (0,), places, lines, max_cells)
        ]
        if candidates:
            return min(candidates, key=lambda cuts: _cost(strip, cuts, costs) + _EXTRA_LINE * len(cuts))
    return None


def _partitions(
    strip: Strip, cuts: tuple[int, ...], places: Sequence[int], lines: int, max_cells: int
) -> Iterator[tuple[int, ...]]:
    """Yield every way to go on from `cuts` with that many lines, none wider than `max_cells`."""
    start, end = cuts[-1], len(strip.text)
    if strip.width(start, end) > lines * max_cells:
        return
    if lines == 1:
        yield (*cuts, end)
        return
    for index, place in enumerate(places):
        if strip.width(start, place) > max_cells:
            return
        yield from _partitions(strip, (*cuts, place), places[index + 1 :], lines - 1, max_cells)


def _cost(strip: Strip, cuts: tuple[int, ...], costs: Sequence[int]) -> float:
    widths = [strip.width(start, end) for start, end in pairwise(cuts)]
    cost = sum(costs[cut] for cut in cuts[1:-1]) + _UNEVENNESS * (max(widths) - min(widths))
    cost += _LEVEL * _are_level(widths) + _ILL_SHAPED * (not is_shapely(widths))
    return cost + _TOO_SHORT * (widths[-1] < _LAST_LINE_CELLS)


def is_shapely(widths: Sequence[float]) -> bool:
    """Do the lines form a trapezium (growing or shrinking) or a rhombus (longest in the middle)?

    Two lines always do, be it with upright sides: to make them differ, the sense would have to give way.
    """
    if len(widths) > 2 and _are_level(widths):
        return False
    steps = [after - before for before, after in pairwise(widths)]
    falling = [step < 0 for step in steps]
    return falling == sorted(falling)


def _are_level(widths: Sequence[float]) -> bool:
    return all(abs(after - before) < 1 for before, after in pairwise(widths))


def _filled_cuts(strip: Strip, max_cells: int) -> tuple[int, ...]:
    return (0, *(line.end for line in fill(strip, max_cells, max_cells)))
