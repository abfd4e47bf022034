"""A text -> the runs of a paragraph: Latin letters and digits apart from the Chinese text and its marks."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from types import MappingProxyType

from bulletin_gen.style import FaceRole, Style
from bulletin_gen.text.chars import AMBIGUOUS_WIDE, script_runs
from bulletin_gen.text.placeholders import PLACEHOLDER
from bulletin_gen.units import pt_to_half_points, pt_to_twips
from bulletin_gen.writers.docx.styles import LATIN_ID
from bulletin_gen.writers.docx.xml import Element, qualified, text_element, w

_PLACEHOLDER = re.compile(f"({PLACEHOLDER.pattern})")
# The highlighter's colours; Word knows no others.
_HIGHLIGHTERS: Mapping[str, str] = MappingProxyType(
    {"FFFF00": "yellow", "00FF00": "green", "00FFFF": "cyan", "FF00FF": "magenta", "C0C0C0": "lightGray"}
)


def text_runs(text: str, style: Style, character_style: str = "") -> list[Element]:
    """Return the runs of a text; `character_style` is the id of the style that it wears, empty for none.

    Quotes, dashes and ellipses stay with the Chinese text: on their own they would come out narrow. What the
    author still has to fill in is highlighted.
    """
    runs = []
    for index, part in enumerate(_PLACEHOLDER.split(text)):
        made = [_run(piece, is_latin, style, character_style) for is_latin, piece in script_runs(part)]
        runs += _dressed(made, [_highlight(style)]) if index % 2 else made
    return runs


def coloured_runs(text: str, style: Style, colour: str, size_pt: float, spacing_pt: float = 0.0) -> list[Element]:
    """Return the runs of a text of its own size and colour; `spacing_pt` follows each character but the last."""
    if spacing_pt:
        return [
            *_sized(text_runs(text[:-1], style), colour, size_pt, spacing_pt),
            *_sized(text_runs(text[-1:], style), colour, size_pt, 0.0),
        ]
    return _sized(text_runs(text, style), colour, size_pt, 0.0)


def broken_runs(lines: Sequence[str], style: Style) -> list[Element]:
    """Return the runs of one paragraph whose lines end where these do."""
    first, *others = (text_runs(line, style) for line in lines)
    return first + [run for line in others for run in (w("r", w("br")), *line)]


def tab_run() -> Element:
    """Return a run that goes to the next tab stop."""
    return w("r", w("tab"))


def _sized(runs: Iterable[Element], colour: str, size_pt: float, spacing_pt: float) -> list[Element]:
    size = pt_to_half_points(size_pt)
    sizes = [w("sz", val=size), w("szCs", val=size)]
    return _dressed(runs, [w("color", val=colour), w("spacing", val=pt_to_twips(spacing_pt)), *sizes])


def _highlight(style: Style) -> Element:
    colour = style.draft.highlight
    if colour in _HIGHLIGHTERS:
        return w("highlight", val=_HIGHLIGHTERS[colour])
    return w("shd", val="clear", color="auto", fill=colour)


def _dressed(runs: Iterable[Element], properties: Sequence[Element]) -> list[Element]:
    """Return the runs with more properties, which come after those that they have."""
    dressed = list(runs)
    for run in dressed:
        own = run.find(qualified("rPr"))
        if own is None:
            own = w("rPr")
            run.insert(0, own)
        own.extend(map(deepcopy, properties))
    return dressed


def _run(text: str, is_latin: bool, style: Style, character_style: str) -> Element:
    properties = list(_latin(style, character_style) if is_latin else _chinese(text, character_style))
    run = w("r", text_element("t", text))
    if properties:
        run.insert(0, w("rPr", *properties))
    return run


def _chinese(text: str, character_style: str) -> Iterator[Element]:
    if character_style:
        yield w("rStyle", val=character_style)
    if not AMBIGUOUS_WIDE.isdisjoint(text):
        yield w("rFonts", hint="eastAsia")


def _latin(style: Style, character_style: str) -> Iterator[Element]:
    yield w("rStyle", val=character_style or LATIN_ID)
    if character_style:
        face = style.face_names[FaceRole.LATIN]
        yield w("rFonts", hint="default", ascii=face, hAnsi=face, cs=face)
