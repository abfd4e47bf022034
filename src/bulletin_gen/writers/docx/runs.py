"""A text -> the runs of a paragraph: Latin letters and digits apart from the Chinese text and its marks."""

from collections.abc import Iterator

from bulletin_gen.style import FaceRole, Style
from bulletin_gen.text.chars import AMBIGUOUS_WIDE, script_runs
from bulletin_gen.writers.docx.styles import LATIN_ID
from bulletin_gen.writers.docx.xml import Element, text_element, w


def text_runs(text: str, style: Style, character_style: str = "") -> list[Element]:
    """Return the runs of a text; `character_style` is the id of the style that it wears, empty for none.

    Quotes, dashes and ellipses stay with the Chinese text: on their own they would come out narrow.
    """
    return [_run(piece, is_latin, style, character_style) for is_latin, piece in script_runs(text)]


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
