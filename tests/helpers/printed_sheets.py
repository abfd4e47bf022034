"""What LibreOffice prints of an XLSX: the text of each cell, and the characters that a rule or a page end cuts."""

from pathlib import Path
from typing import Any, NamedTuple

import pdfplumber

from judges import libreoffice_print

_ROUNDING_PT = 1.0


class PrintedSheet(NamedTuple):
    """`pages` holds the text of the cells of each page, without spaces, `cut` the characters on a rule of the table or
    on its end."""

    pages: list[list[str]]
    cut: list[str]
    width: float
    height: float
    folios: list[str]


def printed_sheet(content: bytes, folder: Path) -> PrintedSheet:
    source = folder / "sheet.xlsx"
    source.write_bytes(content)
    with pdfplumber.open(libreoffice_print(source, folder)) as pdf:
        feet = [max(edge["bottom"] for edge in page.edges) for page in pdf.pages]
        pages = list(zip(pdf.pages, feet, strict=True))
        return PrintedSheet(
            [_cells(page, foot) for page, foot in pages],
            [char["text"] for page, foot in pages for char in page.chars if _is_cut(char, page.edges, foot)],
            float(pdf.pages[0].width),
            float(pdf.pages[0].height),
            [_dense(page.crop((0, foot, page.width, page.height)).extract_text()) for page, foot in pages],
        )


def _cells(page: Any, foot: float) -> list[str]:
    """Return the text of the cells; those that go on on the next page have no rule below them."""
    (table,) = page.find_tables({"explicit_horizontal_lines": [foot]})
    return [_text_in(page, box) for box in table.cells]


def _text_in(page: Any, box: tuple[float, float, float, float]) -> str:
    """Return the characters that have their middle in a box: those at its edge may reach a little beyond it."""
    left, top, right, bottom = box
    inside = page.filter(
        lambda item: left < (item["x0"] + item["x1"]) / 2 < right and top < (item["top"] + item["bottom"]) / 2 < bottom
    )
    return _dense(inside.extract_text())


def _dense(text: str) -> str:
    return "".join(text.split())


def _is_cut(char: dict[str, float], edges: list[dict[str, Any]], foot: float) -> bool:
    """Does a character stand on a rule or on the page's end? What LibreOffice draws above the first row is hidden."""
    left, right = char["x0"] + _ROUNDING_PT, char["x1"] - _ROUNDING_PT
    top, bottom = char["top"] + _ROUNDING_PT, char["bottom"] - _ROUNDING_PT
    _, below_head, *_ = sorted({round(edge["top"]) for edge in edges if edge["orientation"] == "h"})
    crossed = (
        left < edge["x1"] and edge["x0"] < right and top < edge["bottom"] and edge["top"] < bottom for edge in edges
    )
    return top < foot < bottom or (bottom > below_head + _ROUNDING_PT and any(crossed))
