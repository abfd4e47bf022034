"""Processes and a cluster do a batch; one of a cluster's may die in the middle."""

import os
import signal
from functools import partial

import pytest
from distributed import LocalCluster

from batches import TEXT, tasks
from bulletin_gen.batch import workers
from bulletin_gen.batch.run import run_batch
from bulletin_gen.batch.task import Setting
from bulletin_gen.batch.workers import dask_cluster, processes
from bulletin_gen.errors import BulletinError


def test_processes_give_the_bytes_that_one_gives() -> None:
    setting = Setting(("txt", "docx"))
    apart = {outcome.name: outcome.files for outcome in run_batch(tasks(4), setting, partial(processes, 2), 4)}
    alone = {outcome.name: outcome.files for outcome in run_batch(tasks(4), setting, partial(processes, 1), 1)}

    assert apart == alone
    assert len(apart) == 4


def test_a_cluster_that_loses_a_worker_makes_every_bulletin_once() -> None:
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
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
