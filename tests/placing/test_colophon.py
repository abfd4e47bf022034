"""Which rules are above the rows of the 版记."""

from blocks import Colophon
from bulletin_gen.placing.colophon import rules_above
from bulletin_gen.style import GBT9704

THICK, THIN = 0.35, 0.25


def test_all_of_it() -> None:
    """7.4.1: the first rule thick; 7.4.2: none between 主送 and 抄送; 7.4.3: a thin one above the last row."""
    rules = rules_above(Colophon("各村", "县委办。", "镇党办", "2025年1月9日印发"), GBT9704)

    assert rules == [THICK, 0.0, THIN]


def test_what_comes_first_has_the_thick_rule() -> None:
    assert rules_above(Colophon("", "", "镇党办", ""), GBT9704) == [THICK]


def test_an_empty_one_has_none() -> None:
    assert rules_above(Colophon("", "", "", ""), GBT9704) == []
