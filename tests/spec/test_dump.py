"""What a bulletin looks like as YAML, and that it reads back as the same bulletin."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bulletin_gen.spec.dump import dump_spec
from bulletin_gen.spec.load import load_spec
from bulletin_gen.spec.model import Bulletin
from bulletin_gen.spec.names import Keys
from bulletin_gen.text.chars import is_control
from bulletin_gen.text.numerals import Label

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))

SMALL: dict[str, Any] = {
    "issuer": {"name": "中共甲镇委员会"},
    "opening": "无",
    "results": {"issues": [{"problem": "甲"}]},
}


def bulletin(**fields: Any) -> Bulletin:
    return Bulletin.model_validate(SMALL | fields)


def reloaded(spec: Bulletin, notes: dict[str, str] | None = None) -> Bulletin:
    """The bulletin that the file says, which is the same in either language."""
    in_chinese, in_english = (load_spec(dump_spec(spec, notes, keys)).bulletin for keys in Keys)

    assert in_chinese == in_english
    return in_chinese


# ---- every bulletin reads back -----------------------------------------------------------------------------------

NASTY = [
    *("12", "012", "1e3", "0x1f", "1_000", "12:30", "12:30:45", "2024-01-02", ".5", "1.", "true", "no", "是", "否"),
    *("null", "~", "NULL", "无", "<<", "=", "---", "...", "-", "- 甲", "-甲", "?", "? 甲", ":", "甲:", "甲: 乙"),
    *(
        "#甲",
        "甲 #乙",
        "甲#乙",
        "&甲",
        "*甲",
        "!甲",
        "!!str 甲",
        "|",
        "|-",
        ">",
        "%甲",
        "@甲",
        "`甲",
        "[甲]",
        "{甲: 乙}",
    ),
    *(
        "'甲'",
        '"甲"',
        "甲'乙",
        '甲"乙',
        "\\",
        "甲\\n乙",
        "“甲”",
        "heading：甲",
        "text:甲",
        "甲  乙",
        "甲, 乙",
        "]",
        ",",
    ),
    *("甲\u2028乙", "\ufeff甲", "\u00ad", "\u200b甲", "\u00a0甲\u00a0", "甲\u2029", "😀", "𠮷", "㊿"),
    *("{{ counts.issues }}", "https://a.cn/#b", "a@b.cn"),
]
AWKWARD = "甲乙，。：；、“”（）1a -:#'\"\\|>{}[]&*!%@`,?~=<\u3000\u00a0\u2028"
CHARACTERS = st.one_of(st.sampled_from(AWKWARD), st.characters())


PLACEHOLDERS = ("counts.", "issuer.", "数目.", "发文机关.")  # without braces around them they are refused


def is_said(text: str) -> bool:
    if any(name in text for name in PLACEHOLDERS) and text not in NASTY:
        return False
    return bool(text.strip(" \u3000\n")) and not any(is_control(char) or char in "\t\r" for char in text)


lines = st.one_of(st.sampled_from(NASTY), st.text(CHARACTERS, min_size=1, max_size=12)).filter(
    lambda text: is_said(text) and "\n" not in text
)
prose = st.lists(st.one_of(lines, st.just("")), min_size=1, max_size=3).map("\n".join).filter(is_said)
dates = st.sampled_from(["2024-03-05", "2024年3月5日", "3月5日", "8月下旬", "2024.3", "2024年12月底前"])
flags = st.booleans()
numbers = st.integers(1, 10_000).map(str)
labels = st.sampled_from(list(Label))
forms = st.sampled_from(["接排", "分行"])
patterns = st.tuples(lines, lines).map("…".join).filter(lambda text: text.count("…") == 1)


def node(required: dict[str, Any] | None = None, **optional: Any) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(required or {}, optional=optional)


def some(strategy: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[list[Any]]:
    return st.lists(strategy, min_size=least, max_size=3)


leaf_parts = st.one_of(lines, node({"heading": lines}, text=prose, number=numbers, label=labels, form=forms))
parts = node(
    {"text": prose}, heading=lines, items=some(leaf_parts), items_label=labels, items_form=forms, closing=prose
)
sub_issues = node(
    {"problem": lines}, measures=some(prose), status=st.just("正在整改"), status_line=prose, closing=prose
)
issues = node(
    {"heading": lines},
    problem=lines,
    pattern=patterns,
    text=prose,
    measures=some(prose),
    measures_form=forms,
    measures_label=labels,
    sub_issues=some(sub_issues),
    responsible_unit=lines,
    leader=lines,
    deadline=dates,
)
styles = node(label=labels, pattern=patterns, form=forms, status_label=lines, run_on=flags)
counts = node({"number": st.integers(0, 10**6).map(str), "unit": lines})
results = node(
    {"issues": some(issues, 1)},
    heading=lines,
    text=prose,
    as_of=dates,
    counts=some(counts),
    progress=node(rate=flags, rest=lines, wording=prose),
    issue_style=styles,
    sub_issue_style=styles,
    closing=prose,
)
sections = some(node({"heading": lines}, issues=some(issues), text=prose), 1)
sectioned = node({"sections": sections}, section_label=labels, section_form=forms)
feedback = node(date=dates, by=lines, to=st.just(""), form=st.just("并入上句"), end=st.just("；"), own_paragraph=flags)
inspection = node(
    {"deployed_by": lines},
    kind=lines,
    team=lines,
    deployment=st.one_of(lines, st.just("")),
    look_back=flags,
    period=node({"start": dates}, end=dates),
    feedback=feedback,
    wording=prose,
)
contact = node(invitation=prose, fields=some(node({"label": lines, "value": lines})), wording=prose)
columns = st.lists(node({"title": lines}, share=st.sampled_from(["0.1", "2.5", "33.333"])), min_size=2, max_size=2)
cells = st.lists(st.one_of(lines, st.just("")), min_size=2, max_size=2)
table = node({"columns": columns, "rows": some(cells)})
attachments = some(node({"title": lines, "text": prose}, table=table, landscape=flags))
bulletins = node(
    {
        "issuer": node({"name": lines}, short_name=lines, introduce_short_name=flags, signature=some(lines)),
        "opening": prose,
        "results": st.one_of(results, sectioned),
    },
    title=prose,
    recipients=lines,
    inspection=inspection,
    publication=node(grounds=lines, verb=lines, wording=prose),
    organisation=parts,
    other_parts=some(node({"text": prose}, heading=lines, after=st.sampled_from(["opening", "next_steps"]))),
    next_steps=parts,
    contact=contact,
    issue_date=dates,
    sealed=flags,
    head=node(secrecy=st.just("秘密"), organs=some(lines), suffix=st.just("")),
    attachments=attachments,
)


@settings(max_examples=200, deadline=None)
@given(bulletins)
def test_every_bulletin_reads_back(fields: dict[str, Any]) -> None:
    spec = Bulletin.model_validate(fields)

    assert reloaded(spec) == spec


@pytest.mark.parametrize("text", NASTY)
def test_awkward_text_reads_back_wherever_it_stands(text: str) -> None:
    spec = bulletin(
        title=f"甲\n{text}",
        recipients=text,
        organisation={"text": text, "items": [text, f"{text}\n{text}"]},
        contact={"fields": {text: text, "甲乙": text}},
    )

    assert reloaded(spec) == spec


@settings(max_examples=200, deadline=None)
@given(prose, prose)
@example("甲\n\n  # 乙", "甲\n- 乙: 丙")
def test_a_comment_changes_nothing(note: str, text: str) -> None:
    spec = bulletin(title=text)

    assert reloaded(spec, {"title": note, "results.issues[0]": note, "contact": note, "": note}) == spec


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_reads_back(path: Path) -> None:
    spec = load_spec(path.read_bytes())

    assert reloaded(spec.bulletin) == spec.bulletin


# ---- what it looks like ------------------------------------------------------------------------------------------


def test_a_bulletin_as_a_clerk_would_type_it() -> None:
    """The model's order, no defaults, paragraphs as a block, counts and contacts in their short form."""
    spec = bulletin(
        organisation={"text": "第一段。\n第二段: 乙。", "items": ["一项", {"heading": "甲", "text": "乙"}]},
        results={
            "counts": ["12个问题", {"number": "3", "unit": "5G基站"}],
            "issues": [{"measures": ["甲。", "乙：丙。"], "problem": "甲"}],
            "issue_style": {"run_on": "是"},
        },
        contact={"fields": {"联系电话": "0641-6620018", "邮政编码": "386214"}},
    )

    assert dump_spec(spec) == (
        "发文机关:\n"
        "  全称: 中共甲镇委员会\n"
        "\n"
        "开头: 无\n"
        "\n"
        "组织整改情况:\n"
        "  正文: |\n"
        "    第一段。\n"
        "    第二段: 乙。\n"
        "  各项:\n"
        "    - 一项\n"
        "    - 标题: 甲\n"
        "      正文: 乙\n"
        "\n"
        "整改情况:\n"
        "  数目:\n"
        "    - 12个问题\n"
        "    - 个数: 3\n"
        "      单位: 5G基站\n"
        "  问题:\n"
        "    - 问题: 甲\n"
        "      整改措施:\n"
        "        - 甲。\n"
        "        - 乙：丙。\n"
        "  问题写法:\n"
        "    连续编号: 是\n"
        "\n"
        "联系方式:\n"
        "  各项:\n"
        "    联系电话: 0641-6620018\n"
        "    邮政编码: 386214\n"
    )


def test_a_fixed_value_is_written_in_the_language_of_the_keys() -> None:
    spec = bulletin(stage="draft", other_parts=[{"text": "甲", "after": "next_steps"}])

    assert "稿别: 送审稿\n" in dump_spec(spec)
    assert "  - 正文: 甲\n    排在哪部分之后: 下一步打算\n" in dump_spec(spec)
    assert "\nstage: draft\n" in f"\n{dump_spec(spec, keys=Keys.ENGLISH)}"
    assert "  - text: 甲\n    after: next_steps\n" in dump_spec(spec, keys=Keys.ENGLISH)


def test_there_is_no_third_language() -> None:
    with pytest.raises(ValueError, match="“fr” 不是可用的值；可用：zh、en"):
        dump_spec(bulletin(), keys="fr")  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["标题：乙", "标题:乙", "正文：一是学习", "heading：乙"])
def test_an_item_that_looks_like_a_field_is_put_in_quotes(text: str) -> None:
    spec = bulletin(organisation={"text": text, "items": [text]})

    assert f'  各项:\n    - "{text}"\n' in dump_spec(spec)
    assert reloaded(spec) == spec


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("0641-6620018", "0641-6620018"),
        ("12", "12"),
        ("yes", "yes"),
        ("比例为3:1", "比例为3:1"),
        ("“甲”", "“甲”"),
        ("甲: 乙", '"甲: 乙"'),
        ("heading：乙", '"heading：乙"'),
        ("null", '"null"'),
        ('"甲" #乙', '"\\"甲\\" #乙"'),
        ("甲\u2028", '"甲\\u2028"'),
    ],
)
def test_quotes_stand_only_where_the_loader_needs_them(text: str, typed: str) -> None:
    assert f"\n主送机关: {typed}\n" in dump_spec(bulletin(recipients=text))


def test_contacts_with_one_name_twice_become_a_list() -> None:
    spec = bulletin(contact={"fields": [{"label": "电话", "value": "1"}, {"label": "电话", "value": "2"}]})

    assert "  各项:\n    - 名称: 电话\n      内容: 1\n    - 名称: 电话\n" in dump_spec(spec)


def test_an_empty_list_that_means_something_is_kept() -> None:
    assert "  署名: []\n" in dump_spec(bulletin(issuer={"name": "甲", "signature": []}))


# ---- comments ----------------------------------------------------------------------------------------------------


def test_a_comment_stands_above_its_field_and_as_deep() -> None:
    text = dump_spec(bulletin(), {"results.issues[0].problem": "请核对：序号\n第12行", "": "抬头"})

    assert text.startswith("# 抬头\n\n发文机关:\n")
    assert text.endswith("  问题:\n    # 请核对：序号\n    # 第12行\n    - 问题: 甲\n")


def test_a_comment_on_what_is_not_written_stands_at_the_nearest_field_around_it() -> None:
    spec = bulletin(contact={"fields": {"电话": "1", "邮箱": "2"}})

    text = dump_spec(spec, {"results.issues[0].status": "甲", "contact.fields[1].value": "乙"})

    assert "    # 甲\n    - 问题: 甲\n" in text
    assert "    # 乙\n    邮箱: 2\n" in text
