"""Mechanical edits are made in the file, and nothing else is."""

from collections.abc import Iterator

import pytest

from bulletin_gen.checking.fixing import fix
from bulletin_gen.checks import table
from bulletin_gen.checks.manuscript import Passage
from bulletin_gen.checks.rule import Hit, each_said, on
from bulletin_gen.errors import ReadError
from bulletin_gen.finding import Severity
from bulletin_gen.readers.text import read_text
from bulletin_gen.spec.load import load_spec

SPEC = """\
# 河湾镇
issuer:   {name: 中共甲镇委员会}   # 全称
opening: 无
organisation:
  text: |
    修订了采购、合同、等管理制度。
      又修订会议、等制度。
  items:
  - 'it''s 台账、等事项'
  - "明确“甲、
    乙、等”事项"
"""


def fixed_spec(text: str = SPEC, encoding: str = "utf-8") -> str:
    content = text.encode(encoding)
    return fix(content, load_spec(content)).content.decode(encoding)


def fixed_text(text: str, encoding: str = "utf-8") -> bytes:
    content = text.encode(encoding)
    return fix(content, read_text(content)).content


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_spec_keeps_all_else_byte_for_byte(encoding: str, line_end: str) -> None:
    text = SPEC.replace("\n", line_end)

    assert fixed_spec(text, encoding) == text.replace("、等", "等")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_text_keeps_its_encoding_and_line_ends(encoding: str, line_end: str) -> None:
    text = f"关于整改的通报{line_end}{line_end}  修订甲、乙、等制度。{line_end}完。"

    assert fixed_text(text, encoding) == text.replace("、等", "等").encode(encoding)


def test_edits_are_counted_and_only_those_wanted_are_made() -> None:
    spec = load_spec(SPEC)

    assert fix(SPEC.encode(), spec).edits == 4
    assert fix(SPEC.encode(), spec, wanted=lambda finding: finding.where.line == 6).edits == 1


def test_what_is_in_order_stays_as_it_is() -> None:
    text = SPEC.replace("、等", "等")

    assert fixed_spec(text) == text


def a_rule(*edits: tuple[str, str]) -> object:
    """A rule that wants each of the words replaced."""

    @on("marks/wanted", Severity.WARNING, title="", why="", source="", wrong=(), right=())
    @each_said
    def wanted(passage: Passage) -> Iterator[Hit]:
        for words, instead in edits:
            at = passage.raw.find(words)
            if at >= 0:
                yield Hit(passage, "", "", at, at + len(words), instead)

    return wanted


def with_edits(monkeypatch: pytest.MonkeyPatch, *edits: tuple[str, str]) -> None:
    rules: tuple[object, ...] = (a_rule(*edits),)
    monkeypatch.setattr(table, "TEXT_RULES", rules)


def test_of_edits_that_overlap_the_first_is_made_and_the_file_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with_edits(monkeypatch, ("，，", "，"), ("，。", "。"))

    assert fixed_text("甲，，，。") == "甲。".encode()


def test_edits_without_end_are_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    with_edits(monkeypatch, ("，", "；"), ("；", "，"))

    assert fixed_text("甲，乙").decode() in ("甲，乙", "甲；乙")


def test_words_are_never_touched(monkeypatch: pytest.MonkeyPatch) -> None:
    with_edits(monkeypatch, ("布署", "部署"), ("12", "十二"), ("２", "2"))

    assert fixed_text("布署12项，２条") == "布署12项，2条".encode()


@pytest.mark.parametrize("instead", ['"', "'", ": ", "\\", "#", "\n"])
def test_what_yaml_would_misread_is_not_written(instead: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with_edits(monkeypatch, ("、", instead))

    assert fixed_spec() == SPEC


def test_words_of_our_own_are_not_looked_for_in_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    with_edits(monkeypatch, ("的通报", "的，通报"))

    assert fixed_spec() == SPEC


def test_a_web_page_is_refused() -> None:
    page = "<html><body><p>关于整改的通报</p><p>修订甲、乙、等制度。</p></body></html>"

    with pytest.raises(ReadError, match="网页的源代码"):
        fixed_text(page)
