"""Remarks of reviewers -> comments: marks around what they are about, and the part that holds their texts.

While a text is made, the mark that begins a remark carries it whole, in attributes. Once all is in its place, the
remarks go into their part, and comments and changes get the numbers by which Word tells them apart.
"""

from collections.abc import Iterator, Sequence
from itertools import count, islice, pairwise

from lxml import etree

from bulletin_gen.spans import Comment
from bulletin_gen.writers.docx.tracked import (
    COMMENT_REFERENCE,
    DELETED_TEXT,
    DELETION,
    INSERTION,
    PARAGRAPH,
    RUN,
    TEXT,
    TEXT_BOX,
    changed,
    changes_of,
    signed,
)
from bulletin_gen.writers.docx.xml import Element, Markup, as_element, parsed, qualified, text_element, w
from bulletin_gen.writers.docx.xml import root as root_of

_START, _END = qualified("commentRangeStart"), qualified("commentRangeEnd")
_REMARK = qualified("remark")  # where a remark waits for its part
_END_MARK, _REFERENCE = w("commentRangeEnd"), w("r", w("commentReference"))
_HALF_POINTS = 21  # 五号, which Word's own comments have in Chinese


def has_remarks(markup: Markup) -> bool:
    return "<w:commentRangeStart " in markup


def commented(runs: Sequence[Markup], comment: Comment) -> list[Markup]:
    """Return the runs between the marks of a remark, which goes when all of them go."""
    return [_start(comment), *runs, _END_MARK, changed(_REFERENCE, changes_of(runs))]


def comments_part(body: Element, headers: Sequence[Element]) -> Element | None:
    """Return `w:comments`, the content of comments.xml, with the remarks of a finished text; None without any.

    Comments and changes are numbered in their order, those of the headers last. Word has no comments in text boxes
    and headers: they go to the paragraph that holds the box, and to the first of the text.
    """
    for root in (body, *headers):
        _join(root)
    for box in body.iter(TEXT_BOX):
        _move(_taken(box), next(box.iterancestors(PARAGRAPH)))
    starts = [_taken(header) for header in headers]  # the same in each of them
    for first in islice(body.iter(PARAGRAPH), 1 if any(starts) else 0):
        _move(starts[0], first)
    numbers = count()
    comments = [comment for root in (body, *headers) for comment in _numbered(root, numbers)]
    if not comments:
        return None
    part = etree.fromstring(root_of("comments"))
    part.extend(comments)
    return part


def comment_of(comment: Comment, number: str) -> Element:
    """Return a remark as the part for comments has it."""
    return _comment(as_element(_start(comment)), number)


def reference(number: str) -> Element:
    """Return the run by which a text refers to the comment of that number."""
    return as_element(w("r", w("commentReference", id=number)))


def _start(comment: Comment) -> Markup:
    initials = "".join(word[0] for word in comment.author.split())
    return w("commentRangeStart", remark=comment.text, initials=initials, **signed(comment.author, comment.when))


def _join(root: Element) -> None:
    """Make one of a remark that was cut where a line of its paragraph, or a paragraph of its cell, ends."""
    if next(root.iter(_START), None) is None:
        return
    opened: list[Element] = []
    ended: list[tuple[Element, Element, Element]] = []  # the three marks of remarks that no text has followed yet
    for mark, following in pairwise(list(root.iter(_START, _END, COMMENT_REFERENCE, TEXT, DELETED_TEXT))):
        if mark.tag == _START:
            is_continued = bool(ended) and ended[-1][0].attrib == mark.attrib
            start, *obsolete = (*ended.pop(), mark) if is_continued else (mark,)
            opened.append(start)
            for superfluous in obsolete:
                _remove(superfluous)
        elif mark.tag == _END:
            ended.append((opened.pop(), mark, following))
        elif mark.tag != COMMENT_REFERENCE:
            ended.clear()


def _taken(root: Element) -> list[Element]:
    """Take the marks out of a text box or a header, and return those that begin its remarks."""
    marks = list(root.iter(_START, _END, COMMENT_REFERENCE))
    for mark in marks:
        _remove(mark)
    return [mark for mark in marks if mark.tag == _START]


def _move(starts: Sequence[Element], paragraph: Element) -> None:
    """Put remarks around all that a paragraph holds."""
    for start in reversed(starts):
        paragraph.insert(1, start)
        paragraph.extend(parsed(_END_MARK + _REFERENCE))


def _remove(mark: Element) -> None:
    """Take a mark out, and the run or the change that held nothing else."""
    holder = mark.getparent()
    assert holder is not None
    holder.remove(mark)
    if not len(holder) and holder.tag in (RUN, INSERTION, DELETION):
        _remove(holder)


def _numbered(root: Element, numbers: Iterator[int]) -> Iterator[Element]:
    """Number the changes and the comments of a text; yield the comments as their part has them."""
    opened: list[str] = []
    ended = ""
    for mark in list(root.iter(_START, _END, COMMENT_REFERENCE, INSERTION, DELETION)):
        if mark.tag == _END:
            ended = opened.pop()
        number = ended if mark.tag in (_END, COMMENT_REFERENCE) else str(next(numbers))
        if mark.tag == _START:
            opened.append(number)
            yield _comment(mark, number)
            mark.attrib.clear()
        mark.set(qualified("id"), number)


def _comment(start: Element, number: str) -> Element:
    first, *others = start.get(_REMARK, "").split("\n")
    lines = (_line(first, w("r", w("annotationRef"))), *map(_line, others))
    made = as_element(w("comment", *lines, id=number))
    made.attrib.update(start.attrib)
    del made.attrib[_REMARK]
    return made


def _line(text: str, *before: Markup) -> Markup:
    """Return a paragraph of a comment, without the pitch and the spacing of the page; `before` are runs before it."""
    size = (w("spacing", val=0), w("sz", val=_HALF_POINTS), w("szCs", val=_HALF_POINTS))
    properties = w("pPr", w("spacing", line=240, lineRule="auto"), w("jc", val="left"))
    return w("p", properties, *before, w("r", w("rPr", *size), text_element("t", text)))
