"""What became of a heading in a returned file: it went or moved without its text, lost its label, ran into its text."""

import pytest

import bulletin_gen
from bulletin_gen import Handling, Merged, OpinionKind
from bulletin_gen.merging import merge
from bulletin_gen.readers.docx import docx_lines
from merge_cases import DRAFT, SENT, changed_lines, docx_of, merged, spec_of
from word_edits import (
    add_paragraph,
    delete_paragraph,
    delete_words,
    join_paragraph,
    move_paragraph,
    replace_words,
    split_paragraph,
)

UNCOUNTED = DRAFT.replace("  progress: {}\n", "").replace("{{ counts.issues }}", "3")
SENT_UNCOUNTED = docx_of(spec_of(UNCOUNTED))
IN_SECTIONS = """\
issuer: {name: 中共青禾县水务局党组}
opening: 现将整改情况通报如下。
results:
  heading: 整改落实情况
  sections:
    - heading: 履行职责方面
      issues:
        - {heading: 河道管护不到位, text: 清理河道垃圾120吨。, status: 已完成}
    - heading: 队伍建设方面
      issues:
        - {heading: 值班制度不落实, text: 重排值班表。, status: 已完成, leader: 局长}
        - {heading: 学习制度不落实, text: 补学12次。, status: 已完成}
"""


def says(made: Merged, docx: bytes) -> bool:
    """Does the merged draft say what a file says, line by line, that has its labels as words?"""
    said = bulletin_gen.plain_text(bulletin_gen.compose(bulletin_gen.load_spec(made.text)))
    lines = [line.text for line in docx_lines(docx).lines]
    return [line for line in said.splitlines() if line.strip()] == [line for line in lines if line.strip()]


def test_without_its_heading_the_text_of_an_issue_goes_on_below_the_one_above_and_the_clerk_is_told_what_goes() -> None:
    docx = delete_paragraph(SENT_UNCOUNTED, "水价执行有偏差")

    waiting, made = (merged(docx, accept=accept, text=UNCOUNTED) for accept in ("", "all"))

    assert [(one.kind, one.path, one.handling) for one in waiting.opinions] == [
        (OpinionKind.DELETED, "results.issues[2].heading", Handling.PENDING)
    ]
    assert "“水价执行有偏差”的status（状态）“已完成”不再有依据，采纳时一并删去" in waiting.findings[0].message
    assert says(made, docx)
    assert "水价执行有偏差" not in made.text


def test_an_issue_that_was_deleted_with_its_text_needs_no_such_word() -> None:
    made = merged(delete_paragraph(delete_paragraph(SENT, "水价执行有偏差"), "清退多收水费"))

    assert not [finding for finding in made.findings if finding.rule == "merge/heading"]


def test_without_the_heading_of_a_section_its_issues_stand_in_the_one_before_with_all_that_is_known_of_them() -> None:
    docx = delete_paragraph(docx_of(spec_of(IN_SECTIONS)), "队伍建设方面")

    made = merged(docx, text=IN_SECTIONS)

    (section,) = bulletin_gen.load_spec(made.text).bulletin.results.sections
    assert [issue.heading for issue in section.issues] == ["河道管护不到位", "值班制度不落实", "学习制度不落实"]
    assert section.issues[1].leader == "局长"
    assert not [finding for finding in made.findings if finding.rule == "merge/heading"]


def test_without_the_heading_of_a_part_those_below_it_keep_their_labels() -> None:
    docx = delete_paragraph(docx_of(spec_of(IN_SECTIONS)), "整改落实情况")

    made = merged(docx, text=IN_SECTIONS)

    assert says(made, docx)
    assert "section_label: （一）" in made.text


def test_a_heading_that_was_moved_into_another_issue_takes_what_stands_below_it_and_what_is_known_of_it() -> None:
    docx = move_paragraph(SENT, "水价执行有偏差", "“河道管护不到位”")

    made = merged(docx)

    assert [(one.kind, one.path) for one in made.opinions] == [
        (OpinionKind.MOVED, "results.issues[2].heading → results.issues[1]")
    ]
    river, water, works = bulletin_gen.load_spec(made.text).bulletin.results.issues
    assert (river.problem, river.measures) == ("河道管护不到位", [])
    assert (water.problem, len(water.measures), str(water.status)) == ("水价执行有偏差", 3, "已完成")
    assert works.text == "复核在建项目14个。\n清退多收水费3.2万元。"
    assert merged(accept="", text=made.text, earlier=made.opinions).text == made.text


def test_a_status_line_that_stands_below_a_heading_which_was_moved_is_that_of_its_issue() -> None:
    draft = UNCOUNTED.replace("  issues:", "  issue_style: {status_label: 进展：}\n  issues:")
    docx = move_paragraph(docx_of(spec_of(draft)), "水价执行有偏差", "修订管护办法")

    made = merged(docx, text=draft)

    assert not made.findings
    river, water, _ = bulletin_gen.load_spec(made.text).bulletin.results.issues
    assert (river.status_line, water.status_line) == ("", "进展：已完成整改。")


def test_a_heading_that_went_from_text_which_was_changed_too_is_told_and_the_rest_is_done() -> None:
    docx = delete_paragraph(replace_words(SENT, "3.2万元", "3.5万元"), "水价执行有偏差")

    made = merged(docx)

    assert "清退多收水费3.5万元。" in made.text
    assert "下面的内容又有改动" in made.findings[0].message


def test_a_heading_that_was_moved_to_where_none_of_its_kind_is_becomes_text() -> None:
    docx = move_paragraph(SENT, "水价执行有偏差", "召开会议8次")

    made = merged(docx)

    assert "关于“水价执行有偏差”问题的整改情况" in bulletin_gen.load_spec(made.text).bulletin.organisation.text


@pytest.mark.parametrize(
    ("old", "new", "label"), [("（三）关于", "关于", "无"), ("（三）关于", "3.关于", "1."), ("（三）", "（", "无")]
)
def test_a_heading_has_the_label_that_the_file_gives_it(old: str, new: str, label: str) -> None:
    docx = replace_words(SENT, old, new)

    made = merged(docx)

    issue = bulletin_gen.load_spec(made.text).bulletin.results.issues[2]
    assert str(issue.label) == label
    assert str(issue.status) == "已完成"


def test_an_item_without_a_heading_can_lose_its_label() -> None:
    draft = UNCOUNTED.replace("  text: 对未完成的事项按月督办。", "  items: [按月督办。, 按季通报。]")
    docx = delete_words(docx_of(spec_of(draft)), "二是", within="二是按季通报")

    made = merged(docx, text=draft)

    assert says(made, docx)
    assert "label: 无" in made.text


def test_a_label_that_counts_on_is_no_change() -> None:
    assert not merged(replace_words(SENT, "（三）关于", "（四）关于")).opinions


def test_a_heading_that_runs_into_its_text_is_run_in() -> None:
    docx = join_paragraph(SENT, "“水价执行有偏差”")

    made = merged(docx)

    assert says(made, docx)
    assert changed_lines(made.text) == ["form: 接排", 'heading_end: ""']


def test_a_heading_that_runs_on_from_the_text_above_is_part_of_that() -> None:
    docx = join_paragraph(SENT_UNCOUNTED, "复核在建项目14个")

    made = merged(docx, text=UNCOUNTED)

    assert says(made, docx)
    assert "复核在建项目14个。（三）关于“水价执行有偏差”问题的整改情况" in made.text


def test_what_is_cut_off_a_heading_is_text_below_it() -> None:
    docx = split_paragraph(SENT, "问题的整改情况", within="水价执行有偏差")

    made = merged(docx)

    issue = bulletin_gen.load_spec(made.text).bulletin.results.issues[2]
    assert (issue.heading, issue.text) == ("关于“水价执行有偏差”", "问题的整改情况\n清退多收水费3.2万元。")


def test_a_heading_with_its_text_behind_it_can_be_cut_from_that_and_can_lose_its_stop() -> None:
    draft = DRAFT.replace("    - problem: 水价执行有偏差\n", "    - heading: 水价执行有偏差\n      form: 接排\n")
    sent = docx_of(spec_of(draft))
    cut = split_paragraph(sent, "清退多收水费", within="水价执行有偏差")
    unended = delete_words(sent, "。清退", within="水价执行有偏差")

    assert says(merged(cut, text=draft), cut)
    assert says(merged(unended, text=draft), unended)


def test_a_paragraph_below_the_heading_of_the_results_stands_before_what_is_said_of_them() -> None:
    docx = add_paragraph(SENT, "整改落实情况", "本次整改坚持边查边改。")

    assert says(merged(docx), docx)


@pytest.mark.parametrize("opening", ["", "opening: 现将整改情况通报如下。\n"])
def test_what_stands_between_the_recipients_and_the_opening_is_its_beginning(opening: str) -> None:
    draft = f"{DRAFT}recipients: 各科室\n{opening}"
    sent = docx_of(spec_of(draft))
    for docx in (add_paragraph(sent, "各科室：", "请对照检查。"), join_paragraph(sent, "各科室：")):
        made = merged(docx, text=draft)
        assert says(made, docx)
        assert merged(accept="", text=made.text, earlier=made.opinions).text == made.text


def test_a_title_that_was_cut_in_two_has_its_line_end_there() -> None:
    draft = f"{DRAFT}title: 关于巡察整改落实情况的通报\n"
    docx = split_paragraph(docx_of(spec_of(draft)), "落实情况的通报", within="关于巡察整改落实情况的通报")

    made = merged(docx, text=draft)

    assert bulletin_gen.load_spec(made.text).bulletin.title == "关于巡察整改\n落实情况的通报"
    assert not made.findings


def test_the_signature_and_the_day_can_be_others_or_go() -> None:
    draft = f"{IN_SECTIONS}title: 整改情况通报\nissue_date: 2025-07-01\n"
    sent = docx_of(spec_of(draft))
    for docx in (
        replace_words(sent, "水务局党组", "水利局党组"),
        delete_paragraph(sent, "2025年7月1日"),
    ):
        assert says(merged(docx, text=draft), docx)


def test_a_paragraph_below_the_day_is_a_contact_there() -> None:
    docx = add_paragraph(SENT_UNCOUNTED, "2025年7月1日", "联系人：办公室。")

    made = merged(docx, text=UNCOUNTED)

    assert says(made, docx)
    assert changed_lines(made.text, UNCOUNTED) == ["", "contact:", "after_signature: 是", "wording: 联系人：办公室。"]


def test_a_day_that_is_none_is_told_and_kept() -> None:
    made = merged(replace_words(SENT, "7月1日", "7月某日", within="2025年7月1日"))

    assert made.text == DRAFT
    assert [finding.rule for finding in made.findings] == ["merge/no-place"]


WITH_LEDGER = f"{DRAFT}attachments:\n  - {{title: 整改台账, ledger: 是}}\n"


def test_a_ledger_follows_its_issues_and_nobody_is_troubled() -> None:
    docx = replace_words(docx_of(spec_of(WITH_LEDGER)), "不规范", "不到位", within="“工程管理不规范”")

    made = merged(docx, text=WITH_LEDGER)

    assert not made.findings
    assert "problem: 工程管理不到位" in made.text


def test_what_somebody_writes_into_a_ledger_is_told() -> None:
    made = merged(replace_words(docx_of(spec_of(WITH_LEDGER)), "河湖股", "河长办"), text=WITH_LEDGER)

    assert [finding.rule for finding in made.findings] == ["merge/no-place"]


def test_merging_into_the_new_draft_looks_for_what_was_done_where_it_stands_now() -> None:
    third = (
        "    - heading: 作风建设方面\n      issues:\n        - {heading: 下乡不勤, text: 下乡62次。, status: 已完成}\n"
    )
    docx = delete_paragraph(docx_of(spec_of(IN_SECTIONS + third)), "队伍建设方面")
    made = merged(add_paragraph(docx, "下乡62次。", "另走访46户。"), text=IN_SECTIONS + third)

    assert [one.path for one in made.opinions] == [
        "results.sections[1].heading",
        "results.sections[2].issues[0].text[1]",
    ]
    assert merge(bulletin_gen.load_spec(made.text, "通报.yaml"), (), made.opinions).text == made.text
