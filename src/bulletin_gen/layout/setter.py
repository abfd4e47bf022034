"""Set texts as lines: the faces, sizes and distances of each element, and where its lines begin.

In: texts and their roles. Out: rows of the grid.
"""

from collections.abc import Sequence
from typing import NamedTuple

from bulletin_gen.frozen import of_fields
from bulletin_gen.layout.marks import coloured, draw_marks, marks_of
from bulletin_gen.layout.rows import Drawing, Mark, Row, begun, join_drawings
from bulletin_gen.line.fill import Slice, fill, set_line
from bulletin_gen.line.glyphs import GlyphTable, Metrics, glyph_table
from bulletin_gen.line.nominal import nominal_width
from bulletin_gen.line.strip import Spacing, Strip, measure_strip
from bulletin_gen.pages import Line, Origin
from bulletin_gen.placing.running import Filled, Flow, KnownMetrics, Running, flow, in_glyphs, loose_stretch, loosened
from bulletin_gen.spans import Stretch, Text
from bulletin_gen.style import FaceRole, Style, TextRole
from bulletin_gen.text.addresses import has_long_address


class _Setting(NamedTuple):
    """How the text of one role is set."""

    glyphs: GlyphTable
    spacing: Spacing


class Setter:
    """Sets texts in one style with one set of faces.

    `left`, `top` and `width` are those of the text area, `pitch` that of its rows, whose baseline stands `ascent`
    below their top.
    """

    def __init__(self, style: Style, metrics: Metrics) -> None:
        self.style = style
        self.metrics = metrics
        self.left, self.top, self.width = style.page.text_left_pt, style.page.text_top_pt, style.page.text_width_pt
        self.pitch = style.grid.line_pitch_pt
        self.ascent = style.grid.baseline_ratio * self.pitch
        self._usual = KnownMetrics(style.face_names[FaceRole.LATIN])
        self._settings: dict[TextRole, _Setting] = {}

    def measured(self, role: TextRole, text: str, spacing: Spacing, spans: Sequence[Stretch] = ()) -> Strip:
        """Return a text in the faces of a role, spaced otherwise than is usual for it."""
        return measure_strip([(self._glyphs(role), text)], spacing, spans)

    def _glyphs(self, role: TextRole) -> GlyphTable:
        return self._setting(role).glyphs

    def spacing(self, role: TextRole) -> Spacing:
        return self._setting(role).spacing

    def _setting(self, role: TextRole) -> _Setting:
        if role not in self._settings:
            style, font = self.style, self.style.text[role]
            glyphs = glyph_table(self.metrics, font.face, style.latin_face(role), bold=font.bold, usual=self._usual)
            self._settings[role] = _Setting(glyphs, Spacing(font.size_pt, style.tracking_pt(role), style.engine))
        return self._settings[role]

    def strip(self, role: TextRole, text: Text) -> Strip:
        return self.strip_of([(role, text)], role)

    def strip_of(self, texts: Sequence[tuple[TextRole, Text]], spaced_as: TextRole) -> Strip:
        """Return texts of several roles as one, spaced like `spaced_as`."""
        said, spans = in_glyphs(texts, self._glyphs)
        return measure_strip(said, self.spacing(spaced_as), spans)

    def line(
        self,
        strip: Strip,
        piece: Slice,
        x: float,
        measure: float | None = None,
        origin: Origin | None = None,
        begins: bool = False,
    ) -> Row:
        """Return one line of a strip that starts at `x`; `measure` asks for justifying to that width, and `begins`
        tells that a paragraph does."""
        runs, stretch = set_line(strip, piece, x, measure)
        marks: tuple[Mark, ...] = ()
        if strip.spans:
            marks = tuple(marks_of(strip, piece, runs))
            runs = coloured(strip, piece, runs, self.style.draft)
        return of_fields(Row, (runs, False, begins, origin, None, marks, None, stretch))

    def whole(self, strip: Strip, x: float) -> Row:
        """Return all of a strip as one line that starts at `x`."""
        return self.line(strip, Slice(0, len(strip.text)), x)

    def paragraph(self, strip: Strip, first_indent: float, indent: float = 0.0) -> list[Row]:
        """Return the rows of a paragraph, with the indents of its first line and of the others in pt.

        All but the last reach the right edge, unless an address would tear them apart.
        """
        lines = fill(strip, self.width - first_indent, self.width - indent)
        return self._justified(strip, lines, first_indent, indent)

    def _justified(
        self,
        strip: Strip,
        lines: Sequence[Slice],
        first_indent: float,
        indent: float = 0.0,
        origin: Origin | None = None,
    ) -> list[Row]:
        spread = 0 if has_long_address(strip.text) else len(lines) - 1
        rows: list[Row] = []
        left = first_indent
        for number, line in enumerate(lines):
            measure = self.width - left if number < spread else None
            rows.append(self.line(strip, line, self.left + left, measure, origin, number == 0))
            left = indent
        return rows

    def running(self, block: Running, origin: Origin) -> list[Row]:
        """Return the rows of a paragraph that runs on from line to line."""
        running = flow(block, self.style, self._glyphs)
        filled = self._filled(running, block)
        return self._justified(filled.strip, filled.lines, running.first_indent_pt, origin=origin)

    def _filled(self, running: Flow, block: Running) -> Filled:
        """Return a paragraph as lines, set wider where the DOCX is."""
        filled = running.filled()
        if filled.strip.is_usual:
            return loosened(running, filled)
        loose = loose_stretch(block, self.style)  # other faces set wider what the usual ones do
        return running.filled(loose) if loose else filled

    def centred(self, role: TextRole, texts: Sequence[Text]) -> list[Row]:
        """Return lines centred in the text area, of which a wider one is filled like a paragraph."""
        rows = [row for text in texts for row in self._centred(self.strip(role, text))]
        return begun(rows)

    def _centred(self, strip: Strip) -> list[Row]:
        lines = fill(strip, self.width, self.width)
        spare = [self.width - strip.width(line.start, strip.visible_end(line.start, line.end)) for line in lines]
        return [self.line(strip, line, self.left + room / 2) for line, room in zip(lines, spare, strict=True)]

    def placed(self, role: TextRole, text: Text, indent: float) -> list[Row]:
        """Return the rows of a text that begins, like its further lines, `indent` pt from the left; not justified."""
        strip, room = self.strip(role, text), self.width - indent
        rows = [self.line(strip, piece, self.left + indent) for piece in fill(strip, room, room)]
        return begun(rows)

    def hung(self, role: TextRole, text: Text, blank: float) -> list[Row]:
        """Return the rows of a text whose lines end `blank` pt from the right; not justified."""
        strip, room = self.strip(role, text), self.width - blank
        pieces = fill(strip, room, room)
        widths = (strip.width(piece.start, strip.visible_end(piece.start, piece.end)) for piece in pieces)
        return begun(
            [self.line(strip, piece, self.left + room - width) for piece, width in zip(pieces, widths, strict=True)]
        )

    def middled(self, role: TextRole, text: Text, indent: float) -> Row:
        """Return one line that has its middle where it would have it were it as wide as nominal; not left of all."""
        strip = self.strip(role, text)
        spare = nominal_width(strip.text, self.spacing(role)) - strip.full_width
        row = self.whole(strip, self.left + max(0.0, indent + spare / 2))
        return row._replace(starts_paragraph=True)

    def drawn(self, row: Row, baseline: float, origin: Origin) -> Drawing:
        """Return a row as a line off the grid; nothing for a blank one."""
        if not row.runs:
            return Drawing()
        drawing = draw_marks(row, baseline, origin, self.style) if row.marks else Drawing()
        return drawing._replace(lines=(_line(row, baseline, origin, None),))

    def on_grid(self, rows: Sequence[Row]) -> Drawing:
        """Return what the rows of a page show, from its top row on."""
        lines: list[Line] = []
        others: list[Drawing] = []
        for number, row in enumerate(rows):
            top = self.top + number * self.pitch
            if row.runs:
                baseline, origin = top + self.ascent, row.origin or Origin()
                lines.append(_line(row, baseline, origin, number))
                if row.marks:
                    others.append(draw_marks(row, baseline, origin, self.style))
            if row.drawing:
                hung = row.drawing.moved(top)
                lines += hung.lines
                others.append(hung)
        return join_drawings(others)._replace(lines=tuple(lines))


def _line(row: Row, baseline: float, origin: Origin, number: int | None) -> Line:
    return of_fields(Line, (baseline, row.runs, number, row.starts_paragraph, origin, row.stretch))
