"""Lengths from one unit to another."""

import pytest

from bulletin_gen import units


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (units.mm_to_pt(25.4), 72),
        (units.pt_to_mm(72), 25.4),
        (units.mm_to_twips(210), 11906),
        (units.twips_to_pt(579), 28.95),
        (units.twips_to_mm(1440), 25.4),
        (units.half_points_to_pt(21), 10.5),
        (units.pt_to_half_points(10.5), 21),
        (units.eighths_to_mm(8), 25.4 / 72),
        (units.pt_to_emu(1), 12_700),
        (units.emu_to_mm(36_000), 1),
    ],
)
def test_lengths(found: float, expected: float) -> None:
    assert found == pytest.approx(expected)
