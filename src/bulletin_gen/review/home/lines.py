"""A spec in; its lines as a reader of its DOCX prints them, and which words of each stand in which field, out."""

from collections.abc import Iterator, Mapping, Sequence

from bulletin_gen.composing import compose_unreleased
from bulletin_gen.document import AttachmentHead, Block, Head, Heading, Paragraph, Signature, Table, Title, block_lines
from bulletin_gen.frozen import frozen
from bulletin_gen.placing.signature import signature_rows
from bulletin_gen.review.home.typed import TypedText
from bulletin_gen.review.redline import places_in
from bulletin_gen.spans import Text, flat, joined, lines_of
from bulletin_gen.spec.spec import Spec
from bulletin_gen.style import GBT9704
from bulletin_gen.text.chars import STOPS
from bulletin_gen.text.numerals import han_number
from bulletin_gen.text.regex import Regex

_PLACES = {"contact": "联系方式"}
_PROSE = ("text", "closing", "status", "table")
_DIRECT = ("heading", "problem", "text")
_CLOSED = Regex(r"\.text$|\.measures\[\d+\]$")  # texts that we end with a stop
_YEAR = Regex(r"^\d{4}年")
OUTER_QUOTES = str.maketrans("‘’", "“”")
_ROW = Regex(r" ?第\d+段$")
_MEASURE = Regex(r"\.measures\[(\d+)\]$")


@frozen
class Piece:
    """Characters start … end - 1 of a line are those of the field `path`, from character `offset` of it as printed.

    `row` is which paragraph of the field it is.
    """

    start: int
    end: int
    path: str
    offset: int
    row: int


@frozen
class BaseLine:
    """A line; its first `label` characters are its number.

    node: the part of the spec that says it.
    pieces: what of it was typed.
    is_body: whether it is running text; around that a reader of a DOCX may part lines otherwise.
    part: which field of the node it is where that is told: closing.
    generated: what of it we say, by the fields that an author's own words would stand in.
    head: where its heading ends.
    has_one_measure: whether what says it is an issue with one measure.
    """

    text: str
    label: int
    node: str
    place: str
    pieces: tuple[Piece, ...]
    is_body: bool
    is_heading: bool = False
    is_cell: bool = False
    part: str = ""
    generated: tuple[Piece, ...] = ()
    head: int = 0
    has_one_measure: bool = False

    def place_of(self, piece: Piece | None) -> str:
        """Return where a piece of the line stands; a measure by its number."""
        match = _MEASURE.search(piece.path) if piece else None
        above = _ROW.sub("", self.place)
        return f"{above} 整改措施{han_number(int(match[1]) + 1)}".strip() if match else self.place


def base_lines(spec: Spec, texts: Mapping[str, TypedText]) -> list[BaseLine]:
    """Return the lines of a spec, whose texts are those of `typed_texts`. Raises what `compose` raises."""
    document = compose_unreleased(spec)
    finder = _Finder(texts)
    found: list[BaseLine] = []
    for block, place in zip(document.blocks, places_in(document), strict=True):
        path = block.where.path
        node = _node(path)
        for number, (text, label) in enumerate(_printed(block)):
            is_note = path.startswith("attachments") and isinstance(block, Heading)
            found.append(
                BaseLine(
                    text,
                    0 if is_note else label,
                    node,
                    _PLACES.get(path) or place or ("附件说明" if isinstance(block, AttachmentHead) else ""),
                    tuple(finder.pieces(path, text)),
                    isinstance(block, Heading | Paragraph),
                    isinstance(block, Heading) and number == 0,
                    isinstance(block, Table),
                    path.removeprefix(node).removeprefix("."),
                    head=label + len(flat(block.text)) if isinstance(block, Heading) else 0,
                    has_one_measure=f"{node}.measures[0]" in texts and f"{node}.measures[1]" not in texts,
                )
            )
    return found


def _node(path: str) -> str:
    parent, _, last = path.rpartition(".")
    return parent if last in _PROSE else path


def _printed(block: Block) -> Iterator[tuple[str, int]]:
    """Yield the lines of a block that are not blank, each with how long its label is."""
    label = len(flat(block.label)) if isinstance(block, Heading | Paragraph) else 0
    for text in _texts(block):
        for line in lines_of(text):
            if flat(line).strip():
                yield flat(line), label


def _texts(block: Block) -> Iterator[Text]:
    match block:
        case Title(lines):
            yield joined(*lines)
        case Table(head, _, rows):
            yield from (cell for row in (head, *rows) for cell in row.cells)
        case Signature():
            placed = signature_rows(block, GBT9704)
            yield from (joined(*(line.text for line in row.lines)) for row in placed)
        case Head(organs=organs, suffix=suffix) if len(organs) > 1 and not block.preprinted:
            joint = joined(organs[-1], suffix)
            for line in block_lines(block):
                yield from (organs[-1], suffix) if line == joint else (line,)
        case _:
            yield from block_lines(block)


@frozen
class _Unit:
    """One paragraph of a field, as it may stand in a line."""

    path: str
    row: int
    offset: int
    text: str


class _Finder:
    """Finds the paragraphs of fields in the lines that they are printed in, each once in what one node says."""

    def __init__(self, texts: Mapping[str, TypedText]) -> None:
        self._texts = texts
        self._units: dict[str, list[_Unit]] = {}

    def pieces(self, path: str, line: str) -> list[Piece]:
        """Return the pieces of the next line of the node at `path`, in order."""
        if path not in self._units:
            self._units[path] = sorted(self._of(path), key=lambda unit: -len(unit.text))
        units, plain = self._units[path], line.translate(OUTER_QUOTES)
        taken: list[Piece] = []
        for unit in list(units):
            at = _free(plain, unit.text.translate(OUTER_QUOTES), taken)
            if at is not None:
                units.remove(unit)
                taken.append(Piece(at, at + len(unit.text), unit.path, unit.offset, unit.row))
        return [_with_stop(piece, line) for piece in sorted(taken, key=lambda piece: piece.start)]

    def _of(self, path: str) -> Iterator[_Unit]:
        for name in self._fields(path):
            text = self._texts[name]
            yield from _units(text)

    def _fields(self, path: str) -> Iterator[str]:
        """Yield the fields whose words a block of `path` may say."""
        if path in ("issue_date", "issuer"):
            wanted: Sequence[str] = ("issuer.signature[", "issue_date")
        elif path == "inspection":
            wanted = ("inspection.", "publication.")
        elif path == "attachments":
            wanted = ()
            yield from (name for name in self._texts if name.startswith("attachments[") and name.endswith("].title"))
        elif path == "results.text":
            wanted = ("results.text", "results.progress.wording", "results.progress.rest", "results.as_of")
        elif path.endswith(".status"):
            wanted = (f"{path}_line",)
        elif path.endswith(".table"):
            wanted = (f"{path}.",)
        elif path in self._texts:
            wanted = (path,)
        elif path.startswith(("attachments[", "contact", "head", "colophon")):
            wanted = (f"{path}.",)
        else:
            wanted = (*(f"{path}.{name}" for name in _DIRECT), f"{path}.measures[")
        for name in self._texts:
            if any(name == one or (one[-1] in ".[" and name.startswith(one)) for one in wanted):
                yield name


def _units(text: TypedText) -> Iterator[_Unit]:
    if text.is_date:
        yield _Unit(text.path, 0, 0, text.printed)
        if short := _YEAR.sub("", text.printed):
            yield _Unit(text.path, 0, len(text.printed) - len(short), short)
        return
    at = 0
    for row, line in enumerate(text.printed.split("\n")):
        if line.strip():
            yield _Unit(text.path, row, at + len(line) - len(line.lstrip()), line.strip())
        at += len(line) + 1


def _free(line: str, text: str, taken: Sequence[Piece]) -> int | None:
    """Return the first place of a text in a line that no other has."""
    at = line.find(text)
    while at >= 0 and any(piece.start < at + len(text) and at < piece.end for piece in taken):
        at = line.find(text, at + 1)
    return at if at >= 0 else None


def _with_stop(piece: Piece, line: str) -> Piece:
    """Return a piece with the full stop that we put behind it: who writes on writes behind that."""
    is_ours = _CLOSED.search(piece.path) and line[piece.end : piece.end + 1] == "。"
    if is_ours and line[piece.end - 1] not in STOPS:
        return Piece(piece.start, piece.end + 1, piece.path, piece.offset, piece.row)
    return piece
