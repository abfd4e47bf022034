"""Set an approval sheet on its page.

In: the sheet, the style and the metrics of the faces. Out: Pages; one page, unless the texts need more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise

from bulletin_gen.approval import ApprovalSheet, Cell, SheetRow
from bulletin_gen.layout.rows import Drawing, Row
from bulletin_gen.layout.setter import Setter, join_drawings
from bulletin_gen.line.fill import fill
from bulletin_gen.line.glyphs import Metrics
from bulletin_gen.line.strip import measure_strip
from bulletin_gen.pages import Line, Page, Pages, Rule
from bulletin_gen.placing.table import shared_widths
from bulletin_gen.placing.title import break_title
from bulletin_gen.style import Style, TextRole
from bulletin_gen.units import mm_to_pt
from bulletin_gen.where import Where

_NO_NUMBER = Line(0.0, (), None)


@dataclass(frozen=True)
class _Band:
    """A row that is set: the edges of its cells, their lines and its height in pt."""

    edges: tuple[float, ...]
    cells: tuple[tuple[Row, ...], ...]
    height: float


def lay_out_approval(sheet: ApprovalSheet, style: Style, metrics: Metrics) -> Pages:
    """Return the sheet on pages without numbers. Raises what `metrics` raises for a character that no face has."""
    setter = Setter(style, metrics)
    title, height = _title(sheet.title, setter)
    groups = _parted([_band(row, setter) for row in sheet.rows], height, setter)
    drawings = [_drawing(bands, height if number == 1 else 0.0, setter) for number, bands in enumerate(groups, 1)]
    drawings[0] = join_drawings([title, drawings[0]])
    top = style.page.text_top_pt
    pages = tuple(
        Page(number, moved.lines, _NO_NUMBER, moved.rules)
        for number, moved in enumerate((drawing.moved(top) for drawing in drawings), 1)
    )
    return Pages(mm_to_pt(style.page.width_mm), mm_to_pt(style.page.height_mm), pages, ())


def _title(text: str, setter: Setter) -> tuple[Drawing, float]:
    """Return the title on the rows of the grid, and the height of them and of the row below."""
    style = setter.style
    rows = setter.centred(TextRole.TITLE, break_title(text, style.paragraph.title_cells))
    pitch = style.grid.line_pitch_pt
    drawn = [setter.drawn(row, (index + style.grid.baseline_ratio) * pitch, Where()) for index, row in enumerate(rows)]
    return join_drawings(drawn), (len(rows) + style.paragraph.rows_below_title) * pitch


def _band(row: SheetRow, setter: Setter) -> _Band:
    numbers = setter.style.approval
    widths = shared_widths([cell.share for cell in row.cells], setter.width, setter.style)
    edges = tuple(accumulate(widths, initial=setter.left))
    cells = tuple(
        tuple(_cell(cell, left + numbers.padding_pt, right - numbers.padding_pt, setter))
        for cell, (left, right) in zip(row.cells, pairwise(edges), strict=True)
    )
    needed = max(map(len, cells)) * numbers.line_pitch_pt + 2 * numbers.padding_pt
    return _Band(edges, cells, max(row.height * setter.style.grid.line_pitch_pt, needed))


def _cell(cell: Cell, left: float, right: float, setter: Setter) -> Iterator[Row]:
    """Yield the lines of a cell: the label, and the text run in after it; each line of the text begins one."""
    first, *others = cell.text.split("\n")
    label = setter.glyphs(TextRole.APPROVAL_LABEL, f"{cell.label}：")
    texts = [setter.glyphs(TextRole.APPROVAL_TEXT, text) for text in (first, *others)]
    for glyphs in (label + texts[0], *texts[1:]):
        strip = measure_strip(glyphs, setter.spacing(TextRole.APPROVAL_TEXT))
        yield from (setter.line(strip, piece, left) for piece in fill(strip, right - left, right - left))


def _parted(bands: Sequence[_Band], used: float, setter: Setter) -> list[list[_Band]]:
    """Return the bands page by page; `used` is what the title takes of the first."""
    room = setter.style.page.text_height_pt
    groups: list[list[_Band]] = [[]]
    left = room - used
    for band in bands:
        if band.height > left and groups[-1]:
            groups.append([])
            left = room
        groups[-1].append(band)
        left -= band.height
    return groups


def _drawing(bands: Sequence[_Band], top: float, setter: Setter) -> Drawing:
    tops = list(accumulate((band.height for band in bands), initial=top))
    thickness = mm_to_pt(setter.style.approval.rule_mm)
    right = setter.left + setter.width
    across = [Rule(setter.left, y, right, y, thickness) for y in tops]
    placed = list(zip(bands, pairwise(tops), strict=True))
    down = [Rule(edge, above, edge, below, thickness) for band, (above, below) in placed for edge in band.edges]
    texts = chain.from_iterable(_texts(band, above, setter) for band, (above, _) in placed)
    return join_drawings([*texts, Drawing(rules=(*across, *down))])


def _texts(band: _Band, top: float, setter: Setter) -> Iterator[Drawing]:
    numbers, ratio = setter.style.approval, setter.style.grid.baseline_ratio
    for cell in band.cells:
        for index, row in enumerate(cell):
            baseline = top + numbers.padding_pt + (index + ratio) * numbers.line_pitch_pt
            yield setter.drawn(row, baseline, Where())
