"""The comments that a spec carries after an import: at the field, and only where the author has to decide."""

from bulletin_gen.readers import read_text
from bulletin_gen.readers.notes import notes_on

HEAD = "中共青溪镇委员会关于巡察整改情况的通报\n"
BASIS = "根据县委统一部署，2024年3月5日至5月20日，县委第二巡察组对青溪镇党委开展了巡察。"
PUBLICATION = "按照巡察工作有关要求，现将巡察整改情况予以公布。\n"
BODY = "一、整改情况\n（一）关于“甲”问题的整改情况\n已整改。\n"


def notes(text: str) -> dict[str, str]:
    return notes_on(read_text(text))


def test_a_clean_text_needs_none() -> None:
    assert notes(HEAD + BASIS + PUBLICATION + BODY) == {}


def test_what_was_set_aside_is_named_at_the_head() -> None:
    assert notes("来源：某某网\n" + HEAD + BASIS + PUBLICATION + BODY) == {
        "": "以下各行看来不是通报的内容，没有导入；有误时请补进来：\n  第1行：来源：某某网"
    }


def test_damage_is_noted_where_it_is_said() -> None:
    text = HEAD + BASIS + PUBLICATION + BODY.replace("已整改。", "已整改。\n制定了“办法。")

    assert notes(text) == {
        "results.issues[0]": "请核对：““”与“””没有配对（原文第6行）",
    }


def test_a_sentence_kept_as_worded_is_noted() -> None:
    text = HEAD + BASIS.replace("统一部署，", "的一项专门决定和统一部署安排") + PUBLICATION + BODY

    assert notes(text) == {"inspection.wording": "请核对：没有归入各字段，照录原文（原文第2行）"}


def test_an_issuer_that_nobody_names_is_asked_for() -> None:
    assert notes("关于整改情况。\n" + BODY)["issuer.name"] == "请填写：原文中没有找到发文机关"
