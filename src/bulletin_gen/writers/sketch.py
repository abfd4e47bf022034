"""Draw pages as plain text, to be read and compared.

In: Pages and their style. Out: a text with a line for each row of each page.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from bulletin_gen.pages import BLACK, Line, Page, Pages, Run, Stroke
from bulletin_gen.placing.table import turned
from bulletin_gen.style import Style

_THICK_PT = 0.9
_ROUNDING = 1e-6


def sketch(pages: Pages, style: Style) -> str:
    """Return the pages drawn as text: row numbers, each line at its indent, the page number at its side.

    A Han character is two columns wide, as terminals show it; so an indent is drawn in halves of a character. What
    stands off the grid is drawn where its row is: texts beside each other with a bar between them where they would
    touch, strokes as - or, when thick, as =; one under what was inserted stands below it, one through what was
    deleted above it. Colours stand behind, and what lies under a text. Upright strokes are not drawn.
    """
    return "".join(_page(page, style) for page in pages.pages)


def _page(page: Page, upright: Style) -> str:
    style = turned(upright) if page.turned else upright
    title = f"=== 第 {page.number} 页{'（横排）' if page.turned else ''} ".ljust(2 * style.grid.columns, "=")
    drawn = [title, *_above(page, style), *_rows(page, style), f"    |{_texts([page.footer], upright)}"]
    return "".join(f"{text.rstrip()}\n" for text in drawn)


def _above(page: Page, style: Style) -> list[str]:
    """Return the mark of a draft and what lies across the page."""
    mark = [f"    |{_texts([page.header], style)}"] if page.header else []
    across = "".join(run.text for run in page.watermark.runs) if page.watermark else ""
    return [*mark, *([f"    |（水印：{across}）"] if across else [])]


def _rows(page: Page, style: Style) -> list[str]:
    """Return the rows of the grid from top to bottom, each with all that stands or begins there."""
    by_row: dict[int, list[str]] = {}
    for row, text in _things(page, style):
        by_row.setdefault(row, []).append(text)
    drawn = []
    for row in range(style.grid.rows):
        first, *others = by_row.get(row, [""])
        drawn += [f"{row + 1:3} |{first}", *(f"    |{text}" for text in others)]
    return drawn


def _things(page: Page, style: Style) -> list[tuple[int, str]]:
    """Return each line of text and each rule across with its row, from the top down."""
    lines = sorted(page.lines, key=lambda line: round(line.baseline, 1))
    things = [
        (baseline, *_line(list(group), page, style))
        for baseline, group in groupby(lines, key=lambda line: round(line.baseline, 1))
    ]
    strokes = (stroke for stroke in page.strokes if stroke.y1 == stroke.y2)
    things += [(stroke.y1, _row_at(stroke.y1, style), _stroke(stroke, style)) for stroke in strokes]
    return [(row, text) for _, row, text in sorted(things, key=lambda thing: thing[0])]


def _line(lines: Sequence[Line], page: Page, style: Style) -> tuple[int, str]:
    """Return the row and the drawing of the lines that share a baseline."""
    first = lines[0]
    row = _row_at(first.baseline, style) if first.row is None else first.row
    colours = {box.colour for box in page.highlights if box.top < first.baseline < box.bottom}
    behind = ["底色"] * (style.draft.highlight in colours) + ["批注"] * (style.draft.remark_colour in colours)
    return row, _texts(lines, style) + "".join(f" <{said}>" for said in behind)


def _row_at(y: float, style: Style) -> int:
    row = int((y - style.page.text_top_pt) / style.grid.line_pitch_pt + _ROUNDING)
    return min(max(row, 0), style.grid.rows - 1)


def _texts(lines: Iterable[Line], style: Style) -> str:
    """Return texts at their places; runs follow each other closely where they do on the page."""
    drawn, end, colour = "", float("-inf"), BLACK
    for run in sorted((run for line in lines for run in line.runs), key=lambda run: run.x):
        if run.x - end > style.cell_pt / 2:
            columns = _column(run, style) - _columns(drawn)
            drawn += " " * columns if columns > 0 else "|" if drawn else ""
        drawn, end, colour = drawn + run.text, run.x + run.width, run.colour
    return drawn + ("" if colour == BLACK else f" <{colour}>")


def _column(run: Run, style: Style) -> int:
    return round(2 * (run.x - style.page.text_left_pt) / style.cell_pt)


def _columns(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)


def _stroke(stroke: Stroke, style: Style) -> str:
    start, end = (round(2 * (x - style.page.text_left_pt) / style.cell_pt) for x in (stroke.x1, stroke.x2))
    dashes = ("=" if stroke.thickness > _THICK_PT else "-") * (end - start)
    said = {style.draft.inserted_colour: "增", style.draft.deleted_colour: "删"}.get(stroke.colour, stroke.colour)
    return " " * start + dashes + ("" if stroke.colour == BLACK else f" <{said}>")
