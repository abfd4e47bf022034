"""Draw pages as plain text, to be read and compared.

In: Pages and their style. Out: a text with a line for each row of each page.
"""

from bulletin_gen.layout.page import Line, Page, Pages
from bulletin_gen.style import Style


def sketch(pages: Pages, style: Style) -> str:
    """Return the pages drawn as text: row numbers, each line at its indent, the page number at its side.

    A Han character is two columns wide, as terminals show it; so an indent is drawn in halves of a character.
    """
    return "".join(_page(page, style) for page in pages.pages)


def _page(page: Page, style: Style) -> str:
    by_row = {line.row: line for line in page.lines}
    drawn = [f"{row + 1:3} |{_draw(by_row[row], style) if row in by_row else ''}" for row in range(style.grid.rows)]
    rule = f"=== 第 {page.number} 页 ".ljust(2 * style.grid.columns, "=")
    return "".join(f"{line.rstrip()}\n" for line in (rule, *drawn, f"    |{_draw(page.footer, style)}"))


def _draw(line: Line, style: Style) -> str:
    if not line.runs:
        return ""
    columns = round(2 * (line.runs[0].x - style.page.text_left_pt) / style.cell_pt)
    return " " * columns + line.text
