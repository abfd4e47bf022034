"""Lines on pages -> paragraphs: which lines belong together, how far each paragraph is indented.

In: the lines of each page, from top to bottom. Out: the paragraphs as measured, what they are not yet known.
"""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from statistics import median

from bulletin_gen.frozen import frozen
from bulletin_gen.proof.measured import Align, Line, Paragraph, Span
from bulletin_gen.proof.neighbours import joined
from bulletin_gen.style import GBT9704
from bulletin_gen.text.regex import Regex
from bulletin_gen.units import pt_to_mm

_TITLE_PT = 18.0  # lines of this size or more that follow each other are one title
_SAME_SIZE_PT = 1.0
_INDENT_CELLS = 0.7  # what begins further in begins a paragraph
_SHORT_CELLS = 2.5  # what ends further from the edge ends a paragraph
_NEXT_ROW = 1.5  # of the pitch: what stands lower has a blank row above it
_CENTRED_MM = 1.5
_SAME_ROW_MM = 1.0
_SAME_END_MM = 0.5
_FEWEST = 3
_ANY_TEXT = "文"
_LATIN_WORD = Regex("[!-~]+")


@frozen
class Setting:
    """The text area as the lines show it: its edges, the step of a character and of a line."""

    left_mm: float
    right_mm: float
    cell_mm: float
    pitch_mm: float


@frozen
class LineInFrame:
    """A line, the index of its frame, whether it is in a table, and whether it begins a paragraph (None: unknown)."""

    line: Line
    frame: int
    in_table: bool = False
    starts: bool | None = None


def setting_of(lines: Sequence[Line]) -> Setting:
    """Return the text area of a document; what too few lines show is taken from the standard."""
    page, cell, size = GBT9704.page, pt_to_mm(GBT9704.cell_pt), _usual_size(lines)
    body = [line for line in lines if abs(line.size_pt - size) < _SAME_SIZE_PT]
    pairs = [(above, below) for above, below in itertools.pairwise(body) if above.page == below.page]
    gaps = [gap for above, below in pairs if (gap := below.baseline_mm - above.baseline_mm) > _SAME_ROW_MM]
    pitch = _usual_gap(gaps) if len(gaps) >= _FEWEST else pt_to_mm(GBT9704.grid.line_pitch_pt)
    if len(body) < _FEWEST:
        return Setting(page.left_mm, page.right_edge_mm, cell, pitch)
    left, right = min(line.left_mm for line in body), usual_end([line.right_mm for line in body], cell)
    # Where no lines end together, none of them is full: the text area ends where it ought to.
    return Setting(left, max(page.right_edge_mm, left + cell) if right is None else right, cell, pitch)


def _usual_gap(gaps: Sequence[float]) -> float:
    """Return the pitch: the middle gap where most are like it, else the least: the others have blank rows in them."""
    middle = median(gaps)
    alike = sum(abs(gap - middle) < _SAME_ROW_MM for gap in gaps)
    return middle if 2 * alike > len(gaps) else min(gaps)


def usual_end(ends: Sequence[float], cell: float) -> float | None:
    """Return where most full lines end; None where too few end together to tell.

    One hung comma does not make the text wider, and what ends more than a few characters before the others is no
    full line.
    """
    widest = max(ends, default=0.0)
    near = [round(end / _SAME_END_MM) for end in ends if end > widest - _SHORT_CELLS * cell]
    steps = Counter(near)
    # Rounding parts what ends at one place in two: neighbours count together.
    together = {step: count + max(steps[step - 1], steps[step + 1]) for step, count in steps.items()}
    if max(together.values(), default=0) < _FEWEST:
        return None
    best = max(together, key=lambda step: (together[step], step))
    return median(end for end in ends if abs(round(end / _SAME_END_MM) - best) <= 1)


def _usual_size(lines: Sequence[Line]) -> float:
    """Return the size in which most is said."""
    said: dict[float, int] = {}
    for line in lines:
        said[line.size_pt] = said.get(line.size_pt, 0) + len(line.text)
    return max(said, key=lambda size: said[size], default=GBT9704.body_size_pt)


def paragraphs_of(placed: Iterable[LineInFrame], setting: Setting) -> tuple[Paragraph, ...]:
    """Return the paragraphs that the lines make."""
    found: list[Paragraph] = []
    last: LineInFrame | None = None
    for group in _groups(placed, setting):
        found.append(_paragraph(group, last, setting))
        last = group[-1]
    return tuple(found)


def _groups(placed: Iterable[LineInFrame], setting: Setting) -> Iterator[list[LineInFrame]]:
    group: list[LineInFrame] = []
    for one in placed:
        if group and (one.in_table or _starts(one, group[-1], setting)):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _starts(one: LineInFrame, before: LineInFrame, setting: Setting) -> bool:
    """Does a line begin a paragraph?"""
    if one.starts is not None:
        return one.starts
    line, above = one.line, before.line
    gap = line.baseline_mm - above.baseline_mm if one.frame == before.frame else 0.0
    if abs(line.size_pt - above.size_pt) > _SAME_SIZE_PT or before.in_table:
        return True
    if line.size_pt >= _TITLE_PT:
        return gap > 2 * setting.pitch_mm
    return (
        gap > _NEXT_ROW * setting.pitch_mm
        or line.left_mm > setting.left_mm + _INDENT_CELLS * setting.cell_mm
        or above.right_mm < setting.right_mm - max(_SHORT_CELLS * setting.cell_mm, _first_word_mm(line, setting))
    )


def _first_word_mm(line: Line, setting: Setting) -> float:
    """Return how wide the Latin word or address is that a line begins with: the line above may end short before it."""
    word = _LATIN_WORD.match(line.text)
    return len(word[0]) * setting.cell_mm / 2 if word else 0.0


def _paragraph(group: Sequence[LineInFrame], last: LineInFrame | None, setting: Setting) -> Paragraph:
    lines = tuple(one.line for one in group)
    first, others = lines[0], lines[1:]
    is_new_page = last is None or last.frame != group[0].frame
    return Paragraph(
        "\n".join(line.text for line in lines),
        tuple(joined((span for line in lines for span in line.spans), _one_look)),
        f"第{first.page}页第{first.number}行",
        frame=group[0].frame,
        lines=lines,
        align=Align.CENTRE if all(_is_centred(line, setting) for line in lines) else None,
        left_mm=min((line.left_mm for line in others), default=setting.left_mm) - setting.left_mm,
        first_mm=first.left_mm - setting.left_mm,
        blank_before=None if is_new_page or last is None else _blanks(last.line, first, setting),
        breaks_page=is_new_page,
        in_table=group[0].in_table,
    )


def _blanks(above: Line, below: Line, setting: Setting) -> int:
    return max(0, round((below.baseline_mm - above.baseline_mm) / setting.pitch_mm) - 1)


def _is_centred(line: Line, setting: Setting) -> bool:
    """Does a line stand in the middle of the text area, clear of both edges?"""
    middle = (setting.left_mm + setting.right_mm) / 2
    is_clear = line.left_mm > setting.left_mm + setting.cell_mm
    return is_clear and abs(line.centre_mm - middle) <= _CENTRED_MM


def _one_look(first: Span, second: Span) -> Span | None:
    if _look(first) != _look(second):
        return None
    return replace(first, text=first.text + second.text)


def _look(span: Span) -> tuple[bool, Span]:
    return span.is_latin, replace(span, text=_ANY_TEXT)
