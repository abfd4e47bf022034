"""Words that were changed in a returned file come home to the field that they were typed in."""

import pytest

import bulletin_gen
from bulletin_gen import Merged
from bulletin_gen.merging import merge
from merge_cases import DRAFT, SENT, changed_lines, docx_of, merged, spec_of
from word_edits import (
    delete_row,
    insert_words,
    replace_words,
)


def test_words_are_changed_where_they_were_typed_and_nothing_else_is() -> None:
    made = merged(replace_words(SENT, "120吨", "135吨"))

    assert changed_lines(made.text) == ["-- 清理河道垃圾120吨。  # 数字待核", "- 清理河道垃圾135吨。  # 数字待核"]


@pytest.mark.parametrize(
    ("words", "instead", "typed"),
    [
        ("垃圾120吨。", "垃圾126吨。", "清理河道垃圾126吨"),
        ("垃圾120吨。", "垃圾120吨、水草9吨。", "清理河道垃圾120吨、水草9吨"),
        ("垃圾120吨。", "垃圾120吨；", "清理河道垃圾120吨；"),
    ],
)
def test_words_before_a_stop_that_was_not_typed_are_changed_once(words: str, instead: str, typed: str) -> None:
    text = DRAFT.replace("清理河道垃圾120吨。", "清理河道垃圾120吨")
    made = merged(replace_words(docx_of(spec_of(text)), words, instead), text=text)

    assert made.text == text.replace("清理河道垃圾120吨", typed)
    assert merge(bulletin_gen.load_spec(made.text, "通报.yaml"), (), made.opinions).text == made.text


def test_a_placeholder_stays_beside_words_that_change() -> None:
    made = merged(replace_words(SENT, "召开会议8次", "先后召开会议18次"))

    assert "{{ issuer.short_name }}对反馈的{{ counts.issues }}个问题逐条研究，先后召开会议18次。" in made.text


def test_a_count_stays_a_count_and_the_clerk_is_told() -> None:
    made = merged(replace_words(SENT, "反馈的3个问题逐条", "反馈的4个问题逐条"))

    assert made.text == DRAFT
    assert "这个数是程序统计的（{{ counts.issues }}）" in made.findings[0].message
    assert len(made.opinions) == 1


def test_words_of_ours_become_the_authors_own() -> None:
    made = (
        merged(replace_words(SENT, "进行监督", "给予监督"))
        if "进行监督" in str(SENT)
        else merged(replace_words(SENT, "现将巡察整改情况予以公布", "现将整改情况向社会公布"))
    )

    assert "wording: 按照巡察工作有关要求，现将整改情况向社会公布。" in made.text


def test_the_sentence_on_what_is_done_keeps_counting_when_it_is_reworded() -> None:
    made = merged(replace_words(SENT, "截至目前，巡察反馈的3个", "截至6月底，县委巡察反馈的3个"))

    assert "wording: 截至6月底，县委巡察反馈的{{ counts.issues }}个问题中，已完成整改2个，正在整改1个。" in made.text
    assert [finding.rule for finding in made.findings] == ["merge/progress"]


def test_what_is_counted_in_it_stays_and_the_clerk_is_told() -> None:
    made = merged(replace_words(SENT, "已完成整改2个", "已完成整改3个"))

    assert made.text == DRAFT
    assert [finding.rule for finding in made.findings] == ["merge/no-place"]


def test_a_sentence_behind_it_is_the_text_of_the_results() -> None:
    made = merged(insert_words(SENT, "正在整改1个。", "各项措施正在落实。"))

    assert changed_lines(made.text) == ["text: 各项措施正在落实。"]


def test_a_heading_of_ours_becomes_the_authors_own() -> None:
    made = merged(replace_words(SENT, "”问题的整改情况", "”问题整改落实情况", within="水价执行有偏差"))

    assert "heading: 关于“水价执行有偏差”问题整改落实情况" in made.text


def test_the_problem_in_a_heading_is_changed_as_the_problem() -> None:
    made = merged(replace_words(SENT, "工程管理不规范", "工程建设管理不规范"))

    assert changed_lines(made.text) == ["-- problem: 工程管理不规范", "- problem: 工程建设管理不规范"]


def test_a_date_is_changed_as_a_date() -> None:
    made = merged(replace_words(SENT, "2025年7月1日", "2025年7月8日"))

    assert changed_lines(made.text) == ["-issue_date: 2025-07-01", "issue_date: 2025年7月8日"]


def test_braces_that_a_reader_types_are_printed() -> None:
    made = merged(insert_words(SENT, "召开会议8次", "{{略}}"))

    assert "会议8次{{略}}。" in bulletin_gen.plain_text(bulletin_gen.compose(bulletin_gen.load_spec(made.text)))


def test_a_placeholder_of_which_two_words_change_gives_way_whole() -> None:
    text = DRAFT.replace("聘请护河员36名", "配合{{ issuer.name }}聘请护河员36名")

    docx = replace_words(docx_of(spec_of(text)), "中共青禾县水务局党组聘请", "青禾县水务局聘请", within="配合")

    assert "- 配合青禾县水务局聘请护河员36名，按月考核。" in changed_lines(merged(docx, text=text).text, text)


def test_a_count_in_chinese_stays_a_count() -> None:
    text = DRAFT.replace("{{ counts.issues }}个问题", "{{ 数目.问题 }}个问题")

    made = merged(replace_words(docx_of(spec_of(text)), "反馈的3个问题逐条", "反馈的4个问题逐条"), text=text)

    assert made.text == text
    assert "这个数是程序统计的（{{ 数目.问题 }}）" in made.findings[0].message


TABLED = DRAFT.replace(
    "next_steps:",
    """\
  table:
    columns: [{title: 河道}, {title: 垃圾（吨）}]
    rows:
      - [清水河, "12.50"]
      - [柳溪, "7.25"]
next_steps:""",
)


def test_a_cell_of_a_table_in_the_text_is_changed_where_it_was_typed() -> None:
    sent = docx_of(spec_of(TABLED))

    assert merged(sent, text=TABLED) == Merged((), TABLED)
    made = merged(replace_words(replace_words(sent, "12.50", "13.50"), "垃圾（吨）", "清理垃圾（吨）"), text=TABLED)
    assert [(one.path, one.new) for one in made.opinions] == [
        ("results.table.columns[1].title", "清理垃圾（吨）"),
        ("results.table.rows[0][1]", "13.50"),
    ]
    assert made.findings == ()
    results = bulletin_gen.load_spec(made.text).bulletin.results
    assert results is not None
    assert results.table is not None
    assert results.table.rows == [["清水河", "13.50"], ["柳溪", "7.25"]]


def test_a_row_that_went_from_one_is_told() -> None:
    made = merged(delete_row(docx_of(spec_of(TABLED)), "柳溪"), text=TABLED)

    assert made.text == TABLED
    assert [one.old for one in made.opinions] == ["柳溪", "7.25"]
    assert len(made.findings) == 2
