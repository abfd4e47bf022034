"""The paragraphs that run on from line to line, and what keeps their last line from holding one character (孤字).

In: a block and the style. Out: its texts with their roles, how far its first line is indented, and which stretch of
it is set a little wider. The line above the last then ends a character or a word sooner, and that goes down: as the
line is spread to the right edge anyway, it looks like one that a mark made shorter. Nothing is put into the text, and
whoever edits the paragraph keeps a stretch with a pitch of its own, no line end.
No faces are needed: every format sets the same stretch by the same pitch. A Latin letter is as wide as in the face
that the style names, where we know it.
Source: W3C CLREQ, 孤字不成行 (a paragraph's last line has more than one character).
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from bulletin_gen.document import Heading, Note, Paragraph, Recipients
from bulletin_gen.fonts.widths import known_advance
from bulletin_gen.frozen import frozen
from bulletin_gen.line.fill import Slice, fill
from bulletin_gen.line.nominal import NominalGlyphs, NominalMetrics
from bulletin_gen.line.strip import Loose, Spacing, Strip, measure_strip
from bulletin_gen.spans import Deleted, Inserted, Text, flat, joined, stretches
from bulletin_gen.style import FaceRole, Style, TextRole, heading_role
from bulletin_gen.text.chars import is_lone
from bulletin_gen.units import pt_to_twips, twips_to_pt

_MOST_SPREAD = 0.1  # of a line's width: less than what is told of as spread too far

Running = Heading | Note | Paragraph | Recipients


@frozen
class RunningText:
    """A paragraph: its texts, one after the other, spaced like `spaced_as`; `first_indent_pt` of its first line."""

    texts: tuple[tuple[TextRole, Text], ...]
    spaced_as: TextRole
    first_indent_pt: float


def running_text(block: Running, style: Style) -> RunningText:
    """Return how a paragraph runs on."""
    indent = style.paragraph.first_line_cells * style.cell_pt
    match block:
        case Recipients(text):
            return RunningText(((TextRole.RECIPIENTS, text),), TextRole.RECIPIENTS, 0.0)
        case Note(text):
            return RunningText(((TextRole.NOTE, text),), TextRole.NOTE, indent)
        case Paragraph(text, label):
            return RunningText(((TextRole.BODY, joined(label, text)),), TextRole.BODY, indent)
        case Heading():
            said = (heading_role(block.level), joined(block.label, block.text))
            return RunningText((said, (TextRole.BODY, block.body)), TextRole.BODY, indent)


def loose_stretch(block: Running, style: Style) -> Loose | None:
    """Return what of a paragraph is set wider, so that its last line does not hold one character alone.

    None where it does not, where the line above it would be spread too far, and where a reviewer's changes stand:
    which lines there will be is not known before they are settled.
    """
    running = running_text(block, style)
    if any(isinstance(one.span, Inserted | Deleted) for _, text in running.texts for one in stretches(text)):
        return None
    said = tuple((style.text[role].face, style.latin_face(role), flat(text)) for role, text in running.texts)
    spacing = Spacing(style.text[running.spaced_as].size_pt, style.tracking_pt(running.spaced_as), style.engine)
    width = style.page.text_width_pt
    measured = _Measured(said, style.face_names[FaceRole.LATIN], spacing, width - running.first_indent_pt, width)
    return None if measured.is_one_line else _loose(measured)


def ends_alone(strip: Strip, lines: Sequence[Slice]) -> bool:
    """Does a paragraph of several lines end with a line that holds one character?"""
    return len(lines) > 1 and is_lone(strip.text[lines[-1].start :])


@frozen
class _Measured:
    """What a paragraph says, each part in its face for Han and for Latin, and the room of its first line and of the
    others; `latin` is the name of the Latin face."""

    said: tuple[tuple[FaceRole, FaceRole, str], ...]
    latin: str
    spacing: Spacing
    first_pt: float
    rest_pt: float

    @property
    def is_one_line(self) -> bool:
        """Has the first line room for it all, were every character as wide as a Han one with a gap?"""
        cell = self.spacing.size * (1 + self.spacing.engine.script_gap_em) + max(0.0, self.spacing.tracking)
        return sum(len(text) for *_, text in self.said) * cell <= self.first_pt

    def strip(self, loose: Loose | None = None) -> Strip:
        texts = [(_glyphs(face, latin, self.latin), text) for face, latin, text in self.said]
        return measure_strip(texts, self.spacing, loose=loose)

    def lines(self, strip: Strip) -> list[Slice]:
        return fill(strip, self.first_pt, self.rest_pt)

    def room(self, line: Slice) -> float:
        return self.rest_pt if line.start else self.first_pt


@lru_cache(maxsize=2**12)  # the next format asks for the same paragraphs
def _loose(measured: _Measured) -> Loose | None:
    strip = measured.strip()
    lines = measured.lines(strip)
    if not ends_alone(strip, lines):
        return None
    return next((loose for loose in _tries(measured, strip, lines[-2]) if _helps(loose, measured, len(lines))), None)


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


def _tries(measured: _Measured, strip: Strip, line: Slice) -> Iterator[Loose]:
    """Yield the ways to make a line end sooner, the least first; none that spreads it too far or leaves a number
    without the unit behind it.

    The pitch is such that there is as much room to spare after the line as what follows it lacks: faces that are a
    little narrower or wider do not change where it ends.
    """
    room, beyond = measured.room(line), line.end
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


def _helps(loose: Loose, measured: _Measured, lines: int) -> bool:
    """Does the line end where it is to, and is the last one long enough and no further one begun?"""
    strip = measured.strip(loose)
    *others, last = measured.lines(strip)
    return len(others) == lines - 1 and others[-1].end == loose.end and not is_lone(strip.text[last.start :])
