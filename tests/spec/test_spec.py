"""The spec as one value: a bulletin with its places, and what may stand for it."""

import pytest

from bulletin_gen.errors import SpecError
from bulletin_gen.spec.load import load_spec
from bulletin_gen.spec.model import Period
from bulletin_gen.spec.spec import Spec, as_spec
from bulletin_gen.where import Where

SPEC = load_spec("issuer: {name: 甲}\nopening: 无\norganisation: 乙。\n", "通报.yaml")


def test_a_spec_is_taken_as_it_is() -> None:
    assert as_spec(SPEC) is SPEC


def test_a_bulletin_is_a_spec_that_was_typed_nowhere() -> None:
    spec = as_spec(SPEC.bulletin)

    assert spec == Spec(SPEC.bulletin)
    assert spec.places.find("issuer.name") == Where(path="issuer.name")


def test_specs_that_say_the_same_are_equal_wherever_they_were_typed() -> None:
    assert load_spec("organisation: 乙。\nopening: 无\nissuer:\n  name: 甲\n", "别处.yaml") == SPEC


@pytest.mark.parametrize("given", ["通报.yaml", (SPEC.bulletin, SPEC.places), SPEC.bulletin.issuer], ids=type)
def test_anything_else_is_refused(given: object) -> None:
    message = f"这里要 Spec 或 Bulletin，却给了 {type(given).__name__} 类型的值；文件请先用 read_spec 读入"
    with pytest.raises(SpecError, match=message):
        as_spec(given)  # type: ignore[arg-type]


@pytest.mark.parametrize("typed", ["昨天", "2024-13-01"])
def test_what_is_no_date_is_refused_in_python_as_in_a_file(typed: str) -> None:
    with pytest.raises(SpecError, match=r"^start：“昨天” 读不出日期；请写成|^start：日历上没有2024年13月1日"):
        Period(start=typed)
    with pytest.raises(SpecError, match=r"inspection\.period\.start：(?:“昨天” 读不出日期|日历上没有)"):
        load_spec(f"issuer: {{name: 甲}}\ninspection: {{deployed_by: 乙, period: {{start: {typed}}}}}\n")
