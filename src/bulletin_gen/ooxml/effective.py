"""The effective format of a paragraph or run: itself, its style, the styles that one is based on, the defaults.

Source: ECMA-376 part 1, 17.7.2 (style hierarchy), 17.7.3 (toggle properties), 17.3.2.26 (faces).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.drawn import DrawnLine, borders_of
from bulletin_gen.ooxml.made import Kind, Made
from bulletin_gen.ooxml.names import VAL, Element, child_value, colour_of, inside, is_on, qualified
from bulletin_gen.ooxml.printed_labels import Lists, NumberPlace
from bulletin_gen.ooxml.theme import Theme
from bulletin_gen.ooxml.word_styles import Chain, Layer, WordStyle, WordStyles
from bulletin_gen.units import half_points_to_pt, pt_to_mm, twips_to_mm, twips_to_pt

_WORD_SIZE_PT = 10.0  # what Word takes where nothing gives a size
_SINGLE = 240  # twips: `w:line` of single spacing, in which automatic spacing is counted
_EFFECTS = {
    "outline": "空心",
    "shadow": "加阴影",
    "emboss": "阳文",
    "imprint": "阴文",
    "caps": "全部大写",
    "smallCaps": "小型大写",
}
_LAYOUTS = {"combine": "双行合一", "vert": "纵横混排"}
_RAISED = {"superscript": "上标", "subscript": "下标"}
_CELLS_PT = (7.5, 42.0)  # 六号 to 初号
_SHIFTED = 8  # half points: less only sets signs of several faces on one line
_AUTOMATIC_SPACE_PT = 14.0  # Word's own space before and after a paragraph of a web page


@frozen
class FaceName:
    """`name` is None where nobody gives one; `is_themed` when only the theme does."""

    name: str | None
    is_themed: bool


@frozen
class LineSpacing:
    """`pt` is the least or exact pitch of lines, None where `lines` counts the lines' own heights."""

    pt: float | None
    lines: float
    is_exact: bool = False


@dataclass(frozen=True, eq=False)
class ParagraphFormat:
    """What holds for one paragraph. `number` is where it stands in a list, None outside any."""

    style: WordStyle
    number: NumberPlace | None
    _own: Element | None  # its own properties (`w:pPr`)
    _chain: Chain
    _usual: Chain  # what the usual style (Normal) says of text

    @cached_property
    def alignment(self) -> str:
        """As `w:jc` says it: left, start, center, right, end, both…"""
        return self._chain.value("jc") or "left"

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
        """Return an indent. Word stores one in characters also as the length that it made of them, by the paragraph's
        own text; where no size of type can have made that length, characters of the usual style count."""
        hundredths, length = self._chain.attribute_number("ind", *cells), self._chain.attribute_number("ind", *lengths)
        if not hundredths:
            return twips_to_mm(length or 0)
        cell_pt = twips_to_pt(length or 0) * 100 / hundredths
        least, most = _CELLS_PT
        return twips_to_mm(length or 0) if least <= cell_pt <= most else pt_to_mm(hundredths / 100 * self._cell_pt)

    @cached_property
    def _cell_pt(self) -> float:
        """The width of a character of the usual style, in which Word counts indents, whatever the text's own size."""
        return _size_pt(self._usual) + twips_to_pt(self._usual.number("spacing") or 0)

    @cached_property
    def line_spacing(self) -> LineSpacing:
        line = self._chain.attribute_number("spacing", "line")
        rule = self._chain.attribute("spacing", "lineRule") or "auto"
        if line and rule in ("exact", "atLeast"):
            return LineSpacing(twips_to_pt(line), 1.0, rule == "exact")
        return LineSpacing(None, (line or _SINGLE) / _SINGLE)

    @cached_property
    def extra_space_pt(self) -> float:
        """The space before and after the paragraph."""
        return self.before_pt + self.after_pt

    @cached_property
    def before_pt(self) -> float:
        """The space before it; a space in lines counts as single lines."""
        return self._space_pt("before")

    @cached_property
    def after_pt(self) -> float:
        return self._space_pt("after")

    def _space_pt(self, side: str) -> float:
        if is_on(self._chain.attribute("spacing", f"{side}Autospacing") or "0"):
            return _AUTOMATIC_SPACE_PT
        lines = self._chain.attribute_number("spacing", f"{side}Lines")
        return twips_to_pt(lines * _SINGLE // 100 if lines else self._chain.attribute_number("spacing", side) or 0)

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

    @cached_property
    def frame(self) -> str | None:
        """How its frame stands across the page (`left`, `center`, `outside`…); None when it has no frame."""
        frame = inside(self._own, "framePr")
        return None if frame is None else frame.get(qualified("xAlign"), "left")

    @cached_property
    def keeps_line_rules(self) -> bool:
        """Are marks kept from where they may not stand at the ends of lines (避头尾)?"""
        return self._chain.switch("kinsoku") is not False

    @cached_property
    def direction(self) -> str:
        """How its text runs, where that is not level and from the left: 从右到左, 竖排."""
        if self._chain.switch("bidi"):
            return "从右到左"
        return "" if (self._chain.value("textDirection") or "lrTb") in ("lrTb", "lr") else "竖排"

    @cached_property
    def is_boxed(self) -> bool:
        """Has it a border on any side, its own or its style's?"""
        borders = self._chain.child("pBdr")
        return borders is not None and any(side.get(VAL) not in (None, "nil", "none") for side in borders)

    @cached_property
    def is_shaded(self) -> bool:
        return self._chain.attribute("shd", "fill") not in (None, "auto", "FFFFFF")

    @cached_property
    def borders(self) -> tuple[DrawnLine, ...]:
        """Its own horizontal borders."""
        return tuple(borders_of(inside(self._own, "pBdr")))


@dataclass(frozen=True, eq=False)
class RunFormat:
    """What holds for one run: its own format, then that of its character style, its paragraph's style, the defaults.

    A run of a text box is hidden too where that hangs in a hidden run, its `_holder`.
    """

    _own: Layer
    _character: Layer
    _paragraph: Layer
    _defaults: Layer
    _theme: Theme
    _holder: "RunFormat | None"

    @cached_property
    def _chain(self) -> Chain:
        return Chain((self._own, self._character, self._paragraph, self._defaults))

    def face(self, slot: str) -> FaceName:
        """Return the face of `eastAsia`, `ascii` or `hAnsi` text."""
        said = self._chain.said("rFonts", f"{slot}Theme", slot)
        if said is None:
            return FaceName(None, False)
        is_themed = said.attribute != slot
        return FaceName(self._theme.face(said.value) if is_themed else said.value, is_themed)

    @cached_property
    def hint(self) -> str | None:
        return self._chain.attribute("rFonts", "hint")

    @cached_property
    def size_pt(self) -> float:
        return _size_pt(self._chain)

    @cached_property
    def tracking_pt(self) -> float:
        return twips_to_pt(self._chain.number("spacing") or 0)

    @cached_property
    def colour(self) -> str:
        """RRGGBB; automatic is black."""
        return colour_of(self._chain.value("color"))

    @cached_property
    def is_highlighted(self) -> bool:
        shade = self._chain.attribute("shd", "fill")
        return self._chain.value("highlight") not in (None, "none") or shade not in (None, "auto", "FFFFFF")

    @cached_property
    def is_underlined(self) -> bool:
        return self._chain.value("u") not in (None, "none")

    @cached_property
    def is_bold(self) -> bool:
        return self._toggled("b")

    @cached_property
    def is_slanted(self) -> bool:
        return self._toggled("i")

    @cached_property
    def is_struck(self) -> bool:
        return self._toggled("strike") or self._toggled("dstrike")

    @cached_property
    def effects(self) -> tuple[str, ...]:
        """What else is done to its characters, as Word's own dialogues call it: 加删除线, 缩放80%."""
        said = ["加删除线"] if self.is_struck else []
        said += [name for switch, name in _EFFECTS.items() if self._toggled(switch)]
        width = self._chain.value("w")
        said += [f"缩放{width.rstrip('%')}%"] if width is not None and width.rstrip("%") not in ("", "0", "100") else []
        raised = self._chain.number("position") or 0
        said += [f"{'提升' if raised > 0 else '降低'}{half_points_to_pt(abs(raised)):g}磅"] if raised else []
        said += ["加着重号"] if self._chain.value("em") not in (None, "none") else []
        said += ["用主题颜色"] if self._has_theme_colour else []
        said += ["调整宽度"] if self._chain.child("fitText") is not None else []
        said += [name for switch, name in _LAYOUTS.items() if is_on(self._layout(switch))]
        said += ["加字符边框"] if self._chain.value("bdr") not in (None, "none", "nil") else []
        said += [_RAISED[kind]] if (kind := self._chain.value("vertAlign") or "") in _RAISED else []
        return tuple(said)

    def _layout(self, switch: str) -> str:
        return self._chain.attribute("eastAsianLayout", switch) or "0"

    @property
    def _has_theme_colour(self) -> bool:
        """Does the theme give the colour, and another than that of text? The file need not say which it is."""
        return self._chain.attribute("color", "themeColor") not in (None, "text1", "dark1", "none")

    @cached_property
    def raised(self) -> int:
        """1 for a superscript, -1 for a subscript, 0 on the line; a shift of 4 pt or more counts as one."""
        said = self._chain.value("vertAlign")
        if said in ("superscript", "subscript"):
            return 1 if said == "superscript" else -1
        shift = self._chain.number("position") or 0
        return 0 if abs(shift) < _SHIFTED else 1 if shift > 0 else -1

    @cached_property
    def is_hidden(self) -> bool:
        return self._toggled("vanish") or (self._holder is not None and self._holder.is_hidden)

    def _toggled(self, name: str) -> bool:
        """Return a property that styles switch to and fro: a bold style on a bold style is not bold."""
        own = Chain((self._own,)).switch(name)
        if own is not None:
            return own
        by_style = [Chain((layer,)).switch(name) for layer in (self._character, self._paragraph)]
        if by_style == [None, None]:
            return bool(self._chain.switch(name))
        return sum(map(bool, by_style)) % 2 == 1


_Written: TypeAlias = tuple[tuple[object, ...], ...]
_RunKey: TypeAlias = tuple[bool, _Written, ParagraphFormat, RunFormat | None]


class Formats:
    """What the styles, lists and theme of a document make of the properties of its paragraphs and runs.

    What is written alike is one format: a long document has few, and each answers a question once.
    """

    def __init__(self, styles: WordStyles, lists: Lists, theme: Theme, made: Made) -> None:
        self._styles, self._lists, self._theme, self._made = styles, lists, theme, made
        self._paragraphs: dict[_Written, ParagraphFormat] = {}
        self._runs: dict[_RunKey, RunFormat] = {}

    def paragraph(self, properties: Element | None) -> ParagraphFormat:
        """Return what holds for a paragraph with these properties (`w:pPr`)."""
        key = _as_written(properties)
        if key not in self._paragraphs:
            self._made.add(Kind.FORMAT)
            self._paragraphs[key] = self._paragraph(properties)
        return self._paragraphs[key]

    def _paragraph(self, properties: Element | None) -> ParagraphFormat:
        styles = self._styles
        style = styles.paragraph_style(child_value(properties, "pStyle"))
        number = self._lists.number_of(properties, style)
        by_list = self._lists.level(number).paragraph
        chain = Chain((Layer([properties]), by_list, style.paragraph, styles.paragraph_defaults))
        return ParagraphFormat(
            style, number, properties, chain, Chain((styles.paragraph_style(None).run, styles.run_defaults))
        )

    def run(self, properties: Element | None, paragraph: ParagraphFormat, holder: RunFormat | None = None) -> RunFormat:
        """Return what holds for a run with these properties (`w:rPr`); `holder` is the run that its box hangs in."""
        return self._run((), properties, paragraph, holder)

    def label(self, mark: Element | None, paragraph: ParagraphFormat) -> RunFormat:
        """Return what holds for the automatic label of a paragraph: its list's format, then that of its end."""
        return self._run(self._lists.level(paragraph.number).run.elements, mark, paragraph, None)

    def _run(
        self,
        before: Sequence[Element],
        properties: Element | None,
        paragraph: ParagraphFormat,
        holder: RunFormat | None,
    ) -> RunFormat:
        """Return what holds where these properties do, and before them those of `before`."""
        key = (bool(before), _as_written(properties), paragraph, holder)
        if key not in self._runs:
            self._made.add(Kind.FORMAT)
            own = Layer([*before, properties])
            character = self._styles.style(child_value(properties, "rStyle")).run
            defaults = self._styles.run_defaults
            self._runs[key] = RunFormat(own, character, paragraph.style.run, defaults, self._theme, holder)
        return self._runs[key]


def _as_written(properties: Element | None) -> _Written:
    """Return what is the same for properties that say the same: each element with its attributes and its children."""
    elements = () if properties is None else properties.iter()
    return tuple((element.tag, len(element), *element.items()) for element in elements)


def _size_pt(chain: Chain) -> float:
    half_points = chain.number("sz")
    return _WORD_SIZE_PT if half_points is None else half_points_to_pt(half_points)
