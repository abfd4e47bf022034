"""Changes come into the author's own file, and nothing else of it changes."""

import difflib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_gen.errors import SpecError
from bulletin_gen.spec.load import load_spec
from bulletin_gen.spec.names import Keys
from bulletin_gen.spec.rewrite import with_keys
from bulletin_gen.spec.write_back import Add, Edit, Move, Put, Take, write_back
from judges import CHECKOUT

FILE = """\
# 开头的说明
issuer:
  name: 中共南屏县青溪镇委员会   # 全称
  short_name: "青溪镇党委"
opening: 现将整改情况通报如下。

results:
  heading: '整改情况'
  # 问题由各办公室填写
  issues:
    # 县财政局
    - problem: 学习不够深入     # 核对过
      text: |
        第一段。

        第二段。
      measures:
        - 修订学习计划。
        - 开展集中学习12次。     # 台账第2行
      status: 已完成
      # 到这里

    - problem: 台账不清
      measures: [清理旧账。]
contact:
  fields:
    联系电话: 0000-1234567      # 办公室
    电子邮箱: office@example.com
issue_date: 2025-03-01
"""


def changed(*edits: Edit, file: str = FILE) -> list[str]:
    """Return the lines that go (-), then those that come (+); in a file with Chinese keys they are the same lines."""
    after = write_back(load_spec(file, "通报.yaml"), edits)
    in_chinese = write_back(load_spec(with_keys(file, Keys.CHINESE), "通报.yaml"), edits)
    assert in_chinese == with_keys(after, Keys.CHINESE)
    lines = difflib.ndiff(file.splitlines(), after.splitlines())
    return sorted((line for line in lines if line[0] in "+-"), key=lambda line: line[0] == "+")


@pytest.mark.parametrize("file", [FILE, with_keys(FILE, Keys.CHINESE), FILE.replace("issuer:", "发文机关:")])
def test_no_edit_changes_nothing(file: str) -> None:
    assert write_back(load_spec(file), []) == file


def test_what_comes_new_is_in_the_language_of_its_mapping_and_fixed_values_stay_as_typed() -> None:
    file = (
        FILE.replace("issue_date", "成文日期").replace("short_name", "简称").replace("name", "全称") + "stage: 送审稿\n"
    )
    edits = [
        Put("issuer.introduce_short_name", "是"),
        Put("results.issues[1].status", "已完成"),
        Put("other_parts", [{"text": "甲", "after": "opening"}]),
    ]
    after = write_back(load_spec(file), edits)

    assert '  简称: "青溪镇党委"\n  注明简称: 是\n' in after
    assert "      measures: [清理旧账。]\n      status: 已完成\n" in after
    assert "\nother_parts:\n  - text: 甲\n    after: opening\n" in after
    assert "\nstage: 送审稿\n" in after


def test_a_fixed_value_changes_to_another_of_the_same_language() -> None:
    assert "\n稿别: 定稿\n" in write_back(
        load_spec(with_keys(f"{FILE}stage: draft\n", Keys.CHINESE)), [Put("stage", "final")]
    )
    assert "\nstage: final\n" in write_back(load_spec(f"{FILE}stage: draft\n"), [Put("stage", "final")])


def test_a_result_that_is_no_bulletin_is_told_of_in_the_authors_words() -> None:
    with pytest.raises(SpecError, match=r"^整改情况\.问题\[1\]：缺少“问题”"):
        write_back(load_spec(with_keys(FILE, Keys.CHINESE)), [Take("results.issues[1].problem")])


def test_a_text_keeps_its_quotes_and_the_remark_beside_it() -> None:
    assert changed(Put("issuer.name", "中共南屏县青江镇委员会"), Put("issuer.short_name", "青江镇党委")) == [
        "-   name: 中共南屏县青溪镇委员会   # 全称",
        '-   short_name: "青溪镇党委"',
        "+   name: 中共南屏县青江镇委员会   # 全称",
        '+   short_name: "青江镇党委"',
    ]


def test_single_quotes_stay() -> None:
    assert changed(Put("results.heading", "'情况'")) == ["-   heading: '整改情况'", "+   heading: '''情况'''"]


def test_of_a_block_only_the_line_that_changed_changes() -> None:
    assert changed(Put("results.issues[0].text", "第一段。\n\n第二段改了。")) == [
        "-         第二段。",
        "+         第二段改了。",
    ]


def test_a_text_that_becomes_several_paragraphs_is_a_block_and_its_remark_goes_above() -> None:
    assert changed(Put("results.issues[0].measures[1]", "开展学习。\n另起一段。")) == [
        "-         - 开展集中学习12次。     # 台账第2行",
        "+         # 台账第2行",
        "+         - |",
        "+           开展学习。",
        "+           另起一段。",
    ]


def test_what_was_not_typed_stands_where_it_belongs() -> None:
    assert changed(
        Put("results.issues[0].responsible_unit", "镇党政办"), Put("results.issues[1].status", "已完成")
    ) == [
        "+       responsible_unit: 镇党政办",
        "+       status: 已完成",
    ]


def test_what_has_no_parent_yet_comes_with_it() -> None:
    assert changed(Put("results.issues[1].sub_issues", [{"problem": "旧账"}]), Put("colophon.copies_to", "县委办")) == [
        "+       sub_issues:",
        "+         - problem: 旧账",
        "+ ",
        "+ colophon:",
        "+   copies_to: 县委办",
    ]


def test_a_field_goes_with_its_lines() -> None:
    assert changed(Take("results.issues[0].text")) == [
        "-       text: |",
        "-         第一段。",
        "- ",
        "-         第二段。",
    ]


def test_the_first_field_of_an_item_makes_room_for_the_next() -> None:
    edits = (Put("results.issues[0].heading", "关于学习"), Take("results.issues[0].problem"))
    assert changed(*edits)[:2] == ["-     - problem: 学习不够深入     # 核对过", "-       text: |"]
    assert "    - text: |\n" in write_back(load_spec(FILE), edits)


def test_an_item_goes_and_the_comments_around_it_stay() -> None:
    after = write_back(load_spec(FILE), [Take("results.issues[0]")])

    assert "学习" not in after
    assert "# 县财政局" in after
    assert "# 到这里" in after


def test_a_list_that_is_emptied_goes_with_its_name() -> None:
    gone = [Take("results.issues[0].measures[0]"), Take("results.issues[0].measures[1]")]
    assert changed(*gone) == [
        "-       measures:",
        "-         - 修订学习计划。",
        "-         - 开展集中学习12次。     # 台账第2行",
    ]


def test_items_come_where_they_are_wanted() -> None:
    path = "results.issues[0].measures"
    assert changed(Add(path, 0, "一。"), Add(path, 2, "三。"), Add(path, 2, "四。")) == [
        "+         - 一。",
        "+         - 三。",
        "+         - 四。",
    ]


def test_a_list_in_brackets_is_written_as_a_block() -> None:
    assert changed(Add("results.issues[1].measures", 1, "立新账。")) == [
        "-       measures: [清理旧账。]",
        "+       measures:",
        "+         - 清理旧账。",
        "+         - 立新账。",
    ]


def test_what_moves_takes_its_comments_and_its_own_edits_along() -> None:
    after = write_back(
        load_spec(FILE),
        [Move("results.issues[0]", "results.issues", 2), Put("results.issues[0].status", "基本完成")],
    )

    moved = after[after.index("台账不清") :]
    assert [line.strip() for line in moved.splitlines()[2:5]] == [
        "# 县财政局",
        "- problem: 学习不够深入     # 核对过",
        "text: |",
    ]
    assert "status: 基本完成" in moved
    assert after.count("学习不够深入") == 1


def test_a_measure_moves_to_another_issue() -> None:
    spec = load_spec(FILE.replace("measures: [清理旧账。]", "measures:\n        - 清理旧账。"))
    after = load_spec(write_back(spec, [Move("results.issues[0].measures[1]", "results.issues[1].measures", 0)]))

    assert after.bulletin.results
    assert [issue.measures for issue in after.bulletin.results.issues] == [
        ["修订学习计划。"],
        ["开展集中学习12次。", "清理旧账。"],
    ]


def test_a_part_that_is_a_text_alone_makes_room() -> None:
    file = FILE.replace("results:", "next_steps:\n  items:\n    - 继续整改。 # 待定\nresults:")
    assert changed(Put("next_steps.items[0].heading", "压实责任"), file=file) == [
        "-     - 继续整改。 # 待定",
        "+     # 待定",
        "+     - text: 继续整改。",
        "+       heading: 压实责任",
    ]


def test_contact_fields_typed_as_a_mapping_stay_one() -> None:
    assert changed(
        Put("contact.fields[0].value", "0000-7654321"),
        Add("contact.fields", 2, {"label": "邮寄地址", "value": "青溪镇人民路1号"}),
        Take("contact.fields[1]"),
    ) == [
        "-     联系电话: 0000-1234567      # 办公室",
        "-     电子邮箱: office@example.com",
        "+     联系电话: 0000-7654321      # 办公室",
        "+     邮寄地址: 青溪镇人民路1号",
    ]


def test_a_contact_field_is_renamed_where_it_stands() -> None:
    after = write_back(load_spec(FILE), [Put("contact.fields[0].label", "值班电话")])

    assert after.index("值班电话: 0000-1234567") < after.index("电子邮箱")


def test_windows_line_ends_stay() -> None:
    file = FILE.replace("\n", "\r\n")
    after = write_back(
        load_spec(file),
        [Put("results.issues[0].text", "改。\n又改。"), Add("results.issues[0].measures", 1, "二。\n三。")],
    )

    assert after.count("\r\n") == after.count("\n")


def test_a_file_without_a_last_line_end() -> None:
    file = FILE.removesuffix("\n")
    assert write_back(load_spec(file), [Put("sealed", "是")]) == f"{file}\n\nsealed: 是"


def test_text_that_yaml_would_misread_is_quoted() -> None:
    after = write_back(load_spec(FILE), [Put("results.issues[0].problem", "账目: #不清")])
    assert '- problem: "账目: #不清"     # 核对过\n' in after


def test_a_result_that_is_no_bulletin_is_refused() -> None:
    with pytest.raises(SpecError, match="sections"):
        write_back(load_spec(FILE), [Take("results.issues[0]"), Take("results.issues[1]")])


@pytest.mark.parametrize(
    "edit",
    [
        Take("results.issues[7]"),
        Put("results.issues[0].measures[5]", "一"),
        Move("results.sections[0]", "results.issues", 0),
    ],
)
def test_a_path_that_is_nowhere_is_a_mistake_of_the_caller(edit: Edit) -> None:
    with pytest.raises(ValueError, match="no such place"):
        write_back(load_spec(FILE), [edit])


EXAMPLES = sorted(CHECKOUT.glob("examples/*.yaml"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_any_edits_of_an_example_come_into_its_file(example: Path, data: st.DataObject) -> None:
    """`write_back` itself compares what the file then holds with what it ought to."""
    spec = load_spec(example.read_text(encoding="utf-8"))
    paths = (path for path in spec.places.texts if ".counts" not in path)
    texts = sorted(path for path in paths if path.endswith(("text", "problem", "]", ".name")))
    words = st.text(st.sampled_from("甲乙，。 :#\"'-\n"), min_size=1, max_size=8).map(lambda text: f"改{text}。")
    chosen = data.draw(st.lists(st.sampled_from(texts), max_size=4, unique=True))
    edits: list[Edit] = []
    for path in chosen:
        is_measure = path.endswith("]") and ".measures[" in path
        kinds = ["put", "take", "add", "move"] if is_measure else ["put"]
        kind = data.draw(st.sampled_from(kinds))
        owner, _, index = path.removesuffix("]").rpartition("[")
        if kind == "put":
            value = data.draw(words)
            edits.append(Put(path, value if is_measure or ".text" in path else value.replace("\n", "")))
        elif kind == "take":
            edits.append(Take(path))
        elif kind == "add":
            edits.append(Add(owner, int(index), data.draw(words)))
        else:
            edits.append(Move(path, owner, data.draw(st.integers(0, int(index)))))
    after = write_back(spec, edits)

    kept = {line.partition("#")[2] for line in spec.places.source.splitlines() if line.lstrip().startswith("#")}
    assert all(remark in after for remark in kept)
