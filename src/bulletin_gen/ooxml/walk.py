"""The XML of a body, header, footer, note or comment in; its paragraphs out, in the order in which they stand.

Every element is met once. What the tracked changes take away is left out, fields are read, labels counted.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from bulletin_gen.ooxml.drawn import WordDrawing, WordTable
from bulletin_gen.ooxml.effective import Formats, ParagraphFormat, RunFormat
from bulletin_gen.ooxml.field_codes import Fields
from bulletin_gen.ooxml.names import Element, child_switch, inside, moment_of, qualified
from bulletin_gen.ooxml.printed_labels import Lists, PrintedLabels
from bulletin_gen.ooxml.revisions import Change, ChangeKind, Revisions, is_gone
from bulletin_gen.ooxml.symbols import symbol
from bulletin_gen.ooxml.word_sections import WordSection, section_of
from bulletin_gen.ooxml.word_story import CellPlace, Inline, InlineKind, Shown, WordParagraph, WordStory

MAX_ELEMENTS = 2_000_000

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CHOICE, _FALLBACK = f"{_MC}Choice", f"{_MC}Fallback"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_VML = "{urn:schemas-microsoft-com:vml}"
_CHANGES = {
    **dict.fromkeys(map(qualified, ("ins", "moveTo", "cellIns")), ChangeKind.INSERTED),
    **dict.fromkeys(map(qualified, ("del", "moveFrom", "cellDel")), ChangeKind.DELETED),
    **dict.fromkeys(map(qualified, ("rPrChange", "pPrChange")), ChangeKind.FORMATTED),
}
_MOVES = (qualified("moveTo"), qualified("moveFrom"))
_BREAKS = {"page": "\f"}


class TooLongError(Exception):
    """A story of more elements than any bulletin has."""


@dataclass
class _Draft:
    """A paragraph under way."""

    format: ParagraphFormat
    section: int
    inlines: list[Inline]
    boxes: list[tuple[WordParagraph, ...]] = field(default_factory=list)


@dataclass
class _Flow:
    """The body, or a text box: the paragraphs done, and what waits for the next one because its own end is gone.

    `ahead` is printed before the next label (the end was hidden), `within` after it (the end was deleted); `format` is
    that of the last paragraph.
    """

    format: ParagraphFormat
    box: WordDrawing | None = None
    done: list[WordParagraph] = field(default_factory=list)
    ahead: list[Inline] = field(default_factory=list)
    within: list[Inline] = field(default_factory=list)
    boxes: list[tuple[WordParagraph, ...]] = field(default_factory=list)


class Walk:
    """Walks one story once; `revisions` None keeps what was inserted and what was deleted."""

    def __init__(self, formats: Formats, lists: Lists, revisions: Revisions | None) -> None:
        usual = formats.paragraph(None)
        self._formats, self._revisions = formats, revisions
        self._labels = PrintedLabels(lists)
        self._fields = Fields()
        self._flows = [_Flow(usual)]
        self._open: list[_Draft] = []
        self._waiting: list[Inline] = []  # what stands between paragraphs
        self._looks = [formats.run(None, usual)]  # of the paragraphs and runs that are open
        self._runs: list[RunFormat | None] = [None]
        self._within: list[tuple[Change, ...]] = [()]  # the changes in which we stand
        self._prompts = [False]
        self._choices: list[Element | None] = []
        self._drawings: list[WordDrawing] = []
        self._cells: list[CellPlace] = []
        self._changes: list[Change] = []
        self._sections: list[WordSection] = []
        self._tables: list[WordTable] = []

    def read(self, root: Element) -> WordStory:
        """Return what stands in a story. Raises TooLongError."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for count, (event, element) in enumerate(walk):
            if count > 2 * MAX_ELEMENTS:
                raise TooLongError
            if event == "end":
                _AT_END.get(element.tag, _nothing)(self, element)
            elif self._is_left_out(element):
                walk.skip_subtree()
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

    # ---- what is left out ------------------------------------------------------------------------------------

    def _is_left_out(self, element: Element) -> bool:
        test = _LEFT_OUT.get(element.tag)
        return test is not None and test(self, element)

    def _always(self, element: Element) -> bool:
        return True

    def _end_section(self, properties: Element) -> bool:
        self._sections.append(section_of(properties))
        return True

    def _is_other_choice(self, element: Element) -> bool:
        """Of the choices of one content the first is read; the fallback only where there is no choice."""
        return bool(self._choices) and self._choices[-1] is not element

    def _is_phonetic(self, element: Element) -> bool:
        self._note(InlineKind.PHONETIC, _all_text(element))
        return True

    def _is_change_out(self, element: Element) -> bool:
        return self._enter((_change(element),))

    def _is_row_out(self, row: Element) -> bool:
        if self._cells:
            self._cells[-1] = CellPlace(self._cells[-1].table, self._cells[-1].row + 1)
        return self._enter(_changes_of(inside(row, "trPr")))

    def _is_cell_out(self, cell: Element) -> bool:
        if self._cells:
            self._cells[-1] = replace(self._cells[-1], column=self._cells[-1].column + 1)
        return self._enter(_changes_of(inside(cell, "tcPr")))

    def _enter(self, changes: tuple[Change, ...]) -> bool:
        """Note changes of what begins here, up to its end. Return whether they take it away."""
        self._changes += changes
        self._within.append((*self._within[-1], *changes))
        return is_gone(changes, self._revisions)

    def _leave(self, element: Element) -> None:
        self._within.pop()

    # ---- text ------------------------------------------------------------------------------------------------

    def _text(self, element: Element) -> None:
        self._say((element.text or "").replace("\n", " "))

    def _formula(self, element: Element) -> None:
        self._say((element.text or "").replace("\n", " "), InlineKind.MATH)

    def _line_end(self, element: Element) -> None:
        self._say(_BREAKS.get(element.get(qualified("type"), ""), "\n"))

    def _tab(self, element: Element) -> None:
        self._say("\t")

    def _hyphen(self, element: Element) -> None:
        self._say("-")

    def _symbol(self, element: Element) -> None:
        code, font = element.get(qualified("char"), ""), element.get(qualified("font"), "")
        char = symbol(code, font)
        if char is None:
            self._note(InlineKind.LOST_SYMBOL, f"{font} {code}")
        else:
            self._say(char, InlineKind.SYMBOL)

    def _say(self, text: str, kind: InlineKind = InlineKind.TEXT) -> None:
        shown, inner = self._fields.shown, self._fields.innermost
        is_hidden = self._looks[-1].is_hidden
        if shown is None or (is_hidden and (shown is Shown.PAGES or self._prompts[-1])):
            return
        if inner is None or inner.page is None:
            self._note(kind, text, Shown.HIDDEN if is_hidden else shown)
        elif not inner.page.is_told:
            inner.page.is_told = True
            self._note(InlineKind.PAGE_NUMBER)

    def _note(
        self,
        kind: InlineKind,
        text: str = "",
        shown: Shown = Shown.PRINTED,
        drawing: WordDrawing | None = None,
    ) -> None:
        inner = self._fields.innermost
        noted = Inline(
            kind,
            text,
            self._looks[-1],
            Shown.PROMPT if self._prompts[-1] else shown,
            self._within[-1],
            inner.instruction if inner is not None else "",
            drawing,
        )
        (self._open[-1].inlines if self._open else self._waiting).append(noted)

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

    def _start_control(self, control: Element) -> None:
        is_prompt = bool(child_switch(inside(control, "sdtPr"), "showingPlcHdr"))
        if is_prompt and not self._prompts[-1]:
            self._note(InlineKind.PLACEHOLDER, _all_text(control))
        self._prompts.append(is_prompt or self._prompts[-1])

    def _end_control(self, control: Element) -> None:
        self._prompts.pop()

    def _start_choices(self, element: Element) -> None:
        choice = element.find(_CHOICE)
        self._choices.append(element.find(_FALLBACK) if choice is None else choice)

    def _end_choices(self, element: Element) -> None:
        self._choices.pop()

    # ---- runs and paragraphs ---------------------------------------------------------------------------------

    def _start_run(self, run: Element) -> None:
        properties = inside(run, "rPr")
        formatted = inside(properties, "rPrChange")
        self._enter(() if formatted is None else (_change(formatted),))
        paragraph = self._open[-1].format if self._open else self._flows[-1].format
        looks = self._formats.run(self._settled(properties, "rPrChange"), paragraph, self._runs[-1])
        self._looks.append(looks)
        self._runs.append(looks)

    def _end_run(self, run: Element) -> None:
        self._looks.pop()
        self._runs.pop()
        self._leave(run)

    def _start_paragraph(self, element: Element) -> None:
        looks = self._formats.paragraph(self._settled(inside(element, "pPr"), "pPrChange"))
        self._open.append(_Draft(looks, len(self._sections), self._waiting))
        self._looks.append(self._formats.run(None, looks, self._runs[-1]))
        self._waiting = []

    def _end_paragraph(self, element: Element) -> None:
        self._fields.end_paragraph()
        self._looks.pop()
        draft, flow = self._open.pop(), self._flows[-1]
        properties = inside(element, "pPr")
        mark = inside(properties, "rPr")
        changes = (*_changes_of(properties), *_changes_of(mark))
        self._changes += changes
        settled = self._settled(mark, "rPrChange")
        is_hidden = self._formats.run(settled, draft.format).is_hidden
        flow.boxes += draft.boxes
        flow.format = draft.format
        if is_gone(changes, self._revisions):
            flow.within += draft.inlines
        elif is_hidden and not any(inline.says.strip() for inline in draft.inlines):
            flow.ahead += draft.inlines
        else:
            flow.ahead += [*self._label(draft, settled), *flow.within, *draft.inlines]
            flow.within = []
            if not is_hidden:
                self._close(flow, draft.section, changes)
        if (section := inside(properties, "sectPr")) is not None:
            self._end_section(section)

    def _label(self, draft: _Draft, mark: Element | None) -> Iterable[Inline]:
        number = draft.format.number
        if number is None:
            return
        kind = InlineKind.BULLET if self._labels.is_bullet(number) else InlineKind.LABEL
        yield Inline(kind, self._labels.next_label(number), self._formats.label(mark, draft.format))

    def _close(self, flow: _Flow, section: int, changes: tuple[Change, ...] = ()) -> None:
        cells, changes = tuple(self._cells), (*self._within[-1], *changes)
        inlines, boxes = tuple(flow.ahead), tuple(flow.boxes)
        flow.done.append(WordParagraph(inlines, flow.format, section, cells, flow.box, boxes, changes))
        flow.ahead, flow.boxes = [], []

    def _settled(self, properties: Element | None, change: str) -> Element | None:
        """Return the properties that hold once tracked changes of form are settled."""
        if self._revisions is not Revisions.REJECT or properties is None:
            return properties
        old = inside(properties, change, properties.tag.rpartition("}")[2])
        return properties if old is None else old

    def _start_box(self, element: Element) -> None:
        self._note(InlineKind.TEXT_BOX)
        drawing = self._drawings[-1] if self._drawings else WordDrawing(element)
        self._flows.append(_Flow(self._formats.paragraph(None), drawing))

    def _end_box(self, element: Element) -> None:
        box = self._finished(self._flows.pop())
        (self._open[-1] if self._open else self._flows[-1]).boxes.append(box)

    def _finished(self, flow: _Flow) -> tuple[WordParagraph, ...]:
        flow.ahead += flow.within
        if flow.ahead or flow.boxes:
            self._close(flow, len(self._sections))
        return tuple(flow.done)

    # ---- tables and things that are no text ------------------------------------------------------------------

    def _start_table(self, element: Element) -> None:
        self._note(InlineKind.TABLE)
        self._cells.append(CellPlace(len(self._tables)))
        self._tables.append(WordTable(element))

    def _end_table(self, element: Element) -> None:
        self._cells.pop()

    def _start_drawing(self, element: Element) -> None:
        kind = InlineKind.OBJECT if element.tag == qualified("object") else InlineKind.DRAWING
        self._drawings.append(WordDrawing(element))
        self._note(kind, drawing=self._drawings[-1])

    def _end_drawing(self, element: Element) -> None:
        self._drawings.pop()

    def _page_number(self, element: Element) -> None:
        if self._fields.shown is not None:
            self._note(InlineKind.PAGE_NUMBER)

    def _word_art(self, element: Element) -> None:
        if element.get("string"):
            self._note(InlineKind.WORD_ART, element.get("string", ""))


def _nothing(walk: Walk, element: Element) -> None:
    """Most elements only hold others."""


def _tell(kind: InlineKind, attribute: str = "") -> Callable[[Walk, Element], None]:
    def tell(walk: Walk, element: Element) -> None:
        walk._note(kind, element.get(attribute, "") if attribute else "")

    return tell


def _changes_of(properties: Element | None) -> tuple[Change, ...]:
    """Return the changes that are noted among properties: of a paragraph, of its end, of a row or cell."""
    children = () if properties is None else properties
    return tuple(_change(child) for child in children if child.tag in _CHANGES)


def _change(element: Element) -> Change:
    author = element.get(qualified("author"), "")
    return Change(_CHANGES[element.tag], author, moment_of(element), element.tag in _MOVES)


def _all_text(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(qualified("t")))


_Handler = Callable[[Walk, Element], None]
_PROPERTIES = ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "rubyPr")
_ID = qualified("id")

_LEFT_OUT: Mapping[object, Callable[[Walk, Element], bool]] = {
    **dict.fromkeys(map(qualified, _PROPERTIES), Walk._always),
    **dict.fromkeys(map(qualified, ("ins", "moveTo", "del", "moveFrom")), Walk._is_change_out),
    qualified("sectPr"): Walk._end_section,
    qualified("tr"): Walk._is_row_out,
    qualified("tc"): Walk._is_cell_out,
    qualified("rt"): Walk._is_phonetic,
    _CHOICE: Walk._is_other_choice,
    _FALLBACK: Walk._is_other_choice,
}
_AT_START: Mapping[object, _Handler] = {
    qualified("p"): Walk._start_paragraph,
    qualified("r"): Walk._start_run,
    qualified("t"): Walk._text,
    qualified("delText"): Walk._text,
    f"{_MATH}t": Walk._formula,
    qualified("tab"): Walk._tab,
    qualified("ptab"): Walk._tab,
    qualified("br"): Walk._line_end,
    qualified("cr"): Walk._line_end,
    qualified("noBreakHyphen"): Walk._hyphen,
    qualified("sym"): Walk._symbol,
    qualified("fldChar"): Walk._field_mark,
    qualified("instrText"): Walk._field_code,
    qualified("delInstrText"): Walk._field_code,
    qualified("fldSimple"): Walk._start_simple_field,
    qualified("pgNum"): Walk._page_number,
    qualified("sdt"): Walk._start_control,
    f"{_MC}AlternateContent": Walk._start_choices,
    qualified("txbxContent"): Walk._start_box,
    qualified("tbl"): Walk._start_table,
    qualified("drawing"): Walk._start_drawing,
    qualified("pict"): Walk._start_drawing,
    qualified("object"): Walk._start_drawing,
    f"{_VML}textpath": Walk._word_art,
    qualified("commentRangeStart"): _tell(InlineKind.COMMENT_START, _ID),
    qualified("commentRangeEnd"): _tell(InlineKind.COMMENT_END, _ID),
    qualified("commentReference"): _tell(InlineKind.COMMENT_END, _ID),
    qualified("footnoteReference"): _tell(InlineKind.FOOTNOTE, _ID),
    qualified("endnoteReference"): _tell(InlineKind.ENDNOTE, _ID),
    qualified("altChunk"): _tell(InlineKind.EMBEDDED),
    qualified("subDoc"): _tell(InlineKind.EMBEDDED),
    _PICTURE: _tell(InlineKind.PICTURE),
    f"{_VML}imagedata": _tell(InlineKind.PICTURE),
}
_AT_END: Mapping[object, _Handler] = {
    **dict.fromkeys(map(qualified, ("ins", "moveTo", "del", "moveFrom", "tr", "tc")), Walk._leave),
    qualified("p"): Walk._end_paragraph,
    qualified("r"): Walk._end_run,
    qualified("fldSimple"): Walk._end_field,
    qualified("sdt"): Walk._end_control,
    f"{_MC}AlternateContent": Walk._end_choices,
    qualified("txbxContent"): Walk._end_box,
    qualified("tbl"): Walk._end_table,
    qualified("drawing"): Walk._end_drawing,
    qualified("pict"): Walk._end_drawing,
    qualified("object"): Walk._end_drawing,
}
