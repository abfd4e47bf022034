"""How paragraphs end."""

import pytest

from bulletin_gen.checking import check
from bulletin_gen.readers.text import read_text

TEXT = "召开专题会议，研究整改方案。建立整改台账，逐项销号"
OPENING = "根据县委统一部署，2024年3月5日至5月20日，县委第三巡察组对石桥镇党委开展了巡察。"


def told(text: str) -> list[tuple[str, int | None]]:
    return [(finding.rule, finding.where.line) for finding in check(read_text(text))]


def test_a_stop_that_is_missing_is_told_with_the_last_words() -> None:
    (finding,) = check(read_text(f"{OPENING}\n{TEXT}\n{TEXT}。"))

    assert finding.message == "段末“改台账，逐项销号”后面没有句号"
    assert finding.instead == "号。"


def test_where_no_paragraph_has_one_it_is_told_once() -> None:
    assert told("\n".join([OPENING, *[TEXT] * 8])) == [("marks/no-stop-at-end", 2)]


@pytest.mark.parametrize(
    "end",
    ["；", "：", "……", "。”", "（责任单位：办公室）", "电话：0731-28681234", "邮箱：qhxcb@qinghe.gov.cn"],
)
def test_what_else_may_end_a_paragraph(end: str) -> None:
    assert ("marks/no-stop-at-end", 2) not in told(f"{OPENING}\n{TEXT}{end}\n{TEXT}。")


def test_a_heading_a_label_and_a_row_of_a_table_need_none() -> None:
    lines = [
        OPENING,
        "（一）强化组织领导，压实整改责任",
        f"{TEXT}。",
        "责任单位：镇党政办，配合单位：镇财政所",
        "1\t学习制度不健全，记录不规范\t健全制度。开展学习\t已完成",
    ]

    assert told("\n".join(lines)) == []


def test_a_comma_at_the_end_is_told_where_nothing_goes_on_from_it() -> None:
    assert told(f"{OPENING}\n{TEXT}，\n（一）强化组织领导") == [("marks/comma-at-end", 2)]
    assert told(f"{OPENING}\n{TEXT}，\n定期通报。") == [("spaces/broken-line", 2)]
