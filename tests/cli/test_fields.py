"""`bulletin-gen fields`, `bulletin-gen explain` of a field and `bulletin-gen schema`."""

import json
from pathlib import Path

import pytest

import bulletin_gen
from bulletin_gen.cli import main
from bulletin_gen.spec.reference.table import every_page


def test_every_field_is_listed_below_its_group_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fields"]) == 0
    told = capsys.readouterr().out

    assert all(f"（{page.field}）" in told for page in every_page())
    assert "版头（写在：版头（head））\n  份号（copy_number）          份号，六位数字\n" in told


@pytest.mark.parametrize("name", ["成文日期", "issue_date", "落款日期"])
def test_a_field_is_explained_by_any_of_its_names(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", name]) == 0
    told = capsys.readouterr().out

    assert told.startswith("成文日期  issue_date\n写在：通报的最外层\n\n成文日期，署名下面的日期。\n\n写法：日期，")
    assert "依据：GB/T 9704-2012 7.3.5；" in told
    assert told.endswith("例子：\n    成文日期: 2025-10-15\n")


def test_a_path_picks_one_of_several_of_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "整改情况.方面.标题"]) == 0
    assert capsys.readouterr().out.startswith("标题  heading\n写在：整改情况的 方面（sections）\n")

    assert main(["explain", "标题"]) == 0
    assert capsys.readouterr().out.count("写在：") > 4


def test_a_field_that_there_is_not_is_refused_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "成文日"]) == 2
    assert "没有“成文日”这条规则或这个字段；是不是 成文日期" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("keys", "names"), [("zh", ["发文机关"]), ("en", ["issuer"]), ("both", ["发文机关", "issuer"])]
)
def test_the_schema_is_told_in_the_language_that_is_asked_for(
    keys: str, names: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", "--keys", keys]) == 0
    schema = json.loads(capsys.readouterr().out)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["properties"].keys() & {"发文机关", "issuer"} == set(names)


def test_the_schema_is_written_with_the_line_that_names_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "通报.schema.json"

    assert main(["schema", "-o", str(target)]) == 0
    assert "# yaml-language-server: $schema=通报.schema.json\n" in capsys.readouterr().out
    assert json.loads(target.read_text(encoding="utf-8")) == bulletin_gen.json_schema()

    assert main(["schema", "-o", str(target)]) == 2
    assert "已有这个文件，没有覆盖" in capsys.readouterr().err
