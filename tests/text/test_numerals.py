"""Chinese numbers and labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_gen.text.numerals import Label, han_number, label_around, read_label, say_label

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")}
UNITS = {"十": 10, "百": 100, "千": 1000}


def read_han(text: str) -> int:
    """Read a Chinese number back, digit by digit."""
    if "万" in text:
        high, low = text.split("万")
        return read_han(high) * 10_000 + (read_han(low) if low else 0)
    total, digit = 0, 1 if text[0] == "十" else 0
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
        else:
            total, digit = total + digit * UNITS[char], 0
    return total + digit


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (21, "二十一"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (10010, "一万零一十"),
        (110000, "十一万"),
        (101000, "十万一千"),
    ],
)
def test_number_is_said_as_in_print(number: int, expected: str) -> None:
    assert han_number(number) == expected


@given(st.integers(1, 99_999_999))
def test_every_number_reads_back(number: int) -> None:
    assert read_han(han_number(number)) == number


@pytest.mark.parametrize("number", [0, -1, 10**8])
def test_number_out_of_range_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no Chinese number"):
        han_number(number)


@pytest.mark.parametrize(
    ("label", "number", "expected"),
    [
        (Label.HAN, 12, "十二、"),
        (Label.HAN_BRACKETS, 3, "（三）"),
        (Label.DOT, 13, "13."),
        (Label.BRACKETS, 2, "（2）"),
        (Label.CIRCLE, 21, "㉑"),
        (Label.FIRSTLY, 9, "九是"),
        (Label.NONE, 4, ""),
    ],
)
def test_label_has_the_form_of_its_layer(label: Label, number: int, expected: str) -> None:
    assert say_label(label, number) == expected


def test_first_label_of_each_form_is_its_name() -> None:
    assert [say_label(label, 1) for label in Label if label is not Label.NONE] == [
        label.value for label in Label if label is not Label.NONE
    ]


def test_circled_numbers_end_at_fifty() -> None:
    with pytest.raises(ValueError, match="no circled number"):
        say_label(Label.CIRCLE, 51)


@given(st.sampled_from([label for label in Label if label is not Label.NONE]), st.integers(1, 12_000))
def test_every_label_reads_back(label: Label, number: int) -> None:
    try:
        said = say_label(label, number)
    except ValueError:
        return

    assert read_label(said) == (label, number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "无",
        "一",
        "1",
        "01.",
        "（一",
        "一十、",
        "0.",
        "①②",
        "二百是非",
        "第1，",
        "１.",
        "九万九万、",
        "9" * 9999,
    ],
)
def test_what_is_no_label_reads_as_none(text: str) -> None:
    assert read_label(text) is None


def test_a_form_is_what_stands_around_its_number() -> None:
    assert label_around(Label.HAN_PROBLEM) == ("问题", "：")
    assert label_around(Label.CIRCLE) == ("", "")
