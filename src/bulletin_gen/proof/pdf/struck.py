"""Which glyphs of a row have a line under or through them: a program draws it apart from the text."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

from bulletin_gen.frozen import frozen
from bulletin_gen.proof.pdf.glyphs import Bar, Glyph
from bulletin_gen.units import pt_to_mm

_THROUGH_EM = (-0.55, -0.12)  # of the baseline: where a line through the text is drawn
_UNDER_EM = (-0.1, 0.3)


@frozen
class Levels:
    """The level bars of a page, from top to bottom, and their heights."""

    bars: tuple[Bar, ...]
    heights: tuple[float, ...]

    def between(self, top_mm: float, bottom_mm: float) -> Sequence[Bar]:
        return self.bars[bisect_left(self.heights, top_mm) : bisect_right(self.heights, bottom_mm)]


def levels_of(bars: Iterable[Bar]) -> Levels:
    level = sorted((bar for bar in bars if bar.is_level), key=lambda bar: bar.top_mm)
    return Levels(tuple(level), tuple(bar.top_mm for bar in level))


Drawn = Callable[[Glyph], bool]


def drawn_on(row: Sequence[Glyph], levels: Levels) -> tuple[Drawn, Drawn]:
    """Return which glyphs of a row have a line under them, and which have one through them."""
    return _within(row, levels, _UNDER_EM), _within(row, levels, _THROUGH_EM)


def _within(row: Sequence[Glyph], levels: Levels, zone: tuple[float, float]) -> Drawn:
    em, baseline = pt_to_mm(max(glyph.size_pt for glyph in row)), row[0].baseline_mm
    bars = levels.between(*(baseline + part * em for part in zone))
    starts, ends = _covered(bars)

    def is_drawn(glyph: Glyph) -> bool:
        middle = (glyph.left_mm + glyph.right_mm) / 2
        at = bisect_right(starts, middle) - 1
        return at >= 0 and middle <= ends[at]

    return is_drawn


def _covered(bars: Iterable[Bar]) -> tuple[list[float], list[float]]:
    """Return where the stretches that bars cover begin and end, from left to right, none touching another."""
    starts: list[float] = []
    ends: list[float] = []
    for bar in sorted(bars, key=lambda bar: bar.left_mm):
        if ends and bar.left_mm <= ends[-1]:
            ends[-1] = max(ends[-1], bar.right_mm)
        else:
            starts.append(bar.left_mm)
            ends.append(bar.right_mm)
    return starts, ends
