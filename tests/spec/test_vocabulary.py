"""A spec may be typed in Chinese, in English, or in both: the same bulletin, told of in its author's own words."""

import re
from pathlib import Path

import pytest

import bulletin_gen
from bulletin_gen.checking import check
from bulletin_gen.checking.fixing import fix
from bulletin_gen.checks.report.json import findings_json
from bulletin_gen.checks.report.sarif import findings_sarif
from bulletin_gen.composing import compose
from bulletin_gen.errors import SpecError
from bulletin_gen.spec.load import load_spec
from bulletin_gen.spec.model import Bulletin, Stage
from bulletin_gen.spec.names import Keys
from bulletin_gen.spec.rewrite import with_keys
from bulletin_gen.spec.spec import Spec

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
CHINESE = """\
稿别: 征求意见稿
发文机关: {全称: 中共青禾县河湾镇委员会, 简称: 河湾镇党委}
巡察依据:
  巡察类型: 常规
  部署机关: 县委
  巡察组: 县委第二巡察组
  巡察时间: {起始日期: 2025-03-03, 结束日期: 2025-04-30}
  反馈: {日期: 2025-05-28}
整改情况:
  标题: 整改情况
  数目: [1个方面, 2个问题]
  整改进度: {完成率: 是}
  方面:
    - 标题: 制度执行方面
      问题:
        - 问题: 台账不全
          整改措施:
            - 健全台账。补记{{ 数目.整改措施 }}类台账。
            - 修订台账、档案、等制度。
          状态: 已完成
        - {问题: 会议记录不全, 正文: 已补记。, 状态: 正在整改, 责任单位: 党政办, 完成时限: 2025-12-31}
其他部分:
  - {标题: 长期坚持的事项, 正文: 另行公布。, 排在哪部分之后: 整改情况}
联系方式:
  各项: {联系电话: 0123-4567890, 名称: 某室}
成文日期: 2025-06-30
"""
ENGLISH = with_keys(CHINESE, Keys.ENGLISH)


def mixed() -> str:
    """Every other line in English."""
    lines = zip(CHINESE.splitlines(), ENGLISH.splitlines(), strict=True)
    return "".join(f"{pair[number % 2]}\n" for number, pair in enumerate(lines))


def complaints(text: str) -> list[str]:
    with pytest.raises(SpecError) as caught:
        load_spec(text, "通报.yaml")
    return str(caught.value).splitlines()


def told(text: str) -> list[str]:
    return [str(finding) for finding in check(load_spec(text, "通报.yaml"))]


# ---- the same bulletin --------------------------------------------------------------------------------------------


def test_the_three_files_are_in_three_languages() -> None:
    keys = {"Chinese": "[\u4e00-\u9fff]+:", "English": "[a-z_]+:"}
    found = {
        name: [kind for kind, key in keys.items() if re.search(rf"(?m)^ *(?:- )?{key}", text)]
        for name, text in {"zh": CHINESE, "en": ENGLISH.partition("contact:")[0], "both": mixed()}.items()
    }

    assert found == {"zh": ["Chinese"], "en": ["English"], "both": ["Chinese", "English"]}


@pytest.mark.parametrize("text", [ENGLISH, mixed()], ids=["english", "mixed"])
def test_a_spec_says_the_same_in_any_language(text: str) -> None:
    spec, chinese = load_spec(text), load_spec(CHINESE)

    assert compose(spec) == compose(chinese)
    assert spec.bulletin.stage is Stage.COMMENTS
    assert spec.places.marks.keys() == chinese.places.marks.keys()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_the_same_document_in_either_language(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    specs = [load_spec(with_keys(text, keys)) for keys in Keys]

    assert compose(specs[0]) == compose(specs[1]) == compose(load_spec(text))
    assert specs[0].places.marks.keys() == specs[1].places.marks.keys()


def test_places_are_known_by_the_fields_own_names_and_told_by_the_authors() -> None:
    where = load_spec(CHINESE, "通报.yaml").where("results.sections[0].issues[1].status")

    assert (where.line, where.column, where.path) == (21, 38, "results.sections[0].issues[1].status")
    assert str(where) == "通报.yaml:21:38 整改情况.方面[0].问题[1].状态"


def test_what_offices_say_otherwise_is_told_as_they_say_it() -> None:
    where = load_spec(CHINESE.replace("成文日期:", "落款日期:")).where("issue_date")

    assert str(where) == "26:7 落款日期"


def test_labels_of_contacts_are_no_names_of_fields() -> None:
    contact = load_spec(CHINESE).bulletin.contact

    assert contact is not None
    assert [field.label for field in contact.fields] == ["联系电话", "名称"]


def test_contacts_in_a_list_have_names_of_fields() -> None:
    text = CHINESE.replace("{联系电话: 0123-4567890, 名称: 某室}", "[{名称: 联系电话, 内容: 0123-4567890}]")
    contact = load_spec(text).bulletin.contact

    assert contact is not None
    assert [(field.label, field.value) for field in contact.fields] == [("联系电话", "0123-4567890")]


# ---- errors -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "answer"),
    [
        (
            "状态: 正在整改",
            "状态: 完毕",
            "21:38 整改情况.方面[0].问题[1].状态：“完毕” 不是可用的状态；可用：已完成、已完成并长期坚持、",
        ),
        ("稿别: 征求意见稿", "稿别: 草稿", "1:5 稿别：“草稿” 不是可用的稿别；可用：送审稿、征求意见稿、定稿"),
        ("简称: ", "简成: ", "2:25 发文机关.简成：没有这个字段；是不是 简称？可用：全称、简称、注明简称、署名"),
        (
            "简称: ",
            "shortname: ",
            "2:25 发文机关.shortname：没有这个字段；是不是 short_name（简称）？可用：name（全称）、",
        ),
        ("稿别: ", "搞别: ", "1:1 搞别：没有这个字段；是不是 稿别？可用：文种、形式、稿别、"),
        ("全称: 中共青禾县河湾镇委员会, ", "", "2:1 发文机关.全称：缺少“全称”；请补上这个字段"),
        ("问题: 会议记录不全, ", "", "21:11 整改情况.方面[0].问题[1]：缺少“问题”；自拟标题的请写“自拟标题”"),
        ("  部署机关: 县委\n", "", "3:1 巡察依据：缺少“部署机关”，如：市委；自拟整句的请写“自拟全文”"),
        (
            "简称: ",
            "name: ",
            "2:25 发文机关.全称：name 就是第 2 行的 全称，同一个字段写了两次；请只留一个",
        ),
        ("成文日期:", "稿别: 定稿\n成文日期:", "26:1 稿别：第 1 行已有这个字段；请只留一个"),
        ("发文机关: {全称: 中共", "发文机关: 全称：{中共", "2:9 发文机关：“全称”后面是全角冒号；请改成半角冒号"),
        ("补记{{ 数目.整改措施 }}", "补记｛｛ 数目.问题 ｝｝", "请写成半角的 {{ 数目.问题 }}"),
        ("补记{{ 数目.整改措施 }}", "补记数目.问题", "整改措施[0]：“数目.问题”会照原样印出来；请写成半角的"),
    ],
)
def test_a_fault_is_told_in_the_authors_words(old: str, new: str, answer: str) -> None:
    assert old in CHINESE
    assert answer in complaints(CHINESE.replace(old, new))[0]


def test_a_mixed_mapping_is_told_of_in_the_language_of_most_of_its_keys() -> None:
    issue = "{问题: 会议记录不全, 正文: 已补记。, 状态: 正在整改, 责任单位: 党政办, 完成时限: 2025-12-31}"

    assert "缺少“问题”" in complaints(CHINESE.replace(issue, "{text: 已补记。, 状态: 正在整改, 责任单位: 甲}"))[0]
    assert "缺少“problem（问题）”" in complaints(CHINESE.replace(issue, "{text: 已补记。, status: 正在整改}"))[0]


def test_a_bulletin_made_in_python_is_told_of_in_english() -> None:
    with pytest.raises(SpecError, match=r"^issuer\.name：缺少“name（全称）”；请补上这个字段"):
        Bulletin.model_validate({"issuer": {}, "opening": "无", "results": {"issues": [{"problem": "甲"}]}})


def test_a_text_may_begin_with_the_name_of_a_field_and_a_colon() -> None:
    spec = load_spec(CHINESE.replace("正文: 已补记。", "正文: 整改措施：已补记。"))

    assert spec.bulletin.results is not None
    assert spec.bulletin.results.sections[0].issues[1].text == "整改措施：已补记。"


# ---- checks -------------------------------------------------------------------------------------------------------

LATE = CHINESE.replace("反馈: {日期: 2025-05-28}", "反馈: {日期: 2025-04-01}")


def test_a_finding_names_fields_as_the_author_does() -> None:
    chinese = "请核对“巡察依据.巡察时间.结束日期”、“巡察依据.反馈.日期”"
    english = "请核对“inspection.period.end（结束日期）”、“inspection.feedback.date（日期）”"

    (in_chinese,) = [line for line in told(LATE) if "早于" in line]
    (in_english,) = [line for line in told(with_keys(LATE, Keys.ENGLISH)) if "早于" in line]
    assert in_chinese.startswith("警告：通报.yaml:8:12 巡察依据.反馈.日期：")
    assert in_chinese.endswith(chinese)
    assert in_english.startswith("警告：通报.yaml:8:20 inspection.feedback.date：")
    assert in_english.endswith(english)


def test_a_program_is_told_both_names_of_a_field() -> None:
    (late,) = [finding for finding in check(load_spec(LATE, "通报.yaml")) if finding.rule == "spec/dates"]

    assert '"field": "inspection.feedback.date",\n      "typed_field": "巡察依据.反馈.日期"' in findings_json([late])
    sarif = findings_sarif([late])
    assert '"fullyQualifiedName": "inspection.feedback.date"' in sarif
    assert '"typed": "巡察依据.反馈.日期"' in sarif


@pytest.mark.parametrize("text", [CHINESE, ENGLISH, mixed()], ids=["chinese", "english", "mixed"])
def test_mechanical_edits_are_made_and_allowed_in_any_language(text: str) -> None:
    content = text.encode()
    allowed = text.replace("等制度。", "等制度。  # bulletin-gen: allow marks")

    assert fix(content, load_spec(content)).content.decode() == text.replace("、等", "等")
    assert [finding.where.path for finding in check(load_spec(text)) if finding.rule.startswith("marks/")] == [
        "results.sections[0].issues[0].measures[1]"
    ]
    assert not [finding for finding in check(load_spec(allowed)) if finding.rule.startswith(("marks/", "check/"))]


@pytest.mark.parametrize(
    ("spec", "path", "within", "name"),
    [
        (load_spec(CHINESE), "head.document_number", "", "“版头.发文字号”"),
        (load_spec(CHINESE), "status", "results.sections[0].issues[0]", "“状态”"),
        (load_spec(ENGLISH), "head.document_number", "", "“head.document_number（发文字号）”"),
        (load_spec(ENGLISH), "status", "results.sections[0].issues[0]", "“status（状态）”"),
        (Spec(load_spec(CHINESE).bulletin), "issue_date", "", "“issue_date（成文日期）”"),
    ],
)
def test_a_message_names_a_field(spec: bulletin_gen.Spec, path: str, within: str, name: str) -> None:
    assert spec.named(path, within) == name


def test_a_message_names_a_fixed_value() -> None:
    assert load_spec(CHINESE).named_value("stage", Stage.DRAFT) == "“送审稿”"
    assert load_spec(ENGLISH).named_value("stage", Stage.DRAFT) == "“draft（送审稿）”"


def test_a_message_shows_a_placeholder_in_the_words_of_the_author() -> None:
    assert load_spec(CHINESE).placeholder("counts.done") == "{{ 数目.已完成 }}"
    assert load_spec(ENGLISH).placeholder("counts.done") == "{{ counts.done }}"
