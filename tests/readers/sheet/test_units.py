"""Several bodies' reports in one text are told of: they make no one bulletin."""

from bulletin_gen.readers import read_text

ONE = "某县望河镇党委\n问题：值班不严\n整改：一是重排值班表。二是每周抽查。\n"
OTHER = "某县水务局\n问题：账目不清\n整改：一是补记台账。二是公开收支。\n"


def units(text: str) -> list[str]:
    return [finding.message for finding in read_text(text).findings if finding.rule == "import/units"]


def test_two_bodies_in_one_text_are_told() -> None:
    assert units(f"县委巡察办对2家单位进行了回访。\n{ONE}{OTHER}特此通报。") == [
        "“某县望河镇党委”、“某县水务局”等2个名称在正文里单独成行，像是几个单位的情况合在一起"
    ]


def test_a_signature_is_no_other_body() -> None:
    body = "一、整改情况\n（一）关于“值班不严”问题的整改情况\n已整改。"

    assert units(f"某县望河镇党委关于整改情况的通报\n{body}\n某县望河镇党委\n2024年12月25日") == []


def test_parts_headed_by_different_bodies_are_told() -> None:
    part = "（一）关于“值班不严”问题的整改情况\n已重排值班表。\n"
    two = f"一、县水利局整改情况\n{part}二、县林业局巡察整改落实情况\n{part}"

    assert units(f"青禾县关于整改情况的通报\n{two}") == [
        "“一、县水利局整改情况”、“二、县林业局巡察整改落实情况”等2个名称在正文里单独成行，像是几个单位的情况合在一起"
    ]
    assert units(f"青禾县关于整改情况的通报\n一、组织领导情况\n镇党委抓好整改。\n二、反馈问题整改情况\n{part}") == []
