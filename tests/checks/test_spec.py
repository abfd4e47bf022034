"""What contradicts itself in a bulletin as typed, and what only looks as if it did."""

from typing import Any

import pytest

from bulletin_gen.checks.table import check_spec
from bulletin_gen.finding import Finding, Severity
from bulletin_gen.spec.load import load_spec
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.spec import Spec

Fields = dict[str, Any]
ISSUER = {"name": "中共柳塘县沙湾镇委员会", "short_name": "沙湾镇党委"}
INSPECTION: Fields = {
    "deployed_by": "县委",
    "team": "县委第三巡察组",
    "period": {"start": "2025-03-03", "end": "2025-04-30"},
    "feedback": {"date": "2025-05-28"},
}
ONE = [{"problem": "台账不全", "text": "已补齐。", "status": "已完成"}]


def findings(**fields: Any) -> list[Finding]:
    base: Fields = {"issuer": ISSUER, "inspection": INSPECTION, "results": {"issues": ONE}}
    return check_spec(Spec(Bulletin.model_validate({**base, **fields})))


def told(**fields: Any) -> list[tuple[str, str]]:
    """Rule and path of each contradiction."""
    found = [(finding.rule, finding.where.path) for finding in findings(**fields)]
    return [(rule, path) for rule, path in found if rule != "spec/idle-field"]


def told_of_issues(*issues: Fields, **results: Any) -> list[tuple[str, str]]:
    return told(results={"issues": list(issues), **results})


def inspected(**fields: Any) -> Fields:
    return {"inspection": {**INSPECTION, **fields}}


def test_a_bulletin_in_order_is_let_pass() -> None:
    results = {"as_of": "2025-11-20", "progress": {}, "issues": ONE, "counts": ["1个问题", "9项措施"]}

    assert told(results=results, issue_date="2025-11-20") == []


class TestDates:
    @pytest.mark.parametrize(
        ("fields", "path"),
        [
            (inspected(period={"start": "2025-05-20", "end": "2025-03-05"}, feedback=None), "inspection.period.end"),
            (inspected(feedback={"date": "2025-04-01"}), "inspection.feedback.date"),
            (inspected(feedback={"date": "2025年4月30日"}), "inspection.feedback.date"),
            (inspected(period={"start": "2025-06-01"}), "inspection.feedback.date"),
            (
                {"results": {"as_of": "2025-05", "progress": {}, "issues": ONE}, "issue_date": "2025-04-30"},
                "issue_date",
            ),
            ({"issue_date": "2024年"}, "issue_date"),
            (inspected(feedback={"date": "2026-05-28"}) | {"issue_date": "2025-12-01"}, "issue_date"),
            (
                {"form": "issued", "issue_date": "2025-12-01", "colophon": {"printing_date": "2025-11-30"}},
                "colophon.printing_date",
            ),
            ({"stage": "draft", "version_date": "2025-12-02", "issue_date": "2025-12-01"}, "issue_date"),
        ],
    )
    def test_one_before_what_must_come_first_is_told(self, fields: Fields, path: str) -> None:
        assert told(**fields) == [("spec/dates", path)]

    @pytest.mark.parametrize(
        "fields",
        [
            inspected(period={"start": "2025-03-03", "end": "3月3日"}),
            inspected(period={"start": "2025年8月下旬", "end": "10月底"}, feedback={"date": "12月中旬"}),
            inspected(feedback={"date": "1月5日"}),
            inspected(feedback={"date": "2025-05"}) | {"issue_date": "2025-05-02"},
            {"issue_date": "2025年"},
        ],
    )
    def test_what_may_be_in_order_is_let_pass(self, fields: Fields) -> None:
        assert told(**fields) == []

    def test_an_inspection_of_another_kind_is_called_so(self) -> None:
        fields = inspected(kind="巡视", team="省委巡视组", feedback={"date": "2025-04-01"})

        assert "早于巡视结束日期（2025年4月30日）" in findings(**fields)[0].message

    def test_both_dates_are_named(self) -> None:
        (finding,) = findings(**inspected(feedback={"date": "2025-04-01"}))

        assert str(finding) == (
            "警告：inspection.feedback.date：反馈日期（2025年4月1日）早于巡察结束日期（2025年4月30日）；"
            "请核对“inspection.period.end（结束日期）”、“inspection.feedback.date（日期）”"
        )

    def test_a_date_with_a_word_too_many_is_compared_as_well(self) -> None:
        found = told(results={"as_of": "截至2025年12月20日", "progress": {}, "issues": ONE}, issue_date="2025-12-01")

        assert found == [("spec/doubled", "results.as_of"), ("spec/dates", "issue_date")]

    def test_a_number_of_another_year_is_told(self) -> None:
        head = {"document_number": "沙党发〔2024〕9号"}

        assert told(form="issued", head=head, issue_date="2025-12-01") == [("spec/number-year", "head.document_number")]
        assert told(form="issued", head=head, issue_date="2024-12-31", **inspected(period=None, feedback=None)) == []


class TestFinal:
    def test_an_issued_one_has_its_date_and_number(self) -> None:
        assert told(form="issued", stage="final") == [
            ("spec/final-date", "issue_date"),
            ("spec/final-number", "head.document_number"),
        ]

    def test_a_published_one_and_a_draft_may_do_without(self) -> None:
        assert told(stage="final") == told(form="issued", stage="draft") == []

    @pytest.mark.parametrize(
        ("stage", "severity"),
        [("final", Severity.ERROR), ("draft", Severity.WARNING), (None, Severity.WARNING)],
    )
    def test_a_contradiction_is_an_error_there_and_a_warning_before(
        self, stage: str | None, severity: Severity
    ) -> None:
        (finding,) = findings(stage=stage, issue_date="2024-01-01")

        assert finding.severity is severity


class TestCounts:
    @pytest.mark.parametrize("declared", ["5个问题", "2项具体问题", "4个方面"])
    def test_a_declared_number_that_is_not_listed_is_told(self, declared: str) -> None:
        section = {"heading": "作风建设方面", "issues": ONE}

        assert told(results={"sections": [section], "counts": [declared]}) == [("spec/counts", "results.counts[0]")]

    @pytest.mark.parametrize(
        "declared", ["1个问题", "2项具体问题", "3个问题", "3个立行立改问题", "20项整改措施", "4个方面"]
    )
    def test_each_way_to_count_and_what_cannot_be_counted_pass(self, declared: str) -> None:
        issue = {"problem": "甲", "sub_issues": [{"problem": "乙"}, {"problem": "丙"}]}

        assert told_of_issues(issue, counts=[declared]) == []

    def test_a_sentence_of_the_author_s_own_may_explain_it(self) -> None:
        wording = "反馈的{{ counts.declared }}，现公布其中1个。"

        assert told_of_issues(*ONE, counts=["9个问题"], progress={"wording": wording}) == []


class TestStatus:
    def test_one_done_above_one_that_is_not_is_told_at_any_depth(self) -> None:
        deep = {"problem": "丙", "status": "正在整改"}
        issue = {
            "problem": "甲",
            "status": "已完成",
            "sub_issues": [{"problem": "乙", "sub_issues": [deep]}, {"problem": "丁", "status": "已完成"}],
        }

        assert told_of_issues(issue) == [("spec/status-below", "results.issues[0].status")]
        assert told_of_issues({**issue, "status": "正在整改"}) == []

    @pytest.mark.parametrize(
        ("status", "field", "text"),
        [
            ("已完成", "text", "路面已经修好，竣工结算尚未完成。"),
            ("已完成并长期坚持", "closing", "其余2处仍待协调解决。"),
            ("已完成", "status_line", "整改情况：正在整改。"),
            ("尚未完成", "status_line", "整改情况：已完成整改。"),
        ],
    )
    def test_a_text_that_denies_it_is_told(self, status: str, field: str, text: str) -> None:
        issue = {"problem": "甲", "status": status, field: text}

        assert told_of_issues(issue) == [("spec/status-text", f"results.issues[0].{field}")]

    @pytest.mark.parametrize(
        ("status", "text"),
        [
            ("已完成", "对尚未完成的事项逐项督办，全部办结。"),
            ("已完成", "巡察时2处尚未完成，现已全部建成。"),
            ("正在整改", "竣工结算尚未完成。"),
            ("基本完成", "其余2处仍待协调解决。"),
            ("正在整改", "第一批已整改到位。"),
            ("已完成", "对学习有待加强的人员开展谈话。"),
        ],
    )
    def test_what_is_not_certain_passes(self, status: str, text: str) -> None:
        assert told_of_issues({"problem": "甲", "status": status, "text": text}) == []

    @pytest.mark.parametrize("field", ["text", "closing"])
    @pytest.mark.parametrize("number", ["2", "{{ counts.issues }}"])
    def test_that_all_are_done_is_told_where_one_is_not(self, field: str, number: str) -> None:
        said = {field: f"截至目前，反馈的{number}个问题已全部完成整改。"}
        part = {"problem": "乙", "sub_issues": [{"problem": "丙", "status": "尚未完成"}]}

        assert told_of_issues(*ONE, part, **said) == [("spec/all-done", f"results.{field}")]
        assert told_of_issues(*ONE, {"problem": "乙", "status": "已完成"}, **said) == []

    def test_that_some_are_done_passes(self) -> None:
        text = "立行立改的3个问题已全部完成整改。"

        assert told_of_issues(*ONE, {"problem": "乙", "status": "正在整改"}, text=text) == []


def test_a_team_of_another_kind_is_told() -> None:
    assert told(**inspected(kind="巡视")) == [("spec/team-kind", "inspection.team")]
    assert told(**inspected(team="省委第一巡视组")) == [("spec/team-kind", "inspection.team")]
    assert told(**inspected(kind="巡视", team="省委第一巡视组")) == []


class TestSameIssue:
    def test_a_problem_listed_twice_is_told_with_the_place_of_the_first(self) -> None:
        text = """\
issuer: {name: 中共柳塘县沙湾镇委员会}
opening: 无
results:
  sections:
    - {heading: 甲方面, issues: [{problem: 台账不全}]}
    - heading: 乙方面
      issues:
        - problem: 台账，不全
"""
        (finding,) = check_spec(load_spec(text, "通报.yaml"))

        assert str(finding).startswith(
            "警告：通报.yaml:8:11 results.sections[1].issues[0]：“台账，不全”与第5行的问题相同"
        )

    def test_equal_sub_issues_are_told_below_one_issue_only(self) -> None:
        sub = {"problem": "记录不全"}

        assert told_of_issues({"problem": "甲", "sub_issues": [sub, sub]}) == [
            ("spec/same-issue", "results.issues[0].sub_issues[1]")
        ]
        assert told_of_issues({"problem": "甲", "sub_issues": [sub]}, {"problem": "乙", "sub_issues": [sub]}) == []

    def test_those_still_to_be_filled_in_pass(self) -> None:
        assert told_of_issues({"problem": "【待补】"}, {"problem": "【待补】"}) == []
