"""Set texts as lines: the faces, sizes and distances of each element, and where its lines begin.

In: texts and their roles. Out: rows of the grid.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from bulletin_gen.layout.rows import Drawing, Row
from bulletin_gen.line.fill import Slice, fill, set_line
from bulletin_gen.line.glyphs import Glyph, GlyphTable, Metrics
from bulletin_gen.line.nominal import nominal_width
from bulletin_gen.line.strip import Spacing, Strip, measure_strip
from bulletin_gen.pages import Highlight, Line, Run
from bulletin_gen.style import FaceRole, Style, TextRole
from bulletin_gen.text.placeholders import PLACEHOLDER
from bulletin_gen.where import Where

# How far a highlight reaches above and below the baseline.
_ABOVE_EM, _BELOW_EM = 0.88, 0.18
_PLACEHOLDER_START = "【"  # a quick look before the search


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
        self._tables: dict[tuple[FaceRole, FaceRole], GlyphTable] = {}

    def glyphs(self, role: TextRole, text: str, latin: FaceRole = FaceRole.LATIN) -> list[Glyph]:
        """Return the glyphs of a text; `latin` is the face of its Latin letters and digits."""
        faces = (self.style.text[role].face, latin)
        if faces not in self._tables:
            self._tables[faces] = GlyphTable(self.metrics, *faces)
        return list(map(self._tables[faces].__getitem__, text))

    def spacing(self, role: TextRole) -> Spacing:
        style = self.style
        return Spacing(style.text[role].size_pt, style.tracking_pt(role), style.grid.script_gap_em)

    def strip(self, role: TextRole, text: str) -> Strip:
        return measure_strip(self.glyphs(role, text), self.spacing(role))

    def line(self, strip: Strip, piece: Slice, x: float, measure: float | None = None) -> Row:
        """Return one line of a strip that starts at `x`; `measure` asks for justifying to that width."""
        runs = set_line(strip, piece, x, measure)
        return Row(runs, marked=tuple(_marked(strip, piece, runs)) if _PLACEHOLDER_START in strip.text else ())

    def paragraph(self, strip: Strip, first_indent: float, indent: float = 0.0) -> list[Row]:
        """Return the rows of a justified paragraph, with the indents of its first line and of the others in pt."""
        first, *others = fill(strip, self.width - first_indent, self.width - indent)
        places = [(first, first_indent), *((line, indent) for line in others)]
        rows = [
            self.line(strip, line, self.left + left, None if line is places[-1][0] else self.width - left)
            for line, left in places
        ]
        return [replace(rows[0], starts_paragraph=True), *rows[1:]]

    def indented(self, strip: Strip) -> list[Row]:
        """Return the rows of a paragraph whose first line is indented as in the body."""
        return self.paragraph(strip, self.style.paragraph.first_line_cells * self.style.cell_pt)

    def centred(self, role: TextRole, texts: Sequence[str]) -> list[Row]:
        """Return lines centred in the text area, of which a wider one is filled like a paragraph."""
        rows = [row for text in texts for row in self._centred(self.strip(role, text))]
        return [replace(rows[0], starts_paragraph=True), *rows[1:]]

    def _centred(self, strip: Strip) -> list[Row]:
        lines = fill(strip, self.width, self.width)
        spare = [self.width - strip.width(line.start, strip.visible_end(line.start, line.end)) for line in lines]
        return [self.line(strip, line, self.left + room / 2) for line, room in zip(lines, spare, strict=True)]

    def placed(self, role: TextRole, text: str, indent: float) -> list[Row]:
        """Return the rows of a text that begins, like its further lines, `indent` pt from the left; not justified."""
        strip, room = self.strip(role, text), self.width - indent
        rows = [self.line(strip, piece, self.left + indent) for piece in fill(strip, room, room)]
        return [replace(rows[0], starts_paragraph=True), *rows[1:]]

    def middled(self, role: TextRole, text: str, indent: float) -> Row:
        """Return one line that has its middle where it would have it were it as wide as nominal; not left of all."""
        strip, end = self.strip(role, text), len(text)
        spare = nominal_width(text, self.spacing(role)) - strip.width(0, end)
        row = self.line(strip, Slice(0, end), self.left + max(0.0, indent + spare / 2))
        return replace(row, starts_paragraph=True)

    def drawn(self, row: Row, baseline: float, where: Where) -> Drawing:
        """Return a row as a line off the grid; nothing for a blank one."""
        if not row.runs:
            return Drawing()
        line = Line(baseline, row.runs, None, row.starts_paragraph, where)
        return Drawing((line,), highlights=self.highlights(row, baseline))

    def highlights(self, row: Row, baseline: float) -> tuple[Highlight, ...]:
        """Return the boxes under a row's placeholders."""
        if not row.marked:
            return ()
        size = max(run.size for run in row.runs)
        top, bottom = baseline - _ABOVE_EM * size, baseline + _BELOW_EM * size
        return tuple(Highlight(left, top, right, bottom, self.style.draft.highlight) for left, right in row.marked)


def beside(rows: Sequence[Row]) -> Row:
    """Return one row on which all of them stand, from left to right."""
    runs = tuple(run for row in rows for run in row.runs)
    return replace(rows[0], runs=runs, marked=tuple(edges for row in rows for edges in row.marked))


def join_drawings(drawings: Sequence[Drawing]) -> Drawing:
    """Return one drawing that holds what all of them hold, in their order."""
    return Drawing(
        tuple(line for drawing in drawings for line in drawing.lines),
        tuple(rule for drawing in drawings for rule in drawing.rules),
        tuple(box for drawing in drawings for box in drawing.highlights),
    )


def _marked(strip: Strip, piece: Slice, runs: Sequence[Run]) -> Iterator[tuple[float, float]]:
    """Yield the left and right edges of the placeholders, or parts of them, that stand on a line."""
    found = [match.span() for match in PLACEHOLDER.finditer(strip.text)]
    here = [(max(start, piece.start), min(end, piece.end)) for start, end in found]
    if any(start < end for start, end in here):
        edges = list(_glyph_edges(strip, piece, runs))
        yield from (
            (edges[start - piece.start][0], edges[end - 1 - piece.start][1]) for start, end in here if start < end
        )


def _glyph_edges(strip: Strip, piece: Slice, runs: Sequence[Run]) -> Iterator[tuple[float, float]]:
    """Yield left and right of each glyph of a line that is set."""
    widths = iter([strip.rights[index] - strip.lefts[index] for index in range(piece.start, piece.end)])
    for run in runs:
        left = run.x
        for width in islice(widths, len(run.text)):
            yield left, left + width
            left += width + run.spacing
