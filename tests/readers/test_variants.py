"""Bulletins of our own invention in `texts/`, one for each way of the genre: what each becomes, whole."""

from pathlib import Path
from typing import Any

import pytest

from bulletin_gen.composing import compose
from bulletin_gen.composing.counts import all_issues
from bulletin_gen.document import Heading, plain_text
from bulletin_gen.readers import Reading, read_text
from bulletin_gen.spec.model import FeedbackForm, Form, Issue, ListForm, Order, Part, Results, Slot, Status
from bulletin_gen.text.labels import leading_label
from bulletin_gen.text.numerals import Label

FOLDER = Path(__file__).parent / "texts"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
WIDTHS = str.maketrans("，。：；？！（）“”‘’", ",.:;?!()\"\"''")


def reading_of(name: str) -> Reading:
    return read_text((FOLDER / f"{name}.txt").read_bytes(), f"{name}.txt")


def results_of(name: str) -> Results:
    results = reading_of(name).bulletin.results
    assert results is not None
    return results


def said(part: Part | Issue | Results | Any) -> dict[str, Any]:
    return dict(part.model_dump(mode="json", exclude_defaults=True))


def squeezed(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and char != "\ufeff").translate(WIDTHS)


@pytest.mark.parametrize("name", NAMES)
def test_every_character_is_said_again_in_order(name: str) -> None:
    reading = reading_of(name)
    aside = {line.number for line in reading.set_aside}
    lines = (FOLDER / f"{name}.txt").read_bytes().decode().split("\n")
    own = "".join(line for number, line in enumerate(lines, start=1) if number not in aside)
    own = own.replace("二〇二一年十二月六日", "2021年12月6日")  # the day of a bulletin is said in figures

    assert squeezed(own) == squeezed(plain_text(compose(reading.bulletin)))
    assert reading.complete


@pytest.mark.parametrize("name", NAMES)
def test_reading_what_was_said_gives_the_same_document(name: str) -> None:
    """But for the breaks of a title, which a text does not show."""
    document = compose(reading_of(name).bulletin)
    again = compose(read_text(plain_text(document)).bulletin)

    assert plain_text(again) == plain_text(document)
    assert again.blocks[1:] == document.blocks[1:]


@pytest.mark.parametrize("name", NAMES)
def test_every_printed_label_begins_a_heading_or_is_generated(name: str) -> None:
    lines = [line.strip() for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8-sig").splitlines()]
    printed = [line for line in lines if leading_label(line)]
    document = compose(reading_of(name).bulletin)
    headings = [block for block in document.blocks if isinstance(block, Heading) and block.label]
    results = reading_of(name).bulletin.results
    listed = [issue for issue in all_issues(results) if issue.measures] if results else []
    in_lists = sum(len(issue.measures) for issue in listed if _is_labelled_list(results, issue))

    assert len(headings) + in_lists == len(printed)


def _is_labelled_list(results: Results | None, issue: Issue) -> bool:
    assert results is not None
    label = issue.measures_label or results.issue_style.measures_label
    form = issue.measures_form or results.issue_style.measures_form
    return label not in (None, Label.FIRSTLY, Label.FIRST) and form is ListForm.OWN_LINE


class TestNumbersRunningOn:
    """序号贯通: block headings, numbers across sections, measures as paragraphs, two lines of signature, no title."""

    def test_style_of_the_issues(self) -> None:
        results = results_of("序号贯通")

        assert [len(section.issues) for section in results.sections] == [2, 2, 1]
        assert results.issue_style.run_on
        assert results.issue_style.measures_form is ListForm.OWN_LINE

    def test_headings_of_the_organisation_stand_alone(self) -> None:
        organisation = reading_of("序号贯通").bulletin.organisation

        assert organisation is not None
        assert organisation.items_form is Form.OWN_LINE

    def test_signature_in_two_lines_names_the_issuer(self) -> None:
        bulletin = reading_of("序号贯通").bulletin

        assert bulletin.title == "无"
        assert bulletin.issuer.signature is None
        assert bulletin.issuer.name == "中共青浦湖新区工作委员会"


class TestIssuesOnTop:
    """一级为问题: 一、 is an issue, （一） a measure; contact fields on lines of their own."""

    def test_measures_carry_the_label(self) -> None:
        results = results_of("一级为问题")

        assert [issue.problem for issue in results.issues] == [
            "工程管理不够规范",
            "河道管护责任悬空",
            "财务报销审核不严",
        ]
        assert said(results.issue_style) == {"measures_form": "分行", "measures_label": "（一）"}
        assert results.issues[2].measures[0] == "退还多报费用。退回3260元。\n补缴凭证已经入账。"

    def test_paragraphs_after_the_last_issue_are_not_its_own(self) -> None:
        bulletin = reading_of("一级为问题").bulletin

        assert bulletin.results is not None
        assert bulletin.next_steps is not None
        assert bulletin.results.issues[2].measures[-1] == "修订报销规定。"
        assert bulletin.next_steps.text.startswith("下一步，")

    def test_contact_fields_stand_on_their_own_lines(self) -> None:
        contact = reading_of("一级为问题").bulletin.contact

        assert contact is not None
        assert (contact.invitation, contact.form, len(contact.fields)) == (None, ListForm.OWN_LINE, 3)


class TestTopLayerLeftOut:
    """三层编号: （一） → 1. → （1）, joined feedback, recipients, a title of two lines."""

    def test_parts_begin_on_the_second_layer(self) -> None:
        results = results_of("三层编号")

        assert results.label is Label.HAN_BRACKETS
        assert said(results.issue_style) == {"measures_form": "分行", "measures_label": "（1）"}

    def test_team_first_with_feedback_joined(self) -> None:
        bulletin = reading_of("三层编号").bulletin
        inspection = bulletin.inspection

        assert inspection is not None
        assert inspection.feedback is not None
        assert (inspection.order, inspection.feedback.form) == (Order.TEAM_FIRST, FeedbackForm.JOINED)
        assert (inspection.wording, inspection.feedback.date) == (None, "2023-06-15")
        assert bulletin.recipients == "各基层党组织"
        assert bulletin.title == "{{ issuer.name }}\n关于区委巡察整改进展情况的通报"


class TestEnclosedNumbers:
    """合体编号: ㈠ ⑴ ① and 第一，, a range with a dash, a date in Chinese digits."""

    def test_labels(self) -> None:
        results = results_of("合体编号")

        assert results.section_label is Label.HAN_ENCLOSED
        assert (results.issue_style.label, results.issue_style.measures_label) == (Label.ENCLOSED, Label.CIRCLE)
        assert results.sections[0].issues[0].measures[1] == "落实养护责任。签订责任书14份。"

    def test_steps_and_dates(self) -> None:
        bulletin = reading_of("合体编号").bulletin

        assert bulletin.inspection is not None
        assert bulletin.inspection.period is not None
        assert bulletin.next_steps is not None
        assert bulletin.inspection.period.mark == "—"
        assert bulletin.next_steps.items_label is Label.FIRST
        assert bulletin.issue_date == "2021-12-06"


class TestPairs:
    """问题与整改: 问题1：… and 整改情况：… in pairs; name and date on one line."""

    def test_each_pair_is_an_issue(self) -> None:
        results = results_of("问题与整改")

        assert results.issue_style.label is Label.PROBLEM
        assert [issue.text for issue in results.issues] == [
            "整改情况：制定学习计划，组织学习10次。",
            "整改情况：收回资金3.2万元，批评教育1人。",
        ]

    def test_pairs_without_numbers(self) -> None:
        opening = "根据县委统一部署，县委巡察组对甲镇开展了巡察。\n"
        text = f"{opening}问题：学习不深。\n整改：学习10次。\n问题：会风不实。\n整改：精简会议。\n"
        results = read_text(text).bulletin.results

        assert results is not None
        assert said(results.issue_style) == {"label": "无", "pattern": "问题：…。"}
        assert [issue.problem for issue in results.issues] == ["学习不深", "会风不实"]


class TestWhiteSpace:
    """组名在前: a mark of byte order, CR LF, full-width indents, a tab; a round in the title."""

    def test_the_round_is_typed_and_the_title_generated(self) -> None:
        bulletin = reading_of("组名在前").bulletin

        assert bulletin.inspection is not None
        assert (bulletin.title, bulletin.inspection.round) == (None, "十二届市委第三轮")

    def test_the_label_before_the_measures_is_text(self) -> None:
        issue = results_of("组名在前").sections[0].issues[0]

        assert (issue.text, len(issue.measures)) == ("整改情况：", 3)

    def test_what_takes_long_is_a_part_of_its_own(self) -> None:
        parts = reading_of("组名在前").bulletin.other_parts

        assert [(part.heading, part.after) for part in parts] == [("需长期坚持的整改事项", Slot.RESULTS)]


class TestHeadline:
    """新闻标题: a headline, the site's name and navigation, no publication, no headings, a footer."""

    def test_page_is_set_aside(self) -> None:
        assert [line.number for line in reading_of("新闻标题").set_aside] == [1, 2, 4, 10, 11, 12, 13]

    def test_headline_is_the_title_and_nothing_is_published(self) -> None:
        bulletin = reading_of("新闻标题").bulletin

        assert bulletin.title == "{{ issuer.name }}：真改实改见成效"
        assert bulletin.publication.wording == ""
        assert bulletin.organisation is not None
        assert [item.label for item in bulletin.organisation.items] == [None, None, None]
        assert bulletin.organisation.closing.startswith("截至2022年7月")


class TestStatusLines:
    """标签行: a label line before the measures, statuses after them, the title printed twice, a list of attachments."""

    def test_statuses(self) -> None:
        issues = results_of("标签行").issues

        assert [issue.status for issue in issues] == [Status.DONE, None, Status.DONE_AND_KEPT]
        assert [issue.status_line for issue in issues] == [None, "整改进展：正在推进，预计年底前完成。", None]
        assert results_of("标签行").issue_style.status_label == "整改进展"

    def test_one_of_two_titles_is_kept_and_the_page_set_aside(self) -> None:
        reading = reading_of("标签行")

        assert [line.number for line in reading.set_aside] == [1, 2, 5]
        assert reading.bulletin.title == "{{ issuer.name }}\n关于巡察整改情况的通报"


class TestDimensionsOnTop:
    """一级为方面: 一、 is a dimension, （一） an issue; gaps in the numbers; the contact below the date."""

    def test_sections_without_a_heading_above_them(self) -> None:
        results = results_of("一级为方面")

        assert (results.heading, [section.number for section in results.sections]) == ("", [None, None, 4])
        assert results.sections[2].issues[1].number == 3

    def test_gaps_are_reported_with_their_lines(self) -> None:
        findings = reading_of("一级为方面").findings

        assert [(finding.rule, finding.where.line) for finding in findings] == [
            ("import/numbering-gap", 11),
            ("import/numbering-gap", 13),
        ]

    def test_contact_below_the_date(self) -> None:
        contact = reading_of("一级为方面").bulletin.contact

        assert contact is not None
        assert contact.after_signature
        assert [field.label for field in contact.fields] == ["联系电话", "电子邮箱"]


class TestCommasAfterNumbers:
    """顿号编号: 1、 and 1）, measures （1）…；（2）… inline, statuses in other words."""

    def test_labels_and_statuses(self) -> None:
        results = results_of("顿号编号")
        first = results.sections[0].issues[0]

        assert (results.issue_style.label, first.measures) == (
            Label.COMMA,
            ["制定学习计划；", "组织专题研讨4次；", "建立学习档案。"],
        )
        assert (first.problem, first.status, first.status_line) == ("学习不深入", Status.DONE, None)
        assert results.sections[2].issues[0].label is Label.HALF_BRACKETS


def test_a_bulletin_without_headings_is_all_there() -> None:
    bulletin = reading_of("没有标题层次").bulletin

    assert bulletin.organisation is not None
    assert bulletin.next_steps is not None
    assert bulletin.results is None
    assert bulletin.issuer.name == "石桥镇党委"
