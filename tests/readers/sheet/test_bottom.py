"""The lines at the end: contact, signature, date, and what stands below it."""

import pytest

from bulletin_gen.readers.sheet.bottom import parted_fields, take_bottom
from bulletin_gen.readers.sheet.sheet import Sheet
from bulletin_gen.readers.source import texts_of
from source_lines import lines_of


def bottom_of(*texts: str) -> Sheet:
    return take_bottom(Sheet(lines_of("已整改。", *texts)))


@pytest.mark.parametrize(
    ("line", "signature", "date"),
    [
        ("2024年9月6日", [], "2024年9月6日"),
        ("某局党组 2024年9月6日", ["某局党组"], "2024年9月6日"),
        ("青溪镇全体干部职工 2024年9月6日", [], None),
        ("2024年09月06日", [], None),
        ("2024年2月30日", [], None),
    ],
)
def test_date_with_or_without_a_name(line: str, signature: list[str], date: str | None) -> None:
    sheet = bottom_of(line)

    assert texts_of(sheet.signature) == signature
    assert (sheet.date.text if sheet.date else None) == date


@pytest.mark.parametrize(
    ("names", "signature"),
    [
        (["中共青禾县白鹭镇", "委员会"], ["中共青禾县白鹭镇委员会"]),
        (["中共青禾县", "白鹭镇委员会"], ["中共青禾县白鹭镇委员会"]),
        (["青禾县林业局", "青禾县水利局"], ["青禾县林业局", "青禾县水利局"]),
        (["青禾县白鹭镇", "党员代表"], ["青禾县白鹭镇", "党员代表"]),
    ],
)
def test_a_name_cut_into_lines_is_whole_and_several_names_are_several(names: list[str], signature: list[str]) -> None:
    assert texts_of(bottom_of(*names, "2024年9月6日").signature) == signature


def test_names_without_a_date_sign_below_a_sentence_only() -> None:
    assert texts_of(bottom_of("某局党组").signature) == ["某局党组"]
    assert bottom_of("学习情况").signature == ()


@pytest.mark.parametrize(
    ("texts", "contact"),
    [
        (("欢迎监督。联系电话：0000-1234567",), ["欢迎监督。联系电话：0000-1234567"]),
        (("欢迎干部群众监督。", "电话：1", "邮箱：2"), ["欢迎干部群众监督。", "电话：1", "邮箱：2"]),
        (("电话抽查12次。",), []),
        (("一、公布监督电话",), []),
    ],
)
def test_contact(texts: tuple[str, ...], contact: list[str]) -> None:
    assert texts_of(bottom_of(*texts, "某局党组", "2024年9月6日").contact) == contact


def test_contact_below_the_date() -> None:
    sheet = bottom_of("2024年9月6日", "联系电话：0000-1234567", "更多通知")

    assert sheet.contact_below
    assert texts_of(sheet.contact) == ["联系电话：0000-1234567"]
    assert texts_of(sheet.set_aside) == ["更多通知"]


def test_what_else_an_office_puts_below_the_date_leaves_the_date_as_text() -> None:
    sheet = bottom_of("2024年9月6日", "附件：清单")

    assert sheet.date is None
    assert texts_of(sheet.text) == ["已整改。", "2024年9月6日", "附件：清单"]


def test_a_contact_below_the_date_is_the_offices() -> None:
    sheet = take_bottom(Sheet(lines_of("甲。", "乙。", "青溪镇党委", "2024年9月6日", "联系人：某甲 0000-1234567")))

    assert texts_of(sheet.contact) == ["联系人：某甲 0000-1234567"]
    assert sheet.set_aside == ()


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("联系人：李某 联系电话：0000-1234567", ["联系人：李某", "联系电话：0000-1234567"]),
        ("联系人: 李某　电话: 1", ["联系人: 李某", "电话: 1"]),
        ("联系人：李某 王某", ["联系人：李某 王某"]),
        ("公布监督电话：1 邮箱：2", ["公布监督电话：1 邮箱：2"]),
    ],
)
def test_fields_that_spaces_part_are_fields_of_their_own(line: str, fields: list[str]) -> None:
    assert texts_of(parted_fields(lines_of(line)[0])) == fields


def test_a_name_that_the_title_names_is_whole_wherever_it_was_cut() -> None:
    title = lines_of("中共青禾县林业局直属机关党委关于巡察整改情况的通报")
    text = lines_of("已整改。", "中共青禾县林业局", "直属", "机关党委", "2024年9月6日")

    assert texts_of(take_bottom(Sheet(text, title=title)).signature) == ["中共青禾县林业局直属机关党委"]
    assert texts_of(take_bottom(Sheet(text)).signature) == ["中共青禾县林业局直属机关党委"]
