"""The effective format of a paragraph or run: itself, its style, the styles that one is based on, the defaults.

In: the styles, theme and numbering of a DOCX. Out: what holds for one paragraph or one run.
Source: ECMA-376 part 1, 17.7.2 (style hierarchy), 17.7.3 (toggle properties), 17.3.2.26 (faces).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bulletin_gen.ooxml.names import Element, child_number, child_switch, child_value, w, whole_number
from bulletin_gen.proof.docx.theme import Theme
from bulletin_gen.proof.measured import Align, Pitch
from bulletin_gen.units import twips_to_pt

_TWIPS_PER_MM = 1440 / 25.4
_WORD_SIZE_PT = 10.0  # what Word takes where nothing gives a size
_DEEPEST = 50  # styles on styles; no office makes more, and each run would be asked through all of them
_SINGLE = 240  # twips: `w:line` of single spacing, in which automatic spacing is counted
_COLOUR = re.compile("[0-9A-Fa-f]{6}")
_ALIGNS = {
    "left": Align.LEFT,
    "start": Align.LEFT,
    "center": Align.CENTRE,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    "both": Align.BOTH,
    "distribute": Align.BOTH,
}


def colour_of(value: str | None) -> str:
    """Return a colour as RRGGBB; `auto`, and what is none, prints black."""
    return value.upper() if value is not None and _COLOUR.fullmatch(value) else "000000"


@dataclass(frozen=True)
class Face:
    name: str | None
    is_themed: bool


class Chain:
    """Property elements from the nearest to the farthest; the nearest that says something decides."""

    def __init__(self, elements: Sequence[Element]) -> None:
        self.elements = elements

    def value(self, name: str) -> str | None:
        return next((found for element in self.elements if (found := child_value(element, name)) is not None), None)

    def number(self, name: str) -> int | None:
        return next((found for element in self.elements if (found := child_number(element, name)) is not None), None)

    def switch(self, name: str) -> bool | None:
        return next((found for element in self.elements if (found := child_switch(element, name)) is not None), None)

    def attribute(self, name: str, *attributes: str) -> str | None:
        """Return an attribute of the nearest child of that name that has one of these (each a name for the same)."""
        for element in self.elements:
            child = element.find(w(name))
            if child is None:
                continue
            for attribute in attributes:
                if (found := child.get(w(attribute))) is not None:
                    return found
        return None

    def attribute_number(self, name: str, *attributes: str) -> int | None:
        return whole_number(self.attribute(name, *attributes))


class ParagraphFormat:
    """What holds for one paragraph."""

    def __init__(self, chain: Chain, cell_pt: float) -> None:
        self._chain = chain
        self._cell_pt = cell_pt

    @cached_property
    def align(self) -> Align:
        return _ALIGNS.get(self._chain.value("jc") or "left", Align.LEFT)

    @cached_property
    def left_mm(self) -> float:
        return self._indent(("left", "start"), ("leftChars", "startChars"))

    @cached_property
    def right_mm(self) -> float:
        return self._indent(("right", "end"), ("rightChars", "endChars"))

    @cached_property
    def first_mm(self) -> float:
        """Where the first line begins, from the text area's left edge."""
        hanging = self._indent(("hanging",), ("hangingChars",))
        return self.left_mm + (-hanging if hanging else self._indent(("firstLine",), ("firstLineChars",)))

    def _indent(self, lengths: Sequence[str], cells: Sequence[str]) -> float:
        hundredths = self._chain.attribute_number("ind", *cells)
        if hundredths:
            return hundredths / 100 * self._cell_pt / 72 * 25.4
        return (self._chain.attribute_number("ind", *lengths) or 0) / _TWIPS_PER_MM

    def pitch(self, grid_pt: float | None) -> Pitch:
        """Return the line spacing; `grid_pt` is the pitch of the page's grid, to which automatic spacing snaps."""
        line = self._chain.attribute_number("spacing", "line")
        rule = self._chain.attribute("spacing", "lineRule") or "auto"
        if rule == "exact" and line:
            return Pitch(twips_to_pt(line), f"固定值{twips_to_pt(line):g}磅")
        if rule == "atLeast" and line:
            return Pitch(None, f"最小值{twips_to_pt(line):g}磅")
        lines = (line or _SINGLE) / _SINGLE
        if grid_pt is not None and self.snaps_to_grid:
            return Pitch(lines * grid_pt, f"文档网格{lines * grid_pt:g}磅")
        return Pitch(None, f"{lines:g}倍行距")

    @cached_property
    def extra_space_pt(self) -> float:
        """The space before and after the paragraph, in pt; a space in lines counts as single lines."""
        total = 0.0
        for side in ("before", "after"):
            lines = self._chain.attribute_number("spacing", f"{side}Lines")
            is_automatic = self._chain.attribute("spacing", f"{side}Autospacing") in ("1", "true", "on")
            twips = self._chain.attribute_number("spacing", side) or 0
            total += 14.0 if is_automatic else twips_to_pt(lines * _SINGLE // 100 if lines else twips)
        return total

    @cached_property
    def keeps_next(self) -> bool:
        return bool(self._chain.switch("keepNext"))

    @cached_property
    def controls_widows(self) -> bool:
        return self._chain.switch("widowControl") is not False

    @cached_property
    def breaks_page(self) -> bool:
        return bool(self._chain.switch("pageBreakBefore"))

    @cached_property
    def snaps_to_grid(self) -> bool:
        return self._chain.switch("snapToGrid") is not False


class RunFormat:
    """What holds for one run: `own` is its direct format, `paragraph` and `character` that of its styles."""

    def __init__(self, own: Chain, character: Chain, paragraph: Chain, defaults: Chain, theme: Theme) -> None:
        levels = (own, character, paragraph, defaults)
        self._chain = Chain([element for level in levels for element in level.elements])
        self._own, self._character, self._paragraph, self._theme = own, character, paragraph, theme

    def face(self, slot: str) -> Face:
        """Return the face of `eastAsia`, `ascii` or `hAnsi` text."""
        theme_slot = f"{slot}Theme"
        for element in self._chain.elements:
            faces = element.find(w("rFonts"))
            if faces is None:
                continue
            if (themed := faces.get(w(theme_slot))) is not None:
                return Face(self._theme.face(themed), True)
            if (name := faces.get(w(slot))) is not None:
                return Face(name, False)
        return Face(None, False)

    @cached_property
    def hint(self) -> str | None:
        return self._chain.attribute("rFonts", "hint")

    @cached_property
    def size_pt(self) -> float:
        half_points = self._chain.number("sz")
        return _WORD_SIZE_PT if half_points is None else half_points / 2

    @cached_property
    def tracking_pt(self) -> float:
        return twips_to_pt(self._chain.number("spacing") or 0)

    @cached_property
    def colour(self) -> str:
        return colour_of(self._chain.value("color"))

    @cached_property
    def is_highlighted(self) -> bool:
        shade = self._chain.attribute("shd", "fill")
        return self._chain.value("highlight") not in (None, "none") or shade not in (None, "auto", "FFFFFF")

    @cached_property
    def is_underlined(self) -> bool:
        return self._chain.value("u") not in (None, "none")

    @cached_property
    def is_hidden(self) -> bool:
        return self.toggle("vanish")

    def toggle(self, name: str) -> bool:
        """Return a property that styles switch to and fro: a bold style on a bold style is not bold."""
        own = self._own.switch(name)
        if own is not None:
            return own
        by_style = [level.switch(name) for level in (self._character, self._paragraph)]
        if by_style == [None, None]:
            return bool(self._chain.switch(name))
        return sum(map(bool, by_style)) % 2 == 1


class Formats:
    """The styles of a document."""

    def __init__(self, styles: Element | None, numbering: Element | None, theme: Theme) -> None:
        self._theme = theme
        found = [] if styles is None else list(styles.iter(w("style")))
        self._styles = {style.get(w("styleId")): style for style in found}
        usual = (s for s in found if s.get(w("type")) == "paragraph" and s.get(w("default")) in ("1", "true", "on"))
        default = next(usual, None)
        self._default = None if default is None else default.get(w("styleId"))
        self._paragraph_defaults = _inside(styles, "docDefaults", "pPrDefault", "pPr")
        self._run_defaults = _inside(styles, "docDefaults", "rPrDefault", "rPr")
        self._levels = dict(_levels(numbering))

    def style_name(self, style_id: str | None) -> str | None:
        """Return the name of a paragraph style that a reader sees; None where no style has that id."""
        style = self._styles.get(style_id or self._default)
        return child_value(style, "name")

    def paragraph(self, properties: Element | None) -> ParagraphFormat:
        """Return what holds for a paragraph with these properties (`w:pPr`)."""
        style_id = child_value(properties, "pStyle")
        size = Chain([*self._run_elements(style_id), *self._run_defaults]).number("sz")
        tracking = Chain([*self._run_elements(style_id), *self._run_defaults]).number("spacing") or 0
        cell = (_WORD_SIZE_PT if size is None else size / 2) + twips_to_pt(tracking)
        own = [] if properties is None else [properties]
        styles = list(_properties(self._based(style_id), "pPr"))
        by_list = list(_properties(self._level(Chain([*own, *styles])), "pPr"))
        return ParagraphFormat(Chain([*own, *by_list, *styles, *self._paragraph_defaults]), cell)

    def run(self, properties: Element | None, paragraph: Element | None) -> RunFormat:
        """Return what holds for a run with these properties (`w:rPr`), in a paragraph with those (`w:pPr`)."""
        return self._run([] if properties is None else [properties], properties, paragraph)

    def label(self, paragraph: Element | None) -> RunFormat:
        """Return what holds for the automatic label of a paragraph: its list's format, then its own mark's."""
        own = [] if paragraph is None else [paragraph]
        level = self._level(Chain([*own, *_properties(self._based(child_value(paragraph, "pStyle")), "pPr")]))
        mark = None if paragraph is None else paragraph.find(w("rPr"))
        elements = [*_properties(level, "rPr"), *([] if mark is None else [mark])]
        return self._run(elements, mark, paragraph)

    def _run(self, own: list[Element], styled: Element | None, paragraph: Element | None) -> RunFormat:
        character = list(_properties(self._based(child_value(styled, "rStyle"), default=False), "rPr"))
        by_paragraph = self._run_elements(child_value(paragraph, "pStyle"))
        return RunFormat(Chain(own), Chain(character), Chain(by_paragraph), Chain(self._run_defaults), self._theme)

    def _run_elements(self, style_id: str | None) -> list[Element]:
        return list(_properties(self._based(style_id), "rPr"))

    def _based(self, style_id: str | None, default: bool = True) -> Iterator[Element]:
        """Yield a style and those it is based on; `default` takes the usual paragraph style where none is named."""
        seen: set[str] = set()
        current = style_id if style_id in self._styles else (self._default if default else None)
        while current is not None and current in self._styles and current not in seen and len(seen) < _DEEPEST:
            seen.add(current)
            yield (style := self._styles[current])
            current = child_value(style, "basedOn")

    def _level(self, chain: Chain) -> list[Element]:
        """Return the level of the list that a paragraph is an item of, nothing where it is none."""
        for element in chain.elements:
            number = element.find(w("numPr"))
            if number is not None:
                level = self._levels.get((child_number(number, "numId"), child_number(number, "ilvl") or 0))
                return [] if level is None else [level]
        return []


def _properties(holders: Iterator[Element] | Sequence[Element], name: str) -> Iterator[Element]:
    for holder in holders:
        found = holder.find(w(name))
        if found is not None:
            yield found


def _inside(root: Element | None, *names: str) -> list[Element]:
    for name in names:
        root = root.find(w(name)) if root is not None else None
    return [] if root is None else [root]


def _levels(numbering: Element | None) -> Iterator[tuple[tuple[int | None, int | None], Element]]:
    """Yield the level of each list by the list's id and the level's index."""
    if numbering is None:
        return
    abstracts = {element.get(w("abstractNumId")): element for element in numbering.iter(w("abstractNum"))}
    for number in numbering.iter(w("num")):
        abstract = abstracts.get(child_value(number, "abstractNumId"))
        for level in abstract.iter(w("lvl")) if abstract is not None else ():
            yield (whole_number(number.get(w("numId"))), whole_number(level.get(w("ilvl")))), level
