"""Put a set of files in place: all of them whole, or none.

Each is written beside its target first and then moved over it; when a move fails, those before it are undone.
"""

import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bulletin_gen.errors import Problem, WriteError
from bulletin_gen.files.reasons import reason


def swap_in(contents: Mapping[Path, bytes]) -> None:
    """Write every file. Raises WriteError, and leaves all files as they were, when one cannot be written."""
    beside: dict[Path, Path] = {}
    try:
        for target, content in contents.items():
            with _named(target):
                beside[target] = _write_beside(target, content)
        _move_all(beside)
    finally:
        for temporary in beside.values():
            temporary.unlink(missing_ok=True)


def _move_all(beside: Mapping[Path, Path]) -> None:
    before: dict[Path, bytes | None] = {}
    try:
        for target, temporary in beside.items():
            with _named(target):
                before[target] = target.read_bytes() if target.exists() else None
                temporary.replace(target)
    except BaseException:
        for target, content in before.items():
            _restore(target, content)
        raise


def _restore(target: Path, content: bytes | None) -> None:
    if content is None:
        target.unlink(missing_ok=True)
    elif target.read_bytes() != content:
        _write_beside(target, content).replace(target)


def _write_beside(target: Path, content: bytes) -> Path:
    """Return the path of a new file in the target's folder that holds `content`, with the target's rights."""
    temporary = target.with_name(f".bulletin-gen-{secrets.token_hex(6)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, temporary)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


@contextmanager
def _named(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        hint = "请关闭打开它的程序，或换一个文件夹"
        raise WriteError(Problem(f"写不了 {target}：{reason(error)}，一个文件都没有改动", hint)) from None
