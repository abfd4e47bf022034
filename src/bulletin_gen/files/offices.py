"""An office's bulletin-gen.toml on disk -> what it says of itself."""

import os
from pathlib import Path

from bulletin_gen.checks.office import ANY_OFFICE, Office
from bulletin_gen.checks.office_file import MOST_BYTES, OFFICE_FILE, load_office
from bulletin_gen.errors import Problem, SpecError
from bulletin_gen.files.bounded import read_at_most
from bulletin_gen.files.reasons import reason


def read_office(path: str | Path) -> Office:
    """Return what a file says of an office.

    Raises SpecError when it cannot be read, or with everything that is wrong in it.
    """
    hint = f"请给出本单位的 {OFFICE_FILE} 的路径"
    return load_office(read_at_most(path, MOST_BYTES, hint, SpecError), str(path))


def office_of(path: str | Path) -> Office:
    """Return the office that a bulletin belongs to: the bulletin-gen.toml in its folder, or in the nearest above it.

    Any office where there is none up to the root. Raises SpecError as `read_office` does.
    """
    found = find_office(path)
    return read_office(found) if found else ANY_OFFICE


def find_office(path: str | Path) -> Path | None:
    """Return the file that tells of the office of a bulletin; None where there is none. Raises SpecError."""
    try:
        folders = Path(os.path.abspath(path)).parents  # noqa: PTH100 - `resolve` would follow links, to other folders
        return next((folder / OFFICE_FILE for folder in folders if (folder / OFFICE_FILE).is_file()), None)
    except OSError as error:
        raise SpecError(Problem(f"找不了 {OFFICE_FILE}：{reason(error)}", "请检查当前文件夹还在不在")) from None
