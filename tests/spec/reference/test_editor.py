"""What an editor with yaml-language-server shows of a spec that `new` wrote, and of one that is being typed."""

import re
from pathlib import Path

import pytest

from bulletin_gen.files.new_spec import with_schema, write_new_spec
from bulletin_gen.files.starter import read_starter
from bulletin_gen.spec.model import Issue, Issuer
from bulletin_gen.spec.names import Keys, chinese_name
from bulletin_gen.spec.reference.full_starter import full_starter
from editor import shown_in_an_editor
from starter_lines import all_switched_on, lines_of

KEY = re.compile(r"( *(?:- )?)([\u4e00-\u9fff]+):")
# ‸ is where the author types on.
TYPED = """\
发文机关:
  全称: 中共青禾县临江镇委员会
  简 称: 临江镇党委
巡察依据:
  部署机关: 县委
  反馈: {date: 昨天}
整改情况:
  数目:
    - 12
  问题:
    - 问题: 理论学习不够深入
      状态: 完毕
      整改措施:
        - 健全学习制度: 每周
      ‸
稿别: ‸
form: issued
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    file = tmp_path / "通报.yaml"
    write_new_spec(file, TYPED.replace("‸", ""))
    return file


def cursors() -> list[tuple[int, int]]:
    lines = enumerate(with_schema(TYPED).splitlines(), start=1)
    return [(number, line.index("‸") + 1) for number, line in lines if "‸" in line]


def line_of(file: Path, text: str) -> int:
    lines = file.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


@pytest.mark.parametrize("text", [read_starter().decode(), full_starter()], ids=["short", "full"])
def test_nothing_is_underlined_in_a_starter(text: str, tmp_path: Path) -> None:
    write_new_spec(tmp_path / "通报.yaml", text)

    assert shown_in_an_editor(tmp_path / "通报.yaml").underlined == []


def test_errors_are_underlined_where_they_are_and_told_in_chinese(spec: Path) -> None:
    lines = spec.read_text(encoding="utf-8").splitlines()
    underlined = [said.split(" ", 1) for said in shown_in_an_editor(spec).underlined]

    assert {lines[int(place.split(":")[0]) - 1].strip(): message for place, message in underlined} == {
        "简 称: 临江镇党委": "属性 简 称 不被允许。",
        "反馈: {date: 昨天}": "读不出日期；请写成 2024-06-28，或 2024年8月下旬 这样的说法",
        "- 12": "请写成数字加单位，如：4个问题",
        "状态: 完毕": "请写：已完成、已完成并长期坚持、基本完成、正在整改、持续推进、长期整改、尚未完成",
        "- 健全学习制度: 每周": "这里要写文字；文字里有半角冒号加空格的，请用英文引号括起来",
    }


def test_chinese_fields_are_offered_once_each_with_their_gloss(spec: Path) -> None:
    (offered,) = shown_in_an_editor(spec, offers_at=cursors()[:1]).offered
    given = {"problem", "status", "measures"}

    assert offered.keys() - {"常用字段"} == {
        chinese_name(Issue, field) for field in Issue.model_fields if field not in given
    }
    assert offered["责任单位"].startswith("责任单位，只列在台账里。\n\n")


def test_chinese_values_are_offered(spec: Path) -> None:
    (offered,) = shown_in_an_editor(spec, offers_at=cursors()[1:]).offered

    assert list(offered) == ["送审稿", "征求意见稿", "定稿"]


def test_english_ones_are_offered_in_a_spec_of_english_keys(tmp_path: Path) -> None:
    write_new_spec(tmp_path / "通报.yaml", "stage: \nissuer:\n  name: 甲\n  \n", Keys.ENGLISH)
    line = line_of(tmp_path / "通报.yaml", "stage:")
    values, fields = shown_in_an_editor(tmp_path / "通报.yaml", offers_at=[(line, 8), (line + 3, 3)]).offered

    assert values == {"draft": "送审稿", "comments": "征求意见稿", "final": "定稿"}
    assert fields.keys() - {"常用字段"} == Issuer.model_fields.keys() - {"name"}


def test_a_field_is_explained_under_the_pointer_in_either_language(spec: Path) -> None:
    stage, form = shown_in_an_editor(spec, tells_at=[(line_of(spec, "全称"), 4), (line_of(spec, "form"), 2)]).told

    assert stage.startswith("#### 全称\n\n发文机关全称，用在标题、署名和版头。\n\n")
    assert "印出：中共青禾县临江镇委员会关于巡察整改情况的通报" in stage
    assert form.startswith("#### 形式\n\n公布稿还是印发稿。")


def test_every_field_of_the_full_starter_is_explained_by_its_name(tmp_path: Path) -> None:
    write_new_spec(tmp_path / "通报.yaml", "\n".join(all_switched_on(lines_of())))
    lines = (tmp_path / "通报.yaml").read_text(encoding="utf-8").splitlines()
    keys = {number: KEY.match(line) for number, line in enumerate(lines, start=1) if "  # " in line}
    places = {number: match for number, match in keys.items() if match}
    told = shown_in_an_editor(
        tmp_path / "通报.yaml", tells_at=[(number, match.start(2) + 2) for number, match in places.items()]
    ).told

    assert len(told) > 150
    assert [said.splitlines()[0] for said in told] == [f"#### {match[2]}" for match in places.values()]
