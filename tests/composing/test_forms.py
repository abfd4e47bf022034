"""The forms that a bulletin of other hands may have: each case is a few fields and the lines they give."""

from typing import Any

import pytest

from blocks import Heading
from bulletin_gen.composing import compose
from bulletin_gen.document import plain_text
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.text.numerals import LAYER, Label, say_label


def said(**fields: Any) -> list[str]:
    base = {"title": "无", "opening": "无", "issuer": {"name": "某局党组", "signature": []}}
    return plain_text(compose(Bulletin.model_validate({**base, **fields}))).splitlines()


@pytest.mark.parametrize(
    ("label", "number", "printed"),
    [
        (Label.HAN_ENCLOSED, 3, "㈢"),
        (Label.COMMA, 12, "12、"),
        (Label.HALF_BRACKETS, 2, "2）"),
        (Label.ENCLOSED, 20, "⒇"),
        (Label.FIRST, 11, "第十一，"),
        (Label.PROBLEM, 3, "问题3："),
        (Label.HAN_PROBLEM, 3, "问题三："),
        (Label.PROBLEM_DOT, 3, "问题3."),
        (Label.PROBLEM_COMMA, 3, "问题3、"),
        (Label.HAN_PROBLEM_COMMA, 3, "问题三、"),
    ],
)
def test_label_forms_beside_those_of_the_standard(label: Label, number: int, printed: str) -> None:
    assert say_label(label, number) == printed


def test_a_form_beside_the_standard_has_the_face_of_its_layer() -> None:
    assert (LAYER[Label.HAN_BRACKETS], LAYER[Label.DOT]) == (LAYER[Label.HAN_ENCLOSED], LAYER[Label.COMMA])


def test_a_part_may_run_its_text_in_after_its_heading() -> None:
    part = {"heading": "加强领导", "form": "接排", "text": "党组开会3次。"}

    assert said(organisation=part) == ["一、加强领导。党组开会3次。"]


@pytest.mark.parametrize(("end", "line"), [("", "1.台账不全补齐。"), ("：", "1.台账不全：补齐。")])
def test_what_parts_a_heading_from_its_text(end: str, line: str) -> None:
    issue = {"heading": "台账不全", "form": "接排", "heading_end": end, "measures": ["补齐。"], "label": "1."}

    assert said(results={"issues": [issue]}) == [line]


def test_the_results_may_have_a_label_of_their_own() -> None:
    document = compose(
        Bulletin.model_validate(
            {
                "title": "无",
                "opening": "无",
                "issuer": {"name": "某局党组"},
                "results": {"heading": "整改情况", "label": "（一）", "issues": [{"heading": "台账不全"}]},
            }
        )
    )

    assert document.blocks[:2] == (Heading(2, 0, "（一）", "整改情况"), Heading(3, 1, "1.", "台账不全"))


@pytest.mark.parametrize(
    ("form", "lines"),
    [
        ("接排", ["一、台账不全", "逐项核对。一是补齐。二是归档。"]),
        ("另起一段", ["一、台账不全", "逐项核对。", "一是补齐。二是归档。"]),
        ("分行", ["一、台账不全", "逐项核对。", "一是补齐。", "二是归档。"]),
    ],
)
def test_measures_stand_in_three_ways(form: str, lines: list[str]) -> None:
    issue = {"heading": "台账不全", "text": "逐项核对。", "measures": ["补齐", "归档。"], "measures_form": form}

    assert said(results={"issues": [issue]}) == lines


@pytest.mark.parametrize(
    ("form", "lines"),
    [
        ("接排", ["一、台账不全", "逐项核对，补齐。"]),
        ("另起一段", ["一、台账不全", "逐项核对", "补齐。"]),
        ("分行", ["一、台账不全", "逐项核对", "补齐。"]),
    ],
)
@pytest.mark.parametrize("style", [{}, {"measures_label": "①"}])
def test_a_measure_that_stands_alone_has_no_label(form: str, lines: list[str], style: dict[str, str]) -> None:
    issue = {"heading": "台账不全", "text": "逐项核对", "measures": ["补齐"], "measures_form": form}

    assert said(results={"issues": [issue], "issue_style": style}) == lines


def test_nor_has_one_below_a_sub_issue() -> None:
    sub = {"heading": "账实不符", "measures": ["补齐。"]}
    issue = {"heading": "台账不全", "measures": ["清点。", "归档。"], "sub_issues": [sub]}

    assert said(results={"issues": [issue]}) == ["一、台账不全", "一是清点。二是归档。", "（一）账实不符。补齐。"]


@pytest.mark.parametrize(("label", "line"), [("一是", "一是补齐。"), ("①", "①补齐。"), ("无", "补齐。")])
def test_it_has_the_label_that_its_issue_asks_for(label: str, line: str) -> None:
    issue = {"heading": "台账不全", "measures": ["补齐。"], "measures_label": label}

    assert said(results={"issues": [issue]}) == ["一、台账不全", line]


@pytest.mark.parametrize(
    ("part", "line"),
    [
        ({"items": ["补齐。"]}, "补齐。"),
        ({"items": [{"text": "补齐。", "number": 2}]}, "二是补齐。"),
        ({"items": [{"text": "补齐。", "label": "1."}]}, "1.补齐。"),
        ({"items": ["补齐。"], "items_label": "第一，"}, "第一，补齐。"),
        ({"items": ["一是补齐。"]}, "补齐。"),
        ({"items": ["一是补齐。二是归档。"]}, "一是补齐。二是归档。"),
    ],
)
def test_an_item_without_a_heading_that_stands_alone_has_a_label_where_it_is_asked_for(
    part: dict[str, Any], line: str
) -> None:
    assert said(organisation={"heading": "组织情况", **part}) == ["一、组织情况", line]


FIELDS = {"联系电话": "0000-1234", "电子邮箱": "a@example.com"}


@pytest.mark.parametrize(
    ("contact", "lines"),
    [
        ({}, ["请监督。联系电话：0000-1234；电子邮箱：a@example.com。"]),
        ({"separator": "，", "end": ""}, ["请监督。联系电话：0000-1234，电子邮箱：a@example.com"]),
        ({"form": "另起一段"}, ["请监督。", "联系电话：0000-1234；电子邮箱：a@example.com。"]),
        ({"form": "分行"}, ["请监督。", "联系电话：0000-1234", "电子邮箱：a@example.com"]),
        ({"wording": "请来电0000-1234。"}, ["请来电0000-1234。"]),
    ],
)
def test_contact_stands_in_these_ways(contact: dict[str, str], lines: list[str]) -> None:
    contact = {"invitation": "请监督。", "fields": FIELDS, **contact}

    assert said(organisation="正文。", contact=contact) == ["正文。", *lines]


def test_contact_may_stand_below_the_date() -> None:
    contact = {"invitation": "请监督。", "after_signature": "是"}
    issuer = {"name": "某局党组"}

    lines = said(organisation="正文。", contact=contact, issuer=issuer, issue_date="2024-06-03")
    assert lines == ["正文。", "某局党组", "2024年6月3日", "请监督。"]


def test_the_basis_may_end_in_a_comma_and_its_dates_may_stand_beside_a_dash() -> None:
    inspection = {
        "deployed_by": "市委",
        "period": {"start": "2024-03-05", "end": "2024-05-20", "mark": "—"},
        "inspected": "某局",
        "end": "，",
        "feedback": {"date": "2024-06-03", "by": "巡察组"},
    }

    assert said(opening=None, organisation="正文。", inspection=inspection)[0].startswith(
        "根据市委统一部署，2024年3月5日—5月20日，某局接受了巡察，6月3日，巡察组向某局反馈了巡察意见。"
    )


def test_braces_that_are_to_be_seen_are_written_in_quotes() -> None:
    assert said(organisation='变量{{ "{{" }}名{{ "}}" }}。') == ["变量{{名}}。"]
