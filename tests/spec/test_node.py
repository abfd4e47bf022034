"""Making a part of the spec in Python: what is wrong with it is told as in a file, in Chinese and with its path."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from bulletin_gen.errors import SpecError
from bulletin_gen.spec.explain import path_of
from bulletin_gen.spec.inspection import Feedback, Inspection, Period
from bulletin_gen.spec.model import Bulletin, Contact, ContactField, Issuer
from bulletin_gen.spec.node import Node
from bulletin_gen.spec.rectification import Count, Issue, Results, Section
from bulletin_gen.spec.schema import enum_in, field_names_of, models_of
from bulletin_gen.spec.sign_off import Attachment, Colophon, Head
from bulletin_gen.spec.tables import Column, Table

MODELS = models_of(Bulletin)
FIELDS = [(model, name) for model in MODELS for name in model.model_fields]
ENUMS = {enum for model, name in FIELDS if (enum := enum_in(model.model_fields[name].annotation))}
# What a message may say in Latin letters: fields, fixed values, and the type of what was given.
KNOWN_WORDS = {
    "object",
    *field_names_of(Bulletin),
    *(word for enum in ENUMS for word in enum),
    *(model.__name__ for model in MODELS),
}
DATE_FIELDS: list[Callable[[Any], str | None]] = [
    lambda day: Period(start=day).start,
    lambda day: Period(start="2024-03-01", end=day).end,
    lambda day: Feedback(date=day).date,
    lambda day: Results(issues=[ISSUE], as_of=day).as_of,
    lambda day: Issue(problem="甲", deadline=day).deadline,
    lambda day: Colophon(printing_date=day).printing_date,
    lambda day: small_bulletin(issue_date=day).issue_date,
    lambda day: small_bulletin(version_date=day).version_date,
]
ISSUE = Issue(problem="学习不够深入")

ISSUER_FIELDS = "name（全称）、short_name（简称）、introduce_short_name（注明简称）、signature（署名）"


def small_bulletin(**fields: Any) -> Bulletin:
    return Bulletin(issuer=Issuer(name="青溪镇党委"), opening="无", results=Results(issues=[ISSUE]), **fields)


def refusal_of(make: Callable[[], object]) -> list[str]:
    """What a caller is told, a line for each fault."""
    with pytest.raises(SpecError) as caught:
        make()
    return str(caught.value).splitlines()


def latin_words(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z_]{2,}", text))


@pytest.mark.parametrize(("model", "field"), FIELDS, ids=lambda part: getattr(part, "__name__", part))
def test_a_wrong_value_of_any_field_is_refused_in_chinese_with_its_path(model: type[Node], field: str) -> None:
    with pytest.raises(SpecError) as caught:
        model(**{field: object()})

    (problem,) = [problem for problem in caught.value.problems if problem.where.path == field]
    assert problem.message.startswith(("这里要写", "没有这个字段"))
    assert latin_words(str(caught.value)) <= KNOWN_WORDS


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@pytest.mark.parametrize("given", [None, 7, "", (), {"无此项": "甲"}], ids=repr)
def test_what_is_no_such_part_is_refused_in_chinese(model: type[Node], given: object) -> None:
    told = "".join(refusal_of(lambda: model.model_validate(given)))

    assert latin_words(told) <= KNOWN_WORDS | {"None"}


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (
            lambda: Issue(problem="甲", status="完毕"),
            "status：“完毕” 不是可用的状态；"
            "可用：已完成、已完成并长期坚持、基本完成、正在整改、持续推进、长期整改、尚未完成",
        ),
        (lambda: Issue(), "缺少“problem（问题）”；自拟标题的请写“heading（自拟标题）”"),
        (
            lambda: Issue(problem="甲", measures="抓学习。"),
            "measures：这里要写列表，却写成了文字；请每项另起一行，以“- ”开头",
        ),
        (lambda: Issue(problem="甲", number=1.5), "number：“1.5” 不是整数；请只写数字，如：3"),
        (lambda: Issue(problem="甲", number=0), "number：不能小于 1"),
        (lambda: Issue(problem="甲\n乙"), "problem：只能写一行，不能换行"),
        (lambda: Issuer(), "name：缺少“name（全称）”；请补上这个字段"),
        (lambda: Issuer(name=None), "name：这里要写文字，却写成了空值（None）；请写成一段文字"),
        (lambda: Issuer(name=2024), "name：这里要写文字，却写成了数字；请写成一段文字"),
        (lambda: Issuer(name=True), "name：这里要写文字，却写成了是非值（bool）；请写成一段文字"),
        (
            lambda: Issuer(name="甲", shortname="乙"),
            f"shortname：没有这个字段；是不是 short_name（简称）？可用：{ISSUER_FIELDS}",
        ),
        (
            lambda: Issuer(name="甲", introduce_short_name=2),
            "introduce_short_name：这里要写“是”或“否”，却写成了数字",
        ),
        (lambda: Period(start="2024-02-30"), "start：日历上没有2024年2月30日"),
        (
            lambda: Inspection(deployed_by="县委", period=Issuer(name="甲")),
            "period：这里要写“字段: 内容”，却写成了 Issuer 类型的值；可用的字段："
            "start（起始日期）、end（结束日期）、mark（起止连接词）、comma（日期后加逗号）",
        ),
        (lambda: Inspection(), "缺少“deployed_by（部署机关）”，如：市委；自拟整句的请写“wording（自拟全文）”"),
        (lambda: Contact(fields={"电话": 123}), "fields[0].value：这里要写文字，却写成了数字；请写成一段文字"),
        (lambda: ContactField(label="电话"), "value：缺少“value（内容）”；请补上这个字段"),
        (lambda: Count.model_validate("三个"), "“三个” 应写成数字加单位，如：12个问题"),
        (lambda: Column(title="问题", share=0), "share：要大于 0"),
        (lambda: Column(title="问题", share="宽"), "share：“宽” 不是数字；请只写数字，如：1.5"),
        (
            lambda: Bulletin(
                issuer=Issuer(name="甲"), opening="甲", attachments=[Attachment(title="甲", text="乙")] * 501
            ),
            "attachments：最多 500 项，这里有 501 项",
        ),
        (lambda: Table(columns=[Column(title="甲")] * 21), "columns：最多 20 项，这里有 21 项"),
        (
            lambda: Attachment(title="台账"),
            "附件是空的；请写“text（正文）”、“table（表格）”；由程序生成台账的，请写“ledger（整改台账）”，填“是”",
        ),
        (lambda: Head(copy_number="12"), "copy_number：“12” 不是规范的份号；应为六位数字，如：000012"),
        (lambda: Issue.model_validate_json('{"problem":'), "不是完整的 JSON 文字"),
        (
            lambda: Issuer.model_validate_strings({"name": "甲", "signature": "乙"}),
            "signature：这里要写列表，却写成了文字；请每项另起一行，以“- ”开头",
        ),
    ],
)
def test_a_fault_is_told_as_in_a_file(make: Callable[[], object], told: str) -> None:
    assert refusal_of(make) == [told]


def test_all_faults_of_all_parts_are_told_together() -> None:
    assert refusal_of(
        lambda: Bulletin(
            issuer={"name": ""},
            opening="无",
            results={"issues": [{"problem": "甲", "status": "完毕"}, ISSUE, {"number": "一"}]},
        )
    ) == [
        "issuer.name：不能为空；请填写",
        "results.issues[0].status：“完毕” 不是可用的状态；"
        "可用：已完成、已完成并长期坚持、基本完成、正在整改、持续推进、长期整改、尚未完成",
        "results.issues[2].number：“一” 不是整数；请只写数字，如：3",
    ]


def test_a_part_made_inside_another_tells_its_own_path() -> None:
    """Python makes the inner one first: the outer is never reached."""
    assert refusal_of(lambda: Results(sections=[Section(heading="甲", issues=[Issue(problem="乙", number=0)])])) == [
        "number：不能小于 1"
    ]


def test_what_has_been_made_cannot_be_changed() -> None:
    with pytest.raises(SpecError, match="problem：不能改动已经建好的内容；请按改后的内容另建一份"):
        ISSUE.problem = "别的"  # type: ignore[misc]
    with pytest.raises(SpecError, match="problem：不能改动"):
        del ISSUE.problem


@pytest.mark.parametrize("made_with", DATE_FIELDS)
def test_a_calendar_day_is_taken_for_a_date_that_was_typed(made_with: Callable[[Any], str | None]) -> None:
    assert made_with(date(2024, 3, 5)) == made_with("2024-03-05") == "2024-03-05"


def test_a_moment_is_no_date() -> None:
    assert refusal_of(lambda: Period(start=datetime(2024, 3, 5, 8, 30))) == [
        "start：“2024-03-05 08:30:00” 带有时刻；请只写日期，如：2024-03-05"
    ]


def test_paths_are_written_as_an_author_reads_them() -> None:
    assert path_of(("results", "sections", 0, "heading")) == "results.sections[0].heading"
