"""What a spec says: each case is a few fields and the lines they give."""

from typing import Any

import pytest

from blocks import Heading, Paragraph, Signature, Title
from bulletin_gen import document
from bulletin_gen.composing import compose
from bulletin_gen.composing.counts import percentage
from bulletin_gen.document import plain_text
from bulletin_gen.errors import SpecError
from bulletin_gen.spec.model import Bulletin

ISSUER = {"name": "中共南屏县青溪镇委员会", "short_name": "青溪镇党委"}
INSPECTION = {
    "deployed_by": "县委",
    "team": "县委第二巡察组",
    "period": {"start": "2024-03-05", "end": "2024-05-20"},
}


def spec(**fields: Any) -> Bulletin:
    base: dict[str, Any] = {"issuer": ISSUER, "title": "无", "opening": "无", "organisation": "正文。"}
    return Bulletin.model_validate({**base, **fields})


def said(**fields: Any) -> list[str]:
    """The lines of the body: without title and opening unless asked for, without the signature."""
    issuer = {**ISSUER, "signature": []}
    return plain_text(compose(spec(**{"issuer": issuer, **fields}))).splitlines()


def opening(inspection: dict[str, Any], **fields: Any) -> str:
    return said(opening=None, inspection={**INSPECTION, **inspection}, **fields)[0]


def results(**fields: Any) -> list[str]:
    return said(organisation=None, results=fields)


ISSUES = [
    {"problem": "甲", "measures": ["一。", "二。"], "status": "已完成"},
    {"problem": "乙", "sub_issues": [{"problem": "丙", "text": "。", "status": "持续推进"}]},
    {"problem": "丁", "status": "已完成并长期坚持"},
]


class TestTitle:
    def test_is_made_of_issuer_matter_and_kind(self) -> None:
        document = compose(spec(title=None, opening=None, inspection=INSPECTION))

        assert document.blocks[0] == Title(("中共南屏县青溪镇委员会关于巡察整改情况的通报",))

    def test_names_the_round(self) -> None:
        inspection = {**INSPECTION, "round": "十届县委第四轮"}
        publication = {"subject": "巡察集中整改进展情况"}
        document = compose(spec(title=None, opening=None, inspection=inspection, publication=publication))

        assert document.properties.title == "中共南屏县青溪镇委员会关于十届县委第四轮巡察集中整改进展情况的通报"

    def test_names_the_inspection_after_the_round_when_the_matter_does_not(self) -> None:
        inspection = {**INSPECTION, "round": "十届县委第四轮"}
        document = compose(
            spec(title=None, opening=None, inspection=inspection, publication={"subject": "整改落实情况"})
        )

        assert document.properties.title == "中共南屏县青溪镇委员会关于十届县委第四轮巡察整改落实情况的通报"

    def test_keeps_the_author_s_breaks(self) -> None:
        assert compose(spec(title="青溪镇党委\n关于巡察整改情况的通报")).blocks[0] == Title(
            ("青溪镇党委", "关于巡察整改情况的通报")
        )


class TestOpening:
    def test_tells_period_team_and_body(self) -> None:
        assert opening({}) == (
            "根据县委统一部署，2024年3月5日至5月20日，县委第二巡察组对青溪镇党委开展了巡察。"
            "按照巡察工作有关要求，现将巡察整改情况予以公布。"
        )

    def test_can_name_the_team_first_and_join_the_feedback(self) -> None:
        told = opening(
            {"order": "组名在前", "type": "专项", "feedback": {"date": "2024-07-15", "form": "并入上句"}},
            publication={"grounds": "", "verb": "报告如下", "end": "："},
        )

        assert told == (
            "根据县委统一部署，县委第二巡察组于2024年3月5日至5月20日对青溪镇党委开展了专项巡察，"
            "并于7月15日反馈了巡察意见。现将巡察整改情况报告如下："
        )

    def test_gives_the_feedback_a_sentence_of_its_own(self) -> None:
        told = opening({"team_short": "县委巡察组", "feedback": {"date": "2025-01-08"}, "look_back": "是"})

        assert "开展了巡察“回头看”。2025年1月8日，县委巡察组向青溪镇党委反馈了巡察意见。" in told

    def test_may_start_paragraphs_of_their_own(self) -> None:
        told = said(
            opening=None,
            inspection={**INSPECTION, "feedback": {"date": "2024-07-15", "own_paragraph": "是"}},
            publication={"own_paragraph": "是"},
        )

        assert [line[:6] for line in told[:3]] == ["根据县委统一", "7月15日，", "按照巡察工作"]

    def test_introduces_the_short_name_once(self) -> None:
        issuer = {**ISSUER, "signature": [], "introduce_short_name": "是"}
        told = opening({"feedback": {"date": "2024-07-15"}}, issuer=issuer)

        assert "对中共南屏县青溪镇委员会（以下简称“青溪镇党委”）开展了巡察。" in told
        assert "向青溪镇党委反馈了巡察意见。" in told

    def test_speaks_of_a_vague_period_as_the_author_does(self) -> None:
        assert "部署，8月下旬至9月底，县委" in opening({"period": {"start": "8月下旬", "end": "9月底"}})

    def test_does_without_team_or_period(self) -> None:
        assert opening({"team": "", "period": None}).startswith("根据县委统一部署，青溪镇党委接受了巡察。")

    def test_does_without_a_team(self) -> None:
        period = "根据县委统一部署，2024年3月5日至5月20日，"

        assert opening({"team": "", "type": "常规"}).startswith(f"{period}青溪镇党委接受了常规巡察。按照")

    def test_says_who_was_told_where_nobody_is_said_to_have_told(self) -> None:
        feedback = {"date": "2024-06-28"}
        joined = {**feedback, "form": "并入上句"}

        assert "。6月28日，青溪镇党委收到了巡察反馈意见。" in opening({"team": "", "feedback": feedback})
        assert "接受了巡察，并于6月28日收到了巡察反馈意见。" in opening({"team": "", "feedback": joined})
        assert "。6月28日，县委巡察办向青溪镇党委反馈了" in opening(
            {"team": "", "feedback": {**feedback, "by": "县委巡察办"}}
        )

    def test_takes_the_team_out_of_the_author_s_deployment(self) -> None:
        told = opening({"team": "", "deployment": "经县委批准，县委第二巡察组", "period": None})

        assert told.startswith("经县委批准，县委第二巡察组，对青溪镇党委开展了巡察。")

    def test_of_a_report_tells_those_above_instead_of_the_public(self) -> None:
        told = opening({}, kind="报告", contact={"fields": {"联系电话": "1234"}})

        assert told.endswith("按照巡察工作有关要求，现将巡察整改情况报告如下：")
        assert said(kind="报告", contact={"fields": {"联系电话": "1234"}})[-1] == "联系电话：1234。"

    def test_of_a_report_keeps_the_author_s_verb(self) -> None:
        assert opening({}, kind="报告", publication={"verb": "汇报如下"}).endswith("现将巡察整改情况汇报如下。")

    def test_refuses_a_kind_that_is_a_slip(self) -> None:
        with pytest.raises(SpecError, match="“巡查” 不是可用的值；是不是 巡察？"):
            opening({"kind": "巡查"})

    def test_takes_the_author_s_own_sentences(self) -> None:
        told = opening(
            {"wording": "县委巡察了我镇。", "feedback": {"wording": "意见已反馈。"}},
            publication={"wording": "特公布如下："},
        )

        assert told == "县委巡察了我镇。意见已反馈。特公布如下："


class TestNumbering:
    def test_parts_sections_and_issues_take_the_layers_in_order(self) -> None:
        assert results(
            heading="整改情况",
            sections=[{"heading": "党的建设方面", "issues": [{"problem": "学习不深", "measures": ["甲。", "乙。"]}]}],
        ) == [
            "一、整改情况",
            "（一）党的建设方面",
            "1.关于“学习不深”问题的整改情况",
            "一是甲。二是乙。",
        ]

    def test_issues_move_up_when_results_have_no_heading(self) -> None:
        told = results(issues=[{"problem": "甲"}, {"problem": "乙", "sub_issues": [{"problem": "丙", "text": "丁。"}]}])

        assert told == ["一、关于“甲”问题的整改情况", "二、关于“乙”问题的整改情况", "（一）关于“丙”问题。丁。"]

    def test_third_layer_starts_again_in_each_section(self) -> None:
        sections = [{"heading": name, "issues": [{"problem": "问"}]} for name in "甲乙"]

        assert [line[:2] for line in results(heading="整", sections=sections)][2::2] == ["1.", "1."]

    def test_third_layer_may_run_on_across_sections(self) -> None:
        sections = [{"heading": name, "issues": [{"problem": "问"}]} for name in "甲乙"]
        told = results(heading="整", sections=sections, issue_style={"run_on": "是"})

        assert [line[:2] for line in told][2::2] == ["1.", "2."]

    def test_sub_issues_may_skip_a_layer(self) -> None:
        told = results(
            heading="整",
            sections=[
                {"heading": "甲", "issues": [{"problem": "乙", "sub_issues": [{"problem": "丙", "text": "丁。"}]}]}
            ],
            sub_issue_style={"label": "①", "pattern": "对“…”等问题的整改情况："},
        )

        assert told[-1] == "①对“丙”等问题的整改情况：丁。"

    def test_issues_without_sections_may_skip_a_layer(self) -> None:
        assert results(heading="整", issues=[{"problem": "甲"}], issue_style={"label": "1."})[1].startswith("1.关于")

    def test_free_parts_are_counted_where_they_stand(self) -> None:
        part = {"heading": "工作成效", "text": "好。"}
        told = said(
            organisation={"heading": "组织"},
            results={"heading": "整改", "issues": [{"heading": "问"}]},
            other_parts=[{**part, "after": "organisation"}, {**part, "heading": "长期"}],
            next_steps={"heading": "下一步"},
        )

        assert [line for line in told if "、" in line] == [
            "一、组织",
            "二、工作成效",
            "三、整改",
            "四、长期",
            "五、下一步",
        ]

    def test_author_s_own_number_is_taken_and_counted_on(self) -> None:
        told = results(heading="整", issues=[{"heading": "甲"}, {"heading": "乙", "number": "5"}, {"heading": "丙"}])

        assert told[1:] == ["（一）甲", "（五）乙", "（六）丙"]

    def test_more_than_five_layers_are_refused(self) -> None:
        deep: dict[str, Any] = {"heading": "底"}
        for _ in range(6):
            deep = {"heading": "层", "items": [deep]}

        with pytest.raises(SpecError, match="层次太深"):
            said(organisation=deep)

    def test_circled_numbers_beyond_fifty_are_refused(self) -> None:
        with pytest.raises(SpecError, match="编号“①”排不到第51个"):
            results(issues=[{"heading": "问"}] * 51, issue_style={"label": "①"})


class TestParts:
    def test_heading_runs_in_with_a_full_stop(self) -> None:
        document = compose(spec(organisation={"heading": "组织", "items": [{"heading": "加强领导", "text": "甲。"}]}))

        assert document.blocks[1] == Heading(2, 1, "（一）", "加强领导。", "甲。")

    def test_heading_may_stand_alone(self) -> None:
        told = said(organisation={"items_form": "分行", "items": [{"heading": "加强领导", "text": ["甲。", "乙。"]}]})

        assert told == ["一、加强领导", "甲。", "乙。"]

    def test_plain_items_are_told_with_yi_shi(self) -> None:
        assert compose(spec(organisation={"items": ["甲。", "乙。"]})).blocks[:2] == (
            Paragraph("甲。", "一是"),
            Paragraph("乙。", "二是"),
        )

    def test_items_may_be_plain_paragraphs(self) -> None:
        assert said(organisation={"items_label": "无", "items": ["甲。", "乙。"]}) == ["甲。", "乙。"]

    def test_items_without_heading_may_be_numbered(self) -> None:
        assert said(organisation={"heading": "组", "items_label": "（一）", "items": ["甲。"]})[1] == "（一）甲。"


class TestIssues:
    def test_measures_may_be_paragraphs(self) -> None:
        told = results(
            issues=[{"problem": "甲", "text": "引言。", "measures": ["乙。", "丙。"], "measures_form": "分行"}]
        )

        assert told[1:] == ["引言。", "一是乙。", "二是丙。"]

    def test_text_and_measures_have_their_stops(self) -> None:
        issue = {"problem": "甲", "text": "针对这一问题", "measures": ["学“两山”", "称“好。”"]}

        assert results(issues=[issue])[1:] == ["针对这一问题，一是学“两山”。二是称“好。”"]

    def test_measures_in_one_paragraph_follow_the_text(self) -> None:
        assert results(issues=[{"problem": "甲", "text": "引言。", "measures": ["乙", "丙。"]}])[1:] == [
            "引言。一是乙。二是丙。"
        ]

    @pytest.mark.parametrize(
        ("pattern", "heading"),
        [
            ("关于“…”的整改情况", "关于“学用‘两张皮’”的整改情况"),
            ("…方面", "学用“两张皮”方面"),
            ("…", "学用“两张皮”"),
            ("针对“…”问题", "针对“学用‘两张皮’”问题"),
        ],
    )
    def test_heading_follows_the_pattern(self, pattern: str, heading: str) -> None:
        told = results(issues=[{"problem": "学用“两张皮”"}], issue_style={"pattern": pattern})

        assert told == [f"一、{heading}"]

    def test_status_line_is_told_when_it_has_a_label(self) -> None:
        issues = [{"problem": "甲", "text": "乙。", "status": "已完成并长期坚持"}]
        told = results(issues=issues, issue_style={"status_label": "整改落实情况"})

        assert told[-1] == "整改落实情况：已完成整改，并长期坚持。"

    def test_status_may_be_said_in_its_own_word(self) -> None:
        issues = [{"problem": "甲", "status": "持续推进"}]
        style = {"status_label": "整改状态", "status_form": "原词", "status_end": ""}

        assert results(issues=issues, issue_style=style)[-1] == "整改状态：持续推进"

    def test_status_may_stand_behind_the_heading(self) -> None:
        issues = [{"problem": "甲", "text": "乙。", "status": "已完成"}, {"problem": "丙"}]

        assert results(issues=issues, issue_style={"status_in_heading": "是"}) == [
            "一、关于“甲”问题的整改情况（已完成整改）",
            "乙。",
            "二、关于“丙”问题的整改情况",
        ]

    def test_the_brackets_behind_the_heading_may_be_square(self) -> None:
        issues = [{"problem": "甲", "text": "乙。", "status": "已完成"}]
        style = {"status_in_heading": "是", "status_brackets": "【】", "status_form": "原词"}

        assert results(issues=issues, issue_style=style)[0] == "一、关于“甲”问题的整改情况【已完成】"

    def test_a_status_may_stand_alone_on_its_line(self) -> None:
        issues = [{"problem": "甲", "text": "乙。", "status": "已完成"}, {"problem": "丙"}]

        assert results(issues=issues, issue_style={"status_alone": "是"}) == [
            "一、关于“甲”问题的整改情况",
            "乙。",
            "已完成整改。",
            "二、关于“丙”问题的整改情况",
        ]

    def test_the_progress_of_measures_is_told_with_its_day(self) -> None:
        measures = {"total": 42, "done": 35, "rate": True, "rest": "其余按时序推进"}
        issues = [{"problem": "甲", "text": "乙。"}]
        told = results(heading="整改情况", as_of="2025-05-31", measures_progress=measures, issues=issues)

        assert told[1] == "截至2025年5月31日，制定的42项整改措施已完成35项，完成率83.3%，其余按时序推进。"

    def test_measures_all_of_which_are_done_are_told_so(self) -> None:
        measures = {"total": 5, "done": 5, "unit": "条措施", "made": "提出的", "pause": True}
        told = results(heading="整改情况", measures_progress=measures, issues=[{"problem": "甲", "text": "乙。"}])

        assert told[1] == "截至目前，提出的5条措施，已全部完成。"

    def test_every_status_has_its_words(self) -> None:
        from bulletin_gen.spec.model import Status

        issues = [{"problem": "甲", "status": status.value} for status in Status]
        told = results(issues=issues, issue_style={"status_label": "情况："})[1::2]

        assert len({line.removeprefix("情况：").rstrip("。") for line in told} - {""}) == len(Status)


class TestCounts:
    def test_progress_is_counted(self) -> None:
        told = results(as_of="2024-12-31", progress={"rate": "是"}, text="具体如下：", issues=ISSUES)

        assert told[0] == (
            "截至2024年12月31日，巡察反馈的3个问题中，已完成整改2个，正在整改1个，完成率66.7%。具体如下："
        )

    @pytest.mark.parametrize(
        ("statuses", "told"),
        [
            (["已完成"], "1个问题已完成整改"),
            (["正在整改"], "1个问题正在整改"),
            (["长期整改"], "1个问题需长期整改"),
            (["已完成", "已完成并长期坚持"], "2个问题已全部完成整改"),
            (["正在整改", "持续推进"], "2个问题均在整改中"),
            (["尚未完成", "尚未完成"], "2个问题均尚未完成整改"),
            (["基本完成", "尚未完成"], "2个问题中，基本完成整改1个，尚未完成整改1个"),
            (["长期整改", "已完成", "正在整改"], "3个问题中，已完成整改1个，正在整改1个，需长期整改1个"),
        ],
    )
    def test_progress_says_each_status_for_what_it_is(self, statuses: list[str], told: str) -> None:
        issues = [{"problem": f"第{number}", "status": status} for number, status in enumerate(statuses)]

        assert results(progress={}, issues=issues)[0] == f"截至目前，巡察反馈的{told}。"

    def test_progress_needs_every_status(self) -> None:
        with pytest.raises(SpecError, match="有1个问题没有填写“status（状态）”，无法统计完成情况：“台账不全”"):
            results(progress={}, issues=[*ISSUES, {"problem": "台账不全"}])

    def test_progress_needs_an_issue(self) -> None:
        with pytest.raises(SpecError, match="没有列出问题，无法统计完成情况"):
            results(progress={}, sections=[{"heading": "党建方面", "text": "甲。"}])

    def test_two_of_something_are_told_as_a_clerk_does(self) -> None:
        issues = [{"heading": "甲"}, {"heading": "乙"}]
        told = results(text="{{ counts.issues | 汉字 }}个问题，第{{ counts.issues }}。", issues=issues)

        assert told[0] == "两个问题，第2。"

    def test_texts_may_name_the_counts(self) -> None:
        told = said(
            organisation="{{ counts.declared }}，{{counts.issues|汉字}}个问题，{{ counts.sub_issues }}个表现，"
            "{{ counts.measures }}条措施，完成{{ counts.done }}个，在办{{ counts.ongoing }}个，{{ counts.rate }}。",
            results={"heading": "整", "counts": ["2个方面", {"number": "3", "unit": "个问题"}], "issues": ISSUES},
        )

        assert told[0] == "2个方面、3个问题，三个问题，1个表现，2条措施，完成2个，在办1个，66.7%。"

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("{{ counts.isues }}", "counts.isues 不是可用的名称；是不是 counts.issues？"),
            ("{{ 'a' * 10**10 }}", "里只能写一个名称，不能写算式"),
            ("{{ counts.__class__ }}", "counts.__class__ 不是可用的名称"),
            ("{{ counts.issues", "“{{”和“}}”没有配对"),
            ("{{ counts.issues | upper }}", "“| upper”不可用"),
            ("{{ counts.done }}", "“{{ counts.done }}”无法统计；请先给每个问题填写“status（状态）”"),
        ],
    )
    def test_anything_else_between_braces_is_refused(self, text: str, message: str) -> None:
        with pytest.raises(SpecError) as caught:
            said(organisation=text)

        assert message in str(caught.value)

    def test_every_faulty_placeholder_is_told(self) -> None:
        with pytest.raises(SpecError) as caught:
            said(organisation={"text": "{{ a }}", "closing": "{{ b }}"})

        assert len(caught.value.problems) == 2

    def test_sub_issues_have_their_own_tally(self) -> None:
        subs = [{"problem": "乙", "status": "已完成"}, {"problem": "丙", "status": "正在整改"}]
        told = said(
            organisation="{{ counts.sub_done }}、{{ counts.sub_ongoing }}、{{ counts.sub_rate }}、{{ counts.done }}",
            results={"issues": [{"problem": "甲", "sub_issues": subs}]},
        )

        assert told[0] == "1、1、50.0%、0"

    def test_statements_are_plain_text(self) -> None:
        assert said(organisation="{% for x in y %}") == ["{% for x in y %}"]


class TestClosing:
    def test_contact_is_one_sentence(self) -> None:
        told = said(contact={"fields": {"联系电话": "0719-6620000", "电子邮箱": "a@example.com"}})

        assert told[-1] == (
            "欢迎广大干部群众对巡察整改落实情况进行监督。如有意见建议，请及时向我们反映。"
            "联系电话：0719-6620000；电子邮箱：a@example.com。"
        )

    def test_contact_may_take_a_line_each(self) -> None:
        told = said(contact={"invitation": "请监督。", "form": "分行", "fields": {"电话": "12345", "传真": "67890"}})

        assert told[1:] == ["请监督。", "电话：12345", "传真：67890"]

    def test_signature_is_the_full_name_and_the_date(self) -> None:
        assert compose(spec(issue_date="2024-11-13")).blocks[-1] == Signature(
            ("中共南屏县青溪镇委员会",), "2024年11月13日"
        )

    def test_signature_may_take_several_lines_or_be_absent(self) -> None:
        lines = ["中共南屏县委", "青溪镇委员会"]

        assert compose(spec(issuer={**ISSUER, "signature": lines})).blocks[-1] == Signature(tuple(lines), "")
        assert not isinstance(compose(spec(issuer={**ISSUER, "signature": []})).blocks[-1], document.Signature)

    def test_recipients_end_in_one_colon(self) -> None:
        assert said(recipients="各村党支部:")[0] == said(recipients="各村党支部")[0] == "各村党支部："


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(0, 3, "0%"), (3, 3, "100%"), (2, 3, "66.7%"), (1999, 2000, "99.9%"), (1, 3000, "0.1%"), (1, 16, "6.3%")],
)
def test_a_share_is_never_rounded_to_all_or_nothing(part: int, whole: int, said: str) -> None:
    assert percentage(part, whole) == said
