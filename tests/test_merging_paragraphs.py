"""Measures, paragraphs and issues that came, went, moved, were cut or joined come home as what they are."""

import pytest

import bulletin_gen
from bulletin_gen import OpinionKind
from merge_cases import DRAFT, SENT, changed_lines, docx_of, merged, spec_of
from word_edits import (
    add_paragraph,
    delete_paragraph,
    delete_words,
    insert_words,
    join_paragraph,
    move_paragraph,
    replace_words,
    split_paragraph,
)


def test_a_measure_that_was_put_in_is_a_new_measure() -> None:
    made = merged(insert_words(SENT, "聘请护河员36名，按月考核。", "三是安装监控28处。"))

    assert changed_lines(made.text) == ["- 安装监控28处。"]


def test_a_measure_that_was_taken_out_goes_and_the_labels_count_on() -> None:
    made = merged(delete_words(SENT, "二是聘请护河员36名，按月考核。"))

    assert changed_lines(made.text) == ["-- 聘请护河员36名，按月考核。"]
    assert [finding.rule for finding in made.findings] == ["merge/counts"]


def test_who_takes_out_a_measure_may_count_the_rest_anew() -> None:
    docx = replace_words(delete_words(SENT, "二是聘请护河员36名，按月考核。"), "三是修订", "二是修订")

    assert changed_lines(merged(docx).text) == ["-- 聘请护河员36名，按月考核。"]


def test_a_measure_that_lost_its_label_is_a_part_of_the_one_before() -> None:
    made = merged(delete_words(SENT, "二是", hand=None))

    assert "- 清理河道垃圾120吨。聘请护河员36名，按月考核。" in made.text


def test_a_new_paragraph_stands_where_it_was_put() -> None:
    made = merged(add_paragraph(SENT, "召开会议8次", "局领导分片包干，现场督导。"))

    assert changed_lines(made.text) == ["局领导分片包干，现场督导。"]
    organisation = bulletin_gen.load_spec(made.text).bulletin.organisation
    assert organisation is not None
    assert organisation.text.split("\n")[1] == "局领导分片包干，现场督导。"


def test_a_paragraph_behind_the_measures_stands_behind_them() -> None:
    made = merged(add_paragraph(SENT, "修订管护办法", "以上各项由河湖股逐月报告。"))

    assert "closing: 以上各项由河湖股逐月报告。" in made.text


def test_a_paragraph_of_a_field_can_go() -> None:
    assert changed_lines(merged(delete_paragraph(SENT, "成立整改专班")).text) == ["-成立整改专班，每周调度一次。"]


def test_an_issue_that_was_deleted_is_said_once_and_goes_with_all_that_is_known_of_it() -> None:
    docx = delete_paragraph(delete_paragraph(SENT, "工程管理不规范"), "复核在建项目14个")

    made = merged(docx)

    assert [(one.kind, one.path) for one in made.opinions] == [(OpinionKind.DELETED, "results.issues[1]")]
    assert "工程管理不规范" not in made.text
    assert "deadline" not in made.text
    assert "responsible_unit: 河湖股" in made.text


def test_a_new_issue_stands_among_the_issues() -> None:
    docx = add_paragraph(SENT, "复核在建项目14个", "整改台账更新不及时，已补记46条。")
    docx = add_paragraph(docx, "复核在建项目14个", "（三）关于“台账管理粗放”问题的整改情况")

    made = merged(docx)

    results = bulletin_gen.load_spec(made.text).bulletin.results
    assert results is not None
    assert [issue.problem for issue in results.issues][2:] == ["台账管理粗放", "水价执行有偏差"]
    assert results.issues[2].text == "整改台账更新不及时，已补记46条。"
    assert any("没有填写" in finding.message and "status" in finding.message for finding in made.findings)


def test_an_issue_that_moved_keeps_what_is_known_of_it() -> None:
    docx = move_paragraph(SENT, "水价执行有偏差", "截至目前")

    made = merged(move_paragraph(docx, "清退多收水费", "水价执行"))

    assert [one.kind for one in made.opinions] == [OpinionKind.MOVED]
    results = bulletin_gen.load_spec(made.text).bulletin.results
    assert results is not None
    assert [(one.problem, one.status) for one in results.issues] == [
        ("水价执行有偏差", "已完成"),
        ("河道管护不到位", "已完成"),
        ("工程管理不规范", "正在整改"),
    ]
    assert "# 数字待核" in made.text


WITH_CONTACT = f"""{DRAFT}contact:
  fields:
    - {{label: 联系电话, value: 0645-7780031}}
    - {{label: 邮政编码, value: '386500'}}
  form: 分行
"""


def test_a_paragraph_that_was_cut_in_two_is_two_paragraphs_of_its_field() -> None:
    made = merged(split_paragraph(SENT, "每周调度", within="成立整改专班"))

    assert changed_lines(made.text) == ["-成立整改专班，每周调度一次。", "成立整改专班，", "每周调度一次。"]
    assert made.findings == ()


def test_two_paragraphs_that_were_joined_are_one() -> None:
    made = merged(join_paragraph(SENT, "召开会议8次"))

    assert made.text.count("召开会议8次。成立整改专班，每周调度一次。") == 1
    assert made.findings == ()


def test_a_measure_that_counts_on_in_a_paragraph_of_its_own_is_a_measure() -> None:
    made = merged(add_paragraph(SENT, "聘请护河员36名", "四是公开举报电话。"))

    assert "- 公开举报电话。" in changed_lines(made.text)
    assert "closing" not in made.text


@pytest.mark.parametrize("form", ["接排", "另起一段", "分行"])
@pytest.mark.parametrize(
    ("edited", "measures"),
    [
        ("一是退费3.2万元。二是公开水价。", ["退费3.2万元。", "公开水价。"]),
        ("退费3.2万元。二是公开水价。", ["退费3.2万元。", "公开水价。"]),
        ("一是公开水价。二是退费3.2万元。", ["公开水价。", "退费3.2万元。"]),
        ("一是退费3.5万元。二是公开水价。三是回访。", ["退费3.5万元。", "公开水价。", "回访。"]),
        ("退费3.2万元，已公开水价。", ["退费3.2万元，已公开水价。"]),
        ("一是退费3.2万元。", ["退费3.2万元。"]),
    ],
)
@pytest.mark.parametrize("text", ["", "      text: 县水务局逐户核对。\n"])
def test_beside_a_measure_that_stood_alone_others_are_measures(
    form: str, edited: str, measures: list[str], text: str
) -> None:
    draft = DRAFT.replace("      text: 清退多收水费3.2万元。\n", f"{text}      measures: [退费3.2万元。]\n")
    draft = draft.replace("  issues:\n", f"  issue_style: {{measures_form: {form}}}\n  issues:\n")

    made = merged(replace_words(docx_of(spec_of(draft)), "退费3.2万元。", edited), text=draft)

    results = bulletin_gen.load_spec(made.text).bulletin.results
    assert results is not None
    assert results.issues[2].measures == measures
    assert results.issues[2].text == text.removeprefix("      text: ").strip()


@pytest.mark.parametrize("label", ["一是", ""])
@pytest.mark.parametrize("form", ["接排", "另起一段"])
def test_a_measure_that_is_left_alone_loses_its_label_and_nobody_is_troubled(form: str, label: str) -> None:
    draft = DRAFT.replace("      text: 清退多收水费3.2万元。\n", "      measures: [退费3.2万元。, 公开水价。]\n")
    draft = draft.replace("  issues:\n", f"  issue_style: {{measures_form: {form}}}\n  issues:\n")
    docx = replace_words(docx_of(spec_of(draft)), "一是退费3.2万元。二是公开水价。", f"{label}退费3.2万元。")

    made = merged(docx, text=draft)

    said = bulletin_gen.plain_text(bulletin_gen.compose(bulletin_gen.load_spec(made.text)))
    assert "\n退费3.2万元。\n" in said
    assert [finding.rule for finding in made.findings] == ["merge/counts"]


@pytest.mark.parametrize("label", ["一是", ""])
def test_nor_where_each_measure_had_its_own_paragraph(label: str) -> None:
    draft = DRAFT.replace("      text: 清退多收水费3.2万元。\n", "      measures: [退费3.2万元。, 公开水价。]\n")
    draft = draft.replace("  issues:\n", "  issue_style: {measures_form: 分行}\n  issues:\n")
    docx = delete_paragraph(docx_of(spec_of(draft)), "公开水价。")

    made = merged(replace_words(docx, "一是退费", f"{label}退费"), text=draft)

    said = bulletin_gen.plain_text(bulletin_gen.compose(bulletin_gen.load_spec(made.text)))
    assert "\n退费3.2万元。\n" in said
    assert [finding.rule for finding in made.findings] == ["merge/counts"]


def test_a_paragraph_behind_a_measure_that_stands_alone_is_no_measure() -> None:
    draft = DRAFT.replace("      text: 清退多收水费3.2万元。\n", "      measures: [退费3.2万元。]\n")

    made = merged(add_paragraph(docx_of(spec_of(draft)), "退费3.2万元。", "另已公开水价。"), text=draft)

    assert "closing: 另已公开水价。" in made.text


def test_an_issue_in_a_place_that_has_none_is_deleted_and_its_words_are_text() -> None:
    text = DRAFT.replace("issues:", "issue_style: {form: 接排}\n  issues:")
    made = merged(move_paragraph(docx_of(spec_of(text)), "清退多收水费", "对未完成的事项"), text=text)

    assert {(one.kind, one.path) for one in made.opinions} == {
        (OpinionKind.DELETED, "results.issues[2]"),
        (OpinionKind.ADDED, "next_steps.text[1]"),
    }
