"""A batch that is stopped has noted what it wrote, wherever it was."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from batches import TEXT, tasks
from bulletin_gen.batch.make import make_batch
from bulletin_gen.batch.record import Record
from bulletin_gen.batch.store import JOURNAL, Store


def make(folder: Path, tell: "Teller") -> None:
    plans = [lambda task=task: task for task in tasks(120)]
    make_batch(plans, Store(folder), TEXT, partial(ThreadPoolExecutor, 1), 16, "1", tell.hear)


class Teller:
    """Hears of each bulletin, and stops the batch when it hears of one of them."""

    def __init__(self, stops_at: int) -> None:
        self.stops_at, self.heard = stops_at, list[str]()

    def hear(self, record: Record, _is_new: bool) -> None:
        self.heard.append(record.name)
        if len(self.heard) == self.stops_at:
            raise KeyboardInterrupt


@pytest.mark.parametrize("stops_at", [1, 7, 50, 51])
def test_what_was_written_when_it_was_stopped_is_noted_and_told_once(stops_at: int, tmp_path: Path) -> None:
    tell = Teller(stops_at)

    with pytest.raises(KeyboardInterrupt):
        make(tmp_path, tell)

    noted = (tmp_path / JOURNAL).read_text(encoding="utf-8").splitlines()
    assert len(noted) == len(list(tmp_path.glob("*.txt"))) == len(tell.heard) < 120
    assert len(set(tell.heard)) == len(tell.heard)
