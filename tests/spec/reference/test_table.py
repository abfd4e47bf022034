"""What templates/fields says of each field: nothing is missing, and what it says is so."""

import re
from typing import Any

import pytest

from bulletin_gen.errors import SpecError
from bulletin_gen.resources import template_dir
from bulletin_gen.spec.reference.table import (
    _KIND,
    MODELS,
    TITLE,
    WORDS,
    FieldPage,
    every_page,
    owner_of,
    told_by_model,
)
from bulletin_gen.spec.schema import model_in
from bulletin_gen.yamltext.events import read_tree
from field_examples import said_by, with_example, without_example

FILES = sorted((template_dir() / "fields").glob("*.yaml"))
PAGES = every_page()
PRINTING = [page for page in PAGES if page.prints]
# The clauses of the standard that speak of a field: 7.2.1 to 7.2.7 (版头), 7.3 (主体), 7.4 (版记), 7.5, chapters 7, 8.
_CLAUSE = r"(?:第[78]章|7\.2(?:\.[1-7])?|7\.3\.[1-7](?:\.[1-5])?|7\.4(?:\.[1-3])?|7\.5)"
_ARTICLE = r"第[一二三四五六七八九十]+条"
SOURCE = re.compile(rf"GB/T 9704-2012 {_CLAUSE}(?:、{_CLAUSE})*|《[^《》]+》(?:{_ARTICLE}(?:、{_ARTICLE})*)?|公文惯例")
NOTHING: tuple[Any, ...] = (None, "", [])


def id_of(page: FieldPage) -> str:
    return f"{page.model.__name__}.{page.field}"


def can_be_left_out(page: FieldPage) -> bool:
    try:
        said_by(without_example(page))
    except SpecError:
        return False
    return True


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_files_are_written_without_a_slip(file: Any) -> None:
    assert read_tree(file.read_text(encoding="utf-8"), _KIND).problems == []


def test_no_field_is_missing_and_none_is_told_of_that_there_is_not() -> None:
    told = {(model, field) for model, fields in told_by_model().items() for field in fields if field != TITLE}
    own = {(owner_of(page.model, page.field).__name__, page.field) for page in PAGES}

    assert told == own
    assert told_by_model().keys() == MODELS.keys()


def test_every_group_has_a_title_and_no_other_words_are_used() -> None:
    fields = [told for model in told_by_model().values() for field, told in model.items() if field != TITLE]

    assert all(model[TITLE] for model in told_by_model().values())
    assert {word for told in fields for word in told} == WORDS


@pytest.mark.parametrize("page", PAGES, ids=id_of)
def test_the_example_loads(page: FieldPage) -> None:
    said_by(with_example(page))


@pytest.mark.parametrize("page", PRINTING, ids=id_of)
def test_what_the_example_prints_is_in_the_bulletin(page: FieldPage) -> None:
    assert page.prints in said_by(with_example(page))


@pytest.mark.parametrize("page", [page for page in PRINTING if can_be_left_out(page)], ids=id_of)
def test_what_the_example_prints_is_not_there_without_it(page: FieldPage) -> None:
    assert page.prints not in said_by(without_example(page))


@pytest.mark.parametrize("page", PAGES, ids=id_of)
def test_what_it_means_to_leave_a_field_out_is_said_where_the_model_does_not(page: FieldPage) -> None:
    field = page.model.model_fields[page.field]
    is_told_by_the_model = field.is_required() or (
        field.get_default() not in NOTHING and model_in(field.annotation) is None
    )

    assert bool(page.unwritten) != is_told_by_the_model


@pytest.mark.parametrize("page", [page for page in PAGES if page.source], ids=id_of)
def test_a_source_is_a_clause_of_the_standard_an_article_or_practice(page: FieldPage) -> None:
    assert [said for said in page.source.split("；") if not SOURCE.fullmatch(said)] == []


@pytest.mark.parametrize("page", PAGES, ids=id_of)
def test_a_field_begins_with_a_short_sentence(page: FieldPage) -> None:
    assert page.means.endswith("。")
    assert len(page.gloss) <= 34
