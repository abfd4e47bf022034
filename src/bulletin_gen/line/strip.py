"""A paragraph measured: how far its glyphs stand apart and where its lines may end.

In: the glyphs of one paragraph. Out: a Strip, the paragraph as one endless line.

The distances are those of the engine that shows the DOCX, so that it breaks its lines at the same characters there:

1. Between a Han letter and a Latin letter or digit stands the engine's gap, a share of the font size; never beside a
   mark.
2. The tracking follows every glyph; in some engines one that tightens not the last before a change of face or of
   script. A line's last glyph has none.
3. Quotes, dashes, ellipses and circled numbers are set in the face of the Han text around them, but have no script
   of their own: they count as what stands before them, and at a paragraph's start as Han.
4. A line takes as many glyphs as fit; marks are neither squeezed nor hung. Spaces at a line's end take no room.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate, groupby
from math import inf
from operator import add

from bulletin_gen.engine import Engine
from bulletin_gen.frozen import frozen
from bulletin_gen.line.breaks import LineEnds
from bulletin_gen.line.glyphs import Glyph, Script
from bulletin_gen.spans import Deleted, Inserted, Stretch
from bulletin_gen.text.chars import DASHES

_ROUNDING_PT = 1e-6


@frozen
class Spacing:
    """How glyphs of one element are set: font size and tracking in pt, and in which engine."""

    size: float
    tracking: float
    engine: Engine


@frozen
class Loose:
    """Glyphs start … end - 1 of a paragraph, set wider than the rest: their tracking in pt, which Latin ones do not
    follow."""

    start: int
    end: int
    tracking: float

    def seen_from(self, index: int) -> "Loose":
        """Return the same stretch, counted from another glyph."""
        return replace(self, start=self.start - index, end=self.end - index)


@frozen
class Strip:
    """One paragraph as one endless line, in pt from its start; item i of each tuple belongs to glyph i.

    `trackings` follow the glyphs where neither face nor script changes. `lefts` and `rights` are the edges of each
    glyph. `may_end[i]` tells whether a line may end before glyph i. `seams` are the glyphs that do not just go on from
    the one before, in rising order; `gaps[i]` is that after glyph i (one item less than there are glyphs). `spans` are
    the stretches of the text that are not just plain.
    """

    text: str
    glyphs: Sequence[Glyph]
    spacing: Spacing
    trackings: Sequence[float]
    lefts: Sequence[float]
    rights: Sequence[float]
    may_end: LineEnds
    seams: Sequence[int]
    gaps: Sequence[float]
    spans: Sequence[Stretch] = ()

    @cached_property
    def stretches(self) -> list[bool]:
        """Of the gap after each glyph but the last, whether it may be widened."""
        return _stretches(self.glyphs, self.seams)

    @cached_property
    def run_starts(self) -> list[int]:
        """The glyphs that cannot go on in the run of the one before, in rising order."""
        starts = _run_starts(self.glyphs, self.seams, self.gaps, self.stretches, self.trackings)
        return sorted({*starts, *_change_edges(self.spans, len(self.glyphs))}) if self.spans else starts

    @cached_property
    def _reaches(self) -> tuple[list[int], list[int]]:
        """Where each of `spans` starts, and the farthest end of it and those before; both never fall."""
        return [span.start for span in self.spans], list(accumulate((span.end for span in self.spans), max))

    def spans_in(self, start: int, end: int) -> list[Stretch]:
        """Return those of `spans` that hold some of glyphs start … end - 1, outer ones before those within."""
        starts, reach = self._reaches
        near = self.spans[bisect_right(reach, start) : bisect_left(starts, end)]
        return [span for span in near if span.end > start]

    def width(self, start: int, end: int) -> float:
        """Return the width of glyphs start … end - 1, from the first one's left to the last one's right edge."""
        return self.rights[end - 1] - self.lefts[start] if end > start else 0.0

    @property
    def full_width(self) -> float:
        return self.width(0, len(self.glyphs))

    def count_that_fits(self, start: int, measure: float) -> int:
        """Return how many glyphs from `start` on stand within `measure`."""
        return bisect_right(self.rights, self.lefts[start] + measure + _ROUNDING_PT, start) - start

    def visible_end(self, start: int, end: int) -> int:
        """Return `end` without the spaces that would close the line start … end."""
        while end > start and self.text[end - 1] == " ":
            end -= 1
        return end


def measure_strip(
    glyphs: Sequence[Glyph], spacing: Spacing, spans: Sequence[Stretch] = (), loose: Loose | None = None
) -> Strip:
    """Return the glyphs measured as one line; a run ends where a change of the text begins or ends."""
    text = "".join([glyph.char for glyph in glyphs])
    size = spacing.size
    widths = [glyph.advance * size / 1000 for glyph in glyphs]
    trackings = _trackings(glyphs, spacing, loose)
    seams = _seams(glyphs, loose)
    gaps = _gaps(glyphs, seams, trackings, spacing)
    lefts = list(accumulate(map(add, widths, gaps), initial=0.0))
    rights = list(map(add, lefts, widths))
    may_end = LineEnds(text, spacing.engine)
    return Strip(text, glyphs, spacing, trackings, lefts, rights, may_end, seams, gaps, spans)


def _trackings(glyphs: Sequence[Glyph], spacing: Spacing, loose: Loose | None) -> list[float]:
    made = [spacing.tracking] * len(glyphs)
    if loose:
        for index in range(loose.start, min(loose.end, len(glyphs))):
            if not glyphs[index].latin:
                made[index] = loose.tracking
    return made


def _change_edges(spans: Sequence[Stretch], count: int) -> Iterator[int]:
    """Yield where a change begins or ends within `count` glyphs."""
    changes = (stretch for stretch in spans if isinstance(stretch.span, Inserted | Deleted))
    return (edge for change in changes for edge in (change.start, change.end) if 0 < edge < count)


def _seams(glyphs: Sequence[Glyph], loose: Loose | None) -> list[int]:
    """Return the glyphs that do not just go on from the one before: all else is alike from one to the next."""
    seams: list[int] = []
    end = 0
    for usual, group in groupby([glyph.usual for glyph in glyphs]):
        start, end = end, end + len(list(group))
        seams += range(start, end) if usual is None else [start]
    edges = (loose.start, loose.end) if loose else ()
    return sorted({*seams[1:], *(edge for edge in edges if 0 < edge < len(glyphs))}) if edges else seams[1:]


def _gaps(glyphs: Sequence[Glyph], seams: Sequence[int], trackings: Sequence[float], spacing: Spacing) -> list[float]:
    """Return the gap after each glyph but the last."""
    gaps = list(trackings[:-1])
    script, none, engine = Script.HAN, Script.NONE, spacing.engine
    least = -inf if engine.tracks_change else 0.0
    for at in seams:
        left, right, tracking = glyphs[at - 1], glyphs[at], trackings[at - 1]
        if left.script is not none:
            script = left.script
        if right.script is not script and right.script is not none:
            gap = max(tracking, least) + (engine.script_gap_em * spacing.size if left.letter and right.letter else 0.0)
        elif right.advance:
            gap = tracking if left.look.role is right.look.role else max(tracking, least)
        else:
            gap = 0.0
        gaps[at - 1] = gap
    return gaps


def _stretches(glyphs: Sequence[Glyph], seams: Sequence[int]) -> list[bool]:
    """Tell of the gap after each glyph but the last whether it may be widened."""
    stretches = [True] * (len(glyphs) - 1)
    for at in seams:
        left, right = glyphs[at - 1], glyphs[at]
        if left.latin and right.latin:
            stretches[at - 1] = left.char == " "
        else:
            stretches[at - 1] = left.char != right.char or left.char not in DASHES
    return stretches


def _run_starts(
    glyphs: Sequence[Glyph],
    seams: Sequence[int],
    gaps: Sequence[float],
    stretches: Sequence[bool],
    trackings: Sequence[float],
) -> list[int]:
    """Return where runs must start: at a change of face or tracking, at a gap of its own width, beside gaps that do
    not stretch."""
    around = [True, *stretches, True]
    return [
        at
        for at in seams
        if glyphs[at - 1].look != glyphs[at].look
        or not gaps[at - 1] == trackings[at - 1] == trackings[at]
        or (stretches[at - 1] and not (around[at - 1] and around[at + 1]))
    ]
