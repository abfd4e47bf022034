"""A section (`w:sectPr`) in; its paper, margins, grid and footers out.

Source: ECMA-376 part 1, 17.6. Where a section says nothing, what Word takes.
"""

from collections.abc import Mapping
from dataclasses import field

from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.names import VAL, Element, child_switch, child_value, inside, qualified, whole_number
from bulletin_gen.units import twips_to_mm, twips_to_pt

_LINE_GRIDS = ("lines", "linesAndChars", "snapToChars")
_CHARACTER_GRIDS = ("linesAndChars", "snapToChars")
_GRID_UNIT = 4096  # `w:charSpace` counts in 1/4096 pt
_LEVEL = ("lrTb", "tb")  # level lines; the second is the name in the strict edition
_REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@frozen
class WordSection:
    """The text area is given by the distances of its edges from those of the paper, the gutter counted with the left.

    `footers` are ids by kind of page (`default`, `even`, `first`); one that it does not name is that of the section
    before. `restarts` tells whether its pages are counted anew; `stands` where on the page a short text does.
    """

    width_mm: float
    height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    footer_mm: float
    grid_pitch_pt: float | None = None
    grid_extra_pt: float = 0.0
    has_first: bool = False
    restarts: bool = False
    footers: Mapping[str, str] = field(default_factory=dict)
    columns: int = 1
    is_vertical: bool = False
    has_border: bool = False
    numbers_lines: bool = False
    stands: str = "top"


def section_of(properties: Element | None) -> WordSection:
    size, margin, grid = (inside(properties, name) for name in ("pgSz", "pgMar", "docGrid"))
    kind = None if grid is None else grid.get(qualified("type"))
    pitch = _number(grid, "linePitch") if kind in _LINE_GRIDS else None
    extra = _number(grid, "charSpace") if kind in _CHARACTER_GRIDS else None
    return WordSection(
        width_mm=_mm(size, "w", 12240),
        height_mm=_mm(size, "h", 15840),
        top_mm=abs(_mm(margin, "top", 1440)),
        bottom_mm=abs(_mm(margin, "bottom", 1440)),
        left_mm=_mm(margin, "left", 1800) + _mm(margin, "gutter", 0),
        right_mm=_mm(margin, "right", 1800),
        footer_mm=_mm(margin, "footer", 708),
        grid_pitch_pt=None if pitch is None else twips_to_pt(pitch),
        grid_extra_pt=(extra or 0) / _GRID_UNIT,
        has_first=bool(child_switch(properties, "titlePg")),
        restarts=_number(inside(properties, "pgNumType"), "start") is not None,
        footers=_footers(properties),
        columns=_columns(inside(properties, "cols")),
        is_vertical=(child_value(properties, "textDirection") or "lrTb") not in _LEVEL,
        has_border=any(side.get(VAL) not in (None, "nil", "none") for side in _children(properties, "pgBorders")),
        numbers_lines=bool(_number(inside(properties, "lnNumType"), "countBy")),
        stands=child_value(properties, "vAlign") or "top",
    )


def _columns(columns: Element | None) -> int:
    return 1 if columns is None else max(_number(columns, "num") or 1, len(columns.findall(qualified("col"))))


def _children(properties: Element | None, name: str) -> list[Element]:
    found = inside(properties, name)
    return [] if found is None else list(found)


def _footers(properties: Element | None) -> dict[str, str]:
    found = [] if properties is None else properties.findall(qualified("footerReference"))
    return {reference.get(qualified("type"), "default"): reference.get(_REFERENCE, "") for reference in found}


def _number(element: Element | None, name: str) -> int | None:
    return None if element is None else whole_number(element.get(qualified(name)))


def _mm(element: Element | None, name: str, default: int) -> float:
    twips = _number(element, name)
    return twips_to_mm(default if twips is None else twips)
