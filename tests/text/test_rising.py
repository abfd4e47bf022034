"""Which of some numbers are in order already."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from bulletin_gen.text.rising import rising


def test_the_most_that_rise_are_found() -> None:
    assert [[3, 0, 1, 4, 2][at] for at in rising([3, 0, 1, 4, 2])] == [0, 1, 2]
    assert rising([]) == []


@given(st.permutations(range(6)))
def test_no_other_choice_is_longer(numbers: list[int]) -> None:
    found = [numbers[at] for at in rising(numbers)]

    assert found == sorted(found)
    assert not any(list(other) == sorted(other) for other in combinations(numbers, len(found) + 1))
