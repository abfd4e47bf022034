"""A quote, shown within its sentence."""

import pytest

from bulletin_gen.finding import Quote


def shown(paragraph: str, words: str, most: int = 20) -> str:
    """The sentence with its words between bars."""
    start = paragraph.index(words)
    quote = Quote(paragraph, start, start + len(words)).in_sentence(most)
    return f"{quote.paragraph[: quote.start]}|{quote.words}|{quote.paragraph[quote.end :]}"


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("前面一句。制定甲、等制度。后面一句。", "制定甲|、等|制度。"),
        ("制定甲、等制度", "制定甲|、等|制度"),
        ("第一；第二、等项；第三", "第二|、等|项；"),
        ("　　制定\t甲、等", "制定 甲|、等|"),
    ],
)
def test_only_its_sentence_is_shown(paragraph: str, expected: str) -> None:
    assert shown(paragraph, "、等") == expected


def test_of_a_long_sentence_the_part_beside_the_words() -> None:
    assert shown("甲" * 9 + "、等" + "乙" * 9, "、等", 3) == "…甲甲甲|、等|乙乙乙…"
    assert shown("甲" * 3 + "、等" + "乙" * 3, "、等", 3) == "甲甲甲|、等|乙乙乙"


def test_of_long_words_the_beginning() -> None:
    assert shown("前" + "甲" * 30 + "后", "甲" * 30, 5) == "前|甲甲甲甲…|后"
