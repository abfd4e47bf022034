"""Walk the XML of a body or footer: its paragraphs with their formats, as they are printed.

Tracked changes count as accepted, hidden text and the instructions of fields are left out; of an alternative the
first choice is read. Text boxes give paragraphs of their own, after the one that they hang on.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.ooxml.names import Element, child_value, w
from bulletin_gen.ooxml.numbering import Numbering
from bulletin_gen.ooxml.styles import Styles
from bulletin_gen.proof.docx.effective import Formats, RunFormat

MAX_ELEMENTS = 2_000_000
PAGE_END = "\f"  # a page break that stands in a text
PAGE_FIELD = "1"  # what a field of the page number prints, for us

_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_GONE = {w("del"), w("moveFrom"), w("pPr"), w("rPr"), w("rt")}
_DRAWN = {w("drawing"), w("pict"), w("object")}


@dataclass
class RawParagraph:
    """`pieces` are texts with their formats; `box` is the drawing that a text box belongs to; `table` counts from 0."""

    properties: Element | None
    section: int
    table: Element | None = None
    box: Element | None = None
    pieces: list[tuple[str, RunFormat]] = field(default_factory=list)
    has_page_field: bool = False
    is_numbered: bool = False
    drawings: list[Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)


@dataclass
class _Field:
    code: str = ""
    has_result: bool = False

    @property
    def is_page(self) -> bool:
        return self.code.split()[:1] in (["PAGE"], ["page"])


class Walker:
    """Walks one story. `sections` are the section properties in order; a paragraph knows which it belongs to."""

    def __init__(self, formats: Formats, numbering: Numbering, styles: Styles) -> None:
        self._formats, self._numbering, self._styles = formats, numbering, styles
        self._fields: list[_Field] = []
        self.sections: list[Element] = []

    def read(self, root: Element) -> list[RawParagraph]:
        """Return the paragraphs. Raises ReadError for a story longer than any bulletin."""
        if sum(1 for _ in root.iter()) > MAX_ELEMENTS:
            message = f"文件内容超过 {MAX_ELEMENTS} 个元素，不像一份公文"
            raise ReadError(Problem(message, "请检查是不是选错了文件"))
        return list(self._blocks(root, None, None))

    def _blocks(self, root: Element, table: Element | None, box: Element | None) -> Iterator[RawParagraph]:
        for child in root:
            if child.tag == w("p"):
                yield from self._paragraph(child, table, box)
            elif child.tag == w("sectPr"):
                self.sections.append(child)
            elif child.tag == w("tbl"):
                yield from self._blocks(child, table if table is not None else child, box)
            elif child.tag not in _GONE:
                yield from self._blocks(_chosen(child), table, box)

    def _paragraph(self, element: Element, table: Element | None, box: Element | None) -> Iterator[RawParagraph]:
        properties = element.find(w("pPr"))
        raw = RawParagraph(properties, len(self.sections), table, box)
        self._add_label(raw)
        self._inline(element, raw)
        self._fields = [one for one in self._fields if one.has_result]
        yield raw
        for drawing in raw.drawings:
            for content in _boxes(drawing):
                yield from self._blocks(content, table, drawing)
        if properties is not None and (end := properties.find(w("sectPr"))) is not None:
            self.sections.append(end)

    def _add_label(self, raw: RawParagraph) -> None:
        style = self._styles.paragraph_style(child_value(raw.properties, "pStyle"))
        number = self._numbering.number_of(raw.properties, style)
        if number is None or self._numbering.is_bullet(number):
            return
        raw.is_numbered = True
        raw.pieces.append((self._numbering.next_label(number), self._formats.label(raw.properties)))

    def _inline(self, root: Element, raw: RawParagraph) -> None:
        for child in root:
            if child.tag == w("r"):
                self._run(child, raw)
            elif child.tag == w("fldSimple"):
                self._fields.append(_Field(child.get(w("instr"), ""), has_result=True))
                self._inline(child, raw)
                self._end_field(raw)
            elif child.tag not in _GONE:
                self._inline(_chosen(child), raw)

    def _run(self, run: Element, raw: RawParagraph) -> None:
        looks = self._formats.run(run.find(w("rPr")), raw.properties)
        for child in run:
            if child.tag == w("fldChar"):
                self._mark_field(child.get(w("fldCharType")), raw)
            elif child.tag == w("instrText") and self._fields:
                self._fields[-1].code += child.text or ""
            elif child.tag == w("pgNum"):
                self._say(PAGE_FIELD, looks, raw, is_page=True)
            elif child.tag == w("br") and child.get(w("type")) == "page":
                raw.pieces.append((PAGE_END, looks))
            elif child.tag in _DRAWN or child.tag == _ALTERNATIVE:
                raw.drawings += [_chosen(child)]
            elif (text := _printed(child)) and not looks.is_hidden:
                self._say(text, looks, raw)

    def _say(self, text: str, looks: RunFormat, raw: RawParagraph, is_page: bool = False) -> None:
        if any(not one.has_result for one in self._fields):
            return
        if is_page or any(one.is_page for one in self._fields):
            if not raw.has_page_field:
                raw.pieces.append((PAGE_FIELD, looks))
            raw.has_page_field = True
            return
        raw.pieces.append((text, looks))

    def _mark_field(self, kind: str | None, raw: RawParagraph) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].has_result = True
        elif kind == "end" and self._fields:
            self._end_field(raw)

    def _end_field(self, raw: RawParagraph) -> None:
        """Close a field; one of the page number counts even before any program has worked out its result."""
        closed = self._fields.pop()
        if closed.is_page and not raw.has_page_field:
            raw.has_page_field = True
            raw.pieces.append((PAGE_FIELD, self._formats.run(None, raw.properties)))


def _chosen(element: Element) -> Element:
    """Return the first choice of an alternative, anything else as it is."""
    return element[0] if element.tag == _ALTERNATIVE and len(element) else element


def _boxes(drawing: Element) -> Iterator[Element]:
    """Yield the texts of the boxes of a drawing; boxes inside a box belong to its own paragraphs."""
    for child in drawing:
        if child.tag == w("txbxContent"):
            yield child
        else:
            yield from _boxes(_chosen(child))


def _printed(element: Element) -> str:
    if element.tag == w("t"):
        return (element.text or "").replace("\n", " ")
    if element.tag in (w("br"), w("cr")):
        return "\n"
    if element.tag in (w("tab"), w("ptab")):
        return "\t"
    return "-" if element.tag == w("noBreakHyphen") else ""
