"""The XML of a body, header, footer, note or comment in; its paragraphs out, in the order in which they stand.

Every element is met once. What the tracked changes take away is left out, fields are read, labels counted.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from lxml import etree

from bulletin_gen.ooxml.drawn import WordDrawing, WordTable
from bulletin_gen.ooxml.effective import Formats, ParagraphFormat
from bulletin_gen.ooxml.field_codes import Fields
from bulletin_gen.ooxml.made import Kind, Made
from bulletin_gen.ooxml.names import Element, child_switch, inside, qualified
from bulletin_gen.ooxml.printed_labels import Lists, PrintedLabels
from bulletin_gen.ooxml.revisions import Change, Revisions, is_gone
from bulletin_gen.ooxml.symbols import symbol
from bulletin_gen.ooxml.tracked import change_of, changes_of
from bulletin_gen.ooxml.walk_state import Draft, Flow, Scope
from bulletin_gen.ooxml.word_sections import WordSection, section_of
from bulletin_gen.ooxml.word_story import CellPlace, Inline, InlineKind, Shown, WordParagraph, WordStory
from bulletin_gen.text.regex import Regex

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CHOICE, _FALLBACK = f"{_MC}Choice", f"{_MC}Fallback"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_VML = "{urn:schemas-microsoft-com:vml}"
_OTHER_FACE = Regex("[\x20-\x7e\xa1-\u024f“”‘’—…①-⑳]+")  # GB/T, 2024, “
_T = TypeVar("_T")


class Walk:
    """Walks one story once; `revisions` None keeps what was inserted and what was deleted."""

    def __init__(self, formats: Formats, lists: Lists, revisions: Revisions | None, made: Made) -> None:
        self._made = made
        made.add(Kind.STORY)
        self._formats, self._revisions, self._usual = formats, revisions, formats.paragraph(None)
        self._labels = PrintedLabels(lists)
        self._fields = Fields()
        self._scopes = [Scope(formats.run(None, self._usual))]
        self._flows = [Flow(self._usual)]
        self._open: list[Draft] = []
        self._waiting: list[Inline] = []  # what stands between paragraphs
        self._cells: list[CellPlace] = []
        self._changes: list[Change] = []
        self._sections: list[WordSection] = []
        self._tables: list[WordTable] = []

    def read(self, root: Element) -> WordStory:
        """Return what stands in a story."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                _AT_END.get(element.tag, _nothing)(self, element)
            elif _LEFT_OUT.get(element.tag, _never)(self, element):
                walk.skip_subtree()
            elif element.tag in _MARKS:
                self._note(*_mark(element))
            else:
                _AT_START.get(element.tag, _nothing)(self, element)
        self._flows[0].within += self._waiting
        return WordStory(
            self._finished(self._flows[0]),
            tuple(self._sections) or (section_of(None),),
            tuple(self._tables),
            tuple(self._changes),
            frozenset(self._labels.unknown_forms),
        )

    @property
    def _scope(self) -> Scope:
        return self._scopes[-1]

    def _leave(self, element: Element) -> None:
        self._scopes.pop()

    # ---- what is left out ------------------------------------------------------------------------------------

    def _always(self, element: Element) -> bool:
        return True

    def _is_other_choice(self, element: Element) -> bool:
        """Of the choices of one content the first is read; the fallback only where there is no choice."""
        return self._scope.choice is not None and self._scope.choice is not element

    def _is_phonetic(self, element: Element) -> bool:
        self._note(InlineKind.PHONETIC, _all_text(element))
        return True

    def _is_change_out(self, element: Element) -> bool:
        return self._is_gone(element, (change_of(element),))

    def _is_row_out(self, row: Element) -> bool:
        if self._cells:
            self._cells[-1] = CellPlace(self._cells[-1].table, self._cells[-1].row + 1)
        return self._is_gone(row, changes_of(inside(row, "trPr")))

    def _is_cell_out(self, cell: Element) -> bool:
        if self._cells:
            self._cells[-1] = replace(self._cells[-1], column=self._cells[-1].column + 1)
        return self._is_gone(cell, changes_of(inside(cell, "tcPr")))

    def _enter(self, changes: tuple[Change, ...]) -> bool:
        """Note the changes of what begins here. Return whether they take it away."""
        self._changes += changes
        self._scopes.append(replace(self._scope, changes=self._within(changes)))
        return is_gone(changes, self._revisions)

    def _is_gone(self, element: Element, changes: tuple[Change, ...]) -> bool:
        """Note the changes of what begins here. Return whether they take it away; of that only comments are kept."""
        if not self._enter(changes):
            return False
        for mark in element.iter(*_COMMENT_MARKS):
            self._note(*_mark(mark), Shown.HIDDEN)
        return True

    def _within(self, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        """Return the changes around this place, then these."""
        if not changes:
            return self._scope.changes
        around = (*self._scope.changes, *changes)
        self._made.add(Kind.PIECE, len(around))
        return around

    # ---- text ------------------------------------------------------------------------------------------------

    def _text(self, element: Element) -> None:
        kind = InlineKind.MATH if element.tag == _MATH_TEXT else InlineKind.TEXT
        self._say((element.text or "").replace("\n", " "), kind, element)

    def _sign(self, element: Element) -> None:
        is_page = element.get(qualified("type")) == "page" and element.tag == qualified("br")
        self._say("\f" if is_page else _SIGNS[element.tag], element=element)

    def _symbol(self, element: Element) -> None:
        code, font = element.get(qualified("char"), ""), element.get(qualified("font"), "")
        char = symbol(code, font)
        if char is None:
            self._note(InlineKind.LOST_SYMBOL, f"{font} {code}")
        else:
            self._say(char, InlineKind.SYMBOL, element)

    def _say(self, text: str, kind: InlineKind = InlineKind.TEXT, element: Element | None = None) -> None:
        shown, inner, is_hidden = self._fields.shown, self._fields.innermost, self._scope.looks.is_hidden
        if shown is None or (is_hidden and (shown is Shown.PAGES or self._scope.is_prompt)):
            return
        if inner is None or inner.page is None:
            self._note(kind, text, Shown.HIDDEN if is_hidden else shown, element=element)
        elif not inner.page.is_told:
            inner.page.is_told = True
            self._note(InlineKind.PAGE_NUMBER)

    def _note(
        self, kind: InlineKind, text: str = "", shown: Shown = Shown.PRINTED, element: Element | None = None
    ) -> None:
        scope, inner = self._scope, self._fields.innermost
        shown = Shown.PROMPT if scope.is_prompt else shown
        drawing = scope.drawing if kind in (InlineKind.DRAWING, InlineKind.OBJECT) else None
        instruction = inner.instruction if inner else ""
        noted = Inline(kind, text, scope.looks, shown, scope.changes, instruction, drawing, element)
        self._count(noted)
        (self._open[-1].inlines if self._open else self._waiting).append(noted)

    def _count(self, inline: Inline) -> None:
        """Count one for each change of face: Latin words in it, and marks that both scripts have, may take another."""
        self._made.add(Kind.PIECE, 1 + len(_OTHER_FACE.findall(inline.text)))
        self._made.add(Kind.CHARACTER, len(inline.text))

    # ---- fields and controls ---------------------------------------------------------------------------------

    def _field_mark(self, element: Element) -> None:
        match element.get(qualified("fldCharType")):
            case "begin":
                self._fields.begin()
            case "separate":
                self._fields.separate()
            case "end":
                self._end_field(element)

    def _field_code(self, element: Element) -> None:
        self._fields.add_code(element.text or "")

    def _start_simple_field(self, element: Element) -> None:
        self._fields.begin()
        self._fields.add_code(element.get(qualified("instr"), ""))
        self._fields.separate()

    def _end_field(self, element: Element) -> None:
        """Close a field; one of the page number counts even before any program has worked out its result."""
        closed = self._fields.end()
        if closed is None:
            return
        if closed.page is closed and not closed.is_told:
            self._note(InlineKind.PAGE_NUMBER)
        elif closed.sign:
            self._say(closed.sign, InlineKind.SYMBOL)
        elif closed.is_lost:
            self._note(InlineKind.FIELD, closed.instruction)

    def _page_number(self, element: Element) -> None:
        if self._fields.shown is not None:
            self._note(InlineKind.PAGE_NUMBER)

    def _start_control(self, control: Element) -> None:
        is_prompt = bool(child_switch(inside(control, "sdtPr"), "showingPlcHdr"))
        if is_prompt and not self._scope.is_prompt:
            self._note(InlineKind.PLACEHOLDER, _all_text(control))
        self._scopes.append(replace(self._scope, is_prompt=is_prompt or self._scope.is_prompt))

    def _start_choices(self, element: Element) -> None:
        choice = element.find(_CHOICE)
        self._scopes.append(replace(self._scope, choice=element.find(_FALLBACK) if choice is None else choice))

    # ---- runs and paragraphs ---------------------------------------------------------------------------------

    def _start_run(self, run: Element) -> None:
        properties = inside(run, "rPr")
        formatted = inside(properties, "rPrChange")
        self._enter(() if formatted is None else (change_of(formatted),))
        paragraph = self._open[-1].format if self._open else self._usual
        looks = self._formats.run(self._settled(properties, "rPrChange"), paragraph, self._scope.run)
        self._scopes[-1] = replace(self._scope, looks=looks, run=looks)

    def _start_paragraph(self, element: Element) -> None:
        self._made.add(Kind.PARAGRAPH)
        paragraph = self._formats.paragraph(self._settled(inside(element, "pPr"), "pPrChange"))
        looks = self._formats.run(None, paragraph, self._scope.run)
        self._open.append(Draft(paragraph, looks, len(self._sections), self._waiting))
        self._scopes.append(replace(self._scope, looks=looks))
        self._waiting = []

    def _end_paragraph(self, element: Element) -> None:
        self._fields.end_paragraph()
        self._leave(element)
        draft, flow = self._open.pop(), self._flows[-1]
        properties = inside(element, "pPr")
        mark = inside(properties, "rPr")
        changes = (*changes_of(properties), *changes_of(mark))
        self._changes += changes
        mark = self._settled(mark, "rPrChange")
        is_hidden = self._formats.run(mark, draft.format).is_hidden
        flow.format = draft.format
        flow.boxes += draft.boxes
        if is_gone(changes, self._revisions):
            flow.within += draft.inlines
        elif is_hidden and not any(inline.says.strip() for inline in draft.inlines):
            flow.ahead += draft.inlines
        else:
            flow.ahead += [*self._label(draft.format, mark), *flow.within, *draft.inlines]
            flow.within = []
            if not is_hidden:
                self._close(flow, draft.section, changes)
        if (section := inside(properties, "sectPr")) is not None:
            self._end_section(section)

    def _label(self, paragraph: ParagraphFormat, mark: Element | None) -> Iterable[Inline]:
        if paragraph.number is not None:
            kind = InlineKind.BULLET if self._labels.is_bullet(paragraph.number) else InlineKind.LABEL
            label = Inline(kind, self._labels.next_label(paragraph.number), self._formats.label(mark, paragraph))
            self._count(label)
            yield label

    def _settled(self, properties: Element | None, change: str) -> Element | None:
        """Return the properties that hold once tracked changes of form are settled."""
        if self._revisions is not Revisions.REJECT or properties is None:
            return properties
        old = inside(properties, change, properties.tag.rpartition("}")[2])
        return properties if old is None else old

    def _close(self, flow: Flow, section: int, changes: tuple[Change, ...] = ()) -> None:
        cells, changes = tuple(self._cells), self._within(changes)
        inlines, boxes = tuple(flow.ahead), tuple(flow.boxes)
        flow.done.append(WordParagraph(inlines, flow.format, section, cells, flow.box, boxes, changes))
        flow.ahead, flow.boxes = [], []

    def _finished(self, flow: Flow) -> tuple[WordParagraph, ...]:
        flow.ahead += flow.within
        if flow.ahead or flow.boxes:
            self._close(flow, len(self._sections))
        return tuple(flow.done)

    # ---- what holds paragraphs -------------------------------------------------------------------------------

    def _end_section(self, properties: Element) -> bool:
        self._made.add(Kind.SECTION)
        self._sections.append(section_of(properties))
        return True

    def _start_table(self, element: Element) -> None:
        self._note(InlineKind.TABLE)
        self._cells.append(CellPlace(len(self._tables)))
        self._tables.append(WordTable(element))

    def _end_table(self, element: Element) -> None:
        self._cells.pop()

    def _start_drawing(self, element: Element) -> None:
        around = self._scope.drawings
        self._made.allow(Kind.NESTING, around + 1)
        self._scopes.append(replace(self._scope, drawing=WordDrawing(element), drawings=around + 1))
        self._note(InlineKind.OBJECT if element.tag == qualified("object") else InlineKind.DRAWING)

    def _start_box(self, element: Element) -> None:
        self._note(InlineKind.TEXT_BOX)
        self._flows.append(Flow(self._usual, self._scope.drawing or WordDrawing(element)))

    def _end_box(self, element: Element) -> None:
        box = self._finished(self._flows.pop())
        (self._open[-1] if self._open else self._flows[-1]).boxes.append(box)


def _nothing(walk: Walk, element: Element) -> None:
    """Most elements only hold others."""


def _never(walk: Walk, element: Element) -> bool:
    return False


def _mark(element: Element) -> tuple[InlineKind, str]:
    """Return what a mark is, and what it names."""
    kind, attribute = _MARKS[element.tag]
    return kind, element.get(attribute, "") if attribute else ""


def _all_text(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(qualified("t")))


def _each(names: str, handler: _T) -> dict[object, _T]:
    return dict.fromkeys(map(qualified, names.split()), handler)


_ID = qualified("id")
_SIGNS = {**_each("br cr", "\n"), **_each("tab ptab", "\t"), **_each("noBreakHyphen", "-")}

_LEFT_OUT: Mapping[object, Callable[[Walk, Element], bool]] = {
    **_each("pPr rPr tblPr tblGrid trPr tcPr sdtPr rubyPr", Walk._always),
    **_each("ins moveTo del moveFrom", Walk._is_change_out),
    **_each("sectPr", Walk._end_section),
    **_each("tr", Walk._is_row_out),
    **_each("tc", Walk._is_cell_out),
    **_each("rt", Walk._is_phonetic),
    _CHOICE: Walk._is_other_choice,
    _FALLBACK: Walk._is_other_choice,
}
_COMMENT_MARKS = tuple(map(qualified, ("commentRangeStart", "commentRangeEnd", "commentReference")))
_MARKS: Mapping[object, tuple[InlineKind, str]] = {
    **_each("commentRangeStart", (InlineKind.COMMENT_START, _ID)),
    **_each("commentRangeEnd commentReference", (InlineKind.COMMENT_END, _ID)),
    **_each("footnoteReference", (InlineKind.FOOTNOTE, _ID)),
    **_each("endnoteReference", (InlineKind.ENDNOTE, _ID)),
    **_each("altChunk subDoc", (InlineKind.EMBEDDED, "")),
    _PICTURE: (InlineKind.PICTURE, ""),
    f"{_VML}imagedata": (InlineKind.PICTURE, ""),
    f"{_VML}textpath": (InlineKind.WORD_ART, "string"),
}
_AT_START: Mapping[object, Callable[[Walk, Element], None]] = {
    **dict.fromkeys(_SIGNS, Walk._sign),
    **_each("p", Walk._start_paragraph),
    **_each("r", Walk._start_run),
    **_each("t delText", Walk._text),
    _MATH_TEXT: Walk._text,
    **_each("sym", Walk._symbol),
    **_each("fldChar", Walk._field_mark),
    **_each("instrText delInstrText", Walk._field_code),
    **_each("fldSimple", Walk._start_simple_field),
    **_each("pgNum", Walk._page_number),
    **_each("sdt", Walk._start_control),
    f"{_MC}AlternateContent": Walk._start_choices,
    **_each("tbl", Walk._start_table),
    **_each("drawing pict object", Walk._start_drawing),
    **_each("txbxContent", Walk._start_box),
}
_AT_END: Mapping[object, Callable[[Walk, Element], None]] = {
    **_each("ins moveTo del moveFrom tr tc r sdt drawing pict object", Walk._leave),
    f"{_MC}AlternateContent": Walk._leave,
    **_each("p", Walk._end_paragraph),
    **_each("fldSimple", Walk._end_field),
    **_each("tbl", Walk._end_table),
    **_each("txbxContent", Walk._end_box),
}
