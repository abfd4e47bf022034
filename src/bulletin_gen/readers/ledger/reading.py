"""The sheets of a file in; the ledger among them as a spec out, with an account of each column and row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from bulletin_gen.composing.counts import count
from bulletin_gen.errors import Problem, ReadError
from bulletin_gen.finding import Finding
from bulletin_gen.frozen import frozen
from bulletin_gen.readers.ledger.blocks import Block, Blocks, SectionBlock, find_blocks
from bulletin_gen.readers.ledger.bodies import part_by_body
from bulletin_gen.readers.ledger.bulletin import make_bulletin
from bulletin_gen.readers.ledger.clean import clean_grid
from bulletin_gen.readers.ledger.columns import Column, Role
from bulletin_gen.readers.ledger.details import with_details
from bulletin_gen.readers.ledger.grid import Grid, letter
from bulletin_gen.readers.ledger.header import Header, find_header
from bulletin_gen.readers.ledger.issues import IssueMaker, is_by_measure
from bulletin_gen.readers.ledger.told import RULE, Told
from bulletin_gen.readers.parse.texts import without_placeholders
from bulletin_gen.readers.printed_dates import as_data, is_date
from bulletin_gen.spec.model import Bulletin, Issuer
from bulletin_gen.spec.spec import Spec
from bulletin_gen.text.regex import Regex
from bulletin_gen.text.shown import shown
from bulletin_gen.where import Places, Where

_AS_OF = Regex(r"截[至止][：: ]{0,2}(\d{4}[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?)")  # 截至2024年12月20日
_COLUMNS_HINT = "请用 --columns 说明哪一列是什么，例如：--columns 问题=C,措施=D"
_LOOKED_AT = 10  # rows and columns of a sheet that is no ledger; places of which the same is told
_WHOLE = Regex(r"\d{1,4}")
_NUMBERS = f"{RULE}number"


@frozen
class LedgerReading:
    """A ledger that was read. `spec` knows the row of each of its issues; what a bulletin says besides is 【待补：…】.

    sheet: the name of the sheet, "" where it has none. columns: those that hold something.
    roles: what the ledger tells of at all; of anything else it says nothing.
    numbers: the 序号 of each issue, by its path.
    notes: comments for `dump_spec`: what the sheet says that has no field.
    findings: what was left out, not understood or decided, each with its row.
    """

    spec: Spec
    sheet: str
    columns: tuple[Column, ...]
    roles: frozenset[Role]
    numbers: Mapping[str, str]
    notes: Mapping[str, str]
    findings: tuple[Finding, ...]

    @property
    def bulletin(self) -> Bulletin:
        return self.spec.bulletin

    def taken_for(self, left: str) -> list[str]:
        """Return what each column was taken for; `left` says what became of those that a bulletin has no place for."""
        return [_taken_for(column, left) for column in self.columns]

    @property
    def counted(self) -> str:
        """How much was read: 4个方面、40个问题、120条措施."""
        found = count(self.bulletin)
        tiers = (
            (found.sections, "个方面"),
            (found.issues, "个问题"),
            (found.sub_issues, "个具体问题"),
            (found.measures, "条措施"),
        )
        return "、".join(f"{number}{unit}" for number, unit in tiers if number)


@frozen
class _Sheet:
    grid: Grid
    header: Header
    blocks: Blocks

    @property
    def all_blocks(self) -> Iterator[Block]:
        return (block for section in self.blocks.sections for block in section.blocks)


def read_grids(
    grids: Sequence[Grid], file: str | None = None, asked: Mapping[str, str] | None = None, sheet: str | None = None
) -> LedgerReading:
    """Return the ledger among the sheets: the one called `sheet`, or that with the most problems of those to be seen.

    `asked` says which column is what: 问题 -> C. Raises ReadError where there is none.
    """
    return _read(*_found(grids, file, asked or {}, sheet))


def read_bodies(grids: Sequence[Grid], file: str | None = None) -> dict[str, LedgerReading]:
    """Return the ledgers of the bodies that a column of the sheet names (被巡察单位), each with its own issues.

    Where no column does, the ledger is that of one body, whose name is "". Raises ReadError where there is no ledger.
    """
    sheet, told = _found(grids, file, {}, None)
    whole, parted = _read(sheet, told), part_by_body(sheet.grid, sheet.header)
    if not parted:
        return {"": whole}
    return {body: _of_body(body, rows, read_grids([rows], file), whole) for body, rows in parted.items()}


def _of_body(body: str, rows: Grid, reading: LedgerReading, whole: LedgerReading) -> LedgerReading:
    """Return the reading of a body's rows with what only the whole sheet tells: of other sheets, and whether its 序号,
    which may go on from body to body, leave one out."""
    own = (finding for finding in reading.findings if finding.rule != _NUMBERS)
    of_sheet = (
        finding
        for finding in whole.findings
        if finding.where.line is None or (finding.rule == _NUMBERS and finding.where.line in rows.rows)
    )
    bulletin = reading.bulletin.model_copy(update={"issuer": Issuer(name=body)})
    findings = tuple(dict.fromkeys((*of_sheet, *own)))
    return replace(reading, spec=replace(reading.spec, bulletin=bulletin), findings=findings)


def _found(grids: Sequence[Grid], file: str | None, asked: Mapping[str, str], sheet: str | None) -> tuple[_Sheet, Told]:
    """Return the ledger among the sheets, and what is to be told of these. Raises what `read_grids` does."""
    cleaned = [clean_grid(grid, file) for grid in _wanted(grids, sheet, file)]
    found = _ledgers([grid for grid, _ in cleaned], asked, file)
    if not found:
        raise ReadError(_nothing(grids, file))
    best = max(found, key=lambda one: sum(1 for _ in one.all_blocks))
    told = Told(file)
    told.findings += next(findings for grid, findings in cleaned if grid is best.grid)
    _tell_sheets(grids, best, found, told)
    return best, told


def _ledgers(grids: Sequence[Grid], asked: Mapping[str, str], file: str | None) -> list[_Sheet]:
    """Return the sheets that hold a ledger. Raises ReadError where no sheet has a column that is asked for."""
    found: list[_Sheet] = []
    refusals: list[ReadError] = []
    for grid in grids:
        try:
            sheet = _as_sheet(grid, asked, file)
        except ReadError as refusal:
            refusals.append(refusal)
        else:
            found += [sheet] if sheet is not None else []
    if refusals and not found:
        raise refusals[0]
    return found


def _wanted(grids: Sequence[Grid], sheet: str | None, file: str | None) -> list[Grid]:
    if sheet is None:
        return [grid for grid in grids if grid.is_seen]
    named = [grid for grid in grids if grid.name == sheet]
    if not any(grid.name for grid in grids):
        raise ReadError(Problem("这种文件里没有工作表之分", "请去掉 --sheet", Where(file)))
    if not named:
        there = "、".join(f"“{shown(grid.name)}”" for grid in grids)
        raise ReadError(Problem(f"没有叫“{shown(sheet)}”的工作表", f"有：{there}" if there else "", Where(file)))
    return named


def _as_sheet(grid: Grid, asked: Mapping[str, str], file: str | None) -> _Sheet | None:
    header = find_header(grid, asked, file) if grid.rows else None
    if header is None:
        return None
    blocks = find_blocks(grid, header)
    return _Sheet(grid, header, blocks) if blocks.sections and any(s.blocks for s in blocks.sections) else None


def _nothing(grids: Sequence[Grid], file: str | None) -> Problem:
    hidden = [grid.name for grid in grids if grid.hidden and grid.rows]
    if not any(grid.rows for grid in grids):
        return Problem("表格里没有文字", "请检查是不是选错了文件", Where(file))
    others = f"；隐藏的工作表（{'、'.join(map(shown, hidden))}）没有看，要读时加 --sheet" if hidden else ""
    message = "没有找到台账：没有一行表头同时写着问题和另一样（整改措施、责任单位、完成时限等），下面有问题"
    return Problem(f"{message}{_widest_row(grids)}", _COLUMNS_HINT + others, Where(file))


def _widest_row(grids: Sequence[Grid]) -> str:
    """Return what stands in the row that is most likely meant as a header: the first of those with the most cells."""
    rows = [(row, cells) for grid in grids if not grid.hidden for row, cells in list(grid.rows.items())[:_LOOKED_AT]]
    row, cells = max(rows, key=lambda one: len(one[1]), default=(0, {}))
    names = "、".join(f"{letter(at)}列“{shown(cell.text)}”" for at, cell in islice(cells.items(), _LOOKED_AT))
    return f"；第{row}行写的是：{names}" if names else ""


def _tell_sheets(grids: Sequence[Grid], best: _Sheet, found: Sequence[_Sheet], told: Told) -> None:
    ledgers = {one.grid.name for one in found}
    for grid in grids:
        if grid.name == best.grid.name or not grid.rows:
            continue
        name = f"工作表“{shown(grid.name)}”"
        if grid.hidden:
            told.note("sheet", None, f"{name}是隐藏的，没有读；要读时加 --sheet {grid.name}")
        elif grid.name in ledgers:
            told.doubt("sheet", None, f"{name}也像台账，没有读", f"要读时加 --sheet {grid.name}")
        else:
            told.note("sheet", None, f"{name}不是台账，没有读")


def _read(sheet: _Sheet, told: Told) -> LedgerReading:
    grid, header = sheet.grid, sheet.header
    header, sections = with_details(grid, header, sheet.blocks.sections)
    sections = [section for section in sections if section.blocks]
    _tell_hidden(grid, told)
    _tell_cells(grid, told)
    columns = tuple(_with_text(grid, header))
    for column in columns:
        if column.role is None:
            told.doubt("column", header.last, f"{column.place}没有认出是什么，没有归入字段", _COLUMNS_HINT)
    as_of = _above(grid, header, told)
    maker = IssueMaker(grid, header, is_by_measure(grid, header, _flat(sections)), told)
    texts = (cell.text for row in grid.rows.values() for cell in row.values())
    bulletin = without_placeholders(make_bulletin(sections, maker, as_of, told), texts)
    blocks = dict(_placed(sections))
    _tell_rows(sheet, told)
    _tell_numbers(blocks.values(), told)
    marks = {path: (block.row, 1) for path, block in blocks.items()}
    return LedgerReading(
        spec=Spec(bulletin, Places(told.file, marks)),
        sheet=grid.name,
        columns=columns,
        roles=frozenset(column.role for column in header.columns if column.role),
        numbers={path: block.number for path, block in blocks.items()},
        notes={path: "\n".join(dict.fromkeys(lines)) for path, lines in told.notes.items()},
        findings=tuple(sorted(told.findings, key=lambda finding: finding.where.line or 0)),
    )


def _flat(sections: Sequence[SectionBlock]) -> list[Block]:
    return [block for _, block in _placed(sections)]


def _placed(sections: Sequence[SectionBlock]) -> Iterator[tuple[str, Block]]:
    is_parted = len(sections) > 1 or bool(sections[0].heading)
    for index, section in enumerate(sections):
        path = f"results.sections[{index}]" if is_parted else "results"
        yield from _below(section.blocks, f"{path}.issues")


def _below(blocks: Sequence[Block], path: str) -> Iterator[tuple[str, Block]]:
    for index, block in enumerate(blocks):
        yield f"{path}[{index}]", block
        yield from _below(block.below, f"{path}[{index}].sub_issues")


def _with_text(grid: Grid, header: Header) -> Iterator[Column]:
    for column in header.columns:
        if column.role or any(grid.own(row, column.at) for row in grid.numbers if row > header.last):
            yield column


def _taken_for(column: Column, left: str) -> str:
    if column.role is None:
        return f"{column.place}：没有认出是什么，{left}"
    if column.role is Role.REMARK:
        return f"{column.place}：通报里没有对应的内容，{left}"
    return f"{column.place} → {column.role}"


def _above(grid: Grid, header: Header, told: Told) -> str | None:
    """Keep what stands above the header; return the day that it is told of."""
    as_of = None
    for row in (number for number in grid.numbers if number < header.first):
        text = "　".join(" ".join(cell.text.split()) for cell in grid.rows[row].values())
        told.comment("", f"台账第{row}行：{text}")
        told.note("above", row, f"表头上面的文字“{shown(text)}”记在注释里")
        match = _AS_OF.search(text)
        if match and is_date(match[1]):
            as_of = as_data(match[1])
    return as_of


def _tell_hidden(grid: Grid, told: Told) -> None:
    if grid.hidden_rows:
        rows = _first_of(list(map(str, grid.hidden_rows)))
        told.doubt("hidden", grid.hidden_rows[0], f"有 {len(grid.hidden_rows)} 行是隐藏的（第{rows}行），也读了")
    if grid.hidden_columns:
        columns = _first_of(list(map(letter, grid.hidden_columns)))
        told.doubt("hidden", None, f"{columns}列是隐藏的，也读了")


def _tell_cells(grid: Grid, told: Told) -> None:
    """Tell what was met in cells, once for all of which the same is said."""
    places: dict[str, list[tuple[int, int]]] = {}
    for row, column, message in grid.told:
        places.setdefault(message, []).append((row, column))
    for message, found in places.items():
        names = _first_of([f"{letter(column)}{row}" for row, column in found])
        told.doubt("cell", found[0][0], f"{names} {message}", "")
    for row, column, remark in grid.remarks:
        told.comment("", f"台账{letter(column)}{row}的批注：{remark}")
    if grid.remarks:
        names = _first_of([f"{letter(column)}{row}" for row, column, _ in grid.remarks])
        told.doubt("remark", grid.remarks[0][0], f"{names} 有批注，没有归入字段")


def _first_of(names: Sequence[str]) -> str:
    return "、".join(names[:_LOOKED_AT]) + (f"等{len(names)}处" if len(names) > _LOOKED_AT else "")


def _tell_rows(sheet: _Sheet, told: Told) -> None:
    for left in sheet.blocks.left:
        told.comment("", f"台账第{left.row}行没有导入：{left.text}")
        message = f"{left.why}，没有导入：{shown(left.text)}"
        if left.is_sure:
            told.note("left", left.row, message)
        else:
            told.doubt("left", left.row, message, "有误时请补进来")
    for row in sheet.blocks.unnamed:
        told.doubt("unnamed", row, "有序号而没有问题，当作上一个问题的内容")


def _tell_numbers(blocks: Iterable[Block], told: Told) -> None:
    """Tell where the 序号 of problems do not go on by one, nor begin again."""
    before = 0
    for block in blocks:
        if not _WHOLE.fullmatch(block.number):
            continue
        number = int(block.number)
        if number not in (before + 1, 1):
            hint = "请核对台账有没有少一行；通报的序号由程序编"
            told.doubt("number", block.row, f"序号从 {before} 到 {number}，不连续", hint)
        before = number
