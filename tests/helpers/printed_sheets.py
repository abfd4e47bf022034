"""What LibreOffice prints of an XLSX: the text of each cell, and what stands outside of its own."""

from pathlib import Path
from typing import NamedTuple

import pdfplumber

from judges import libreoffice_print

_ROUNDING_PT = 1.0


class PrintedSheet(NamedTuple):
    """`pages` holds the text of the cells of each page, without spaces; `outside` the characters that cross a rule."""

    pages: list[list[str]]
    outside: list[str]
    width: float
    height: float
    folios: list[str]


def printed_sheet(content: bytes, folder: Path) -> PrintedSheet:
    source = folder / "sheet.xlsx"
    source.write_bytes(content)
    pages: list[list[str]] = []
    outside: list[str] = []
    folios: list[str] = []
    with pdfplumber.open(libreoffice_print(source, folder)) as pdf:
        for page in pdf.pages:
            (table,) = page.find_tables()
            cells = {box: page.crop(box).extract_text() for box in table.cells}
            pages.append(["".join(text.split()) for text in cells.values()])
            outside += [char["text"] for char in page.chars if not _is_whole(char, table)]
            folios.append("".join(page.crop((0, table.bbox[3], page.width, page.height)).extract_text().split()))
        return PrintedSheet(pages, outside, float(pdf.pages[0].width), float(pdf.pages[0].height), folios)


def _is_whole(char: dict[str, float], table: "pdfplumber.table.Table") -> bool:
    """Does a character stand above or below the table, or within a single cell of it?"""
    left, top, right, foot = (char["x0"], char["top"], char["x1"], char["bottom"])
    if foot < table.bbox[1] + _ROUNDING_PT or top > table.bbox[3] - _ROUNDING_PT:
        return True
    return any(
        x0 - _ROUNDING_PT <= left
        and right <= x1 + _ROUNDING_PT
        and y0 - _ROUNDING_PT <= top
        and foot <= y1 + _ROUNDING_PT
        for x0, y0, x1, y1 in table.cells
    )
