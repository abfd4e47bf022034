"""A ledger with a column of 具体问题 beside that of 问题, in; its problems with those below them out."""

from collections.abc import Sequence
from dataclasses import replace

from bulletin_gen.readers.ledger.blocks import Block, SectionBlock
from bulletin_gen.readers.ledger.columns import Column, Role
from bulletin_gen.readers.ledger.grid import Grid
from bulletin_gen.readers.ledger.header import Header


def with_details(grid: Grid, header: Header, sections: Sequence[SectionBlock]) -> tuple[Header, list[SectionBlock]]:
    """Return the header and the sections with a problem below for each 具体问题.

    Where no problem has two of these, they only tell it more fully: the column is then that of a remark.
    """
    column = header.of(Role.DETAIL)
    blocks = [block for section in sections for block in section.blocks]
    if column is None:
        return header, list(sections)
    if not any(len(_starts(grid, column, block)) > 1 for block in blocks):
        columns = (replace(one, role=Role.REMARK) if one is column else one for one in header.columns)
        return replace(header, columns=tuple(columns)), list(sections)
    return header, [
        replace(section, blocks=[_parted(grid, column, block) for block in section.blocks]) for section in sections
    ]


def _starts(grid: Grid, column: Column, block: Block) -> list[int]:
    return [row for row in block.rows if grid.own(row, column.at)]


def _parted(grid: Grid, column: Column, block: Block) -> Block:
    """Return a problem with each 具体问题 and its rows below it."""
    starts = _starts(grid, column, block)
    if not starts:
        return block
    below = []
    for first, following in zip(starts, [*starts[1:], block.rows[-1] + 1], strict=True):
        cell = grid.own(first, column.at)
        rows = [row for row in block.rows if first <= row < following]
        below.append(Block(first, "", cell.text if cell else "", rows, named_by=Role.DETAIL))
    return replace(block, below=[*below, *block.below])
