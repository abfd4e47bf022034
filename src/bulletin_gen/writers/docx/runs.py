"""A text -> the runs of a paragraph: Latin letters and digits apart from the Chinese text and its marks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from types import MappingProxyType

from bulletin_gen.frozen import frozen
from bulletin_gen.line.strip import Loose
from bulletin_gen.spans import Commented, Deleted, Inserted, Pending, Plain, Span, Text, cut, flat
from bulletin_gen.style import FaceRole, Style, TextRole
from bulletin_gen.text.chars import AMBIGUOUS_WIDE, script_runs
from bulletin_gen.text.regex import Regex
from bulletin_gen.units import pt_to_half_points, pt_to_twips
from bulletin_gen.writers.docx.comments import commented
from bulletin_gen.writers.docx.named_styles import LATIN_ID
from bulletin_gen.writers.docx.tracked import deleted, inserted, parting
from bulletin_gen.writers.docx.xml import Element, as_text, parsed, text_element, w

# The highlighter's colours; Word knows no others.
_HIGHLIGHTERS: Mapping[str, str] = MappingProxyType(
    {"FFFF00": "yellow", "00FF00": "green", "00FFFF": "cyan", "FF00FF": "magenta", "C0C0C0": "lightGray"}
)
_NOT_PLAIN = Regex("[&<>\\s\\x00-\\x1f\\ud800-\\udfff\\ufffe\\uffff]")  # XML writes them otherwise, or never
_LOOKS = 64  # whose properties are kept: a bulletin has some twenty


@frozen
class Look:
    """What sets a text apart from its paragraph; empty and None where nothing does.

    `character_style` is the id of the style that it wears. `spacing_pt` follows each character. Colours are RRGGBB.
    `in_latin_face`: its letters and digits wear the Latin face.
    """

    character_style: str = ""
    colour: str = ""
    size_pt: float | None = None
    spacing_pt: float | None = None
    highlight: str = ""
    in_latin_face: bool = True


_PLAIN = Look()


def look_of(role: TextRole, style: Style) -> Look:
    """Return the look of an element's own text."""
    return Look(in_latin_face=style.latin_face(role) is FaceRole.LATIN)


def text_runs(text: Text, style: Style, look: Look = _PLAIN, loose: Loose | None = None) -> list[Element]:
    """Return the runs of a text, those that a reviewer changed or remarked on within what says so.

    Quotes, dashes and ellipses stay with the Chinese text: on their own they would come out narrow. What the
    author still has to fill in is highlighted. `loose` is what of the text is set wider.
    """
    starts = accumulate((len(flat((span,))) for span in text), initial=0)
    return [
        run
        for span, start in zip(text, starts, strict=False)
        for run in _span_runs(span, style, look, loose and loose.seen_from(start))
    ]


def spread_runs(text: Text, style: Style, look: Look) -> list[Element]:
    """Return the runs of a text whose last character is not followed by the spacing of the others."""
    if not look.spacing_pt:
        return text_runs(text, style, look)
    end = len(flat(text))
    last = text_runs(cut(text, end - 1, end), style, replace(look, spacing_pt=0.0))
    return text_runs(cut(text, 0, end - 1), style, look) + last


def tabbed_runs(text: Text, style: Style, look: Look = _PLAIN) -> list[Element]:
    """Return the runs of a text that stands at the next tab stop."""
    runs = text_runs(text, style, look)
    return [parting("tab", [], runs), *runs]


def parted_runs(texts: Sequence[Text], mark: str, style: Style) -> list[Element]:
    """Return the runs of texts in one paragraph, which a `br` or a `tab` parts."""
    runs, *others = (text_runs(text, style) for text in texts)
    for following in others:
        runs += [parting(mark, runs, following), *following]
    return runs


def _span_runs(span: Span, style: Style, look: Look, loose: Loose | None) -> list[Element]:
    match span:
        case Plain(text):
            return parsed("".join(_plain_runs(text, style, look, loose)))
        case Pending(text):
            return _span_runs(Plain(text), style, replace(look, highlight=style.draft.highlight), loose)
        case Inserted(spans):
            return inserted(text_runs(spans, style, look, loose), span)
        case Deleted(spans):
            return list(deleted(text_runs(spans, style, look, loose), span))
        case Commented(spans, comment):
            return commented(text_runs(spans, style, look, loose), comment)


def _plain_runs(text: str, style: Style, look: Look, loose: Loose | None) -> Iterator[str]:
    """Yield a run for each stretch of one script, cut where what is set wider begins and ends."""
    start, end = (max(0, loose.start), max(0, loose.end)) if loose else (0, 0)
    wider = replace(look, spacing_pt=loose.tracking) if loose else look
    for part, own in ((text[:start], look), (text[start:end], wider), (text[end:], look)):
        for is_latin, piece in script_runs(part):
            in_latin_face = is_latin and look.in_latin_face
            yield _run(piece, in_latin_face, style, look if in_latin_face else own)


def _run(text: str, in_latin_face: bool, style: Style, look: Look) -> str:
    """Return a run as text: a bulletin has hundreds, alike but for their words, and parsing is faster than building."""
    latin = style.face_names[FaceRole.LATIN]
    properties = _latin(latin, look) if in_latin_face else _chinese(not AMBIGUOUS_WIDE.isdisjoint(text), look)
    said = as_text(text_element("t", text)) if _NOT_PLAIN.search(text) else f"<w:t>{text}</w:t>"
    return f"<w:r>{properties}{said}</w:r>"


@lru_cache(_LOOKS)
def _chinese(has_wide: bool, look: Look) -> str:
    style = [w("rStyle", val=look.character_style)] if look.character_style else []
    hint = [w("rFonts", hint="eastAsia")] if has_wide else []
    return _properties(*style, *hint, *_own(look))


@lru_cache(_LOOKS)
def _latin(face: str, look: Look) -> str:
    own = [w("rFonts", hint="default", ascii=face, hAnsi=face, cs=face)] if look.character_style else []
    return _properties(w("rStyle", val=look.character_style or LATIN_ID), *own, *_own(look))


def _properties(*properties: Element) -> str:
    return as_text(w("rPr", *properties)) if properties else ""


def _own(look: Look) -> Iterator[Element]:
    if look.colour:
        yield w("color", val=look.colour)
    if look.spacing_pt is not None:
        yield w("spacing", val=pt_to_twips(look.spacing_pt))
    if look.size_pt is not None:
        size = pt_to_half_points(look.size_pt)
        yield from (w("sz", val=size), w("szCs", val=size))
    if look.highlight in _HIGHLIGHTERS:
        yield w("highlight", val=_HIGHLIGHTERS[look.highlight])
    elif look.highlight:
        yield w("shd", val="clear", color="auto", fill=look.highlight)
