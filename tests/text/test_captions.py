"""Which lines name a table, and which only speak of one."""

import pytest

from bulletin_gen.text.captions import is_caption


@pytest.mark.parametrize(
    "text", ["表1 各村清理垃圾情况", "表12各村清理垃圾情况（2025年）", "表2-1：台账", "表 3\u3000台账、清单"]
)
def test_a_number_and_a_name_are_a_caption(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize(
    "text",
    ["", "表1", "表1列出了各村情况。", "表一 台账", "见表1", "表1，表2", "表12.5吨", "报表1 台账", "表1" + "账" * 80],
)
def test_a_sentence_is_none(text: str) -> None:
    assert not is_caption(text)
