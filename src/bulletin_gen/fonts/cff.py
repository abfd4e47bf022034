"""CID-keyed CFF in its parts, so that outlines once cut out of a face need not be cut again for the next document.

In: the CFF table of a subset that HarfBuzz made, without subroutines. Out: what it says of the face, and its outlines
one by one; of these, any selection put together under codes of its own, or else as the table that HarfBuzz would have
made of it. Where a face itself has no subroutines, its outlines are taken as they stand.
Source: Adobe Technical Note #5176, The Compact Font Format Specification.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby, pairwise
from operator import attrgetter
from struct import pack
from typing import NamedTuple

_CHARSET, _CHAR_STRINGS, _PRIVATE, _SUBROUTINES = b"\x0f", b"\x11", b"\x12", b"\x13"
_ROS, _FD_ARRAY, _FD_SELECT, _FONT_NAME = b"\x0c\x1e", b"\x0c\x24", b"\x0c\x25", b"\x0c\x26"
# Whose operands name strings: version, Notice, FullName, FamilyName, Weight, Copyright, PostScript, BaseFontName.
_NAMING = frozenset((b"\0", b"\1", b"\2", b"\3", b"\4", b"\x0c\0", b"\x0c\x15", b"\x0c\x16", _ROS))
_STANDARD_STRINGS = 391
_NO_SUBROUTINES = b"\0\0"
_END, _LONGEST = b"\x0e", 65535  # the operator at the end of an outline; its bytes

Entries = tuple[tuple[bytes, bytes], ...]  # operator and operands of each entry of a DICT


class FontDict(NamedTuple):
    """What some outlines of a face have in common, such as their usual width.

    `name` is empty where `entries` have none, or one that every CFF knows.
    """

    name: bytes
    entries: Entries
    private: bytes


class Outline(NamedTuple):
    program: bytes
    font_dict: FontDict


_PROGRAM, _FONT_DICT = attrgetter("program"), attrgetter("font_dict")


class Cff(NamedTuple):
    """`head` is the header and the name of the face, `strings` are those that the entries of its Top DICT name.

    Entries that tell where something else stands in the table have no operands here.
    """

    head: bytes
    entries: Entries
    strings: tuple[bytes, ...]
    outlines: Sequence[Outline]


def read_cff(table: bytes) -> Cff | None:
    """Return the parts of a table.

    None when it is not CID-keyed, and for any that would not be the same, byte for byte, when its parts are put
    together again: whoever asks then takes the table as it is.
    """
    try:
        read = _parts(table)
    except (IndexError, KeyError, ValueError):
        return None
    return read if read and write_cff(read) == table else None


def _parts(table: bytes) -> Cff | None:
    names = _index_at(table, table[2])
    tops = _index_at(table, names.end)
    strings = _index_at(table, tops.end).items
    entries = tuple(_entries(tops.items[0]))
    top = dict(entries)
    if _ROS not in top:
        return None
    font_dicts = [_font_dict(table, font, strings) for font in _index_at(table, _last(top[_FD_ARRAY])).items]
    programs = _index_at(table, _last(top[_CHAR_STRINGS])).items
    kinds = _selected(table, _last(top[_FD_SELECT]), len(programs))
    outlines = [Outline(program, font_dicts[kind]) for program, kind in zip(programs, kinds, strict=True)]
    named = [number for operator, operands in entries if operator in _NAMING for number in _numbers(operands)]
    own = max(named, default=0) + 1 - _STANDARD_STRINGS
    placeless = _without(entries, _CHARSET, _FD_SELECT, _FD_ARRAY, _CHAR_STRINGS)
    return Cff(table[: names.end], placeless, tuple(strings[: max(0, own)]), outlines)


def write_cff(cff: Cff, codes: Sequence[int] | None = None) -> bytes:
    """Return a table with the outlines of `cff`.

    `codes` are the identifiers (CIDs) of all but the first, which is 0; without them they are the positions.
    """
    kinds = [(font, len(list(group))) for font, group in groupby(map(_FONT_DICT, cff.outlines))]
    fonts = sorted({font for font, _ in kinds})
    names = dict.fromkeys(font.name for font in fonts if font.name)
    strings = [*cff.strings, *(name for name in names if name not in cff.strings)]
    charset = _charset(range(1, len(cff.outlines)) if codes is None else codes)
    select, named = _select(kinds, fonts), b"".join(_index(strings))
    unplaced = _placed_top(cff.entries, 0, 0, 0, 0)
    start = len(cff.head) + len(unplaced) + len(named) + len(_NO_SUBROUTINES)
    select_at = start + len(charset)
    fonts_at = select_at + len(select)
    array = _font_array(fonts, strings, fonts_at)
    top = _placed_top(cff.entries, start, select_at, fonts_at, fonts_at + len(array))
    programs = _index(list(map(_PROGRAM, cff.outlines)))
    return b"".join([cff.head, top, named, _NO_SUBROUTINES, charset, select, array, *programs])


def has_subroutines(table: bytes | memoryview) -> bool:
    """Do outlines of a face share pieces, which repeat themselves in outlines written without subroutines?

    True as well for a table that cannot be read.
    """
    try:
        tops = _index_at(table, _index_at(table, table[2]).end)
        strings_end = _index_at(table, tops.end).end
        top = dict(_entries(tops.items[0]))
        fonts = (
            [top] if _FD_ARRAY not in top else map(dict, map(_entries, _index_at(table, _last(top[_FD_ARRAY])).items))
        )
        privates = [tuple(_numbers(font[_PRIVATE])) for font in fonts]
        local = [_SUBROUTINES in dict(_entries(bytes(table[at : at + length]))) for length, at in privates]
    except (IndexError, KeyError, ValueError):
        return True
    return any(local) or table[strings_end : strings_end + 2] != _NO_SUBROUTINES


class Programs(NamedTuple):
    """The outlines of a face as they stand in its table, where each is whole by itself.

    `first` is where the place of the first is told, in `size` bytes; places count from `origin`.
    """

    table: bytes | memoryview
    first: int
    size: int
    origin: int

    def of(self, glyphs: Iterable[int]) -> dict[int, bytes] | None:
        """Return the outlines of some glyphs, None where one of them does not end as an outline does."""
        found = {glyph: self._program(glyph) for glyph in glyphs}
        return found if all(program.endswith(_END) for program in found.values()) else None

    def _program(self, glyph: int) -> bytes:
        """Return an outline, of one that is too long nothing."""
        at = self.first + glyph * self.size
        start, end = (
            self.origin + int.from_bytes(self.table[place : place + self.size], "big") for place in (at, at + self.size)
        )
        return bytes(self.table[start:end]) if end - start <= _LONGEST else b""


def own_programs(table: bytes | memoryview) -> Programs | None:
    """Return the outlines of CID-keyed CFF, None where they share pieces or belong to several Font DICTs."""
    if has_subroutines(table):
        return None
    top = dict(_entries(_index_at(table, _index_at(table, table[2]).end).items[0]))
    try:
        at, fonts = _last(top[_CHAR_STRINGS]), _index_at(table, _last(top[_FD_ARRAY])).items
        count, size = int.from_bytes(table[at : at + 2], "big"), table[at + 2]
    except (IndexError, KeyError):
        return None
    return Programs(table, at + 3, size, at + 2 + (count + 1) * size) if len(fonts) == 1 else None


class _Index(NamedTuple):
    items: list[bytes]
    end: int


def _index_at(table: bytes | memoryview, at: int) -> _Index:
    count = int.from_bytes(table[at : at + 2], "big")
    if not count:
        return _Index([], at + 2)
    size, first = table[at + 2], at + 3
    starts = range(first, first + (count + 1) * size, size)
    before = starts.stop - 1  # offsets count from the byte before the first item
    places = [before + int.from_bytes(table[start : start + size], "big") for start in starts]
    return _Index([bytes(table[start:end]) for start, end in pairwise(places)], places[-1])


def _index(items: Sequence[bytes]) -> list[bytes]:
    """Return an INDEX in its parts: how many items, where each begins and the last ends, the items."""
    offsets = list(accumulate(map(len, items), initial=1))
    size = (offsets[-1].bit_length() + 7) // 8
    placed = bytearray(pack(f">{len(offsets)}I", *offsets))
    for width in range(4, size, -1):
        del placed[::width]  # the first byte of each, which is 0
    return [len(items).to_bytes(2, "big"), bytes([size]), bytes(placed), *items]


def _entries(dict_: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield operator and operands of each entry of a DICT."""
    at = start = 0
    while at < len(dict_):
        end = _operand_end(dict_, at)
        if dict_[at] <= 21:
            yield dict_[at:end], dict_[start:at]
            start = end
        at = end


def _operand_end(dict_: bytes, at: int) -> int:
    """Return where the operand, or the operator, that begins at `at` ends."""
    match dict_[at]:
        case 12:
            return at + 2
        case 28:
            return at + 3
        case 29:
            return at + 5
        case 30:
            return next((end + 1 for end in range(at + 1, len(dict_)) if dict_[end] & 15 == 15), len(dict_))
        case first:
            return at + 2 if first >= 247 else at + 1


def _numbers(operands: bytes) -> Iterator[int]:
    """Yield the whole numbers from 0 on among operands: numbers of strings, lengths, offsets."""
    at = 0
    while at < len(operands):
        first, end = operands[at], _operand_end(operands, at)
        if first in (28, 29):
            yield int.from_bytes(operands[at + 1 : end], "big")
        elif 139 <= first < 247:
            yield first - 139
        elif 247 <= first < 251:
            yield (first - 247) * 256 + operands[at + 1] + 108
        at = end


def _last(operands: bytes) -> int:
    return list(_numbers(operands))[-1]


def _font_dict(table: bytes, font: bytes, strings: Sequence[bytes]) -> FontDict:
    entries = tuple(_entries(font))
    found = dict(entries)
    length, at = _numbers(found[_PRIVATE])
    private = table[at : at + length]
    name = max(_numbers(found.get(_FONT_NAME, b"")), default=0) - _STANDARD_STRINGS
    if name < 0:
        return FontDict(b"", _without(entries, _PRIVATE), private)
    return FontDict(strings[name], _without(entries, _PRIVATE, _FONT_NAME), private)


def _selected(table: bytes, at: int, count: int) -> list[int]:
    """Return which Font DICT each outline belongs to. Raises ValueError for ranges that are not in order."""
    if table[at] == 0:
        return list(table[at + 1 : at + 1 + count])
    ranges = int.from_bytes(table[at + 1 : at + 3], "big")
    starts = range(at + 3, at + 3 + 3 * (ranges + 1), 3)
    firsts = [int.from_bytes(table[start : start + 2], "big") for start in starts]
    if firsts != sorted(firsts) or firsts[-1] != count:
        raise ValueError
    return [
        table[start + 2]
        for start, (first, end) in zip(starts, pairwise(firsts), strict=False)
        for _ in range(first, end)
    ]


def _without(entries: Entries, *operators: bytes) -> Entries:
    """Return entries, those of some operators without operands."""
    return tuple((operator, b"" if operator in operators else operands) for operator, operands in entries)


def _with(entries: Entries, placed: Mapping[bytes, bytes]) -> bytes:
    """Return a DICT with the operands of some operators put in."""
    return b"".join([placed.get(operator, operands) + operator for operator, operands in entries])


def _placed_top(entries: Entries, charset: int, select: int, fonts: int, programs: int) -> bytes:
    places = {_CHARSET: charset, _FD_SELECT: select, _FD_ARRAY: fonts, _CHAR_STRINGS: programs}
    return b"".join(_index([_with(entries, {operator: _offset(place) for operator, place in places.items()})]))


def _font_array(fonts: Sequence[FontDict], strings: Sequence[bytes], at: int) -> bytes:
    """Return the Font DICTs and, behind them, their Private DICTs, when the first byte stands at `at` of the table."""
    unplaced = _index([_with(font.entries, _font_places(font, strings, 0)) for font in fonts])
    places = accumulate((len(font.private) for font in fonts), initial=at + sum(map(len, unplaced)))
    placed = [
        _with(font.entries, _font_places(font, strings, place)) for font, place in zip(fonts, places, strict=False)
    ]
    return b"".join([*_index(placed), *(font.private for font in fonts)])


def _font_places(font: FontDict, strings: Sequence[bytes], private: int) -> dict[bytes, bytes]:
    places = {_PRIVATE: _short(len(font.private)) + _offset(private)}
    if font.name:
        places[_FONT_NAME] = _short(_STANDARD_STRINGS + strings.index(font.name))
    return places


def _short(number: int) -> bytes:
    return b"\x1c" + number.to_bytes(2, "big")


def _offset(number: int) -> bytes:
    return b"\x1d" + number.to_bytes(4, "big")


def _charset(codes: Sequence[int]) -> bytes:
    """Return the identifiers from glyph 1 on, as a range where they are one; that of glyph 0 goes without saying."""
    more = len(codes) - 1
    if more < 0:
        return b"\1"
    if more == 0 or codes[-1] - codes[0] != more:
        return pack(f">B{len(codes)}H", 0, *codes)
    return pack(">BHB", 1, codes[0], more) if more < 256 else pack(">BHH", 2, codes[0], more)


def _select(kinds: Sequence[tuple[FontDict, int]], fonts: Sequence[FontDict]) -> bytes:
    """Return the ranges of outlines that belong to one Font DICT: of each the first, at last how many there are."""
    places = {font: bytes([place]) for place, font in enumerate(fonts)}
    *firsts, count = [first.to_bytes(2, "big") for first in accumulate((count for _, count in kinds), initial=0)]
    ranges = [first + places[font] for first, (font, _) in zip(firsts, kinds, strict=True)]
    return b"".join([b"\3", len(ranges).to_bytes(2, "big"), *ranges, count])
