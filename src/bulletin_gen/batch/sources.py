"""Which bulletins a batch is made of: folders, patterns, lists and files in; the path of each and its name out."""

import csv
import glob
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bulletin_gen.batch.task import Outcome, Task
from bulletin_gen.errors import Problem, ReadError, SpecError
from bulletin_gen.files.bounded import read_at_most
from bulletin_gen.files.names import OPINIONS, SPECS, identity, is_lock
from bulletin_gen.files.offices import office_of
from bulletin_gen.readers.text import decode
from bulletin_gen.yamltext.decode import MAX_YAML_BYTES

_MOST_LIST = 10_000_000  # bytes
_LIST_HINT = "请给出文件夹、通配符（如 通报/*.yaml），或一列是通报文件路径的清单（.csv）"


class Found(NamedTuple):
    """A spec, and where its files go below the output folder, without a suffix."""

    source: Path
    name: str


def find_specs(given: Sequence[str]) -> list[Found]:
    """Return the specs in folders (with those below), behind patterns, in lists and by their own names, each once.

    A file of a folder keeps the folders it stands in below that one; 意见.yaml is no spec.
    Raises ReadError where something leads nowhere.
    """
    found = {identity(one.source): one for text in given for one in _found(text)}
    return list(found.values())


def _found(text: str) -> Iterator[Found]:
    path = Path(text)
    if path.is_dir():
        specs = sorted(one for one in path.rglob("*") if _is_spec(one))
        yield from (Found(one, str(one.relative_to(path).with_suffix(""))) for one in specs)
    elif path.suffix.lower() == ".csv":
        yield from _listed(path)
    elif path.is_file():
        yield Found(path, path.stem)
    else:
        specs = [Path(one) for one in sorted(glob.glob(text, recursive=True)) if _is_spec(Path(one))]  # noqa: PTH207
        if not specs:
            raise ReadError(Problem(f"“{text}”没有找到通报文件", _LIST_HINT))
        yield from (Found(one, one.stem) for one in specs)


def _is_spec(path: Path) -> bool:
    return path.suffix.lower() in SPECS and path.name != OPINIONS and not is_lock(path) and path.is_file()


def _listed(path: Path) -> Iterator[Found]:
    """Yield what a list names: the first cell of each row that leads to a file, from the list's folder on."""
    content = read_at_most(path, _MOST_LIST, _LIST_HINT, ReadError)
    for number, row in enumerate(csv.reader(io.StringIO(decode(content, str(path)))), start=1):
        cells = [cell.strip() for cell in row]
        spec = next((path.parent / cell for cell in cells if Path(cell).suffix.lower() in SPECS), None)
        if spec is not None:
            yield Found(spec, spec.stem)
        elif number > 1 and any(cells):
            raise ReadError(Problem(f"{path} 第{number}行没有通报文件（.yaml）的路径", _LIST_HINT))


def task_of(found: Found, is_checked: bool) -> Task | Outcome:
    """Return what is to be rendered of a file, checked as its office wants it; or why that cannot be."""
    source = str(found.source)
    try:
        content = read_at_most(found.source, MAX_YAML_BYTES, "请检查路径", SpecError)
        office = office_of(found.source) if is_checked else None
    except SpecError as error:
        return Outcome(found.name, source, problems=error.problems)
    return Task(found.name, source, content, office)
