"""Each field and each fixed value has a name in Chinese, by which it is typed, told and found."""

import re
from collections import Counter
from enum import StrEnum

import pytest
import yaml

import bulletin_gen
from bulletin_gen.spec import names
from bulletin_gen.spec.model import Bulletin, Issue, Slot
from bulletin_gen.spec.names import (
    chinese_name,
    chinese_value,
    field_of,
    names_of_field,
    names_of_value,
    typed_names,
    value_of,
)
from bulletin_gen.spec.schema import enum_in, models_of
from bulletin_gen.spec.sign_off import OutputForm, Stage

MODELS = models_of(Bulletin)
FIELDS = [(model, field) for model in MODELS for field in model.model_fields]
ENUMS = {
    enum.__name__: enum
    for model in MODELS
    for field in model.model_fields.values()
    if (enum := enum_in(field.annotation)) is not None
}
KEY = re.compile("[\u4e00-\u9fff]+")  # 责任单位; not “文件”二字


def id_of(part: object) -> str:
    return str(getattr(part, "__name__", part))


@pytest.mark.parametrize(("model", "field"), FIELDS, ids=id_of)
def test_every_field_has_a_name_in_chinese_that_may_be_a_key(model: type[Bulletin], field: str) -> None:
    assert KEY.fullmatch(chinese_name(model, field))
    assert yaml.safe_load(f"{chinese_name(model, field)}: 1") == {chinese_name(model, field): 1}


@pytest.mark.parametrize(("model", "field"), FIELDS, ids=id_of)
def test_a_field_is_known_by_each_of_its_names(model: type[Bulletin], field: str) -> None:
    assert field_of(model, field) == field
    assert field_of(model, chinese_name(model, field)) == field


@pytest.mark.parametrize("model", MODELS, ids=id_of)
def test_no_two_fields_of_a_model_share_a_name(model: type[Bulletin]) -> None:
    said = Counter(name for field in model.model_fields for name in names_of_field(model, field))

    assert [name for name, times in said.items() if times > 1] == []
    assert said.keys() == typed_names(model).keys()


@pytest.mark.parametrize("enum", ENUMS.values(), ids=id_of)
def test_every_fixed_value_has_a_name_in_chinese_of_its_own(enum: type[StrEnum]) -> None:
    said = Counter(name for value in enum for name in {*names_of_value(enum, value)})

    assert [name for name, times in said.items() if times > 1] == []
    for value in enum:
        assert not (chinese_value(enum, value).isascii() and value.isalpha())
        assert value_of(enum, chinese_value(enum, value)) == value_of(enum, value) == value


def test_the_tables_hold_nothing_that_the_model_does_not() -> None:
    fields = {field for _, field in FIELDS}
    own = {(model.__name__, field) for model, field in FIELDS}
    values = {(name, value.value) for name, enum in ENUMS.items() for value in enum}

    assert names._NAMES.keys() == fields
    assert names._ALIASES.keys() <= fields
    assert names._OWN.keys() | names._OWN_ALIASES.keys() <= own
    assert {(name, value) for name, given in names._VALUES.items() for value in given} <= values
    assert names._VALUE_ALIASES.keys() <= values


@pytest.mark.parametrize(
    ("model", "typed", "field"),
    [
        (Bulletin, "发文机关", "issuer"),
        (Bulletin, "落款日期", "issue_date"),
        (Issue, "措施", "measures"),
        (Issue, "牵头领导", "leader"),
    ],
)
def test_an_author_may_say_it_as_offices_do(model: type[Bulletin], typed: str, field: str) -> None:
    assert field_of(model, typed) == field


@pytest.mark.parametrize("typed", ["主送党组织名单", "Issuer", "", "整改措施"])
def test_what_is_no_name_of_a_field_of_the_model_means_none(typed: str) -> None:
    assert field_of(Bulletin, typed) is None


@pytest.mark.parametrize(
    ("enum", "typed", "value"),
    [(Stage, "征求意见稿", "comments"), (OutputForm, "印发稿", "issued"), (Slot, "整改情况", "results")],
)
def test_a_fixed_value_may_be_typed_in_chinese(enum: type[StrEnum], typed: str, value: str) -> None:
    assert value_of(enum, typed) == value


def test_what_is_no_fixed_value_means_none() -> None:
    assert value_of(Stage, "草稿") is None


def test_an_unknown_field_is_answered_with_those_there_are_and_what_they_mean() -> None:
    with pytest.raises(bulletin_gen.SpecError, match="可用：start（起始日期）、end（结束日期）、mark（起止连接词）"):
        bulletin_gen.Period.model_validate({"start": "2024-03-05", "abc": "甲"})


@pytest.mark.parametrize(
    ("typed", "meant"), [("整改措施", "measures"), ("措施", "measures"), ("责任单位", "responsible_unit")]
)
def test_a_field_that_is_called_by_its_chinese_name_is_guessed(typed: str, meant: str) -> None:
    with pytest.raises(bulletin_gen.SpecError, match=f"没有这个字段；是不是 {meant}（"):
        bulletin_gen.Issue.model_validate({"problem": "甲", typed: "乙"})
