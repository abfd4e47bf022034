"""What a web page puts around a text, and what only looks like it."""

import pytest

from bulletin_gen.readers.from_lines import read_lines
from bulletin_gen.readers.sheet.chrome import is_after_date_chrome, is_head_chrome, is_tail_chrome
from source_lines import lines_of

OPENING = "根据市委统一部署，2024年3月5日至5月20日，市委第二巡察组对某局党组开展了巡察。"
OWN_BELOW = ("微信公众号已停用", "来源不明的礼品已退回", "一、分享会")
OWN_ABOVE = ("来源分析：", "首页改版说明", "2024年9月6日，某局召开会议", "大中小学党组织：", "打印文件说明")


@pytest.mark.parametrize(
    "line",
    [
        "您的当前位置：首页 > 巡察整改",
        "首页 > 信息公开 > 巡察整改",
        "来源：某局　发布时间：2024-09-06　字体：【大 中 小】",
        "2024-09-06 10:30:15",
        "2024-09-06 来源：某局",
        "浏览次数：128",
        "[ 大 中 小 ]",
        "索引号：000014349/2024-00012",
        "打印",
    ],
)
def test_page_lines_above_the_text(line: str) -> None:
    assert is_head_chrome(line)


@pytest.mark.parametrize(
    "line", [OPENING, f"来源{OPENING}", "某局党组关于巡察整改情况的通报", "各党支部：", *OWN_ABOVE]
)
def test_own_lines_above_the_text(line: str) -> None:
    assert not is_head_chrome(line)


@pytest.mark.parametrize(
    "line",
    [
        "分享到：",
        "• QQ空间",
        "上一篇：无",
        "版权所有：某委",
        "主办单位：某委",
        "某ICP备00000000号",
        "关于我们 | 网站地图",
    ],
)
def test_page_lines_below_the_text(line: str) -> None:
    assert is_tail_chrome(line)


@pytest.mark.parametrize(
    "line", ["某局党组", "2024年9月6日", "联系电话：0000-1234567。", "（此件公开发布）", *OWN_BELOW]
)
def test_own_lines_below_the_text(line: str) -> None:
    assert not is_tail_chrome(line)


@pytest.mark.parametrize(
    ("line", "is_page"),
    [
        ("更多通知", True),
        ("电话本", True),
        ("联系电话：0000-1234567", False),
        ("附件：清单", False),
        ("一、附则", False),
    ],
)
def test_what_stands_below_the_date(line: str, is_page: bool) -> None:
    assert is_after_date_chrome(line) is is_page


def test_page_words_glued_to_the_first_sentence_are_cut_off() -> None:
    reading = read_lines(lines_of(f"字体：大 中 小{OPENING}", "一、整改情况", "已整改。"))

    assert [(line.text, line.number) for line in reading.set_aside] == [("字体：大 中 小", 1)]
    assert reading.bulletin.inspection is not None
    assert reading.bulletin.inspection.team == "市委第二巡察组"


def test_what_an_office_puts_below_the_date_is_kept() -> None:
    lines = lines_of(OPENING, "一、整改情况", "已整改。", "某局党组", "2024年9月6日", "（此件公开发布）")
    reading = read_lines(lines)

    assert reading.set_aside == ()
    assert reading.complete


def test_what_heads_an_issued_document_is_its_own() -> None:
    texts = ["打印", "某政党组发〔2024〕3号", "某局党组关于巡察整改情况的通报", OPENING, "一、整改情况", "已整改。"]
    reading = read_lines(lines_of(*texts))

    assert [line.number for line in reading.set_aside] == [1]
    assert reading.bulletin.title == "某政党组发〔2024〕3号\n{{ issuer.short_name }}关于巡察整改情况的通报"
