"""The bytes of an XLSX (or XLSM) in; its sheets as grids out.

Read part by part under the bounds of every package: a merged range is never filled, nor a formula ever worked out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import NamedTuple

from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.names import Element, is_on, whole_number
from bulletin_gen.ooxml.package import Package, PackageKind
from bulletin_gen.readers.ledger.grid import Cell, Gauge, Grid, Merged, column_of, rows_of, used_columns
from bulletin_gen.readers.ledger.number_formats import BUILT_IN, GENERAL, day_cell, number_cell
from bulletin_gen.text.regex import Regex

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SAVE_AS = "请用 Excel 或 WPS 打开它，另存为“Excel 工作簿（*.xlsx）”再试"
XLSX = PackageKind(
    name="XLSX",
    thing="台账",
    root=f"{_MAIN}workbook",
    main="xl/workbook.xml",
    no_main="这个压缩包里没有工作表，不是 XLSX 文件",
    save_as=_SAVE_AS,
    damaged="请用 Excel 或 WPS 打开并修复，另存为 xlsx 再试；打不开时，请重新取得这个文件",
    too_much="请把台账下面、右边没有字的行和列删去（选中后右键“删除”，不是清空），另存后再试",
    most_markup=600_000,
)
_MOST_SHEETS = 200
_REFERENCE = Regex(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")  # AB12
_ERRORS = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"})
_PICTURE = Regex(r"=(?:_xlfn\.)?DISPIMG\(")  # what WPS gives as the value of a cell that holds a picture
_ESCAPED = Regex("_x([0-9A-Fa-f]{4})_")  # _x000D_, a carriage return as a sheet writes it


class _Text(NamedTuple):
    """A text of a cell, and whether some of it is struck through."""

    said: str
    is_struck: bool = False


class _Format(NamedTuple):
    """How cells show a number, and whether they strike through what they hold."""

    number: str
    is_struck: bool = False


@frozen
class _Book:
    """What the cells of all sheets refer to: shared texts, cell formats, and from when days are counted."""

    texts: tuple[_Text, ...]
    formats: tuple[_Format, ...]
    from_1904: bool

    def text(self, index: str) -> _Text:
        at = whole_number(index)
        return self.texts[at] if at is not None and 0 <= at < len(self.texts) else _Text("")

    def form(self, index: str | None) -> _Format:
        at = whole_number(index)
        return self.formats[at] if at is not None and 0 <= at < len(self.formats) else _Format(GENERAL)


@dataclass
class _Told:
    """What is met on the way, with row and column."""

    items: list[tuple[int, int, str]] = field(default_factory=list)

    def add(self, row: int, column: int, message: str) -> None:
        self.items.append((row, column, message))


def xlsx_grids(source: bytes, file: str | None = None) -> list[Grid]:
    """Return the sheets of a workbook. Raises ReadError for what cannot be read, or is more than a ledger can be."""
    package = Package(source, file, XLSX)
    properties = package.document.find(f"{_MAIN}workbookPr")
    book = _Book(_shared_texts(package), _formats(package), is_on(_attribute(properties, "date1904")))
    parts = dict(package.related("worksheet"))
    gauge = Gauge(file)
    return [
        _grid(package, parts[sheet.get(_RELATION, "")], sheet, book, gauge)
        for sheet in islice(package.document.iter(f"{_MAIN}sheet"), _MOST_SHEETS)
        if sheet.get(_RELATION, "") in parts
    ]


def _attribute(element: Element | None, name: str) -> str | None:
    return None if element is None else element.get(name)


def _shared_texts(package: Package) -> tuple[_Text, ...]:
    root = package.only("sharedStrings")
    return () if root is None else tuple(map(_text, root.iter(f"{_MAIN}si")))


def _text(item: Element) -> _Text:
    """Return a rich text without what tells how it is read aloud."""
    runs = item.iterfind(f"{_MAIN}r/{_MAIN}t")
    whole = "".join(piece.text or "" for piece in (*item.iterfind(f"{_MAIN}t"), *runs))
    return _Text(_unescaped(whole), any(map(_is_struck, item.iterfind(f"{_MAIN}r/{_MAIN}rPr"))))


def _is_struck(font: Element) -> bool:
    strike = font.find(f"{_MAIN}strike")
    return strike is not None and is_on(strike.get("val", "1"))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _formats(package: Package) -> tuple[_Format, ...]:
    root = package.only("styles")
    if root is None:
        return ()
    numbers = root.iterfind(f"{_MAIN}numFmts/{_MAIN}numFmt")
    own = {form.get("numFmtId", ""): form.get("formatCode", "") for form in numbers}
    struck = {str(at) for at, font in enumerate(root.iterfind(f"{_MAIN}fonts/{_MAIN}font")) if _is_struck(font)}
    return tuple(
        _Format(own.get(cell.get("numFmtId", "0")) or _built_in(cell.get("numFmtId")), cell.get("fontId") in struck)
        for cell in root.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf")
    )


def _built_in(number: str | None) -> str:
    at = whole_number(number)
    return BUILT_IN.get(at, GENERAL) if at is not None else GENERAL


def _grid(package: Package, part: str, sheet: Element, book: _Book, gauge: Gauge) -> Grid:
    root, told = package.xml(part), _Told()
    rows = rows_of(_cells(root, book, told), gauge)
    hidden = {at for at, row in _numbered(root) if is_on(row.get("hidden"))}
    return Grid(
        name=sheet.get("name", ""),
        rows=rows,
        merged=gauge.merged(rows, _merged(root)),
        hidden=sheet.get("state", "visible") != "visible",
        hidden_rows=tuple(at for at in rows if at in hidden),
        hidden_columns=_hidden_columns(root, rows),
        told=tuple(told.items),
        remarks=tuple(_remarks(package, part)),
    )


def _numbered(root: Element) -> Iterator[tuple[int, Element]]:
    """Yield the rows with their numbers; one that does not say its own follows the one before."""
    number = 0
    for row in root.iterfind(f"{_MAIN}sheetData/{_MAIN}row"):
        said = row.get("r", "")
        number = int(said) if said.isdecimal() and len(said) < 8 else number + 1
        yield number, row


def _cells(root: Element, book: _Book, told: _Told) -> Iterator[tuple[int, int, Cell]]:
    for number, row in _numbered(root):
        column = 0
        for cell in row.iterfind(f"{_MAIN}c"):
            match = _REFERENCE.fullmatch(cell.get("r", ""))
            column = column_of(match[1]) if match else column + 1
            yield number, column, _cell(cell, book, number, column, told)


def _cell(cell: Element, book: _Book, row: int, column: int, told: _Told) -> Cell:
    """Return what a cell shows: of a formula the value that was last worked out."""
    form, inline, value = book.form(cell.get("s")), cell.find(f"{_MAIN}is"), cell.findtext(f"{_MAIN}v")
    text = _text(inline) if inline is not None else None
    if value is not None and cell.get("t") == "s":
        text = book.text(value)
    if (form.is_struck and (text or value)) or (text and text.is_struck):
        told.add(row, column, "有划去的字，也读了")
    if text is not None:
        return Cell(text.said)
    if value is None:
        if cell.find(f"{_MAIN}f") is not None:
            told.add(row, column, "是公式，文件里没有它的值；请用 Excel 或 WPS 打开，保存后再导入")
        return Cell("")
    match cell.get("t", "n"):
        case "e":
            told.add(row, column, f"是错误值{value if value in _ERRORS else ''}，没有导入；请改正公式")
            return Cell("")
        case "b":
            return Cell("是" if value == "1" else "否")
        case "d":
            return _iso_date(value)
        case "n":
            return _number(value, form.number, book.from_1904)
        case _ if _PICTURE.match(value):
            told.add(row, column, "是图片，没有导入")
            return Cell("")
        case _:
            return Cell(_unescaped(value))


def _iso_date(value: str) -> Cell:
    """Return a day as the strict form of the standard writes it: 2024-06-30T00:00:00."""
    try:
        day = date.fromisoformat(value.partition("T")[0])
    except ValueError:
        return Cell(value)
    return day_cell(day)


def _number(value: str, form: str, from_1904: bool) -> Cell:
    try:
        return number_cell(float(value), form, from_1904)
    except ValueError:
        return Cell(value)


def _merged(root: Element) -> Iterator[Merged]:
    for merged in root.iterfind(f"{_MAIN}mergeCells/{_MAIN}mergeCell"):
        corners = [_REFERENCE.fullmatch(corner) for corner in merged.get("ref", "").split(":")]
        if len(corners) == 2 and corners[0] and corners[1]:
            (left, top), (right, bottom) = ((column_of(one[1]), int(one[2])) for one in corners if one)
            yield Merged(top, left, bottom, right)


def _hidden_columns(root: Element, rows: Mapping[int, Mapping[int, Cell]]) -> tuple[int, ...]:
    used = used_columns(rows)
    spans = [
        (whole_number(column.get("min")) or 0, whole_number(column.get("max")) or 0)
        for column in islice(root.iterfind(f"{_MAIN}cols/{_MAIN}col"), len(used) + 1000)
        if is_on(column.get("hidden"))
    ]
    return tuple(column for column in used if any(first <= column <= last for first, last in spans))


def _remarks(package: Package, part: str) -> Iterator[tuple[int, int, str]]:
    """Yield the remarks at the cells of a sheet."""
    for _, comments in package.related("comments", part):
        for comment in package.xml(comments).iter(f"{_MAIN}comment"):
            match, text = _REFERENCE.fullmatch(comment.get("ref", "")), comment.find(f"{_MAIN}text")
            if match and text is not None:
                yield int(match[2]), column_of(match[1]), _text(text).said
