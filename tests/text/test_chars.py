"""What characters are, and what a line of them is."""

import pytest

from bulletin_gen.text.chars import is_lone


@pytest.mark.parametrize(
    ("line", "alone"), [("。", True), ("“改”。", True), ("改。", True), ("改正", False), ("——改，正", False)]
)
def test_a_line_with_one_character_and_its_marks_is_lone(line: str, alone: bool) -> None:
    assert is_lone(line) is alone
