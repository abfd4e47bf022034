"""The house format -> the named styles of a DOCX. Faces, sizes and pitches come from Style and stand only here."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from docx.styles.styles import Styles

from bulletin_gen.engine import Engine
from bulletin_gen.style import HEADING_ROLES, FaceRole, Style, TextRole, TextStyle
from bulletin_gen.units import pt_to_half_points, pt_to_twips
from bulletin_gen.writers.docx.xml import Markup, parsed, qualified, w

LATIN_ID = "BulletinLatin"
_NORMAL = "Normal"
_DEFAULT = "DefaultParagraphFont"
_HEADINGS_FIRST = 9  # where Word itself has headings in its list of styles
_WITHIN_TEXT = (*HEADING_ROLES, TextRole.SIGNER, TextRole.APPROVAL_LABEL)  # beside other text in one paragraph, too
_INDENTED = (TextRole.BODY, TextRole.NOTE, *HEADING_ROLES)
_ALIGNED: Mapping[TextRole, str] = {
    TextRole.TITLE: "center",
    TextRole.ORGAN_MARK: "center",
    TextRole.ATTACHMENT_TITLE: "center",
    TextRole.TABLE_HEAD: "center",
    TextRole.SIGNATURE: "right",
    TextRole.ISSUE_DATE: "right",
    TextRole.TABLE_CELL: "left",
    TextRole.APPROVAL_TEXT: "left",
    TextRole.COLOPHON: "left",
    TextRole.DRAFT_MARK: "right",
}
_FOLLOWED_BY = {
    TextRole.TITLE: TextRole.BODY,
    TextRole.RECIPIENTS: TextRole.BODY,
    **dict.fromkeys(HEADING_ROLES, TextRole.BODY),
    TextRole.SIGNATURE: TextRole.ISSUE_DATE,
}


@cache
def style_id(role: TextRole) -> str:
    """Return the id by which paragraphs name the style of an element: `BulletinTitle`.

    Headings wear the styles that every program has for them, `Heading1` to `Heading5`.
    """
    name = role.name.title().replace("_", "")
    return name if role in HEADING_ROLES else f"Bulletin{name}"


def character_style_id(role: TextRole) -> str:
    """Return the id of the character style linked to the style of what shares its paragraph: a heading, a signer."""
    return f"{style_id(role)}Char"


def usual_depth(level: int) -> int:
    """Return the depth at which the style of a heading of layer 1 to 5 puts it in the outline."""
    return level - 1


def fill_styles(styles: Styles, style: Style) -> None:
    """Complete the style Normal of the base document and add a style for each element of the text."""
    _fill_normal(styles[_NORMAL].element, style)
    made = [
        *(_paragraph_style(role, style) for role in TextRole),
        _latin_style(style),
        *(_linked_character_style(role, style) for role in _WITHIN_TEXT),
    ]
    styles.element.extend(parsed("".join(made)))


def _fill_normal(normal: Any, style: Style) -> None:
    body = style.text[TextRole.BODY]
    paragraph = normal.get_or_add_pPr()
    grid = paragraph.find(qualified("snapToGrid"))
    for element in parsed("".join(_line_habits(style.engine))):
        grid.addprevious(element)
    paragraph.extend(parsed(_line_pitch(style.grid.line_pitch_twips) + w("jc", val="both")))
    tracking = w("spacing", val=style.grid.tracking_twips)
    language = w("lang", val="en-US", eastAsia="zh-CN")
    run = [_faces(style.face_names[body.face]), tracking, *_size(body.size_pt), language]
    normal.get_or_add_rPr().extend(parsed("".join(run)))


def _line_habits(engine: Engine) -> list[Markup]:
    """Return what every paragraph says of its lines, in the schema's order, so that no program follows its own habits.

    Kinsoku by our lists, words kept whole, no mark beyond the edge and none narrowed at a line's start, no distance
    between scripts but ours, no right edge moved to the grid.
    Source: ECMA-376 Part 1, 17.3.1.16, 17.3.1.45, 17.3.1.21, 17.3.1.43, 17.3.1.2, 17.3.1.3, 17.3.1.1.
    """
    switches = {
        "kinsoku": True,
        "wordWrap": True,
        "overflowPunct": engine.hangs_marks,
        "topLinePunct": False,
        "autoSpaceDE": engine.has_script_gap,
        "autoSpaceDN": engine.has_script_gap,
        "adjustRightInd": False,
    }
    return [w(name, val=int(is_on)) for name, is_on in switches.items()]


def own_style(kind: str, identity: str, name: str, based_on: str, *details: Markup) -> Markup:
    """Return a style of our own; `details` follow its name and what it is based on, in the schema's order."""
    own = (w("name", val=name), w("basedOn", val=based_on), *details)
    return w("style", *own, type=kind, customStyle=1, styleId=identity)


def _paragraph_style(role: TextRole, style: Style) -> Markup:
    following = w("next", val=style_id(_FOLLOWED_BY.get(role, role)))
    link = [w("link", val=character_style_id(role))] if role in _WITHIN_TEXT else []
    properties = (_paragraph_properties(role, style), _run_properties(style.text[role], style))
    if role not in HEADING_ROLES:
        return own_style("paragraph", style_id(role), role, _NORMAL, following, *link, w("qFormat"), *properties)
    # By these names all programs know headings, whatever they show; Word shows the Chinese name beside its own.
    names = (w("name", val=f"heading {HEADING_ROLES.index(role) + 1}"), w("aliases", val=role))
    details = (w("basedOn", val=_NORMAL), following, *link, w("uiPriority", val=_HEADINGS_FIRST), w("qFormat"))
    return w("style", *names, *details, *properties, type="paragraph", styleId=style_id(role))


def _paragraph_properties(role: TextRole, style: Style) -> Markup:
    """Return what sets the paragraphs of an element apart from Normal, in the schema's order."""
    made: list[Markup] = []
    if role in HEADING_ROLES:
        made += [w("keepNext"), w("keepLines")]
    if role in (pitches := _pitches(style)):
        made.append(_line_pitch(pt_to_twips(pitches[role])))
    if role in _INDENTED:
        made.append(first_line_indent(style))
    if role in _ALIGNED:
        made.append(w("jc", val=_ALIGNED[role]))
    if role in HEADING_ROLES:
        made.append(w("outlineLvl", val=usual_depth(HEADING_ROLES.index(role) + 1)))
    return w("pPr", *made)


def _pitches(style: Style) -> dict[TextRole, float]:
    """Return the line pitches in pt of what does not stand on the page's grid."""
    return {
        TextRole.PAGE_NUMBER: style.text[TextRole.PAGE_NUMBER].size_pt,
        TextRole.DRAFT_MARK: style.text[TextRole.DRAFT_MARK].size_pt,
        TextRole.TABLE_HEAD: style.table.line_pitch_pt,
        TextRole.TABLE_CELL: style.table.line_pitch_pt,
        TextRole.APPROVAL_TEXT: style.approval.line_pitch_pt,
        TextRole.COLOPHON: style.colophon.line_pitch_pt,
    }


def first_line_indent(style: Style) -> Markup:
    """Return the indent in twips alone: where characters are named (firstLineChars), Word counts each as wide as the
    font size, 32 pt instead of the 31.5 of two cells (ECMA-376 Part 1, 17.3.1.12)."""
    return w("ind", firstLine=pt_to_twips(style.paragraph.first_line_cells * style.cell_pt))


def _line_pitch(twips: int) -> Markup:
    return w("spacing", before=0, after=0, line=twips, lineRule="exact")


def _run_properties(text: TextStyle, style: Style) -> Markup:
    """Return face and size. The tightened pitch makes 28 characters of body size fit; other sizes need none."""
    spacing = [w("spacing", val=0)] if text.size_pt != style.body_size_pt else []
    return w("rPr", _faces(style.face_names[text.face]), *bold(text), *spacing, *_size(text.size_pt))


def bold(text: TextStyle) -> list[Markup]:
    return [w("b"), w("bCs")] if text.bold else []


def _faces(face: str) -> Markup:
    """Return one face for every script: in a Latin face quotes and dashes would come out narrow."""
    return w("rFonts", hint="eastAsia", ascii=face, hAnsi=face, eastAsia=face, cs=face)


def _size(size_pt: float) -> list[Markup]:
    half_points = pt_to_half_points(size_pt)
    return [w("sz", val=half_points), w("szCs", val=half_points)]


def _latin_style(style: Style) -> Markup:
    """Return the character style of Latin letters and digits; Chinese typed into it keeps the paragraph's face."""
    face = style.face_names[FaceRole.LATIN]
    faces = w("rPr", w("rFonts", hint="default", ascii=face, hAnsi=face, cs=face))
    return own_style("character", LATIN_ID, FaceRole.LATIN, _DEFAULT, w("qFormat"), faces)


def _linked_character_style(role: TextRole, style: Style) -> Markup:
    """Return the style of an element that shares its paragraph: a heading that runs on into it, a signer's name."""
    link, faces = w("link", val=style_id(role)), _run_properties(style.text[role], style)
    return own_style("character", character_style_id(role), f"{role}字符", _DEFAULT, link, faces)
