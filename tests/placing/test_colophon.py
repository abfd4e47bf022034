"""What stands in the 版记 and which rules are above it."""

from bulletin_gen.document import Colophon
from bulletin_gen.placing.colophon import ColophonRow, colophon_rows
from bulletin_gen.style import GBT9704

THICK, THIN = 0.35, 0.25


def test_all_of_it() -> None:
    """7.4.1: the first rule thick; 7.4.2: none between 主送 and 抄送; 7.4.3: a thin one above the last row."""
    rows = colophon_rows(Colophon("各村", "县委办。", "镇党办", "2025年1月9日印发"), GBT9704)

    assert rows == (
        ColophonRow("主送：", "各村", "", THICK),
        ColophonRow("抄送：", "县委办。", "", 0.0),
        ColophonRow("", "镇党办", "2025年1月9日印发", THIN),
    )


def test_what_comes_first_has_the_thick_rule() -> None:
    (row,) = colophon_rows(Colophon("", "", "镇党办", ""), GBT9704)

    assert row.rule_above_mm == THICK


def test_an_empty_one_has_no_rows() -> None:
    assert colophon_rows(Colophon("", "", "", ""), GBT9704) == ()
