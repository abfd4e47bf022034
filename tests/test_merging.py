"""What comes home from returned files: each change in its field, by whom, decided once, and nothing else touched."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import bulletin_gen
from bulletin_gen import Handling, Merged, Numbering, Opinion, OpinionKind, Spec
from bulletin_gen.merging import merge
from bulletin_gen.readers.docx.returned import read_returned
from bulletin_gen.readers.returned import Returned, ReturnedLine
from judges import CHECKOUT, libreoffice_docx
from word_comments import comment_on
from word_edits import (
    Hand,
    add_paragraph,
    delete_paragraph,
    delete_words,
    insert_words,
    join_paragraph,
    move_paragraph,
    replace_words,
    split_paragraph,
)
from word_saves import as_word_saves, as_wps_saves

EXAMPLES = [
    path for path in sorted((CHECKOUT / "examples").rglob("*.yaml")) if "issuer:" in path.read_text(encoding="utf-8")
]
DRAFT = """\
# 第2稿，送各单位征求意见
issuer: {name: 中共青禾县水务局党组, short_name: 县水务局党组}
inspection:
  deployed_by: 县委
  team: 县委第二巡察组
  period: {start: 2025-03-03, end: 2025-04-18}
organisation:
  heading: 组织整改情况
  text: |
    {{ issuer.short_name }}对反馈的{{ counts.issues }}个问题逐条研究，召开会议8次。
    成立整改专班，每周调度一次。
results:
  heading: 整改落实情况
  progress: {}
  issues:
    - problem: 河道管护不到位
      measures:
        - 清理河道垃圾120吨。  # 数字待核
        - 聘请护河员36名，按月考核。
        - 修订管护办法，明确奖惩。
      status: 已完成
      responsible_unit: 河湖股
    - problem: 工程管理不规范
      text: 复核在建项目14个。
      status: 正在整改
      deadline: 2025-12-31
    - problem: 水价执行有偏差
      text: 清退多收水费3.2万元。
      status: 已完成
next_steps:
  heading: 下一步打算
  text: 对未完成的事项按月督办。
issue_date: 2025-07-01
"""
WATER, MONEY = Hand("县生态环境分局", "2025-06-02T09:30:00Z"), Hand("县财政局", "2025-06-03T10:00:00Z")


def spec_of(text: str = DRAFT) -> Spec:
    return bulletin_gen.load_spec(text, "通报.yaml")


def docx_of(spec: Spec, numbering: Numbering = Numbering.LITERAL) -> bytes:
    return bulletin_gen.render(spec, ["docx"], numbering=numbering).files["docx"]


SENT = docx_of(spec_of())


def returned(docx: bytes, name: str = "通报-县财政局.docx") -> Returned:
    return read_returned(docx, name)


def merged(*files: bytes | Returned, accept: str = "all", earlier: Sequence[Opinion] = (), text: str = DRAFT) -> Merged:
    found = [returned(file) if isinstance(file, bytes) else file for file in files]
    return merge(spec_of(text), found, earlier, accept)


def changed_lines(text: str, draft: str = DRAFT) -> list[str]:
    """Return the lines of a merged file that the draft has not, and behind a - those that only the draft has."""
    old, new = draft.splitlines(), text.splitlines()
    return [
        *(f"-{line.strip()}" for line in old if line not in new),
        *(line.strip() for line in new if line not in old),
    ]


# ---- law: an unedited return changes nothing ----------------------------------------------------------------------


@pytest.mark.parametrize("numbering", list(Numbering))
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_file_that_nobody_edited_changes_nothing(path: Path, numbering: Numbering) -> None:
    spec = bulletin_gen.read_spec(path)
    docx = docx_of(spec, numbering)

    files = [read_returned(save(docx), "返回.docx") for save in (bytes, as_word_saves, as_wps_saves)]

    assert merge(spec, files, (), "all") == Merged((), spec.places.source)


@pytest.mark.parametrize("stem", ["松岗街道党工委", "issued/汀原县卫生健康局党组", "issued/岫州市民政局党组等两部门"])
def test_nor_does_one_that_libreoffice_has_saved_again(stem: str, tmp_path: Path) -> None:
    spec = bulletin_gen.read_spec(CHECKOUT / "examples" / f"{stem}.yaml")
    sent = tmp_path / "稿.docx"
    sent.write_bytes(docx_of(spec, Numbering.LIVE))

    saved = libreoffice_docx(sent, tmp_path / "saved").read_bytes()

    assert merge(spec, [read_returned(saved, "返回.docx")], (), "all") == Merged((), spec.places.source)


def test_widths_of_marks_and_spaces_are_no_edits() -> None:
    docx = replace_words(SENT, "逐条研究，召开", "逐条研究, 召开")

    assert merged(docx).opinions == ()


# ---- each change in its field -------------------------------------------------------------------------------------


def test_words_are_changed_where_they_were_typed_and_nothing_else_is() -> None:
    made = merged(replace_words(SENT, "120吨", "135吨"))

    assert changed_lines(made.text) == ["-- 清理河道垃圾120吨。  # 数字待核", "- 清理河道垃圾135吨。  # 数字待核"]


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


# ---- measures, paragraphs, parts ----------------------------------------------------------------------------------


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
    made = merged(_MOVED)

    assert [one.kind for one in made.opinions] == [OpinionKind.MOVED]
    results = bulletin_gen.load_spec(made.text).bulletin.results
    assert results is not None
    assert [(one.problem, one.status) for one in results.issues] == [
        ("水价执行有偏差", "已完成"),
        ("河道管护不到位", "已完成"),
        ("工程管理不规范", "正在整改"),
    ]
    assert "# 数字待核" in made.text


# ---- what a reader does with whole paragraphs ----------------------------------------------------------------------

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


def test_a_heading_that_was_deleted_alone_leaves_all_as_it_was_and_the_clerk_is_told() -> None:
    made = merged(delete_paragraph(SENT, "水价执行有偏差"))

    assert made.text == DRAFT
    assert "删去的是标题这一段，下面的内容还在" in made.findings[0].message


def test_an_issue_in_a_place_that_has_none_is_deleted_and_its_words_are_text() -> None:
    text = DRAFT.replace("issues:", "issue_style: {form: 接排}\n  issues:")
    made = merged(move_paragraph(docx_of(spec_of(text)), "清退多收水费", "对未完成的事项"), text=text)

    assert {(one.kind, one.path) for one in made.opinions} == {
        (OpinionKind.DELETED, "results.issues[2]"),
        (OpinionKind.ADDED, "next_steps.text[1]"),
    }


def test_the_contact_is_worded_by_its_author_where_its_fields_cannot_hold_it() -> None:
    docx = docx_of(spec_of(WITH_CONTACT))

    made = merged(move_paragraph(docx, "邮政编码", "欢迎广大干部群众"), text=WITH_CONTACT)

    (opinion,) = made.opinions
    assert opinion.path == "contact.wording"
    assert opinion.new.split("\n")[1:] == ["邮政编码：386500", "联系电话：0645-7780031"]
    again = merge(spec_of(made.text), (), made.opinions)
    assert again.text == made.text


def test_a_way_to_reach_the_office_can_go_while_another_is_changed() -> None:
    docx = replace_words(delete_paragraph(docx_of(spec_of(WITH_CONTACT)), "邮政编码"), "7780031", "7780032")

    made = merged(docx, text=WITH_CONTACT)

    assert "0645-7780032" in made.text
    assert "邮政编码" not in made.text
    assert all(one.conflicts == () for one in made.opinions)


def test_the_clerk_is_told_where_a_file_still_says_something_else() -> None:
    made = merged(split_paragraph(SENT, "聘请护河员"))

    (finding,) = [one for one in made.findings if one.rule == "merge/otherwise"][:1]
    assert finding.message.startswith("通报-县财政局.docx 的意见都采纳了，这里也与它不完全相同。二（一）")


def test_of_a_file_that_is_another_text_the_clerk_is_told_how_much_differs() -> None:
    read = returned(SENT)
    above = tuple(ReturnedLine(f"新增的第{number}段文字。") for number in range(300))

    made = merged(replace(read, edited=(*above, *read.edited)))

    assert made.text == DRAFT
    assert any("还有100处与采纳以后的新稿不同" in finding.message for finding in made.findings)


def test_a_placeholder_of_which_two_words_change_gives_way_whole() -> None:
    text = DRAFT.replace("聘请护河员36名", "配合{{ issuer.name }}聘请护河员36名")

    docx = replace_words(docx_of(spec_of(text)), "中共青禾县水务局党组聘请", "青禾县水务局聘请", within="配合")

    assert "- 配合青禾县水务局聘请护河员36名，按月考核。" in changed_lines(merged(docx, text=text).text, text)


def test_a_count_in_chinese_stays_a_count() -> None:
    text = DRAFT.replace("{{ counts.issues }}个问题", "{{ 数目.问题 }}个问题")

    made = merged(replace_words(docx_of(spec_of(text)), "反馈的3个问题逐条", "反馈的4个问题逐条"), text=text)

    assert made.text == text
    assert "这个数是程序统计的（{{ 数目.问题 }}）" in made.findings[0].message


def test_what_somebody_edited_together_with_others_waits_and_is_told() -> None:
    docx = replace_words(SENT, "120吨", "135吨", WATER)
    docx = replace_words(docx, "河道垃圾", "河道两岸垃圾", MONEY)

    made = merged(docx, accept=WATER.author)

    assert made.text == DRAFT
    assert [finding.rule for finding in made.findings] == ["merge/shared"]


def test_what_has_no_field_is_told_and_kept() -> None:
    made = merged(add_paragraph(SENT, "2025年7月1日", "联系人：王某某"), accept="all")

    assert made.text == DRAFT
    assert [(one.path, one.new) for one in made.opinions] == [("", "联系人：王某某")]
    assert made.findings[0].rule == "merge/no-place"


# ---- who and when -------------------------------------------------------------------------------------------------


def test_a_tracked_change_is_its_authors_and_a_plain_one_the_files() -> None:
    docx = replace_words(SENT, "120吨", "135吨", WATER)
    docx = replace_words(docx, "36名", "63名")

    found = {one.new: (one.author, one.when and one.when.day) for one in merged(docx).opinions}

    assert found == {"清理河道垃圾135吨。": ("县生态环境分局", 2), "聘请护河员63名，按月考核。": ("县财政局", None)}


@pytest.mark.parametrize("numbering", list(Numbering))
def test_whoever_took_out_an_issue_or_moved_one_in_tracked_changes_is_named(numbering: Numbering) -> None:
    sent = docx_of(spec_of(), numbering)
    gone = delete_paragraph(delete_paragraph(sent, "工程管理不规范", WATER), "复核在建项目14个", WATER)
    moved = move_paragraph(move_paragraph(sent, "水价执行有偏差", "截至目前", MONEY), "清退多收水费", "水价执行", MONEY)

    found = [(one.author, one.path) for file in (gone, moved) for one in merged(file).opinions]

    assert found == [("县生态环境分局", "results.issues[1]"), ("县财政局", "results.issues[2] → results.issues[0]")]


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("通报-县财政局.docx", "县财政局"),
        ("通报-征求意见稿-县财政局(1).docx", "县财政局"),
        ("县财政局修改意见 县财政局.docx", "县财政局"),
        ("通报.docx", "通报"),
    ],
)
def test_a_file_is_named_after_its_office(file: str, name: str) -> None:
    made = merged(returned(replace_words(SENT, "120吨", "135吨"), file))

    assert made.opinions[0].author == name


def test_a_comment_comes_with_its_place_its_answers_and_whether_it_is_settled() -> None:
    docx = comment_on(SENT, "护河员36名", "名册在哪里？", MONEY, [("在河湖股。", WATER)], resolved=True)

    (said,) = merged(docx).opinions

    assert (said.kind, said.said, said.old, said.author) == (
        OpinionKind.COMMENT,
        "名册在哪里？",
        "护河员36名",
        "县财政局",
    )
    assert (said.path, said.resolved, said.handling) == ("results.issues[0].measures[1]", True, Handling.PENDING)
    assert [(reply.author, reply.text) for reply in said.replies] == [("县生态环境分局", "在河湖股。")]


# ---- decisions ----------------------------------------------------------------------------------------------------


def decided(found: Merged, **by_new: Handling) -> list[Opinion]:
    return [replace(one, handling=by_new.get(one.author, one.handling)) for one in found.opinions]


def test_nothing_is_done_before_it_is_decided() -> None:
    made = merged(replace_words(SENT, "120吨", "135吨"), accept="")

    assert made.text == DRAFT
    assert [one.handling for one in made.opinions] == [Handling.PENDING]


def test_only_what_was_adopted_is_done() -> None:
    files = [
        returned(replace_words(SENT, "120吨", "135吨"), "甲局.docx"),
        returned(replace_words(SENT, "36名", "63名"), "乙局.docx"),
    ]
    known = decided(merged(*files, accept=""), 甲局=Handling.ADOPTED, 乙局=Handling.DECLINED)

    made = merged(*files, accept="", earlier=known)

    assert "135吨" in made.text
    assert "36名" in made.text
    assert len(made.opinions) == 2


def test_two_that_change_the_same_words_wait_until_one_is_chosen() -> None:
    files = [
        returned(replace_words(SENT, "120吨", "135吨"), "甲局.docx"),
        returned(replace_words(SENT, "120吨", "150吨"), "乙局.docx"),
    ]

    made = merged(*files)

    assert made.text == DRAFT
    assert {one.handling for one in made.opinions} == {Handling.PENDING}
    first, second = made.opinions
    assert (first.conflicts, second.conflicts) == ((second.id,), (first.id,))
    chosen = merged(earlier=decided(made, 甲局=Handling.ADOPTED, 乙局=Handling.DECLINED), accept="")
    assert "135吨" in chosen.text


def test_two_of_the_same_words_that_were_both_adopted_are_an_error() -> None:
    files = [
        returned(replace_words(SENT, "120吨", "135吨"), "甲局.docx"),
        returned(replace_words(SENT, "120吨", "150吨"), "乙局.docx"),
    ]
    known = decided(merged(*files, accept=""), 甲局=Handling.ADOPTED, 乙局=Handling.ADOPTED)

    made = merged(earlier=known, accept="")

    assert made.text == DRAFT
    assert {finding.rule for finding in made.findings} == {"merge/conflict"}


def test_two_that_want_the_same_agree() -> None:
    docx = replace_words(SENT, "120吨", "135吨")

    made = merged(returned(docx, "甲局.docx"), returned(docx, "乙局.docx"))

    assert changed_lines(made.text) == ["-- 清理河道垃圾120吨。  # 数字待核", "- 清理河道垃圾135吨。  # 数字待核"]
    assert not any(one.conflicts for one in made.opinions)


def test_two_that_change_other_words_of_a_sentence_are_both_done() -> None:
    files = [
        returned(replace_words(SENT, "36名", "63名"), "甲局.docx"),
        returned(replace_words(SENT, "按月考核", "按季考核"), "乙局.docx"),
    ]

    assert "聘请护河员63名，按季考核。" in merged(*files).text


def test_an_issue_that_one_deletes_and_another_edits_is_a_conflict() -> None:
    gone = delete_paragraph(delete_paragraph(SENT, "工程管理不规范"), "复核在建项目14个")
    files = [returned(gone, "甲局.docx"), returned(replace_words(SENT, "14个", "17个"), "乙局.docx")]

    made = merged(*files)

    assert made.text == DRAFT
    assert all(one.conflicts for one in made.opinions)


def test_one_author_can_be_adopted_alone() -> None:
    files = [
        returned(replace_words(SENT, "120吨", "135吨"), "甲局.docx"),
        returned(replace_words(SENT, "120吨", "150吨"), "乙局.docx"),
    ]

    assert "150吨" in merged(*files, accept="乙局").text


def test_none_declines_all_and_is_remembered() -> None:
    made = merged(replace_words(SENT, "120吨", "135吨"), accept="none")

    assert made.text == DRAFT
    assert [one.handling for one in merged(earlier=made.opinions).opinions] == [Handling.DECLINED]


def test_what_was_adopted_in_part_is_left_to_the_clerk() -> None:
    known = decided(merged(replace_words(SENT, "120吨", "135吨"), accept=""), 县财政局=Handling.PARTLY)

    made = merged(earlier=known)

    assert made.text == DRAFT
    assert [finding.rule for finding in made.findings] == ["merge/partly"]


def test_a_bulletin_that_was_made_in_python_has_no_file_to_change() -> None:
    with pytest.raises(bulletin_gen.SpecError, match="不是从文件里读出来的"):
        merge(Spec(spec_of().bulletin), [returned(SENT)])


# ---- law: again and in any order ----------------------------------------------------------------------------------

_ADDED = add_paragraph(replace_words(SENT, "120吨", "135吨", WATER), "召开会议8次", "局领导分片包干。")
_MOVED = move_paragraph(move_paragraph(SENT, "水价执行有偏差", "截至目前"), "清退多收水费", "水价执行")
THREE = [
    returned(_ADDED, "甲局.docx"),
    returned(delete_words(SENT, "二是聘请护河员36名，按月考核。"), "乙局.docx"),
    returned(_MOVED, "丙局.docx"),
]


def test_the_order_of_the_files_does_not_matter() -> None:
    assert merged(*THREE) == merged(*reversed(THREE))


def test_merging_again_from_the_draft_gives_the_same() -> None:
    first = merged(*THREE)

    again = merged(*THREE, earlier=first.opinions, accept="")

    assert (again.text, again.opinions) == (first.text, first.opinions)


def test_one_file_after_the_other_gives_the_same_text_as_all_at_once() -> None:
    known: Sequence[Opinion] = ()
    for file in THREE:
        known = merged(file, earlier=known).opinions

    assert merged(earlier=known, accept="").text == merged(*THREE).text


def test_merging_the_old_files_into_the_new_draft_does_nothing_twice() -> None:
    first = merged(*THREE)

    again = merge(spec_of(first.text), THREE, first.opinions, "all")

    assert again.text == first.text
    assert again.opinions == first.opinions
    assert set(again.done) == {one.id for one in first.opinions}
    assert {finding.rule for finding in again.findings} == {"merge/known-file"}


@pytest.mark.parametrize(
    "docx",
    [
        add_paragraph(SENT, "现将巡察整改情况", "县委对整改工作高度重视。"),
        add_paragraph(SENT, "修订管护办法", "以上各项由河湖股逐月报告。"),
        insert_words(SENT, "聘请护河员36名，按月考核。", "三是安装监控28处。"),
        replace_words(SENT, "现将巡察整改情况予以公布", "现将整改情况向社会公布"),
        delete_paragraph(SENT, "截至目前"),
        delete_words(SENT, "二是", hand=None),
        replace_words(SENT, "2025年7月1日", "2025年7月8日"),
    ],
)
def test_whatever_was_adopted_is_known_again_in_the_new_draft(docx: bytes) -> None:
    first = merged(docx)
    assert first.applied

    again = merged(earlier=first.opinions, text=first.text)

    assert (again.text, again.applied) == (first.text, ())


def test_an_opinion_whose_words_are_gone_is_told_and_not_forced() -> None:
    known = merged(replace_words(SENT, "120吨", "135吨")).opinions
    text = DRAFT.replace("清理河道垃圾120吨。", "河道垃圾已全部清理。")

    made = merged(earlier=known, text=text)

    assert made.text == text
    assert "已不在原处" in made.findings[0].message
