"""The JSON Schema takes what we read, and refuses what is wrong in its shape."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from bulletin_gen.errors import SpecError
from bulletin_gen.files.starter import read_starter
from bulletin_gen.readers.docx import read_docx
from bulletin_gen.readers.text import read_text
from bulletin_gen.rendering import render
from bulletin_gen.spec.dump import SPEC_BLOCK, dump_spec
from bulletin_gen.spec.load import load_spec
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.names import Keys, names_of_field
from bulletin_gen.spec.reference.full_starter import full_starter
from bulletin_gen.spec.reference.json_schema import ONE_OF_THESE, json_schema
from bulletin_gen.spec.reference.table import MODELS, FieldPage, every_page, example_of, page_of
from bulletin_gen.spec.reference.words import typed
from bulletin_gen.spec.rewrite import with_keys
from bulletin_gen.spec.shapes import Group
from bulletin_gen.text.dates import _CHINESE, _NUMERIC, _UNDATED, _VAGUE, read_date
from editor_yaml import read_as_an_editor
from field_examples import group_in, with_example
from judges import CHECKOUT
from strategies import bulletins

LANGUAGES = (None, *Keys)
SCHEMAS = {None: json_schema(), **{keys: json_schema(keys, either=False) for keys in Keys}}
VALIDATORS = {keys: Draft202012Validator(schema) for keys, schema in SCHEMAS.items()}
EITHER = VALIDATORS[None]
EXAMPLES = [path for path in sorted(CHECKOUT.glob("examples/**/*.yaml")) if path.parent.name != "profiles"]
TEXTS = sorted((CHECKOUT / "tests" / "readers" / "texts").glob("*.txt"))
BAD = sorted((CHECKOUT / "tests" / "spec" / "bad").glob("*.yaml"))
# What is wrong with these is no matter of shape, but …
NOT_OF_SHAPE = {
    "下一个问题没有减号": "a key that is there twice, which editors tell by themselves",
    "两份通报写在一起": "no YAML of one document",
    "井号后的文字没有读入": "what is a comment to YAML",
    "全角冒号": "no YAML",
    "中文字段全角冒号": "no YAML",
    "冒号后是特殊空格": "no YAML",
    "减号缩进多了": "a text that may be meant",
    "占位写成全角": "what a text says",
    "完成的措施比全部多": "arithmetic",
    "字段重复": "a key that is there twice, which editors tell by themselves",
    "引号后面还有文字": "no YAML",
    "引号没有配对": "no YAML",
    "文字以方括号开头": "no YAML",
    "文字以星号开头": "no YAML",
    "文字里有半角冒号": "no YAML",
    "日期不存在": "what the calendar says",
    "用制表符缩进": "no YAML",
    "缩进多了": "no YAML",
    "缩进没有对齐": "no YAML",
    "联系电话全角冒号": "no YAML",
}
DATES = (_NUMERIC, _CHINESE, _VAGUE, _UNDATED)
TYPED = st.characters(exclude_categories=["Nd", "Cs"], include_characters="0123456789")
SMALL = """\
发文机关: {全称: 中共青禾县临江镇委员会}
巡察依据: {部署机关: 县委}
整改情况:
  问题: [{问题: 理论学习不够深入}]
"""


def is_valid(text: str, keys: Keys | None = None) -> bool:
    return VALIDATORS[keys].is_valid(read_as_an_editor(text))


def written(fields: dict[str, Any]) -> str:
    return "".join(f"{line.text}\n" for key, value in fields.items() for line in SPEC_BLOCK.field(key, value))


def in_chinese(fields: dict[str, Any]) -> Any:
    return typed(fields, Group(Bulletin), Keys.CHINESE)


def id_of(page: FieldPage) -> str:
    return f"{page.model.__name__}.{page.field}"


@pytest.mark.parametrize("keys", LANGUAGES)
def test_it_is_a_schema_of_its_draft(keys: Keys | None) -> None:
    Draft202012Validator.check_schema(SCHEMAS[keys])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_valid(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert list(EITHER.iter_errors(read_as_an_editor(text))) == []
    assert all(is_valid(with_keys(text, keys), keys) for keys in Keys)


@pytest.mark.parametrize("keys", Keys)
@pytest.mark.parametrize("starter", [lambda keys: read_starter(keys).decode(), full_starter], ids=["short", "full"])
def test_each_starter_is_valid(starter: Callable[[Keys], str], keys: Keys) -> None:
    assert is_valid(starter(keys))
    assert is_valid(starter(keys), keys)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_what_is_imported_is_valid(path: Path) -> None:
    assert is_valid(dump_spec(read_text(path.read_bytes(), path.name).spec))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_is_imported_of_our_own_files_is_valid(path: Path) -> None:
    files = render(load_spec(path.read_bytes()), ["docx", "txt"]).files

    assert is_valid(dump_spec(read_docx(files["docx"], path.name).spec))
    assert is_valid(dump_spec(read_text(files["txt"], path.name).spec))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(bulletins(), st.sampled_from(Keys))
def test_every_bulletin_that_we_write_down_is_valid(bulletin: Bulletin, keys: Keys) -> None:
    text = dump_spec(bulletin, keys=keys)

    assert is_valid(text)
    assert is_valid(text, keys)


@pytest.mark.parametrize("page", every_page(), ids=id_of)
def test_a_field_is_valid_in_each_language_with_its_example(page: FieldPage) -> None:
    english, chinese = written(with_example(page)), written(in_chinese(with_example(page)))

    assert is_valid(english, Keys.ENGLISH)
    assert is_valid(chinese, Keys.CHINESE)
    assert is_valid(english)
    assert is_valid(chinese)


@pytest.mark.parametrize("page", every_page(), ids=id_of)
@pytest.mark.parametrize("keys", LANGUAGES)
def test_the_examples_and_defaults_that_an_editor_shows_are_valid(page: FieldPage, keys: Keys | None) -> None:
    schema = SCHEMAS[keys]
    of_field = schema["$defs"][id_of(page)]
    validator = Draft202012Validator({"$ref": f"#/$defs/{id_of(page)}", "$defs": schema["$defs"]})

    assert of_field["title"]
    assert of_field["description"]
    assert all(validator.is_valid(example) for kind in of_field["anyOf"][:1] for example in kind["examples"])
    assert "default" not in of_field or validator.is_valid(of_field["default"])


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_spec_is_refused_where_that_is_a_matter_of_shape(path: Path) -> None:
    try:
        fields = read_as_an_editor(path.read_text(encoding="utf-8"))
    except yaml.YAMLError:
        assert NOT_OF_SHAPE[path.stem].startswith("no YAML")
        return

    assert EITHER.is_valid(fields) == (path.stem in NOT_OF_SHAPE)


def test_what_is_no_matter_of_shape_is_said_of_bad_specs_alone() -> None:
    assert NOT_OF_SHAPE.keys() <= {path.stem for path in BAD}


@pytest.mark.parametrize(
    "more",
    [
        "成文日期: 2025-03-05",
        "成文日期: 20250305",
        "成文日期: 2025.3",
        "成文日期: 【待补：日期】",
        "成文日期: 2025年  月  日",
        "成文日期: 二〇二五年三月五日",
        "水印: 是",
        "水印: true",
        "水印: no",
        "水印:",
        "标题: [关于巡察整改情况的, 通报]",
        "标题: 12345",
        "组织整改情况: 镇党委高度重视。",
        "组织整改情况: {各项: [成立领导小组。, 建立台账。]}",
        "组织整改情况: {标题: 甲, 编号形式: 1.}",
        "联系方式: {各项: {联系电话: 0101234567, 传真: }}",
        "联系方式: {各项: [{名称: 电话, 内容: 12345}]}",
        "稿别: 征求意见稿",
        "稿别: comments",
        "形式: 正式稿",
        "落款日期: 2025-03-05",
        "附件: [{标题: 甲, 表格: {表头: [{标题: 乙, 列宽比例: 1.5}], 各行: [[12], [丙]]}}]",
        "发文稿纸: {印数: 60}",
        "版头: {份号: 000012, 发文字号: 临党发〔2025〕3号, 保密期限: 1年, 密级: 秘密}",
        "附注: 【待补：附注】",
    ],
)
def test_what_may_be_typed_in_short_or_another_form_is_valid(more: str) -> None:
    load_spec(f"{SMALL}{more}\n")

    assert list(EITHER.iter_errors(read_as_an_editor(f"{SMALL}{more}\n"))) == []


@pytest.mark.parametrize(
    "more",
    [
        "成文日期: 昨天",
        "成文日期: [2025-03-05]",
        "水印: 好",
        "水印: 1",
        "题目: 甲",
        "标题: {甲: 乙}",
        "组织整改情况: {}",
        "组织整改情况: ''",
        "组织整改情况: {编号: 0, 标题: 甲}",
        "组织整改情况: {标题: 甲, 编号形式: 2.}",
        "组织整改情况: {标题: 甲, 问题: 乙}",
        "联系方式: {各项: 12345}",
        "联系方式: {各项: [{名称: 电话}]}",
        "稿别: 草稿",
        "附件: [{标题: 甲}]",
        "附件: [{标题: 甲, 表格: {表头: [{标题: 乙, 列宽比例: 0}]}}]",
        "附件: [{标题: 甲, 表格: {表头: []}}]",
        "版头: {份号: 十二}",
        "版头: {发文字号: '临党发[2025]3号'}",
        "联合发文机关: 青禾县临江镇人民政府",
    ],
)
def test_what_is_wrong_in_its_shape_is_refused_as_reading_does(more: str) -> None:
    with pytest.raises(SpecError):
        load_spec(f"{SMALL}{more}\n")

    assert not is_valid(f"{SMALL}{more}\n")


@settings(deadline=None)
@given(st.one_of([st.from_regex(form.pattern, fullmatch=True, alphabet=TYPED) for form in DATES]))
def test_a_date_that_we_read_is_one(text: str) -> None:
    try:
        read_date(text)
    except ValueError:
        assume(False)

    assert EITHER.is_valid({**read_as_an_editor(SMALL), "成文日期": text})


@pytest.mark.parametrize(("keys", "key"), [(Keys.CHINESE, "issue_date"), (Keys.ENGLISH, "成文日期")])
def test_a_schema_of_one_language_refuses_the_other(keys: Keys | None, key: str) -> None:
    fields = typed(example_of(Bulletin), Group(Bulletin), keys)
    assert isinstance(fields, dict)

    assert VALIDATORS[keys].is_valid(fields)
    assert not VALIDATORS[keys].is_valid({**fields, key: "2025-10-15"})


@pytest.mark.parametrize("keys", Keys)
@pytest.mark.parametrize("model", MODELS.values(), ids=lambda model: model.__name__)
def test_a_schema_of_both_takes_every_name_and_offers_one(model: type[Bulletin], keys: Keys) -> None:
    schema = json_schema(keys)
    properties = (schema if model is Bulletin else schema["$defs"][model.__name__])["properties"]
    offered = [name for name, said in properties.items() if "doNotSuggest" not in said]

    assert set(properties) == {name for field in model.model_fields for name in names_of_field(model, field)}
    assert len(offered) == len(model.model_fields)
    assert {name.isascii() for name in offered} == {keys is Keys.ENGLISH}


@pytest.mark.parametrize(
    ("model", "fields"), [(model, fields) for model, groups in ONE_OF_THESE.items() for fields in groups]
)
def test_a_group_that_has_none_of_the_fields_of_which_it_needs_one_is_refused(
    model: type[Bulletin], fields: tuple[str, ...]
) -> None:
    bulletin = with_example(page_of(model, fields[0]))
    group = group_in(bulletin, model)
    for field in fields:
        group.pop(field, None)

    with pytest.raises(SpecError):
        Bulletin.model_validate(bulletin)

    assert not EITHER.is_valid(bulletin)
