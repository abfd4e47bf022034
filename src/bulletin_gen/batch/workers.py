"""Who renders: processes of this machine that start once and stay, or a Dask cluster."""

import os
import signal
from collections.abc import Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import ExitStack
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any

from bulletin_gen.errors import BulletinError, Problem
from bulletin_gen.files.kept import kept_in
from bulletin_gen.garbage import collect_now_and_then
from bulletin_gen.writers import WRITERS

_ANSWERS_WITHIN = "10s"
_MOST_WORKERS = 61  # the most that Windows can wait for
_FORKED, _ANEW = "forkserver", "spawn"  # off a process that does nothing else, which Windows has not; each by itself
_RENDERS = ("__main__", "bulletin_gen.batch.render")  # the first is loaded by every process of ours, called for or not
_DRAWS_PAGES = ("bulletin_gen.layout", "uharfbuzz")


def usual_workers() -> int:
    """Return how many processes this machine has processors for."""
    return min(os.cpu_count() or 1, _MOST_WORKERS)


def load_ahead(formats: Sequence[str]) -> None:
    """Begin to load what writes `formats` in the process from which all workers of this one will be forked.

    Nobody has to wait for it. Where no worker can be forked each loads for itself, and nothing is done here.
    """
    if _FORKED in get_all_start_methods():
        from multiprocessing.forkserver import set_forkserver_preload

        set_forkserver_preload(loaded_for(formats))
    _way_to_start()


def _way_to_start() -> str:
    """Return how workers start: forked off a process that is there now, or else each anew."""
    if _FORKED not in get_all_start_methods():
        return _ANEW
    from multiprocessing.forkserver import ensure_running

    try:
        ensure_running()
    except OSError:  # the path of the system's folder for temporary files is too long for a socket's
        return _ANEW
    return _FORKED


def loaded_for(formats: Sequence[str]) -> list[str]:
    """Return the modules that a worker needs to write `formats`, those that are none of ours left out."""
    writers = [WRITERS[name] for name in formats if name in WRITERS]
    drawing = _DRAWS_PAGES if any(writer.draws_pages for writer in writers) else ()
    return [*_RENDERS, *drawing, *(writer.module for writer in writers)]


def processes(workers: int, cache: Path | None = None) -> Executor:
    """Return so many processes, which leave Ctrl-C to the one that started them.

    They keep what never changes in the folder `cache`, if there is one.
    """
    return ProcessPoolExecutor(min(workers, _MOST_WORKERS), get_context(_way_to_start()), _begin, (cache,))


def _begin(cache: Path | None) -> None:
    """Make a process a worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_now_and_then()
    keeping = ExitStack()
    keeping.enter_context(kept_in(cache))
    Finalize(None, keeping.close, exitpriority=0)  # such a process runs nothing of atexit


def dask_cluster(address: str) -> Executor:
    """Return the cluster of a scheduler such as tcp://10.0.0.5:8786, each machine of which has bulletin-gen.

    Raises BulletinError where Dask is not installed or the scheduler does not answer.
    """
    try:
        from distributed import Client
    except ImportError:
        problem = Problem("没有安装 Dask", '请先运行：pip install "bulletin-gen[dask]"')
        raise BulletinError(problem) from None
    try:
        client: Any = Client(address, timeout=_ANSWERS_WITHIN, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:  # what it raises where nobody answers
        problem = Problem(f"连不上 Dask 调度程序 {address}：{error}", "请检查地址，如：tcp://10.0.0.5:8786")
        raise BulletinError(problem) from None
    executor: Any = client.get_executor(pure=False)
    shut_down = executor.shutdown

    def leave(*given: Any, **named: Any) -> None:
        shut_down(*given, **named)
        client.close()  # else it would look on for the scheduler, in threads of this process

    executor.shutdown = leave
    return executor  # type: ignore[no-any-return]
