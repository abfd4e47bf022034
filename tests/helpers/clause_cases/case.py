"""A case of one clause."""

from dataclasses import dataclass

from bulletin_gen.proof.measured import Measured
from bulletin_gen.proof.outcome import Verdict
from bulletin_gen.spec.sign_off import OutputForm


@dataclass(frozen=True)
class ClauseCase:
    """What breaks the clause `id`, what is then found, and its like that conforms. `verdict` is another where the
    clause can only doubt, `calm` where it never conforms outright."""

    id: str
    firing: Measured
    found: str
    silent: Measured
    form: OutputForm = OutputForm.PUBLISHED
    verdict: Verdict = Verdict.BREAKS
    calm: Verdict = Verdict.CONFORMS
