"""What a spec leaves unsaid."""

from bulletin_gen.readers.parse.usual import Succession, most_common, only, unusual


def test_only_numbers_out_of_order_are_typed() -> None:
    numbers = Succession()

    assert [numbers.out_of_order(printed) for printed in (1, 2, 4, 5, 0, 6, 1)] == [None, None, 4, None, None, None, 1]


def test_the_usual_is_not_said() -> None:
    assert (unusual("甲", "甲"), unusual("乙", "甲"), unusual("", "甲"), unusual(None, "甲")) == (None, "乙", "", None)


def test_what_many_have_in_common() -> None:
    assert (most_common(["甲", "乙", "乙", None]), most_common([None]), most_common(["甲", "乙"])) == ("乙", None, "甲")
    assert (only(["甲", "甲"]), only(["甲", "乙"]), only([])) == ("甲", None, None)
