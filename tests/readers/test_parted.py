"""Several bodies' bulletins in one text are parted where each certainly begins, and nowhere else."""

from bulletin_gen.composing import compose
from bulletin_gen.document import plain_text
from bulletin_gen.readers import read_text
from bulletin_gen.readers.parted import parted

ONE = """中共青禾县水务局党组关于巡察整改情况的通报
根据县委统一部署，2025年3月1日至4月30日，县委第一巡察组对县水务局党组开展了巡察。现将整改情况予以公布。
一、关于“台账不全”问题的整改情况
补建台账。
中共青禾县水务局党组
2025年12月10日
"""
OTHER = """中共青禾县林业局党组
关于巡察整改情况的通报
根据县委统一部署，2025年3月1日至4月30日，县委第二巡察组对县林业局党组开展了巡察。现将整改情况予以公布。
一、关于“学习不深”问题的整改情况
集中学习12次。
中共青禾县林业局党组
2025年12月11日
"""
NAMED = """县委巡察办对2个单位进行了回访。
青禾县司法局党组
问题：值班不严
整改：一是重排值班表。二是每周抽查。
青禾县统计局党组
问题：账目不清
整改：一是补记台账。二是公开收支。
"""


def said(text: str) -> list[str]:
    """What each bulletin says that a text is parted into."""
    parts = parted(read_text(text))
    return [plain_text(compose(part.bulletin)) for part in parts.readings] if parts else []


def names(text: str) -> list[str]:
    parts = parted(read_text(text))
    return [part.bulletin.issuer.name for part in parts.readings] if parts else []


def test_bulletins_under_their_titles_are_parted_and_each_says_its_own() -> None:
    assert said(ONE + OTHER) == [ONE, OTHER]
    assert names(ONE + OTHER) == ["中共青禾县水务局党组", "中共青禾县林业局党组"]


def test_what_bodies_did_below_their_bare_names_is_parted() -> None:
    parts = parted(read_text(NAMED))

    assert parts is not None
    assert [part.bulletin.issuer.name for part in parts.readings] == ["青禾县司法局党组", "青禾县统计局党组"]
    assert [line.text for line in parts.common] == ["县委巡察办对2个单位进行了回访。"]
    assert all(part.complete for part in parts.readings)


def test_what_bodies_did_below_headings_with_their_names_is_parted() -> None:
    issue = "（一）关于“台账不全”问题的整改情况\n补建台账。\n"
    headed = [f"一、县水务局整改情况\n{issue}", f"二、县林业局整改情况\n{issue}"]

    assert said("".join(headed)) == headed
    assert names("".join(headed)) == ["县水务局", "县林业局"]


def test_headings_of_one_bulletin_part_nothing() -> None:
    assert (
        names("一、组织领导情况\n召开会议3次。\n二、反馈问题整改情况\n（一）关于“台账不全”问题的整改情况\n补建。") == []
    )


def test_the_lines_of_a_part_keep_their_numbers() -> None:
    parts = parted(read_text(ONE + OTHER.replace("集中", "集中集中")))

    assert parts is not None
    assert parts.readings[1].lines[0].number == 7


def test_one_bulletin_is_not_parted() -> None:
    assert names(ONE) == []


def test_a_title_that_is_printed_twice_parts_nothing() -> None:
    title, _, rest = ONE.partition("\n")

    assert names(f"{title}\n发布时间：2025-12-12\n{title}\n{rest}") == []


def test_a_list_of_titles_parts_nothing() -> None:
    titles = "".join(f"中共青禾县{name}党组关于巡察整改情况的通报\n" for name in ("水务局", "林业局"))

    assert names(titles) == []


def test_an_attachment_with_a_title_of_its_own_is_not_another_bulletin() -> None:
    assert names(f"{ONE}附件1\n{OTHER}") == []


def test_names_below_a_title_are_parts_of_its_bulletin() -> None:
    assert names("中共青禾县委巡察办关于回访情况的通报\n" + NAMED) == []
