"""Last year's bulletin becomes this year's draft: what stays, what is set open, what is not taken over."""

from typing import Any

import pytest

import bulletin_gen
from bulletin_gen import Bulletin, NextYear, SpecError, Stage
from bulletin_gen.renewing.notes import name_at, notes_on_draft

LAST_YEAR = """\
issuer: {name: 中共南屏县青溪镇委员会, short_name: 青溪镇党委}
inspection:
  round: 十四届县委第三轮
  deployed_by: 县委
  team: 县委第二巡察组
  team_short: 县委巡察组
  period: {start: 2024-03-05, end: 2024-05-20}
  feedback: {date: 2024-06-28}
organisation:
  heading: 组织整改情况
  text: 镇党委召开会议12次，对照反馈意见梳理出{{ counts.declared }}，逐项整改。
results:
  heading: 整改情况
  as_of: 2024-12-20
  counts: [2个方面, 3个问题, 5个突出问题]
  progress: {rate: 是}
  text: 已完成的{{ counts.done }}个问题全部销号。
  sections:
    - heading: 落实党中央重大决策部署方面
      issues:
        - problem: 学习不深入
          measures: [健全制度。学习12次。, 开展研讨。, 组织测试。]
          status: 已完成
          responsible_unit: 党政办
          deadline: 2024-10-31
        - {problem: 落实打折扣, text: 已建立台账。, status: 已完成}
    - heading: 河道治理方面
      issues:
        - {problem: 巡河走过场, number: 8, text: 已巡河31次。, status: 持续推进}
contact: {fields: {联系电话: 0123-4567890}}
issue_date: 2024-12-25
"""


def next_year(text: str = LAST_YEAR) -> NextYear:
    return bulletin_gen.as_next_year(bulletin_gen.load_spec(text))


def results() -> Any:
    return next_year().bulletin.results


def said(bulletin: Bulletin) -> str:
    return bulletin_gen.plain_text(bulletin_gen.compose(bulletin))


def was(draft: NextYear, path: str) -> list[str]:
    return [remark.text for remark in draft.opened if remark.path == path]


def test_the_opening_asks_for_round_team_and_days() -> None:
    title, opening, *_ = said(next_year().bulletin).splitlines()

    assert title == "中共南屏县青溪镇委员会关于【待补：去年为十四届县委第三轮】巡察整改情况的通报"
    assert opening.startswith(
        "根据县委统一部署，【待补：去年为2024年3月5日】至【待补：去年为2024年5月20日】，【待补：去年为县委第二巡察组】对"
        "青溪镇党委开展了巡察。【待补：去年为2024年6月28日】，县委巡察组向"
    )


def test_a_sentence_stays_around_its_facts() -> None:
    assert "镇党委召开会议【待补：去年为12】次，对照反馈意见" in said(next_year().bulletin)


def test_what_the_issues_count_is_counted_and_what_they_do_not_is_open() -> None:
    organisation = next_year().bulletin.organisation
    assert organisation is not None

    declared = "{{ counts.sections }}个方面、{{ counts.issues }}个问题、【待补：去年为5】个突出问题"
    assert f"梳理出{declared}，" in organisation.text
    assert results().counts == []


def test_one_issue_of_a_dimension_stays_as_the_form_of_the_others() -> None:
    (issue,) = results().sections[0].issues

    assert issue.problem == "【待补：去年为学习不深入】"
    assert issue.measures == ["【待补：去年为健全制度。学习12次】", "【待补：去年为开展研讨】"]
    assert (issue.responsible_unit, issue.deadline) == ("【待补：去年为党政办】", "【待补：去年为2024年10月31日】")
    assert [(left.path, left.text) for left in next_year().left_out] == [
        ("results.sections[0].issues", "落实打折扣"),
        ("results.sections[0].issues[0].measures", "组织测试。"),
    ]


def test_of_the_issues_one_with_several_measures_shows_how_they_are_labelled() -> None:
    first = "        - {problem: 台账不全, measures: [补记。], status: 已完成}\n"
    draft = next_year(LAST_YEAR.replace("        - problem: 学习不深入", f"{first}        - problem: 学习不深入"))

    assert "一是【待补：去年为健全制度。学习12次】" in said(draft.bulletin)


def test_of_a_table_in_the_text_one_row_stays_as_the_form_of_the_others() -> None:
    table = '      table: {columns: [{title: 村}, {title: 户数}], rows: [[沙湾村, "12"], [河口村, "8"]]}\n'
    draft = next_year(
        LAST_YEAR.replace(
            "      issues:\n        - problem: 学习不深入", f"{table}      issues:\n        - problem: 学习不深入"
        )
    )

    assert "村\t户数\n【待补：去年为沙湾村】\t【待补：去年为12】\n1.关于" in said(draft.bulletin)
    assert ("results.sections[0].table.rows", "河口村 8") in [(left.path, left.text) for left in draft.left_out]


def test_a_status_is_asked_for_in_a_line_that_is_printed() -> None:
    (issue,) = results().sections[0].issues

    assert issue.status is None
    assert "【待补：整改状态，去年为已完成】" in said(next_year().bulletin).splitlines()


def test_the_progress_that_no_status_gives_any_more_is_worded() -> None:
    assert "巡察反馈的2个问题中，已完成整改【待补：去年为2】个，正在整改【待补：去年为1】个" in said(
        next_year().bulletin
    )
    assert "已完成的【待补：去年为2】个问题【待补：去年为全部销号】。" in said(next_year().bulletin)


def test_a_count_within_a_title_is_open_with_it() -> None:
    text = "印发《2024年{{ counts.done }}个问题销号清单》和《{{ counts.done }}个问题清单》。"
    draft = next_year(LAST_YEAR.replace("已完成的{{ counts.done }}个问题全部销号。", text)).bulletin

    opened = "印发【待补：去年为《2024年2个问题销号清单》】和《【待补：去年为2】个问题清单》。"
    assert draft.results is not None
    assert draft.results.text == opened


def test_the_dimensions_of_every_round_stay_and_others_are_open() -> None:
    assert [section.heading for section in results().sections] == [
        "落实党中央重大决策部署方面",
        "【待补：去年为河道治理方面】",
    ]


def test_contact_and_office_stay_and_are_to_be_checked() -> None:
    draft = next_year()

    assert draft.bulletin.contact == bulletin_gen.load_spec(LAST_YEAR).bulletin.contact
    assert draft.bulletin.issuer == bulletin_gen.load_spec(LAST_YEAR).bulletin.issuer
    assert [(remark.path, remark.text) for remark in draft.to_check if "句子" not in remark.text] == [
        ("inspection", "仍是由县委部署的巡察"),
        ("results.sections[0].heading", "方面仍是“落实党中央重大决策部署方面”"),
        ("contact", "联系方式照旧"),
    ]


def test_what_the_author_worded_is_to_be_read_through() -> None:
    prose = [remark.path for remark in next_year().to_check if "句子是去年的" in remark.text]

    assert prose == ["organisation", "results.text"]


def test_who_signs_and_who_is_sent_it_is_to_be_checked() -> None:
    head = "kind: 报告\nform: issued\nrecipients: 县委\nhead: {signers: [闻知行], secrecy: 秘密, secrecy_period: 1年}\n"
    paths = [remark.path for remark in next_year(head + LAST_YEAR).to_check]

    assert paths[:3] == ["head.secrecy", "head.signers", "recipients"]


def test_all_that_is_open_is_told_with_what_it_was() -> None:
    draft = next_year()

    assert was(draft, "issue_date") == ["2024年12月25日"]
    assert was(draft, "organisation.text") == ["12次", "5个突出问题"]
    assert was(draft, "results.sections[0].issues[0].status_line") == ["已完成"]


def test_a_final_text_becomes_a_draft_again() -> None:
    draft = next_year(f"stage: final\nversion: 第3稿\n{LAST_YEAR}")

    assert draft.bulletin.stage is Stage.DRAFT
    assert draft.bulletin.version == ""
    assert [left.text for left in draft.left_out if left.path in ("stage", "version")] == ["定稿", "第3稿"]


def test_the_draft_as_final_is_refused_until_it_is_filled() -> None:
    final = next_year().bulletin.model_copy(update={"stage": Stage.FINAL})

    with pytest.raises(SpecError, match="定稿里还有待补内容"):
        bulletin_gen.compose(final)


def test_the_numbers_of_an_issued_document_are_open_in_their_fields() -> None:
    head = 'form: issued\nhead: {document_number: 青党发〔2024〕3号, copy_number: "000012", secrecy: 秘密}\n'
    draft = next_year(f"{head}colophon: {{copies_to: 县委巡察办, printing_date: 2024-12-26}}\n{LAST_YEAR}").bulletin
    assert draft.head is not None
    assert draft.colophon is not None

    assert draft.head.document_number == "青党发【待补：去年为〔2024〕3号】"
    assert draft.head.copy_number == "【待补：去年为000012】"
    assert draft.colophon.printing_date == "【待补：去年为2024年12月26日】"
    assert said(draft).startswith("【待补：去年为000012】\n秘密\n")


def test_a_table_keeps_its_head_and_one_row() -> None:
    columns = "[{title: 序号}, {title: 河}, {title: 户}]"
    rows = "[['1', 东河, '730'], ['2', 西河, '91']]"
    table = f"attachments: [{{title: 清单, table: {{columns: {columns}, rows: {rows}}}}}]\n"
    draft = next_year(LAST_YEAR + table)
    kept = draft.bulletin.attachments[0].table
    assert kept is not None

    assert kept.rows == [["1", "【待补：去年为东河】", "【待补：去年为730】"]]
    assert draft.left_out[-1].text == "2 西河 91"


def test_what_was_still_open_last_year_stays_as_it_was() -> None:
    draft = next_year(LAST_YEAR.replace("会议12次", "会议【待补：会议次数】次").replace("2024-12-25", "【待补：日期】"))

    assert "会议【待补：会议次数】次" in said(draft.bulletin)
    assert draft.bulletin.issue_date == "【待补：日期】"


def test_a_draft_of_a_draft_asks_for_the_same() -> None:
    once = next_year().bulletin
    twice = bulletin_gen.as_next_year(once)

    assert twice.bulletin == once
    assert twice.opened == ()


def test_last_years_bulletin_must_be_whole() -> None:
    with pytest.raises(SpecError, match=r"^17:9 results\.text.*请先给每个问题填写"):
        next_year(LAST_YEAR.replace("status: 持续推进", "leader: 镇长"))


def test_the_spec_tells_at_each_field_what_to_do() -> None:
    notes = notes_on_draft(next_year())

    assert notes[""].startswith("由去年的通报起草。")
    assert notes["results.sections[0].issues"] == "去年的问题另有1项没有带过来：“落实打折扣”"
    assert "status: 已完成" in notes["results.sections[0].issues[0].status_line"]
    assert "rate: 是" in notes["results.progress.wording"]
    assert "个数可以写回 {{ counts.done }}" in notes["results.text"]
    assert notes["contact"] == "请核对：联系方式照旧"


def test_a_field_is_called_by_its_name() -> None:
    assert name_at("results.sections[0].issues[0].measures[1]") == "整改措施"
    assert name_at("issue_date") == "成文日期"
    assert name_at("attachments[0].table.rows[0][1]") == "各行"
