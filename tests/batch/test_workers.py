"""Processes and a cluster do a batch; one of a cluster's may die in the middle."""

import gc
import os
import signal
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest
from distributed import LocalCluster

from batches import TEXT, tasks
from bulletin_gen.batch import workers
from bulletin_gen.batch.run import run_batch
from bulletin_gen.batch.task import Setting
from bulletin_gen.batch.workers import dask_cluster, loaded_for, processes
from bulletin_gen.errors import BulletinError
from bulletin_gen.files.kept import kept_in
from bulletin_gen.kept import shelf
from bulletin_gen.printing import FORMATS
from bulletin_gen.text import codes, regex
from bulletin_gen.text.regex import Regex
from bulletin_gen.writers import WRITERS


def test_processes_give_the_bytes_that_one_gives() -> None:
    setting = Setting(("txt", "docx"))
    apart = {outcome.name: outcome.files for outcome in run_batch(tasks(4), setting, partial(processes, 2), 4)}
    alone = {outcome.name: outcome.files for outcome in run_batch(tasks(4), setting, partial(processes, 1), 1)}

    assert apart == alone
    assert len(apart) == 4


def test_a_cluster_that_loses_a_worker_makes_every_bulletin_once() -> None:
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0") as cluster:
        names = []
        for outcome in run_batch(tasks(120), TEXT, partial(dask_cluster, cluster.scheduler_address), 16):
            assert not outcome.problems
            names.append(outcome.name)
            if len(names) == 20:
                killed = next(iter(cluster.workers.values())).pid
                os.kill(killed, signal.SIGKILL)

        assert killed not in {worker.pid for worker in cluster.workers.values()}
    assert sorted(names) == sorted(task.name for task in tasks(120))


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_ANSWERS_WITHIN", "1s")
    with pytest.raises(BulletinError, match="连不上 Dask"):
        dask_cluster("tcp://127.0.0.1:9")


def test_what_workers_are_forked_with_can_write_every_format() -> None:
    """And nothing else is loaded for a format that nobody asked for."""
    for name in FORMATS:
        *ours, last = [import_module(module).__name__ for module in loaded_for([name])]
        assert last == WRITERS[name].module
        assert ("bulletin_gen.layout" in ours) is WRITERS[name].draws_pages


def test_a_format_that_we_do_not_write_is_left_to_be_refused_where_it_is_rendered() -> None:
    assert loaded_for(["odt"]) == loaded_for([])


def test_a_worker_leaves_ctrl_c_to_its_parent_and_looks_for_garbage_now_and_then() -> None:
    with processes(1) as executor:
        assert executor.submit(signal.getsignal, signal.SIGINT).result() is signal.SIG_IGN
        assert 10_000 < executor.submit(gc.get_threshold).result()[0] <= 100_000, "or memory grows by what is left"
        assert executor.submit(gc.get_freeze_count).result() > 10_000, "what it was forked with is left alone"


@pytest.mark.skipif(not codes.MADE, reason="no codes of patterns are known of this Python")
def test_workers_keep_what_a_command_keeps(tmp_path: Path) -> None:
    year = Regex(r"(\d{4})年")
    with processes(2, tmp_path) as executor:
        assert executor.submit(year.findall, "2024年").result() == ["2024"]

    with kept_in(tmp_path):
        kept = shelf("patterns", regex._true_for)
        assert kept is not None
        assert kept.get(year.pattern) == codes.code_of(year.pattern)
    with processes(1) as executor:
        assert executor.submit(shelf, "patterns", str).result() is None
