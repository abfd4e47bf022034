"""A new spec is written with the schema that editors help by."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from bulletin_gen.errors import WriteError
from bulletin_gen.files.new_spec import SCHEMA_FILE, schema_text, with_schema, write_new_spec
from bulletin_gen.spec.load import load_spec
from editor_yaml import read_as_an_editor

SPEC = """\
issuer: {name: 中共青禾县临江镇委员会}
inspection: {deployed_by: 县委}
next_steps: 持续抓好整改。
"""
LINE = f"# yaml-language-server: $schema={SCHEMA_FILE}"


def test_the_schema_lies_beside_it_and_takes_it(tmp_path: Path) -> None:
    write_new_spec(tmp_path / "通报.yaml", SPEC)
    schema = json.loads((tmp_path / SCHEMA_FILE).read_text(encoding="utf-8"))
    text = (tmp_path / "通报.yaml").read_text(encoding="utf-8")

    assert Draft202012Validator(schema).is_valid(read_as_an_editor(text))
    assert load_spec(text) == load_spec(SPEC)


def test_the_line_for_editors_ends_the_comment_that_a_spec_begins_with() -> None:
    head, _, rest = with_schema(f"# 样本\n# 照着改\n\n{SPEC}").partition(f"{LINE}\n")

    assert head.startswith("# 样本\n# 照着改\n# 下一行让 VS Code")
    assert rest == f"\n{SPEC}"


def test_without_such_a_comment_it_stands_at_the_top() -> None:
    assert with_schema(SPEC).endswith(f"{LINE}\n\n{SPEC}")
    assert with_schema(SPEC).startswith("# 下一行让 VS Code")


def test_one_schema_serves_a_folder_and_an_older_one_is_replaced(tmp_path: Path) -> None:
    (tmp_path / SCHEMA_FILE).write_text("{}", encoding="utf-8")

    write_new_spec(tmp_path / "甲.yaml", SPEC)
    write_new_spec(tmp_path / "乙.yaml", SPEC)

    assert (tmp_path / SCHEMA_FILE).read_text(encoding="utf-8") == schema_text()
    assert len(list(tmp_path.iterdir())) == 3


def test_where_the_spec_stays_as_it_is_no_schema_is_written(tmp_path: Path) -> None:
    (tmp_path / "通报.yaml").write_text("precious", encoding="utf-8")

    with pytest.raises(WriteError):
        write_new_spec(tmp_path / "通报.yaml", SPEC)

    assert [path.name for path in tmp_path.iterdir()] == ["通报.yaml"]


def test_where_the_schema_cannot_be_written_no_spec_is(tmp_path: Path) -> None:
    (tmp_path / SCHEMA_FILE).mkdir()

    with pytest.raises(WriteError, match=SCHEMA_FILE):
        write_new_spec(tmp_path / "通报.yaml", SPEC)

    assert not (tmp_path / "通报.yaml").exists()


def test_the_schema_is_the_same_each_time_and_told_in_plain_characters() -> None:
    assert schema_text() == schema_text()
    assert '"发文机关"' in schema_text()
