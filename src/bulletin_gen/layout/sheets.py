"""Part the blocks of a document over sheets: the pages before they have numbers.

In: blocks. Out: sheets of rows, upright or turned.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from math import ceil

from bulletin_gen.document import AttachmentHead, AttachmentNote, Block, Colophon, Heading, Note, Signature, Table
from bulletin_gen.layout.blocks import set_block
from bulletin_gen.layout.colophon import set_colophon
from bulletin_gen.layout.rows import Row
from bulletin_gen.layout.setter import Setter
from bulletin_gen.layout.tables import Piece, set_table
from bulletin_gen.placing.table import stands_across

_ROUNDING = 1e-6


@dataclass(frozen=True)
class Sheet:
    """The rows of one page. A turned one is read with the paper's left side up; not every page shows its number."""

    rows: tuple[Row, ...] = ()
    turned: bool = False
    numbered: bool = True


@dataclass(frozen=True)
class Section:
    """Blocks that begin on a new page and go on over upright or turned ones."""

    turned: bool
    blocks: list[Block]


def sheets(blocks: Sequence[Block], upright: Setter, turned: Setter) -> list[Sheet]:
    """Return the sheets of a document, at least one; the 版记 is at the foot of the last."""
    made: list[Sheet] = []
    for section in sections([block for block in blocks if not isinstance(block, Colophon)], upright):
        setter = turned if section.turned else upright
        made += [Sheet(tuple(rows), section.turned) for rows in _section_sheets(section.blocks, setter)]
    for block in blocks:
        if isinstance(block, Colophon):
            made = with_colophon(made, block, upright)
    return made


def sections(blocks: Sequence[Block], setter: Setter) -> list[Section]:
    """Return the blocks parted where a new page must begin: at each attachment, and where pages turn."""
    parts: list[Section] = []
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        across = stands_across(block, following, setter.style)
        if not parts or isinstance(block, AttachmentHead) or across is not parts[-1].turned:
            parts.append(Section(across, []))
        parts[-1].blocks.append(block)
    return parts or [Section(False, [])]


def _section_sheets(blocks: Sequence[Block], setter: Setter) -> list[list[Row]]:
    made: list[list[Row]] = [[]]
    rows: list[Row] = []
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        if isinstance(block, Table):
            _add_rows(made, rows, setter)
            _add_table(made, block, setter)
            rows = []
        rows += keep_together(block, following, setter)
    _add_rows(made, rows, setter)
    return made


def keep_together(block: Block, following: Block | None, setter: Setter) -> list[Row]:
    """Return the rows of a block with those marked that may not be the last of their page.

    A heading on its own line stays with what follows, whole. Signature and date stay together, with 附注 below and
    the last line of the text before them: they never stand alone on a page (7.3.5.5).
    """
    rows = set_block(block, setter)
    if isinstance(block, Heading) and not block.body and following is not None:
        return _kept(rows)
    if isinstance(block, AttachmentNote) and isinstance(following, Signature):
        return _kept(rows)
    if isinstance(block, Signature):
        rows = [*_kept(rows[:-1]), rows[-1]]
    has_note = isinstance(block, Signature) and isinstance(following, Note)
    if has_note or isinstance(following, (Signature, AttachmentNote)):
        return [*rows[:-1], *_kept(rows[-1:])]
    return rows


def _kept(rows: Sequence[Row]) -> list[Row]:
    return [replace(row, keep=True) for row in rows]


def page_cuts(keep: Sequence[bool], rows: int, first: int | None = None) -> list[int]:
    """Return where each page begins and the last one ends, as indices into the rows of the document.

    `first` is how many rows the first page has room for, when it is not empty any more. A page ends after its last
    row, or further up where rows are kept with what follows; a chain longer than a whole page is cut at the page's
    end.
    """
    cuts, room = [0], rows if first is None else first
    while cuts[-1] + room < len(keep):
        start, end = cuts[-1], cuts[-1] + room
        uncut = end if room == rows else start
        cuts.append(next((cut for cut in range(end, start, -1) if not keep[cut - 1]), uncut))
        room = rows
    return [*cuts, len(keep)]


def _add_rows(made: list[list[Row]], rows: Sequence[Row], setter: Setter) -> None:
    """Add rows to the last sheet and to as many further ones as they need."""
    height = setter.style.grid.rows
    cuts = page_cuts([row.keep for row in rows], height, height - len(made[-1]))
    first, *others = [rows[start:end] for start, end in pairwise(cuts)]
    made[-1].extend(first)
    made.extend([list(sheet) for sheet in others])


def _add_table(made: list[list[Row]], table: Table, setter: Setter) -> None:
    """Add a table below the last row; rows kept with it go to the next sheet where it begins there."""
    pitch, room = setter.pitch, setter.style.page.text_height_pt
    pieces = set_table(table, setter, room - len(made[-1]) * pitch, room)
    if pieces[0] is None and (kept := _trailing_kept(made[-1])):
        made.append(kept)
        del made[-2][-len(kept) :]
        pieces = set_table(table, setter, room - len(kept) * pitch, room)
    for index, piece in enumerate(pieces):
        if index:
            made.append([])
        if piece is not None:
            made[-1] += _rows_of(piece, pitch)


def _trailing_kept(rows: Sequence[Row]) -> list[Row]:
    """Return the rows at the end that are kept with what follows; none when that is all of them."""
    kept = list(takewhile(lambda row: row.keep, reversed(rows)))[::-1]
    return kept if len(kept) < len(rows) else []


def _rows_of(piece: Piece, pitch: float) -> list[Row]:
    """Return the rows that a piece of a table covers, the first of which draws it."""
    return [Row(drawing=piece.drawing), *[Row()] * (ceil(piece.height / pitch - _ROUNDING) - 1)]


def with_colophon(made: Sequence[Sheet], colophon: Colophon, setter: Setter) -> list[Sheet]:
    """Return the sheets with the 版记 at the foot of the last one, or of a new one where it has no room.

    Asked for on an even page it may need a blank page before it; then neither of the two is numbered (7.5).
    """
    drawing, height = set_colophon(colophon, setter)
    if not height:
        return list(made)
    pitch, room = setter.pitch, setter.style.page.text_height_pt
    above = max(0, int((room - height) / pitch + _ROUNDING))
    hung = Row(drawing=drawing.moved(room - above * pitch))
    *others, last = made
    has_room = not last.turned and len(last.rows) <= above
    if has_room and not (colophon.on_even_page and len(made) % 2):
        return [*others, replace(last, rows=(*last.rows, *[Row()] * (above - len(last.rows)), hung))]
    alone = Sheet((*[Row()] * above, hung))
    if colophon.on_even_page and len(made) % 2 == 0:
        return [*made, Sheet(numbered=False), replace(alone, numbered=False)]
    return [*made, alone]
