"""Pairs of marks over more than one paragraph, and the words in which they are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_gen.checking import check
from bulletin_gen.checks.manuscript import Passage
from bulletin_gen.checks.marks.pairs import is_plain
from bulletin_gen.readers.text import read_text


def told(text: str) -> list[tuple[str, int | None]]:
    """Rule and line of each finding."""
    return [(finding.rule, finding.where.line) for finding in check(read_text(text))]


def test_what_one_paragraph_opens_and_the_next_closes_is_told_once() -> None:
    text = "会议要求“整改不到位的。\n逐项补课”，限期办结。"

    assert told(text) == [("marks/pair-across-paragraphs", 1)]


def test_a_citation_of_several_paragraphs_begins_each_with_its_mark() -> None:
    text = "“整改要动真碰硬。\n“整改要久久为功。\n“整改要见人见事。”"

    assert told(text) == []


def test_a_placeholder_is_a_pair() -> None:
    assert "marks/unpaired" not in dict(told("召开专题会议【待补：次数】次，研究整改。"))


def test_the_half_that_is_left_is_named_with_the_one_that_is_missing() -> None:
    (finding,) = check(read_text("落实“三会一课”制度”的情况。"))

    assert finding.message == "” 只有一半，缺前半个 “"
    assert finding.quote is not None
    assert (finding.quote.words, finding.quote.start) == ("”", 10)


def test_what_is_put_in_other_marks_keeps_its_words() -> None:
    (finding,) = check(read_text("出台《关于印发《机关财务制度》的通知》，规范报销。"))

    assert finding.instead == "〈机关财务制度〉"


def test_titles_within_titles_without_end_are_told_without_their_words() -> None:
    found = check(read_text(f"{'《' * 2000}甲{'》' * 2000}"))

    assert len(found) == 1999
    assert sum(len(finding.instead or "") for finding in found) < 100_000


@given(st.text(alphabet="整改12一、)(“”‘’（）《》〈〉〔〕【】", max_size=14))
def test_of_a_plain_paragraph_there_is_nothing_to_be_said(text: str) -> None:
    """So the pairs of others alone are looked at."""
    passage = Passage(text)
    if is_plain(passage):
        assert passage.pairing.lone == passage.pairing.crossed == ()
        assert not [pair for pair in passage.pairing.pairs if pair.within or pair.opening in "‘〈"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("（一）制定《办法》，整改“四风”。", True),
        ("没有标点", True),
        ("“《办法》”", False),
        ("“整改", False),
        ("‘整改’", False),
    ],
)
def test_pairs_side_by_side_are_plain(text: str, plain: bool) -> None:
    assert is_plain(Passage(text)) is plain
