"""Numbers of a text that are counts are said as counts; what prints nothing is not typed; what disagrees is told."""

import pytest

from bulletin_gen.composing import compose
from bulletin_gen.document import plain_text
from bulletin_gen.readers import Reading, read_text
from bulletin_gen.readers.parse.issues import draft_issue
from bulletin_gen.readers.sheet.branches import grow
from bulletin_gen.spec.model import MeasuresProgress, Progress, Results, Status, StatusForm
from source_lines import lines_of

ISSUES = (
    "（一）关于“值班不严”问题的整改情况",
    "一是重排值班表。二是每周抽查。",
    "整改落实情况：已完成整改。",
    "（二）关于“账目不清”问题的整改情况",
    "一是补记台账。二是公开收支。",
    "整改落实情况：正在整改。",
)


def read(*body: str, issues: tuple[str, ...] = ISSUES) -> Reading:
    return read_text("\n".join(("某县望河镇党委关于巡察整改情况的通报", *body, *issues)))


def results_of(reading: Reading) -> Results:
    assert reading.bulletin.results is not None
    return reading.bulletin.results


def doubts(reading: Reading) -> list[str]:
    return [finding.message for finding in reading.findings if finding.rule == "import/count"]


def test_a_progress_that_the_statuses_give_follows_them() -> None:
    said = "截至2024年5月31日，巡察反馈的2个问题中，已完成整改1个，正在整改1个，完成率50.0%。经费已到位。"
    results = results_of(reading := read("一、整改情况", said))

    assert results.progress == Progress(rate=True)
    assert results.as_of == "2024-05-31"
    assert results.text == "经费已到位。"
    assert said in plain_text(compose(reading.bulletin))


def test_a_progress_that_the_statuses_do_not_give_stays_text_and_is_told() -> None:
    reading = read("一、整改情况", "截至2024年5月31日，巡察反馈的2个问题中，已完成整改2个，其他工作正常。")

    assert results_of(reading).progress is None
    assert results_of(reading).as_of is None
    assert doubts(reading) == ["文中说已完成2个，按各问题的状态是1个"]


def test_declared_numbers_that_are_printed_together_are_placeholders() -> None:
    reading = read("一、组织领导情况", "对照反馈的1个方面、2个问题，逐条整改。", "二、整改情况")

    organisation = reading.bulletin.organisation
    assert organisation is not None
    assert organisation.text == "对照反馈的{{ counts.declared }}，逐条整改。"
    assert [count.number for count in results_of(reading).counts] == [1, 2]


def test_counts_that_print_nothing_are_not_typed() -> None:
    reading = read("一、组织领导情况", "反馈指出了3个方面的情况，涉及2个问题。", "二、整改情况")

    assert results_of(reading).counts == []


def test_a_number_of_issues_is_a_placeholder_only_where_it_is_that_of_the_list() -> None:
    reading = read("一、组织领导情况", "对照反馈的2个问题整改。此前已整改反馈的7个问题。", "二、整改情况")

    organisation = reading.bulletin.organisation
    assert organisation is not None
    assert organisation.text == "对照反馈的{{ counts.issues }}个问题整改。此前已整改反馈的7个问题。"


def test_more_declared_than_listed_is_told() -> None:
    assert doubts(read("一、整改情况", "巡察反馈了9个问题。")) == ["文中说有9个问题，读出的是2个问题"]


def test_a_status_is_typed_only_where_the_line_means_it() -> None:
    lines = {
        "已拟定办法，尚未印发。": None,
        "全部事项仍在推进。": None,
        "已部分完成。": None,
        "已启动采购，预计年底完成。": None,
        "完成率80%。": None,
        "已完成3项。": None,
        "全部整改到位。": Status.DONE,
        "已完成，并长期坚持。": Status.DONE_AND_KEPT,
        "已基本完成整改。": Status.MOSTLY_DONE,
        "尚未完成。": Status.OPEN,
    }
    for line, status in lines.items():
        (branch,) = grow(lines_of("（一）关于“值班不严”问题", "抓好整改。", f"整改落实情况：{line}")).children

        assert draft_issue(branch, frozenset()).status.status is status, line
        reading = read("一、整改情况", issues=(ISSUES[0], "抓好整改。", f"整改落实情况：{line}", *ISSUES[3:]))
        assert f"整改落实情况：{line}" in plain_text(compose(reading.bulletin))


@pytest.mark.parametrize(
    ("line", "status", "form", "end"),
    [
        ("整改落实情况：已完成整改。", Status.DONE, StatusForm.SENTENCE, "。"),
        ("整改状态：已完成", Status.DONE, StatusForm.WORD, ""),
        ("完成情况：持续推进。", Status.CONTINUING, StatusForm.WORD, "。"),
        ("进展：正在整改", Status.ONGOING, StatusForm.SENTENCE, ""),
    ],
)
def test_a_status_line_follows_its_status_in_whatever_form(
    line: str, status: Status, form: StatusForm, end: str
) -> None:
    results = results_of(read("一、整改情况", issues=(*ISSUES[:2], line, *ISSUES[3:5], line)))

    assert [(issue.status, issue.status_line) for issue in results.issues] == [(status, None)] * 2
    assert (results.issue_style.status_form, results.issue_style.status_end) == (form, end)


def test_a_status_that_prints_nothing_is_not_typed_beside_its_line() -> None:
    """Unless something counts by it."""
    line = "整改落实情况：正在推进，预计年底前完成。"
    issues = (*ISSUES[:2], line, *ISSUES[3:5], line)
    counted = "截至目前，巡察反馈的2个问题均在整改中。"

    alone = results_of(read("一、整改情况", issues=issues))
    beside = results_of(read("一、整改情况", counted, issues=issues))
    assert [(issue.status, issue.status_line) for issue in alone.issues] == [(None, line)] * 2
    assert [(issue.status, issue.status_line) for issue in beside.issues] == [(Status.ONGOING, line)] * 2


def test_a_status_in_brackets_behind_the_heading_follows_the_status() -> None:
    issues = (
        "（一）关于“甲”问题（已完成）",
        "排查。",
        "（二）关于“乙”问题（正在整改）",
        "督办。",
        "（三）关于“丙（试点）”问题",
    )
    results = results_of(read("一、整改情况", issues=issues))

    assert [(issue.problem, issue.status) for issue in results.issues] == [
        ("甲", Status.DONE),
        ("乙", Status.ONGOING),
        ("丙（试点）", None),
    ]
    assert results.issue_style.status_in_heading


def test_a_bracket_that_is_no_status_stays_in_the_heading() -> None:
    issues = ("（一）关于“甲”问题（立行立改）", "排查。", "（二）关于“乙”问题（已制定方案）", "督办。")
    results = results_of(read("一、整改情况", issues=issues))

    assert [(issue.heading, issue.status) for issue in results.issues] == [
        ("关于“甲”问题（立行立改）", None),
        ("关于“乙”问题（已制定方案）", None),
    ]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("对照反馈的2个问题整改。", "对照反馈的{{ counts.issues }}个问题整改。"),
        ("对照反馈的两个问题整改。", "对照反馈的{{ counts.issues | 汉字 }}个问题整改。"),
        ("反馈了2个突出问题。", "反馈了{{ counts.issues }}个突出问题。"),
        ("对照反馈的二个问题整改。", "对照反馈的二个问题整改。"),  # which would be said 两个
        ("此前排查出2个问题。", "此前排查出2个问题。"),
    ],
)
def test_a_number_of_issues_is_read_in_figures_and_in_words(text: str, counted: str) -> None:
    organisation = read("一、组织领导情况", text, "二、整改情况").bulletin.organisation

    assert organisation is not None
    assert organisation.text == counted


def test_the_dimensions_beside_the_issues_follow_as_well() -> None:
    text = "对照反馈的两个方面2个问题，逐项整改。"
    issues = (
        "（一）作风方面",
        ISSUES[0].replace("（一）", "1."),
        *ISSUES[1:3],
        "（二）财务方面",
        "1.关于“账目不清”问题的整改情况",
    )
    organisation = read("一、组织领导情况", text, "二、整改情况", issues=issues).bulletin.organisation

    assert organisation is not None
    assert organisation.text == "对照反馈的{{ counts.sections | 汉字 }}个方面{{ counts.issues }}个问题，逐项整改。"


def test_what_is_done_of_the_declared_issues_follows_the_statuses() -> None:
    text = "截至目前，制定的42项整改措施已完成35项；反馈的2个问题已完成1个。"

    assert results_of(read("一、整改情况", text)).text == (
        "截至目前，制定的42项整改措施已完成35项；反馈的{{ counts.issues }}个问题已完成{{ counts.done }}个。"
    )


def test_a_status_in_square_brackets_behind_the_heading_follows_the_status() -> None:
    issues = ("（一）关于“甲”问题的整改情况【已完成】", "排查。", "（二）关于“乙”问题的整改情况 【正在整改】", "督办。")
    results = results_of(reading := read("一、整改情况", issues=issues))

    assert [(issue.problem, issue.status) for issue in results.issues] == [("甲", Status.DONE), ("乙", Status.ONGOING)]
    assert (results.issue_style.status_brackets, results.issue_style.status_in_heading) == ("【】", True)
    assert "关于“甲”问题的整改情况【已完成】" in plain_text(compose(reading.bulletin))


def test_square_brackets_that_are_no_status_stay_in_the_heading() -> None:
    issues = ("（一）关于“甲”问题的整改情况【牵头单位：水务局】", "排查。")
    (issue,) = results_of(read("一、整改情况", issues=issues)).issues

    assert (issue.heading, issue.status) == ("关于“甲”问题的整改情况【牵头单位：水务局】", None)


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("已完成。", Status.DONE),
        ("已完成整改，并长期坚持。", Status.DONE_AND_KEPT),
        ("需长期整改，正在持续推进。", Status.LONG_TERM),
        ("正在整改", Status.ONGOING),
    ],
)
def test_a_line_that_is_only_a_status_follows_the_status(line: str, status: Status) -> None:
    issues = ("（一）关于“甲”问题的整改情况", "一是排查。二是督办。", line)
    results = results_of(reading := read("一、整改情况", issues=issues))

    assert (results.issues[0].status, results.issues[0].status_line) == (status, None)
    assert results.issue_style.status_alone
    assert line in plain_text(compose(reading.bulletin))


@pytest.mark.parametrize("line", ["已完成选址。", "正在推进，一是排查。", "截至5月底已完成整改。", "已部分完成。"])
def test_a_line_that_says_more_than_a_status_is_text(line: str) -> None:
    issues = ("（一）关于“甲”问题的整改情况", "一是排查。二是督办。", line)
    results = results_of(read("一、整改情况", issues=issues))

    assert results.issues[0].status is None
    assert not results.issue_style.status_alone


OPENING = (
    "根据县委统一部署，2024年3月5日至5月20日，县委第二巡察组对望河镇党委开展了巡察。"
    "6月28日，县委第二巡察组向望河镇党委反馈了巡察意见，指出了{}个问题。现将整改情况予以公布。"
)


def test_a_number_in_the_opening_that_is_a_count_follows_the_list() -> None:
    reading = read(OPENING.format("两"), "一、整改情况")

    feedback = reading.bulletin.inspection and reading.bulletin.inspection.feedback
    assert feedback
    assert feedback.action == "反馈了巡察意见，指出了{{ counts.issues | 汉字 }}个问题"
    assert (feedback.date, feedback.wording) == ("2024-06-28", None)
    assert doubts(reading) == []


def test_a_number_in_the_opening_that_the_list_does_not_have_is_told() -> None:
    reading = read(OPENING.format("四个方面十二"), "一、整改情况")

    assert doubts(reading) == ["文中说有12个问题，读出的是2个问题"]


MEASURES = "制定的42项整改措施，已完成35项，完成率83.3%，其余按时序推进。"


def test_the_progress_of_measures_is_typed_and_its_rate_follows() -> None:
    results = results_of(reading := read("一、整改情况", f"截至2024年5月底，{MEASURES}经费已到位。"))

    assert results.measures_progress == MeasuresProgress(
        total=42, done=35, pause=True, rate=True, rest="其余按时序推进"
    )
    assert (results.as_of, results.text) == ("2024年5月底", "经费已到位。")
    assert f"截至2024年5月底，{MEASURES}经费已到位。" in plain_text(compose(reading.bulletin))


def test_the_progress_of_measures_behind_that_of_the_issues_says_no_day() -> None:
    said = "截至2024年5月31日，巡察反馈的2个问题中，已完成整改1个，正在整改1个。"
    results = results_of(reading := read("一、整改情况", f"{said}制定的5项措施已全部完成。"))

    assert results.progress == Progress()
    assert results.measures_progress == MeasuresProgress(total=5, done=5, unit="项措施")
    assert f"{said}制定的5项措施已全部完成。" in plain_text(compose(reading.bulletin))


@pytest.mark.parametrize(
    "said",
    [
        "截至2024年5月底，制定的42项整改措施已完成45项。",
        "截至2024年5月底，制定的42项整改措施，已完成35项，完成率90%。",
        "截至2024年5月底，制定的42项整改措施中，立行立改的已完成35项。",
        "截至2024年5月底，制定的42项整改措施已完成35条。",
        "截至2024年5月底，涉及的42个问题已完成35个。",
    ],
)
def test_a_progress_of_measures_that_is_not_said_so_again_stays_text(said: str) -> None:
    results = results_of(read("一、整改情况", said))

    assert (results.measures_progress, results.text) == (None, said)


def test_both_numbers_of_what_is_done_and_what_is_not_follow() -> None:
    results = results_of(read("一、整改情况", "截至12月上旬，反馈的2个问题，已完成整改1个，1个正在整改。"))

    assert results.text == (
        "截至12月上旬，反馈的{{ counts.issues }}个问题，已完成整改{{ counts.done }}个，{{ counts.ongoing }}个正在整改。"
    )


def test_measures_that_a_line_begins_with_are_counted_each() -> None:
    issues = ("（一）关于“甲”问题的整改情况", "①学习12次。②交流。", "整改情况：已完成整改。")
    (issue,) = results_of(read("一、整改情况", issues=issues)).issues

    assert (issue.measures, issue.status) == (["学习12次。", "交流。"], Status.DONE)


def test_a_line_with_one_label_is_one_measure() -> None:
    issues = ("（一）关于“甲”问题的整改情况", "①学习12次，见附件②。")
    (issue,) = results_of(read("一、整改情况", issues=issues)).issues

    assert issue.measures == ["学习12次，见附件②。"]


def test_a_progress_that_counts_behind_the_word_follows() -> None:
    said = "共反馈问题2个，已完成1个，其余1个正在推进，完成率50.0%。"
    results = results_of(read("一、整改情况", said))

    assert results.text == (
        "共反馈问题{{ counts.issues }}个，已完成{{ counts.done }}个，其余{{ counts.ongoing }}个正在推进，"
        "完成率{{ counts.rate }}。"
    )


def test_a_progress_that_counts_otherwise_is_told() -> None:
    reading = read("一、整改情况", "共反馈问题2个，已完成两个。")

    assert results_of(reading).text == "共反馈问题{{ counts.issues }}个，已完成两个。"
    assert doubts(reading) == ["文中说已完成2个，按各问题的状态是1个"]
