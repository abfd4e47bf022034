"""How much of a text a message or a report shows."""

from bulletin_gen.text.shown import cut_short


def test_a_quoted_line_is_cut_to_what_it_is_known_by() -> None:
    assert cut_short("甲" * 40) == "甲" * 40
    assert cut_short("甲" * 41) == "甲" * 40 + "……"
    assert cut_short("甲\n乙丙", 3) == "甲 乙……"
