"""Values written down read back, and bear no needless quotes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_gen.spec.load import SPEC_FILE
from bulletin_gen.yamltext import block
from bulletin_gen.yamltext.decode import decode
from bulletin_gen.yamltext.events import read_tree


@given(st.text(st.sampled_from("甲（）《》“”〔〕，。；、0-9.%：: #乙是否"), min_size=1, max_size=9))
def test_what_is_taken_for_plain_without_asking_yaml_reads_back(text: str) -> None:
    if block._PLAIN.fullmatch(text):
        tree = read_tree(f"key: {text}", SPEC_FILE)
        assert (tree.value, tree.problems) == ({"key": text}, [])


def test_what_has_a_mark_of_yaml_is_asked_about() -> None:
    assert not any(
        map(block._PLAIN.fullmatch, ("甲: 乙", "甲：乙", "甲 #乙", "-甲", "1.甲", "甲\n", "[甲]", "是?", "~"))
    )


@pytest.mark.parametrize(
    "text", ["甲\r\n乙\n", "\x1b[2J", "\u202e甲", "\u2066甲", "甲\u2028乙", "\ufeff", "issuer：甲", "~"]
)
def test_what_no_file_may_hold_as_it_is_reads_back_in_quotes(text: str) -> None:
    written = f"key: {block.Block(SPEC_FILE).scalar(text)}"

    assert read_tree(decode(written, SPEC_FILE.name), SPEC_FILE).value == {"key": text}
