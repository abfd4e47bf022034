"""docs/fields.md is what the table and the models say today; a field is found by its name and by its path."""

import re

import pytest

from bulletin_gen.spec.names import chinese_name
from bulletin_gen.spec.reference.page import field_page, field_reference, pages_named
from bulletin_gen.spec.reference.table import MODELS, FieldPage, every_page, owner_of
from judges import CHECKOUT

REFERENCE = CHECKOUT / "docs" / "fields.md"
OWN = [page for page in every_page() if owner_of(page.model, page.field) is page.model]


def id_of(page: FieldPage) -> str:
    return f"{page.model.__name__}.{page.field}"


def found(name: str) -> list[str]:
    return [id_of(page) for page in pages_named(name)]


def test_the_page_in_docs_is_what_the_table_says(request: pytest.FixtureRequest) -> None:
    """`pytest --accept` writes it."""
    if request.config.getoption("--accept"):
        REFERENCE.write_text(field_reference(), encoding="utf-8", newline="\n")

    assert REFERENCE.read_text(encoding="utf-8") == field_reference()


def test_every_field_has_its_section_in_the_order_of_the_models() -> None:
    anchors = re.findall(r'^### <a id="([\w-]+)"></a>', field_reference(), re.MULTILINE)

    assert anchors == [id_of(page).replace(".", "-").lower() for page in OWN]


def test_every_link_has_its_anchor() -> None:
    text = field_reference()
    anchors = re.findall(r'<a id="([\w-]+)"></a>', text)

    assert set(re.findall(r"\]\(#([\w-]+)\)", text)) == set(anchors)
    assert len(set(anchors)) == len(anchors) == len(OWN) + len(MODELS)


@pytest.mark.parametrize("page", OWN, ids=id_of)
def test_a_field_s_page_names_it_in_both_languages_and_shows_how_it_is_written(page: FieldPage) -> None:
    told = field_page(page)

    assert told.startswith(f"{chinese_name(page.model, page.field)}  {page.field}\n")
    assert f"    {chinese_name(page.model, page.field)}:" in told
    assert "`" not in told


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("成文日期", ["Bulletin.issue_date"]),
        ("落款日期", ["Bulletin.issue_date"]),
        ("issue_date", ["Bulletin.issue_date"]),
        ("版头.密级", ["Head.secrecy"]),
        ("head.密级", ["Head.secrecy"]),
        ("results.sections[0].issues[1].status", ["Issue.status"]),
        ("整改情况.方面.标题", ["Section.heading"]),
        ("其他部分.标题", ["Part.heading"]),
        ("反馈.日期", ["Feedback.date"]),
        ("发文稿纸.密级", []),
        ("密级.版头", []),
        ("下一步打算.各项.各项.各项.标题", ["Part.heading"]),
        (f"{'各项.' * 5000}标题", []),
        ("", []),
    ],
)
def test_a_field_is_found_by_its_name_or_its_path(name: str, fields: list[str]) -> None:
    assert found(name) == fields


def test_a_name_that_several_groups_use_finds_each_of_them() -> None:
    assert found("日期") == ["Feedback.date"]
    assert {"Bulletin.title", "Section.heading", "Attachment.title"} <= set(found("标题"))


def test_a_page_tells_the_values_and_what_stands_for_leaving_it_out() -> None:
    (stage,) = pages_named("稿别")
    (name,) = pages_named("发文机关.全称")
    (number,) = pages_named("整改情况.编号")

    assert "写法：其中之一：送审稿（draft） / 征求意见稿（comments） / 定稿（final）\n不写：不注明稿别\n" in field_page(
        stage
    )
    assert "不写：不行，必须写\n" in field_page(name)
    assert "写法：整数，从 1 起，最大 10000\n" in field_page(number)


def test_a_field_that_cannot_stand_beside_another_says_so() -> None:
    (table,) = pages_named("附件.表格")

    assert "二选一：不能与 整改台账（ledger） 同时写\n" in field_page(table)
