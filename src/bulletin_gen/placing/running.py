"""The paragraphs that run on from line to line, and what keeps their last line from holding one character (孤字).

In: a block and the style. Out: its texts with their roles, how far its first line is indented, and which stretch of
it is set a little wider. The line above the last then ends a character or a word sooner, and that goes down: as the
line is spread to the right edge anyway, it looks like one that a mark made shorter. Nothing is put into the text, and
whoever edits the paragraph keeps a stretch with a pitch of its own, no line end.
No faces are needed: every format sets the same stretch by the same pitch. A Latin letter is as wide as in the face
that the style names, where we know it.
Source: W3C CLREQ, 孤字不成行 (a paragraph's last line has more than one character).
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import NamedTuple

from bulletin_gen.document import Heading, Note, Paragraph, Recipients
from bulletin_gen.fonts.widths import known_advance
from bulletin_gen.frozen import frozen
from bulletin_gen.line.fill import Measured, Slice, fill
from bulletin_gen.line.glyphs import GlyphTable
from bulletin_gen.line.nominal import NominalGlyphs, NominalMetrics, fillable
from bulletin_gen.line.strip import Loose, Spacing, Strip, measure_strip
from bulletin_gen.spans import Deleted, Inserted, Stretch, Text, flat, is_plain, stretches
from bulletin_gen.style import FaceRole, Style, TextRole, heading_role
from bulletin_gen.text.chars import is_lone
from bulletin_gen.units import pt_to_twips, twips_to_pt

_MOST_SPREAD = 0.1  # of a line's width: less than what is told of as spread too far

Running = Heading | Note | Paragraph | Recipients


class Filled(NamedTuple):
    """A paragraph that fills its lines; `loose` is what of it is set wider."""

    strip: Strip
    lines: list[Slice]
    loose: Loose | None

    @property
    def ends_alone(self) -> bool:
        return ends_alone(self.strip, self.lines)


def ends_alone(strip: Measured, lines: Sequence[Slice]) -> bool:
    """Do several lines end with one that holds one character?"""
    return len(lines) > 1 and is_lone(strip.text[lines[-1].start :])


@frozen
class Flow:
    """A paragraph that runs on from line to line: its texts in their glyphs, one after the other, what of them is not
    just plain, and the room that there is for a line, of which the first is indented."""

    texts: Sequence[tuple[GlyphTable, str]]
    spans: Sequence[Stretch]
    spacing: Spacing
    width_pt: float
    first_indent_pt: float

    @property
    def is_one_line(self) -> bool:
        """Has the first line room for it all, were every character as wide as a Han one with a gap?"""
        cell = self.spacing.size * (1 + self.spacing.engine.script_gap_em) + max(0.0, self.spacing.tracking)
        return sum([len(text) for _, text in self.texts]) * cell <= self.width_pt - self.first_indent_pt

    def room(self, line: Slice) -> float:
        return self.width_pt if line.start else self.width_pt - self.first_indent_pt

    def filled(self, loose: Loose | None = None, known: Sequence[Slice] = ()) -> Filled:
        """Return it measured and in lines, of which the first ones are known."""
        strip = measure_strip(self.texts, self.spacing, self.spans, loose)
        return Filled(strip, self.lines(strip, known), loose)

    def lines(self, strip: Measured, known: Sequence[Slice] = ()) -> list[Slice]:
        return fill(strip, self.width_pt - self.first_indent_pt, self.width_pt, known)


def flow(block: Running, style: Style, glyphs: Callable[[TextRole], GlyphTable]) -> Flow:
    """Return how a paragraph runs on in the glyphs of each role."""
    indent = style.paragraph.first_line_cells * style.cell_pt
    said: tuple[tuple[TextRole, Text], ...]
    match block:
        case Recipients(text):
            said, indent = ((TextRole.RECIPIENTS, text),), 0.0
        case Note(text):
            said = ((TextRole.NOTE, text),)
        case Paragraph(text, label):
            said = ((TextRole.BODY, label + text),)
        case Heading():
            said = ((heading_role(block.level), block.label + block.text), (TextRole.BODY, block.body))
    spaced_as = said[-1][0]
    spacing = Spacing(style.text[spaced_as].size_pt, style.tracking_pt(spaced_as), style.engine)
    return Flow(*in_glyphs(said, glyphs), spacing, style.page.text_width_pt, indent)


def in_glyphs(
    said: Sequence[tuple[TextRole, Text]], glyphs: Callable[[TextRole], GlyphTable]
) -> tuple[list[tuple[GlyphTable, str]], list[Stretch]]:
    """Return texts of several roles in the glyphs of each, and what of them is not just plain."""
    texts: list[tuple[GlyphTable, str]] = []
    spans: list[Stretch] = []
    start = 0
    for role, text in said:
        characters = flat(text)
        texts.append((glyphs(role), characters))
        if not is_plain(text):
            spans += stretches(text, start)
        start += len(characters)
    return texts, spans


def loose_stretch(block: Running, style: Style) -> Loose | None:
    """Return what of a paragraph is set wider, so that its last line does not hold one character alone.

    None where it does not, where the line above it would be spread too far, and where a reviewer's changes stand:
    which lines there will be is not known before they are settled.
    """
    running = flow(block, style, partial(_known_glyphs, style))
    if running.is_one_line:
        return None
    usual = fillable(running.texts, running.spacing)
    lines = running.lines(usual)
    return loosened(running, running.filled(known=lines)).loose if ends_alone(usual, lines) else None


def loosened(running: Flow, filled: Filled) -> Filled:
    """Return a paragraph whose last line holds more than one character, where some stretch set wider helps."""
    if not filled.ends_alone or any(isinstance(one.span, Inserted | Deleted) for one in running.spans):
        return filled
    *before, spread, _ = filled.lines
    tried = (running.filled(loose, before) for loose in _tries(running, filled.strip, spread))
    return next((made for made in tried if _helps(made, len(filled.lines))), filled)


def _known_glyphs(style: Style, role: TextRole) -> GlyphTable:
    return _glyphs(style.text[role].face, style.latin_face(role), style.face_names[FaceRole.LATIN])


@cache
def _glyphs(face: FaceRole, latin: FaceRole, latin_name: str) -> NominalGlyphs:
    return NominalGlyphs(KnownMetrics(latin_name), face, latin)


@frozen
class KnownMetrics(NominalMetrics):
    """The advances of any usual face, and those of the Latin face of that name where we know it."""

    latin_name: str

    def advance(self, role: FaceRole, char: str) -> int:
        known = known_advance(self.latin_name, char) if role is FaceRole.LATIN else None
        return super().advance(role, char) if known is None else known


def _tries(running: Flow, strip: Strip, line: Slice) -> Iterator[Loose]:
    """Yield the ways to make a line end sooner, the least first; none that spreads it too far or leaves a number
    without the unit behind it.

    The pitch is such that there is as much room to spare after the line as what follows it lacks: faces that are a
    little narrower or wider do not change where it ends.
    """
    room, beyond = running.room(line), line.end
    for end in range(line.end - 1, line.start, -1):
        if not strip.may_end[end]:
            continue
        width, too_wide = (strip.width(line.start, strip.visible_end(line.start, one)) for one in (end, beyond))
        gaps = strip.count_that_follow(line.start, end - 1)
        wider = (room - (width + too_wide) / 2) / gaps if gaps else room
        if room - width > _MOST_SPREAD * width or wider > _MOST_SPREAD * strip.spacing.size:
            return
        if not strip.text[end - 1].isdigit():
            yield Loose(line.start, end, twips_to_pt(pt_to_twips(strip.spacing.tracking + wider)))
        beyond = end


def _helps(made: Filled, lines: int) -> bool:
    """Does the line end where it is to, and is the last one long enough and no further one begun?"""
    assert made.loose
    return len(made.lines) == lines and made.lines[-2].end == made.loose.end and not made.ends_alone
