"""What a clause finds: a verdict and what it rests on."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from bulletin_gen.frozen import frozen

_SHOWN = 3


class Verdict(StrEnum):
    """What a clause says of a file: kept, broken, about nothing that is there, or not to be measured."""

    CONFORMS = "符合"
    BREAKS = "不符合"
    ABSENT = "不适用"
    UNMEASURED = "需人工核对"


@frozen
class Outcome:
    verdict: Verdict
    found: str


def conforms(found: str) -> Outcome:
    return Outcome(Verdict.CONFORMS, found)


def breaks(found: str) -> Outcome:
    return Outcome(Verdict.BREAKS, found)


def absent(found: str) -> Outcome:
    return Outcome(Verdict.ABSENT, found)


def unmeasured(found: str) -> Outcome:
    return Outcome(Verdict.UNMEASURED, found)


def judged(faults: Sequence[str], good: str) -> Outcome:
    """Return what the faults make: 不符合 with the first of them, or 符合 with `good`."""
    return breaks(some(faults)) if faults else conforms(good)


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """Return several outcomes as one: the gravest verdict, and what all of that verdict (or, when all is well, all)
    found."""
    outcomes = list(outcomes)
    for verdict in (Verdict.BREAKS, Verdict.UNMEASURED):
        grave = [outcome.found for outcome in outcomes if outcome.verdict is verdict]
        if grave:
            good = [outcome.found for outcome in outcomes if outcome.verdict is Verdict.CONFORMS]
            return Outcome(verdict, "；".join(grave + (good if verdict is Verdict.UNMEASURED else [])))
    verdict = Verdict.CONFORMS if any(one.verdict is Verdict.CONFORMS for one in outcomes) else Verdict.ABSENT
    return Outcome(verdict, "；".join(dict.fromkeys(one.found for one in outcomes if one.verdict is verdict)))


def some(items: Sequence[str], most: int = _SHOWN) -> str:
    """Return a few items for show, and how many there are when that is more."""
    distinct = list(dict.fromkeys(items))
    more = f"等{len(distinct)}处" if len(distinct) > most else ""
    return "；".join(distinct[:most]) + more
