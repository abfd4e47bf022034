"""A text is cut into runs only where the face changes."""

import pytest
from lxml import etree

from bulletin_gen.line.strip import Loose
from bulletin_gen.spans import Comment, Commented, Plain, spanned
from bulletin_gen.style import GBT9704
from bulletin_gen.writers.docx.runs import Look, spread_runs
from bulletin_gen.writers.docx.xml import parsed, qualified
from docx_parts import attributes, find, made_runs, text, values


def pieces(said: str) -> list[str]:
    return [text(run) for run in made_runs(spanned(said))]


def test_latin_letters_and_digits_stand_in_runs_of_their_own() -> None:
    assert pieces("完成Office 365等98.5%") == ["完成", "Office 365", "等", "98.5%"]


def test_what_is_plain_is_cut_as_one_text_however_it_was_put_together() -> None:
    label_and_text = (*spanned("1."), *spanned("2024年【待补：次数】"))

    assert [text(run) for run in made_runs(label_and_text)] == ["1.2024", "年", "【待补：次数】"]
    assert [text(run) for run in made_runs(label_and_text[:1] * 2)] == ["1.1."]


def test_marks_of_ambiguous_width_stay_with_the_chinese_text() -> None:
    assert pieces("落实“两个维护”——①……") == ["落实“两个维护”——①……"]


def test_latin_runs_wear_the_latin_style_and_chinese_runs_none() -> None:
    chinese, latin = made_runs(spanned("第3"))

    assert find(chinese, "w:rPr") == []
    assert values(latin, "w:rPr/w:rStyle") == ["BulletinLatin"]


def test_word_is_told_that_marks_of_ambiguous_width_are_chinese() -> None:
    (run,) = made_runs(spanned("“学习”"))

    assert [attributes(item) for item in find(run, "w:rPr/w:rFonts")] == [{"hint": "eastAsia"}]


def test_within_a_heading_every_run_wears_its_style_and_digits_keep_the_latin_face() -> None:
    chinese, latin = made_runs(spanned("第3"), look=Look("BulletinHeading2Char"))
    (faces,) = find(latin, ".//w:rFonts")

    assert values(chinese, ".//w:rStyle") == values(latin, ".//w:rStyle") == ["BulletinHeading2Char"]
    assert attributes(faces) == {
        "hint": "default",
        "ascii": "Times New Roman",
        "hAnsi": "Times New Roman",
        "cs": "Times New Roman",
    }


def test_spaces_are_kept() -> None:
    (run,) = made_runs(spanned("New  Area "))

    assert find(run, "w:t[@xml:space='preserve']") == find(run, "w:t")
    assert text(run) == "New  Area "


def test_a_rare_character_stays_with_its_neighbours() -> None:
    assert pieces("王𠮷同志") == ["王𠮷同志"]


def test_no_text_gives_no_run() -> None:
    assert made_runs(()) == []


def test_a_look_of_its_own_is_told_in_the_order_of_the_schema() -> None:
    look = Look("BulletinSignerChar", "FF0000", 30, 6)
    run, last = parsed("".join(spread_runs(spanned("【待补】"), GBT9704, look)))
    properties = [etree.QName(item).localname for item in find(run, "w:rPr/*")]

    assert properties == ["rStyle", "color", "spacing", "sz", "szCs", "highlight"]
    assert [values(item, "w:rPr/w:spacing") for item in (run, last)] == [["120"], ["0"]]
    assert [text(item) for item in (run, last)] == ["【待补", "】"]


def test_what_is_set_wider_is_cut_out_of_its_text_and_its_digits_keep_their_pitch() -> None:
    runs = made_runs(spanned("完成整改12项，占98%"), loose=Loose(2, 8, 0.6))

    assert [(text(run), values(run, "w:rPr/w:spacing")) for run in runs] == [
        ("完成", []),
        ("整改", ["12"]),
        ("12", []),
        ("项，", ["12"]),
        ("占", []),
        ("98%", []),
    ]


def test_a_remark_on_text_that_is_partly_set_wider_stays_one() -> None:
    remarked = (Commented(spanned("整改项目"), Comment("核对", "张三")),)
    elements = made_runs((*spanned("完成"), *remarked), loose=Loose(4, 6, 0.6))

    assert [text(run) for run in elements if text(run)] == ["完成", "整改", "项目"]
    assert [element.tag for element in elements].count(qualified("commentRangeStart")) == 1


@pytest.mark.parametrize("text", ["甲<乙>&“丙”", "甲 乙", " 甲", "A&B <c>\r", "甲\u00a0乙\u2028"])
def test_a_run_says_its_text_to_the_letter(text: str) -> None:
    runs = made_runs((Plain(text),))

    assert "".join(run.findtext(qualified("t"), "") for run in runs) == text


def test_what_no_xml_may_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="XML"):
        made_runs((Plain("甲\x07乙"),))
