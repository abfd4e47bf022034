"""One run at a time writes into a folder.

The system's own lock on a small file: it goes when its process does, however that ends. The file goes with it.
"""

import errno
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from bulletin_gen.errors import Problem, WriteError
from bulletin_gen.files.reasons import reason
from bulletin_gen.files.temporary import sweep

LOCK = ".bulletin-gen.lock"
_TRIES, _PAUSE_SECONDS = 600, 0.05
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_HELD_ELSEWHERE = frozenset([errno.EACCES, errno.EAGAIN, errno.EDEADLK])

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(folders: Sequence[Path]) -> Iterator[None]:
    """Hold folders that are there for this run alone, cleared of what killed runs left.

    Waits half a minute for another run, then raises WriteError. A drive that knows no locks is not held.
    """
    with ExitStack() as held:
        for folder in sorted({Path(os.path.realpath(folder)) for folder in folders}):
            held.enter_context(_held(folder))
        yield


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    lock = folder / LOCK
    try:
        descriptor = _wait_for(lock)
        if descriptor is not None:
            sweep(folder)
    except OSError as error:
        problem = Problem(f"写不了 {folder}：{reason(error)}，一个文件都没有改动", "请换一个文件夹")
        raise WriteError(problem) from None
    try:
        yield
    finally:
        if descriptor is not None:
            _let_go(lock, descriptor)


def _wait_for(lock: Path) -> int | None:
    """Return the open file that is locked, or None where the drive knows no locks. Raises OSError, WriteError."""
    for _ in range(_TRIES):
        descriptor = os.open(lock, _FLAGS, 0o666)
        try:
            is_ours = _take(descriptor) and _is_still(lock, descriptor)
        except OSError:  # the drive knows no locks
            _let_go(lock, descriptor)
            return None
        if is_ours:
            return descriptor
        os.close(descriptor)
        time.sleep(_PAUSE_SECONDS)
    raise WriteError(Problem(f"另一个 bulletin-gen 正在写 {lock.parent}，一个文件都没有改动", "请等它结束，再运行一次"))


def _take(descriptor: int) -> bool:
    """Is the open file locked for us now? No when another run has it. Raises OSError where there are no locks."""
    try:
        _lock(descriptor)
    except OSError as error:
        if error.errno in _HELD_ELSEWHERE:
            return False
        raise
    return True


def _is_still(lock: Path, descriptor: int) -> bool:
    """Is the locked file the one of that name? The run before takes it away when it ends."""
    try:
        return os.path.samestat(lock.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _let_go(lock: Path, descriptor: int) -> None:
    if sys.platform == "win32":  # an open file cannot be removed there; nor one that the next run has opened
        os.close(descriptor)
        with suppress(OSError):
            lock.unlink()
        return
    with suppress(OSError):
        lock.unlink()
    os.close(descriptor)
