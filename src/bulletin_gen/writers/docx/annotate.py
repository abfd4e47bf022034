"""An opened DOCX and what is to be said of places in it; the DOCX with those as comments, all else as it was, out."""

import posixpath
from collections.abc import Sequence
from copy import deepcopy
from typing import TypeAlias

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from lxml import etree

from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.names import whole_number
from bulletin_gen.ooxml.package import Package
from bulletin_gen.spans import Comment
from bulletin_gen.writers.docx.comments import comment_of, reference
from bulletin_gen.writers.docx.tracked import PARAGRAPH, RUN, TEXT, TEXT_BOX
from bulletin_gen.writers.docx.xml import Element, as_element, qualified, text_element, w
from bulletin_gen.writers.docx.xml import root as root_of

_COMMENTS = "comments"
_PART = "word/comments.xml"
_TYPES = "[Content_Types].xml"
_ID = qualified("id")


@frozen
class Annotation:
    """A comment on what stands in the file from character `start` of one element to before `end` of another."""

    first: Element
    start: int
    last: Element
    end: int
    comment: Comment


_Place: TypeAlias = tuple[
    int, int, bool
]  # of an element in the file, of a character in it, does a comment begin there?


def annotated(package: Package, annotations: Sequence[Annotation]) -> bytes:
    """Return the DOCX with the annotations as comments around the words that they are about.

    Runs are parted where one begins or ends within them. Word has no comments in text boxes: what is about words
    in one is put around the box. The elements of the annotations are of this package. Raises what `Package.repacked`
    raises.
    """
    if not annotations:
        return package.repacked({})
    part = next((part for _, part in package.related(_COMMENTS)), None)
    root = etree.fromstring(root_of("comments")) if part is None else package.xml(part)
    known = [whole_number(comment.get(_ID)) or 0 for comment in root.iter(qualified("comment"))]
    first = max(known, default=-1) + 1
    root.extend(comment_of(one.comment, str(first + order)) for order, one in enumerate(annotations))
    _mark(package.document, annotations, first)
    parts = {package.main: package.document, part or _PART: root}
    return package.repacked(parts if part else parts | _related(package))


def _mark(document: Element, annotations: Sequence[Annotation], first: int) -> None:
    """Put the marks of the comments into the text, the last first: what is parted then stays where it was before it."""
    order = {element: number for number, element in enumerate(document.iter())}
    marks: list[tuple[_Place, Element, list[Element]]] = []
    for number, one in enumerate(annotations, start=first):
        starts = [as_element(w("commentRangeStart", id=number))]
        ends = [as_element(w("commentRangeEnd", id=number)), reference(str(number))]
        marks.append(((order[one.first], one.start, True), one.first, starts))
        marks.append(((order[one.last], one.end, False), one.last, ends))
    for (_, at, is_start), element, made in sorted(marks, key=lambda mark: mark[0], reverse=True):
        _put(element, at, is_start, made)


def _put(element: Element, at: int, is_start: bool, marks: Sequence[Element]) -> None:
    """Put marks before character `at` of an element; where its run cannot be parted, before or after all of it."""
    host = _host(element)
    if host is None:
        return
    if host is element.getparent() and host.tag == RUN and element.tag == TEXT:
        following = _parted(host, element, at)
        before = following is not None
    else:
        following, before = host, is_start
    for mark in marks if before else reversed(marks):
        if before and following is not None:
            following.addprevious(mark)
        else:
            host.addnext(mark)


def _host(element: Element) -> Element | None:
    """Return the outermost run that holds an element, or else what of its paragraph does; None outside paragraphs."""
    above = [element, *element.iterancestors()]
    boxes = [index for index, one in enumerate(above) if one.tag == TEXT_BOX]
    above = above[boxes[-1] :] if boxes else above
    end = next((index for index, one in enumerate(above) if one.tag == PARAGRAPH), None)
    if not end:
        return None
    runs = [one for one in above[:end] if one.tag == RUN]
    return runs[-1] if runs else above[end - 1]


def _parted(run: Element, text: Element, at: int) -> Element | None:
    """Part a run before character `at` of a text in it. Return the run that begins there, None where none does."""
    said = text.text or ""
    ahead = [child for child in text.itersiblings(preceding=True) if child.tag != qualified("rPr")]
    behind = list(text.itersiblings())
    if at <= 0 and not ahead:
        return run
    if at >= len(said) and not behind:
        return None
    properties = run.find(qualified("rPr"))
    following = as_element(w("r"))
    following.extend(() if properties is None else (deepcopy(properties),))
    following.attrib.update(run.attrib)
    if at <= 0:
        following.extend([text, *behind])
    elif at >= len(said):
        following.extend(behind)
    else:
        following.extend([as_element(text_element("t", said[at:])), *behind])
        text.text = said[:at]
        text.attrib.update(as_element(text_element("t", said[:at])).attrib)
    run.addnext(following)
    return following


def _related(package: Package) -> dict[str, Element]:
    """Return the parts that say that there are comments now."""
    folder, name = posixpath.split(package.main)
    at = posixpath.join(folder, "_rels", f"{name}.rels")
    relations, types = package.xml(at), package.xml(_TYPES)
    used = {relation.get("Id") for relation in relations}
    id_ = next(f"rId{number}" for number in range(1, len(used) + 2) if f"rId{number}" not in used)
    _add(relations, "Relationship", Id=id_, Type=RELATIONSHIP_TYPE.COMMENTS, Target=f"/{_PART}")
    _add(types, "Override", PartName=f"/{_PART}", ContentType=CONTENT_TYPE.WML_COMMENTS)
    return {at: relations, _TYPES: types}


def _add(root: Element, name: str, **attributes: str) -> None:
    namespace = etree.QName(root).namespace
    etree.SubElement(root, f"{{{namespace}}}{name}", attributes)
