"""Every fault that the model can find is told in Chinese."""

from collections.abc import Iterator
from typing import Any, get_args

import annotated_types
import pytest

from bulletin_gen.errors import SpecError
from bulletin_gen.spec.explain import EXPLANATIONS, KINDS, SAMPLES
from bulletin_gen.spec.load import load_spec
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.schema import enum_in, field_names_of, models_of

# What pydantic may complain of for each kind of schema, whatever was given; by its own documentation.
FAULTS_OF: dict[str, set[str]] = {
    "model": {"model_type"},
    "model-fields": {"missing", "extra_forbidden"},
    "str": {"string_type", "string_unicode"},
    "int": {"int_type", "int_parsing", "int_parsing_size", "int_from_float"},
    "float": {"float_type", "float_parsing"},
    "bool": {"bool_type", "bool_parsing"},  # our own validator has read every text before
    "list": {"list_type"},
    "enum": {"enum"},
    "literal": {"literal_error"},
    "function-before": {"value_error"},
    "function-after": {"value_error"},
    "default": set(),
    "definition-ref": set(),
    "definitions": set(),
    "model-field": set(),
    "no-info": set(),
    "nullable": set(),
}
FAULTS_OF_BOUND = {
    annotated_types.MinLen: {"string_too_short", "too_short"},
    annotated_types.MaxLen: {"too_long"},
    annotated_types.Gt: {"greater_than"},
    annotated_types.Ge: {"greater_than_equal"},
    annotated_types.Le: {"less_than_equal"},
}
SPEC = """\
issuer: {name: 甲}
inspection: {deployed_by: 县委}
results:
  number: 1
  counts: [{number: 3, unit: 个}]
  section_form: 分行
  issues: [{problem: 乙}]
publication: {end: 。, own_paragraph: 否}
"""

ISSUER_FIELDS = "name（全称）、short_name（简称）、introduce_short_name（注明简称）、signature（署名）"


def schemas(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if isinstance(schema.get("type"), str):
            yield schema
        for name, part in schema.items():
            if name not in ("metadata", "serialization"):
                yield from schemas(part)
    elif isinstance(schema, (list, tuple)):
        for part in schema:
            yield from schemas(part)


def bounds(annotation: Any) -> Iterator[Any]:
    for part in (*getattr(annotation, "__metadata__", ()), *get_args(annotation)):
        yield from getattr(part, "metadata", ())
        yield part
        yield from bounds(part)


def test_every_fault_of_the_models_schema_has_an_explanation() -> None:
    kinds = {schema["type"] for schema in schemas(Bulletin.__pydantic_core_schema__)}

    assert kinds <= FAULTS_OF.keys()
    assert {fault for kind in kinds for fault in FAULTS_OF[kind]} <= EXPLANATIONS.keys()


def test_every_bound_of_the_models_fields_has_an_explanation() -> None:
    fields = [field for node in models_of(Bulletin) for field in node.model_fields.values()]
    found = {type(bound) for field in fields for bound in (*field.metadata, *bounds(field.annotation))}
    limits = {kind for kind in found if issubclass(kind, annotated_types.BaseMetadata)}

    assert limits <= FAULTS_OF_BOUND.keys()
    assert {fault for limit in limits for fault in FAULTS_OF_BOUND[limit]} <= EXPLANATIONS.keys()


def test_every_set_of_fixed_values_has_a_name() -> None:
    fields = [field for node in models_of(Bulletin) for field in node.model_fields.values()]
    enums = {enum.__name__ for field in fields if (enum := enum_in(field.annotation))}

    assert enums <= KINDS.keys()


def test_a_sample_is_of_a_field_that_must_be_given() -> None:
    fields = {(node.__name__, name): field for node in models_of(Bulletin) for name, field in node.model_fields.items()}

    assert SAMPLES.keys() <= {names for names, field in fields.items() if field.is_required()}


def test_fields_of_all_depths_are_known() -> None:
    assert {"issuer", "short_name", "sub_issues", "value"} <= field_names_of(Bulletin)


@pytest.mark.parametrize(
    ("typed", "instead", "answer"),
    [
        (
            "name: 甲",
            "nmae: 甲",
            f"没有这个字段；是不是 name（全称）？可用：{ISSUER_FIELDS}",
        ),
        (
            "name: 甲",
            "〇: 甲, name: 甲",
            "没有这个字段；可用：全称、简称、注明简称、署名",
        ),
        ("name: 甲", "signature: []", "缺少“name（全称）”；请补上这个字段"),
        ("name: 甲", 'name: ""', "不能为空；请填写"),
        ("name: 甲", "name: [甲]", "这里要写文字，却写成了列表；请写成一段文字"),
        (
            "{name: 甲}",
            "甲",
            f"这里要写“字段: 内容”，却写成了文字；可用的字段：{ISSUER_FIELDS}",
        ),
        (
            "{name: 甲}",
            "[甲]",
            f"这里要写“字段: 内容”，却写成了列表；可用的字段：{ISSUER_FIELDS}",
        ),
        ("{name: 甲}", "全称：甲", "“全称”后面是全角冒号；请改成半角冒号，后面空一格"),
        ("number: 1", "number: 一", "“一” 不是整数；请只写数字，如：3"),
        ("number: 1", "number: [1]", "这里要写整数，却写成了列表；请只写数字，如：3"),
        ("number: 1", f"number: {'9' * 5000}", f"“{'9' * 29}…” 不是整数；请只写数字，如：3"),
        ("number: 1", "number: 0", "不能小于 1"),
        ("number: 1", "number: 10001", "不能大于 10000"),
        ("number: 3", "number: -1", "不能小于 0"),
        ("{number: 3, unit: 个}", "三个", "“三个” 应写成数字加单位，如：12个问题"),
        ("分行", "换行", "“换行” 不是可用的排法；可用：接排、分行"),
        ("分行", "[分行]", "这里要写可用的排法，却写成了列表；可用：接排、分行"),
        ("end: 。", "end: ！", "“！” 不是可用的值；可用：。、："),
        ("否", "不", "“不” 不是可用的值；可用：是、否"),
        ("否", "[否]", "这里要写“是”或“否”，却写成了列表"),
        ("[{problem: 乙}]", "乙", "这里要写列表，却写成了文字；请每项另起一行，以“- ”开头"),
        ("[{problem: 乙}]", "{problem: 乙}", "这里要写列表，却写成了一组字段；请每项另起一行，以“- ”开头"),
        ("[{problem: 乙}]", "[{text: 乙}]", "缺少“problem（问题）”；自拟标题的请写“heading（自拟标题）”"),
    ],
)
def test_a_fault_is_told_in_plain_words(typed: str, instead: str, answer: str) -> None:
    assert typed in SPEC

    with pytest.raises(SpecError) as caught:
        load_spec(SPEC.replace(typed, instead, 1))

    (problem,) = caught.value.problems
    assert answer == str(problem).removeprefix(f"{problem.where}：")
