"""Every task comes to one outcome, whatever becomes of the others and of those who do them."""

from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any

import pytest

from batches import TEXT, Mortal, tasks
from bulletin_gen.batch import render
from bulletin_gen.batch.run import run_batch
from bulletin_gen.batch.task import Fate, Outcome, Task


def by_name(outcomes: list[Outcome]) -> dict[str, Outcome]:
    assert len({outcome.name for outcome in outcomes}) == len(outcomes), "one came twice"
    return {outcome.name: outcome for outcome in outcomes}


def test_each_task_has_its_own_words() -> None:
    found = by_name(list(run_batch(tasks(9), TEXT, lambda: ThreadPoolExecutor(2), 3)))

    assert len(found) == 9
    assert all(f"已补记{number}次。" in found[f"第{number}份"].files["txt"].decode() for number in range(9))


def test_a_spec_that_is_wrong_is_told_and_the_others_are_made() -> None:
    given = [*tasks(3), Task("坏的", "坏的.yaml", b"issuer: {}")]
    found = by_name(list(run_batch(given, TEXT, lambda: ThreadPoolExecutor(2), 8)))

    assert [name for name, outcome in found.items() if outcome.fate is Fate.FAILED] == ["坏的"]
    assert found["坏的"].problems[0].where.file == "坏的.yaml"


def test_a_task_that_kills_its_worker_is_lost_alone() -> None:
    found = by_name(list(run_batch(tasks(9), TEXT, lambda: Mortal(lambda name: name == "第4份"), 3)))

    assert len(found) == 9
    assert [name for name, outcome in found.items() if outcome.problems] == ["第4份"]
    assert "意外结束" in found["第4份"].problems[0].message


def test_a_worker_that_dies_once_costs_nothing() -> None:
    died: list[str] = []

    def dies_once(name: str) -> bool:
        if name == "第2份" and not died:
            died.append(name)
            return True
        return False

    found = by_name(list(run_batch(tasks(6), TEXT, lambda: Mortal(dies_once), 4)))

    assert died
    assert not any(outcome.problems for outcome in found.values())


def test_workers_that_all_die_leave_no_task_without_an_outcome() -> None:
    found = by_name(list(run_batch(tasks(5), TEXT, lambda: Mortal(lambda name: True), 3)))

    assert [outcome.fate for outcome in found.values()] == [Fate.FAILED] * 5


def test_no_more_tasks_are_held_at_once_than_asked_for() -> None:
    asked: list[str] = []

    def given() -> Any:
        for task in tasks(20):
            asked.append(task.name)
            yield task

    for done, _ in enumerate(run_batch(given(), TEXT, lambda: ThreadPoolExecutor(2), 4), start=1):
        assert len(asked) - done <= 4


def test_what_a_worker_stumbles_over_is_told_as_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(render, "render", stumble)
    (outcome,) = run_batch(tasks(1), TEXT, lambda: ThreadPoolExecutor(1), 1)

    assert "ZeroDivisionError" in outcome.problems[0].message
    assert "维护者" in outcome.problems[0].hint


class _Cancelling(Executor):
    def submit(self, *_: Any, **__: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.cancel()
        future.set_running_or_notify_cancel()  # who waits for it is told
        return future


def test_what_a_cluster_gives_up_is_told_as_lost() -> None:
    (outcome,) = run_batch(tasks(1), TEXT, _Cancelling, 1)

    assert outcome.fate is Fate.FAILED
