"""What stands in the place of what was said last year."""

from bulletin_gen.renewing.gap import gap
from bulletin_gen.text.placeholders import find_placeholders


def test_it_asks_for_this_years_and_says_last_years() -> None:
    assert gap("12") == "【待补：去年为12】"
    assert gap("已完成", "整改状态") == "【待补：整改状态，去年为已完成】"


def test_it_is_one_placeholder_whatever_was_said() -> None:
    for was in ("第一段\n第二段", "【待补：次数】次", "写作{{ counts.issues }}", "〔2024〕3号。"):
        assert find_placeholders(gap(was)) == [gap(was)]
        assert "{{" not in gap(was)


def test_long_words_are_cut_without_half_a_pair_of_quotes() -> None:
    said = gap("长" * 58 + "“引文”" + "长" * 20)

    assert said == f"【待补：去年为{'长' * 58}引……】"


def test_a_stop_at_the_end_is_left_to_the_sentence_around_it() -> None:
    assert gap("健全学习制度。") == "【待补：去年为健全学习制度】"


def test_a_number_is_not_cut() -> None:
    assert gap("长" * 57 + "11.35万元") == f"【待补：去年为{'长' * 57}……】"
