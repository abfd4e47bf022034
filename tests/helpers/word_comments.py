"""Comments in a DOCX, as Word writes them: the text between marks, and three parts that tell of it."""

from collections.abc import Sequence

from lxml import etree

from docx_parts import Element, names, part, with_parts, xml_of
from word_edits import BODY, Hand, element, outermost, runs_of

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_NAMESPACES = {"w": _W, "w14": _W14, "w15": _W15, "mc": _MC}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EXTENDED_KIND = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARAGRAPH_ID = f"{{{_W14}}}paraId"
CLERK = Hand("县财政局")
CLERK = Hand()
COMMENTS, EXTENDED = "word/comments.xml", "word/commentsExtended.xml"
_RELATIONS, _TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"


def comment_on(
    docx: bytes,
    words: str,
    said: str,
    hand: Hand = CLERK,
    replies: Sequence[tuple[str, Hand]] = (),
    resolved: bool = False,
) -> bytes:
    """Hang a comment on some words, with answers to it. Each line of `said` is a paragraph of the comment."""
    body = part(docx, BODY)
    comments, extended = _part(docx, COMMENTS, _W, "comments"), _part(docx, EXTENDED, _W15, "commentsEx")
    runs = runs_of(body, words)
    start, end = outermost(runs[0]), outermost(runs[-1])
    first = len(comments)
    for number, (text, by) in enumerate([(said, hand), *replies], start=first):
        comments.append(_comment(number, text, by))
        parent = {} if number == first else {_w15("paraIdParent"): _last_id(comments[first])}
        done = {_w15("done"): str(int(resolved))}
        etree.SubElement(extended, _w15("commentEx"), {_w15("paraId"): _last_id(comments[number]), **parent, **done})
        start.addprevious(element("commentRangeStart", id=number))
        reference = element("r", element("commentReference", id=number))
        end.addnext(reference)
        end.addnext(element("commentRangeEnd", id=number))
        end = reference
    made = {BODY: body, COMMENTS: comments, EXTENDED: extended, **_told_of(docx)}
    return with_parts(docx, {name: xml_of(root) for name, root in made.items()})


def _comment(number: int, said: str, hand: Hand) -> Element:
    made = element("comment", id=number, author=hand.author, date=hand.when, initials=hand.author[:1])
    for line, text in enumerate(said.split("\n")):
        words = element("t")
        words.text = text
        marks = [element("r", element("annotationRef"))] if not line else []
        paragraph = element("p", *marks, element("r", words))
        paragraph.set(_PARAGRAPH_ID, f"{0x10000000 + number * 256 + line:08X}")
        made.append(paragraph)
    return made


def _last_id(comment: Element) -> str:
    return str(comment[-1].get(_PARAGRAPH_ID))


def _w15(name: str) -> str:
    return f"{{{_W15}}}{name}"


def _part(docx: bytes, name: str, namespace: str, root: str) -> Element:
    """Return a part of the file, or the beginning of one that it has not."""
    if name in names(docx):
        return part(docx, name)
    return etree.Element(f"{{{namespace}}}{root}", {f"{{{_MC}}}Ignorable": "w14 w15"}, _NAMESPACES)


def _told_of(docx: bytes) -> dict[str, Element]:
    """Return the parts that tell a reader of these two."""
    relations, types = part(docx, _RELATIONS), part(docx, _TYPES)
    for name, kind in (("comments", f"{_OFFICE}/comments"), ("commentsExtended", _EXTENDED_KIND)):
        if not any(relation.get("Target") == f"{name}.xml" for relation in relations):
            target = {"Id": f"rId{len(relations) + 100}", "Type": kind, "Target": f"{name}.xml"}
            etree.SubElement(relations, f"{{{_PACKAGE}/relationships}}Relationship", target)
            entry = {"PartName": f"/word/{name}.xml", "ContentType": f"{_CONTENT}.{name}+xml"}
            etree.SubElement(types, f"{{{_PACKAGE}/content-types}}Override", entry)
    return {_RELATIONS: relations, _TYPES: types}
