"""Borders, tables and drawings: the lines that they draw. Lengths in mm, colours as RRGGBB."""

from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate, islice

from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.names import DRAWING, WORD_DRAWING, Element, colour_of, inside, qualified, whole_number
from bulletin_gen.text.regex import Regex
from bulletin_gen.units import eighths_to_mm, emu_to_mm, pt_to_mm

_HORIZONTAL = ("top", "bottom", "between", "insideH")
_VML = "{urn:schemas-microsoft-com:vml}"
_VML_LENGTH = Regex(r"(-?\d{1,6}(?:\.\d{1,6})?|-?\.\d{1,6})(pt|mm|cm|in|px)?")  # 442.2pt .75pt 0
_VML_UNITS = {"pt": pt_to_mm(1), "px": pt_to_mm(0.75), "in": pt_to_mm(72), "cm": 10.0, "mm": 1.0}
_VML_COLOURS = {"red": "FF0000", "black": "000000", "#f00": "FF0000"}
_VML_ALIGN = Regex("mso-position-horizontal: *([a-z]+)")  # mso-position-horizontal:center


@frozen
class DrawnLine:
    """A line, None where the file does not tell; `length_mm` of a border is that of what it stands at."""

    colour: str
    thickness_mm: float | None
    length_mm: float | None = None


@frozen
class WordDrawing:
    """A drawing, a picture or an embedded object."""

    _element: Element

    @cached_property
    def lines(self) -> tuple[DrawnLine, ...]:
        """The straight lines in it."""
        shapes = (
            shape for shape in self._element.iter(f"{DRAWING}prstGeom") if "line" in shape.get("prst", "").lower()
        )
        drawn = [_line(properties, self._length) for shape in shapes if (properties := shape.getparent()) is not None]
        return (*drawn, *map(_vml_line, self._element.iter(f"{_VML}line")))

    @cached_property
    def floats(self) -> bool:
        """Does it stand beside the text, taking no room in it?"""
        if next(self._element.iter(f"{WORD_DRAWING}anchor"), None) is not None:
            return True
        return any(
            "position:absolute" in line.get("style", "").replace(" ", "") for line in self._element.iter(f"{_VML}line")
        )

    @cached_property
    def across(self) -> str:
        """How it stands across the page (`center`, `outside`…), nothing where it does not say."""
        align = next(self._element.iter(f"{WORD_DRAWING}positionH"), None)
        if align is not None:
            return "".join(str(part) for part in align.itertext()).strip()
        styles = (shape.get("style", "") for shape in self._element.iter() if isinstance(shape.tag, str))
        return next((match[1] for style in styles if (match := _VML_ALIGN.search(style))), "")

    @property
    def _length(self) -> float | None:
        extent = next(self._element.iter(f"{WORD_DRAWING}extent"), None)
        return _emu(extent, "cx")


@frozen
class WordTable:
    _element: Element

    @cached_property
    def borders(self) -> tuple[DrawnLine, ...]:
        """The horizontal borders: its own and those of its cells."""
        names = (qualified("tblBorders"), qualified("tcBorders"))
        return tuple(line for name in names for borders in self._element.iter(name) for line in borders_of(borders))

    @cached_property
    def starts(self) -> tuple[tuple[int, ...], ...]:
        """The columns of its grid, from 0, in which the cells of each row begin; none where it holds a table itself."""
        tables = islice(self._element.iter(qualified("tbl")), 2)
        return tuple(map(_starts, self._element.iter(qualified("tr")))) if len(list(tables)) == 1 else ()


def _starts(row: Element) -> tuple[int, ...]:
    spans = [_span(cell, "tcPr", "gridSpan", 1) for cell in row.iter(qualified("tc"))]
    return tuple(accumulate(spans[:-1], initial=_span(row, "trPr", "gridBefore", 0)))


def _span(element: Element, properties: str, name: str, usual: int) -> int:
    found = inside(element, properties, name)
    number = None if found is None else whole_number(found.get(qualified("val")))
    return usual if number is None else number


def borders_of(borders: Element | None) -> Iterator[DrawnLine]:
    """Yield the horizontal borders."""
    for name in _HORIZONTAL:
        line = borders.find(qualified(name)) if borders is not None else None
        if line is not None and line.get(qualified("val")) not in (None, "nil", "none"):
            size = whole_number(line.get(qualified("sz")))
            yield DrawnLine(colour_of(line.get(qualified("color"))), None if size is None else eighths_to_mm(size))


def _line(properties: Element, length_mm: float | None) -> DrawnLine:
    colour = next((found.get("val") for found in properties.iter(f"{DRAWING}srgbClr")), None)
    return DrawnLine(colour_of(colour), _emu(properties.find(f"{DRAWING}ln"), "w"), length_mm)


def _vml_line(line: Element) -> DrawnLine:
    """Return a line as Word 97 to 2003 and WPS draw it: <v:line from="0,2pt" to="442pt,2pt" strokecolor="red">."""
    start, end = (line.get(name, "").partition(",")[0] for name in ("from", "to"))
    ends = [mm for mm in (_vml_mm(start or "0"), _vml_mm(end)) if mm is not None]
    colour = _VML_COLOURS.get(line.get("strokecolor", "").partition(" ")[0].lower(), line.get("strokecolor", "")[1:7])
    thickness = _vml_mm(line.get("strokeweight", "0.75pt"))
    return DrawnLine(colour_of(colour), thickness, abs(ends[1] - ends[0]) if len(ends) == 2 else None)


def _vml_mm(length: str) -> float | None:
    """Return a length of VML in mm; None for what is none. Source: VML, units: bare numbers are pixels of 1/96 in."""
    match = _VML_LENGTH.fullmatch(length.strip())
    return None if match is None else float(match[1]) * _VML_UNITS[match[2] or "px"]


def _emu(element: Element | None, name: str) -> float | None:
    size = None if element is None else whole_number(element.get(name))
    return None if size is None else emu_to_mm(size)
