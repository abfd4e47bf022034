"""Measures in the paragraphs of an issue: several, and one that stands alone with a label or without."""

import pytest

import bulletin_gen
from bulletin_gen import Keys
from bulletin_gen.readers import read_text
from bulletin_gen.readers.parse.listed import read_measures
from bulletin_gen.text.numerals import Label

TEXT = """\
中共青禾县河湾镇委员会关于巡察整改情况的通报
根据县委统一部署，2025年3月3日至4月30日，县委第三巡察组对河湾镇党委开展了巡察。现将整改情况予以公布。
一、整改情况
（一）关于“台账不全”问题的整改情况
{first}
（二）关于“学习不深入”问题的整改情况
{second}
中共青禾县河湾镇委员会
2025年12月1日
"""
SEVERAL = "一是制定学习计划。二是开展研讨。"


def test_members_are_cut_at_their_labels() -> None:
    found = read_measures(["对照检查。", SEVERAL])

    assert (found.text, found.measures, found.label) == (
        ("对照检查。",),
        ("制定学习计划。", "开展研讨。"),
        Label.FIRSTLY,
    )
    assert found.label_beside(None) is None
    assert found.label_beside(Label.CIRCLE) is Label.FIRSTLY


def test_one_alone_says_its_label() -> None:
    found = read_measures(["一是补建台账。"])

    assert (found.measures, found.label_beside(None)) == (("补建台账。",), Label.FIRSTLY)


@pytest.mark.parametrize("keys", list(Keys))
@pytest.mark.parametrize("second", [SEVERAL, SEVERAL.replace("一是", "①").replace("二是", "②"), "开展研讨。"])
@pytest.mark.parametrize("first", ["一是补建台账。", "①补建台账。", "补建台账。", "逐项核对。\n一是补建台账。"])
def test_each_comes_back_as_it_was(first: str, second: str, keys: Keys) -> None:
    text = TEXT.format(first=first, second=second)

    typed = bulletin_gen.dump_spec(read_text(text).bulletin, keys=keys)

    assert bulletin_gen.plain_text(bulletin_gen.compose(bulletin_gen.load_spec(typed))) == text


def test_the_label_of_one_alone_is_its_own() -> None:
    results = read_text(TEXT.format(first="①补建台账。", second=SEVERAL)).bulletin.results

    assert results is not None
    assert results.issue_style.measures_label is None
    assert [issue.measures_label for issue in results.issues] == [Label.CIRCLE, None]
