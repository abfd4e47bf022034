"""Embed the faces of a document: one Type 0 font for each, holding just the glyphs used.

In: the faces and the characters that each one draws. Out: objects added to the PDF, and what page contents need to
know to name the glyphs.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from reportlab.pdfbase.pdfdoc import BasicFonts

from bulletin_gen.fonts import Face, FontSet
from bulletin_gen.frozen import frozen
from bulletin_gen.pages import Pages
from bulletin_gen.writers.pdf.drawn import EM, DrawnFace, drawn_face
from bulletin_gen.writers.pdf.objects import add_object, add_stream, array, dictionary
from bulletin_gen.writers.pdf.packing import Packer

FACES = BasicFonts  # the internal name of the dictionary of faces
_FIXED_PITCH, _SERIF, _SYMBOLIC, _ITALIC = 1, 2, 4, 64


@frozen
class UsedFace:
    """A face that pages use: `resource` is its name in their contents (F1)."""

    resource: str
    face: Face
    drawn: DrawnFace


def used_faces(pages: Pages, fonts: FontSet, packer: Packer) -> dict[str, UsedFace]:
    """Return the faces that `pages` use by their keys."""
    texts: dict[str, list[str]] = defaultdict(list)
    for run in pages.runs():
        texts[run.face].append(run.text)
    faces = {key: (fonts.face(key), set("".join(shown))) for key, shown in texts.items()}
    return {
        key: UsedFace(f"F{count}", face, drawn_face(face, chars, packer))
        for count, (key, (face, chars)) in enumerate(faces.items(), 1)
    }


def embed_faces(document: Any, faces: Iterable[UsedFace]) -> None:
    """Add the faces, and the dictionary that page contents look them up in."""
    add_object(document, FACES, dictionary({used.resource: _embed(document, used) for used in faces}))


def _embed(document: Any, used: UsedFace) -> str:
    """Add the Type 0 font, its one descendant, its descriptor, the subset and the CMap."""
    resource, drawn, cff = used.resource, used.drawn, used.face.has_cff_outlines
    descendant = {
        "Type": "/Font",
        "Subtype": "/CIDFontType0" if cff else "/CIDFontType2",
        "BaseFont": f"/{drawn.name}",
        "CIDSystemInfo": dictionary({"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": "0"}),
        "FontDescriptor": add_object(document, f"{resource}.shape", _descriptor(document, used)),
        "DW": str(EM),
        "W": drawn.widths,
    }
    if drawn.glyphs is not None:
        descendant["CIDToGIDMap"] = add_stream(document, f"{resource}.map", drawn.glyphs)
    elif not cff:
        descendant["CIDToGIDMap"] = "/Identity"
    font = {
        "Type": "/Font",
        "Subtype": "/Type0",
        "BaseFont": f"/{drawn.name}-Identity-H" if cff else f"/{drawn.name}",
        "Encoding": "/Identity-H",
        "DescendantFonts": array([add_object(document, f"{resource}.glyphs", dictionary(descendant))]),
        "ToUnicode": add_stream(document, f"{resource}.meaning", drawn.meaning),
    }
    return add_object(document, f"{resource}.font", dictionary(font))


def _descriptor(document: Any, used: UsedFace) -> str:
    shape = used.face.shape
    is_cff = used.face.has_cff_outlines
    file = "FontFile3" if is_cff else "FontFile2"
    entries = "/Subtype /CIDFontType0C" if is_cff else f"/Length1 {used.drawn.length}"
    return dictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": f"/{used.drawn.name}",
            "Flags": str(_flags(used.face)),
            "FontBBox": array(map(str, shape.box)),
            "ItalicAngle": f"{shape.italic_angle:g}",
            "Ascent": str(shape.ascent),
            "Descent": str(shape.descent),
            "CapHeight": str(shape.cap_height),
            "StemV": str(_stem_width(shape.weight)),
            file: add_stream(document, f"{used.resource}.file", used.drawn.outlines, entries),
        }
    )


def _flags(face: Face) -> int:
    shape = face.shape
    flags = _SYMBOLIC
    if shape.fixed_pitch:
        flags |= _FIXED_PITCH
    if shape.serif:
        flags |= _SERIF
    if shape.italic_angle:
        flags |= _ITALIC
    return flags


def _stem_width(weight: int) -> int:
    """Return a stem width that goes with a weight of 1 to 1000: no table of a font file holds one."""
    return 50 + round((weight / 65) ** 2)
