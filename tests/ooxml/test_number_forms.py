"""How Word prints the numbers of lists."""

import pytest

from bulletin_gen.ooxml.number_forms import say_number


@pytest.mark.parametrize(
    ("form", "numbers", "said"),
    [
        ("decimal", (1, 12), "1 12"),
        ("decimalZero", (1, 12), "01 12"),
        ("decimalFullWidth", (1, 12), "１ １２"),
        ("numberInDash", (3,), "- 3 -"),
        ("decimalEnclosedCircle", (1, 20, 21), "① ⑳ 21"),
        ("decimalEnclosedCircleChinese", (1, 10), "① ⑩"),
        ("decimalEnclosedParen", (1, 20), "⑴ ⒇"),
        ("decimalEnclosedFullstop", (1, 20), "⒈ ⒛"),
        ("ideographEnclosedCircle", (1, 10, 11), "㈠ ㈩ 11"),
        ("chineseCounting", (1, 10, 12, 20, 99, 105), "一 十 十二 二十 九十九 一〇五"),
        ("chineseCountingThousand", (1, 10, 12, 105, 110), "一 十 十二 一百零五 一百一十"),
        ("japaneseCounting", (1, 10, 12, 100, 101, 1101), "一 十 十二 百 百一 千百一"),
        ("ideographDigital", (1, 10, 12), "一 一〇 一二"),
        ("chineseLegalSimplified", (1, 10, 12, 105), "壹 壹拾 壹拾贰 壹佰零伍"),
        ("ideographTraditional", (1, 10, 11), "甲 癸 11"),
        ("ideographZodiac", (1, 12), "子 亥"),
        ("ideographZodiacTraditional", (1, 11, 60), "甲子 甲戌 癸亥"),
        ("upperRoman", (1, 4, 9, 14, 1990), "I IV IX XIV MCMXC"),
        ("lowerRoman", (4,), "iv"),
        ("upperLetter", (1, 26, 27, 53), "A Z AA AAA"),
        ("lowerLetter", (2,), "b"),
    ],
)
def test_number_forms(form: str, numbers: tuple[int, ...], said: str) -> None:
    assert " ".join(say_number(number, form) or "" for number in numbers) == said


@pytest.mark.parametrize("number", [0, -1, 40_000, 10**9])
def test_numbers_that_no_list_has_are_plain_digits(number: int) -> None:
    assert say_number(number, "upperRoman") == str(number)


def test_a_form_that_nobody_knows() -> None:
    assert say_number(1, "custom") is None
