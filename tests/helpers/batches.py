"""What a batch is tried with: small specs, and executors that lose their workers."""

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from pathlib import Path
from typing import Any

from bulletin_gen.batch.task import Setting, Task

TEXT = Setting(("txt",))
SPEC = """\
issuer: {{name: 中共{name}委员会}}
opening: 现将整改情况通报如下。
results:
  issues:
    - {{problem: 台账不清, text: 已补记{number}次。, status: 已完成}}
"""


def spec(number: int) -> str:
    return SPEC.format(name=f"青溪{number}镇", number=number)


def tasks(count: int) -> list[Task]:
    return [Task(f"第{number}份", f"第{number}份.yaml", spec(number).encode()) for number in range(count)]


def specs_in(folder: Path, count: int) -> Path:
    """Write so many specs into a folder, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"第{number}份.yaml").write_text(spec(number), encoding="utf-8")
    return folder


class Mortal(Executor):
    """Does at once what it is given; where a task's name is among the deadly ones, it breaks, as processes do that are
    killed, and all that it is given from then on fails with it."""

    def __init__(self, deadly: Callable[[str], bool]) -> None:
        self._deadly, self._is_broken = deadly, False

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self._is_broken = self._is_broken or self._deadly(args[0].name)
        if self._is_broken:
            future.set_exception(BrokenExecutor("a worker was killed"))
        else:
            future.set_result(fn(*args, **kwargs))
        return future
