"""Half-width marks: one by one where they are slips, once where the whole file is typed so."""

from bulletin_gen.checking import check
from bulletin_gen.readers.text import read_text

WIDE = "一是压实责任，明确分工；二是建章立制，堵塞漏洞；三是举一反三，逐项销号。"
NARROW = WIDE.replace("，", ",").replace("；", ";")


def told(text: str) -> list[str]:
    return [finding.rule for finding in check(read_text(text))]


def test_a_slip_is_told_at_its_place() -> None:
    (finding,) = check(read_text(f"{WIDE}\n四是建立台账,定期通报。"))

    assert (finding.rule, finding.where.line, finding.instead) == ("marks/half-width", 2, "，")
    assert finding.quote is not None
    assert finding.quote.words == ","


def test_a_file_typed_so_is_told_of_once_however_long() -> None:
    (finding,) = check(read_text("\n".join([NARROW] * 30)))

    assert finding.rule == "marks/half-width-throughout"
    assert finding.message == "全文的“,”、“;”多是半角的，共150处"


def test_a_kind_that_is_rare_goes_with_the_others_of_its_file() -> None:
    assert told(f"{NARROW}\n具体如下:整改完毕。") == ["marks/half-width-throughout"]


def test_what_is_no_mark_is_left_alone() -> None:
    text = "投资1,234.5万元，比值为1:500，网址是http://www.qinghe.gov.cn/a?b=1,2，时间为8:30，版本为V2.0。"

    assert told(text) == []


def test_the_page_that_a_text_was_copied_from_is_not_read() -> None:
    page = "您当前的位置:首页 > 巡察整改\n更新时间:2024-03-05 来源:区纪委,浏览次数:35\n"

    assert told(f"{page}根据区委统一部署，{WIDE}") == ["publication/page-chrome"]
