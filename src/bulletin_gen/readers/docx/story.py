"""The XML of a body, header or note in; its paragraphs as pieces out, with labels, in the order they are read."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from bulletin_gen.ooxml.fields import Fields, Shown
from bulletin_gen.ooxml.names import Element, child_switch, child_value, w
from bulletin_gen.ooxml.numbering import Numbering
from bulletin_gen.ooxml.revisions import Revisions
from bulletin_gen.ooxml.styles import Style, Styles
from bulletin_gen.ooxml.symbols import symbol
from bulletin_gen.readers.docx.pieces import CommentEnd, CommentStart, Kind, Piece, Remark

MAX_ELEMENTS = 2_000_000

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_VML = "{urn:schemas-microsoft-com:vml}"
_INSERTIONS = (w("ins"), w("moveTo"), w("cellIns"))
_DELETIONS = (w("del"), w("moveFrom"), w("cellDel"))
_NUMERALS = "一二三四五六七八九十百千零〇"


class TooLongError(Exception):
    """A story of more elements than any bulletin has."""


@dataclass
class _Paragraph:
    properties: Element | None
    style: Style
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[list[Piece]] = field(default_factory=list)


@dataclass
class _Flow:
    """The body, or a text box: the paragraphs done, and what waits for the next one because its own end is gone.

    `ahead` is printed before the next label (the end was hidden), `inside` after it (the end was deleted).
    """

    has_text: bool = False
    done: list[list[Piece]] = field(default_factory=list)
    ahead: list[Piece] = field(default_factory=list)
    inside: list[Piece] = field(default_factory=list)


class Story:
    """Walks one story once."""

    def __init__(self, styles: Styles, numbering: Numbering, revisions: Revisions) -> None:
        self.changes: Counter[str] = Counter()  # tracked changes seen, by 插入 and 删除
        self._styles = styles
        self._numbering = numbering
        self._is_accepting = revisions is Revisions.ACCEPT
        self._fields = Fields()
        self._flows = [_Flow()]
        self._open: list[_Paragraph] = []
        self._hidden: list[bool] = []
        self._waiting: list[Piece] = []  # what stands between paragraphs

    def read(self, root: Element) -> list[list[Piece]]:
        """Return the paragraphs of a story. Raises TooLongError."""
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
        flow = self._flows[0]
        return [*flow.done, [*flow.ahead, *flow.inside, *self._waiting]]

    # ---- what is left out ------------------------------------------------------------------------------------

    def _is_left_out(self, element: Element) -> bool:
        test = _LEFT_OUT.get(element.tag)
        return test is not None and test(self, element)

    def _always(self, element: Element) -> bool:
        return True

    def _is_insertion_out(self, element: Element) -> bool:
        self.changes["插入"] += 1
        return not self._is_accepting

    def _is_deletion_out(self, element: Element) -> bool:
        self.changes["删除"] += 1
        return self._is_accepting

    def _is_row_out(self, row: Element) -> bool:
        return self._is_gone(row.find(w("trPr")))

    def _is_cell_out(self, cell: Element) -> bool:
        return self._is_gone(cell.find(w("tcPr")))

    def _is_gone(self, properties: Element | None) -> bool:
        """Is the mark that has these properties gone, once the tracked changes are settled?"""
        if properties is None:
            return False
        is_inserted, is_deleted = (_has_any(properties, names) for names in (_INSERTIONS, _DELETIONS))
        self.changes["插入"] += is_inserted
        self.changes["删除"] += is_deleted
        return is_deleted if self._is_accepting else is_inserted

    def _is_other_choice(self, element: Element) -> bool:
        """Of the choices of one content the first is read; the fallback only where there is no choice."""
        parent = element.getparent()
        return parent is not None and parent.find(f"{_MC}Choice") not in (None, element)

    def _is_placeholder(self, control: Element) -> bool:
        is_prompt = bool(child_switch(control.find(w("sdtPr")), "showingPlcHdr"))
        if is_prompt:
            self._note(Remark(Kind.PLACEHOLDER, _all_text(control)))
        return is_prompt

    def _is_phonetic(self, element: Element) -> bool:
        self._note(Remark(Kind.PHONETIC, _all_text(element)))
        return True

    # ---- text ------------------------------------------------------------------------------------------------

    def _text(self, element: Element) -> None:
        self._say((element.text or "").replace("\n", " ").replace("\t", " "))

    def _line_end(self, element: Element) -> None:
        self._say("\n")

    def _tab(self, element: Element) -> None:
        self._say(" ")

    def _hyphen(self, element: Element) -> None:
        self._say("-")

    def _symbol(self, element: Element) -> None:
        code, font = element.get(w("char"), ""), element.get(w("font"), "")
        char = symbol(code, font)
        if char is None:
            self._note(Remark(Kind.SYMBOL, f"{font} {code}"))
        else:
            self._say(char)

    def _say(self, text: str) -> None:
        shown = self._fields.shows
        if shown is Shown.NEVER:
            return
        if any(self._hidden):
            self._note(Remark(Kind.HIDDEN, text))
        elif shown is Shown.ASIDE:
            self._note(Remark(Kind.CONTENTS, text))
        else:
            self._note(text)

    def _note(self, piece: Piece) -> None:
        (self._open[-1].pieces if self._open else self._waiting).append(piece)

    # ---- fields ----------------------------------------------------------------------------------------------

    def _field_mark(self, element: Element) -> None:
        match element.get(w("fldCharType")):
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
        self._fields.add_code(element.get(w("instr"), ""))
        self._fields.separate()

    def _end_field(self, element: Element) -> None:
        text, unknown = self._fields.end()
        if text:
            self._say(text)
        if unknown:
            self._note(Remark(Kind.FIELD, unknown))

    # ---- runs and paragraphs ---------------------------------------------------------------------------------

    def _start_run(self, run: Element) -> None:
        properties = self._settled(run.find(w("rPr")), "rPrChange")
        own = child_switch(properties, "vanish")
        character = self._styles.style(child_value(properties, "rStyle"))
        says = (own, character.is_hidden, self._open[-1].style.is_hidden if self._open else None)
        self._hidden.append(next((said for said in says if said is not None), False))

    def _end_run(self, run: Element) -> None:
        if self._hidden:
            self._hidden.pop()

    def _start_paragraph(self, element: Element) -> None:
        properties = self._settled(element.find(w("pPr")), "pPrChange")
        style = self._styles.paragraph_style(child_value(properties, "pStyle"))
        self._open.append(_Paragraph(properties, style, self._waiting))
        self._waiting = []

    def _end_paragraph(self, element: Element) -> None:
        self._fields.end_paragraph()
        paragraph, flow = self._open.pop(), self._flows[-1]
        flow.done += [] if flow.has_text else paragraph.boxes
        mark = _find(element, "pPr", "rPr")
        own = child_switch(mark, "vanish")
        is_hidden = bool(paragraph.style.is_hidden if own is None else own)
        if self._is_gone(mark):
            flow.inside += paragraph.pieces
        elif is_hidden and not _is_printed(paragraph.pieces):
            flow.ahead += paragraph.pieces
        else:
            whole = [*flow.ahead, *self._labelled(paragraph, [*flow.inside, *paragraph.pieces])]
            flow.ahead, flow.inside = (whole, []) if is_hidden else ([], [])
            flow.done += [] if is_hidden else [whole]
        flow.done += paragraph.boxes if flow.has_text else []
        flow.has_text = flow.has_text or _is_printed(paragraph.pieces)

    def _labelled(self, paragraph: _Paragraph, pieces: list[Piece]) -> list[Piece]:
        if self._is_centred(paragraph):
            pieces = [piece for piece in pieces if piece != "\n"]
        number = self._numbering.number_of(paragraph.properties, paragraph.style)
        if number is None:
            return pieces
        label = self._numbering.next_label(number)
        if self._numbering.is_bullet(number):
            return [Remark(Kind.BULLET), *pieces]
        if not label:
            return pieces
        if not _is_printed(pieces):
            return [Remark(Kind.EMPTY_NUMBER, label), *pieces]
        return [label + _gap(label, pieces), *pieces]

    def _is_centred(self, paragraph: _Paragraph) -> bool:
        """Is the paragraph centred? Its line ends then only shape one title or heading."""
        own = child_value(paragraph.properties, "jc")
        return (own or paragraph.style.alignment) == "center"

    def _settled(self, properties: Element | None, change: str) -> Element | None:
        """Return the properties that hold once tracked changes of form are settled."""
        if self._is_accepting or properties is None:
            return properties
        old = _find(properties, change, properties.tag.rpartition("}")[2])
        return properties if old is None else old

    def _start_box(self, element: Element) -> None:
        self._note(Remark(Kind.TEXT_BOX))
        self._flows.append(_Flow())

    def _end_box(self, element: Element) -> None:
        flow = self._flows.pop()
        boxes = [*flow.done, [*flow.ahead, *flow.inside]]
        if self._open:
            self._open[-1].boxes += boxes
        else:
            self._flows[-1].done += boxes

    # ---- comments, notes and things that are no text ---------------------------------------------------------

    def _start_comment(self, element: Element) -> None:
        self._note(CommentStart(element.get(w("id"), "")))

    def _end_comment(self, element: Element) -> None:
        self._note(CommentEnd(element.get(w("id"), "")))

    def _word_art(self, element: Element) -> None:
        if element.get("string"):
            self._note(Remark(Kind.WORD_ART, element.get("string", "")))


def _nothing(story: Story, element: Element) -> None:
    """Most elements only hold others."""


def _tell(kind: Kind, attribute: str = "") -> Callable[[Story, Element], None]:
    def tell(story: Story, element: Element) -> None:
        story._note(Remark(kind, element.get(attribute, "") if attribute else ""))

    return tell


def _find(element: Element | None, *names: str) -> Element | None:
    for name in names:
        element = element.find(w(name)) if element is not None else None
    return element


def _has_any(element: Element, names: tuple[str, ...]) -> bool:
    return any(element.find(name) is not None for name in names)


def _all_text(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(w("t")))


def _is_printed(pieces: list[Piece]) -> bool:
    return any(isinstance(piece, str) and piece.strip() for piece in pieces)


def _gap(label: str, pieces: list[Piece]) -> str:
    """Return what parts a label from its text where its last sign would run into it: 1 甲, 1. 2024年."""
    following = next((piece.lstrip()[0] for piece in pieces if isinstance(piece, str) and piece.strip()), "")
    last = label[-1]
    is_open = last.isdecimal() or (last.isascii() and last.isalpha()) or last in _NUMERALS
    return " " if is_open or (last in ".．" and following.isdecimal()) else ""


_Handler = Callable[[Story, Element], None]

_LEFT_OUT: Mapping[object, Callable[[Story, Element], bool]] = {
    **dict.fromkeys(
        map(w, ("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "rubyPr")), Story._always
    ),
    **dict.fromkeys(_INSERTIONS, Story._is_insertion_out),
    **dict.fromkeys(_DELETIONS, Story._is_deletion_out),
    w("tr"): Story._is_row_out,
    w("tc"): Story._is_cell_out,
    w("sdt"): Story._is_placeholder,
    w("rt"): Story._is_phonetic,
    f"{_MC}Choice": Story._is_other_choice,
    f"{_MC}Fallback": Story._is_other_choice,
}
_AT_START: Mapping[object, _Handler] = {
    w("p"): Story._start_paragraph,
    w("r"): Story._start_run,
    w("t"): Story._text,
    w("delText"): Story._text,
    f"{_MATH}t": Story._text,
    w("tab"): Story._tab,
    w("ptab"): Story._tab,
    w("br"): Story._line_end,
    w("cr"): Story._line_end,
    w("noBreakHyphen"): Story._hyphen,
    w("sym"): Story._symbol,
    w("fldChar"): Story._field_mark,
    w("instrText"): Story._field_code,
    w("delInstrText"): Story._field_code,
    w("fldSimple"): Story._start_simple_field,
    w("txbxContent"): Story._start_box,
    w("commentRangeStart"): Story._start_comment,
    w("commentRangeEnd"): Story._end_comment,
    w("commentReference"): Story._end_comment,
    w("footnoteReference"): _tell(Kind.FOOTNOTE, w("id")),
    w("endnoteReference"): _tell(Kind.ENDNOTE, w("id")),
    w("tbl"): _tell(Kind.TABLE),
    w("altChunk"): _tell(Kind.EMBEDDED),
    w("subDoc"): _tell(Kind.EMBEDDED),
    w("object"): _tell(Kind.OBJECT),
    _PICTURE: _tell(Kind.PICTURE),
    f"{_VML}imagedata": _tell(Kind.PICTURE),
    f"{_VML}textpath": Story._word_art,
}
_AT_END: Mapping[object, _Handler] = {
    w("p"): Story._end_paragraph,
    w("r"): Story._end_run,
    w("fldSimple"): Story._end_field,
    w("txbxContent"): Story._end_box,
}
