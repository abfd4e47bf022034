"""Reading a spec: what is kept as typed, where each field stands, and what a clerk is told of each fault."""

import codecs
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from bulletin_gen.errors import Problem, SpecError
from bulletin_gen.spec.load import load_spec
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.where import Where
from bulletin_gen.yamltext import events

BAD = sorted((Path(__file__).parent / "bad").glob("*.yaml"))
GOOD = """\
issuer:
  name: 中共青溪镇委员会
  short_name:
inspection:
  deployed_by: 县委
results:
  issues:
    - problem: 学习不够深入
      status: 已完成
    - {problem: 调研不够扎实, status: 持续推进}
organisation: 党委高度重视。
contact:
  fields:
    联系电话: 0101234567
    传真:
    时间: 12:30
issue_date: 2024-03-05
"""


def complaints(source: str | bytes) -> list[str]:
    """What the author is told, a line for each fault."""
    with pytest.raises(SpecError) as caught:
        load_spec(source, "通报.yaml")
    return str(caught.value).splitlines()


def result_of(source: str | bytes) -> Bulletin | tuple[Problem, ...]:
    try:
        return load_spec(source).bulletin
    except SpecError as error:
        return error.problems


def told_of(path: Path) -> str:
    return "".join(f"{line}\n" for line in complaints(path.read_bytes()))


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_spec_is_answered_as_its_neighbour_says(path: Path) -> None:
    assert path.with_suffix(".txt").read_text(encoding="utf-8") == told_of(path)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_the_answers_are_the_same_without_the_c_parser(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "_LOADER", yaml.SafeLoader)

    assert path.with_suffix(".txt").read_text(encoding="utf-8") == told_of(path)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_no_answer_holds_an_english_sentence(path: Path) -> None:
    words = told_of(path).replace("bulletin-gen new", "").replace("issue_date", "").split()

    assert not [word for word in words if word.isascii() and word.isalpha() and word not in ("UTF-8",)]


def test_numbers_times_and_dates_stay_as_typed() -> None:
    bulletin = load_spec(GOOD).bulletin

    assert bulletin.contact is not None
    assert [field.value for field in bulletin.contact.fields] == ["0101234567", "12:30"]
    assert bulletin.issue_date == "2024-03-05"


@pytest.mark.parametrize("typed", ["no", "on", "1_000", "0x1F", "1e3", ".inf", "=", "2024-03-05 10:00:00"])
def test_a_plain_text_is_never_anything_else(typed: str) -> None:
    bulletin = load_spec(GOOD.replace("党委高度重视。", typed)).bulletin

    assert bulletin.organisation is not None
    assert bulletin.organisation.text == typed


@pytest.mark.parametrize("typed", ["", "~", "null"])
def test_nothing_typed_is_not_given(typed: str) -> None:
    bulletin = load_spec(GOOD.replace("县委", f"县委\n  deployment: {typed}")).bulletin

    assert bulletin.inspection is not None
    assert bulletin.inspection.deployment is None


def test_empty_quotes_are_an_empty_text() -> None:
    bulletin = load_spec(GOOD.replace("县委", '县委\n  deployment: ""')).bulletin

    assert bulletin.inspection is not None
    assert bulletin.inspection.deployment == ""


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ("", 1, 1),
        ("issuer", 1, 1),
        ("issuer.name", 2, 9),
        ("issuer.short_name", 3, 3),
        ("results.issues", 7, 3),
        ("results.issues[0]", 8, 7),
        ("results.issues[0].status", 9, 15),
        ("results.issues[1]", 10, 7),
        ("results.issues[1].status", 10, 33),
        ("organisation", 11, 15),
        ("organisation.text", 11, 15),
        ("contact.fields", 13, 3),
        ("contact.fields[0].label", 14, 5),
        ("contact.fields[0].value", 14, 11),
        ("contact.fields[1]", 16, 5),
        ("contact.fields[1].value", 16, 9),
        ("title", 1, 1),
    ],
)
def test_every_field_has_its_place(path: str, line: int, column: int) -> None:
    places = load_spec(GOOD, "通报.yaml").places

    assert places.find(path) == Where("通报.yaml", line, column, path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_what_windows_editors_save_is_read(encoding: str, line_end: str) -> None:
    saved = GOOD.replace("\n", line_end).encode(encoding)

    assert load_spec(saved) == load_spec(GOOD)
    assert load_spec(saved).places == load_spec(GOOD).places


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        (
            GOOD.encode("gbk"),
            "通报.yaml:2:9：不是 UTF-8 编码的文字，可能是 GBK（ANSI）编码；请在编辑器里用“另存为”，编码选 UTF-8",
        ),
        (b"issuer: \xff\xff\xff", "通报.yaml:1:9：不是 UTF-8 编码的文字；请在编辑器里用“另存为”，编码选 UTF-8"),
        (codecs.BOM_UTF16_LE + b"a", "通报.yaml：像是 UTF-16 编码，但内容有损坏；请在编辑器里用“另存为”，编码选 UTF-8"),
        (b"PK\x03\x04\x00", "通报.yaml：不是文本文件；通报要写成 YAML 文本，不能是 Word 文档或压缩包"),
        (b"", "通报.yaml：文件是空的；可用 bulletin-gen new 生成一份样本"),
        (b"# \n---\n", "通报.yaml:3:1：文件里没有内容；可用 bulletin-gen new 生成一份样本"),
        (
            "issuer:\n  name: \x07甲\x07\n",
            "通报.yaml:2:9：含有看不见的字符 U+0007（共 2 处）；请删去，或重新输入这一行",
        ),
        ("issuer: 甲\ud800", "通报.yaml:1:10：含有看不见的字符 U+D800（共 1 处）；请删去，或重新输入这一行"),
        (b" " * 10_000_001, "通报.yaml：文件超过 10 MB，不像一份通报；请检查是不是选错了文件"),
    ],
)
def test_what_is_no_readable_text_is_refused(source: str | bytes, answer: str) -> None:
    assert [answer] == complaints(source)


@pytest.mark.parametrize(
    ("typed", "path", "answer"),
    [
        ("&a 县委", "5:16 inspection.deployed_by", "不能用 & 作记号；请删去；文字以 & 开头时，请用引号括起来"),
        ("*a", "5:16 inspection.deployed_by", "不能用 * 引用别处的内容；请把内容写全；文字以 * 开头时，请用引号括起来"),
        ("!!str 县委", "5:16 inspection.deployed_by", "不能用 ! 标注类型；请删去；文字以 ! 开头时，请用引号括起来"),
        ("县委\n  <<: {a: b}", "6:3 inspection.<<", "不能用 << 合并别处的内容；请把内容写全"),
    ],
)
def test_yaml_beyond_plain_fields_is_refused(typed: str, path: str, answer: str) -> None:
    assert f"通报.yaml:{path}：{answer}" in complaints(GOOD.replace("县委", typed, 1))


def test_wrong_values_are_shown_short_and_harmless() -> None:
    (answer,) = complaints(GOOD.replace("已完成", '"\\e[31m' + "长" * 1000 + '"'))

    assert "“U+001B[31m长长" in answer
    assert len(answer) < 200


BOMBS = {
    "brackets": "[" * 1_000_000,
    "braces": "{" * 1_000_000,
    "dashes": "- " * 1_000_000,
    "question marks": "? " * 1_000_000,
    "quotes": 'a: "' + "x\n" * 200_000,
    "indents": "".join(f"{' ' * depth}a:\n" for depth in range(2000)),
    "laughs": "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n",
    "items": "results:\n  issues:\n" + "  - \n" * 150_000,
    "one line": "a: [x" + ",x" * 150_000 + "]",
    "slips": "title: 甲\n" + "  name：乙\n" * 100_000,
    "unknown fields": "".join(f"isuer{number}: 1\n" for number in range(2000)),
    "long text": "title: " + "长" * 1_000_000,
    "control characters": "\x01" * 1_000_000,
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_is_refused_like_any_other_fault(bomb: str) -> None:
    assert complaints(bomb)[0].startswith("通报.yaml")


@given(st.one_of(st.binary(), st.text(), st.text("a:：-\"'[]{}#&*!|>%@`,? \t\n名name")))
@example("a: {{ counts.issues }}")
@example("? - a\n: b")
@example("\r")
def test_any_input_gives_a_bulletin_or_problems(source: str | bytes) -> None:
    assert result_of(source)


LINES = GOOD.splitlines(keepends=True)


@given(st.lists(st.sampled_from([*LINES, "\t", "  ", "：", '"', "- ", "{", "]", "*a ", "---\n"]), max_size=25))
def test_any_shuffled_spec_gives_a_bulletin_or_problems_in_order(pieces: list[str]) -> None:
    result = result_of("".join(pieces))

    problems = () if isinstance(result, Bulletin) else result
    places = [(problem.where.line or 0, problem.where.column or 0) for problem in problems]
    assert places == sorted(places)
