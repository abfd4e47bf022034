"""The names of the issuer in a text follow when they are changed."""

import pytest

from bulletin_gen.composing import compose
from bulletin_gen.document import plain_text
from bulletin_gen.readers import read_text
from bulletin_gen.readers.notes import notes_on
from bulletin_gen.readers.parse.named import names_left, with_names
from bulletin_gen.spec.model import Bulletin

TEXT = """\
中共青禾县林业局党组巡察整改公告
根据县委统一部署，2024年3月5日至5月20日，县委第二巡察组对县林业局党组开展了巡察。现将巡察整改情况予以公布。
一、整改情况
（一）关于“作风不实”问题的整改情况
县林业局党组召开会议3次，制定《中共青禾县林业局党组议事规则》。
中共青禾县林业局党组
2024年12月25日"""


def bulletin(text: str, name: str = "中共青禾县林业局党组", short: str = "县林业局党组") -> Bulletin:
    issuer = {"name": name, "short_name": short}
    return Bulletin.model_validate({"title": "无", "opening": "无", "issuer": issuer, "organisation": {"text": text}})


def said(text: str, name: str = "中共青禾县林业局党组", short: str = "县林业局党组") -> str:
    organisation = with_names(bulletin(text, name, short)).organisation
    assert organisation is not None
    return organisation.text


def test_an_imported_bulletin_says_a_new_name_wherever_it_said_the_old() -> None:
    read = read_text(TEXT).bulletin
    issuer = read.issuer.model_copy(update={"name": "中共临江区水利局党组", "short_name": "区水利局党组"})
    renamed = read.model_copy(update={"issuer": issuer})

    expected = TEXT.replace("中共青禾县林业局党组", "中共临江区水利局党组").replace("县林业局党组", "区水利局党组")
    assert plain_text(compose(renamed)).splitlines() == expected.splitlines()


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("县林业局党组开会3次。", True),
        ("会上，县林业局党组表态。", True),
        ("巡察组向县林业局党组反馈。", True),
        ("制定《县林业局党组议事规则》。", True),
        ("督促各县林业局党组整改。", False),
        ("白石县林业局党组作了交流。", False),
    ],
)
def test_a_name_that_others_may_bear_counts_where_it_stands_alone(text: str, follows: bool) -> None:
    assert ("{{ issuer.short_name }}" in said(text)) is follows


def test_a_name_with_a_place_counts_wherever_it_stands() -> None:
    assert said("制定白鹭镇党委学习制度。", "中共青禾县白鹭镇委员会", "白鹭镇党委") == (
        "制定{{ issuer.short_name }}学习制度。"
    )


def test_a_short_name_of_few_characters_is_left() -> None:
    assert said("局党组开会3次。", short="局党组") == "局党组开会3次。"


def test_names_that_do_not_follow_are_told_beside_the_name() -> None:
    text = TEXT.replace("县林业局党组召开会议3次", "白石县林业局党组介绍经验")

    assert names_left(read_text(text).bulletin) == 1
    assert notes_on(read_text(text))["issuer"] == (
        "改动名称时请查找全文：正文里还有1处像是这个名称，或是别的名称的一部分"
    )
    assert "issuer" not in notes_on(read_text(TEXT))
