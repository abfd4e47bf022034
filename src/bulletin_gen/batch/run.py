"""Tasks in, outcomes out as they come, of any executor: processes of this machine, or a cluster."""

from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from itertools import islice

from bulletin_gen.batch.render import render_task
from bulletin_gen.batch.task import Outcome, Setting, Task
from bulletin_gen.errors import Problem

_LOST = Problem("生成时程序意外结束，可能是内存不足，或进程被终止", "请单独用 bulletin-gen render 生成这一份")


def run_batch(
    tasks: Iterable[Task], setting: Setting, start: Callable[[], Executor], at_once: int
) -> Iterator[Outcome]:
    """Yield the outcome of each task, once, in the order in which they come.

    `start` gives the executor; at most `at_once` tasks are with it, so that memory does not grow with their number.
    When its workers die, `start` is asked for another: the tasks that were with it are tried again one by one, and
    one that is lost alone, too, has failed. At the end what still waits is cancelled, and the executor shut down.
    """
    waiting = iter(tasks)
    while lost := (yield from _run(waiting, setting, start, at_once)):
        for suspect in lost:
            for task in (yield from _run(iter([suspect]), setting, start, 1)):
                yield Outcome(task.name, task.source, problems=(_LOST,))


def _run(
    waiting: Iterator[Task], setting: Setting, start: Callable[[], Executor], at_once: int
) -> Generator[Outcome, None, list[Task]]:
    """Yield outcomes until there are no more tasks, or the workers die; return the tasks that they had then."""
    held: dict[Future[Outcome], Task] = {}
    executor = start()
    try:
        while True:
            for task in islice(waiting, at_once - len(held)):
                held[_submit(executor, task, setting)] = task
            if not held:
                return []
            done, _ = wait(held, return_when=FIRST_COMPLETED)
            for future in done:
                if not _is_broken(future):
                    yield _outcome(future, held.pop(future))
            if any(map(_is_broken, done)):
                return list(held.values())
    finally:
        for future in held:
            future.cancel()
        executor.shutdown()


def _submit(executor: Executor, task: Task, setting: Setting) -> Future[Outcome]:
    """Return what will come of a task; of workers that have died already it is their end."""
    try:
        return executor.submit(render_task, task, setting)
    except BrokenExecutor as error:
        ended: Future[Outcome] = Future()
        ended.set_exception(error)
        return ended


def _is_broken(future: Future[Outcome]) -> bool:
    """Did the workers die that had the task?"""
    return not future.cancelled() and isinstance(future.exception(), BrokenExecutor)


def _outcome(future: Future[Outcome], task: Task) -> Outcome:
    if future.cancelled():  # by a cluster that lost it
        return Outcome(task.name, task.source, problems=(_LOST,))
    error = future.exception()
    if error is None:
        return future.result()
    # A worker raises nothing of its own: it is a fault of ours, or a cluster has given the task up.
    problem = Problem(f"程序出错：{type(error).__name__}：{error}", "请把这一份通报报告给维护者")
    return Outcome(task.name, task.source, problems=(problem,))
