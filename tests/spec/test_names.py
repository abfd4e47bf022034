"""Each field has a name in Chinese, by which it is told and found."""

import pytest

import bulletin_gen
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.names import name_of
from bulletin_gen.spec.schema import models_of

FIELDS = [(model, field) for model in models_of(Bulletin) for field in model.model_fields]


@pytest.mark.parametrize(("model", "field"), FIELDS, ids=lambda part: getattr(part, "__name__", part))
def test_every_field_has_a_name_in_chinese(model: type[Bulletin], field: str) -> None:
    assert not name_of(model, field).isascii()


def test_an_unknown_field_is_answered_with_those_there_are_and_what_they_mean() -> None:
    with pytest.raises(bulletin_gen.SpecError, match="可用：start（起始日期）、end（结束日期）、mark（起止之间的字）"):
        bulletin_gen.Period.model_validate({"start": "2024-03-05", "abc": "甲"})


@pytest.mark.parametrize(
    ("typed", "meant"), [("整改措施", "measures"), ("措施", "measures"), ("责任单位", "responsible_unit")]
)
def test_a_field_that_is_called_by_its_chinese_name_is_guessed(typed: str, meant: str) -> None:
    with pytest.raises(bulletin_gen.SpecError, match=f"没有这个字段；是不是 {meant}？"):
        bulletin_gen.Issue.model_validate({"problem": "甲", typed: "乙"})
