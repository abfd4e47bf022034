"""A batch from beginning to end: sources in, files and a record of each out."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field

from bulletin_gen.batch.record import Record, faces_key, key_of, record_line, record_of, setting_key
from bulletin_gen.batch.run import run_batch
from bulletin_gen.batch.store import Store
from bulletin_gen.batch.task import Outcome, Setting, Task
from bulletin_gen.errors import Problem
from bulletin_gen.fonts import find_fonts

Plan = Callable[[], Task | Outcome]  # what is to be rendered, or why it cannot be; asked when its turn comes


def make_batch(
    plans: Sequence[Plan],
    store: Store,
    setting: Setting,
    start: Callable[[], Executor],
    at_once: int,
    version: str,
    tell: Callable[[Record, bool], None] = lambda record, is_new: None,
) -> None:
    """Make each bulletin that a plan gives, and the reports of all, in the order of `plans`.

    What would come out as it is there already is left alone. `tell` hears of each, and whether it was done anew.
    `start` and `at_once` are as in `run_batch`, `version` as in `setting_key`. Whatever ends the run, what was done by
    then is written and noted, and the next run goes on from there.
    """
    faces = faces_key(find_fonts(setting.style, setting.font_folders)) if "pdf" in setting.formats else ""
    run = _Run(plans, store, setting_key(setting, faces, version), tell)
    try:
        for outcome in run_batch(run.changed(), setting, start, at_once):
            run.put(outcome)
    finally:
        run.close()


@dataclass
class _Run:
    plans: Sequence[Plan]
    store: Store
    setting: str
    tell: Callable[[Record, bool], None]
    numbers: dict[str, int] = field(default_factory=dict)  # of those that are rendered, by name
    keys: dict[str, str] = field(default_factory=dict)
    done: dict[int, str] = field(default_factory=dict)  # the records as lines: there may be ten thousands

    def changed(self) -> Iterator[Task]:
        """Yield the tasks whose files are not there yet; note what becomes of the others."""
        names: dict[str, str] = {}
        for number, plan in enumerate(self.plans):
            task = plan()
            first = names.setdefault(unicodedata.normalize("NFC", task.name).casefold(), task.source)
            if first != task.source:
                problem = Problem(f"与 {first} 生成的文件同名（{task.name}）", "请改名，或分开生成到不同的文件夹")
                task = Outcome(task.name, task.source, problems=(problem,))
            if isinstance(task, Outcome):
                self._note(number, record_of(task, "", {}))
                continue
            key = key_of(task, self.setting)
            unchanged = self.store.unchanged(task.name, key)
            if unchanged:
                self._note(number, unchanged, is_new=False)
                continue
            self.numbers[task.name], self.keys[task.name] = number, key
            yield task

    def put(self, outcome: Outcome) -> None:
        self.store.put(outcome, self.keys.pop(outcome.name))
        self._note_written()

    def close(self) -> None:
        self.store.flush()
        self._note_written()
        self.store.close([self.done[number] for number in sorted(self.done)])

    def _note_written(self) -> None:
        """Note what was written. What an interruption leaves of it is noted the next time."""
        while self.store.written:
            record = self.store.written[0]
            self._note(self.numbers[record.name], record)
            del self.store.written[0]

    def _note(self, number: int, record: Record, is_new: bool = True) -> None:
        if number not in self.done:  # else what noted it was interrupted
            self.done[number] = record_line(record)
            self.tell(record, is_new)
