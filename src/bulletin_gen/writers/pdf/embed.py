"""Embed the faces of a document: one Type 0 font for each, holding just the glyphs used.

In: the faces and the characters that each one draws. Out: objects added to the PDF, and the codes by which page
contents name the glyphs.
"""

from collections import defaultdict
from collections.abc import Mapping, Set
from typing import Any

from reportlab.pdfbase.pdfdoc import BasicFonts

from bulletin_gen.fonts import Face, FontSet
from bulletin_gen.frozen import frozen
from bulletin_gen.pages import Pages
from bulletin_gen.writers.pdf.drawn import EM, DrawnFace, drawn_face
from bulletin_gen.writers.pdf.objects import add_object, add_stream, array, dictionary
from bulletin_gen.writers.pdf.packing import Packer

_FIXED_PITCH, _SERIF, _SYMBOLIC, _ITALIC = 1, 2, 4, 64


@frozen
class EmbeddedFace:
    """A face within one PDF: `resource` is its name in page contents (`/F1`); for the others see DrawnFace."""

    resource: str
    name: str
    codes: Mapping[int, str] | None
    second_meanings: Set[str]


def embed_faces(document: Any, pages: Pages, fonts: FontSet, packer: Packer) -> dict[str, EmbeddedFace]:
    """Add every face that `pages` use to the document and return them by their keys."""
    texts: dict[str, list[str]] = defaultdict(list)
    for run in pages.runs():
        texts[run.face].append(run.text)
    faces = {key: fonts.face(key) for key in texts}
    drawn = {key: drawn_face(face, set("".join(texts[key])), packer) for key, face in faces.items()}
    return {key: _embed(document, f"F{count}", faces[key], one) for count, (key, one) in enumerate(drawn.items(), 1)}


def _embed(document: Any, resource: str, face: Face, drawn: DrawnFace) -> EmbeddedFace:
    """Add the Type 0 font, its one descendant, its descriptor, the subset and the CMap."""
    cff = face.has_cff_outlines
    name = f"/{drawn.name}"
    descendant = {
        "Type": "/Font",
        "Subtype": "/CIDFontType0" if cff else "/CIDFontType2",
        "BaseFont": name,
        "CIDSystemInfo": dictionary({"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": "0"}),
        "FontDescriptor": add_object(document, f"{resource}.shape", _descriptor(document, resource, face, drawn)),
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
        "BaseFont": f"{name}-Identity-H" if cff else name,
        "Encoding": "/Identity-H",
        "DescendantFonts": array([add_object(document, f"{resource}.glyphs", dictionary(descendant))]),
        "ToUnicode": add_stream(document, f"{resource}.meaning", drawn.meaning),
    }
    document.idToObject[BasicFonts][resource] = add_object(document, f"{resource}.font", dictionary(font))
    return EmbeddedFace(f"/{resource}", drawn.name, drawn.codes, drawn.second_meanings)


def _descriptor(document: Any, resource: str, face: Face, drawn: DrawnFace) -> str:
    shape = face.shape
    is_cff = face.has_cff_outlines
    file = "FontFile3" if is_cff else "FontFile2"
    entries = "/Subtype /CIDFontType0C" if is_cff else f"/Length1 {drawn.length}"
    return dictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": f"/{drawn.name}",
            "Flags": str(_flags(face)),
            "FontBBox": array(map(str, shape.box)),
            "ItalicAngle": f"{shape.italic_angle:g}",
            "Ascent": str(shape.ascent),
            "Descent": str(shape.descent),
            "CapHeight": str(shape.cap_height),
            "StemV": str(_stem_width(shape.weight)),
            file: add_stream(document, f"{resource}.file", drawn.outlines, entries),
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
