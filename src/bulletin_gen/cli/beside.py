"""A second process of a command: what the later half of the work needs is loaded there while the earlier half is done.

It is a copy of this process (fork), which Linux makes in a millisecond. Elsewhere, with a single processor, and where
the process is not the command's own, everything is done here.
"""

from __future__ import annotations

import atexit
import os
import pickle
import sys
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager, suppress
from signal import SIG_IGN, SIGINT, SIGKILL, signal
from typing import BinaryIO, NoReturn, Protocol, TypeVar

from bulletin_gen.files.compiled import compiled_once
from bulletin_gen.files.kept import folder_of_user, kept_in

_T = TypeVar("_T")


class Begin(Protocol):
    """Begins some work and returns what waits for its result."""

    def __call__(self, work: Callable[[], _T], /) -> Callable[[], _T]: ...


@contextmanager
def beside(get_ready: Callable[[], None], is_own: bool) -> Iterator[Begin]:
    """Begin work in a process beside this one, which gets ready at once; `is_own` if this one is the command's alone.

    Work and results are values that can be pickled. What cannot be done there is done here when it is waited for, so
    that whatever is raised is raised here.
    """
    helper = _started(get_ready) if is_own and _has_another_processor() else None
    if helper is None:
        yield _here
        return
    try:
        yield helper.begin
    finally:
        helper.end()


def _started(get_ready: Callable[[], None]) -> _Helper | None:
    """Return the process beside this one, None where the user may have no more."""
    try:
        return _Helper(get_ready)
    except OSError:
        return None


def _here(work: Callable[[], _T]) -> Callable[[], _T]:
    return work


def _has_another_processor() -> bool:
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


class _Helper:
    """The process beside this one, as this one knows it: it does one piece of work at a time."""

    def __init__(self, get_ready: Callable[[], None]) -> None:
        (asked, self.asks), (self.answers, answered) = _pipe(), _pipe()
        self.process = os.fork()
        if not self.process:
            self.asks.close()  # else it would never learn that there is no more to come
            self.answers.close()
            _serve(get_ready, asked, answered)
        asked.close()
        answered.close()
        self.begun = self.done = 0

    def begin(self, work: Callable[[], _T]) -> Callable[[], _T]:
        if self.begun > self.done:  # nobody waited for what was begun before
            return work
        self.begun += 1
        try:
            pickle.dump(work, self.asks)
            self.asks.flush()
        except OSError:  # it is gone
            return work
        return lambda: self._result(work)

    def _result(self, work: Callable[[], _T]) -> _T:
        try:
            result: _T = pickle.load(self.answers)
        except (EOFError, OSError, pickle.UnpicklingError):  # it is gone
            return work()
        self.done += 1
        return result

    def end(self) -> None:
        """Let the process keep what it will want the next time, or end at once if nobody waits for what it does."""
        if not 0 < self.begun == self.done:
            with suppress(ProcessLookupError):
                os.kill(self.process, SIGKILL)
        for pipe in (self.asks, self.answers):
            with suppress(OSError):  # what it was not told, as it is gone
                pipe.close()
        atexit.register(_wait_for, self.process)  # meanwhile there may be something to do


def _wait_for(process: int) -> None:
    with suppress(ChildProcessError):  # whoever started this one wants to hear of no process that ends
        os.waitpid(process, 0)


def _pipe() -> tuple[BinaryIO, BinaryIO]:
    reading, writing = os.pipe()
    return os.fdopen(reading, "rb"), os.fdopen(writing, "wb")


def _serve(get_ready: Callable[[], None], asked: BinaryIO, answered: BinaryIO) -> NoReturn:
    """Do what is asked for until there is no more to come.

    Nothing is said of what goes wrong: whoever waits does the work again, and says it.
    """
    try:
        signal(SIGINT, SIG_IGN)  # that is for the one that asks
        _leave_streams({asked.fileno(), answered.fileno()})
        with kept_in(folder_of_user()), compiled_once(), suppress(EOFError):
            get_ready()
            while True:
                work = pickle.load(asked)
                pickle.dump(work(), answered)
                answered.flush()
    finally:
        os._exit(0)


def _leave_streams(in_use: Set[int]) -> None:
    """Let go of input, output and errors, whose readers wait for their end, but for those that others took the place of
    (`in_use`): this process may have been started without."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in {0, 1, 2} - in_use:
        os.dup2(nothing, stream)
