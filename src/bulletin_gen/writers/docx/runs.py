"""A text -> the runs of a paragraph: Latin letters and digits apart from the Chinese text and its marks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from types import MappingProxyType
from typing import NamedTuple

from bulletin_gen.frozen import frozen
from bulletin_gen.line.strip import Loose
from bulletin_gen.spans import Commented, Deleted, Inserted, Pending, Plain, Span, Text, cut, flat, is_plain, joined
from bulletin_gen.style import FaceRole, Style, TextRole
from bulletin_gen.text.chars import AMBIGUOUS_WIDE, script_runs
from bulletin_gen.text.regex import Regex
from bulletin_gen.units import pt_to_half_points, pt_to_twips
from bulletin_gen.writers.docx.comments import commented
from bulletin_gen.writers.docx.named_styles import LATIN_ID
from bulletin_gen.writers.docx.tracked import deleted, inserted, parting
from bulletin_gen.writers.docx.xml import Markup, stands_as_it_is, text_element, w

# The highlighter's colours; Word knows no others.
_HIGHLIGHTERS: Mapping[str, str] = MappingProxyType(
    {"FFFF00": "yellow", "00FF00": "green", "00FFFF": "cyan", "FF00FF": "magenta", "C0C0C0": "lightGray"}
)
_WIDE = Regex(f"[{''.join(sorted(AMBIGUOUS_WIDE))}]")
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


def text_runs(text: Text, style: Style, look: Look = _PLAIN, loose: Loose | None = None) -> list[Markup]:
    """Return the runs of a text, those that a reviewer changed or remarked on within what says so.

    Quotes, dashes and ellipses stay with the Chinese text: on their own they would come out narrow. What the
    author still has to fill in is highlighted. `loose` is what of the text is set wider.
    """
    if is_plain(text):
        return _plain_runs(flat(text), style, look, loose)
    spans = joined(text)
    starts = accumulate((len(flat((span,))) for span in spans), initial=0)
    return [
        run
        for span, start in zip(spans, starts, strict=False)
        for run in _span_runs(span, style, look, loose and loose.seen_from(start))
    ]


def spread_runs(text: Text, style: Style, look: Look) -> list[Markup]:
    """Return the runs of a text whose last character is not followed by the spacing of the others."""
    if not look.spacing_pt:
        return text_runs(text, style, look)
    end = len(flat(text))
    last = text_runs(cut(text, end - 1, end), style, replace(look, spacing_pt=0.0))
    return text_runs(cut(text, 0, end - 1), style, look) + last


def tabbed_runs(text: Text, style: Style, look: Look = _PLAIN) -> list[Markup]:
    """Return the runs of a text that stands at the next tab stop."""
    runs = text_runs(text, style, look)
    return [parting("tab", [], runs), *runs]


def parted_runs(texts: Sequence[Text], mark: str, style: Style) -> list[Markup]:
    """Return the runs of texts in one paragraph, which a `br` or a `tab` parts."""
    runs, *others = (text_runs(text, style) for text in texts)
    for following in others:
        runs += [parting(mark, runs, following), *following]
    return runs


def _span_runs(span: Span, style: Style, look: Look, loose: Loose | None) -> list[Markup]:
    match span:
        case Plain(text):
            return _plain_runs(text, style, look, loose)
        case Pending(text):
            return _plain_runs(text, style, replace(look, highlight=style.draft.highlight), loose)
        case Inserted(spans):
            return inserted(text_runs(spans, style, look, loose), span)
        case Deleted(spans):
            return list(deleted(text_runs(spans, style, look, loose), span))
        case Commented(spans, comment):
            return commented(text_runs(spans, style, look, loose), comment)


def _plain_runs(text: str, style: Style, look: Look, loose: Loose | None) -> list[Markup]:
    """Return a run for each stretch of one script, cut where what is set wider begins and ends."""
    kinds = _kinds(look, style.face_names[FaceRole.LATIN])
    if loose is None:
        return _runs(text, kinds)
    start, end, spread = max(0, loose.start), max(0, loose.end), replace(look, spacing_pt=loose.tracking)
    wider = kinds._replace(chinese=_chinese(False, spread), wide=_chinese(True, spread))
    parts = ((text[:start], kinds), (text[start:end], wider), (text[end:], kinds))
    return [run for part, own in parts for run in _runs(part, own)]


class _Kinds(NamedTuple):
    """The properties of the kinds of runs in a text: of letters and digits, of Chinese, of Chinese with marks that
    would else be taken for Latin."""

    latin: Markup
    chinese: Markup
    wide: Markup


@lru_cache(_LOOKS)
def _kinds(look: Look, latin_face: str) -> _Kinds:
    chinese = _chinese(False, look)
    return _Kinds(_latin(latin_face, look) if look.in_latin_face else chinese, chinese, _chinese(True, look))


def _runs(text: str, kinds: _Kinds) -> list[Markup]:
    latin, chinese, wide = kinds
    runs = [
        (latin if is_latin else wide if _WIDE.search(piece) else chinese, piece)
        for is_latin, piece in script_runs(text)
    ]
    if stands_as_it_is(text):
        return [f"<w:r>{properties}<w:t>{piece}</w:t></w:r>" for properties, piece in runs]
    return [w("r", properties, text_element("t", piece)) for properties, piece in runs]


def _chinese(has_wide: bool, look: Look) -> Markup:
    style = [w("rStyle", val=look.character_style)] if look.character_style else []
    hint = [w("rFonts", hint="eastAsia")] if has_wide else []
    return _properties(*style, *hint, *_own(look))


def _latin(face: str, look: Look) -> Markup:
    own = [w("rFonts", hint="default", ascii=face, hAnsi=face, cs=face)] if look.character_style else []
    return _properties(w("rStyle", val=look.character_style or LATIN_ID), *own, *_own(look))


def _properties(*properties: Markup) -> Markup:
    return w("rPr", *properties) if properties else ""


def _own(look: Look) -> Iterator[Markup]:
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
