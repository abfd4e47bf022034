"""A text -> the runs of a paragraph: Latin letters and digits apart from the Chinese text and its marks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from types import MappingProxyType

from bulletin_gen.frozen import frozen
from bulletin_gen.line.strip import Loose
from bulletin_gen.spans import Commented, Deleted, Inserted, Pending, Plain, Span, Text, cut, flat
from bulletin_gen.style import FaceRole, Style, TextRole
from bulletin_gen.text.chars import AMBIGUOUS_WIDE, script_runs
from bulletin_gen.units import pt_to_half_points, pt_to_twips
from bulletin_gen.writers.docx.comments import commented
from bulletin_gen.writers.docx.named_styles import LATIN_ID
from bulletin_gen.writers.docx.tracked import deleted, inserted, parting
from bulletin_gen.writers.docx.xml import Element, text_element, w

# The highlighter's colours; Word knows no others.
_HIGHLIGHTERS: Mapping[str, str] = MappingProxyType(
    {"FFFF00": "yellow", "00FF00": "green", "00FFFF": "cyan", "FF00FF": "magenta", "C0C0C0": "lightGray"}
)


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
            return list(_plain_runs(text, style, look, loose))
        case Pending(text):
            return _span_runs(Plain(text), style, replace(look, highlight=style.draft.highlight), loose)
        case Inserted(spans):
            return inserted(text_runs(spans, style, look, loose), span)
        case Deleted(spans):
            return list(deleted(text_runs(spans, style, look, loose), span))
        case Commented(spans, comment):
            return commented(text_runs(spans, style, look, loose), comment)


def _plain_runs(text: str, style: Style, look: Look, loose: Loose | None) -> Iterator[Element]:
    """Yield a run for each stretch of one script, cut where what is set wider begins and ends."""
    start, end = (max(0, loose.start), max(0, loose.end)) if loose else (0, 0)
    wider = replace(look, spacing_pt=loose.tracking) if loose else look
    for part, own in ((text[:start], look), (text[start:end], wider), (text[end:], look)):
        for is_latin, piece in script_runs(part):
            in_latin_face = is_latin and look.in_latin_face
            yield _run(piece, in_latin_face, style, look if in_latin_face else own)


def _run(text: str, in_latin_face: bool, style: Style, look: Look) -> Element:
    face = _latin(style, look) if in_latin_face else _chinese(text, look)
    properties = [*face, *_own(look)]
    return w("r", *([w("rPr", *properties)] if properties else []), text_element("t", text))


def _chinese(text: str, look: Look) -> Iterator[Element]:
    if look.character_style:
        yield w("rStyle", val=look.character_style)
    if not AMBIGUOUS_WIDE.isdisjoint(text):
        yield w("rFonts", hint="eastAsia")


def _latin(style: Style, look: Look) -> Iterator[Element]:
    yield w("rStyle", val=look.character_style or LATIN_ID)
    if look.character_style:
        face = style.face_names[FaceRole.LATIN]
        yield w("rFonts", hint="default", ascii=face, hAnsi=face, cs=face)


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
