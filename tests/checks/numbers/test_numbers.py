"""Numbers that look as if they were at fault, and faults beside right numbers."""

import pytest

from bulletin_gen.checking import check
from bulletin_gen.readers.text import read_text


def told(text: str) -> list[str]:
    return [finding.rule for finding in check(read_text(text))]


@pytest.mark.parametrize(
    "text",
    [
        "打造6.0版政务服务，推进5.0产业园区建设。",
        "2022年（第12批）市级企业技术中心名单已公布。",
        "地址为青禾大道8号3号楼2-301室，电话：0731-28681234转8012。",
        "执行GB/T 9704-2012，编号QH-2024-015，做好COVID-19防控。",
        "六届二次、三次、四次全会召开后，召开会议5次。",
        "开展“123”支部学习、“4+1+1”重点问题整治，落实“885”工作。",
        "完成全年投资计划的103.5%，工业技改投资增长240.7%。",
        "2024年五一、十一假期前，2024年八月十五前后，开展检查。农历正月初五复工。",
        "第一、二批问题已经办结，发展第二、三产业，推动一、二期工程。",
        "近20余年的账目全部理清，节约经费20余万元，签约10余家企业。",
        "二级单位、二次供水、二手房、二维码、周二个别谈话。",
        "引进总投资50亿级项目2个，总投资12亿元；带动2万人增收。",
        "全长3千米，装机2千瓦，进入500强，走访20多户、三四十人。",
    ],
)
def test_what_is_right_is_let_pass(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2024年9月18日（星期五）开会。", "2024年9月18日是星期三，不是星期五"),
        ("2023年2月29日反馈意见。", "日历上没有“2023年2月29日”"),
        ("问题整改率达到103%。", "“整改率达到103%”超过了100%"),
        ("年份写作二零二四年三月。", "年份写成“二零二四年”"),
        ("规划期为2021-2035年。", "“2021-2035年”用“-”表示起止年份"),
        ("值班时间为9:00~17:00。", "“9:00~17:00”用“~”表示起止时间"),
        ("2024315日召开会议。", "“2024315日”像是缺了“年”“月”或括号"),
    ],
)
def test_what_is_wrong_is_told_with_the_words(text: str, message: str) -> None:
    assert [finding.message for finding in check(read_text(text))] == [message]


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_days(month: int) -> None:
    last = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]

    assert told(f"{month}月{last}日召开会议。") == []
    assert told(f"{month}月{last + 1}日召开会议。") == ["numbers/no-such-day"]
