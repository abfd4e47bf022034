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
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from bulletin_gen.engine import Engine
from bulletin_gen.frozen import frozen
from bulletin_gen.line.breaks import LineEnds
from bulletin_gen.line.glyphs import Glyph, GlyphTable, Look, Script
from bulletin_gen.spans import Deleted, Inserted, Stretch
from bulletin_gen.text.chars import DASHES

_ROUNDING_PT = 1e-6
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


class Segment(NamedTuple):
    """Glyphs start … end - 1 of a paragraph, which just go on from one another: of one look, one script and one
    tracking, which follows each of them but the last.

    `first` is the first of them, and `gap` what stands before it.
    """

    start: int
    end: int
    first: Glyph
    script: Script
    widths: list[float]
    tracking: float
    gap: float


class Runs(NamedTuple):
    """What the lines of a strip are set as: where each run starts and, last, where the text ends; the look and the
    tracking of each.

    Within a run either all gaps may be widened or none. `rigid` are the glyphs after which none may, in rising order,
    and as a set: those of a word, and a dash that another follows.
    """

    starts: Sequence[int]
    looks: Sequence[Look]
    trackings: Sequence[float]
    rigid: Sequence[int]
    rigid_set: frozenset[int]

    def count_that_give(self, start: int, end: int) -> int:
        """Return how many of the gaps after glyphs start … end - 1 may be widened."""
        return end - start - (bisect_left(self.rigid, end) - bisect_left(self.rigid, start)) if end > start else 0


@frozen
class Strip:
    """One paragraph as one endless line, in pt from its start.

    `lefts` are the left edges of its glyphs and of one more behind them, `widths` their widths. `is_usual` tells
    whether each is as wide as in any usual face. `spans` are the stretches of the text that are not just plain.
    """

    text: str
    spacing: Spacing
    segments: Sequence[Segment]
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
        rigid = _rigid(self.text, self.segments)
        rigid_set = frozenset(rigid)
        firsts = _run_firsts(self.segments, rigid_set, frozenset(_change_edges(self.spans)))
        return Runs(
            [*(segment.start for segment in firsts), len(self.text)],
            [segment.first.look for segment in firsts],
            [segment.tracking for segment in firsts],
            rigid,
            rigid_set,
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
        right = lefts[start] + measure + _ROUNDING_PT
        end = bisect_right(lefts, right, start, len(widths))
        while end > start and lefts[end - 1] + widths[end - 1] > right:
            end -= 1
        return end - start

    def count_that_follow(self, start: int, end: int) -> int:
        """Return how many of glyphs start … end - 1 follow a tracking of their own: all but Latin ones."""
        tracked = (segment for segment in self.segments if not segment.first.latin)
        return sum(max(0, min(end, segment.end) - max(start, segment.start)) for segment in tracked)

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
    edges = {*_change_edges(spans), *((loose.start, loose.end) if loose else ())}
    segments = list(_segments(text, _parts(texts, odd, edges), spacing, loose))
    widths: list[float] = []
    for segment in segments:
        widths += segment.widths
    lefts = list(accumulate(_steps(segments), initial=0.0))
    return Strip(text, spacing, segments, widths, lefts, not any(odd), spans)


def _change_edges(spans: Sequence[Stretch]) -> Iterator[int]:
    """Yield where a change begins or ends."""
    changes = (stretch for stretch in spans if isinstance(stretch.span, Inserted | Deleted))
    return (edge for change in changes for edge in (change.start, change.end))


def _parts(
    texts: Sequence[tuple[GlyphTable, str]], odd: Sequence[Collection[str]], edges: Collection[int]
) -> Iterator[tuple[GlyphTable, int, int]]:
    """Yield what goes on in the texts, its glyphs and where it starts and ends; it ends at `edges`, too."""
    at = 0
    for (table, text), alone in zip(texts, odd, strict=True):
        seams = table.seams(text, alone)
        if edges:
            seams.update(edge - at for edge in edges if at < edge < at + len(text))
        yield from ((table, at + start, at + end) for start, end in pairwise(sorted(seams)))
        at += len(text)


def _segments(
    text: str, parts: Iterable[tuple[GlyphTable, int, int]], spacing: Spacing, loose: Loose | None
) -> Iterator[Segment]:
    left, size = None, spacing.size
    for table, start, end in parts:
        first = table[text[start]]
        script, tracking, gap = first.script, spacing.tracking, 0.0
        if script is _LATIN:
            widths = [table[char].advance * size / 1000 for char in text[start:end]]
        else:
            widths = [first.advance * size / 1000] * (end - start)
        if script is _NONE:
            script = left.script if left else _HAN
        if loose and loose.start <= start < loose.end and not first.latin:
            tracking = loose.tracking
        if left:
            gap = _gap(left, first, script, text[start - 1 : start + 1], spacing)
        left = Segment(start, end, first, script, widths, tracking, gap)
        yield left


def _gap(left: Segment, first: Glyph, script: Script, beside: str, spacing: Spacing) -> float:
    """Return the gap between two segments, the second of which begins with that glyph, of that script; the characters
    `beside` it are the last of one and the first of the other."""
    engine = spacing.engine
    least = left.tracking if engine.tracks_change else max(left.tracking, 0.0)
    if script is not left.script:
        between_letters = engine.script_gap_em and beside[0].isalnum() and beside[1].isalnum()
        return least + engine.script_gap_em * spacing.size if between_letters else least
    if not first.advance:
        return 0.0
    return left.tracking if first.look.role is left.first.look.role else least


def _steps(segments: Iterable[Segment]) -> list[float]:
    """Return how far it is from the left of each glyph to that of the next."""
    steps: list[float] = []
    before = 0.0
    for _, _, first, _, widths, tracking, gap in segments:
        if steps:
            steps[-1] = before + gap
        if first.script is _LATIN:
            steps += [width + tracking for width in widths]
        else:
            steps += [widths[0] + tracking] * len(widths)
        before = widths[-1]
    return steps


def _rigid(text: str, segments: Iterable[Segment]) -> list[int]:
    """Return the glyphs after which the gap may not be widened."""
    rigid: list[int] = []
    was_latin = False
    for segment in segments:
        start, is_latin = segment.start, segment.first.latin
        before = text[start - 1 : start]
        if before != " " if was_latin and is_latin else before in DASHES and before == text[start]:
            rigid.append(start - 1)
        if is_latin:
            rigid += range(start, segment.end - 1)
        was_latin = is_latin
    return rigid


def _run_firsts(segments: Sequence[Segment], rigid: Collection[int], changes: Collection[int]) -> list[Segment]:
    """Return the segments at which a run must start: at a change of face, of tracking or of the text, at a gap of its
    own width, beside gaps that do not stretch."""
    firsts = list(segments[:1])
    for left, right in pairwise(segments):
        at = right.start
        if (
            left.first.look != right.first.look
            or not right.gap == left.tracking == right.tracking
            or (at - 1 not in rigid and (at - 2 in rigid or at in rigid))
            or at in changes
        ):
            firsts.append(right)
    return firsts
