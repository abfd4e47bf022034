"""Which opinions ask for something else of the same words, and how many are looked at to know it."""

from bulletin_gen.review.home.adopt import conflicts
from bulletin_gen.review.home.deed import Deed, Insert, Move, Own, Remove, Retype
from bulletin_gen.review.home.tree import Slot


def clash(one: Deed, other: Deed) -> bool:
    return conflicts({"甲": (one,), "乙": (other,)}) == {"甲": {"乙"}, "乙": {"甲"}}


TEXT = "results.text"


def test_words_that_overlap_clash_unless_both_ask_for_the_same() -> None:
    assert clash(Retype(TEXT, 0, 4, "甲"), Retype(TEXT, 3, 6, "乙"))
    assert not clash(Retype(TEXT, 0, 4, "甲"), Retype(TEXT, 0, 4, "甲"))
    assert not clash(Retype(TEXT, 0, 4, "甲"), Retype(TEXT, 4, 6, "乙"))
    assert not clash(Retype(TEXT, 0, 4, "甲"), Retype("results.closing", 0, 4, "乙"))


def test_what_is_put_in_clashes_with_words_that_go_around_it() -> None:
    assert clash(Retype(TEXT, 2, 2, "甲"), Retype(TEXT, 0, 4, ""))
    assert not clash(Retype(TEXT, 4, 4, "甲"), Retype(TEXT, 0, 4, ""))
    assert not clash(Retype(TEXT, 2, 2, "甲"), Retype(TEXT, 2, 2, "乙"))


def test_a_part_that_goes_clashes_with_what_is_done_in_it() -> None:
    gone = Remove("results.issues[1]")

    assert clash(gone, Retype("results.issues[1].measures[0]", 0, 1, ""))
    assert clash(gone, Insert(Slot("results.issues[1].measures", 2), "甲"))
    assert clash(gone, Move("results.issues[1]", Slot("results.issues", 0)))
    assert not clash(gone, Remove("results.issues[1].measures[0]"))
    assert not clash(gone, Retype("results.issues[10].text", 0, 1, ""))
    assert not clash(gone, Insert(Slot("results.issues", 1), "甲"))


def test_a_sentence_of_ones_own_clashes_with_a_field_it_was_made_of() -> None:
    own = Retype("results.issues[0].heading", 0, 2, "甲")

    assert clash(own, Retype("results.issues[0].problem", 5, 6, "乙"))
    assert not clash(own, Retype("results.issues[0].text", 0, 2, "乙"))


def test_two_places_for_one_thing_and_two_texts_of_one_field_clash() -> None:
    assert clash(
        Move("results.issues[2]", Slot("results.issues", 0)), Move("results.issues[2]", Slot("results.issues", 1))
    )
    assert clash(Own("issue_date", "2025年7月8日"), Own("issue_date", "2025年7月9日"))
    assert not clash(Own("issue_date", "2025年7月8日"), Own("issue_date", "2025年7月8日"))
