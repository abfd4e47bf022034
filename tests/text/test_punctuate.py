"""Half-width marks beside Chinese become full-width; everything else stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_gen.text.punctuate import punctuate

CHANGED = [
    ("整改到位,成效明显.", "整改到位，成效明显。"),
    ("联系电话:0719-6620000;邮编:442000", "联系电话：0719-6620000；邮编：442000"),
    ("完成率98.5%.", "完成率98.5%。"),
    ("《办法(试行)》", "《办法（试行）》"),
    ("规划(2021-2035年)", "规划（2021-2035年）"),
    ("(一)加强领导", "（一）加强领导"),
    ("是否到位?到位!", "是否到位？到位！"),
    ('对"走过场"问题', "对“走过场”问题"),
    ("整改, 并 坚持", "整改，并坚持"),
    ("共 12 个问题", "共12个问题"),
    ("　　根据市委部署", "根据市委部署"),
    ("１２个ＡＢ类", "12个AB类"),
    ("见https://example.com/a?b=1,谢谢", "见https://example.com/a?b=1，谢谢"),
    ("邮箱:office@example.com.cn;", "邮箱：office@example.com.cn；"),
]
KEPT = [
    "3.提升5.0产业新空间",
    "共12,345.6元",
    "于10:30开始",
    "office@example.com.cn",
    "https://example.com/a,b;c",
    "Smith, John (Ltd.)",
    "A, B",
    "电话0719-6620000",
    "“学用‘两张皮’”问题",
    "——……",
    "6'5寸",
]


@pytest.mark.parametrize(("typed", "printed"), CHANGED)
def test_mark_beside_chinese_becomes_full_width(typed: str, printed: str) -> None:
    assert punctuate(typed) == printed


@pytest.mark.parametrize("text", KEPT)
def test_what_is_no_chinese_punctuation_stays(text: str) -> None:
    assert punctuate(text) == text


@given(st.text(alphabet="整改，。,.:;()\"' 12Aa@/“”（）\n", max_size=30))
def test_twice_is_the_same_as_once(text: str) -> None:
    assert punctuate(punctuate(text)) == punctuate(text)


@given(st.text(alphabet="整改一二,.:;() 12Aa“”", max_size=30))
def test_words_and_digits_are_never_lost(text: str) -> None:
    letters = [char for char in text if char.isalnum()]

    assert [char for char in punctuate(text) if char.isalnum()] == letters
