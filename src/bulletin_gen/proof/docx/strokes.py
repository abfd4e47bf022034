"""Borders and drawn lines of a DOCX -> strokes. Where they stand on the page, a DOCX does not tell."""

from collections.abc import Iterator

from bulletin_gen.ooxml.names import Element, w, whole_number
from bulletin_gen.proof.docx.effective import colour_of
from bulletin_gen.proof.docx.story import RawParagraph
from bulletin_gen.proof.measured import Stroke

_MM_PER_PT = 25.4 / 72
_BORDER_PER_PT = 8  # `w:sz` of a border
_EMU_PER_MM = 36_000
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WORD_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_HORIZONTAL = ("top", "bottom", "between", "insideH")


def strokes_of(raw: RawParagraph, place: str, at: int, width_mm: float) -> Iterator[Stroke]:
    """Yield the lines that hang on a paragraph or on the table that it opens; `at` is its index."""
    borders = None if raw.properties is None else raw.properties.find(w("pBdr"))
    yield from _borders(borders, place, at, width_mm)
    for drawing in raw.drawings:
        yield from _drawn(drawing, place, at)


def table_strokes(table: Element, place: str, at: int, width_mm: float) -> Iterator[Stroke]:
    """Yield the horizontal borders of a table: its own and those of its cells."""
    for name in ("tblBorders", "tcBorders"):
        for borders in table.iter(w(name)):
            yield from _borders(borders, place, at, width_mm)


def _borders(borders: Element | None, place: str, at: int, width_mm: float) -> Iterator[Stroke]:
    for name in _HORIZONTAL:
        line = borders.find(w(name)) if borders is not None else None
        if line is not None and line.get(w("val")) not in (None, "nil", "none"):
            size = whole_number(line.get(w("sz")))
            thickness = None if size is None else size / _BORDER_PER_PT * _MM_PER_PT
            yield Stroke(place, colour_of(line.get(w("color"))), thickness, at=at, width_mm=width_mm)


def _drawn(drawing: Element, place: str, at: int) -> Iterator[Stroke]:
    """Yield the straight lines of a drawing."""
    shapes = (shape for shape in drawing.iter(f"{_DRAWING}prstGeom") if "line" in shape.get("prst", "").lower())
    for shape in shapes:
        properties = shape.getparent()
        assert properties is not None
        line = properties.find(f"{_DRAWING}ln")
        size = whole_number(line.get("w")) if line is not None else None
        colour = next((found.get("val") for found in properties.iter(f"{_DRAWING}srgbClr")), None)
        extent = next(drawing.iter(f"{_WORD_DRAWING}extent"), None)
        length = whole_number(extent.get("cx")) if extent is not None else None
        yield Stroke(
            place,
            colour_of(colour),
            None if size is None else size / _EMU_PER_MM,
            at=at,
            width_mm=None if length is None else length / _EMU_PER_MM,
        )
