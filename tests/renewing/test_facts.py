"""What is a fact of one year in a text, and which numbers are none."""

import pytest

from bulletin_gen.renewing import facts
from bulletin_gen.renewing.facts import facts_in
from steps import steps


def said(text: str, *names: str) -> list[str]:
    return [text[fact.start : fact.end] for fact in facts_in(text, names)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年3月5日至5月20日", ["2024年3月5日", "5月20日"]),
        ("二〇二四年三月五日印发", ["二〇二四年三月五日"]),
        ("２０２４年８月下旬", ["２０２４年８月下旬"]),
        ("2024年上半年实现", ["2024年上半年"]),
        ("前三季度增长9.2%", ["前三季度", "9.2"]),
        ("自2024-03-05起", ["2024-03-05"]),
        ("2017828日至915日", ["2017828日", "915日"]),
        ("追回资金174.35万元，走访1400余场", ["174.35万", "1400余"]),
        ("规划（2021—2035年）", ["2021—2035"]),
        ("召开会议十二次、研讨两次", ["十二", "两"]),
        ("家长代表占八成以上", ["八"]),
        ("满意率百分之九十五，三分之一以上的村", ["百分之九十五", "三分之一"]),
        ("召开动员会一次，为期一年", ["一", "一"]),
        ("综合考评位列第一。", ["第一"]),
        ("市委办发〔2024〕3号文件", ["〔2024〕3号"]),
        ("六届市委第三轮巡察", ["六届市委第三轮"]),
        ("区委第六巡察组和巡察二组反馈", ["区委第六巡察组", "巡察二组"]),
        ("党的二十届二中、三中全会精神", ["二十届二中、三中全会"]),
        ("市第十三次党代会", ["第十三"]),
        ("制定《2024年学习计划》", ["《2024年学习计划》"]),
        ("印发《县委第二巡察组反馈意见整改方案》", ["《县委第二巡察组反馈意见整改方案》"]),
        ("“1+3+N”模式", ["1+3"]),
        ("走访农户（12）并座谈", ["12"]),
        ("反馈的问题已全部整改到位，均已基本完成整改。", ["已全部整改到位", "均已基本完成整改"]),
        ("完成了问题的全部整改并长期坚持", ["全部整改"]),
    ],
)
def test_a_fact_of_the_year(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "一是加强学习；二是建章立制",
        "1.加强学习\n（二）建章立制\n③补课\n第一，传达",
        "开展自查。2.补建台账。（3）复核。",
        "增强“四个意识”，做到两个维护，落实中央八项规定精神",
        "落实党的二十大精神，执行三会一课，压实“一岗双责”",
        "每月调度一次，每半年报告一次进展",
        "作为一项政治任务，是对整改成效的一次检验",
        "第一时间传达，书记是第一责任人",
        "联系电话：0123-4567890；邮政编码：123400",
        "开通12345热线，24小时值守",
        "PM2.5下降，D级危房拆除",
        "对已完成整改的问题适时“回头看”，推动问题整改到位，逐项办结",
        "见附件1，县纪委监委派驻第三纪检监察组",
        "修订《考勤办法》，印发《中国共产党章程》",
        "对反馈的{{ counts.issues }}个问题，【待补：会议次数】次",
    ],
)
def test_a_number_that_is_no_fact(text: str) -> None:
    assert said(text) == []


def test_a_name_of_last_years_team_is_one_wherever_it_stands() -> None:
    assert said("整改专班向我局反馈，整改专班又复核", "整改专班") == ["整改专班", "整改专班"]
    assert said("整改专班向我局反馈") == []


def test_a_title_that_names_the_team_is_one_as_a_whole() -> None:
    assert said("制定《整改专班反馈意见方案》", "整改专班") == ["《整改专班反馈意见方案》"]


def test_a_fact_is_told_with_what_it_counts() -> None:
    assert [fact.told for fact in facts_in("培训1180人次，近视率降1.2个百分点，追回12.5万元")] == [
        "1180人次",
        "1.2个百分点",
        "12.5万元",
    ]


@pytest.mark.parametrize("piece", ["1.", "第1", "一", "《1", "“一个", "（1", "2024年", "A1", "十届", "每"])
def test_a_long_text_takes_no_longer_than_its_length(piece: str) -> None:
    pattern = facts._pattern(("县委第二巡察组",))
    short, long = (steps(pattern, piece * count) for count in (100, 200))

    assert long < 2.2 * short
