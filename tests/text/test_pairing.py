"""Which quotes and brackets of a paragraph pair up."""

import pytest

from bulletin_gen.text.pairing import pairing


def pairs(text: str) -> list[str]:
    """What each pair holds, with its marks."""
    return [text[pair.start : pair.end + 1] for pair in pairing(text).pairs]


def lone(text: str) -> list[tuple[str, int]]:
    return [(text[mark.at], mark.at) for mark in pairing(text).lone]


def crossed(text: str) -> list[str]:
    return [text[pair.start : pair.end + 1] for pair in pairing(text).crossed]


def test_inner_pairs_come_before_those_around_them() -> None:
    assert pairs("落实“‘三会一课’制度”《办法（试行）》") == [
        "‘三会一课’",
        "“‘三会一课’制度”",
        "（试行）",
        "《办法（试行）》",
    ]


def test_a_pair_knows_the_nearest_of_its_family_around_it() -> None:
    within = {pair.opening: pair.within for pair in pairing("“甲（‘乙’《丙〈丁〉》）”").pairs}

    assert within == {"“": "", "（": "", "‘": "“", "《": "", "〈": "《"}


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("青委发〔20243号", [("〔", 3)]),
        ("“制度”不到位”问题", [("”", 7)]),
        ("“甲“乙", [("“", 0), ("“", 2)]),
        ("（甲，乙)", []),
        ("1）甲；2）乙；a)丙", []),
        ("（一）甲（", [("（", 4)]),
        ("Xi’an之行", []),
        ("", []),
    ],
)
def test_marks_without_their_other_half_stand_alone(text: str, marks: list[tuple[str, int]]) -> None:
    assert lone(text) == marks


def test_pairs_that_begin_in_each_other_cross() -> None:
    assert crossed("《办法（试行》）") == ["（试行》）"]
    assert pairs("《办法（试行》）") == ["《办法（试行》"]
    assert lone("《办法（试行》）") == []
