"""The rows below a ledger's header in; what each belongs to out: a section, a problem, or neither."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bulletin_gen.frozen import frozen
from bulletin_gen.readers.ledger.columns import Role
from bulletin_gen.readers.ledger.grid import Cell, Grid
from bulletin_gen.readers.ledger.header import Header
from bulletin_gen.text.labels import HAN, leading_label
from bulletin_gen.text.numerals import Label
from bulletin_gen.text.regex import Regex

_NUMBER = Regex(r"\d{1,4}(?:[.．\-—]\d{1,3}){0,3}[.．、]?")  # 12, 1.1
_HAN_NUMBER = Regex(f"[（(]?({HAN})[）)、.．]?")  # 一, （二）, 三、
# What stands below the problems: 合计, 说明：…, 主要负责人（签字）：…
_BELOW = Regex(
    r"(?:合\s*计|总\s*计|小\s*计|共\s*计)(?:[：:].*)?"
    r"|[^：:]{0,12}(?:人|领导|书记|单位|部门|签字|签名|签章|盖章|时间|日期|电话|说明|备注|注)(?:[（(][^（）()]{0,10}[）)])?\s*[：:].*",
    re.DOTALL,
)
_DIMENSION = "方面"


@frozen
class Left:
    """A row that is no part of a problem, and why it is left out; `is_sure` tells whether nobody need look."""

    row: int
    text: str
    why: str
    is_sure: bool = False


@dataclass
class Block:
    """A problem with its rows, the first that which names it; `below` are the problems below it.

    Those that a column of their own names (`named_by`) stand in the rows of the problem above them.
    """

    row: int
    number: str
    problem: str
    rows: list[int] = field(default_factory=list)
    below: list["Block"] = field(default_factory=list)
    named_by: Role = Role.PROBLEM


@dataclass
class SectionBlock:
    """Problems of one dimension; `heading` is empty where they stand in none. `above` are headings above its own."""

    row: int
    heading: str
    above: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


@dataclass
class Blocks:
    """All that the rows hold, and in which rows a number stands without a problem."""

    sections: list[SectionBlock] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    unnamed: list[int] = field(default_factory=list)


def find_blocks(grid: Grid, header: Header) -> Blocks:
    """Return what the rows below the header hold."""
    walk = _Walk(grid, header)
    for number in grid.numbers:
        if number > header.last:
            walk.take(number)
    walk.end()
    return walk.blocks


class _Walk:
    """Goes down the rows once, filling the blocks."""

    def __init__(self, grid: Grid, header: Header) -> None:
        self._grid, self._header = grid, header
        self.blocks = Blocks()
        self._headings: list[tuple[int, str]] = []  # those across that no problem has followed yet
        self._open: list[Block] = []  # the problem last named, and those that it is below
        self._section_said = ""

    def take(self, row: int) -> None:
        own = self._grid.rows[row]
        if self._repeats_header(row):
            self._leave(row, "是重复的表头", True)
        elif _counts_columns(own):
            self._leave(row, "是各列的编号", True)
        elif self._stands_below(row):
            self._leave(row, "是合计、说明或签字，不是问题", True)
        elif (heading := _across(self._grid, self._header, row)) is not None:
            self._headings.append((row, heading))
        else:
            self._entry(row)

    def end(self) -> None:
        for row, heading in self._headings:
            self.blocks.left.append(Left(row, heading, "下面没有问题"))

    def _leave(self, row: int, why: str, is_sure: bool = False) -> None:
        text = "　".join(" ".join(cell.text.split()) for cell in self._grid.rows[row].values())
        self.blocks.left.append(Left(row, text, why, is_sure))

    def _repeats_header(self, row: int) -> bool:
        own, first = self._grid.rows[row], self._grid.rows[self._header.first]
        return len(own) > 1 and {at: cell.text for at, cell in own.items()} == {at: c.text for at, c in first.items()}

    def _stands_below(self, row: int) -> bool:
        """Is a row one of those below the problems, and no measure (落实责任人：…) or part of a problem?"""
        own = self._grid.rows[row]
        column, cell = next(iter(own.items()))
        if _BELOW.fullmatch(cell.text.strip()) is None or self._is_within_problem(row):
            return False
        said = {found.at for role in (Role.MEASURES, Role.SITUATION) if (found := self._header.of(role))}
        return column not in said and (len(own) == 1 or said.isdisjoint(own))

    def _is_within_problem(self, row: int) -> bool:
        """Is the problem of a row merged from a row above?"""
        problem = self._header.of(Role.PROBLEM)
        return problem is not None and self._header.last < self._grid.anchor(row, problem.at)[0] < row

    def _entry(self, row: int) -> None:
        problem, number = self._text(row, Role.PROBLEM), self._text(row, Role.NUMBER)
        current = self._open[-1] if self._open else None
        self._enter_section(row, bool(problem))
        if problem and not (current and _goes_on(current, problem, number) and not self._headings):
            self._begin(Block(row, number, problem, [row]))
        elif current is None:
            self._leave(row, "上面没有问题")
        else:
            if number and not problem and _NUMBER.fullmatch(number) and not _is_below(number, current.number):
                self.blocks.unnamed.append(row)
            current.rows.append(row)

    def _text(self, row: int, role: Role) -> str:
        column = self._header.of(role)
        cell = self._grid.own(row, column.at) if column else None
        text = " ".join(cell.text.split()) if cell else ""
        return text.rstrip(".．、") if role is Role.NUMBER else text

    def _enter_section(self, row: int, is_named: bool) -> None:
        """Begin a section where a row across, or the column of sections, names another."""
        if self._headings and is_named:
            *above, (at, heading) = self._headings
            self.blocks.sections.append(SectionBlock(at, heading, [text for _, text in above]))
            self._headings, self._open = [], []
        column = self._header.of(Role.SECTION)
        cell = self._grid.shown(row, column.at) if column and is_named else None
        said = "".join(cell.text.split()) if cell else ""
        if said and said != self._section_said:
            self._section_said = said
            self.blocks.sections.append(SectionBlock(row, said))
            self._open = []

    def _begin(self, block: Block) -> None:
        while self._open and not _is_below(block.number, self._open[-1].number):
            self._open.pop()
        if self._open:
            self._open[-1].below.append(block)
        else:
            if not self.blocks.sections:
                self.blocks.sections.append(SectionBlock(block.row, ""))
            self.blocks.sections[-1].blocks.append(block)
        self._open.append(block)


def _counts_columns(own: Mapping[int, Cell]) -> bool:
    """Does a row number the columns: 1, 2, 3…?"""
    return len(own) > 2 and [cell.text.strip() for cell in own.values()] == [str(at + 1) for at in range(len(own))]


def _goes_on(current: Block, problem: str, number: str) -> bool:
    """Is a problem that is named again the same one, as in a sheet whose merged cells were filled?"""
    return problem == current.problem and (not number or number == current.number or _is_below(number, current.number))


def _is_below(number: str, above: str) -> bool:
    """Is 1.2 below 1? Nothing is below a problem without a number."""
    return bool(above) and _NUMBER.fullmatch(number) is not None and number.startswith((f"{above}.", f"{above}．"))


def _across(grid: Grid, header: Header, row: int) -> str | None:
    """Return the heading that a row holds alone: merged across, in its first cell, or behind a Chinese number."""
    own = grid.rows[row]
    (column, cell), *others = own.items()
    text = "".join(cell.text.split())
    if not others:
        return text if _is_heading(grid, header, row, column, text) else None
    numbers = header.of(Role.NUMBER)
    if len(others) > 1 or numbers is None or column != numbers.at:
        return None
    match = _HAN_NUMBER.fullmatch(text)
    problem = header.of(Role.PROBLEM)
    named = problem is not None and others[0][0] == problem.at
    return f"{match[1]}、{''.join(others[0][1].text.split())}" if match and named else None


def _is_heading(grid: Grid, header: Header, row: int, column: int, text: str) -> bool:
    span, problem, section = grid.merged_at(row, column), header.of(Role.PROBLEM), header.of(Role.SECTION)
    if _NUMBER.fullmatch(text) or problem is None or (section is not None and column == section.at):
        return False
    if span is not None and span.left < span.right and span.top == span.bottom:
        return span.left <= problem.at <= span.right
    marked = leading_label(text)
    is_labelled = marked is not None and marked.label in (Label.HAN, Label.HAN_BRACKETS, Label.HAN_ENCLOSED)
    if column == problem.at:
        return is_labelled and text.endswith(_DIMENSION)
    return column < problem.at and grid.shown(row, problem.at) is None
