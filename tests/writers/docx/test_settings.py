"""Word is told which characters may not begin or end a line."""

import pytest

from bulletin_gen.document import Document
from bulletin_gen.properties import Properties
from bulletin_gen.style import GBT9704
from bulletin_gen.writers.docx.write import write_docx
from docx_parts import attributes, find, part

SETTINGS = part(write_docx(Document(Properties("", ""), ()), GBT9704), "word/settings.xml")


@pytest.mark.parametrize("mark", "，。、；：？！”’）》〉】〕％%·～—…")
def test_no_line_begins_with_a_stop_a_closing_mark_or_a_dash(mark: str) -> None:
    (rule,) = find(SETTINGS, "w:noLineBreaksBefore")

    assert mark in attributes(rule)["val"]
    assert attributes(rule)["lang"] == "zh-CN"


@pytest.mark.parametrize("mark", "“‘（《〈【〔￥")
def test_no_line_ends_with_an_opening_mark(mark: str) -> None:
    (rule,) = find(SETTINGS, "w:noLineBreaksAfter")

    assert mark in attributes(rule)["val"]
    assert attributes(rule)["lang"] == "zh-CN"
