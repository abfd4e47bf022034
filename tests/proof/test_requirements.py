"""Every clause of the table is broken by what breaks it, and by nothing like it."""

from collections import Counter

import pytest

from bulletin_gen.proof.clauses.by_eye import BY_EYE
from bulletin_gen.proof.measured import Measured
from bulletin_gen.proof.outcome import Outcome, Verdict
from bulletin_gen.proof.requirement import Case
from bulletin_gen.proof.requirements import REQUIREMENTS
from bulletin_gen.spec.sign_off import OutputForm
from bulletin_gen.style import GBT9704
from clause_cases import CASES
from clause_cases.case import ClauseCase

BY_ID = {requirement.id: requirement for requirement in REQUIREMENTS}
CAN_ONLY_DOUBT = {"G-13", "G-14", "G-15", "G-33", "G-52", "G-55", "G-93", "M-13", "M-14", "N-03"}
"""Measured, but no ground to fail a file: faces that stand in, lone characters…"""


def judged(id: str, measured: Measured, form: OutputForm) -> Outcome:
    return BY_ID[id].judge(Case(measured, GBT9704, form))


def names() -> list[str]:
    """Return G-05-1, G-05-2…"""
    seen: Counter[str] = Counter()
    return [f"{case.id}-{seen.update([case.id]) or seen[case.id]}" for case in CASES]


@pytest.mark.parametrize("case", CASES, ids=names())
def test_a_clause_fires(case: ClauseCase) -> None:
    assert judged(case.id, case.firing, case.form) == Outcome(case.verdict, case.found)


@pytest.mark.parametrize("case", CASES, ids=names())
def test_a_clause_stays_silent(case: ClauseCase) -> None:
    assert judged(case.id, case.silent, case.form).verdict is case.calm


def test_every_clause_that_can_be_broken_is() -> None:
    """A new one needs its case in `clause_cases`."""
    broken = {case.id for case in CASES if case.verdict is Verdict.BREAKS}

    assert BY_ID.keys() - {row.id for row in BY_EYE} - CAN_ONLY_DOUBT == broken


def test_every_clause_that_can_only_doubt_does() -> None:
    doubted = {case.id for case in CASES if case.verdict is Verdict.UNMEASURED}

    assert doubted >= CAN_ONLY_DOUBT


@pytest.mark.parametrize("id", sorted(CAN_ONLY_DOUBT))
def test_a_clause_that_can_only_doubt_breaks_on_none_of_the_cases(id: str) -> None:
    found = {judged(id, measured, case.form).verdict for case in CASES for measured in (case.firing, case.silent)}

    assert Verdict.BREAKS not in found


def test_the_table_holds_every_clause_once() -> None:
    assert (len(REQUIREMENTS), len(BY_ID)) == (113, 113)
