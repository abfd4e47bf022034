"""Reading a house profile: what a clerk may write, and what is told of each fault."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_gen.errors import Problem, SpecError
from bulletin_gen.profile import Profile, load_profile
from bulletin_gen.profile.keys import KEYS
from bulletin_gen.style import FaceRole, PageNumberPlace

BAD = sorted((Path(__file__).parent / "bad").glob("*.yaml"))


def complaints(source: str | bytes) -> list[str]:
    with pytest.raises(SpecError) as caught:
        load_profile(source, "单位格式.yaml")
    return str(caught.value).splitlines()


def result_of(source: str) -> Profile | tuple[Problem, ...]:
    try:
        return load_profile(source)
    except SpecError as error:
        return error.problems


def value(group: str, name: str, typed: str) -> object:
    return load_profile(f"名称: 某局\n{group}: {{{name}: {typed}}}").values[f"{group}.{name}"]


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_profile_is_answered_as_its_neighbour_says(path: Path) -> None:
    told = "".join(f"{line}\n" for line in complaints(path.read_bytes()))

    assert path.with_suffix(".txt").read_text(encoding="utf-8") == told


def test_a_profile_has_a_name_and_may_have_a_description() -> None:
    profile = load_profile("名称: 青溪镇公文格式\n说明: 行距30磅。\n正文: {行距: 30磅}\n")

    assert (profile.name, profile.description) == ("青溪镇公文格式", "行距30磅。")
    assert profile.values == {"正文.行距": 600}


@pytest.mark.parametrize(
    ("group", "name", "typed", "meant"),
    [
        ("页面", "上白边", "36毫米", 36),
        ("页面", "上白边", "3.6厘米", 36),
        ("页面", "上白边", "36 mm", 36),
        ("页面", "上白边", "３６毫米", 36),
        ("正文", "行距", "28.95磅", 579),
        ("正文", "行距", "30pt", 600),
        ("正文", "字号", "三号", 16),
        ("正文", "字号", "小4号", 12),
        ("正文", "字号", "4号", 14),
        ("正文", "字号", "15.5磅", 15.5),
        ("正文", "每面行数", "20行", 20),
        ("正文", "首行缩进", "2个字", 2),
        ("标题", "字体", "黑体", FaceRole.HEITI),
        ("字体", "仿宋", "方正仿宋_GBK", "方正仿宋_GBK"),
        ("页码", "位置", "居中", PageNumberPlace.CENTRE),
        ("页码", "首页显示", "否", False),
        ("页码", "样式", "第1页", ("第", "页")),
        ("页码", "样式", "'1'", ("", "")),
    ],
)
def test_values_are_written_as_a_clerk_writes_them(group: str, name: str, typed: str, meant: object) -> None:
    assert meant == value(group, name, typed)


def test_a_key_left_empty_is_not_given() -> None:
    assert load_profile("名称: 某局\n正文:\n  行距:\n标题:\n").values == {}


@given(st.text(max_size=60) | st.text("0123456789.-磅毫米mpt字行号三小四第页— ", max_size=12))
def test_no_value_makes_it_stumble(typed: str) -> None:
    """Each kind of value is read or refused, whatever is typed."""
    quoted = typed.replace("'", "''")

    for key in KEYS.values():
        assert result_of(f"名称: 某局\n{key.group}: {{{key.name}: '{quoted}'}}")
