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
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate, pairwise, repeat
from typing import NamedTuple

from bulletin_gen.engine import Engine
from bulletin_gen.frozen import frozen
from bulletin_gen.line.breaks import LineEnds
from bulletin_gen.line.glyphs import Glyph, GlyphTable, Look, Script
from bulletin_gen.spans import Deleted, Inserted, Stretch
from bulletin_gen.text.chars import DASHES

ROUNDING_PT = 1e-6
_HAN, _LATIN, _NONE = Script


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


class Segments(NamedTuple):
    """What of a paragraph just goes on from glyph to glyph: of one look, one script and one tracking.

    Of each: where it starts (and, last, where the text ends), its first glyph, and the tracking that follows each of
    its glyphs. After the last one something else may stand: `gaps` has what stands before glyphs where it does.
    """

    starts: Sequence[int]
    firsts: Sequence[Glyph]
    trackings: Sequence[float]
    gaps: Mapping[int, float]


class Runs(NamedTuple):
    """What the lines of a strip are set as: where each run starts and, last, where the text ends; the look and the
    tracking of each.

    Within a run either all gaps may be widened or none. `gives` has a 1 for each glyph after which one may, and a 0 for
    those of a word, and for a dash that another follows.
    """

    starts: Sequence[int]
    looks: Sequence[Look]
    trackings: Sequence[float]
    gives: bytearray


@frozen
class Strip:
    """One paragraph as one endless line, in pt from its start.

    `lefts` are the left edges of its glyphs and of one more behind them, `widths` their widths. `is_usual` tells
    whether each is as wide as in any usual face. `spans` are the stretches of the text that are not just plain.
    """

    text: str
    spacing: Spacing
    segments: Segments
    widths: Sequence[float]
    lefts: Sequence[float]
    is_usual: bool = True
    spans: Sequence[Stretch] = ()

    @cached_property
    def may_end(self) -> LineEnds:
        """Of each glyph, whether a line may end before it."""
        return LineEnds(self.text, self.spacing.engine)

    @cached_property
    def runs(self) -> Runs:
        """Its runs."""
        starts, firsts, trackings, _ = self.segments
        gives = _gives(self.text, starts, firsts)
        begin = _run_firsts(self.segments, gives, set(_change_edges(self.spans)))
        return Runs(
            [*map(starts.__getitem__, begin), len(self.text)],
            [firsts[index].look for index in begin],
            list(map(trackings.__getitem__, begin)),
            gives,
        )

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
        return self.lefts[end - 1] + self.widths[end - 1] - self.lefts[start] if end > start else 0.0

    @property
    def full_width(self) -> float:
        return self.width(0, len(self.text))

    def count_that_fits(self, start: int, measure: float) -> int:
        """Return how many glyphs from `start` on stand within `measure`."""
        lefts, widths = self.lefts, self.widths
        right = lefts[start] + measure + ROUNDING_PT
        end = bisect_right(lefts, right, start, len(widths))
        while end > start and lefts[end - 1] + widths[end - 1] > right:
            end -= 1
        return end - start

    def count_that_follow(self, start: int, end: int) -> int:
        """Return how many of glyphs start … end - 1 follow a tracking of their own: all but Latin ones."""
        edges = [min(max(start, at), end) for at in self.segments.starts]
        within = zip(self.segments.firsts, pairwise(edges), strict=True)
        return sum(right - left for first, (left, right) in within if not first.latin)

    def visible_end(self, start: int, end: int) -> int:
        """Return `end` without the spaces that would close the line start … end."""
        while end > start and self.text[end - 1] == " ":
            end -= 1
        return end


def measure_strip(
    texts: Sequence[tuple[GlyphTable, str]],
    spacing: Spacing,
    spans: Sequence[Stretch] = (),
    loose: Loose | None = None,
) -> Strip:
    """Return texts, one after the other, measured as one line; a segment ends where a change of them begins or ends."""
    text = "".join([said for _, said in texts])
    odd = [table.odd(said) for table, said in texts]
    pieces = [
        (table, piece) for (table, said), alone in zip(texts, odd, strict=True) for piece in table.pieces(said, alone)
    ]
    if spans or loose:
        pieces = list(_cut(pieces, {*_change_edges(spans), *((loose.start, loose.end) if loose else ())}))
    starts = list(accumulate([len(piece) for _, piece in pieces], initial=0))
    firsts = [table[piece[0]] for table, piece in pieces]
    trackings = _trackings(starts, firsts, spacing, loose)
    segments = Segments(starts, firsts, trackings, _gaps(text, starts, firsts, trackings, spacing))
    return Strip(text, spacing, segments, *_edges(pieces, segments, spacing.size), not any(odd), spans)


def _change_edges(spans: Sequence[Stretch]) -> Iterator[int]:
    """Yield where a change begins or ends."""
    changes = (stretch for stretch in spans if isinstance(stretch.span, Inserted | Deleted))
    return (edge for change in changes for edge in (change.start, change.end))


def _cut(pieces: Iterable[tuple[GlyphTable, str]], edges: Iterable[int]) -> Iterator[tuple[GlyphTable, str]]:
    """Yield the pieces of a text, which end at its `edges`, too."""
    places = sorted(edges)
    start = 0
    for table, piece in pieces:
        end = start + len(piece)
        within = places[bisect_right(places, start) : bisect_left(places, end)]
        for left, right in pairwise([start, *within, end]):
            yield table, piece[left - start : right - start]
        start = end


def _trackings(
    starts: Sequence[int], firsts: Sequence[Glyph], spacing: Spacing, loose: Loose | None
) -> Sequence[float]:
    """Return the tracking of each segment."""
    if loose is None:
        return [spacing.tracking] * len(firsts)
    inside = range(loose.start, loose.end)
    followed = (start in inside and not first.latin for start, first in zip(starts, firsts, strict=False))
    return [loose.tracking if follows else spacing.tracking for follows in followed]


def _gaps(
    text: str, starts: Sequence[int], firsts: Sequence[Glyph], trackings: Sequence[float], spacing: Spacing
) -> Mapping[int, float]:
    """Return what stands before segments where that is not just the tracking of the one before."""
    engine = spacing.engine
    if engine.is_even and 0 not in [first.advance for first in firsts]:
        return {}
    own = [first.script for first in firsts]
    scripts = accumulate(own, lambda left, script: left if script is _NONE else script, initial=_HAN)
    changes = pairwise(list(scripts)[1:])
    beside = [text[start - 1 : start + 1] for start in starts[1:]]
    gaps = map(_gap, trackings, pairwise(firsts), changes, beside, repeat(spacing))
    return {start: gap for start, gap, usual in zip(starts[1:], gaps, trackings, strict=False) if gap != usual}


def _gap(
    tracking: float, glyphs: tuple[Glyph, Glyph], scripts: tuple[Script, Script], beside: str, spacing: Spacing
) -> float:
    """Return the gap between two segments that begin with these glyphs and count as these scripts; `tracking` is that
    of the first, and the characters `beside` the gap are its last one and the first of the other."""
    engine, (left, right) = spacing.engine, glyphs
    least = tracking if engine.tracks_change else max(tracking, 0.0)
    if scripts[0] is not scripts[1]:
        between_letters = engine.script_gap_em and beside[0].isalnum() and beside[1].isalnum()
        return least + engine.script_gap_em * spacing.size if between_letters else least
    if not right.advance:
        return 0.0
    return tracking if right.look.role is left.look.role else least


def _edges(
    pieces: Iterable[tuple[GlyphTable, str]], segments: Segments, size: float
) -> tuple[list[float], list[float]]:
    """Return how wide each glyph is, and the left edges of all and of one more behind them."""
    widths: list[float] = []
    steps: list[float] = []
    for (table, piece), first, tracking in zip(pieces, segments.firsts, segments.trackings, strict=True):
        if first.script is _LATIN:
            own = [table[char].advance * size / 1000 for char in piece]
            steps += [width + tracking for width in own]
        else:
            own = [first.advance * size / 1000] * len(piece)
            steps += [own[0] + tracking] * len(piece)
        widths += own
    for at, gap in segments.gaps.items():
        steps[at - 1] = widths[at - 1] + gap
    return widths, list(accumulate(steps, initial=0.0))


def _gives(text: str, starts: Sequence[int], firsts: Sequence[Glyph]) -> bytearray:
    """Return of each glyph, as a 1 or a 0, whether the gap after it may be widened."""
    gives = bytearray(b"\1") * len(text)
    was_latin = False
    for at, first in enumerate(firsts):
        start, is_latin = starts[at], first.latin
        if is_latin:
            gives[start : starts[at + 1] - 1] = bytes(starts[at + 1] - 1 - start)
            if was_latin and text[start - 1] != " ":
                gives[start - 1] = 0
        elif first.char in DASHES and text[start - 1 : start] == first.char:
            gives[start - 1] = 0
        was_latin = is_latin
    return gives


def _run_firsts(segments: Segments, gives: Sequence[int], changes: Collection[int]) -> list[int]:
    """Return the segments at which a run must start: at a change of face, of tracking or of the text, at a gap of its
    own width, beside gaps that do not stretch."""
    starts, firsts, trackings, gaps = segments
    begin = list(range(len(firsts[:1])))
    for index in range(1, len(firsts)):
        at = starts[index]
        if (
            firsts[index - 1].look != firsts[index].look
            or trackings[index - 1] != trackings[index]
            or at in gaps
            or (gives[at - 1] and not (gives[at - 2] and gives[at]))
            or at in changes
        ):
            begin.append(index)
    return begin
