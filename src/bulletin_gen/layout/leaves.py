"""Part the blocks of a document over leaves: the pages before they have numbers.

In: blocks. Out: leaves of rows, upright or turned.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, takewhile
from math import ceil

from bulletin_gen.document import AttachmentHead, Block, Colophon, Form, Table
from bulletin_gen.frozen import frozen
from bulletin_gen.layout.blocks import PlacedBlock, located, set_block
from bulletin_gen.layout.colophon import set_colophon
from bulletin_gen.layout.rows import Row, kept
from bulletin_gen.layout.setter import Setter
from bulletin_gen.layout.tables import Piece, set_table
from bulletin_gen.pages import ColophonPlace, Origin
from bulletin_gen.placing.keeps import Keep, keep_with_next
from bulletin_gen.placing.table import stands_across, stays_whole

_ROUNDING = 1e-6


@frozen
class Leaf:
    """The rows of one page. A turned one is read with the paper's left side up; not every page shows its number."""

    rows: tuple[Row, ...] = ()
    turned: bool = False
    numbered: bool = True


@frozen
class Section:
    """Blocks that begin on a new page and go on over upright or turned ones."""

    turned: bool
    blocks: list[PlacedBlock]


def leaves(blocks: Sequence[Block], upright: Setter, turned: Setter) -> tuple[list[Leaf], ColophonPlace]:
    """Return the leaves of a document, at least one, and where its 版记 stands: at the foot of the last."""
    placed = located(blocks)
    made: list[Leaf] = []
    for section in _sections([one for one in placed if not isinstance(one.block, Colophon)], upright):
        setter = turned if section.turned else upright
        made += [Leaf(tuple(rows), section.turned) for rows in _section_leaves(section.blocks, setter)]
    place = ColophonPlace.SHARED
    for one in placed:
        if isinstance(one.block, Colophon):
            made, place = with_colophon(made, one.block, one.origin, upright)
    return made, place


def _followed(blocks: Sequence[PlacedBlock]) -> Iterator[tuple[PlacedBlock, Block | None]]:
    """Yield each block with the one that follows it, None after the last."""
    return zip(blocks, [*(one.block for one in blocks[1:]), None], strict=False)


def _sections(blocks: Sequence[PlacedBlock], setter: Setter) -> list[Section]:
    """Return the blocks parted where a new page must begin: at each attachment, and where pages turn."""
    parts: list[Section] = []
    for one, following in _followed(blocks):
        across = stands_across(one.block, following, setter.style)
        if not parts or isinstance(one.block, AttachmentHead) or across is not parts[-1].turned:
            parts.append(Section(across, []))
        parts[-1].blocks.append(one)
    return parts or [Section(False, [])]


def _section_leaves(blocks: Sequence[PlacedBlock], setter: Setter) -> list[list[Row]]:
    made: list[list[Row]] = [[]]
    for is_ruled, group in groupby(_followed(blocks), key=lambda pair: isinstance(pair[0].block, Table | Form)):
        if is_ruled:
            for one, _ in group:
                _add_table(made, one, setter)
        else:
            _add_rows(made, [row for one, following in group for row in keep_together(one, following, setter)], setter)
    return made


def keep_together(placed: PlacedBlock, following: Block | None, setter: Setter) -> list[Row]:
    """Return the rows of a block with those marked that may not be the last of their page."""
    rows = set_block(placed, setter)
    match keep_with_next(placed.block, following):
        case Keep.WHOLE:
            return kept(rows)
        case Keep.LAST:
            return [*rows[:-1], *kept(rows[-1:])]
    return rows


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
    """Add rows to the last leaf and to as many further ones as they need."""
    height = setter.style.grid.rows
    cuts = page_cuts([row.keep for row in rows], height, height - len(made[-1]))
    first, *others = [rows[start:end] for start, end in pairwise(cuts)]
    made[-1].extend(first)
    made.extend([list(leaf) for leaf in others])


def _add_table(made: list[list[Row]], placed: PlacedBlock, setter: Setter) -> None:
    """Add a table below the last row; rows kept with it go to the next leaf where it begins there."""
    table = placed.block
    assert isinstance(table, Table | Form)
    pitch, room = setter.pitch, setter.style.page.text_height_pt
    pieces = set_table(table, placed.origin, setter, room - len(made[-1]) * pitch, room)
    if len(pieces) > 1 and isinstance(table, Table) and stays_whole(table, setter.style):
        pieces = [None, *set_table(table, placed.origin, setter, room, room)]
    if pieces[0] is None and (held := _trailing_kept(made[-1])):
        made.append(held)
        del made[-2][-len(held) :]
        pieces = set_table(table, placed.origin, setter, room - len(held) * pitch, room)
    for index, piece in enumerate(pieces):
        if index:
            made.append([])
        if piece is not None:
            made[-1] += _rows_of(piece, pitch)


def _trailing_kept(rows: Sequence[Row]) -> list[Row]:
    """Return the rows at the end that are kept with what follows; none when that is all of them."""
    held = list(takewhile(lambda row: row.keep, reversed(rows)))[::-1]
    return held if len(held) < len(rows) else []


def _rows_of(piece: Piece, pitch: float) -> list[Row]:
    """Return the rows that a piece of a table covers, the first of which draws it."""
    return [Row(drawing=piece.drawing), *[Row()] * (ceil(piece.height / pitch - _ROUNDING) - 1)]


def with_colophon(
    made: Sequence[Leaf], colophon: Colophon, origin: Origin, setter: Setter
) -> tuple[list[Leaf], ColophonPlace]:
    """Return the leaves with the 版记 at the foot of the last one, or of a new one where it has no room.

    Asked for on an even page it may need a blank page before it; then neither of the two is numbered (7.5).
    """
    drawing, height = set_colophon(colophon, origin, setter)
    if not height:
        return list(made), ColophonPlace.SHARED
    pitch, room = setter.pitch, setter.style.page.text_height_pt
    above = max(0, int((room - height) / pitch + _ROUNDING))
    hung = Row(drawing=drawing.moved(room - above * pitch))
    *others, last = made
    has_room = not last.turned and len(last.rows) <= above
    if has_room and not (colophon.on_even_page and len(made) % 2):
        shared = replace(last, rows=(*last.rows, *[Row()] * (above - len(last.rows)), hung))
        return [*others, shared], ColophonPlace.SHARED
    alone = Leaf((*[Row()] * above, hung))
    if colophon.on_even_page and len(made) % 2 == 0:
        unnumbered = [Leaf(numbered=False), replace(alone, numbered=False)]
        return [*made, *unnumbered], ColophonPlace.AFTER_BLANK
    return [*made, alone], ColophonPlace.NEXT
