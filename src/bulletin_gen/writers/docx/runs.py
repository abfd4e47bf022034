"""A text -> the runs of a paragraph: Latin letters and digits apart from the Chinese text and its marks."""

from bulletin_gen.style import FaceRole, Style
from bulletin_gen.text.chars import script_runs
from bulletin_gen.writers.docx.styles import LATIN_ID
from bulletin_gen.writers.docx.xml import Element, text_element, w


def text_runs(text: str, style: Style, character_style: str = "") -> list[Element]:
    """Return the runs of a text; `character_style` is the id of the style that it wears, empty for none.

    Quotes, dashes and ellipses stay with the Chinese text: on their own they would come out narrow.
    """
    return [_run(piece, is_latin, style, character_style) for is_latin, piece in script_runs(text)]


def _run(text: str, is_latin: bool, style: Style, character_style: str) -> Element:
    properties = w("rPr")
    if character_style:
        properties.append(w("rStyle", val=character_style))
    if not is_latin:
        properties.append(w("rFonts", hint="eastAsia"))
    elif character_style:
        face = style.face_names[FaceRole.LATIN]
        properties.append(w("rFonts", hint="default", ascii=face, hAnsi=face, cs=face))
    else:
        properties.append(w("rStyle", val=LATIN_ID))
    return w("r", properties, text_element("t", text))
