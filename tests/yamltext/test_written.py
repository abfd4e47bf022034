"""How a text is typed in a YAML file, so that it is read back as it was."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_gen.spec.load import SPEC_FILE
from bulletin_gen.text.chars import is_control
from bulletin_gen.yamltext import written
from bulletin_gen.yamltext.decode import decode
from bulletin_gen.yamltext.events import read_tree
from bulletin_gen.yamltext.written import on_one_line

AWKWARD = ("甲: 乙", "甲：乙", "甲 #乙", "-甲", "1.甲", "甲\n", "[甲]", "是?", "~")


def read_back(text: str) -> str:
    tree = read_tree(decode(f"key: {on_one_line(text, SPEC_FILE)}", SPEC_FILE.name), SPEC_FILE)
    assert tree.problems == []
    assert isinstance(tree.value, dict)
    return str(tree.value["key"])


@settings(deadline=None)
@given(st.text(st.sampled_from("甲（）《》“”〔〕，。；、0-9.%：: #乙是否"), min_size=1, max_size=9))
def test_what_is_taken_for_plain_without_asking_yaml_reads_back(text: str) -> None:
    if written._PLAIN.fullmatch(text):
        tree = read_tree(f"key: {text}", SPEC_FILE)
        assert (tree.value, tree.problems) == ({"key": text}, [])


def test_what_has_a_mark_of_yaml_is_asked_about() -> None:
    assert not any(map(written._PLAIN.fullmatch, AWKWARD))


@pytest.mark.parametrize("text", AWKWARD)
def test_what_is_awkward_reads_back(text: str) -> None:
    assert read_back(text) == text


@pytest.mark.parametrize(
    "text", ["甲: 乙", "甲 #乙", "[甲]", "~", "甲\r\n乙\n", "\x1b[2J", "\u202e甲", "甲\u2028乙", "\ufeff", "issuer：甲"]
)
def test_what_yaml_would_take_for_something_else_is_put_in_quotes(text: str) -> None:
    assert on_one_line(text, SPEC_FILE).startswith('"')
    assert read_back(text) == text


def test_a_usual_one_is_not() -> None:
    assert on_one_line("已整改8次（含2次复查）。", SPEC_FILE) == "已整改8次（含2次复查）。"


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_every_text_reads_back(text: str) -> None:
    if not any(0xFDD0 <= ord(char) <= 0xFDEF or ord(char) & 0xFFFE == 0xFFFE for char in text if is_control(char)):
        assert read_back(text) == text
