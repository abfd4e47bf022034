"""Characters that look like others."""

import pytest

from bulletin_gen.text.lookalikes import HARD_SPACE, LOOK_ALIKE, PRIVATE, UNSEEN, without_look_alikes


@pytest.mark.parametrize(("text", "meant"), [("⼯作", "工作"), ("⻓期", "长期"), ("⻔前", "门前"), ("工作", "工作")])
def test_a_radical_is_the_character_that_it_looks_like(text: str, meant: str) -> None:
    assert without_look_alikes(text) == meant


def test_plain_text_holds_none_of_them() -> None:
    plain = "2024年，“一岗双责”——工作 A-1（三）※"

    assert [pattern for pattern in (LOOK_ALIKE, UNSEEN, HARD_SPACE, PRIVATE) if pattern.search(plain)] == []
