"""One spec for many bodies: its fields filled in from a table, a bulletin for each row."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from bulletin_gen.batch.task import Outcome, Task
from bulletin_gen.checks.office import Office
from bulletin_gen.errors import Problem, ReadError, SpecError
from bulletin_gen.files.bounded import read_at_most
from bulletin_gen.files.names import file_name
from bulletin_gen.frozen import frozen
from bulletin_gen.ooxml.package import MAX_BYTES
from bulletin_gen.readers.ledger.files import grids_of
from bulletin_gen.readers.ledger.grid import Grid, letter
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.names import typed_names
from bulletin_gen.spec.naming import loc_of
from bulletin_gen.spec.schema import model_in, wanted_at
from bulletin_gen.spec.spec import Spec
from bulletin_gen.spec.write_back import Put, write_back
from bulletin_gen.text.shown import shown
from bulletin_gen.where import Where

_FILE_NAMES = ("文件名", "文件")  # the column that names the output
_NAMED_BY = ("issuer.short_name", "issuer.name")  # else the first of these that is filled in
_DAY = len("2024-06-30")
_HINT = "表头写字段名，如：发文机关.全称、成文日期；各字段见 bulletin-gen fields"


@frozen
class Row:
    """A row of the table: its number, the name of its output, and what each field is to be, by its path."""

    number: int
    name: str
    values: Mapping[str, str]


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a table (XLSX, XLS or CSV), the first of which names a field in each column.

    Cells that are empty say nothing. Raises ReadError where the file is no table, or a name in its head no field.
    """
    source = read_at_most(path, MAX_BYTES, "请给出表格（.xlsx、.xls 或 .csv）的路径", ReadError)
    grid = next((grid for grid in grids_of(source, str(path)) if grid.is_seen), None)
    if grid is None:
        raise ReadError(Problem("表格里没有内容", _HINT, Where(str(path))))
    head, *numbers = grid.numbers
    fields = _fields(grid, head, str(path))
    return [_row(grid, number, fields) for number in numbers]


def task_from(template: Spec, row: Row, data: Path, office: Office | None) -> Task | Outcome:
    """Return what is to be rendered of a row, checked as the office wants it; or why that cannot be."""
    source = f"{template.places.file}（{data} 第{row.number}行）"
    try:
        content = write_back(template, [Put(path, value) for path, value in row.values.items()])
    except SpecError as error:
        called = template.places.as_typed
        problems = tuple(
            replace(one, where=Where(source, path=one.where.path, typed=called(one.where.path)))
            for one in error.problems
        )
        return Outcome(row.name, source, problems=problems)
    return Task(row.name, source, content.encode(), office)


def field_at(typed: str) -> str | None:
    """Return the path of a field that is named in English or Chinese: issuer.name for 发文机关.全称; None for none."""
    path, wanted = "", cast(Any, Bulletin)
    for step in loc_of(typed):
        if isinstance(step, int):
            path += f"[{step}]"
            continue
        model = model_in(wanted)
        field = typed_names(model).get(step) if model else None
        if field is None:
            return None
        path = f"{path}.{field}" if path else field
        wanted = wanted_at(model, (field,)) if model else None
    return path or None


def _fields(grid: Grid, head: int, file: str) -> dict[int, str]:
    """Return the field of each column, by its path, and "" for the one that names the output."""
    fields: dict[int, str] = {}
    problems: list[Problem] = []
    for column in grid.columns:
        cell = grid.shown(head, column)
        typed = cell.text.strip() if cell else ""
        path = "" if typed in _FILE_NAMES else field_at(typed)
        where = Where(file, head)
        if path is None:
            called = f"表头“{shown(typed)}”" if typed else "没有表头"
            problems.append(Problem(f"{letter(column)}列{called}，不知道填哪个字段", _HINT, where))
        elif path in fields.values():
            problems.append(Problem(f"{letter(column)}列与前面的列填的是同一个字段", "请只留一列", where))
        else:
            fields[column] = path
    if problems:
        raise ReadError(*problems)
    return fields


def _row(grid: Grid, number: int, fields: Mapping[int, str]) -> Row:
    cells = ((path, grid.shown(number, column)) for column, path in fields.items())
    values = {path: (cell.date if len(cell.date) == _DAY else cell.text.strip()) for path, cell in cells if cell}
    values = {path: text for path, text in values.items() if text}
    name = values.pop("", "") or next((values[path] for path in _NAMED_BY if path in values), "")
    return Row(number, file_name(name) or f"第{number}行", values)
