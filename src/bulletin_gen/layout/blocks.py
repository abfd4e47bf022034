"""Set each block of a document as rows of the page grid, and the page number.

In: a block. Out: its rows, blank ones included, from top to bottom; which page they fall on is not known yet.
"""

from dataclasses import dataclass, replace
from itertools import chain

from bulletin_gen.document import Block, Heading, Paragraph, Recipients, Signature, Title
from bulletin_gen.layout.lines import Slice, fill, set_line
from bulletin_gen.layout.measure import Glyph, GlyphTable, Metrics
from bulletin_gen.layout.page import Line, Run
from bulletin_gen.layout.signature import PlacedLine, place_signature
from bulletin_gen.layout.strip import Spacing, Strip, measure_strip
from bulletin_gen.layout.title import break_title
from bulletin_gen.style import FaceRole, PageNumberPlace, Style, TextRole, heading_role
from bulletin_gen.units import mm_to_pt
from bulletin_gen.where import Where

# How high an em dash is drawn in Chinese faces.
_DASH_ABOVE_BASELINE_EM = 0.38


@dataclass(frozen=True)
class Row:
    """One row of the grid; without runs it is blank. `keep`: it may not be the last of its page.

    `heading` is the text and depth of the heading that starts here.
    """

    runs: tuple[Run, ...] = ()
    keep: bool = False
    starts_paragraph: bool = False
    where: Where = Where()
    heading: tuple[str, int] | None = None


class Setter:
    """Sets blocks in one style with one set of faces."""

    def __init__(self, style: Style, metrics: Metrics) -> None:
        self._style = style
        self._metrics = metrics
        self._tables: dict[FaceRole, GlyphTable] = {}
        self._left, self._width = style.page.text_left_pt, style.page.text_width_pt

    def rows(self, block: Block) -> list[Row]:
        """Return the rows of one block; what must stay on one page is not marked yet."""
        return [replace(row, where=block.where) for row in self._set(block)]

    def _set(self, block: Block) -> list[Row]:
        match block:
            case Title(lines):
                return self._title(lines)
            case Recipients(text):
                return self._paragraph(self._glyphs(TextRole.RECIPIENTS, text), indent_cells=0)
            case Heading():
                return self._heading(block)
            case Paragraph(text, label):
                return self._indented(self._glyphs(TextRole.BODY, label + text))
            case Signature():
                return self._signature(block)

    def _title(self, lines: tuple[str, ...]) -> list[Row]:
        paragraph = self._style.paragraph
        broken = chain.from_iterable(break_title(line, paragraph.title_cells) for line in lines)
        rows = [row for line in broken for row in self._centred(line)]
        return [replace(rows[0], starts_paragraph=True), *rows[1:], *[Row()] * paragraph.rows_below_title]

    def _centred(self, text: str) -> list[Row]:
        strip = measure_strip(self._glyphs(TextRole.TITLE, text), self._spacing(TextRole.TITLE))
        rows = []
        for line in fill(strip, self._width, self._width):
            spare = self._width - strip.width(line.start, strip.visible_end(line.start, line.end))
            rows.append(Row(set_line(strip, line, self._left + spare / 2)))
        return rows

    def _heading(self, heading: Heading) -> list[Row]:
        said = heading.label + heading.text
        glyphs = self._glyphs(heading_role(heading.level), said) + self._glyphs(TextRole.BODY, heading.body)
        first, *others = self._indented(glyphs)
        return [replace(first, heading=(said, heading.depth)), *others]

    def _indented(self, glyphs: list[Glyph]) -> list[Row]:
        return self._paragraph(glyphs, self._style.paragraph.first_line_cells)

    def _paragraph(self, glyphs: list[Glyph], indent_cells: int) -> list[Row]:
        """Return the rows of a justified paragraph with its first line indented."""
        strip = self._body_strip(glyphs)
        indent = indent_cells * self._style.cell_pt
        first, *others = fill(strip, self._width - indent, self._width)
        last = others[-1] if others else first
        rows = [self._justified(strip, first, indent, first is last, starts_paragraph=True)]
        return rows + [self._justified(strip, line, 0.0, line is last) for line in others]

    def _justified(
        self, strip: Strip, line: Slice, indent: float, is_last: bool, starts_paragraph: bool = False
    ) -> Row:
        measure = None if is_last else self._width - indent
        return Row(set_line(strip, line, self._left + indent, measure), starts_paragraph=starts_paragraph)

    def _signature(self, signature: Signature) -> list[Row]:
        placed = place_signature(signature.lines, signature.date, self._style)
        rows = [Row()] * self._style.paragraph.rows_above_signature
        for line in placed.lines:
            rows += self._placed(line, TextRole.SIGNATURE)
        return rows + (self._placed(placed.date, TextRole.ISSUE_DATE) if placed.date else [])

    def _placed(self, line: PlacedLine, role: TextRole) -> list[Row]:
        strip = self._body_strip(self._glyphs(role, line.text))
        room = self._width - line.indent_pt
        first, *others = [Row(set_line(strip, piece, self._left + line.indent_pt)) for piece in fill(strip, room, room)]
        return [replace(first, starts_paragraph=True), *others]

    def page_number(self, number: int) -> Line:
        """Return the page number, all of it, digits too, in one face; without runs where the page shows none."""
        numbering, font = self._style.page_number, self._style.text[TextRole.PAGE_NUMBER]
        table = GlyphTable(self._metrics, font.face, latin=font.face)
        text = f"{numbering.before}{number}{numbering.after}"
        strip = measure_strip([table[char] for char in text], self._spacing(TextRole.PAGE_NUMBER))
        x = self._left + self._page_number_indent(number, strip.width(0, len(text)))
        page = self._style.page
        dash = page.text_top_pt + page.text_height_pt + mm_to_pt(numbering.below_text_mm)
        runs = set_line(strip, Slice(0, len(text)), x) if number > 1 or numbering.on_first_page else ()
        return Line(dash + _DASH_ABOVE_BASELINE_EM * font.size_pt, runs, row=None)

    def _page_number_indent(self, number: int, width: float) -> float:
        """Return where a page number of that width begins: outside is right on odd pages and left on even ones."""
        numbering = self._style.page_number
        if numbering.place is PageNumberPlace.CENTRE:
            return (self._width - width) / 2
        blank = numbering.side_cells * self._style.text[TextRole.PAGE_NUMBER].size_pt
        return self._width - blank - width if number % 2 else blank

    def _spacing(self, role: TextRole) -> Spacing:
        style = self._style
        return Spacing(style.text[role].size_pt, style.tracking_pt(role), style.grid.script_gap_em)

    def _body_strip(self, glyphs: list[Glyph]) -> Strip:
        return measure_strip(glyphs, self._spacing(TextRole.BODY))

    def _glyphs(self, role: TextRole, text: str) -> list[Glyph]:
        face = self._style.text[role].face
        if face not in self._tables:
            self._tables[face] = GlyphTable(self._metrics, face)
        return list(map(self._tables[face].__getitem__, text))
