"""Who renders: processes of this machine that start once and stay, or a Dask cluster."""

import os
import signal
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

from bulletin_gen.errors import BulletinError, Problem

_ANSWERS_WITHIN = "10s"
_MOST_WORKERS = 61  # the most that Windows can wait for


def usual_workers() -> int:
    """Return how many processes this machine has processors for."""
    return min(os.cpu_count() or 1, _MOST_WORKERS)


def processes(workers: int) -> Executor:
    """Return so many processes, which leave Ctrl-C to the one that started them."""
    return ProcessPoolExecutor(min(workers, _MOST_WORKERS), get_context("spawn"), _leave_interrupts)


def _leave_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


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
    executor: Executor = client.get_executor(pure=False)
    return executor
