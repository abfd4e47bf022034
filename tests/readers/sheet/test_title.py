"""Which line is the title, and what is said where that is not sure."""

import pytest

from bulletin_gen.readers import Reading, read_text

TITLE = "某县望河镇党委关于巡察整改情况的通报"
BASIS = "根据县委统一部署，2024年3月5日至5月20日，县委第二巡察组对望河镇党委开展了巡察。"
BODY = "一、整改情况\n（一）关于“值班不严”问题的整改情况\n已整改。"


def read(*top: str) -> Reading:
    return read_text("\n".join((*top, BASIS, BODY)))


def doubts(reading: Reading) -> list[str]:
    return [finding.message for finding in reading.findings if finding.rule in ("import/title", "import/set-aside")]


@pytest.mark.parametrize(
    "line",
    ["• 更新时间：2024-09-06", "* 来源：某县融媒体中心", "录入于 2024-09-06 10:30", "https://example.com/a/1.html"],
)
def test_a_line_about_the_page_is_no_title(line: str) -> None:
    reading = read(line)

    assert reading.bulletin.title == "无"
    assert "没有找到标题，“标题”（title）写成“无”" in doubts(reading)


def test_what_is_set_aside_is_a_doubt() -> None:
    assert doubts(read("来源：某县融媒体中心", TITLE)) == ["有1处看来不是通报的内容，没有导入"]


def test_a_line_of_dashes_below_the_title_is_its_subtitle() -> None:
    reading = read(TITLE, "——县委巡察组反馈意见整改进展情况")

    assert reading.bulletin.title == "{{ issuer.name }}关于巡察整改情况的通报\n——县委巡察组反馈意见整改进展情况"
    assert reading.bulletin.issuer.name == "某县望河镇党委"
    assert reading.set_aside == ()


def test_a_date_in_brackets_below_the_title_is_told() -> None:
    assert doubts(read(TITLE, "（2024年12月25日）")) == ["标题下的日期“（2024年12月25日）”留在标题里，没有归入成文日期"]


def test_a_short_title_is_one() -> None:
    assert read("整改情况汇报").bulletin.title == "整改情况汇报"


def test_a_headline_of_no_known_kind_is_a_doubt() -> None:
    assert doubts(read("望河镇扎实抓好整改落实工作")) == ["“望河镇扎实抓好整改落实工作”不像通报的标题，已当作标题"]


def test_a_short_name_in_brackets_is_no_part_of_the_issuer() -> None:
    basis = BASIS.replace("望河镇党委", "某县文旅局（以下简称县文旅局）")

    assert read_text(f"{basis}\n{BODY}").bulletin.issuer.name == "某县文旅局"


@pytest.mark.parametrize("line", ["（2024年12月18日镇党委会议通过）", "（二〇二四年十二月十八日）"])
def test_what_stands_in_brackets_below_the_title_costs_no_structure(line: str) -> None:
    results = read(TITLE, line).bulletin.results

    assert results is not None
    assert [issue.problem for issue in results.issues] == ["值班不严"]


def test_structure_that_was_given_up_is_told() -> None:
    given_up = read(TITLE, "已报县纪委备案", "各支部：")

    assert given_up.bulletin.results is None
    assert "import/untyped" in [finding.rule for finding in given_up.findings]
    assert "import/untyped" not in [finding.rule for finding in read(TITLE, "各支部：").findings]
