"""What a ledger that an office goes on keeping brings into the bulletin that was made of it."""

import difflib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from bulletin_gen import Spec, dump_spec, load_spec, update_spec
from bulletin_gen.readers.ledger import read_ledger
from bulletin_gen.review.news.value import Change, Kind, Updated
from ledgers import Problem, merged_ledger, problems, sheet_of, two_row_ledger

BEFORE = problems(8)
HEAD = ["序号", "问题", "整改措施", "完成时限", "整改状态"]


def spec_of(ledger: bytes) -> Spec:
    """The file that was made of a ledger, with remarks that its author put in."""
    text = dump_spec(read_ledger(ledger).spec)
    text = text.replace("问题: 理论学习不够深入", "问题: 理论学习不够深入   # 核对过")
    return load_spec(f"# 我的说明\n\n{text}", "通报.yaml")


def updated(after: Sequence[Problem], before: Sequence[Problem] = BEFORE) -> tuple[Spec, Updated]:
    spec = spec_of(merged_ledger(before))
    return spec, update_spec(spec, read_ledger(merged_ledger(after)))


def lines_changed(spec: Spec, news: Updated) -> list[str]:
    """The lines that go (-) and come (+)."""
    diff = difflib.ndiff(spec.places.source.splitlines(), news.text.splitlines())
    return [f"{line[0]} {line[2:].strip()}" for line in diff if line[0] in "+-"]


def with_first(**changes: object) -> list[Problem]:
    return [replace(BEFORE[0], **changes), *BEFORE[1:]]  # type: ignore[arg-type]


def test_the_same_ledger_brings_nothing() -> None:
    spec, news = updated(BEFORE)

    assert (news.is_changed, news.changes, news.text) == (False, (), spec.places.source)


def test_a_field_changes_in_its_line_and_is_told_with_its_row() -> None:
    spec, news = updated(with_first(status="未完成", deadline=date(2025, 6, 30), unit="监督科"))
    name = "理论学习不够深入"

    assert news.changes == (
        Change(Kind.CHANGED, 4, name, "状态", "已完成", "尚未完成"),
        Change(Kind.CHANGED, 4, name, "责任单位", "办公室", "监督科"),
        Change(Kind.CHANGED, 4, name, "完成时限", "2024-01-01", "2025-06-30"),
    )
    assert set(lines_changed(spec, news)) == {
        "+ 完成时限: 2025-06-30",
        "+ 责任单位: 监督科",
        "+ 状态: 尚未完成",
        "- 完成时限: 2024-01-01",
        "- 责任单位: 办公室",
        "- 状态: 已完成",
    }


def test_what_was_done_changes_and_a_measure_comes_in() -> None:
    measures = (*BEFORE[0].measures, "开展回头看1次")
    spec, news = updated(with_first(situation="已召开专题会议5次，制定方案1个。", measures=measures))

    assert lines_changed(spec, news) == [
        "- 正文: 已召开专题会议1次，制定方案1个。",
        "+ 正文: 已召开专题会议5次，制定方案1个。",
        "+ - 开展回头看1次",
    ]
    assert [change.kind for change in news.changes] == [Kind.CHANGED, Kind.ADDED]


def test_paragraphs_stay_apart_as_they_were_typed() -> None:
    file = dump_spec(read_ledger(sheet_of(["问题", "整改情况"], ["台账不清", "已清理2次。\n已建账。"])).spec)
    spec = load_spec(file.replace("        已建账。", "\n        已建账。"), "通报.yaml")
    after = read_ledger(sheet_of(["问题", "整改情况"], ["台账不清", "已核对。\n已清理3次。\n已建账。\n另有1处待清。"]))
    results = load_spec(update_spec(spec, after).text).bulletin.results
    assert results is not None

    assert results.issues[0].text == "已核对。\n已清理3次。\n\n已建账。\n另有1处待清。"


def test_what_a_placeholder_says_is_no_news() -> None:
    rows = ["台账不清", "{{甲}}清理2次。", "另建临江区民政局台账"]
    head = ["问题", "整改情况", "整改措施"]
    file = dump_spec(read_ledger(sheet_of(head, rows)).spec).replace("【待补：发文机关】", "临江区民政局")
    spec = load_spec(file.replace("- 另建临江区民政局", "- 另建{{ issuer.name }}"), "通报.yaml")

    assert update_spec(spec, read_ledger(sheet_of(head, rows))).changes == ()


def test_a_measure_told_further_takes_its_own_place() -> None:
    first, *others = BEFORE[0].measures
    spec, news = updated(with_first(measures=(f"{first}。已于6月底前全部落实到位，经验收合格", *others)))

    assert lines_changed(spec, news) == [f"- - {first}", f"+ - {first}。已于6月底前全部落实到位，经验收合格"]


def test_what_only_the_bulletin_has_stays_and_is_told() -> None:
    spec, news = updated([replace(BEFORE[0], measures=BEFORE[0].measures[:2]), *BEFORE[1:-1]])

    assert news.text == spec.places.source
    assert news.changes == (
        Change(Kind.KEPT, 4, BEFORE[0].name, "措施", BEFORE[0].measures[2]),
        Change(Kind.KEPT, None, BEFORE[-1].name, "问题"),
    )


def test_a_new_problem_comes_where_it_stands() -> None:
    new = replace(BEFORE[0], name="会议记录不完整")
    _, news = updated([*BEFORE[:3], new, *BEFORE[3:]])
    results = load_spec(news.text).bulletin.results
    assert results is not None

    assert [issue.problem for issue in results.issues[2:5]] == [BEFORE[2].name, new.name, BEFORE[3].name]
    assert news.changes == (Change(Kind.ADDED, 13, new.name, "问题"),)


def test_problems_in_another_order_are_the_same() -> None:
    _, news = updated([BEFORE[-1], *BEFORE[:-1]])

    assert not news.is_changed


def test_a_problem_worded_otherwise_keeps_its_words_here_and_is_told() -> None:
    spec, news = updated(with_first(name="理论学习还不够深入"))

    assert news.text == spec.places.source
    assert news.changes == (Change(Kind.KEPT, 4, BEFORE[0].name, "问题的说法", BEFORE[0].name, "理论学习还不够深入"),)


def test_another_problem_of_the_same_number_is_no_news_of_this_one() -> None:
    _, news = updated(with_first(name="违规发放补贴"))

    assert {(change.kind, change.name) for change in news.changes} == {
        (Kind.ADDED, "违规发放补贴"),
        (Kind.KEPT, BEFORE[0].name),
    }


def test_a_ledger_says_nothing_of_columns_that_it_has_not() -> None:
    spec = spec_of(merged_ledger(BEFORE))
    rows = [[number, problem.name, problem.status] for number, problem in enumerate(BEFORE, start=1)]
    news = update_spec(spec, read_ledger(sheet_of(["序号", "问题", "整改状态"], *rows)))

    assert (news.is_changed, news.changes) == (False, ())


def test_a_date_typed_otherwise_is_the_same_day() -> None:
    spec = load_spec(
        dump_spec(read_ledger(sheet_of(HEAD, [1, "台账不清", "清理旧账", "2024年6月30日", "完成"])).spec).replace(
            "2024-06-30", "2024.6.30"
        )
    )
    news = update_spec(spec, read_ledger(sheet_of(HEAD, [1, "台账不清", "清理旧账", date(2024, 6, 30), "完成"])))

    assert not news.is_changed


def test_problems_come_into_the_section_that_is_meant_and_sections_come_in() -> None:
    eight = problems(8)
    spec = spec_of(two_row_ledger(eight))
    new = replace(eight[0], name="会议记录不完整", section=eight[2].section)
    last = replace(eight[0], name="公车管理不规范", section="巡察整改方面")
    news = update_spec(spec, read_ledger(two_row_ledger([*eight[:3], new, *eight[3:], last])))
    results = load_spec(news.text).bulletin.results
    assert results is not None

    assert [issue.problem for issue in results.sections[1].issues] == [eight[2].name, new.name, eight[3].name]
    assert (results.sections[-1].heading, results.sections[-1].issues[0].problem) == ("巡察整改方面", last.name)


def test_a_problem_that_stands_in_another_section_stays_where_it_is_and_is_told() -> None:
    eight = problems(8)
    spec = spec_of(two_row_ledger(eight))
    moved = [*eight[1:4], replace(eight[0], section=eight[2].section), *eight[4:]]
    news = update_spec(spec, read_ledger(two_row_ledger(moved)))

    assert news.text == spec.places.source
    assert [(change.name, change.what) for change in news.changes] == [(eight[0].name, "所在的方面")]


@pytest.mark.parametrize("count", [1, 40])
def test_comments_and_all_else_stay_as_they_were(count: int) -> None:
    before = problems(count)
    spec, news = updated([replace(problem, status="持续推进") for problem in before], before)

    assert all("状态" in line for line in lines_changed(spec, news))
    assert news.text.startswith("# 我的说明\n\n")
    assert "# 核对过" in news.text
