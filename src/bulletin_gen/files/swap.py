"""Put a set of files in place: all of them whole, or none.

Each is written beside its target first and then moved over it; when a move fails, those before it are undone.
"""

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from bulletin_gen.errors import Problem, WriteError
from bulletin_gen.files.reasons import reason
from bulletin_gen.files.temporary import temporary_beside

_HINT = "请关闭打开它的程序，或换一个文件夹"


class _UnwritableError(Exception):
    """The system refuses a target."""

    def __init__(self, target: Path, error: OSError) -> None:
        self.told = f"写不了 {target}：{reason(error)}"


def swap_in(contents: Sequence[tuple[Path, bytes]]) -> None:
    """Write every file, in this order; a target may come twice.

    Raises WriteError, and leaves all files as they were, when one cannot be written. Where even that cannot be, the
    error names the files.
    """
    beside: list[tuple[Path, Path]] = []
    try:
        for target, content in contents:
            with _named(target):
                beside.append((target, _write_beside(target, content)))
        _move_all(beside)
    except _UnwritableError as error:
        raise WriteError(Problem(f"{error.told}，一个文件都没有改动", _HINT)) from None
    finally:
        for _, temporary in beside:
            _remove(temporary)


def _move_all(beside: Sequence[tuple[Path, Path]]) -> None:
    before: dict[Path, bytes | None] = {}
    try:
        for target, temporary in beside:
            with _named(target):
                if target not in before:
                    before[target] = target.read_bytes() if target.exists() else None
                temporary.replace(target)
    except BaseException as error:
        lost = _undo(before)
        if lost:
            told = error.told if isinstance(error, _UnwritableError) else "没有写完"
            raise WriteError(Problem(told, _HINT), *lost) from None
        raise


def _undo(before: Mapping[Path, bytes | None]) -> list[Problem]:
    """Make the files again what they were, the last first; return a problem for each that cannot be."""
    problems: list[Problem] = []
    for target, content in reversed(list(before.items())):
        try:
            _restore(target, content)
        except OSError as error:
            message = f"{target} 已换成新的，没能恢复原样：{reason(error)}"
            problems.append(Problem(message, "请关闭打开它的程序，再运行一次"))
    return problems


def _restore(target: Path, content: bytes | None) -> None:
    if content is None:
        target.unlink(missing_ok=True)
    elif target.read_bytes() != content:
        temporary = _write_beside(target, content)
        try:
            temporary.replace(target)
        finally:
            _remove(temporary)


def _write_beside(target: Path, content: bytes) -> Path:
    """Return the path of a new file in the target's folder that holds `content`, with the target's rights."""
    temporary = temporary_beside(target)
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, temporary)
    except BaseException:
        _remove(temporary)
        raise
    return temporary


def _remove(temporary: Path) -> None:
    """Remove it if it is there; what cannot be removed is left to the next run."""
    try:
        temporary.unlink(missing_ok=True)
    except OSError:
        return


@contextmanager
def _named(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _UnwritableError(target, error) from None
