"""The house format -> the named styles of a DOCX. Faces, sizes and pitches come from Style and stand only here."""

from typing import Any

from docx.styles.styles import Styles

from bulletin_gen.style import FaceRole, Style, TextRole, TextStyle, heading_role
from bulletin_gen.units import pt_to_half_points, pt_to_twips
from bulletin_gen.writers.docx.xml import Element, w

LATIN_ID = "BulletinLatin"
_NORMAL = "Normal"
_HEADINGS = tuple(heading_role(level) for level in range(1, 6))
_WITHIN_TEXT = (
    *_HEADINGS,
    TextRole.SIGNER,
    TextRole.APPROVAL_LABEL,
)  # these stand beside other text in one paragraph, too
_CENTRED = (TextRole.TITLE, TextRole.ORGAN_MARK, TextRole.ATTACHMENT_TITLE, TextRole.TABLE_HEAD)
_FOLLOWED_BY = {
    TextRole.TITLE: TextRole.BODY,
    TextRole.RECIPIENTS: TextRole.BODY,
    **dict.fromkeys(_HEADINGS, TextRole.BODY),
    TextRole.SIGNATURE: TextRole.ISSUE_DATE,
}


def style_id(role: TextRole) -> str:
    """Return the id by which paragraphs name the style of an element: `BulletinHeading1`."""
    return "Bulletin" + role.name.title().replace("_", "")


def character_style_id(role: TextRole) -> str:
    """Return the id of the character style linked to the style of what shares its paragraph: a heading, a signer."""
    return f"{style_id(role)}Char"


def usual_depth(level: int) -> int:
    """Return the depth at which the style of a heading of layer 1 to 5 puts it in the outline."""
    return level - 1


def fill_styles(styles: Styles, style: Style) -> None:
    """Complete the style Normal of the base document and add a style for each element of the text."""
    _fill_normal(styles[_NORMAL].element, style)
    styles.element.extend(_paragraph_style(role, style) for role in TextRole)
    styles.element.append(_latin_style(style))
    styles.element.extend(_linked_character_style(role, style) for role in _WITHIN_TEXT)


def _fill_normal(normal: Any, style: Style) -> None:
    body = style.text[TextRole.BODY]
    normal.get_or_add_pPr().extend([_line_pitch(style.grid.line_pitch_twips), w("jc", val="both")])
    tracking = w("spacing", val=style.grid.tracking_twips)
    language = w("lang", val="en-US", eastAsia="zh-CN")
    run = [_faces(style.face_names[body.face]), tracking, *_size(body.size_pt), language]
    normal.get_or_add_rPr().extend(run)


def _paragraph_style(role: TextRole, style: Style) -> Element:
    item = w("style", type="paragraph", customStyle=1, styleId=style_id(role))
    item.append(w("name", val=role))
    item.append(w("basedOn", val=_NORMAL))
    item.append(w("next", val=style_id(_FOLLOWED_BY.get(role, role))))
    if role in _WITHIN_TEXT:
        item.append(w("link", val=character_style_id(role)))
    item.append(w("qFormat"))
    item.append(_paragraph_properties(role, style))
    item.append(_run_properties(style.text[role], style))
    return item


def _paragraph_properties(role: TextRole, style: Style) -> Element:
    match role:
        case _ if role in _CENTRED:
            pitch = [_line_pitch(pt_to_twips(style.table.line_pitch_pt))] if role is TextRole.TABLE_HEAD else []
            return w("pPr", *pitch, w("jc", val="center"))
        case TextRole.BODY | TextRole.NOTE:
            return w("pPr", first_line_indent(style))
        case TextRole.SIGNATURE | TextRole.ISSUE_DATE:
            return w("pPr", w("jc", val="left"))
        case TextRole.PAGE_NUMBER:
            return w("pPr", _line_pitch(pt_to_twips(style.text[role].size_pt)))
        case TextRole.DRAFT_MARK:
            return w("pPr", _line_pitch(pt_to_twips(style.text[role].size_pt)), w("jc", val="right"))
        case TextRole.TABLE_CELL:
            return w("pPr", _line_pitch(pt_to_twips(style.table.line_pitch_pt)), w("jc", val="left"))
        case TextRole.APPROVAL_TEXT:
            return w("pPr", _line_pitch(pt_to_twips(style.approval.line_pitch_pt)), w("jc", val="left"))
        case TextRole.COLOPHON:
            return w("pPr", _line_pitch(pt_to_twips(style.colophon.line_pitch_pt)), w("jc", val="left"))
        case _ if role in _HEADINGS:
            outline = w("outlineLvl", val=usual_depth(_HEADINGS.index(role) + 1))
            return w("pPr", w("keepNext"), first_line_indent(style), outline)
    return w("pPr")


def first_line_indent(style: Style) -> Element:
    """Return the indent in both units: Word goes by characters, LibreOffice knows twips only."""
    cells = style.paragraph.first_line_cells
    return w("ind", firstLineChars=100 * cells, firstLine=pt_to_twips(cells * style.cell_pt))


def _line_pitch(twips: int) -> Element:
    return w("spacing", before=0, after=0, line=twips, lineRule="exact")


def _run_properties(text: TextStyle, style: Style) -> Element:
    """Return face and size. The tightened pitch makes 28 characters of body size fit; other sizes need none."""
    properties = w("rPr", _faces(style.face_names[text.face]))
    if text.size_pt != style.body_size_pt:
        properties.append(w("spacing", val=0))
    properties.extend(_size(text.size_pt))
    return properties


def _faces(face: str) -> Element:
    """Return one face for every script: in a Latin face quotes and dashes would come out narrow."""
    return w("rFonts", hint="eastAsia", ascii=face, hAnsi=face, eastAsia=face, cs=face)


def _size(size_pt: float) -> list[Element]:
    half_points = pt_to_half_points(size_pt)
    return [w("sz", val=half_points), w("szCs", val=half_points)]


def _latin_style(style: Style) -> Element:
    """Return the character style of Latin letters and digits; Chinese typed into it keeps the paragraph's face."""
    face = style.face_names[FaceRole.LATIN]
    item = w("style", type="character", customStyle=1, styleId=LATIN_ID)
    item.append(w("name", val=FaceRole.LATIN))
    item.append(w("basedOn", val="DefaultParagraphFont"))
    item.append(w("qFormat"))
    item.append(w("rPr", w("rFonts", hint="default", ascii=face, hAnsi=face, cs=face)))
    return item


def _linked_character_style(role: TextRole, style: Style) -> Element:
    """Return the style of an element that shares its paragraph: a heading that runs on into it, a signer's name."""
    item = w("style", type="character", customStyle=1, styleId=character_style_id(role))
    item.append(w("name", val=f"{role}字符"))
    item.append(w("basedOn", val="DefaultParagraphFont"))
    item.append(w("link", val=style_id(role)))
    item.append(_run_properties(style.text[role], style))
    return item
