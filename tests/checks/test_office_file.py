"""An office's bulletin-gen.toml: what it says, and what is wrong with it."""

import dataclasses
import re

import pytest

from bulletin_gen.checks import office_file
from bulletin_gen.checks.office import Office
from bulletin_gen.checks.office_file import load_office
from bulletin_gen.errors import SpecError
from bulletin_gen.finding import Severity
from judges import CHECKOUT
from steps import steps

CHINESE = """\
允许 = ["三资办", "河长制办"]
单位 = ["青禾县河湾镇党政办公室"]
电话 = ["0570-1234567"]
公开姓名 = ["王明"]

[级别]
marks = "建议"
"spec/blank" = "关闭"

[用语]
农办 = "农业农村办公室"

[人员]
王明 = "镇党委书记"
"""
ENGLISH = """\
allowed = ["三资办", "河长制办"]
units = ["青禾县河湾镇党政办公室"]
phones = ["0570-1234567"]
public_names = "王明"

[levels]
marks = "advice"
"spec/blank" = "off"

[preferred]
"农办" = "农业农村办公室"

[people]
"王明" = "镇党委书记"
"""


def problems(text: str | bytes) -> list[str]:
    with pytest.raises(SpecError) as caught:
        load_office(text, "bulletin-gen.toml")
    return [str(problem) for problem in caught.value.problems]


def test_chinese_and_english_keys_say_the_same() -> None:
    expected = Office(
        levels={"marks": Severity.ADVICE, "spec/blank": None},
        allowed=("三资办", "河长制办"),
        preferred={"农办": "农业农村办公室"},
        units=("青禾县河湾镇党政办公室",),
        people={"王明": "镇党委书记"},
        phones=("0570-1234567",),
        public_names=("王明",),
    )

    assert load_office(CHINESE) == load_office(ENGLISH) == expected


def test_what_windows_editors_save_is_read() -> None:
    assert load_office(CHINESE.replace("\n", "\r\n").encode("utf-8-sig")) == load_office(CHINESE)


def test_the_example_in_the_docs_is_read_and_its_table_names_every_field() -> None:
    page = (CHECKOUT / "docs" / "checks.md").read_text(encoding="utf-8")
    office = load_office(page.partition("```toml\n")[2].partition("```")[0])
    rows = dict(re.findall(r"^\| (\w+) \| (\w+) \| ", page, re.MULTILINE))
    fields = {field.name for field in dataclasses.fields(Office)}

    assert all(getattr(office, name) for name in fields)
    assert fields <= set(rows.values())


def test_an_empty_file_is_any_office() -> None:
    assert load_office("") == Office()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('alowed = ["甲"]', "bulletin-gen.toml:1 alowed：没有这个字段；是不是 allowed？"),
        ('\n单住 = ["甲"]', "bulletin-gen.toml:2 单住：没有这个字段；是不是 单位？"),
        ('[级别]\nmark = "建议"', "bulletin-gen.toml:2 级别.mark：没有 mark 这条规则；是不是 marks？"),
        ('[级别]\nmarks = "严"', "bulletin-gen.toml:2 级别.marks：级别不能这样写；可用：错误、警告、建议、关闭"),
        ('[级别]\n单位 = ["甲"]', "bulletin-gen.toml:2 级别.单位：单位 写到了 [级别] 下面；请移到第一个方括号的上面"),
        ("允许 = 3", "bulletin-gen.toml:1 允许：这里要写一串文字"),
        ('允许 = ["甲", 3]', "bulletin-gen.toml:1 允许：这里要写一串文字"),
        ('级别 = "错误"', "bulletin-gen.toml:1 级别：这里要写一组“名称 = 内容”"),
        ('[人员]\n王明 = ["书记"]', "bulletin-gen.toml:2 人员.王明：这里要写文字"),
        ('allowed = ["甲"]\n允许 = ["乙"]', "bulletin-gen.toml:2 允许：allowed 和 允许 是同一个字段，写了两次"),
    ],
)
def test_what_is_wrong_is_told_with_line_and_field(text: str, told: str) -> None:
    (problem,) = problems(text)

    assert problem.startswith(told)


def test_everything_is_told_at_once() -> None:
    assert len(problems('甲 = 1\n允许 = 3\n[级别]\nmark = "建议"\n')) == 3


@pytest.mark.parametrize("text", ["允许 = [“甲”]", '单位\n= "甲"', "[级别", '允许 = ["甲"]\n允许 = ["乙"]'])
def test_what_is_no_toml_is_told_with_its_line(text: str) -> None:
    (problem,) = problems(text)

    assert problem.startswith(("bulletin-gen.toml:1：这里不合 TOML 的写法", "bulletin-gen.toml:2：这里不合"))


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("允许 = " + "[" * 50_000, "这里不合 TOML 的写法|层次太深"),
        ("允许".encode("gbk"), "不是 UTF-8"),
        (b"x" * 1_000_001, "超过 1 MB"),
    ],
)
def test_hostile_files_are_refused(source: str | bytes, told: str) -> None:
    (problem,) = problems(source)

    assert any(part in problem for part in told.split("|"))


HOSTILE = ["单" * 400, "单" * 400 + "=", " " * 400 + "单", "[" + "单" * 400, "[ " * 200, '"' * 400, "单 " * 200 + "="]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("pattern", ["_BARE_KEY", "_BARE_TABLE"])
def test_a_line_twice_as_long_takes_no_more_than_twice_as_long(pattern: str, text: str) -> None:
    compiled = getattr(office_file, pattern)

    assert steps(compiled, text * 2) <= 2.2 * steps(compiled, text) + 4000
