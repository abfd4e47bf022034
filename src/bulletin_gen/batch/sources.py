"""Which bulletins a batch is made of: folders, patterns, lists, ledgers and files in; each with its name out."""

import csv
import glob
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bulletin_gen.batch.task import Outcome, Task
from bulletin_gen.errors import Problem, ReadError, SpecError
from bulletin_gen.files.bounded import read_at_most
from bulletin_gen.files.ledgers import SHEETS
from bulletin_gen.files.names import OPINIONS, SPECS, file_name, identity, is_lock
from bulletin_gen.files.offices import office_of
from bulletin_gen.ooxml.package import MAX_BYTES
from bulletin_gen.readers.ledger.files import grids_of
from bulletin_gen.readers.ledger.reading import LedgerReading, read_bodies
from bulletin_gen.readers.text import decode
from bulletin_gen.spec.dump import dump_spec
from bulletin_gen.yamltext.decode import MAX_YAML_BYTES

_MOST_LIST = 10_000_000  # bytes
_LIST_HINT = "请给出文件夹、通配符（如 通报/*.yaml）、一列是通报文件路径的清单（.csv、.xlsx），或台账（.xlsx）"


class Found(NamedTuple):
    """A spec, and where its files go below the output folder, without a suffix; of a ledger, what it says of a body."""

    source: Path
    name: str
    reading: LedgerReading | None = None

    @property
    def identity(self) -> tuple[str, str]:
        return identity(self.source), self.name if self.reading else ""


def find_specs(given: Sequence[str]) -> list[Found]:
    """Return the specs in folders (with those below), behind patterns, in lists and by their own names, each once.

    A file of a folder keeps the folders it stands in below that one; 意见.yaml is no spec. A sheet is a list of specs,
    or else a ledger of one body or of many. Raises ReadError where something leads nowhere.
    """
    found = {one.identity: one for text in given for one in _found(text)}
    return list(found.values())


def _found(text: str) -> Iterator[Found]:
    path = Path(text)
    if path.is_dir():
        specs = sorted(one for one in path.rglob("*") if _is_spec(one))
        yield from (Found(one, str(one.relative_to(path).with_suffix(""))) for one in specs)
    elif path.suffix.lower() == ".csv":
        rows = csv.reader(io.StringIO(decode(read_at_most(path, _MOST_LIST, _LIST_HINT, ReadError), text)))
        yield from _listed(path, enumerate(rows, start=1))
    elif path.suffix.lower() in SHEETS:
        yield from _sheet(path)
    elif path.is_file():
        yield Found(path, path.stem)
    else:
        specs = [Path(one) for one in sorted(glob.glob(text, recursive=True)) if _is_spec(Path(one))]  # noqa: PTH207
        if not specs:
            raise ReadError(Problem(f"“{text}”没有找到通报文件", _LIST_HINT))
        yield from (Found(one, one.stem) for one in specs)


def _is_spec(path: Path) -> bool:
    return path.suffix.lower() in SPECS and path.name != OPINIONS and not is_lock(path) and path.is_file()


def _sheet(path: Path) -> list[Found]:
    """Return what the first sheet lists, or else the bulletin of each body in the ledger."""
    grids = grids_of(read_at_most(path, MAX_BYTES, _LIST_HINT, ReadError), str(path))
    first = next((grid for grid in grids if grid.is_seen), None)
    cells = [(row, [cell.text for cell in first.rows[row].values()]) for row in first.numbers] if first else []
    if any(_listed_in(row) for _, row in cells):
        return list(_listed(path, cells))
    readings = read_bodies(grids, str(path))
    return [Found(path, file_name(body) or path.stem, reading) for body, reading in readings.items()]


def _listed(path: Path, rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[Found]:
    """Yield what a list names: the first cell of each row that leads to a file, from the list's folder on."""
    for number, row in rows:
        listed = _listed_in(row)
        if listed:
            yield Found(path.parent / listed, Path(listed).stem)
        elif number > 1 and any(map(str.strip, row)):
            raise ReadError(Problem(f"{path} 第{number}行没有通报文件（.yaml）的路径", _LIST_HINT))


def _listed_in(row: Sequence[str]) -> str | None:
    return next((cell.strip() for cell in row if Path(cell.strip()).suffix.lower() in SPECS), None)


def task_of(found: Found, is_checked: bool) -> Task | Outcome:
    """Return what is to be rendered of a file, checked as its office wants it; or why that cannot be."""
    if found.reading:
        return _of_ledger(found.source, found.name, found.reading, is_checked)
    source = str(found.source)
    try:
        content = read_at_most(found.source, MAX_YAML_BYTES, "请检查路径", SpecError)
        office = office_of(found.source) if is_checked else None
    except SpecError as error:
        return Outcome(found.name, source, problems=error.problems)
    return Task(found.name, source, content, office)


def _of_ledger(ledger: Path, name: str, reading: LedgerReading, is_checked: bool) -> Task | Outcome:
    """Return what is to be rendered of a ledger: its issues, and 【待补：…】 for what only the author knows."""
    source = f"{ledger}（{name}）"
    try:
        office = office_of(ledger) if is_checked else None
    except SpecError as error:
        return Outcome(name, source, problems=error.problems)
    spec = reading.spec
    return Task(name, source, dump_spec(spec, reading.notes).encode(), office, reading.findings, spec.places)
