"""What Word and WPS make of a DOCX when they only open it and save it: the same words, cut and marked otherwise."""

from collections.abc import Iterator
from itertools import count

from lxml import etree

from bulletin_gen.ooxml.names import inside, qualified
from docx_parts import Element, part, with_parts, xml_of
from word_edits import BODY, cut, element, text_of_run

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_PIECE = 7  # characters, after which a run is cut


def as_word_saves(docx: bytes) -> bytes:
    """Return the file with ids on its paragraphs, sessions on its runs, runs cut, words marked as misspelt, the place
    of the last edit, and the page ends that Word last saw."""
    root = _known_to_word(part(docx, BODY))
    ids = count(0x2F000000)
    for paragraph in list(root.iter(qualified("p"))):
        paragraph.set(f"{{{_W14}}}paraId", f"{next(ids):08X}")
        paragraph.set(qualified("rsidR"), "00B12C34")
        for run in _cut_up(paragraph):
            run.set(qualified("rsidRPr"), "00A45D67")
    first = next(root.iter(qualified("r")))
    first.insert(1 if inside(first, "rPr") is not None else 0, element("lastRenderedPageBreak"))
    for mark in (element("bookmarkEnd", id=900), element("bookmarkStart", id=900, name="_GoBack")):
        first.addnext(mark)
    return with_parts(docx, {BODY: xml_of(root)})


def as_wps_saves(docx: bytes) -> bytes:
    """Return the file with a hint of script and a language on each run, as WPS writes them."""
    root = part(docx, BODY)
    for run in root.iter(qualified("r")):
        look = inside(run, "rPr")
        if look is None:
            look = element("rPr")
            run.insert(0, look)
        if inside(look, "rFonts") is None:
            look.insert(0 if inside(look, "rStyle") is None else 1, element("rFonts", hint="eastAsia"))
        look.append(element("lang", val="en-US", eastAsia="zh-CN"))
    return with_parts(docx, {BODY: xml_of(root)})


def _known_to_word(root: Element) -> Element:
    """Return the text under a root that knows the names of Word 2010."""
    known = {**root.nsmap, "w": _W, "w14": _W14, "mc": _MC}
    made = etree.Element(root.tag, {f"{{{_MC}}}Ignorable": "w14"}, known)
    made.extend(root)
    return made


def _cut_up(paragraph: Element) -> Iterator[Element]:
    """Cut the runs of a paragraph, and yield what has come of them."""
    for run in list(paragraph.iterfind(qualified("r"))):
        texts = run.findall(qualified("t"))
        if len(texts) == 1 and len(run) - (inside(run, "rPr") is not None) == 1:
            cut(run, range(_PIECE, len(text_of_run(run)), _PIECE))
            run.addprevious(element("proofErr", type="spellStart"))
            run.addnext(element("proofErr", type="spellEnd"))
    yield from paragraph.iterfind(qualified("r"))
