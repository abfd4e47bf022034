"""Which items of two sequences belong together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_gen.review.align import Pair, aligned, likeness


def pairs(old: str, new: str) -> list[tuple[str, str]]:
    """Return each pair of letters; letters of other case are alike, "-" stands for none."""
    found = aligned(old, new, str, lambda one, other: float(one.lower() == other.lower()))
    return [("-" if one is None else old[one], "-" if other is None else new[other]) for one, other in found]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("abc", "abc", ["aa", "bb", "cc"]),
        ("abc", "ac", ["aa", "b-", "cc"]),
        ("ac", "abc", ["aa", "-b", "cc"]),
        ("abc", "aBc", ["aa", "bB", "cc"]),
        ("aabb", "ab", ["aa", "a-", "bb", "b-"]),
        ("abcde", "bcdea", ["a-", "bb", "cc", "dd", "ee", "-a"]),
        ("", "ab", ["-a", "-b"]),
        ("ab", "", ["a-", "b-"]),
    ],
)
def test_items_that_say_the_same_or_nearly_so_belong_together(old: str, new: str, expected: list[str]) -> None:
    assert sorted(map("".join, pairs(old, new))) == sorted(expected)


@given(st.lists(st.integers(0, 9), max_size=30), st.lists(st.integers(0, 9), max_size=30))
def test_every_item_stands_in_one_pair_and_the_order_of_both_is_kept(old: list[int], new: list[int]) -> None:
    found = aligned(old, new, int, lambda one, other: float(one == other))

    assert [pair.old for pair in found if pair.old is not None] == list(range(len(old)))
    assert [pair.new for pair in found if pair.new is not None] == list(range(len(new)))


def test_of_very_many_items_only_those_that_stand_once_belong_together() -> None:
    old, new = ["同"] * 600 + ["甲"], ["同"] * 600 + ["甲"]

    found = aligned(old, new, str, lambda one, other: 1.0)

    assert Pair(600, 600) in found
    assert len(found) == 1201


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("台账不全", "台账不全", 1, 1),
        ("台账不全", "台账不健全", 0.5, 0.9),
        ("台账不全", "会议很多", 0, 0),
        ("", "甲", 0, 0),
    ],
)
def test_texts_are_as_alike_as_the_pairs_of_signs_they_share(one: str, other: str, least: float, most: float) -> None:
    assert least <= likeness(one, other) <= most
